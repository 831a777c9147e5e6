//! Exchanges: a return that pays for a sale.
//!
//! Both are tickets of one transaction, so they follow one another: the return pays out what the sale receives, by a
//! payment of kind «exchange» on each that names the other. So no ticket can be paid by articles that did not come
//! back, and no return can pay for two sales. Invoices repeat the payments of their ticket and are no part of this.

use domain::money::Money;
use domain::payment::{EXCHANGE_METHOD, PaymentKind};

use super::defect::Defect;
use super::finding::Findings;
use crate::{Operation, PaymentSnapshot, TicketPayload};

/// A return that waits for its sale.
#[derive(Debug)]
struct Waiting {
    number: String,
    sale: String,
    amount: Money,
}

/// What is known of exchanges at a place of the records.
#[derive(Debug)]
pub(super) struct Exchanges {
    waiting: Option<Waiting>,
    /// The ticket before is not known: a sale here may belong to it.
    blind: bool,
}

impl Exchanges {
    pub(super) const fn from_genesis() -> Self {
        Self { waiting: None, blind: false }
    }

    pub(super) const fn resumed() -> Self {
        Self { waiting: None, blind: true }
    }

    /// Takes the next ticket.
    pub(super) fn check(&mut self, ticket: &TicketPayload, findings: &mut Findings) {
        let waiting = self.waiting.take();
        let blind = std::mem::replace(&mut self.blind, false);
        let mut payments = ticket.payments.iter().filter(|p| p.kind == PaymentKind::Exchange);
        let sound = match (payments.next(), ticket.operation) {
            (None, _) => waiting.is_none(),
            (Some(payment), Operation::Retour) => {
                self.waiting = opened(ticket, payment);
                waiting.is_none() && self.waiting.is_some()
            }
            (Some(payment), Operation::Vente) => match &waiting {
                Some(waiting) => closes(ticket, payment, waiting),
                None => blind && is_sound(payment) && payment.amount >= Money::ZERO,
            },
            // Neither ticket is cancelled alone.
            (Some(_), Operation::Annulation) => false,
        };
        let single = payments.next().is_none();
        findings.require(sound && single, || Defect::Exchange);
    }

    /// No return may still wait when the records end: its sale was sealed with it.
    pub(super) fn finish(&self, findings: &mut Findings) {
        findings.require(self.waiting.is_none(), || Defect::Exchange);
    }
}

/// No money moves: nothing is handed over, given back or rounded, and the other ticket is named.
fn is_sound(payment: &PaymentSnapshot) -> bool {
    payment.method == EXCHANGE_METHOD
        && payment.received == payment.amount
        && payment.change.is_zero()
        && payment.rounding.is_zero()
        && payment.reference.is_some()
}

fn opened(ticket: &TicketPayload, payment: &PaymentSnapshot) -> Option<Waiting> {
    let sale = payment.reference.clone().filter(|_| is_sound(payment) && payment.amount <= Money::ZERO)?;
    Some(Waiting { number: ticket.header.number.clone(), sale, amount: payment.amount })
}

fn closes(ticket: &TicketPayload, payment: &PaymentSnapshot, waiting: &Waiting) -> bool {
    is_sound(payment)
        && payment.amount == -waiting.amount
        && payment.reference.as_ref() == Some(&waiting.number)
        && ticket.header.number == waiting.sale
}
