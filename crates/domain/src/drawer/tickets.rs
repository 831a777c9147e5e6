//! Mistakes at a ticket: method, money not put in, change, refunds.

use std::collections::HashMap;

use super::rank::{Chance, Found};
use super::{CauseKind, DrawerFacts, PaymentFact, TicketFact};
use crate::ids::DocumentId;
use crate::money::Money;
use crate::payment::PaymentKind;
use crate::tender::round_for_cash;

/// A payment was recorded under another method.
const SWAPPED_METHOD: Chance = Chance::thousandths(250);
/// The cash of a ticket was not put in.
const NOT_PUT_IN: Chance = Chance::thousandths(120);
/// The cash of a ticket was put in twice.
const PUT_IN_TWICE: Chance = Chance::thousandths(40);
/// Two tickets with the same mistake, one near the other.
const PAIR_NEAR: Chance = Chance::thousandths(60);
/// Two tickets with the same mistake, anywhere in the day.
const PAIR_ANYWHERE: Chance = Chance::thousandths(10);
/// Change was given on another note.
const WRONG_NOTE: Chance = Chance::thousandths(250);
/// A refund was recorded and not given, or given on another method.
const RECORDED_REFUND: Chance = Chance::thousandths(80);
/// A refund of a whole ticket was given and not recorded.
const FORGOTTEN_REFUND: Chance = Chance::thousandths(50);

/// How far apart, in payments of a kind, two mistakes may be and still be one moment of inattention.
const NEAR: usize = 5;

pub fn look(facts: &DrawerFacts, found: &mut Found) {
    let day = Day::of(facts);
    swapped_method(&day, found);
    not_put_in(&day, found);
    pairs(&day, found);
    wrong_note(&day, found);
    refunds(&day, found);
}

/// Payments of the day, sorted by what they mean for the drawer.
struct Day<'a> {
    facts: &'a DrawerFacts,
    difference: Money,
    /// Cash taken in: ticket, payment.
    cash: Vec<(DocumentId, PaymentFact)>,
    /// Other money taken in.
    other: Vec<(DocumentId, PaymentFact)>,
    /// Tickets that gave money back.
    refunds: Vec<&'a TicketFact>,
}

impl<'a> Day<'a> {
    fn of(facts: &'a DrawerFacts) -> Self {
        let mut day = Self {
            facts,
            difference: facts.difference(),
            cash: Vec::new(),
            other: Vec::new(),
            refunds: Vec::new(),
        };
        for ticket in &facts.tickets {
            if total(ticket) < Money::ZERO {
                day.refunds.push(ticket);
                continue;
            }
            for payment in ticket.payments.iter().filter(|p| p.collected() > Money::ZERO) {
                match payment.kind {
                    PaymentKind::Cash => day.cash.push((ticket.id, *payment)),
                    PaymentKind::CardStandalone | PaymentKind::Cheque | PaymentKind::Other => {
                        day.other.push((ticket.id, *payment));
                    }
                    // No money moves, so none can be in the wrong place.
                    PaymentKind::Credit
                    | PaymentKind::OnAccount
                    | PaymentKind::Exchange
                    | PaymentKind::WriteOff => {}
                }
            }
        }
        day
    }

    /// Payments whose whole amount would be missing (cash) or too much (other methods) in the drawer.
    fn suspects(&self) -> &[(DocumentId, PaymentFact)] {
        if self.difference < Money::ZERO { &self.cash } else { &self.other }
    }

    /// What a payment would be in cash.
    fn in_cash(&self, payment: &PaymentFact) -> Money {
        match payment.kind {
            PaymentKind::Cash => payment.collected(),
            _ => round_for_cash(self.facts.country, payment.collected()),
        }
    }
}

fn total(ticket: &TicketFact) -> Money {
    ticket.payments.iter().map(PaymentFact::collected).sum()
}

fn swapped_method(day: &Day<'_>, found: &mut Found) {
    let size = day.difference.abs();
    let fits: Vec<DocumentId> =
        day.suspects().iter().filter(|(_, p)| day.in_cash(p) == size).map(|(id, _)| *id).collect();
    let chance = SWAPPED_METHOD.share(fits.len(), day.cash.len() + day.other.len());
    found.add(chance, CauseKind::SwappedMethod, None, fits);
}

