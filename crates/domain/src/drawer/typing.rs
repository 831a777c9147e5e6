//! Mistakes of the fingers: two neighbouring digits swapped, a digit too many or too few.
//!
//! Prices come from the catalogue, so few amounts are typed: the count, the float, movements, and the cash that a
//! customer handed over when it was no quick key.

use std::collections::BTreeMap;

use super::rank::{Chance, Found};
use super::{CauseKind, DrawerFacts, PaymentFact, TicketFact};
use crate::ids::DocumentId;
use crate::money::Money;
use crate::payment::PaymentKind;

/// Two digits of some typed amount were swapped.
const SWAPPED: Chance = Chance::thousandths(100);
/// A digit too many or too few.
const SHIFTED: Chance = Chance::thousandths(60);

/// How a typed number came out of another.
fn misread(typed: i64, really: i64) -> Option<CauseKind> {
    if typed <= 0 || really <= 0 {
        None
    } else if typed.checked_mul(10) == Some(really) || really.checked_mul(10) == Some(typed) {
        Some(CauseKind::ShiftedDigits)
    } else if are_neighbours_swapped(typed, really) {
        Some(CauseKind::SwappedDigits)
    } else {
        None
    }
}

/// True when the numbers have the same digits but for two neighbours, which changed places.
fn are_neighbours_swapped(mut a: i64, mut b: i64) -> bool {
    while a % 10 == b % 10 && a > 0 && b > 0 {
        (a, b) = (a / 10, b / 10);
    }
    let (x, y) = (a % 100, b % 100);
    x != y && x / 10 == y % 10 && x % 10 == y / 10 && a / 100 == b / 100 && a >= 10 && b >= 10
}

/// The chance of a mistake of this kind in one of `items` amounts, which are `percent` of all that is typed. A number
/// has a few places at which it can happen.
fn chance(kind: CauseKind, percent: usize, items: usize) -> Chance {
    let (all, places) = if kind == CauseKind::SwappedDigits { (SWAPPED, 3) } else { (SHIFTED, 2) };
    all.share(percent, 100).share(1, items * places)
}

pub fn look(facts: &DrawerFacts, found: &mut Found) {
    count(facts, found);
    let difference = facts.difference();
    // The float was typed too high: the drawer never held what is expected of it.
    let float = facts.opening_float + difference;
    if let Some(kind) = misread(facts.opening_float.0, float.0) {
        found.add(chance(kind, 15, 1), kind, Some(float), []);
    }
    let mut movements: Vec<Money> = facts.movements.clone();
    movements.sort_unstable();
    movements.dedup();
    for typed in &movements {
        let really = *typed + difference;
        if let Some(kind) =
            misread(typed.0.abs(), really.0.abs()).filter(|_| typed.0.signum() == really.0.signum())
        {
            found.add(chance(kind, 30, facts.movements.len()), kind, Some(really), []);
        }
    }
    handed_over(facts, found);
}

/// The count: the total, or the number of one denomination.
fn count(facts: &DrawerFacts, found: &mut Found) {
    if facts.count.is_empty() {
        if let Some(kind) = misread(facts.counted.0, facts.expected.0) {
            found.add(chance(kind, 40, 1), kind, Some(facts.expected), []);
        }
        return;
    }
    for row in &facts.count {
        let (value, typed) = (row.denomination.0, i64::from(row.count));
        let difference = facts.difference().0;
        if value <= 0 || difference % value != 0 {
            continue;
        }
        let really = typed - difference / value;
        if let Some(kind) = misread(typed, really) {
            found.add(chance(kind, 40, facts.count.len()), kind, Some(Money(value * really)), []);
        }
    }
}

/// What a customer handed over was typed wrongly: the change that the screen named was given on it.
fn handed_over(facts: &DrawerFacts, found: &mut Found) {
    let mut typed = 0;
    let mut slips: BTreeMap<(CauseKind, Money), Vec<DocumentId>> = BTreeMap::new();
    for ticket in &facts.tickets {
        for payment in ticket.payments.iter().filter(|p| is_typed(facts, ticket, p)) {
            typed += 1;
            let really = payment.received + facts.difference();
            let enough = payment.change.is_zero() || really >= payment.collected();
            if let Some(kind) = misread(payment.received.0, really.0).filter(|_| enough) {
                slips.entry((kind, really)).or_default().push(ticket.id);
            }
        }
    }
    for ((kind, really), documents) in slips {
        let all = chance(kind, 15, typed);
        found.add(all.share(documents.len(), 1), kind, Some(really), documents);
    }
}

/// Cash that is neither the exact amount of the ticket nor one note, for which there are keys.
fn is_typed(facts: &DrawerFacts, ticket: &TicketFact, payment: &PaymentFact) -> bool {
    let by_key = payment.change.is_zero() && ticket.payments.len() == 1;
    let one_note = facts.country.denominations().contains(&payment.received);
    payment.kind == PaymentKind::Cash && payment.received > Money::ZERO && !by_key && !one_note
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_that_changed_places_are_recognised() {
        for (a, b) in [(1254, 1524), (54_000, 45_000), (12, 21), (5002, 5020), (190, 109)] {
            assert_eq!(misread(a, b), Some(CauseKind::SwappedDigits), "{a} {b}");
            assert_eq!(misread(b, a), Some(CauseKind::SwappedDigits), "{b} {a}");
        }
        for (a, b) in [(1254, 1452), (1254, 1254), (123, 231), (5, 500), (12, 34), (10, 101), (0, 0)] {
            assert_eq!(misread(a, b), None, "{a} {b}");
        }
        for (a, b) in [(50, 500), (500, 50), (1, 10)] {
            assert_eq!(misread(a, b), Some(CauseKind::ShiftedDigits), "{a} {b}");
        }
    }
}
