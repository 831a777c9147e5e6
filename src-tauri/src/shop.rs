//! Opens the shop's data and starts what works in the background.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use api::{Fault, FaultCode, Retry};
use app::{App, AppOptions, FileKeys, KeyStore, Program, SystemClock};
use tauri::{AppHandle, Emitter as _, Manager as _};

#[cfg(desktop)]
use crate::keys::RingKeys;
use crate::options::Options;

/// The event under which windows hear of changes; its payload is an [`api::Notice`].
const EVENT: &str = "comptoir://event";

/// Opens the database, creates the demonstration shop if asked for, and starts printing.
///
/// # Errors
/// The fault for which the till cannot work; nothing keeps running then.
pub fn open(host: &AppHandle, options: &Options) -> Result<Program, Fault> {
    let data_dir = data_dir(host, options)?;
    let keys = keys(&data_dir.join("keys"), options);
    let anchors = app::anchor_dir(&data_dir);
    let program = Program::open(AppOptions { data_dir, clock: Arc::new(SystemClock), keys, anchors });
    match &program {
        Program::Open(app) => start(host, options, app)?,
        Program::Closed(rescue) => {
            let fault = rescue.fault();
            tracing::error!(code = fault.code.as_str(), trace = fault.trace, "the shop cannot be opened");
        }
    }
    Ok(program)
}

/// Offers the sample shops, tells the windows of changes and starts the workers.
fn start(host: &AppHandle, options: &Options, app: &App) -> Result<(), Fault> {
    app.offer_samples(demo::samples());
    if let Some(sample) = options.shop {
        demo::create(app, sample)?;
    }
    let windows = host.clone();
    app.subscribe(Box::new(move |notice| {
        if let Err(error) = windows.emit(EVENT, notice) {
            tracing::warn!(%error, "an event did not reach the windows");
        }
    }));
    app.start_workers()
}

/// A phone keeps the files of a program from all others; a desktop has a key ring.
#[cfg(mobile)]
fn keys(folder: &Path, _: &Options) -> Arc<dyn KeyStore> {
    Arc::new(FileKeys::new(folder))
}

/// The keys of a demonstration stay beside its data and never enter a person's key ring.
#[cfg(desktop)]
fn keys(folder: &Path, options: &Options) -> Arc<dyn KeyStore> {
    if options.shop.is_some() { Arc::new(FileKeys::new(folder)) } else { Arc::new(RingKeys::new(folder)) }
}

fn data_dir(host: &AppHandle, options: &Options) -> Result<PathBuf, Fault> {
    if let Some(folder) = &options.data_dir {
        return Ok(folder.clone());
    }
    host.path().app_data_dir().map_err(|error| {
        tracing::error!(%error, "the system names no folder for the data");
        Fault::failed(FaultCode::DiskReadOnly, Retry::Never)
    })
}
