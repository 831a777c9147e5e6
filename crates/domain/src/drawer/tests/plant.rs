//! One mistake of each kind, made in a day that was honest.

use super::super::{CauseKind, DrawerFacts, PaymentFact};
use super::day::{Random, expected, index, movement, refund, settle};
use crate::ids::DocumentId;
use crate::money::Money;
use crate::payment::PaymentKind;
use crate::tender::round_for_cash;

/// Every kind of mistake.
pub const KINDS: [CauseKind; 9] = [
    CauseKind::SwappedMethod,
    CauseKind::SwappedDigits,
    CauseKind::ShiftedDigits,
    CauseKind::Ticket,
    CauseKind::TicketPair,
    CauseKind::ChangeOnOtherNote,
    CauseKind::Refund,
    CauseKind::Movement,
    CauseKind::Count,
];

/// What was done.
#[derive(Debug)]
pub struct Planted {
    pub kind: CauseKind,
    pub documents: Vec<DocumentId>,
    pub instead_of: Option<Money>,
}

/// A mistake: the difference that it makes, its tickets, and the amount that should have been there.
type Mistake = (Money, Vec<DocumentId>, Option<Money>);

/// Makes a mistake of a kind; tries again where the day gives no occasion for it.
pub fn plant(honest: &DrawerFacts, kind: CauseKind, random: &mut Random) -> (DrawerFacts, Planted) {
    loop {
        let mut facts = honest.clone();
        let mistake = match kind {
            CauseKind::SwappedMethod => swapped_method(&facts, random),
            CauseKind::SwappedDigits => digits(&mut facts, swap, random),
            CauseKind::ShiftedDigits => digits(&mut facts, shift, random),
            CauseKind::Ticket => ticket(&facts, random),
            CauseKind::TicketPair => pair(&facts, random),
            CauseKind::ChangeOnOtherNote => change(&mut facts, random),
            CauseKind::Refund => refunded(&mut facts, random),
            CauseKind::Movement => moved(&mut facts, random),
            CauseKind::Count => counted(&mut facts, random),
        };
        let Some((difference, documents, instead_of)) = mistake else { continue };
        if difference.is_zero() || expected(&facts) + difference < Money::ZERO {
            continue;
        }
        if facts.difference().is_zero() {
            let by_denomination = !facts.count.is_empty();
            settle(&mut facts, difference, by_denomination);
        }
        assert_eq!(facts.difference(), difference);
        return (facts, Planted { kind, documents, instead_of });
    }
}

fn payments(facts: &DrawerFacts, cash: bool) -> Vec<(DocumentId, PaymentFact)> {
    let all = facts.tickets.iter().flat_map(|t| t.payments.iter().map(|p| (t.id, *p)));
    all.filter(|(_, p)| (p.kind == PaymentKind::Cash) == cash && p.collected() > Money::ZERO).collect()
}

fn some<T: Copy>(all: &[T], random: &mut Random) -> Option<T> {
    (!all.is_empty()).then(|| random.one(all))
}

/// Rung up as cash and paid by card, or the other way.
fn swapped_method(facts: &DrawerFacts, random: &mut Random) -> Option<Mistake> {
    let cash = random.percent(50);
    let (id, payment) = some(&payments(facts, cash), random)?;
    let amount = round_for_cash(facts.country, payment.collected());
    Some((if cash { -amount } else { amount }, vec![id], None))
}

/// The cash of a ticket was not put in, or twice.
fn ticket(facts: &DrawerFacts, random: &mut Random) -> Option<Mistake> {
    let (id, payment) = some(&payments(facts, true), random)?;
    let amount = payment.collected();
    Some((if random.percent(75) { -amount } else { amount }, vec![id], None))
}

/// The same mistake twice: mostly in the same quarter of an hour, sometimes anywhere.
fn pair(facts: &DrawerFacts, random: &mut Random) -> Option<Mistake> {
    let cash = random.percent(60);
    let all = payments(facts, cash);
    let first = index(random, all.len().max(1));
    let step = if random.percent(70) { 1 + index(random, 4) } else { 1 + index(random, all.len().max(1)) };
    let ((a, x), (b, y)) = (all.get(first)?, all.get(first + step)?);
    let amount: Money = [x, y].map(|p| round_for_cash(facts.country, p.collected())).into_iter().sum();
    Some((if cash { -amount } else { amount }, vec![*a, *b], None))
}

/// The key of another note was pressed, or the head gave change on another note.
fn change(facts: &mut DrawerFacts, random: &mut Random) -> Option<Mistake> {
    let notes = [5_00, 10_00, 20_00, 50_00, 100_00].map(Money);
    let all: Vec<(DocumentId, PaymentFact)> =
        payments(facts, true).into_iter().filter(|(_, p)| notes.contains(&p.received)).collect();
    let (id, payment) = some(&all, random)?;
    let handed = payment.received;
    let at = notes.iter().position(|n| *n == handed)?;
    let wrong = if random.percent(80) { *notes.get(at + 1)? } else { *notes.get(at.checked_sub(1)?)? };
    if wrong < payment.collected() {
        return None;
    }
    if random.percent(75) {
        let ticket = facts.tickets.iter_mut().find(|t| t.id == id)?;
        let recorded = ticket.payments.iter_mut().find(|p| p.kind == PaymentKind::Cash)?;
        *recorded = PaymentFact { received: wrong, change: wrong - payment.collected(), ..payment };
    } else if payment.change.is_zero() {
        return None;
    }
    Some((handed - wrong, vec![id], Some(handed)))
}

