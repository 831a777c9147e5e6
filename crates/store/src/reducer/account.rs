//! Customers' accounts: entries of documents, and credit that stands alone.

use domain::ids::DocumentId;
use rusqlite::{Connection, named_params};

use super::{Place, fiscal as records, sale, shift};
use crate::error::Result;
use crate::op::{AccountCredited, AccountEntry, Advance, CashMoved, CashMovementKind};

/// The entries that a document makes.
pub fn of_document(
    conn: &Connection,
    entries: &[AccountEntry],
    document: DocumentId,
    place: Place,
) -> Result<()> {
    let mut insert = conn.prepare_cached(
        "INSERT INTO account_entry (dv, dseq, line, customer_id, document_id, amount, at_ms, side) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for (line, entry) in (0i64..).zip(entries) {
        let AccountEntry { customer, amount, side } = entry;
        insert.execute((
            place.dv,
            place.dseq,
            line,
            customer.0,
            document.0,
            amount.0,
            place.at_ms,
            side.as_str(),
        ))?;
    }
    Ok(())
}

/// Credit without a document. An advance counts for its method and its drawer, and never as turnover.
pub fn credit(conn: &Connection, c: &AccountCredited, place: Place) -> Result<()> {
    records::insert(conn, &c.record)?;
    conn.prepare_cached(
        "INSERT INTO account_entry (dv, dseq, line, customer_id, amount, at_ms, side, label, shift_id, method_id)
         VALUES (:dv, :dseq, 0, :customer, :amount, :at, 'credit', :label, :shift, :method)",
    )?
    .execute(named_params! {
        ":dv": place.dv, ":dseq": place.dseq, ":customer": c.customer.0, ":amount": c.amount.0, ":at": place.at_ms, ":label": c.reason,
        ":shift": c.advance.as_ref().map(|a| a.shift.0), ":method": c.advance.as_ref().map(|a| a.method.0),
    })?;
    c.advance.as_ref().map_or(Ok(()), |advance| take_in(conn, c, advance, place))
}

fn take_in(conn: &Connection, c: &AccountCredited, a: &Advance, place: Place) -> Result<()> {
    sale::count_method(conn, a.shift, (a.method, "", a.kind, &a.name), (1, c.amount.0))?;
    let Some(id) = a.cash else { return Ok(()) };
    let moved = CashMoved {
        id,
        shift: a.shift,
        user: a.user,
        kind: CashMovementKind::In,
        amount: c.amount,
        reason: c.reason.clone(),
        record: None,
    };
    shift::move_cash(conn, &moved, place)
}
