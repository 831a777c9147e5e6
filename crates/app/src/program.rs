//! The program as a host carries it: open, or closed and good for nothing but a restore.

use api::{Call, Fault};
use serde_json::value::RawValue;

use crate::{App, AppOptions, Rescue};

/// The program behind the windows.
#[derive(Clone)]
pub enum Program {
    /// The shop is open.
    Open(App),
    /// It cannot be opened; a backup may take its place.
    Closed(Rescue),
}

impl Program {
    /// Opens the shop in a folder.
    #[must_use]
    pub fn open(options: AppOptions) -> Self {
        match App::open(options.clone()) {
            Ok(app) => Self::Open(app),
            Err(fault) => Self::Closed(Rescue::new(options, fault)),
        }
    }

    /// Carries out a call. See [`App::call`] and [`Rescue::call`].
    ///
    /// # Errors
    /// The fault of the call.
    pub fn call(&self, call: &Call) -> Result<Box<RawValue>, Fault> {
        match self {
            Self::Open(app) => app.call(call),
            Self::Closed(rescue) => rescue.call(call),
        }
    }

    /// Ends the program. See [`App::close`].
    pub fn close(&self) {
        if let Self::Open(app) = self {
            app.close();
        }
    }
}

impl From<App> for Program {
    fn from(app: App) -> Self {
        Self::Open(app)
    }
}
