//! Copying a database beside the work.

use std::fs::OpenOptions;
use std::path::Path;
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::connection::open_reader;
use crate::error::{Error, Result};

/// Pages copied between two pauses (a quarter of a megabyte), and how long those are: a sale comes first.
const STEP_PAGES: i32 = 64;
const PAUSE: Duration = Duration::from_millis(4);
/// Steps after which what was copied goes to the disk. A commit of the till would else have to wait until all of it is
/// there: file systems write in order.
const FLUSH_STEPS: u32 = 8;

/// How a copy ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// It is there, whole and on the disk.
    Whole,
    /// It was given up, and nothing of it is left.
    GivenUp,
}

/// Copies the database in use at `from` into the new file `to`, which is marked as a copy. `watch` is told pages done and in
/// all, and answers whether to go on.
///
/// # Errors
/// When either file cannot be read or written; nothing is left of the copy then.
pub fn copy(from: &Path, to: &Path, watch: impl FnMut(u32, u32) -> bool) -> Result<Copied> {
    remove(to)?;
    let done = copy_pages(from, to, watch).and_then(|copied| match copied {
        Copied::Whole => settle(to).map(|()| copied),
        Copied::GivenUp => Ok(copied),
    });
    if done.as_ref().map_or(true, |copied| *copied == Copied::GivenUp) {
        remove(to)?;
    }
    done
}

fn copy_pages(from: &Path, to: &Path, mut watch: impl FnMut(u32, u32) -> bool) -> Result<Copied> {
    let source = open_reader(from)?;
    // What is read once needs no memory; the snapshot lasts until the connection is closed.
    source.pragma_update(None, "cache_size", -2_000)?;
    source.execute_batch("BEGIN")?;
    source.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?;
    let mut target = Connection::open_with_flags(
        to,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    // A copy that a crash cuts off is thrown away, so it needs no journal of its own.
    target.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000")?;
    // Windows flushes only what is open for writing.
    let disk = OpenOptions::new().write(true).open(to)?;
    let backup = Backup::new(&source, &mut target)?;
    for step in 1.. {
        let outcome = backup.step(STEP_PAGES)?;
        let progress = backup.progress();
        let total = u32::try_from(progress.pagecount).unwrap_or(0);
        let left = u32::try_from(progress.remaining).unwrap_or(0);
        if !watch(total.saturating_sub(left), total) {
            return Ok(Copied::GivenUp);
        }
        if outcome == StepResult::Done {
            break;
        }
        if step % FLUSH_STEPS == 0 {
            disk.sync_data()?;
        }
        std::thread::sleep(PAUSE);
    }
    Ok(Copied::Whole)
}

/// Makes an ordinary file of it, which any SQLite opens without companions, says in it that it is a copy, and waits for
/// the disk.
pub(crate) fn settle(copy: &Path) -> Result<()> {
    mark(copy)?;
    // Windows flushes only what is open for writing.
    OpenOptions::new().write(true).open(copy)?.sync_all()?;
    Ok(())
}

/// Whoever opens a marked file as the shop's must first say in its journals that it is a restored one.
fn mark(copy: &Path) -> Result<()> {
    let conn = Connection::open_with_flags(
        copy,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    let mode: String = conn.query_row("PRAGMA journal_mode = DELETE", [], |r| r.get(0))?;
    if mode != "delete" {
        return Err(Error::Migration(format!("pragma journal_mode is {mode}, not delete")));
    }
    conn.execute("UPDATE self SET is_backup = 1", [])?;
    conn.close().map_err(|(_, error)| error.into())
}

/// Removes a database and its companions, if they are there.
///
/// # Errors
/// When the disk refuses.
pub fn remove(database: &Path) -> Result<()> {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let mut name = database.as_os_str().to_owned();
        name.push(suffix);
        match std::fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}
