//! What moved the cash of a shift, ticket by ticket.

use domain::drawer::{PaymentFact, TicketFact};
use domain::ids::{DocumentId, ShiftId};
use domain::money::Money;

use super::all;
use super::settings::named;
use crate::error::Result;
use crate::reader::Db;

/// The tickets and refunds of a shift with their payments, in the order in which they were made.
pub fn tickets(db: Db<'_>, shift: ShiftId) -> Result<Vec<TicketFact>> {
    let sql =
        "SELECT d.id, p.kind, p.received, p.change FROM document d JOIN payment p ON p.document_id = d.id
        WHERE d.shift_id = ?1 ORDER BY d.at_ms, d.global_seq, p.id";
    let rows = all(db.0, sql, [shift.0], |r| {
        let payment =
            PaymentFact { kind: named(r, 1)?, received: Money(r.get(2)?), change: Money(r.get(3)?) };
        Ok((DocumentId(r.get(0)?), payment))
    })?;
    let mut tickets: Vec<TicketFact> = Vec::new();
    for (id, payment) in rows {
        match tickets.last_mut().filter(|t| t.id == id) {
            Some(ticket) => ticket.payments.push(payment),
            None => tickets.push(TicketFact { id, payments: vec![payment] }),
        }
    }
    Ok(tickets)
}
