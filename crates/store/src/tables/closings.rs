//! Closings, the days of trade behind them, and what is still open.
//!
//! A row of `closing` is the index of its signed records: the archive of the period holds the records from `first_seq` to
//! `last_seq` of its workstation, and the record at `archive_seq` says so under signature.

use domain::ids::{ClosingId, UserId, WorkstationId};
use domain::money::Money;
use fiscal::{FiscalRecord, PerpetualTotals, Scope};
use rusqlite::Row;
use rusqlite::types::Type;
use uuid::Uuid;

use super::settings::named;
use super::{all, fiscal as records, one};
use crate::error::Result;
use crate::reader::Db;

/// A closed period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosingRow {
    /// The closing.
    pub id: ClosingId,
    /// The workstation.
    pub terminal: WorkstationId,
    /// Day, month or fiscal year.
    pub scope: Scope,
    /// «2026-11-21», «2026-11», «2026» or «2026-04/2027-03».
    pub period_key: String,
    /// Number per workstation and scope, from 1.
    pub number: i64,
    /// First day of the period, ISO.
    pub period_from: String,
    /// Last day of the period.
    pub period_to: String,
    /// When it was made, UTC milliseconds.
    pub closed_ms: i64,
    /// Who asked for it; none for one that the program made by itself.
    pub user: Option<UserId>,
    /// Tickets of the period.
    pub tickets: i64,
    /// Turnover of the period, taxes included.
    pub total: Money,
    /// The perpetual totals after it.
    pub perpetual: PerpetualTotals,
    /// `global_seq` of its grand total.
    pub gt_seq: i64,
    /// `global_seq` of its ARCHIVE record.
    pub archive_seq: i64,
    /// First record that its archive holds.
    pub first_seq: i64,
    /// Last record that its archive holds.
    pub last_seq: i64,
    /// `link_global` of the record at `last_seq`.
    pub link_global: String,
    /// A defect was known when it was made.
    pub anomaly: bool,
    /// Signature extract of the grand total.
    pub extract: String,
}

const CLOSING: &str = "SELECT id, terminal_id, scope, period_key, number, period_from, period_to, closed_ms, user_id, tickets, total,
    gtp_real_cents, gtp_abs_cents, gt_seq, archive_seq, first_seq, last_seq, link_global, anomaly, extract FROM closing";

fn closing(r: &Row<'_>) -> rusqlite::Result<ClosingRow> {
    Ok(ClosingRow {
        id: ClosingId(r.get(0)?),
        terminal: terminal(r, 1)?,
        scope: named(r, 2)?,
        period_key: r.get(3)?,
        number: r.get(4)?,
        period_from: r.get(5)?,
        period_to: r.get(6)?,
        closed_ms: r.get(7)?,
        user: r.get::<_, Option<Uuid>>(8)?.map(UserId),
        tickets: r.get(9)?,
        total: Money(r.get(10)?),
        perpetual: PerpetualTotals { real: Money(r.get(11)?), abs: Money(r.get(12)?) },
        gt_seq: r.get(13)?,
        archive_seq: r.get(14)?,
        first_seq: r.get(15)?,
        last_seq: r.get(16)?,
        link_global: r.get(17)?,
        anomaly: r.get(18)?,
        extract: r.get(19)?,
    })
}

fn terminal(r: &Row<'_>, at: usize) -> rusqlite::Result<WorkstationId> {
    let text: String = r.get(at)?;
    let id = text.parse().map(WorkstationId);
    id.map_err(|e| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(e)))
}

/// Which closings.
#[derive(Clone, Copy, Debug, Default)]
pub struct ClosingFilter {
    /// Only this workstation.
    pub terminal: Option<WorkstationId>,
    /// Only days, months or years.
    pub scope: Option<Scope>,
}

/// Closings, newest first.
pub fn list(db: Db<'_>, filter: ClosingFilter, offset: u32, limit: u32) -> Result<Vec<ClosingRow>> {
    let sql = format!(
        "{CLOSING} WHERE (?1 IS NULL OR terminal_id = ?1) AND (?2 IS NULL OR scope = ?2)
         ORDER BY closed_ms DESC, terminal_id, archive_seq DESC LIMIT ?3 OFFSET ?4"
    );
    let terminal = filter.terminal.map(|id| id.to_string());
    all(db.0, &sql, (terminal, filter.scope.map(Scope::as_str), limit, offset), closing)
}

/// Closings of a workstation whose ARCHIVE record stands after a position, oldest first: what its archives are made of.
pub fn after(db: Db<'_>, terminal: WorkstationId, archive_seq: i64, limit: u32) -> Result<Vec<ClosingRow>> {
    let sql = format!("{CLOSING} WHERE terminal_id = ?1 AND archive_seq > ?2 ORDER BY archive_seq LIMIT ?3");
    all(db.0, &sql, (terminal.to_string(), archive_seq, limit), closing)
}

/// A closing.
pub fn by_id(db: Db<'_>, id: ClosingId) -> Result<Option<ClosingRow>> {
    one(db.0, &format!("{CLOSING} WHERE id = ?1"), [id.0], closing)
}

/// The closing of a period.
pub fn of_period(db: Db<'_>, terminal: WorkstationId, scope: Scope, key: &str) -> Result<Option<ClosingRow>> {
    let sql = format!("{CLOSING} WHERE terminal_id = ?1 AND scope = ?2 AND period_key = ?3");
    one(db.0, &sql, (terminal.to_string(), scope.as_str(), key), closing)
}

