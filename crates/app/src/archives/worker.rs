//! The worker: seals what was asked for, writes the files of what was sealed, copies them elsewhere.

use std::sync::Arc;
use std::time::Duration;

use api::{Event, Topic};
use store::tables::archives::{self as rows, FileRow};
use store::{Actor, Stamp};

use super::{copy, folder, request, scratch, write};
use crate::crash_points::CrashPoint;
use crate::error::{Error, Result};
use crate::shared::Shared;

/// How often the worker looks by itself.
const LOOK: Duration = Duration::from_secs(3);
/// Archives taken up at once.
const BATCH: u32 = 64;

/// Starts the worker; it ends when the program stops.
pub fn start(shared: &Arc<Shared>) -> Result<()> {
    let shared = Arc::clone(shared);
    let body = move || {
        if let Err(error) = scratch::clear(&folder(&shared.store)) {
            tracing::warn!(%error, "scratch files of archives");
        }
        while !shared.is_stopping() {
            match round(&shared) {
                Ok(false) => {}
                Ok(true) => tell(&shared),
                Err(error) => tracing::error!(%error, "archive worker"),
            }
            shared.archives.bell.wait(LOOK);
        }
    };
    std::thread::Builder::new().name("archives".to_owned()).spawn(body).map_err(store::Error::from)?;
    Ok(())
}

/// Does what is due. True when something changed.
fn round(shared: &Arc<Shared>) -> Result<bool> {
    let sealed = request::answer_all(shared)?;
    let found = take_up(shared)?;
    let written = write::write_due(shared)?;
    let copied = copy::copy_due(shared)?;
    Ok(sealed || found || written || copied)
}

/// Gives archives that were sealed since their row in the table of files, and one in that of copies if there is a second
/// folder.
fn take_up(shared: &Arc<Shared>) -> Result<bool> {
    let numbers = shared.store.read(|db| Ok::<_, Error>(rows::without_file(db, BATCH)?))?;
    if numbers.is_empty() {
        return Ok(false);
    }
    shared.store.write(stamp(shared), move |tx| {
        // Oldest first: the search for new ones ends at the first that is known.
        for number in numbers.iter().rev() {
            rows::set_file(tx, number, &FileRow { state: "waiting".to_owned(), ..FileRow::default() })?;
        }
        let second = rows::second_folder(tx.db())?;
        if !second.is_empty() {
            for number in &numbers {
                copy::ask(tx, number, &second)?;
            }
        }
        Ok::<_, Error>(())
    })?;
    CrashPoint::ArchiveTakenUp.reached();
    Ok(true)
}

fn tell(shared: &Shared) {
    shared.send(&Event::Changed { topics: vec![Topic::Archives], workstation: None, client: None });
}

/// What the program does by itself.
pub(super) fn stamp(shared: &Shared) -> Stamp {
    Stamp { now_ms: shared.clock.now_ms(), actor: Actor::default() }
}
