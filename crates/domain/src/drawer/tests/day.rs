//! Days of a shop that look like days of a shop: few popular articles, prices that end alike, notes rather than coins.

use uuid::Uuid;

use super::super::{DrawerFacts, PaymentFact, TicketFact};
use crate::country::Country;
use crate::ids::DocumentId;
use crate::money::Money;
use crate::payment::PaymentKind;
use crate::shift::DenominationCount;
use crate::tender::round_for_cash;

/// Numbers that look random and are the same in each run (xorshift64*).
pub struct Random(u64);

impl Random {
    pub const fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16) % limit
    }

    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        least + i64::try_from(self.below(u64::try_from(most - least + 1).unwrap())).unwrap()
    }

    pub fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }

    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.below(of.len() as u64)).unwrap()]
    }
}

/// An honest day: what was counted is what had to be there.
pub fn day(random: &mut Random) -> DrawerFacts {
    let country = if random.percent(70) { Country::France } else { Country::Quebec };
    // A bakery sells few cheap articles one by one, so that many tickets are equal; a general shop does not.
    let bakery = random.percent(40);
    let articles = if bakery { random.between(25, 60) } else { random.between(80, 300) };
    let catalogue: Vec<i64> = (0..articles).map(|_| price(bakery, random)).collect();
    let lines: &[u32] = if bakery { &[1, 1, 1, 2, 2, 3] } else { &[1, 1, 2, 2, 3, 4, 5, 7] };
    let mut tickets: Vec<TicketFact> = Vec::new();
    for n in 1..=random.between(30, 200) {
        let id = DocumentId(Uuid::from_u128(n.unsigned_abs().into()));
        let refunded =
            (!tickets.is_empty() && random.percent(2)).then(|| tickets[index(random, tickets.len())].clone());
        let payments = match refunded {
            Some(sale) => refund(&sale, country, random),
            None => payments(basket(&catalogue, lines, country, random), country, random),
        };
        tickets.push(TicketFact { id, payments });
    }
    let movements = (0..random.between(0, 4)).map(|_| movement(country, random)).collect();
    let opening_float = Money(random.one(&[100_00, 150_00, 200_00, 120_00, 184_50, 96_35, 250_00, 137_40]));
    let mut facts = DrawerFacts {
        country,
        opening_float,
        expected: Money::ZERO,
        counted: Money::ZERO,
        count: Vec::new(),
        tickets,
        movements,
    };
    // The till refuses to take out more than it holds; a first movement brings the drawer to where it cannot happen.
    if expected(&facts) < Money(50_00) {
        facts.movements.insert(0, Money(500_00));
    }
    settle(&mut facts, Money::ZERO, random.percent(60));
    facts
}

/// A place below `length`.
pub fn index(random: &mut Random, length: usize) -> usize {
    usize::try_from(random.below(length as u64)).unwrap()
}

fn price(bakery: bool, random: &mut Random) -> i64 {
    if bakery {
        return random.between(16, 90) * 5;
    }
    let whole = match random.below(10) {
        0..=4 => random.between(0, 4),
        5..=7 => random.between(4, 12),
        _ => random.between(12, 40),
    };
    let cents = random.one(&[0, 0, 50, 50, 20, 30, 40, 60, 80, 90, 95, 99, 25, 45, 75, 85]);
    (whole * 100 + cents).max(60)
}

/// Some articles sell far more than others.
fn basket(catalogue: &[i64], lines: &[u32], country: Country, random: &mut Random) -> Money {
    let mut total = 0;
    for _ in 0..random.one(lines) {
        let most = random.below(catalogue.len() as u64) + 1;
        let article = usize::try_from(random.below(most)).unwrap();
        total += catalogue[article] * random.one(&[1, 1, 1, 1, 2, 3]);
    }
    // Québec adds its taxes to the prices: 14.975 %.
    Money(if country == Country::Quebec { total * 114_975 / 100_000 } else { total })
}

