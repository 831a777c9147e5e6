//! Copies of archives in other folders: an external disk, a network. Made beside the work, read back, tried again.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;

use store::Tx;
use store::tables::archives::{self as rows, CopyRow, FileRow};

use super::worker::stamp;
use super::write::measure;
use super::{folder, next_try, problem, scratch, sync_folder};
use crate::error::{Error, Result};
use crate::shared::Shared;

/// Asks for a copy of an archive in a folder; one that is there is made again.
pub fn ask(tx: &Tx<'_>, number: &str, folder: &str) -> Result<()> {
    let row = CopyRow {
        number: number.to_owned(),
        folder: folder.to_owned(),
        state: "waiting".to_owned(),
        problem: None,
        attempts: 0,
        next_ms: tx.now_ms(),
    };
    Ok(rows::set_copy(tx, &row)?)
}

/// Makes the copies that are due. True when one was tried.
pub(super) fn copy_due(shared: &Arc<Shared>) -> Result<bool> {
    let now_ms = shared.clock.now_ms();
    let due = shared.store.read(|db| Ok::<_, Error>(rows::copies_due(db, now_ms)?))?;
    let tried = !due.is_empty();
    for row in due {
        if shared.is_stopping() {
            break;
        }
        let file = shared.store.read(|db| Ok::<_, Error>(rows::file(db, &row.number)?))?;
        let after = match file.map(|file| copy(shared, &file, Path::new(&row.folder))) {
            Some(Ok(())) => CopyRow { state: "done".to_owned(), problem: None, ..row },
            Some(Err(error)) => failed(row, problem(&error), now_ms),
            None => failed(row, "file", now_ms),
        };
        shared.store.write(stamp(shared), move |tx| Ok::<_, Error>(rows::set_copy(tx, &after)?))?;
    }
    Ok(tried)
}

fn failed(row: CopyRow, problem: &str, now_ms: i64) -> CopyRow {
    CopyRow {
        state: "failed".to_owned(),
        problem: Some(problem.to_owned()),
        attempts: row.attempts.saturating_add(1),
        next_ms: next_try(now_ms, row.attempts),
        ..row
    }
}

/// Copies a file and reads the copy back. The folder is not made: where a disk is not plugged in, its folder is a
/// place on the disk of the till.
fn copy(shared: &Shared, file: &FileRow, target: &Path) -> io::Result<()> {
    let name = file.name.as_deref().ok_or(io::ErrorKind::NotFound)?;
    let source = folder(&shared.store).join(name);
    if !target.is_dir() {
        return Err(io::ErrorKind::NotFound.into());
    }
    let path = target.join(source.file_name().unwrap_or_default());
    let mut scratch = scratch::file(target)?;
    io::copy(&mut File::open(&source)?, &mut scratch)?;
    scratch.as_file().sync_all()?;
    scratch.persist(&path).map_err(|error| error.error)?;
    sync_folder(target)?;
    let (_, sha256) = measure(&path)?;
    if file.sha256.as_deref() == Some(&sha256) { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}
