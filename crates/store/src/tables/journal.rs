//! The journal of technical events («JET») of all workstations, newest first, and the signed counts of drawers.
//!
//! Each workstation has its own chain. The ends of the chains are read by their index and merged, so that a page costs
//! what it shows and not what the book holds.

use domain::ids::WorkstationId;
use fiscal::FiscalRecord;
use rusqlite::Row;

use super::fiscal::{RECORD, record, terminals};
use super::{all, one};
use crate::error::{Error, Result};
use crate::reader::Db;

/// Which events.
#[derive(Clone, Debug, Default)]
pub struct JournalFilter {
    /// Only this workstation.
    pub workstation: Option<WorkstationId>,
    /// Only this code.
    pub code: Option<u16>,
    /// From this second («2026-11-21T08:30:05Z»), included.
    pub from: Option<String>,
    /// Before this second.
    pub before: Option<String>,
}

/// An event.
#[derive(Clone, Debug)]
pub struct EventRow {
    /// Number of the record.
    pub number: String,
    /// The workstation.
    pub workstation: WorkstationId,
    /// «2026-11-21T08:30:05Z».
    pub ts_utc: String,
    /// Who, by the name of that day.
    pub operator: Option<String>,
    /// Our code.
    pub code: String,
    /// Its label, as signed.
    pub label: String,
    /// What happened, as signed.
    pub info: String,
    /// Its signature.
    pub sig: String,
}

/// Where an event stands; compared by time, then by place.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    ts_utc: String,
    terminal: String,
    global_seq: i64,
}

/// A page of events, newest first.
pub fn page(db: Db<'_>, filter: &JournalFilter, offset: u32, limit: u32) -> Result<Vec<EventRow>> {
    let wanted = offset.saturating_add(limit);
    let mut places = Vec::new();
    for terminal in chains(db, filter)? {
        places.extend(last_places(db, &terminal.to_string(), filter, wanted)?);
    }
    places.sort_unstable_by(|a, b| b.cmp(a));
    let shown = places.into_iter().skip(offset as usize).take(limit as usize);
    shown.map(|place| event(db, &place)).collect()
}

fn chains(db: Db<'_>, filter: &JournalFilter) -> Result<Vec<WorkstationId>> {
    let all = terminals(db)?;
    Ok(all.into_iter().filter(|id| filter.workstation.is_none_or(|wanted| wanted == *id)).collect())
}

/// The two indexes of events, by time and by kind and time, each answer one of the statements.
fn last_places(db: Db<'_>, terminal: &str, filter: &JournalFilter, limit: u32) -> Result<Vec<Place>> {
    let of_kind = if filter.code.is_some() { "AND kind = ?5" } else { "AND ?5 IS NULL" };
    let sql = format!(
        "SELECT ts_utc, terminal_id, global_seq FROM fiscal_record WHERE terminal_id = ?1 AND chain = 'JET'
        AND ts_utc >= ?2 AND ts_utc < ?3 {of_kind} ORDER BY ts_utc DESC, global_seq DESC LIMIT ?4"
    );
    let (from, before) = (filter.from.as_deref().unwrap_or(""), filter.before.as_deref().unwrap_or("~"));
    let code = filter.code.map(|code| code.to_string());
    all(db.0, &sql, (terminal, from, before, limit, code), |r| {
        Ok(Place { ts_utc: r.get(0)?, terminal: r.get(1)?, global_seq: r.get(2)? })
    })
}

fn event(db: Db<'_>, place: &Place) -> Result<EventRow> {
    let sql = "SELECT doc_no, ts_utc, kind, sig, payload ->> '$.header.operator.name', payload ->> '$.label',
        payload ->> '$.info' FROM fiscal_record WHERE terminal_id = ?1 AND global_seq = ?2";
    let damaged = || Error::Fiscal(format!("{} {}", place.terminal, place.global_seq));
    let workstation = place.terminal.parse().map(WorkstationId).map_err(|_| damaged())?;
    let row = |r: &Row<'_>| {
        Ok(EventRow {
            number: r.get(0)?,
            workstation,
            ts_utc: r.get(1)?,
            code: r.get(2)?,
            sig: r.get(3)?,
            operator: r.get(4)?,
            label: r.get(5)?,
            info: r.get(6)?,
        })
    };
    one(db.0, sql, (&place.terminal, place.global_seq), row)?.ok_or_else(damaged)
}

/// The codes that occur: each is found behind the one before it, so the events between them are not read.
pub fn codes(db: Db<'_>) -> Result<Vec<String>> {
    let next = "SELECT kind FROM fiscal_record WHERE terminal_id = ?1 AND chain = 'JET' AND kind > ?2 ORDER BY kind LIMIT 1";
    let mut codes = std::collections::BTreeSet::new();
    for terminal in terminals(db)? {
        let (terminal, mut last) = (terminal.to_string(), String::new());
        while let Some(code) = one(db.0, next, (&terminal, &last), |r| r.get::<_, String>(0))? {
            codes.insert(code.clone());
            last = code;
        }
    }
    Ok(codes.into_iter().collect())
}

/// The counts of a drawer (JET 170) that were signed between two moments («2026-11-21T08:30:05Z»), both included.
pub fn counts(db: Db<'_>, terminal: WorkstationId, from: &str, to: &str) -> Result<Vec<FiscalRecord>> {
    let sql = format!(
        "{RECORD} WHERE terminal_id = ?1 AND chain = 'JET' AND kind = '170' AND ts_utc BETWEEN ?2 AND ?3 ORDER BY chain_seq"
    );
    all(db.0, &sql, (terminal.to_string(), from, to), record)
}
