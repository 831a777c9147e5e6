//! Reports of sales to consumers that were kept.

use domain::ids::UserId;
use domain::money::{Money, Rate};
use rusqlite::Row;
use uuid::Uuid;

use super::{all, one};
use crate::error::Result;
use crate::op::ReportedLine;
use crate::reader::Db;

/// A report.
#[derive(Clone, Debug)]
pub struct EReportRow {
    /// The report.
    pub id: Uuid,
    /// Its number.
    pub number: u32,
    /// «IN» or «RE».
    pub kind: String,
    /// First day.
    pub from_day: String,
    /// Last day.
    pub to_day: String,
    /// SIREN, as it was.
    pub siren: String,
    /// ISO 4217 code.
    pub currency: String,
    /// SHA-256 of what it was made from.
    pub inputs: String,
    /// Who.
    pub user: UserId,
    /// When.
    pub at_ms: i64,
    /// Without VAT.
    pub net: Money,
    /// VAT.
    pub tax: Money,
}

const REPORT: &str = "SELECT id, number, kind, from_day, to_day, siren, currency, inputs, user_id, at_ms,
  (SELECT coalesce(sum(net), 0) FROM ereport_line WHERE report_id = ereport.id),
  (SELECT coalesce(sum(tax), 0) FROM ereport_line WHERE report_id = ereport.id) FROM ereport";

fn report(r: &Row<'_>) -> rusqlite::Result<EReportRow> {
    Ok(EReportRow {
        id: r.get(0)?,
        number: r.get(1)?,
        kind: r.get(2)?,
        from_day: r.get(3)?,
        to_day: r.get(4)?,
        siren: r.get(5)?,
        currency: r.get(6)?,
        inputs: r.get(7)?,
        user: UserId(r.get(8)?),
        at_ms: r.get(9)?,
        net: Money(r.get(10)?),
        tax: Money(r.get(11)?),
    })
}

/// Reports of a period, newest first.
pub fn of_period(db: Db<'_>, from_day: &str, to_day: &str) -> Result<Vec<EReportRow>> {
    let sql = format!("{REPORT} WHERE from_day = ?1 AND to_day = ?2 ORDER BY number DESC");
    all(db.0, &sql, (from_day, to_day), report)
}

/// A report.
pub fn by_id(db: Db<'_>, id: Uuid) -> Result<Option<EReportRow>> {
    one(db.0, &format!("{REPORT} WHERE id = ?1"), [id], report)
}

/// The number of the last report.
pub fn last_number(db: Db<'_>) -> Result<u32> {
    Ok(one(db.0, "SELECT coalesce(max(number), 0) FROM ereport", [], |r| r.get(0))?.unwrap_or_default())
}

/// The lines of a report.
pub fn lines(db: Db<'_>, id: Uuid) -> Result<Vec<ReportedLine>> {
    let sql = "SELECT day, category, rate, transactions, net, tax FROM ereport_line WHERE report_id = ?1 ORDER BY day, category, rate DESC";
    all(db.0, sql, [id], |r| {
        Ok(ReportedLine {
            day: r.get(0)?,
            category: r.get(1)?,
            rate: Rate(r.get(2)?),
            transactions: r.get(3)?,
            net: Money(r.get(4)?),
            tax: Money(r.get(5)?),
        })
    })
}