/// A refund that was recorded and not given, given in cash instead of on the card, or given and not recorded.
fn refunded(facts: &mut DrawerFacts, random: &mut Random) -> Option<Mistake> {
    let sales: Vec<usize> =
        (0..facts.tickets.len()).filter(|n| facts.tickets[*n].payments[0].received > Money::ZERO).collect();
    let of = &facts.tickets[some(&sales, random)?];
    let total: Money = of.payments.iter().map(PaymentFact::collected).sum();
    if random.percent(40) {
        return Some((-round_for_cash(facts.country, total), vec![of.id], None));
    }
    let payments = refund(of, facts.country, random);
    let cash = payments[0].kind == PaymentKind::Cash;
    let given = round_for_cash(facts.country, payments[0].received);
    let last = facts.tickets.last_mut()?;
    last.payments = payments;
    Some((if cash { -given } else { given }, vec![last.id], None))
}

/// A movement recorded twice, the wrong way round, without being made, or made without being recorded.
fn moved(facts: &mut DrawerFacts, random: &mut Random) -> Option<Mistake> {
    if random.percent(30) {
        let size = random.one(&[20_00, 30_00, 50_00, 50_00, 100_00, 100_00, 150_00, 200_00, 10_00, 40_00]);
        return Some((Money(if random.percent(80) { -size } else { size }), Vec::new(), None));
    }
    let recorded = movement(facts.country, random);
    facts.movements.push(recorded);
    match random.below(3) {
        0 => Some((Money(-2 * recorded.0), Vec::new(), Some(-recorded))),
        1 => {
            facts.movements.push(recorded);
            Some((-recorded, Vec::new(), Some(Money::ZERO)))
        }
        _ => Some((-recorded, Vec::new(), Some(Money::ZERO))),
    }
}

/// One note or coin too many or too few.
fn counted(facts: &mut DrawerFacts, random: &mut Random) -> Option<Mistake> {
    let denomination = random.one(facts.country.denominations());
    let sign = random.one(&[-1, 1]);
    if denomination > Money(100_00) {
        return None;
    }
    if let Some(row) = facts.count.iter_mut().find(|c| c.denomination == denomination) {
        row.count = row.count.checked_add_signed(i32::try_from(sign).unwrap())?;
        facts.counted += Money(denomination.0 * sign);
        return Some((
            Money(denomination.0 * sign),
            Vec::new(),
            Some(Money(denomination.0 * (i64::from(row.count) - sign))),
        ));
    }
    Some((Money(denomination.0 * sign), Vec::new(), None))
}

/// Two neighbours changed places; nobody types a number that begins with zero.
fn swap(number: i64, random: &mut Random) -> Option<i64> {
    let mut digits = number.to_string().into_bytes();
    let at = index(random, digits.len().saturating_sub(1).max(1));
    let pair = digits.get_mut(at..at + 2)?;
    pair.swap(0, 1);
    let swapped: i64 = String::from_utf8(digits.clone()).unwrap().parse().unwrap();
    (digits[0] != b'0' && swapped != number).then_some(swapped)
}

/// A digit too many, or one too few.
fn shift(number: i64, random: &mut Random) -> Option<i64> {
    let shorter = (number % 10 == 0 && number >= 10).then_some(number / 10);
    if random.percent(50) { Some(number * 10) } else { shorter }
}

/// An amount that somebody types came out wrong: the count, the float, a movement, what a customer handed over.
fn digits(
    facts: &mut DrawerFacts,
    slip: fn(i64, &mut Random) -> Option<i64>,
    random: &mut Random,
) -> Option<Mistake> {
    match random.below(100) {
        0..=44 => digits_of_count(facts, slip, random),
        45..=64 => {
            let really = facts.opening_float;
            let typed = Money(slip(really.0, random)?);
            (typed.0 < 5_000_00).then_some(())?;
            facts.opening_float = typed;
            Some((really - typed, Vec::new(), Some(really)))
        }
        65..=89 => {
            let really = movement(facts.country, random);
            let typed = Money(slip(really.0.abs(), random)? * really.0.signum());
            facts.movements.push(typed);
            Some((really - typed, Vec::new(), Some(really)))
        }
        _ => {
            let (id, recorded) = some(&payments(facts, true), random)?;
            let really = Money(slip(recorded.received.0, random)?);
            let typed =
                recorded.change > Money::ZERO && !facts.country.denominations().contains(&recorded.received);
            let likely = really >= recorded.collected() && really <= Money(200_00);
            (typed && likely).then_some((really - recorded.received, vec![id], Some(really)))
        }
    }
}

fn digits_of_count(
    facts: &mut DrawerFacts,
    slip: fn(i64, &mut Random) -> Option<i64>,
    random: &mut Random,
) -> Option<Mistake> {
    if facts.count.is_empty() {
        let typed = Money(slip(facts.expected.0, random)?);
        facts.counted = typed;
        return Some((typed - facts.expected, Vec::new(), Some(facts.expected)));
    }
    let at = index(random, facts.count.len());
    let row = facts.count.get_mut(at)?;
    let really = i64::from(row.count);
    let typed = slip(really, random).filter(|n| *n > 0 && really > 0)?;
    row.count = u32::try_from(typed).ok()?;
    let value = row.denomination.0;
    facts.counted += Money(value * (typed - really));
    Some((Money(value * (typed - really)), Vec::new(), Some(Money(value * really))))
}