/// The last closing of a scope.
pub fn last(db: Db<'_>, terminal: WorkstationId, scope: Scope) -> Result<Option<ClosingRow>> {
    let sql = format!("{CLOSING} WHERE terminal_id = ?1 AND scope = ?2 ORDER BY number DESC LIMIT 1");
    one(db.0, &sql, (terminal.to_string(), scope.as_str()), closing)
}

/// The signed grand total of a closing.
pub fn grand_total(db: Db<'_>, closing: &ClosingRow) -> Result<Option<FiscalRecord>> {
    let found = records::records(db, closing.terminal, closing.gt_seq - 1, 1)?;
    Ok(found.into_iter().find(|r| r.global_seq == closing.gt_seq))
}

/// What of a workstation is closed, and what is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenPeriods {
    /// First day on which it traded, or that was closed.
    pub first_day: Option<String>,
    /// Last day on which it traded, or that was closed.
    pub last_day: Option<String>,
    /// The last closed day.
    pub last_closed_day: Option<String>,
    /// First day of trade that is not closed.
    pub open_day: Option<String>,
    /// Last closed month, «2026-10».
    pub last_month: Option<String>,
    /// Last day of the last closed fiscal year.
    pub last_year_to: Option<String>,
}

/// What of a workstation is closed, and what is not. It reads ends of indexes: the past does not make it slower.
pub fn open_periods(db: Db<'_>, terminal: WorkstationId) -> Result<OpenPeriods> {
    let sql = "SELECT
        (SELECT day FROM trading_day WHERE terminal_id = ?1 AND tickets + invoices > 0 ORDER BY day LIMIT 1),
        (SELECT period_key FROM closing WHERE terminal_id = ?1 AND scope = 'JOUR' ORDER BY number LIMIT 1),
        (SELECT day FROM trading_day WHERE terminal_id = ?1 AND tickets + invoices > 0 ORDER BY day DESC LIMIT 1),
        (SELECT period_key FROM closing WHERE terminal_id = ?1 AND scope = 'JOUR' ORDER BY number DESC LIMIT 1),
        (SELECT day FROM trading_day WHERE terminal_id = ?1 AND closing = 0 AND tickets + invoices > 0 ORDER BY day LIMIT 1),
        (SELECT period_key FROM closing WHERE terminal_id = ?1 AND scope = 'MOIS' ORDER BY number DESC LIMIT 1),
        (SELECT period_to FROM closing WHERE terminal_id = ?1 AND scope = 'EXERCICE' ORDER BY number DESC LIMIT 1)";
    let found = one(db.0, sql, [terminal.to_string()], |r| {
        let (sold, closed): (Option<String>, Option<String>) = (r.get(0)?, r.get(1)?);
        let last_closed_day: Option<String> = r.get(3)?;
        Ok(OpenPeriods {
            first_day: sold.into_iter().chain(closed).min(),
            last_day: r.get::<_, Option<String>>(2)?.max(last_closed_day.clone()),
            last_closed_day,
            open_day: r.get(4)?,
            last_month: r.get(5)?,
            last_year_to: r.get(6)?,
        })
    })?;
    Ok(found.unwrap_or_default())
}

/// True when a workstation has sold today already, and the day is open: what was due before was closed before that.
pub fn has_begun(db: Db<'_>, terminal: WorkstationId, day: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM trading_day WHERE terminal_id = ?1 AND day = ?2 AND closing = 0 AND tickets > 0";
    Ok(one(db.0, sql, (terminal.to_string(), day), |_| Ok(()))?.is_some())
}

/// The closings that one of a month or a year is made of: those of `part` from one day to another, in order.
pub fn parts(
    db: Db<'_>,
    terminal: WorkstationId,
    part: Scope,
    (from, to): (&str, &str),
) -> Result<Vec<ClosingRow>> {
    let sql = format!(
        "{CLOSING} WHERE terminal_id = ?1 AND scope = ?2 AND period_from >= ?3 AND period_to <= ?4 ORDER BY number"
    );
    all(db.0, &sql, (terminal.to_string(), part.as_str(), from, to), closing)
}

/// When the clock of a workstation was last known to be right, UTC milliseconds: at its last ticket or invoice, or word of a person. Not
/// at every record: who signs in signs one too, and the program closes a day, with whatever the clock shows.
pub fn trusted_ms(db: Db<'_>, terminal: WorkstationId) -> Result<Option<i64>> {
    let sql = "SELECT max(at) FROM (
        SELECT (SELECT last_ms FROM trading_day WHERE terminal_id = ?1 AND last_ms IS NOT NULL ORDER BY day DESC LIMIT 1) AS at
        UNION ALL SELECT (SELECT at_ms FROM clock_acceptance WHERE terminal_id = ?1 ORDER BY global_seq DESC LIMIT 1))";
    Ok(one(db.0, sql, [terminal.to_string()], |r| r.get(0))?.flatten())
}

/// How many records of a range were lost and declared so (fiscal.md 7.7).
pub fn declared_missing(db: Db<'_>, terminal: WorkstationId, from: i64, to: i64) -> Result<i64> {
    let sql = "SELECT coalesce(sum(min(to_seq, ?3) - max(from_seq, ?2) + 1), 0) FROM fiscal_gap
        WHERE terminal_id = ?1 AND from_seq <= ?3 AND to_seq >= ?2";
    Ok(one(db.0, sql, (terminal.to_string(), from, to), |r| r.get(0))?.unwrap_or(0))
}
