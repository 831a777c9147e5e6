//! Mistakes without a ticket: movements of cash, and the count itself.

use super::rank::{Chance, Found};
use super::{CauseKind, DrawerFacts};
use crate::money::Money;
use crate::shift::DenominationCount;

/// A movement was recorded and not made, or twice, or with the wrong sign.
const RECORDED_MOVEMENT: Chance = Chance::thousandths(80);
/// A movement was made and not recorded.
const FORGOTTEN_MOVEMENT: Chance = Chance::thousandths(80);
/// A note or coin was counted once too often or too little.
const MISCOUNT: Chance = Chance::thousandths(150);

pub fn look(facts: &DrawerFacts, found: &mut Found) {
    recorded_movement(facts, found);
    forgotten_movement(facts, found);
    miscount(facts, found);
}

/// Recorded and not made, or twice: the difference is the movement, the other way. Recorded the wrong way round: twice
/// the movement.
fn recorded_movement(facts: &DrawerFacts, found: &mut Found) {
    let (difference, all) = (facts.difference(), facts.movements.len());
    let equal = |amount: Money| facts.movements.iter().filter(|m| **m == amount).count();
    let single = equal(-difference);
    // Two equal movements are what a movement that was recorded twice looks like.
    let weight = if single > 1 { 3 } else { 1 };
    found.add(RECORDED_MOVEMENT.share(single * weight, all * 2), CauseKind::Movement, Some(Money::ZERO), []);
    if difference.0 % 2 == 0 {
        let reversed = Money(-difference.0 / 2);
        let chance = RECORDED_MOVEMENT.share(equal(reversed), all * 2);
        found.add(chance, CauseKind::Movement, Some(-reversed), []);
    }
}

/// Cash that somebody moved without telling the till is a round sum: the rounder, the likelier.
fn forgotten_movement(facts: &DrawerFacts, found: &mut Found) {
    let size = facts.difference().0.abs();
    let of_a_hundred = match size {
        0 => 0,
        s if s % 10_000 == 0 => 8,
        s if s % 5_000 == 0 => 6,
        s if s % 2_000 == 0 => 4,
        s if s % 1_000 == 0 => 3,
        s if s % 500 == 0 => 1,
        _ => 0,
    };
    // Fifty thousand in cash is no sum that one forgets.
    let of_a_hundred = if size > 5_000_000 { 0 } else { of_a_hundred };
    found.add(FORGOTTEN_MOVEMENT.share(of_a_hundred, 100), CauseKind::Movement, None, []);
}

/// The difference is one note or coin. One that was counted too often must have been counted.
fn miscount(facts: &DrawerFacts, found: &mut Found) {
    let difference = facts.difference();
    let all = facts.country.denominations();
    let Some(denomination) = all.iter().copied().find(|d| *d == difference.abs()) else { return };
    let row = facts.count.iter().find(|c| c.denomination == denomination);
    let counted = row.map_or(0, |c: &DenominationCount| i64::from(c.count));
    let too_many = difference > Money::ZERO;
    if !facts.count.is_empty() && too_many && counted == 0 {
        return;
    }
    let really = counted - difference.0.signum();
    let instead_of = (!facts.count.is_empty()).then_some(Money(denomination.0 * really));
    found.add(MISCOUNT.share(1, all.len()), CauseKind::Count, instead_of, []);
}