fn paid(kind: PaymentKind, received: Money, change: Money) -> PaymentFact {
    PaymentFact { kind, received, change }
}

fn payments(total: Money, country: Country, random: &mut Random) -> Vec<PaymentFact> {
    match random.below(100) {
        0..=54 => vec![cash(round_for_cash(country, total), random)],
        55..=90 => vec![paid(PaymentKind::CardStandalone, total, Money::ZERO)],
        91..=93 => vec![paid(PaymentKind::Cheque, total, Money::ZERO)],
        94..=96 => vec![paid(PaymentKind::Other, total, Money::ZERO)],
        _ if total > Money(15_00) => {
            let part = Money(random.one(&[5_00, 10_00, 12_50]));
            vec![
                paid(PaymentKind::CardStandalone, total - part, Money::ZERO),
                paid(PaymentKind::Cash, part, Money::ZERO),
            ]
        }
        _ => vec![cash(round_for_cash(country, total), random)],
    }
}

/// Exact, one note, several notes, or a note with the coins that make the change round.
fn cash(total: Money, random: &mut Random) -> PaymentFact {
    let up_to = |step: i64| (total.0 + step - 1) / step * step;
    let received = match random.below(100) {
        0..=29 => total.0,
        30..=79 => {
            [5_00, 10_00, 20_00, 50_00, 100_00].into_iter().find(|n| *n >= total.0).unwrap_or(up_to(50_00))
        }
        80..=89 => up_to(random.one(&[10_00, 20_00])),
        90..=95 => up_to(50_00),
        _ => up_to(10_00) + total.0 % 100,
    };
    paid(PaymentKind::Cash, Money(received), Money(received) - total)
}

/// The whole ticket back, in cash or on the card.
pub fn refund(sale: &TicketFact, country: Country, random: &mut Random) -> Vec<PaymentFact> {
    let total: Money = sale.payments.iter().map(PaymentFact::collected).sum();
    let kind = if random.percent(70) { PaymentKind::Cash } else { PaymentKind::CardStandalone };
    let total = if kind == PaymentKind::Cash { round_for_cash(country, total) } else { total };
    vec![paid(kind, Money(-total.0.abs()), Money::ZERO)]
}

/// A supplier, the bank, coins.
pub fn movement(country: Country, random: &mut Random) -> Money {
    let bill = round_for_cash(country, Money(random.between(4_00, 80_00)));
    let size = random.one(&[20_00, 50_00, 100_00, 30_00, bill.0, bill.0]);
    Money(if random.percent(75) { -size } else { size })
}

/// What the drawer must hold.
pub fn expected(facts: &DrawerFacts) -> Money {
    let cash = facts.tickets.iter().flat_map(|t| &t.payments).filter(|p| p.kind == PaymentKind::Cash);
    facts.opening_float + cash.map(PaymentFact::collected).sum() + facts.movements.iter().copied().sum()
}

/// Counts a drawer that holds `difference` more than it must.
pub fn settle(facts: &mut DrawerFacts, difference: Money, by_denomination: bool) {
    facts.expected = expected(facts);
    facts.counted = facts.expected + difference;
    facts.count = if by_denomination { coins(facts.country, facts.counted) } else { Vec::new() };
}

/// Notes and coins as a drawer holds them: many small ones, few great ones.
fn coins(country: Country, amount: Money) -> Vec<DenominationCount> {
    let mut rest = amount.0;
    let mut count = Vec::new();
    for denomination in country.denominations().iter().filter(|d| d.0 <= 100_00) {
        let share = if denomination.0 <= 5 { rest } else { rest * 2 / 3 };
        let pieces = if *denomination == country.cash_step() { rest } else { share } / denomination.0;
        rest -= pieces * denomination.0;
        count.push(DenominationCount { denomination: *denomination, count: u32::try_from(pieces).unwrap() });
    }
    count
}
