//! What stops a workstation, found when the program starts. Costs the same after ten years as after a day.

use std::sync::Arc;

use api::types::{AnchorState, IncidentKind, KeyState, StartAlert};
use api::{Fault, FaultCode};
use domain::ids::WorkstationId;
use store::Db;
use store::tables::{books, fiscal as chains, integrity, settings};

use super::{Incident, note_defects};
use crate::anchors::{self, TerminalStanding};
use crate::error::{Error, Result};
use crate::keys;
use crate::shared::{Shared, lock};
use crate::verify::{self, TailDefect};

/// Looks at the keys, the anchors and the last records of every workstation, and keeps what was found: what stops a
/// workstation, and an alert for whoever signs in.
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
        alert(shared, *terminal, incident.as_ref())?;
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
        (true, _) => "anchor_untrusted",
        (false, true) => "anchors_absent",
        _ => return Ok(()),
    };
    if let Some(media) = &shared.books.media {
        // Evidence; that there is no file to keep is no failure.
        let _ = media.set_aside();
    }
    note_defects(shared, terminal, vec![(standing.last_seq, defect.to_owned())])
}

/// Tells whoever signs in.
fn alert(shared: &Shared, terminal: WorkstationId, incident: Option<&Incident>) -> Result<()> {
    let Some(incident) = incident else { return Ok(()) };
    let row = shared.store.read(|db| Ok::<_, Error>(settings::workstation(db, terminal)?))?;
    let code = row.map_or_else(|| terminal.to_string(), |row| row.code);
    // One sentence for all workstations: what is to be done is the same, and the back office tells them apart.
    let fault = incident.fault().with("terminal", code);
    let told = lock(&shared.alerts).iter().any(|alert| alert.code == fault.code);
    if !told {
        push(shared, fault);
    }
    Ok(())
}

fn push(shared: &Shared, fault: Fault) {
    lock(&shared.alerts).push(StartAlert { code: fault.code, params: fault.params });
}

/// The file names a workstation that this database has never heard of: the database was deleted, or replaced by another.
fn unknown_books(shared: &Shared, known: &[WorkstationId]) {
    let Some(media) = &shared.books.media else { return };
    let unknown = media.named().into_iter().filter(|terminal| !known.contains(terminal)).count();
    if unknown > 0 {
        push(
            shared,
            Fault::refused(FaultCode::BooksUnknown).with("count", i64::try_from(unknown).unwrap_or(0)),
        );
    }
}

/// The last records do not verify: noted, journaled once a day, and told to whoever signs in.
fn note_broken_tails(shared: &Arc<Shared>) -> Result<()> {
    for TailDefect { terminal, code, position, defect } in shared.store.read(verify::last_records)? {
        // What an anchor says is missing is already to be decided.
        if shared.books.in_question(terminal) {
            continue;
        }
        push(
            shared,
            Fault::refused(FaultCode::FiscalChainBroken).with("terminal", code).with("position", position),
        );
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
