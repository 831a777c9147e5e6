//! What a manager decides when records are missing for good, or two copies have gone on by themselves (fiscal.md 7.7).

use std::sync::Arc;

use api::types::{BooksHealth, GapDeclare, IncidentKind};
use api::{FaultCode, Topic};
use fiscal::{Anchor, Chain, DeclaredGap, JetEvent, JetPayload};
use serde_json::json;
use store::op::GapDeclared;
use store::tables::master::set;
use store::tables::settings::WorkstationRow;
use store::tables::{copies, integrity};
use store::{MasterEntity, Op};

use super::{Incident, health, settled};
use crate::context::{Context as _, Mutation};
use crate::error::{Result, refuse};
use crate::fiscal_book::Book;
use crate::keys;
use crate::text::required;

/// Longest reason.
const REASON: usize = 200;

/// Declares what is missing lost: numbers and totals go on behind it, the journal says so (JET 941, 940), and the
/// verifier will tell of the gap for ever. A workstation whose copy has gone on elsewhere is retired instead (JET 970):
/// two documents bear its numbers, and no more may follow.
pub fn declare_gap(cx: &mut Mutation<'_, '_>, request: &GapDeclare) -> Result<BooksHealth> {
    let reason = required("reason", &request.reason, REASON)?;
    let incident = cx.shared.books.incident(request.workstation_id);
    let Some(Incident { kind, found, anchor: Some(anchor) }) = incident else {
        return refuse(FaultCode::NothingToDecide);
    };
    let workstation = cx.find_workstation(request.workstation_id)?;
    match kind {
        IncidentKind::RecordsMissing => lose(cx, &workstation, found, anchor, &reason)?,
        _ => retire(cx, &workstation, &anchor, &reason)?,
    }
    let terminal = workstation.id;
    cx.after.push(Box::new(move |shared| {
        shared.books.set_incident(terminal, None);
        shared.books.bell.ring();
    }));
    cx.touch(&[Topic::Books, Topic::Workstations]);
    Ok(settled(health(cx)?, &[terminal]))
}

/// The first record behind the gap declares it, and is sealed on what the anchor knows.
fn lose(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    found: i64,
    anchor: Anchor,
    reason: &str,
) -> Result<()> {
    let (from_seq, to_seq) = (found + 1, anchor.global_seq);
    let new = keys::new_if_lost(cx, workstation, to_seq + 1)?;
    let key = match &new {
        Some((_, key)) => Arc::clone(key),
        None => keys::in_force(cx, workstation.id)?,
    };
    let mut book = Book::with_key(cx, workstation.id, &workstation.code, key)?.behind(&anchor);
    let gap = DeclaredGap { from_seq, to_seq, anchor: anchor.clone() };
    let info = format!("Enregistrements {from_seq} à {to_seq} perdus : {reason}");
    let declared = book.seal(&JetPayload::gap_declared(book.header(Chain::Jet), gap, info).into())?;
    let by = cx.caller.user()?.name.clone();
    let restored = book.journal(JetEvent::BackupRestored, format!("Décision de {by}"))?;
    copies::paid(cx.tx, workstation.id)?;
    let declared_at = declared.global_seq;
    let key = new.map(|(change, _)| change);
    let op = GapDeclared { from_seq, anchor, declared_at, key, records: vec![declared, restored] };
    cx.emit(Op::GapDeclared(Box::new(op)))
}

fn retire(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    anchor: &Anchor,
    reason: &str,
) -> Result<()> {
    let key = keys::of_terminal(cx.shared, workstation.id)?;
    let mut book = Book::with_key(cx, workstation.id, &workstation.code, key)?;
    let info = format!("Autre enregistrement {} ({}) : {reason}", anchor.global_seq, anchor.link_global);
    let record = book.journal(JetEvent::SyncConflict, info)?;
    integrity::keep_conflict(cx.tx, anchor, &serde_json::to_string(anchor)?, "anchor")?;
    cx.emit(Op::FiscalRecorded(vec![record]))?;
    Ok(set(cx.tx, MasterEntity::Workstation, workstation.id.0, vec![("active", json!(0))])?)
}
