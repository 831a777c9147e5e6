//! The worker that writes anchors after commits: one thread, never in the way of a sale.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use domain::ids::WorkstationId;
use store::tables::{books, fiscal as chains, integrity};
use store::{Actor, Stamp};

use super::{SignedAnchor, current};
use crate::crash_points::CrashPoint;
use crate::error::{Error, Result};
use crate::keys;
use crate::shared::{Shared, lock};

/// After a commit the worker waits this long, so that a queue at the till costs one write and not one per sale.
const SETTLE: Duration = Duration::from_millis(300);
/// How often it looks by itself.
const LOOK: Duration = Duration::from_secs(30);

/// Starts the worker; it ends when the program stops, which writes the last anchors itself.
pub fn start(shared: &Arc<Shared>) -> Result<()> {
    let watched = Arc::downgrade(shared);
    shared.store.on_logged(move || {
        if let Some(shared) = watched.upgrade() {
            shared.books.bell.ring();
        }
    });
    let shared = Arc::clone(shared);
    let body = move || {
        while !shared.is_stopping() {
            write_now(&shared);
            shared.books.bell.wait(LOOK);
            if !shared.is_stopping() {
                std::thread::sleep(SETTLE);
            }
        }
    };
    std::thread::Builder::new().name("anchors".to_owned()).spawn(body).map_err(store::Error::from)?;
    Ok(())
}

/// Writes the anchors that are behind. A failure is logged and tried again at the next commit: the database is ahead
/// meanwhile, which is sound.
pub fn write_now(shared: &Shared) {
    if let Err(error) = try_write(shared) {
        tracing::warn!(%error, "anchors are not written");
    }
}

/// When the program ends: what the worker would still have written.
pub fn write_last(shared: &Shared) {
    let working = !lock(&shared.books.written).is_empty();
    if working {
        write_now(shared);
    }
}

fn try_write(shared: &Shared) -> Result<()> {
    let Some(media) = &shared.books.media else { return Ok(()) };
    // One at a time, or an older position could be written over a newer one.
    let mut written = lock(&shared.books.written);
    let due = due(shared, &written)?;
    if due.is_empty() {
        return Ok(());
    }
    media.write(&due).map_err(store::Error::from)?;
    CrashPoint::Anchored.reached();
    let marked: Vec<_> = due.iter().map(|signed| signed.anchor.terminal_id).collect();
    let new = marked.iter().any(|terminal| !written.contains_key(terminal));
    written.extend(due.iter().map(|signed| (signed.anchor.terminal_id, signed.anchor.global_seq)));
    if new { mark(shared, marked) } else { Ok(()) }
}

/// The anchors of workstations whose books moved on. Those whose books are in question keep the anchors they have: they
/// are the evidence.
fn due(shared: &Shared, written: &HashMap<WorkstationId, i64>) -> Result<Vec<SignedAnchor>> {
    let moved = |db: store::Db<'_>| -> Result<Vec<_>> {
        let mut moved = Vec::new();
        for terminal in chains::terminals(db)? {
            let head = chains::state(db, terminal)?.heads.global_seq;
            let known = written.get(&terminal) == Some(&head);
            if !known && !shared.books.in_question(terminal) && !books::is_training(db, terminal)? {
                moved.extend(current(db, terminal)?);
            }
        }
        Ok(moved)
    };
    let sign = |anchor: fiscal::Anchor| {
        let key = keys::of_terminal(shared, anchor.terminal_id)?;
        SignedAnchor::sign(anchor, &key)
    };
    shared.store.read(moved)?.into_iter().map(sign).collect()
}

/// Says in the database, once, that these workstations are anchored.
fn mark(shared: &Shared, terminals: Vec<WorkstationId>) -> Result<()> {
    let stamp = Stamp { now_ms: shared.clock.now_ms(), actor: Actor::default() };
    shared.store.write(stamp, move |tx| {
        terminals.iter().try_for_each(|terminal| integrity::mark_anchored(tx, *terminal)).map_err(Error::from)
    })
}
