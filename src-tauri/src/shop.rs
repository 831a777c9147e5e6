//! Opens the shop's data and starts what works in the background.

use std::path::PathBuf;
use std::sync::Arc;

use api::{Fault, FaultCode, Retry};
use app::{App, AppOptions, KeyStorage, SystemClock};
use tauri::{AppHandle, Emitter as _, Manager as _};

use crate::options::Options;

/// The event under which windows hear of changes; its payload is an [`api::Event`].
const EVENT: &str = "comptoir://event";

/// Opens the database, creates the demonstration shop if asked for, and starts printing.
///
/// # Errors
/// The fault for which the till cannot work; nothing keeps running then.
pub fn open(host: &AppHandle, options: &Options) -> Result<App, Fault> {
    let app = App::open(AppOptions {
        data_dir: data_dir(host, options)?,
        clock: Arc::new(SystemClock),
        // The keys of a demonstration stay beside its data and never enter a person's key ring.
        keys: if options.shop.is_some() { KeyStorage::Files } else { KeyStorage::System },
    })?;
    if let Some(sample) = options.shop {
        demo::create(&app, sample)?;
    }
    let windows = host.clone();
    app.subscribe(Box::new(move |event| {
        if let Err(error) = windows.emit(EVENT, event) {
            tracing::warn!(%error, "an event did not reach the windows");
        }
    }));
    app.start_printing();
    Ok(app)
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
