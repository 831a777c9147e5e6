//! The books as windows see them.

use api::types::{
    AnchorMedium, AnchorView, BooksHealth, DefectView, GapView, IncidentView, KeyState, WorkstationBooks,
};
use domain::ids::WorkstationId;
use jiff::Timestamp;
use store::tables::{books, fiscal as chains, integrity, settings};

use super::Incident;
use crate::anchors::{Medium, Standing, standing};
use crate::context::Context;
use crate::error::Result;
use crate::keys;

/// The books of every enrolled workstation.
pub fn health(cx: &impl Context) -> Result<BooksHealth> {
    let mut workstations = Vec::new();
    for terminal in chains::terminals(cx.db())? {
        workstations.push(workstation(cx, terminal)?);
    }
    Ok(BooksHealth { keys_weak: cx.shared().key_store.is_weak(), workstations })
}

/// The books once the transaction that settles these workstations is committed.
pub fn settled(mut health: BooksHealth, terminals: &[WorkstationId]) -> BooksHealth {
    let settled = health.workstations.iter_mut().filter(|one| terminals.contains(&one.workstation_id));
    settled.for_each(|one| one.incident = None);
    health
}

/// The books once the transaction that gives this workstation a new key is committed.
pub fn renewed(health: BooksHealth, terminal: WorkstationId) -> BooksHealth {
    let mut health = settled(health, &[terminal]);
    let renewed = health.workstations.iter_mut().filter(|one| one.workstation_id == terminal);
    renewed.for_each(|one| one.key = KeyState::Ready);
    health
}

fn workstation(cx: &impl Context, terminal: WorkstationId) -> Result<WorkstationBooks> {
    let (db, shared) = (cx.db(), cx.shared());
    let keys = books::keys(db, terminal)?;
    let in_force = keys.last();
    let row = settings::workstation(db, terminal)?;
    let trusted = keys::public_key(shared, terminal).into_iter().collect();
    let anchors = match &shared.books.media {
        Some(media) => standing(db, media, terminal, trusted)?.anchors,
        None => Vec::new(),
    };
    let gaps = books::gaps(db, terminal)?;
    let gaps =
        gaps.iter().map(|gap| GapView { from: gap.from_seq, to: gap.to_seq, declared_at: gap.declared_at });
    let defects = integrity::defects(db, terminal)?.into_iter().map(|defect| DefectView {
        position: defect.position,
        defect: defect.defect,
        found_ms: defect.found_ms,
        acknowledged_ms: defect.acknowledged_ms,
    });
    Ok(WorkstationBooks {
        workstation_id: terminal,
        code: row.as_ref().map_or_else(|| terminal.to_string(), |row| row.code.clone()),
        name: row.map(|row| row.name).unwrap_or_default(),
        records: books::last_seq(db, terminal)?,
        key: key_state(cx, terminal, in_force.map(|key| key.key_id.as_str())),
        key_id: in_force.map(|key| key.key_id.clone()).unwrap_or_default(),
        fingerprint: in_force.map(|key| keys::fingerprint(&key.spki)).unwrap_or_default(),
        key_from: in_force.map_or(0, |key| key.valid_from),
        keys: u32::try_from(keys.len()).unwrap_or(0),
        anchors: anchors.iter().map(anchor).collect(),
        incident: shared.books.incident(terminal).as_ref().map(incident),
        gaps: gaps.collect(),
        defects: defects.collect(),
    })
}

fn key_state(cx: &impl Context, terminal: WorkstationId, in_force: Option<&str>) -> KeyState {
    match keys::of_terminal(cx.shared(), terminal) {
        Ok(key) if Some(fiscal::Signer::key_id(key.as_ref()).as_str()) == in_force => KeyState::Ready,
        Ok(_) => KeyState::Foreign,
        Err(_) => KeyState::Missing,
    }
}

fn anchor(one: &Standing) -> AnchorView {
    AnchorView {
        medium: match one.medium {
            Medium::Keyring => AnchorMedium::Keyring,
            Medium::File => AnchorMedium::File,
        },
        state: one.state,
        position: one.anchor.as_ref().map(|anchor| anchor.global_seq),
        at_ms: one.anchor.as_ref().and_then(|anchor| at_ms(&anchor.ts_utc)),
    }
}

fn incident(one: &Incident) -> IncidentView {
    IncidentView {
        kind: one.kind,
        found: one.found,
        anchored: one.anchor.as_ref().map_or(one.found, |anchor| anchor.global_seq),
        anchored_ms: one.anchor.as_ref().and_then(|anchor| at_ms(&anchor.ts_utc)),
    }
}

/// UTC milliseconds of a record's moment; none for a text that is none.
fn at_ms(ts_utc: &str) -> Option<i64> {
    ts_utc.parse::<Timestamp>().ok().map(Timestamp::as_millisecond)
}
