//! What stands of the payments of a ticket once corrections are counted.

use domain::ids::ShiftId;
use domain::money::Money;
use domain::payment::PaymentKind;
use fiscal::{PaymentSnapshot, TicketPayload};
use store::tables::settlements::LegRow;

/// A payment, as corrections left it.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The payment: amount, receipt and rounding are what stands of them, and no change is given.
    pub payment: PaymentSnapshot,
    /// The shift in which it counts.
    pub shift: ShiftId,
}

/// The payments that stand, in the order in which they were paid or put in the place of others.
#[must_use]
pub fn standing(ticket: &TicketPayload, legs: &[LegRow]) -> Vec<Standing> {
    let paid = |p: &PaymentSnapshot| {
        let payment = PaymentSnapshot { received: p.received - p.change, change: Money::ZERO, ..p.clone() };
        Standing { payment, shift: ticket.shift.id }
    };
    let mut all: Vec<Standing> = ticket.payments.iter().map(paid).collect();
    for leg in legs {
        match all.iter_mut().find(|s| s.payment.id == leg.payment) {
            Some(taken) => take(&mut taken.payment, leg),
            None => all.push(Standing { payment: put(leg), shift: leg.shift }),
        }
    }
    all.retain(|s| !s.payment.amount.is_zero());
    all
}

fn take(payment: &mut PaymentSnapshot, leg: &LegRow) {
    payment.amount += leg.amount;
    payment.received += leg.received;
    payment.rounding += leg.rounding;
}

fn put(leg: &LegRow) -> PaymentSnapshot {
    PaymentSnapshot {
        id: leg.payment,
        method: leg.method,
        kind: leg.kind,
        name: leg.name.clone(),
        amount: leg.amount,
        received: leg.received,
        change: Money::ZERO,
        rounding: leg.rounding,
        card_last4: leg.card_last4.clone(),
        reference: leg.reference.clone(),
        nature: leg.nature.clone(),
    }
}

/// True where money moved by a method of the shop. A customer's account has entries of its own, and an exchange or a
/// write-off moved nothing.
#[must_use]
pub const fn is_correctable(kind: PaymentKind) -> bool {
    match kind {
        PaymentKind::Cash | PaymentKind::CardStandalone | PaymentKind::Cheque | PaymentKind::Other => true,
        PaymentKind::Credit | PaymentKind::OnAccount | PaymentKind::Exchange | PaymentKind::WriteOff => false,
    }
}
