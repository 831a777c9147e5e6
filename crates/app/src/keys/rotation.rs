//! A new key for a workstation: because a year has passed, or because the old one was lost (fiscal.md 7.4).

use std::sync::Arc;

use api::types::{BooksHealth, KeyReplace, WorkstationRef};
use api::{FaultCode, Topic};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fiscal::signing::{self, encode_signature};
use fiscal::{JetEvent, Signer as _};
use store::Op;
use store::op::{FiscalKeyRow, KeyChanged};
use store::tables::books;
use store::tables::settings::WorkstationRow;

use super::settle::{candidate, promote};
use super::{NewKey, TerminalKey, generate, of_terminal, subject};
use crate::books as state;
use crate::context::{Context as _, Mutation};
use crate::crash_points::CrashPoint;
use crate::error::{Result, refuse};
use crate::fiscal_book::Book;
use crate::shared::lock;
use crate::text::required;

/// Longest account of what happened to a key.
const REASON: usize = 200;

/// Gives a workstation a new key while it still has the old one, which signs the new one.
pub fn rotate(cx: &mut Mutation<'_, '_>, request: &WorkstationRef) -> Result<BooksHealth> {
    let workstation = cx.find_workstation(request.workstation_id)?;
    cx.shared.books.allow_writing(workstation.id)?;
    let old = of_terminal(cx.shared, workstation.id)?;
    change(cx, &workstation, Some(&old), None)
}

/// Gives a workstation a new key in place of one that was lost. Nobody vouches for the new one but the manager, so the
/// journal says who and why, and the verifier will warn of it.
pub fn replace(cx: &mut Mutation<'_, '_>, request: &KeyReplace) -> Result<BooksHealth> {
    let reason = required("reason", &request.reason, REASON)?;
    let workstation = cx.find_workstation(request.workstation_id)?;
    let incident = cx.shared.books.incident(workstation.id);
    // While records are missing that is decided first: a key announced before it would take a number that was used.
    if incident.is_none_or(|incident| incident.anchor.is_some()) {
        return refuse(FaultCode::NothingToDecide);
    }
    change(cx, &workstation, None, Some(reason))
}

/// A new key for a workstation whose own was lost together with its last records: the gap is declared with it. None while
/// the key in force is here.
pub fn new_if_lost(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    valid_from_seq: i64,
) -> Result<Option<(KeyChanged, Arc<TerminalKey>)>> {
    if super::in_force(cx, workstation.id).is_ok() {
        return Ok(None);
    }
    let new = generate(&subject(&cx.shop()?, &workstation.code))?;
    let previous = books::keys(cx.db(), workstation.id)?.pop().map(|key| key.key_id).unwrap_or_default();
    keep_candidate(cx, workstation, &new)?;
    let (terminal_id, key) = (workstation.id, row(&new, valid_from_seq));
    let change = KeyChanged { terminal_id, key, previous, countersignature: None, records: Vec::new() };
    let signer = Arc::clone(&new.key);
    lift_after(cx, workstation, new);
    Ok(Some((change, signer)))
}

/// Kept before it is announced: a crash behind the commit must not leave books whose key nobody has.
fn keep_candidate(cx: &Mutation<'_, '_>, workstation: &WorkstationRow, new: &NewKey) -> Result<()> {
    let name = candidate(workstation.id);
    Ok(cx.shared.key_store.keep_secret(&name, &new.pkcs8).map_err(store::Error::from)?)
}

fn change(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    old: Option<&Arc<TerminalKey>>,
    reason: Option<String>,
) -> Result<BooksHealth> {
    let (terminal, by) = (workstation.id, cx.caller.user()?.name.clone());
    let new = generate(&subject(&cx.shop()?, &workstation.code))?;
    let countersignature =
        old.map(|old| old.sign(new.key.spki())).transpose().map_err(fiscal::SealError::from)?;
    let previous = books::keys(cx.db(), terminal)?.pop().map(|key| key.key_id).unwrap_or_default();
    let mut book = Book::with_key(cx, terminal, &workstation.code, Arc::clone(&new.key))?;
    let announced = book.journal(JetEvent::KeyRotated, format!("{} {previous}", new.key.key_id()))?;
    let valid_from_seq = announced.global_seq;
    let mut records = vec![announced];
    if let Some(reason) = reason {
        records
            .push(book.journal(JetEvent::Maintenance, format!("Clé perdue, remplacée par {by} : {reason}"))?);
    }
    CrashPoint::KeyAnnounced.reached();
    keep_candidate(cx, workstation, &new)?;
    CrashPoint::CandidateKept.reached();
    let key = row(&new, valid_from_seq);
    let countersignature = countersignature.as_ref().map(encode_signature);
    let change = KeyChanged { terminal_id: terminal, key, previous, countersignature, records };
    cx.emit(Op::KeyChanged(Box::new(change)))?;
    CrashPoint::KeyChangeWritten.reached();
    lift_after(cx, workstation, new);
    cx.touch(&[Topic::Books]);
    Ok(state::renewed(state::health(cx)?, terminal))
}

fn row(new: &NewKey, valid_from_seq: i64) -> FiscalKeyRow {
    FiscalKeyRow {
        key_id: new.key.key_id(),
        alg: signing::ALGORITHM.to_owned(),
        spki: STANDARD.encode(new.key.spki()),
        cert_pem: new.certificate.clone(),
        valid_from_seq,
    }
}

/// Once the announcement is committed, the candidate takes its place. If that fails, this run goes on with the key it has
/// in memory, and the next start tries again.
fn lift_after(cx: &mut Mutation<'_, '_>, workstation: &WorkstationRow, new: NewKey) {
    let (terminal, NewKey { pkcs8, key, .. }) = (workstation.id, new);
    cx.after.push(Box::new(move |shared| {
        if let Err(error) = promote(shared, terminal, &pkcs8) {
            tracing::error!(%error, %terminal, "the new key waits as a candidate");
        }
        lock(&shared.keys).insert(terminal, key);
        shared.books.set_incident(terminal, None);
        shared.books.bell.ring();
    }));
}
