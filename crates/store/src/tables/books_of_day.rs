//! What the grand totals and the payments say of days: the figures that must agree.

use std::collections::BTreeMap;

use domain::ids::{MethodId, WorkstationId};
use domain::money::Money;
use rusqlite::types::Type;

use super::all;
use crate::error::Result;
use crate::op::AccountSide;
use crate::reader::Db;

/// The grand total of a till's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayTotal {
    /// The workstation.
    pub workstation: WorkstationId,
    /// Turnover of the day, taxes included.
    pub total: Money,
    /// Number of the daily closing; none while there is none.
    pub closing: Option<u32>,
}

/// What the grand totals say of a day: the frozen sum of the daily closing, more what was dated on the day after it, less what the
/// closing took of other days; the running sum where there is no closing yet.
pub fn totals_of(db: Db<'_>, day: &str) -> Result<Vec<DayTotal>> {
    let sql = "SELECT w.terminal_id, c.number, CASE WHEN c.number IS NULL THEN sum(t.total) ELSE c.total
          + coalesce(sum(t.total) FILTER (WHERE t.closing <> c.number), 0)
          - coalesce((SELECT sum(o.total) FROM trading_day o WHERE o.terminal_id = w.terminal_id AND o.closing = c.number AND o.day <> ?1), 0) END
        FROM fiscal_terminal w JOIN trading_day t ON t.terminal_id = w.terminal_id AND t.day = ?1
        LEFT JOIN closing c ON c.terminal_id = w.terminal_id AND c.scope = 'JOUR' AND c.period_key = ?1
        GROUP BY w.terminal_id ORDER BY w.code";
    all(db.0, sql, [day], |r| {
        let terminal: String = r.get(0)?;
        let id = terminal.parse().map_err(|e| conversion(0, e))?;
        Ok(DayTotal { workstation: WorkstationId(id), closing: r.get(1)?, total: Money(r.get(2)?) })
    })
}

fn conversion(at: usize, error: uuid::Error) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(error))
}

/// The running sums of all tills, by day of a period.
pub fn totals_by_day(db: Db<'_>, from_day: &str, to_day: &str) -> Result<BTreeMap<String, Money>> {
    let sql = "SELECT t.day, sum(t.total) FROM fiscal_terminal w JOIN trading_day t ON t.terminal_id = w.terminal_id
        WHERE t.day BETWEEN ?1 AND ?2 GROUP BY t.day";
    by_day(db, sql, from_day, to_day)
}

fn by_day(db: Db<'_>, sql: &str, from_day: &str, to_day: &str) -> Result<BTreeMap<String, Money>> {
    let days = all(db.0, sql, (from_day, to_day), |r| Ok((r.get(0)?, Money(r.get(1)?))))?;
    Ok(days.into_iter().collect())
}

/// Signed totals of the tickets and sums of their payments between two moments, by day.
pub fn signed_and_paid_by_day(
    db: Db<'_>,
    from_ms: i64,
    to_ms: i64,
) -> Result<BTreeMap<String, (Money, Money)>> {
    let sql = "SELECT d.business_day, sum(r.ttc_cents), sum(coalesce((SELECT sum(p.amount) FROM payment p WHERE p.document_id = d.id), 0))
        FROM document d JOIN fiscal_record r ON r.doc_no = d.number AND r.chain = 'TICKET'
        WHERE d.at_ms >= ?1 AND d.at_ms < ?2 AND d.kind = 'ticket' GROUP BY d.business_day";
    let days = all(db.0, sql, (from_ms, to_ms), |r| Ok((r.get(0)?, (Money(r.get(1)?), Money(r.get(2)?)))))?;
    Ok(days.into_iter().collect())
}

/// What the payments of each till's tickets settle between two moments.
pub fn paid(db: Db<'_>, from_ms: i64, to_ms: i64) -> Result<BTreeMap<WorkstationId, Money>> {
    let sql = "SELECT d.workstation_id, sum(p.amount) FROM document d JOIN payment p ON p.document_id = d.id
        WHERE d.at_ms >= ?1 AND d.at_ms < ?2 AND d.kind = 'ticket' GROUP BY d.workstation_id";
    Ok(all(db.0, sql, (from_ms, to_ms), |r| Ok((WorkstationId(r.get(0)?), Money(r.get(1)?))))?
        .into_iter()
        .collect())
}

/// What a method brought in.
#[derive(Clone, Debug)]
pub struct ReceiptSum {
    /// The method.
    pub method: MethodId,
    /// Its name.
    pub name: String,
    /// Payments.
    pub count: u32,
    /// Sum.
    pub amount: Money,
}

/// Money that came in between two moments, by method: tickets, advances and corrected payments. Accounts, exchanges and
/// differences that were given up move no money.
pub fn receipts(db: Db<'_>, from_ms: i64, to_ms: i64) -> Result<Vec<ReceiptSum>> {
    let sql = "SELECT method, max(name), sum(n), sum(amount) FROM (
          SELECT p.method_id AS method, p.name AS name, 1 AS n, p.received - p.change AS amount, p.kind AS kind
            FROM document d JOIN payment p ON p.document_id = d.id WHERE d.at_ms >= ?1 AND d.at_ms < ?2 AND d.kind = 'ticket'
          UNION ALL SELECT p.method_id, p.name, 0, p.received - p.change, p.kind FROM payment_correction p WHERE p.at_ms >= ?1 AND p.at_ms < ?2
          UNION ALL SELECT e.method_id, m.name, 1, e.amount, m.kind FROM account_entry e JOIN payment_method m ON m.id = e.method_id
            WHERE e.document_id IS NULL AND e.at_ms >= ?1 AND e.at_ms < ?2)
        WHERE kind IN ('cash', 'card_standalone', 'cheque', 'other') GROUP BY method ORDER BY 4 DESC, 2";
    all(db.0, sql, (from_ms, to_ms), |r| {
        Ok(ReceiptSum {
            method: MethodId(r.get(0)?),
            name: r.get(1)?,
            count: r.get(2)?,
            amount: Money(r.get(3)?),
        })
    })
}

/// What customers together owe (positive) or may spend before a moment, and how many they are.
pub fn outstanding(db: Db<'_>, side: AccountSide, before_ms: i64) -> Result<(Money, u32)> {
    let sql =
        "SELECT coalesce(sum(balance), 0), count(*) FROM (SELECT sum(amount) AS balance FROM account_entry
        WHERE side = ?1 AND at_ms < ?2 GROUP BY customer_id HAVING sum(amount) <> 0)";
    let sum = super::one(db.0, sql, (side.as_str(), before_ms), |r| Ok((Money(r.get(0)?), r.get(1)?)))?;
    Ok(sum.unwrap_or_default())
}

/// The first day of trade of the shop, if it ever sold.
pub fn first_day(db: Db<'_>) -> Result<Option<String>> {
    let sql = "SELECT min(t.day) FROM fiscal_terminal w JOIN trading_day t ON t.terminal_id = w.terminal_id";
    Ok(super::one(db.0, sql, [], |r| r.get(0))?.flatten())
}
