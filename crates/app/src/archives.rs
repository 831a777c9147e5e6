//! Fiscal archives (fiscal.md 1.9): files made from the signed records, beside the work.
//!
//! What makes an archive is its signed record; the file can be made again from the records at any time. So nothing here
//! can lose an archive: what could not be written is shown and tried again. A worker of its own reads the records in pages, with
//! pauses, and never holds up a sale.

mod copy;
mod request;
mod scratch;
mod verification;
mod view;
mod viewer;
mod worker;
mod write;

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use fiscal::{ArchivePayload, FiscalRecord, Payload};
use store::Store;
use uuid::Uuid;

pub use copy::ask as ask_copy;
pub use verification::page as verification_page;
pub use view::{kind_letter, settings, views, waiting};
pub use viewer::open;
pub use worker::start;

use crate::error::{Error, Result};

/// Waits between attempts: the first failures may be a disk that is being plugged in.
const PAUSES_MS: [i64; 4] = [10_000, 60_000, 300_000, 900_000];

/// Pause of the worker between two pages of records: a sale comes first.
const BREATH: Duration = Duration::from_millis(2);

/// Records read at once.
const PAGE: u32 = 250;

/// Archives of the running program.
#[derive(Default)]
pub struct Archives {
    /// Wakes the worker.
    pub bell: crate::shared::Bell,
    /// Exports that were journaled, and their files.
    pub exports: Mutex<HashMap<Uuid, PathBuf>>,
    /// The archive that was opened last, as it was found.
    opened: Mutex<Option<viewer::Opened>>,
}

/// The folder of archives of a shop.
pub fn folder(store: &Store) -> PathBuf {
    store.path().with_file_name("archives")
}

/// The file of an archive below that folder: by workstation and year.
fn file_name(record: &FiscalRecord, payload: &ArchivePayload) -> PathBuf {
    let plain = |text: &str| -> String {
        text.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect()
    };
    let days = if payload.period_from == payload.period_to {
        payload.period_to.clone()
    } else {
        format!("{}_{}", payload.period_from, payload.period_to)
    };
    let year = plain(payload.period_to.get(..4).unwrap_or_default());
    let name = format!("{}_{}_{}.zip", plain(&record.doc_no), record.kind, plain(&days));
    Path::new(&plain(&payload.header.terminal.code)).join(year).join(name)
}

/// What the record of an archive says.
fn payload(record: &FiscalRecord) -> Result<ArchivePayload> {
    match serde_json::from_str(&record.payload) {
        Ok(Payload::Archive(payload)) => Ok(*payload),
        _ => Err(Error::Store(store::Error::Fiscal(record.doc_no.clone()))),
    }
}

/// The name of what the disk did, for a text.
fn problem(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "disk_full",
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "folder_missing",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "read_only",
        _ => "file",
    }
}

/// When to try again after so many attempts.
fn next_try(now_ms: i64, attempts: u32) -> i64 {
    now_ms + PAUSES_MS.get(attempts as usize).or(PAUSES_MS.last()).copied().unwrap_or_default()
}

/// Makes what was renamed into a folder outlive a power cut.
fn sync_folder(folder: &Path) -> io::Result<()> {
    // Windows opens no folder as a file, and writes its directory with the file.
    if cfg!(unix) { std::fs::File::open(folder)?.sync_all() } else { Ok(()) }
}
