//! Sums computed by SQL from the documents alone, independently of every running total: what an auditor would do
//! with the file and no program.

use domain::ids::WorkstationId;
use domain::money::Money;

use super::{all, one};
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
    /// VAT of sales whose prices contain it, recomputed from the lines: per ticket and rate, TTC less round(TTC / (1 + rate)).
    pub vat: Money,
    /// VAT as stored with the documents.
    pub stored_vat: Money,
    /// The part of it that sales have: a return gives back a share of it, which is not recomputed alone.
    pub sold_vat: Money,
    /// VAT as the shifts counted it.
    pub shift_vat: Money,
    /// Perpetual totals of all workstations, added up.
    pub perpetual: Money,
    /// Turnover as the shifts counted it while it happened.
    pub shifts: Money,
}

/// Adds up every document. Only for shops whose prices contain VAT, one rate per line.
pub fn sums(db: Db<'_>) -> Result<Sums> {
    let money = |sql: &str| one(db.0, sql, [], |r| r.get(0)).map(|m| Money(m.unwrap_or(0)));
    // Half away from zero in integers: round(a / b) = (2a + b) / 2b for positive a and b.
    let vat =
        "SELECT coalesce(sum(gross - (2 * gross * 100000 + 100000 + rate) / (2 * (100000 + rate))), 0) FROM (
        SELECT sum(l.total) AS gross, t.rate AS rate FROM document_line l
        JOIN document_tax t ON t.document_id = l.document_id AND t.letter = l.letters
        JOIN document d ON d.id = l.document_id AND d.operation = 'VENTE' GROUP BY l.document_id, t.rate)";
    Ok(Sums {
        tickets: one(db.0, "SELECT count(*) FROM document WHERE kind = 'ticket'", [], |r| r.get(0))?
            .unwrap_or(0),
        lines: money(
            "SELECT coalesce(sum((2 * quantity * unit_price + iif(quantity < 0, -100000000, 100000000)) / 200000000 - discount - share), 0) FROM document_line",
        )?,
        collected: money("SELECT coalesce(sum(received - change - rounding), 0) FROM payment")?,
        vat: money(vat)?,
        stored_vat: money("SELECT coalesce(sum(amount), 0) FROM document_tax")?,
        sold_vat: money(
            "SELECT coalesce(sum(t.amount), 0) FROM document_tax t JOIN document d ON d.id = t.document_id WHERE d.operation = 'VENTE'",
        )?,
        shift_vat: money("SELECT coalesce(sum(amount), 0) FROM shift_tax")?,
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

/// Documents of each operation.
pub fn operations(db: Db<'_>) -> Result<Vec<(String, i64)>> {
    all(db.0, "SELECT operation, count(*) FROM document GROUP BY operation", [], |r| {
        Ok((r.get(0)?, r.get(1)?))
    })
}

/// What happened, in words and figures without an id: two databases with the same past tell the same, whatever keys
/// and ids they drew. One row for each document, line, payment, shift and movement of cash, sorted.
pub fn story(db: Db<'_>) -> Result<Vec<String>> {
    let tell = |sql: &str| all(db.0, sql, [], |r| r.get::<_, String>(0));
    let mut story = tell(
        "SELECT concat_ws('|', 'document', d.number, d.operation, d.business_day, d.at_ms, d.minute, w.code, u.name, c.code, s.number,
           o.number, d.net, d.tax, d.total, d.paid, d.discounts, d.global_seq)
         FROM document d JOIN workstation w ON w.id = d.workstation_id JOIN user u ON u.id = d.user_id JOIN shift s ON s.id = d.shift_id
         LEFT JOIN customer c ON c.id = d.customer_id LEFT JOIN document o ON o.id = d.origin_id",
    )?;
    story.extend(tell(
        "SELECT concat_ws('|', 'line', d.number, l.n, l.code, l.name, l.quantity, l.unit_price, l.discount, l.discount_reason, l.share, l.total, l.letters)
         FROM document_line l JOIN document d ON d.id = l.document_id",
    )?);
    story.extend(tell(
        "SELECT concat_ws('|', 'payment', d.number, p.kind, p.amount, p.received, p.change, p.card_last4) FROM payment p JOIN document d ON d.id = p.document_id",
    )?);
    story.extend(tell(
        "SELECT concat_ws('|', 'shift', w.code, s.number, s.opened_ms, s.closed_ms, s.tickets, s.returns, s.cancellations, s.total, s.expected, s.counted, s.perpetual)
         FROM shift s JOIN workstation w ON w.id = s.workstation_id",
    )?);
    story.extend(tell(
        "SELECT concat_ws('|', 'cash', s.number, m.at_ms, m.kind, m.amount, m.reason) FROM cash_movement m JOIN shift s ON s.id = m.shift_id",
    )?);
    story.sort_unstable();
    Ok(story)
}
