//! The running sums of days of trade that are not closed: what a daily closing says, without reading a ticket.

use domain::ids::{MethodId, WorkstationId};
use domain::money::{Money, Rate};
use fiscal::{MethodTotal, PeriodDetail, Stamp, Tally, VatRow};
use rusqlite::Row;
use rusqlite::types::Type;

use super::settings::named;
use super::{all, one};
use crate::error::{Error, Result};
use crate::reader::Db;

/// What a day came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaySums {
    /// Counts and amounts; the number is not given yet.
    pub detail: PeriodDetail,
    /// Tax table, greatest rate first.
    pub vat: Vec<VatRow>,
    /// Turnover, taxes included.
    pub total: Money,
}

/// The sums that the closing of a day takes: what is dated on it or before, and was taken by none.
pub fn open_sums(db: Db<'_>, terminal: WorkstationId, day: &str) -> Result<DaySums> {
    let key = (terminal.to_string(), day);
    let (detail, total) = counts(db, &key)?;
    let (opened_at, first_ticket) = mark(db, &key, "first", "ASC")?.unzip();
    let (last_at, last_ticket) = mark(db, &key, "last", "DESC")?.unzip();
    let payments = methods(db, &key)?;
    let detail = PeriodDetail { opened_at, last_at, first_ticket, last_ticket, payments, ..detail };
    Ok(DaySums { detail, vat: taxes(db, &key)?, total })
}

type Key<'a> = (String, &'a str);

fn counts(db: Db<'_>, (terminal, day): &Key<'_>) -> Result<(PeriodDetail, Money)> {
    let sql = "SELECT sum(tickets), sum(sales), sum(sold), sum(returns), sum(returned), sum(cancellations), sum(cancelled), sum(discounted),
        sum(discounts), sum(duplicates), sum(drawer_openings), sum(total)
      FROM trading_day WHERE terminal_id = ?1 AND day <= ?2 AND closing = 0";
    let count =
        |r: &Row<'_>, at: usize| Ok::<_, rusqlite::Error>(r.get::<_, Option<i64>>(at)?.unwrap_or_default());
    let tally = |r: &Row<'_>, at: usize| {
        Ok::<_, rusqlite::Error>(Tally { count: count(r, at)?, amount: Money(count(r, at + 1)?) })
    };
    let sums = one(db.0, sql, (terminal, day), |r| {
        let detail = PeriodDetail {
            number: 0,
            opened_at: None,
            last_at: None,
            tickets: count(r, 0)?,
            first_ticket: None,
            last_ticket: None,
            sales: tally(r, 1)?,
            returns: tally(r, 3)?,
            cancellations: tally(r, 5)?,
            discounts: tally(r, 7)?,
            payments: Vec::new(),
            duplicates: count(r, 9)?,
            drawer_openings: count(r, 10)?,
        };
        Ok((detail, Money(count(r, 11)?)))
    })?;
    sums.ok_or_else(|| Error::Fiscal("no sums".to_owned()))
}

/// Moment and number of the first or the last ticket.
fn mark(db: Db<'_>, (terminal, day): &Key<'_>, which: &str, order: &str) -> Result<Option<(Stamp, String)>> {
    let sql = format!(
        "SELECT {which}_at, {which}_ticket FROM trading_day
         WHERE terminal_id = ?1 AND day <= ?2 AND closing = 0 AND tickets > 0 ORDER BY day {order} LIMIT 1"
    );
    one(db.0, &sql, (terminal, day), |r| Ok((stamp(r, 0)?, r.get(1)?)))
}

fn methods(db: Db<'_>, (terminal, day): &Key<'_>) -> Result<Vec<MethodTotal>> {
    // Name and kind of a bare column beside max() are those of the row that has it: the last day's.
    let sql = "SELECT method_id, name, kind, sum(count), sum(amount), sum(rounding), max(day) FROM trading_day_method
      WHERE terminal_id = ?1 AND day <= ?2 AND closing = 0 GROUP BY method_id ORDER BY method_id";
    all(db.0, sql, (terminal, day), |r| {
        Ok(MethodTotal {
            method: MethodId(r.get(0)?),
            name: r.get(1)?,
            kind: named(r, 2)?,
            count: r.get(3)?,
            amount: Money(r.get(4)?),
            rounding: Money(r.get(5)?),
        })
    })
}

fn taxes(db: Db<'_>, (terminal, day): &Key<'_>) -> Result<Vec<VatRow>> {
    let sql =
        "SELECT code, name, letter, rate, sum(base), sum(amount), sum(gross), max(day) FROM trading_day_tax
      WHERE terminal_id = ?1 AND day <= ?2 AND closing = 0 GROUP BY code, rate ORDER BY rate DESC, code";
    all(db.0, sql, (terminal, day), |r| {
        Ok(VatRow {
            code: r.get(0)?,
            name: r.get(1)?,
            letter: r.get(2)?,
            rate: Rate(r.get(3)?),
            base: Money(r.get(4)?),
            tax: Money(r.get(5)?),
            gross: Money(r.get(6)?),
        })
    })
}

fn stamp(r: &Row<'_>, at: usize) -> rusqlite::Result<Stamp> {
    let text: String = r.get(at)?;
    serde_json::from_str(&text)
        .map_err(|e| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(e)))
}
