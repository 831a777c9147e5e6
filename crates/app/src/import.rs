//! Importing articles and customers: reading a file, saying what would happen, and doing it in one transaction.

mod articles;
mod customers;
mod fields;
mod file;
mod plan;
mod preview;
mod run;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use api::ImportPhase;
use api::types::ImportStatus;
pub use fields::check_mapping;
pub use file::read_file;
pub use plan::{Order, Plan};
pub use run::start;
use uuid::Uuid;

use crate::shared::lock;

/// The imports of this run of the program.
#[derive(Default)]
pub struct Imports {
    by_id: Mutex<HashMap<Uuid, Arc<Import>>>,
}

/// An import: where it stands, and whether it should stop.
pub struct Import {
    status: Mutex<ImportStatus>,
    cancelled: AtomicBool,
}

impl Imports {
    /// True while an import is being written.
    pub fn is_running(&self) -> bool {
        lock(&self.by_id).values().any(|i| i.status().phase == ImportPhase::Running)
    }

    /// Registers an import.
    pub fn begin(&self, status: ImportStatus) -> Arc<Import> {
        let id = status.import_id;
        let import = Arc::new(Import { status: Mutex::new(status), cancelled: AtomicBool::new(false) });
        lock(&self.by_id).insert(id, Arc::clone(&import));
        import
    }

    /// An import of this run.
    pub fn find(&self, id: Uuid) -> Option<Arc<Import>> {
        lock(&self.by_id).get(&id).cloned()
    }
}

impl Import {
    /// Where it stands.
    pub fn status(&self) -> ImportStatus {
        lock(&self.status).clone()
    }

    /// Asks it to stop; nothing will have been written.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    fn update(&self, change: impl FnOnce(&mut ImportStatus)) -> ImportStatus {
        let mut status = lock(&self.status);
        change(&mut status);
        status.clone()
    }
}
