//! What people are told before they sign in: what keeps the shop from selling, or its books from being believed.
//!
//! Nothing is remembered here. Each answer is read from the state of the books, so a decision of a manager lifts its
//! alert, and a defect that is found while the program runs raises one. Damage to the file alone stays for the run:
//! it is mended by another file, which the program takes up when it starts.

use api::types::StartAlert;
use api::{Fault, FaultCode};
use domain::ids::WorkstationId;
use store::tables::{fiscal as chains, integrity, settings};

use crate::books::ANCHOR_DEFECTS;
use crate::context::Query;
use crate::error::Result;
use crate::integrity::table_differences;

/// All there is to tell, worst first. One sentence of a kind for all workstations: what is to be done is the same, and
/// the back office tells them apart.
pub fn current(cx: &Query<'_>) -> Result<Vec<StartAlert>> {
    let damage = cx.shared.damage.get().cloned();
    let faults = damage
        .into_iter()
        .chain(incidents(cx)?)
        .chain(defects(cx)?)
        .chain(unknown_books(cx)?)
        .chain(tables(cx))
        .chain(verification(cx));
    let mut alerts: Vec<StartAlert> = Vec::new();
    for Fault { code, params, .. } in faults {
        if !alerts.iter().any(|alert| alert.code == code) {
            alerts.push(StartAlert { code, params });
        }
    }
    Ok(alerts)
}

/// What a manager has to decide.
fn incidents(cx: &Query<'_>) -> Result<Vec<Fault>> {
    let incidents = cx.shared.books.incidents();
    let fault = |(terminal, incident): (&WorkstationId, &crate::books::Incident)| {
        Ok(incident.fault().with("terminal", code(cx, *terminal)?))
    };
    incidents.iter().map(fault).collect()
}

/// What a manager has to take note of.
fn defects(cx: &Query<'_>) -> Result<Vec<Fault>> {
    let fault = |open: integrity::OpenDefect| {
        let of_anchor = ANCHOR_DEFECTS.contains(&open.defect.as_str());
        let kind = if of_anchor { FaultCode::IntegrityUnacknowledged } else { FaultCode::FiscalChainBroken };
        Ok(Fault::refused(kind).with("terminal", code(cx, open.terminal)?).with("position", open.position))
    };
    integrity::open(cx.db)?.into_iter().map(fault).collect()
}

/// Anchors name workstations that this database has never heard of.
fn unknown_books(cx: &Query<'_>) -> Result<Option<Fault>> {
    let count = cx.shared.books.unknown(&chains::terminals(cx.db)?);
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    Ok((count > 0).then(|| Fault::refused(FaultCode::BooksUnknown).with("count", count)))
}

/// Tables are not what the operation log says. A later check that finds nothing lifts it; one that cannot be read keeps nobody
/// from signing in.
fn tables(cx: &Query<'_>) -> Option<Fault> {
    let count = table_differences(cx.db).unwrap_or_else(|error| {
        tracing::error!(%error, "the last check of the tables cannot be read");
        None
    })?;
    Some(Fault::refused(FaultCode::TablesDiffer).with("count", i64::try_from(count).unwrap_or(i64::MAX)))
}

/// A verification, of the night perhaps, that could not be carried through says nothing of the books, and must not be taken for one
/// that found nothing. Cancelling the next one does not lift it.
fn verification(cx: &Query<'_>) -> Option<Fault> {
    let last = integrity::last_run(cx.db, true).unwrap_or_else(|error| {
        tracing::error!(%error, "the last verification cannot be read");
        None
    })?;
    last.has_failed().then(|| Fault::refused(FaultCode::VerificationFailed))
}

fn code(cx: &Query<'_>, terminal: WorkstationId) -> Result<String> {
    let row = settings::workstation(cx.db, terminal)?;
    Ok(row.map_or_else(|| terminal.to_string(), |row| row.code))
}
