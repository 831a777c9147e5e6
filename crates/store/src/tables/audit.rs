//! Sums computed by SQL from the documents alone, independently of every running total: what an auditor would do
//! with the file and no program.

use domain::ids::WorkstationId;
use domain::money::Money;

use super::one;
use crate::error::Result;
use crate::reader::Db;

/// What the documents of a database add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Tickets.
    pub tickets: i64,
    /// Their lines, prices times quantities less discounts, with taxes.
    pub lines: Money,
    /// What was collected: received less given back, less cash rounding.
    pub collected: Money,
    /// VAT of prices that contain it, recomputed from the lines: per ticket and rate, TTC less round(TTC / (1 + rate)).
    pub vat: Money,
    /// VAT as stored with the documents.
    pub stored_vat: Money,
    /// Perpetual totals of all workstations, added up.
    pub perpetual: Money,
    /// Turnover as the shifts counted it while it happened.
    pub shifts: Money,
}

/// Adds up every document. Only for shops whose prices contain VAT, one rate per line.
pub fn sums(db: Db<'_>) -> Result<Sums> {
    let money = |sql: &str| one(db.0, sql, [], |r| r.get(0)).map(|m| Money(m.unwrap_or(0)));
    // Half away from zero in integers: round(a / b) = (2a + b) / 2b for positive a and b.
    let vat = "SELECT coalesce(sum(gross - (2 * gross * 100000 + 100000 + rate) / (2 * (100000 + rate))), 0) FROM (
        SELECT sum(l.total) AS gross, t.rate AS rate FROM document_line l
        JOIN document_tax t ON t.document_id = l.document_id AND t.letter = l.letters GROUP BY l.document_id, t.rate)";
    Ok(Sums {
        tickets: one(db.0, "SELECT count(*) FROM document WHERE kind = 'ticket'", [], |r| r.get(0))?
            .unwrap_or(0),
        lines: money(
            "SELECT coalesce(sum((2 * quantity * unit_price + 100000000) / 200000000 - discount - share), 0) FROM document_line",
        )?,
        collected: money("SELECT coalesce(sum(received - change - rounding), 0) FROM payment")?,
        vat: money(vat)?,
        stored_vat: money("SELECT coalesce(sum(amount), 0) FROM document_tax")?,
        perpetual: money("SELECT coalesce(sum(value), 0) FROM fiscal_counter WHERE name = 'gtp_real'")?,
        shifts: money("SELECT coalesce(sum(total), 0) FROM shift")?,
    })
}

/// True when the ticket numbers of a workstation run from 1 without a gap.
pub fn numbers_are_gapless(db: Db<'_>, workstation: WorkstationId) -> Result<bool> {
    let sql = "SELECT count(*), coalesce(max(CAST(substr(number, instr(number, '-') + 1) AS INTEGER)), 0), count(DISTINCT number)
        FROM document WHERE workstation_id = ?1 AND kind = 'ticket'";
    let counts: Option<(i64, i64, i64)> =
        one(db.0, sql, [workstation.0], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    Ok(counts.is_none_or(|(count, greatest, distinct)| count == greatest && count == distinct))
}
