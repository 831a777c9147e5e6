//! Closed periods, and what a person said of the clock. Their rows are read from the signed records.

use ::fiscal::{ArchivePayload, Chain, FiscalRecord, GrandTotalPayload, JetEvent, Payload, Scope, extract};
use rusqlite::{Connection, named_params};

use super::{Place, fiscal as records, trading_day};
use crate::error::{Error, Result};
use crate::op::{ClockAccepted, PeriodClosed};

/// A period was closed: its records, and its row. A day takes the running sums with it.
pub fn close(conn: &Connection, closed: &PeriodClosed, place: Place) -> Result<()> {
    closed.records.iter().try_for_each(|record| records::insert(conn, record))?;
    let (record, total) = grand_total(closed)?;
    let (archive_seq, archive) = archive(closed)?;
    let detail = total.detail.as_ref();
    let number = detail.map(|d| d.number).ok_or_else(|| missing(closed, "number"))?;
    if total.scope == Scope::Jour {
        trading_day::close(conn, &record.terminal_id, &total.period_key, number)?;
    }
    conn.prepare_cached(
        "INSERT INTO closing (id, terminal_id, scope, period_key, number, period_from, period_to, closed_ms, user_id, tickets, total,
           gtp_real_cents, gtp_abs_cents, gt_seq, archive_seq, first_seq, last_seq, link_global, anomaly, extract)
         VALUES (:id, :terminal, :scope, :key, :number, :from, :to, :at, :user, :tickets, :total,
           :real, :abs, :gt, :archive, :first, :last, :link, :anomaly, :extract)",
    )?
    .execute(named_params! {
        ":id": closed.id.0, ":terminal": record.terminal_id, ":scope": total.scope.as_str(), ":key": total.period_key,
        ":number": number, ":from": closed.from, ":to": closed.to, ":at": place.at_ms, ":user": closed.user.map(|u| u.0),
        ":tickets": detail.map_or(0, |d| d.tickets), ":total": total.period_total.0, ":real": total.perpetual.real.0,
        ":abs": total.perpetual.abs.0, ":gt": record.global_seq, ":archive": archive_seq, ":first": archive.first_seq,
        ":last": archive.last_seq, ":link": archive.link_global, ":anomaly": archive.anomaly, ":extract": extract(&record.sig),
    })?;
    Ok(())
}

/// A person said that the clock is right.
pub fn accept_clock(conn: &Connection, accepted: &ClockAccepted, place: Place) -> Result<()> {
    let record = &accepted.record;
    let events = [JetEvent::ClockAnomaly, JetEvent::ClockOverridden].map(JetEvent::code);
    let event = record.kind.parse::<u16>().ok().filter(|code| events.contains(code));
    let event = event.ok_or_else(|| Error::Op(format!("{} says nothing of the clock", record.doc_no)))?;
    records::insert(conn, record)?;
    conn.prepare_cached(
        "INSERT INTO clock_acceptance (terminal_id, global_seq, event, at_ms, user_id) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((&record.terminal_id, record.global_seq, event, place.at_ms, accepted.user.0))?;
    Ok(())
}

fn grand_total(closed: &PeriodClosed) -> Result<(&FiscalRecord, GrandTotalPayload)> {
    let record = of_chain(closed, Chain::Gt)?;
    match serde_json::from_str(&record.payload)? {
        Payload::GrandTotal(payload) => Ok((record, *payload)),
        _ => Err(missing(closed, "grand total")),
    }
}

fn archive(closed: &PeriodClosed) -> Result<(i64, ArchivePayload)> {
    let record = of_chain(closed, Chain::Archive)?;
    match serde_json::from_str(&record.payload)? {
        Payload::Archive(payload) => Ok((record.global_seq, *payload)),
        _ => Err(missing(closed, "archive")),
    }
}

fn of_chain(closed: &PeriodClosed, chain: Chain) -> Result<&FiscalRecord> {
    let found = closed.records.iter().find(|r| r.chain == chain);
    found.ok_or_else(|| missing(closed, chain.as_str()))
}

fn missing(closed: &PeriodClosed, what: &str) -> Error {
    Error::Op(format!("closing {} without {what}", closed.id))
}
