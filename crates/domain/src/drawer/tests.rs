#![expect(clippy::inconsistent_digit_grouping, reason = "amounts are in cents: 61_16 reads 61.16")]

use super::*;

mod day;
mod plant;

use day::{Random, day};
use plant::{KINDS, Planted, plant};

/// Days that are generated for each kind of mistake.
const DAYS: u64 = 100;

/// True when the cause is the planted one: its kind, its tickets among those to look at, its real amount.
fn explains(cause: &Cause, planted: &Planted) -> bool {
    cause.kind == planted.kind
        && planted.documents.iter().all(|id| cause.documents.contains(id))
        && planted.documents.is_empty() == cause.documents.is_empty()
        && (planted.instead_of.is_none() || planted.instead_of == cause.instead_of)
}

/// Issue 3, «Why is my drawer wrong?»: in days of 30 to 200 tickets with one mistake, the mistake is among the first
/// three causes in at least 90 % of the days.
#[test]
fn a_planted_mistake_is_among_the_first_three_causes() {
    let (mut all_found, mut all_days) = (0, 0);
    for (number, kind) in (1_u64..).zip(KINDS) {
        let (mut found, mut first, mut listed) = (0, 0, 0);
        for seed in 1..=DAYS {
            let mut random = Random::new(number * 1_000_003 + seed * 7_919);
            let (facts, planted) = plant(&day(&mut random), kind, &mut random);
            let causes = likely_causes(&facts);
            assert!(causes.len() <= MAX_CAUSES);
            let place = causes.iter().position(|c| explains(c, &planted));
            first += u32::from(place == Some(0));
            if let Some(cause) = place.filter(|p| *p < 3).and_then(|p| causes.get(p)) {
                found += 1;
                listed += cause.documents.len();
            } else if std::env::var_os("DRAWER_MISSES").is_some() {
                println!("{planted:?}\n  of {} tickets: {causes:#?}", facts.tickets.len());
            }
        }
        println!("{kind:?}: {found} of {DAYS} in the first three, {first} first, {listed} tickets named");
        (all_found, all_days) = (all_found + found, all_days + DAYS);
    }
    println!("all: {all_found} of {all_days}");
    assert!(all_days >= 500 && all_found * 100 >= all_days * 90, "{all_found} of {all_days}");
}

/// No difference has no cause, and the same facts have the same answer.
#[test]
fn the_answer_depends_on_the_facts_alone() {
    let mut random = Random::new(42);
    let mut facts = day(&mut random);
    assert_eq!(likely_causes(&facts), []);
    facts.counted += Money(-10_00);
    let causes = likely_causes(&facts);
    assert!(!causes.is_empty());
    assert_eq!(likely_causes(&facts), causes);
    assert!(causes.iter().map(|c| u32::from(c.likelihood)).sum::<u32>() <= 100);
    assert!(causes.windows(2).all(|w| w[0].likelihood >= w[1].likelihood));
    assert!(causes.iter().all(|c| c.amount == Money(-10_00)));
}

/// Two thousand tickets of the same amount are the worst for pairs: time stays in proportion to their number.
#[test]
fn two_thousand_tickets_are_looked_at_once() {
    let payment = PaymentFact { kind: PaymentKind::Cash, received: Money(1_30), change: Money::ZERO };
    let ticket = |n| TicketFact { id: DocumentId(uuid::Uuid::from_u128(n)), payments: vec![payment] };
    let facts = DrawerFacts {
        country: Country::France,
        opening_float: Money(100_00),
        expected: Money(100_00 + 2_000 * 1_30),
        counted: Money(100_00 + 1_998 * 1_30),
        count: Vec::new(),
        tickets: (1..=2_000).map(ticket).collect(),
        movements: Vec::new(),
    };
    let causes = likely_causes(&facts);
    assert_eq!(causes.len(), MAX_CAUSES);
    assert_eq!(causes[0].kind, CauseKind::TicketPair);
}
