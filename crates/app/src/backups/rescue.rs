//! What the program still does when the shop cannot be opened: show the backups, check one, put it in the place of the data.
//!
//! There is no database, so nobody can sign in: whoever stands at the computer may restore, as they could by copying files.
//! Nothing is lost by it, for the damaged data is kept, and the journals say what was done.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use api::types::{BackupFolder, Empty, RescueView, RestoreChoice};
use api::{Call, Fault, FaultCode};
use domain::country::Country;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::{RawValue, to_raw_value};

use super::desk::{Desk, Task};
use super::{places, restore};
use crate::AppOptions;
use crate::error::{Error, Result};

/// Nobody can say where the shop is. The wall clock in a name is shown as it is written, whichever zone that takes.
const COUNTRY: Country = Country::France;

/// The program without a shop.
#[derive(Clone)]
pub struct Rescue {
    options: AppOptions,
    fault: Fault,
    desk: Arc<Desk>,
}

impl Rescue {
    /// For a shop that could not be opened for this reason.
    #[must_use]
    pub fn new(options: AppOptions, fault: Fault) -> Self {
        Self { options, fault, desk: Arc::new(Desk::new(Arc::new(AtomicBool::new(false)))) }
    }

    /// Why the shop cannot be opened.
    #[must_use]
    pub const fn fault(&self) -> &Fault {
        &self.fault
    }

    /// Answers the commands of a restore, and everything else with the reason.
    ///
    /// # Errors
    /// The fault of the call, or that of the shop.
    pub fn call(&self, call: &Call) -> Result<Box<RawValue>, Fault> {
        // Another program works with this very data: nothing of it may be put aside.
        if self.fault.code == FaultCode::DatabaseInUse {
            return Err(self.fault.clone());
        }
        let answer = match call.command.as_str() {
            "rescue_view" => parse(call).and_then(|folder| answer(&self.view(&folder))),
            "rescue_check" => parse(call).and_then(|choice| self.check(choice)),
            "rescue_apply" => parse(call).and_then(|Empty {}| self.apply()),
            _ => return Err(self.fault.clone()),
        };
        answer.map_err(|error| error.into_fault(&call.command, "rescue"))
    }

    fn view(&self, folder: &BackupFolder) -> RescueView {
        RescueView {
            files: files_in(&self.options.data_dir, folder, COUNTRY),
            restore: restore::state(&self.desk),
            fault: Some(self.fault.clone()),
        }
    }

    fn check(&self, choice: RestoreChoice) -> Result<Box<RawValue>> {
        self.desk.ask(Task::Check(choice.clone()))?;
        let (desk, options) = (Arc::clone(&self.desk), self.options.clone());
        let work = move || {
            let around = restore::Surroundings {
                data_dir: &options.data_dir,
                keys: options.keys.as_ref(),
                live: None,
            };
            restore::check(&desk, &around, &choice);
            desk.end();
        };
        std::thread::Builder::new().name("rescue".to_owned()).spawn(work).map_err(store::Error::from)?;
        answer(&restore::state(&self.desk))
    }

    fn apply(&self) -> Result<Box<RawValue>> {
        let now_ms = self.options.clock.now_ms();
        answer(&restore::apply(&self.desk, &self.options.data_dir, now_ms, COUNTRY)?)
    }
}

/// The backups in a folder that a person named, or in all that this computer knows.
pub fn files_in(data_dir: &Path, folder: &BackupFolder, country: Country) -> Vec<api::types::BackupFile> {
    let named = folder.folder.trim();
    if named.is_empty() {
        places::list(&places::known_folders(data_dir), country)
    } else {
        places::list_folder(&PathBuf::from(named), country)
    }
}

fn parse<T: DeserializeOwned>(call: &Call) -> Result<T> {
    T::deserialize(&call.request)
        .map_err(|e| Error::from(Fault::refused(FaultCode::BadRequest).with("detail", e.to_string())))
}

fn answer(value: &impl Serialize) -> Result<Box<RawValue>> {
    Ok(to_raw_value(value)?)
}
