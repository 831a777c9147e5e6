//! What moved the cash of a shift, ticket by ticket.

use domain::drawer::{PaymentFact, TicketFact};
use domain::ids::{DocumentId, ShiftId};
use domain::money::Money;

use super::all;
use super::settings::named;
use super::settlements::{self, LegRow};
use crate::error::Result;
use crate::reader::Db;

/// The tickets and refunds of a shift with their payments, in the order in which they were made. A payment that was corrected
/// in the same shift is by the right method here: it is not what is looked for any more.
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
    for leg in settlements::of_shift(db, shift)? {
        if let Some(ticket) = tickets.iter_mut().find(|t| t.id == leg.document) {
            correct(&mut ticket.payments, &leg);
        }
    }
    Ok(tickets)
}

/// Moves what a leg moved: what is left of a payment was handed over exactly.
fn correct(payments: &mut Vec<PaymentFact>, leg: &LegRow) {
    match payments.iter_mut().find(|p| p.kind == leg.kind) {
        Some(payment) => {
            payment.received = payment.received - payment.change + leg.received;
            payment.change = Money::ZERO;
        }
        None => {
            payments.push(PaymentFact { kind: leg.kind, received: leg.received, change: Money::ZERO });
        }
    }
    payments.retain(|p| !p.received.is_zero() || !p.change.is_zero());
}
