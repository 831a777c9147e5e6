//! Defects in the books: noted once, journaled once a day (JET 90), acknowledged by a manager. Nothing is ever repaired by
//! signing it again.

use std::sync::Arc;

use api::types::{BooksHealth, WorkstationRef};
use api::{Event, FaultCode, Topic};
use domain::ids::WorkstationId;
use fiscal::JetEvent;
use store::tables::integrity::{self, DefectRow};
use store::tables::settings;
use store::{Actor, Op, Stamp};

use super::health;
use crate::context::{Caller, Context as _, Mutation};
use crate::error::{Error, Result, refuse};
use crate::fiscal_book::Book;
use crate::shared::Shared;

/// Defects of one workstation that are journaled by themselves; more of them are one disaster, and one entry tells their
/// number.
const JOURNALED: usize = 20;

/// An anchor that is there cannot be believed.
pub const ANCHOR_UNTRUSTED: &str = "anchor_untrusted";
/// Every anchor that was written is gone.
pub const ANCHORS_ABSENT: &str = "anchors_absent";
/// Names of what can be wrong with anchors; a record has those of the verifier.
pub const ANCHOR_DEFECTS: [&str; 2] = [ANCHOR_UNTRUSTED, ANCHORS_ABSENT];

/// Notes defects by place and name; sales at the workstation wait for a manager to take note of new ones.
pub fn note_defects(shared: &Shared, terminal: WorkstationId, found: Vec<(i64, String)>) -> Result<()> {
    let stamp = Stamp { now_ms: shared.clock.now_ms(), actor: Actor::default() };
    let open = shared.store.write(stamp, move |tx| {
        for (position, defect) in &found {
            integrity::note(tx, terminal, *position, defect)?;
        }
        Ok::<_, Error>(integrity::unacknowledged(tx.db(), terminal)?)
    })?;
    shared.books.set_unacknowledged(terminal, open);
    shared.send(&Event::Changed { topics: vec![Topic::Books], workstation: None, client: None });
    Ok(())
}

/// Puts defects that are not acknowledged, or were found today, into the journal of today. What cannot be journaled now,
/// because the clock is wrong or the key is missing, is journaled at the next start.
pub fn journal_defects(shared: &Arc<Shared>, terminal: WorkstationId) {
    if let Err(error) = try_journal(shared, terminal) {
        tracing::warn!(%error, %terminal, "defects are not journaled yet");
    }
}

fn try_journal(shared: &Arc<Shared>, terminal: WorkstationId) -> Result<()> {
    let due = |db: store::Db<'_>| -> Result<bool> {
        let defects = integrity::defects(db, terminal)?;
        Ok(!defects.is_empty() && settings::workstation(db, terminal)?.is_some())
    };
    if !shared.store.read(due)? {
        return Ok(());
    }
    let (owner, caller) = (Arc::clone(shared), Caller { workstation: Some(terminal), ..Caller::default() });
    let stamp = Stamp { now_ms: shared.clock.now_ms(), actor: caller.actor() };
    shared.store.write(stamp, move |tx| {
        let mut cx = Mutation::new(tx, &caller, &owner);
        let day = cx.local_now()?.day();
        let found: Vec<DefectRow> = integrity::defects(cx.db(), terminal)?
            .into_iter()
            .filter(|defect| defect.journaled_day != day && defect.acknowledged_ms.is_none())
            .collect();
        journal(&mut cx, terminal, &found, &day)
    })
}

fn journal(cx: &mut Mutation<'_, '_>, terminal: WorkstationId, found: &[DefectRow], day: &str) -> Result<()> {
    if found.is_empty() {
        return Ok(());
    }
    let mut book = Book::open(cx, &cx.find_workstation(terminal)?)?;
    let mut records = Vec::new();
    for defect in found.iter().take(JOURNALED) {
        let info = format!("Enregistrement {} : {}", defect.position, defect.defect);
        records.push(book.journal(JetEvent::IntegrityDefect, info)?);
    }
    if let Some(more) = found.len().checked_sub(JOURNALED).filter(|more| *more > 0) {
        records.push(book.journal(JetEvent::IntegrityDefect, format!("{more} autres défauts"))?);
    }
    for defect in found {
        integrity::journaled(cx.tx, terminal, defect, day)?;
    }
    cx.emit(Op::FiscalRecorded(records))
}

/// A manager takes note of the defects of a workstation, which is itself journaled; sales go on.
pub fn acknowledge(cx: &mut Mutation<'_, '_>, request: &WorkstationRef) -> Result<BooksHealth> {
    let (terminal, user) = (request.workstation_id, cx.caller.user()?.clone());
    let workstation = cx.find_workstation(terminal)?;
    let Some(position) = integrity::unacknowledged(cx.db(), terminal)? else {
        return refuse(FaultCode::NothingToDecide);
    };
    let count = integrity::acknowledge(cx.tx, terminal, user.id)?;
    let info = format!(
        "Défauts d'intégrité pris en compte par {} : {count}, dès l'enregistrement {position}",
        user.name
    );
    let record = Book::open(cx, &workstation)?.journal(JetEvent::Maintenance, info)?;
    cx.emit(Op::FiscalRecorded(vec![record]))?;
    cx.after.push(Box::new(move |shared| shared.books.set_unacknowledged(terminal, None)));
    cx.touch(&[Topic::Books]);
    health(cx)
}
