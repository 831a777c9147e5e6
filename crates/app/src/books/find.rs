//! What stops a workstation, found when the program starts. Costs the same after ten years as after a day.

use std::sync::Arc;

use api::types::{AnchorState, IncidentKind, KeyState};
use domain::ids::WorkstationId;
use store::Db;
use store::tables::{books, fiscal as chains, integrity};

use super::defects::{ANCHOR_UNTRUSTED, ANCHORS_ABSENT};
use super::{Incident, note_defects};
use crate::anchors::{self, TerminalStanding};
use crate::error::{Error, Result};
use crate::keys;
use crate::shared::Shared;
use crate::verify::{self, TailDefect};

/// Looks at the keys, the anchors and the last records of every workstation, and keeps what stops one; whoever signs in is
/// told of it by [`crate::alerts`].
pub fn find(shared: &Arc<Shared>) -> Result<()> {
    let terminals = shared.store.read(real_terminals)?;
    for terminal in &terminals {
        let key = keys::settle(shared, *terminal)?;
        let trusted = keys::public_key(shared, *terminal).into_iter().collect();
        let standing = shared.store.read(|db| match &shared.books.media {
            Some(media) => anchors::standing(db, media, *terminal, trusted).map(Some),
            None => Ok(None),
        })?;
        let incident =
            standing.as_ref().and_then(missing_or_forked).or_else(|| of_key(shared, *terminal, key));
        if let Some(standing) = &standing {
            note_untrusted(shared, standing)?;
        }
        shared.books.set_incident(*terminal, incident);
    }
    unknown_books(shared, &terminals);
    note_broken_tails(shared)
}

fn real_terminals(db: Db<'_>) -> Result<Vec<WorkstationId>> {
    let mut real = Vec::new();
    for terminal in chains::terminals(db)? {
        if !books::is_training(db, terminal)? {
            real.push(terminal);
        }
    }
    Ok(real)
}

fn missing_or_forked(standing: &TerminalStanding) -> Option<Incident> {
    let found = standing.last_seq;
    if let Some(anchor) = standing.contradicted() {
        return Some(Incident { kind: IncidentKind::RecordsForked, found, anchor: Some(anchor.clone()) });
    }
    let anchor = standing.missing.clone()?;
    Some(Incident { kind: IncidentKind::RecordsMissing, found, anchor: Some(anchor) })
}

fn of_key(shared: &Shared, terminal: WorkstationId, key: KeyState) -> Option<Incident> {
    let kind = match key {
        KeyState::Ready => return None,
        KeyState::Missing => IncidentKind::KeyMissing,
        KeyState::Foreign => IncidentKind::KeyForeign,
    };
    let found = shared.store.read(|db| Ok::<_, Error>(books::last_seq(db, terminal)?)).unwrap_or_default();
    Some(Incident { kind, found, anchor: None })
}

/// An anchor that cannot be believed was damaged or forged; anchors that were there and are gone were deleted. Both are
/// defects that a manager has to know of. That one of two is missing is no defect: the other speaks, and the worker
/// writes it again.
fn note_untrusted(shared: &Shared, standing: &TerminalStanding) -> Result<()> {
    let has = |state| standing.anchors.iter().any(|one| one.state == state);
    let terminal = standing.terminal;
    let anchored = shared.store.read(|db| Ok::<_, Error>(integrity::anchored(db)?))?.contains(&terminal);
    let gone = anchored && standing.anchors.iter().all(|one| one.state == AnchorState::Absent);
    let defect = match (has(AnchorState::Untrusted), gone) {
        (true, _) => ANCHOR_UNTRUSTED,
        (false, true) => ANCHORS_ABSENT,
        _ => return Ok(()),
    };
    if let Some(media) = &shared.books.media {
        // Evidence; that there is no file to keep is no failure.
        let _ = media.set_aside();
    }
    note_defects(shared, terminal, vec![(standing.last_seq, defect.to_owned())])
}

/// The file names a workstation that this database has never heard of: the database was deleted, or replaced by another.
fn unknown_books(shared: &Shared, known: &[WorkstationId]) {
    let Some(media) = &shared.books.media else { return };
    shared
        .books
        .set_unknown(media.named().into_iter().filter(|terminal| !known.contains(terminal)).collect());
}

/// The last records do not verify: noted, and journaled once a day.
fn note_broken_tails(shared: &Arc<Shared>) -> Result<()> {
    for TailDefect { terminal, position, defect, .. } in shared.store.read(verify::last_records)? {
        // What an anchor says is missing is already to be decided.
        if shared.books.in_question(terminal) {
            continue;
        }
        note_defects(shared, terminal, vec![(position, defect)])?;
    }
    let terminals = shared.store.read(real_terminals)?;
    for terminal in terminals {
        let open = shared.store.read(|db| Ok::<_, Error>(integrity::unacknowledged(db, terminal)?))?;
        shared.books.set_unacknowledged(terminal, open);
        super::journal_defects(shared, terminal);
    }
    Ok(())
}
