//! Accounts of the books, and what was exported.

use std::collections::BTreeMap;

use domain::ids::{UserId, WorkstationId};
use domain::money::Money;
use rusqlite::Row;
use uuid::Uuid;

use super::{all, one};
use crate::error::Result;
use crate::op::BookedLine;
use crate::reader::Db;

/// The accounts that the shop chose, as JSON; none while it chose nothing.
pub fn chosen(db: Db<'_>) -> Result<Option<String>> {
    Ok(one(db.0, "SELECT accounting FROM shop LIMIT 1", [], |r| r.get(0))?.flatten())
}

/// An export.
#[derive(Clone, Debug)]
pub struct BatchRow {
    /// The batch.
    pub id: Uuid,
    /// Its number.
    pub number: u32,
    /// First day of the period.
    pub from_day: String,
    /// Last day of the period.
    pub to_day: String,
    /// SIREN, as it was.
    pub siren: String,
    /// SHA-256 of the FEC.
    pub sha256: String,
    /// Who.
    pub user: UserId,
    /// When.
    pub at_ms: i64,
    /// Days with entries.
    pub days: u32,
    /// Entries.
    pub entries: u32,
    /// Sum of debits.
    pub total: Money,
    /// Journals that have entries, by code.
    pub journals: Vec<String>,
}

const BATCH: &str = "SELECT b.id, b.number, b.from_day, b.to_day, b.siren, b.sha256, b.user_id, b.at_ms,
  (SELECT count(DISTINCT l.day) FROM accounting_line l WHERE l.batch_id = b.id),
  (SELECT count(DISTINCT l.entry) FROM accounting_line l WHERE l.batch_id = b.id),
  (SELECT coalesce(sum(l.debit), 0) FROM accounting_line l WHERE l.batch_id = b.id),
  (SELECT group_concat(journal, ',') FROM (SELECT DISTINCT l.journal FROM accounting_line l WHERE l.batch_id = b.id ORDER BY 1))
  FROM accounting_batch b";

fn batch_row(r: &Row<'_>) -> rusqlite::Result<BatchRow> {
    Ok(BatchRow {
        id: r.get(0)?,
        number: r.get(1)?,
        from_day: r.get(2)?,
        to_day: r.get(3)?,
        siren: r.get(4)?,
        sha256: r.get(5)?,
        user: UserId(r.get(6)?),
        at_ms: r.get(7)?,
        days: r.get(8)?,
        entries: r.get(9)?,
        total: Money(r.get(10)?),
        journals: r.get::<_, Option<String>>(11)?.unwrap_or_default().split(',').map(str::to_owned).collect(),
    })
}

/// Exports, newest first.
pub fn batches(db: Db<'_>, limit: u32) -> Result<Vec<BatchRow>> {
    all(db.0, &format!("{BATCH} ORDER BY b.number DESC LIMIT ?1"), [limit], batch_row)
}

/// An export.
pub fn batch(db: Db<'_>, id: Uuid) -> Result<Option<BatchRow>> {
    one(db.0, &format!("{BATCH} WHERE b.id = ?1"), [id], batch_row)
}

/// Numbers that the next export continues: the last batch, the last entry.
pub fn last_numbers(db: Db<'_>) -> Result<(u32, u32)> {
    let sql = "SELECT (SELECT coalesce(max(number), 0) FROM accounting_batch), (SELECT coalesce(max(entry), 0) FROM accounting_line)";
    Ok(one(db.0, sql, [], |r| Ok((r.get(0)?, r.get(1)?)))?.unwrap_or_default())
}

/// The first day of a period that is exported already, with the number of its batch.
pub fn first_exported(db: Db<'_>, from_day: &str, to_day: &str) -> Result<Option<(String, u32)>> {
    let sql = "SELECT d.day, b.number FROM accounting_day d JOIN accounting_batch b ON b.id = d.batch_id
        WHERE d.day BETWEEN ?1 AND ?2 ORDER BY d.day LIMIT 1";
    one(db.0, sql, (from_day, to_day), |r| Ok((r.get(0)?, r.get(1)?)))
}

/// The last day that was exported.
pub fn last_exported(db: Db<'_>) -> Result<Option<String>> {
    Ok(one(db.0, "SELECT max(to_day) FROM accounting_batch", [], |r| r.get(0))?.flatten())
}

const LINE: &str = "SELECT entry, n, journal, journal_label, day, workstation_id, piece, account, account_label, auxiliary, auxiliary_label,
  label, role, debit, credit FROM accounting_line";

/// The lines of an export, in the order of its files.
pub fn lines(db: Db<'_>, batch: Uuid) -> Result<Vec<BookedLine>> {
    all(db.0, &format!("{LINE} WHERE batch_id = ?1 ORDER BY entry, n"), [batch], |r| {
        Ok(BookedLine {
            entry: r.get(0)?,
            n: r.get(1)?,
            journal: r.get(2)?,
            journal_label: r.get(3)?,
            day: r.get(4)?,
            workstation: r.get::<_, Option<_>>(5)?.map(WorkstationId),
            piece: r.get(6)?,
            account: r.get(7)?,
            account_label: r.get(8)?,
            auxiliary: r.get(9)?,
            auxiliary_label: r.get(10)?,
            label: r.get(11)?,
            role: r.get(12)?,
            debit: Money(r.get(13)?),
            credit: Money(r.get(14)?),
        })
    })
}

/// What the exported entries of a day say of the turnover of each till, taxes included.
pub fn exported_turnover(db: Db<'_>, day: &str) -> Result<BTreeMap<WorkstationId, Money>> {
    let sql = "SELECT workstation_id, sum(credit - debit) FROM accounting_line
        WHERE day = ?1 AND role IN ('sales', 'tax') AND workstation_id IS NOT NULL GROUP BY workstation_id";
    Ok(all(db.0, sql, [day], |r| Ok((WorkstationId(r.get(0)?), Money(r.get(1)?))))?.into_iter().collect())
}

/// The same of all tills, by day of a period.
pub fn exported_by_day(db: Db<'_>, from_day: &str, to_day: &str) -> Result<BTreeMap<String, Money>> {
    let sql = "SELECT d.day, coalesce((SELECT sum(l.credit - l.debit) FROM accounting_line l
          WHERE l.day = d.day AND l.role IN ('sales', 'tax')), 0)
        FROM accounting_day d WHERE d.day BETWEEN ?1 AND ?2";
    let days = all(db.0, sql, (from_day, to_day), |r| Ok((r.get(0)?, Money(r.get(1)?))))?;
    Ok(days.into_iter().collect())
}