fn not_put_in(day: &Day<'_>, found: &mut Found) {
    let size = day.difference.abs();
    let mistake = if day.difference < Money::ZERO { NOT_PUT_IN } else { PUT_IN_TWICE };
    let fits: Vec<DocumentId> =
        day.cash.iter().filter(|(_, p)| p.collected() == size).map(|(id, _)| *id).collect();
    found.add(mistake.share(fits.len(), day.cash.len()), CauseKind::Ticket, None, fits);
}

/// Two payments that together are worth the difference. For each payment only the nearest earlier one that fits is
/// named: others would say the same with less reason.
fn pairs(day: &Day<'_>, found: &mut Found) {
    let (all, size) = (day.suspects(), day.difference.abs());
    let places = all.len().saturating_sub(1) * all.len() / 2;
    let mut latest: HashMap<Money, usize> = HashMap::new();
    for (at, (id, payment)) in all.iter().enumerate() {
        let amount = day.in_cash(payment);
        if amount >= size {
            continue;
        }
        if let Some(before) = latest.get(&(size - amount)).copied() {
            let near = at - before <= NEAR;
            let chance = PAIR_ANYWHERE.share(1, places);
            let chance = if near { chance.or(PAIR_NEAR.share(1, all.len() * NEAR)) } else { chance };
            let Some((other, _)) = all.get(before) else { continue };
            found.add(chance, CauseKind::TicketPair, None, [*other, *id]);
        }
        latest.insert(amount, at);
    }
}

/// Change was given on `wrong`, and `handed` was handed over: the drawer misses (or has) their difference. The till
/// then says `wrong`, because its key was pressed; or it says `handed`, and the head did the sum.
fn wrong_note(day: &Day<'_>, found: &mut Found) {
    let notes = || {
        let all = day.facts.country.denominations().iter().copied();
        all.filter(|d| *d >= day.facts.country.smallest_note() && d.0 <= 10_000)
    };
    let given = |p: &PaymentFact| notes().find(|n| *n <= p.received).filter(|_| !p.change.is_zero());
    let with_change = day.cash.iter().filter(|(_, p)| given(p).is_some()).count();
    for handed in notes() {
        let wrong = handed - day.difference;
        if !notes().any(|n| n == wrong) {
            continue;
        }
        let enough = |p: &PaymentFact| p.received + day.difference >= p.collected();
        let pressed = day.cash.iter().filter(|(_, p)| given(p) == Some(wrong) && enough(p));
        let pressed: Vec<DocumentId> = pressed.map(|(id, _)| *id).collect();
        let summed = day
            .cash
            .iter()
            .filter(|(_, p)| given(p) == Some(handed) && p.received - day.difference >= p.collected());
        let summed: Vec<DocumentId> = summed.map(|(id, _)| *id).collect();
        // A customer who gets too little says so.
        let weight = if day.difference < Money::ZERO { 3 } else { 1 };
        let chance = WRONG_NOTE.share(weight * (pressed.len() * 3 + summed.len()), with_change * 4 * 4 * 2);
        found.add(chance, CauseKind::ChangeOnOtherNote, Some(handed), pressed.into_iter().chain(summed));
    }
}

fn refunds(day: &Day<'_>, found: &mut Found) {
    let size = day.difference.abs();
    // Too much money: it was not given. Too little: it was given twice, or in cash where a card was recorded.
    let fits = |t: &&&TicketFact| {
        let cash: Money =
            t.payments.iter().filter(|p| p.kind == PaymentKind::Cash).map(PaymentFact::collected).sum();
        -cash == size
            || (day.difference < Money::ZERO && round_for_cash(day.facts.country, -total(t)) == size)
    };
    let recorded: Vec<DocumentId> = day.refunds.iter().filter(fits).map(|t| t.id).collect();
    found.add(RECORDED_REFUND.share(recorded.len(), day.refunds.len()), CauseKind::Refund, None, recorded);
    if day.difference < Money::ZERO {
        let sales = || day.facts.tickets.iter().filter(|t| total(t) > Money::ZERO);
        let forgotten: Vec<DocumentId> =
            sales().filter(|t| round_for_cash(day.facts.country, total(t)) == size).map(|t| t.id).collect();
        let chance = FORGOTTEN_REFUND.share(forgotten.len(), sales().count());
        found.add(chance, CauseKind::Refund, None, forgotten);
    }
}
