//! Archives on demand. The sums of a year are read beside the work; only then is the archive sealed, in one short
//! transaction: its record (P), the event of the archive (JET 20) and that of the export (JET 110).

use std::sync::Arc;

use api::FaultCode;
use archive::Start;
use fiscal::verify::Verdict;
use fiscal::{
    ArchivePayload, ArchiveType, Chain, DocumentClass, JetEvent, Payload, PeriodTally, PerpetualTotals,
};
use store::tables::archives::{self as rows, RequestRow};
use store::tables::{fiscal as chains, settings};
use store::{Op, Stamp};

use super::worker::stamp;
use super::write::verifier;
use super::{BREATH, PAGE, next_try};
use crate::context::{Caller, Context as _, Mutation, SignedIn};
use crate::crash_points::CrashPoint;
use crate::error::{Error, Result};
use crate::fiscal_book::Book;
use crate::shared::Shared;

/// What the records of a period come to.
struct Sums {
    tally: PeriodTally,
    records: i64,
    link: String,
    perpetual: PerpetualTotals,
    anomaly: bool,
}

/// Seals what was asked for. True when something was tried.
pub(super) fn answer_all(shared: &Arc<Shared>) -> Result<bool> {
    let now_ms = shared.clock.now_ms();
    let due = shared.store.read(|db| Ok::<_, Error>(rows::requests(db)?))?;
    let due: Vec<RequestRow> = due.into_iter().filter(|request| request.next_ms <= now_ms).collect();
    let tried = !due.is_empty();
    for request in due {
        match answer(shared, request.clone()) {
            Ok(()) => {}
            Err(Error::Cancelled) => break,
            Err(error) => {
                tracing::warn!(%error, "archive on demand");
                let (id, name, next_ms) = (request.id, name_of(&error), next_try(now_ms, 1));
                shared
                    .store
                    .write(stamp(shared), move |tx| Ok::<_, Error>(rows::postpone(tx, id, name, next_ms)?))?;
            }
        }
    }
    Ok(tried)
}

const fn name_of(error: &Error) -> &'static str {
    match error {
        Error::Refused(fault) if matches!(fault.code, FaultCode::ClockBehind) => "clock",
        Error::Refused(_) | Error::Seal(_) => "key",
        _ => "file",
    }
}

fn answer(shared: &Arc<Shared>, request: RequestRow) -> Result<()> {
    let sums = sums(shared, &request)?;
    let user = request.user.map(|id| shared.store.read(|db| Ok::<_, Error>(settings::user(db, id)?)));
    let user = user.transpose()?.flatten();
    let caller = Caller {
        user: user.map(|u| SignedIn { id: u.id, name: u.name, role: u.role, is_seller: u.is_seller }),
        workstation: Some(request.workstation),
        approved_by: request.approved_by,
        ..Caller::default()
    };
    let stamp = Stamp { now_ms: shared.clock.now_ms(), actor: caller.actor() };
    let owner = Arc::clone(shared);
    shared.store.write(stamp, move |tx| {
        if !rows::answer(tx, request.id)? {
            return Ok(());
        }
        seal(&mut Mutation::new(tx, &caller, &owner), &request, sums)
    })?;
    CrashPoint::ArchiveCommitted.reached();
    Ok(())
}

fn seal(cx: &mut Mutation<'_, '_>, request: &RequestRow, sums: Sums) -> Result<()> {
    let mut book = Book::open(cx, &cx.find_workstation(request.workstation)?)?;
    let payload = ArchivePayload {
        header: book.header(Chain::Archive),
        archive_type: ArchiveType::P,
        period_from: request.from_day.clone(),
        period_to: request.to_day.clone(),
        first_seq: request.range.0,
        last_seq: request.range.1,
        link_global: sums.link,
        records: sums.records,
        vat: sums.tally.vat(),
        total: sums.tally.total(),
        perpetual: sums.perpetual,
        anomaly: sums.anomaly,
    };
    let record = book.seal(&payload.into())?;
    let info = format!("{} : du {} au {}", record.doc_no, request.from_day, request.to_day);
    let archived = book.journal(JetEvent::ArchiveCreated, info.clone())?;
    let exported = book.journal(JetEvent::DataExported, info)?;
    cx.emit(Op::FiscalRecorded(vec![record, archived, exported]))?;
    CrashPoint::ArchiveSealed.reached();
    Ok(())
}

fn sums(shared: &Arc<Shared>, request: &RequestRow) -> Result<Sums> {
    let (terminal, (first, last)) = (request.workstation, request.range);
    let (before, behind, keys) = shared.store.read(|db| {
        let before = chains::state_at(db, terminal, first - 1)?;
        let behind = chains::state_at(db, terminal, last)?;
        Ok::<_, Error>((before, behind, super::write::public_keys(db, terminal)?))
    })?;
    let start = Start::after(before.heads, before.perpetual);
    let mut verifier = verifier(terminal, &start, &keys)?;
    let (mut tally, mut records, mut after) = (PeriodTally::default(), 0, first - 1);
    while after < last {
        let page = shared.store.read(|db| Ok::<_, Error>(chains::records(db, terminal, after, PAGE)?))?;
        let Some(end) = page.last() else { break };
        after = end.global_seq;
        for record in page.iter().filter(|record| record.global_seq <= last) {
            records += 1;
            verifier.push(record);
            if record.chain == Chain::Ticket {
                add(&mut tally, &record.payload);
            }
        }
        if shared.is_stopping() {
            return Err(Error::Cancelled);
        }
        std::thread::sleep(BREATH);
    }
    let anomaly = verifier.finish(None).verdict() == Verdict::Broken;
    Ok(Sums { tally, records, link: behind.heads.link_global, perpetual: behind.perpetual, anomaly })
}

/// A payload that cannot be read is a defect, and found as one.
fn add(tally: &mut PeriodTally, payload: &str) {
    let ticket = serde_json::from_str::<Payload>(payload).ok().and_then(Payload::into_ticket);
    if let Some(ticket) = ticket.filter(|ticket| ticket.class == DocumentClass::Ticket) {
        tally.ticket(&ticket);
    }
}
