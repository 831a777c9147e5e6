//! The running sums of the days of trade that are not closed: what a closing freezes without reading a ticket (fiscal.md 1.4).
//!
//! They are what [`::fiscal::OpenDays`] computes from the records, and a test holds them against it. That nothing is sold on a
//! closed day is not decided here, but before there is an operation.

use ::fiscal::{Chain, FiscalRecord, JetEvent, Operation, PaymentSnapshot, TicketPayload, VatRow};
use rusqlite::{Connection, named_params};

use super::{Place, kind_name};
use crate::error::Result;

/// A ticket counts on the day of trade that it was signed for.
pub fn add_ticket(conn: &Connection, t: &TicketPayload, place: Place) -> Result<()> {
    let (count, sum) = match t.operation {
        Operation::Vente => ("sales", "sold"),
        Operation::Retour => ("returns", "returned"),
        Operation::Annulation => ("cancellations", "cancelled"),
    };
    let sql = format!(
        "INSERT INTO trading_day (terminal_id, day, first_at, last_at, first_ticket, last_ticket, last_ms, tickets, {count}, {sum}, discounted, discounts, total)
         VALUES (:terminal, :day, :stamp, :stamp, :number, :number, :at, 1, 1, :total, :discounts <> 0, :discounts, :total)
         ON CONFLICT DO UPDATE SET first_at = coalesce(first_at, :stamp), last_at = :stamp, first_ticket = coalesce(first_ticket, :number),
           last_ticket = :number, last_ms = max(coalesce(last_ms, :at), :at), tickets = tickets + 1, {count} = {count} + 1, {sum} = {sum} + :total,
           discounted = discounted + (:discounts <> 0), discounts = discounts + :discounts, total = total + :total"
    );
    let terminal = t.header.terminal.id.to_string();
    conn.prepare_cached(&sql)?.execute(named_params! {
        ":terminal": terminal, ":day": t.business_day, ":stamp": serde_json::to_string(&t.header.at)?, ":at": place.at_ms,
        ":number": t.header.number, ":total": t.totals.total.0, ":discounts": t.discounts.0,
    })?;
    let key = (terminal.as_str(), t.business_day.as_str());
    t.vat.iter().try_for_each(|row| add_tax(conn, key, row))?;
    t.payments.iter().try_for_each(|payment| add_payment(conn, key, payment))
}

/// An invoice made from a ticket makes its day one of trade; its amounts are those of the ticket, which are counted already.
pub fn add_invoice(conn: &Connection, t: &TicketPayload, place: Place) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO trading_day (terminal_id, day, last_ms, invoices) VALUES (?1, ?2, ?3, 1)
         ON CONFLICT DO UPDATE SET invoices = invoices + 1, last_ms = max(coalesce(last_ms, ?3), ?3)",
    )?
    .execute((t.header.terminal.id.to_string(), &t.business_day, place.at_ms))?;
    Ok(())
}

/// Duplicates and openings of the drawer count on the local day of their record.
pub fn count_event(conn: &Connection, r: &FiscalRecord) -> Result<()> {
    let column = match r.chain {
        Chain::Duplicata => "duplicates",
        Chain::Jet if r.kind == JetEvent::DrawerOpened.code().to_string() => "drawer_openings",
        _ => return Ok(()),
    };
    let sql = format!(
        "INSERT INTO trading_day (terminal_id, day, {column})
         VALUES (?1, substr(?2, 1, 4) || '-' || substr(?2, 5, 2) || '-' || substr(?2, 7, 2), 1)
         ON CONFLICT DO UPDATE SET {column} = {column} + 1"
    );
    conn.prepare_cached(&sql)?.execute((&r.terminal_id, &r.ts_local))?;
    Ok(())
}

/// A daily closing takes what is dated on its day or before, and was taken by none.
pub fn close(conn: &Connection, terminal: &str, day: &str, number: i64) -> Result<()> {
    for table in ["trading_day", "trading_day_tax", "trading_day_method"] {
        let sql =
            format!("UPDATE {table} SET closing = ?3 WHERE terminal_id = ?1 AND day <= ?2 AND closing = 0");
        conn.prepare_cached(&sql)?.execute((terminal, day, number))?;
    }
    Ok(())
}

fn add_tax(conn: &Connection, (terminal, day): (&str, &str), row: &VatRow) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO trading_day_tax (terminal_id, day, code, rate, name, letter, base, amount, gross)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT DO UPDATE SET name = excluded.name, letter = excluded.letter, base = base + excluded.base,
           amount = amount + excluded.amount, gross = gross + excluded.gross",
    )?
    .execute((terminal, day, &row.code, row.rate.0, &row.name, &row.letter, row.base.0, row.tax.0, row.gross.0))?;
    Ok(())
}

/// Adds a payment to the sums of a day (`terminal`, `day`): what it settles, so that the methods of a day come to its
/// turnover. A settlement adds its own in the same way.
pub fn add_payment(conn: &Connection, (terminal, day): (&str, &str), p: &PaymentSnapshot) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO trading_day_method (terminal_id, day, method_id, kind, name, count, amount, rounding)
         VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7)
         ON CONFLICT DO UPDATE SET kind = excluded.kind, name = excluded.name, count = count + 1,
           amount = amount + excluded.amount, rounding = rounding + excluded.rounding",
    )?
    .execute((terminal, day, p.method.0, kind_name(p.kind), &p.name, p.amount.0, p.rounding.0))?;
    Ok(())
}
