//! Random days of a shop: whatever was sold, taken back and settled, the books balance and agree.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use accounting::{
    AccountKey, Auxiliary, DrawerFact, Entry, LineFact, MoneyFact, OfficeFact, PaymentFact, Plan, Role,
    TaxFact, TicketFact, TillDay, aggregate, book_office, book_till,
};
use domain::country::{Country, PriceMode};
use domain::ids::{DepartmentId, FeeTypeId, MethodId, WorkstationId};
use domain::money::{Money, Rate};
use domain::payment::PaymentKind;
use domain::tax::{AppliedTax, TaxableLine, document_totals};
use proptest::prelude::*;
use uuid::Uuid;

const TILL: WorkstationId = WorkstationId(Uuid::from_u128(1));
const DAY: &str = "2026-11-21";

fn tax(code: &str, rate: i64) -> AppliedTax {
    AppliedTax { code: code.into(), name: code.into(), letter: "A".into(), rate: Rate(rate) }
}

/// Sets of taxes of a country; the last one is none: what is exempt.
fn tax_sets(country: Country) -> Vec<Vec<AppliedTax>> {
    match country {
        Country::France => vec![
            vec![tax("TVA20", 20_000)],
            vec![tax("TVA10", 10_000)],
            vec![tax("TVA55", 5_500)],
            vec![tax("TVA21", 2_100)],
            vec![],
        ],
        Country::Quebec => vec![vec![tax("TPS", 5_000), tax("TVQ", 9_975)], vec![tax("TPS", 5_000)], vec![]],
    }
}

/// What a ticket is made of: lines as (amount, set of taxes, family), how it is settled, and whether it is a return.
#[derive(Clone, Debug)]
struct Sold {
    lines: Vec<(i64, usize, u8)>,
    discount: i64,
    kinds: Vec<usize>,
    is_return: bool,
    in_country_mode: bool,
}

fn sold() -> impl Strategy<Value = Sold> {
    let line = (1i64..30_000, 0usize..5, 0u8..4);
    let kinds = prop::collection::vec(0usize..7, 1..4);
    (prop::collection::vec(line, 1..12), 0i64..50, kinds, any::<bool>(), any::<bool>()).prop_map(
        |(lines, discount, kinds, is_return, in_country_mode)| Sold {
            lines,
            discount,
            kinds,
            is_return,
            in_country_mode,
        },
    )
}

fn customer() -> Auxiliary {
    Auxiliary { number: "C00012".into(), name: "Claire Dupré".into() }
}

/// Every kind of payment, with the cash step of the country.
const KINDS: [PaymentKind; 7] = [
    PaymentKind::Cash,
    PaymentKind::CardStandalone,
    PaymentKind::Cheque,
    PaymentKind::Other,
    PaymentKind::Credit,
    PaymentKind::OnAccount,
    PaymentKind::WriteOff,
];

fn payment(country: Country, kind: PaymentKind, amount: Money) -> PaymentFact {
    let step = country.cash_step().0;
    let rounded = Money((amount.0 + amount.0.signum() * (step / 2)) / step * step);
    let collected = if kind == PaymentKind::Cash { rounded } else { amount };
    PaymentFact { method: MethodId(Uuid::from_u128(kind as u128)), kind, amount, collected }
}

fn ticket(country: Country, number: usize, s: &Sold) -> TicketFact {
    let sets = tax_sets(country);
    // A customer who is billed before tax turns the mode of a French ticket.
    let mode = if s.in_country_mode { country.price_mode() } else { PriceMode::TaxExclusive };
    let sign = if s.is_return { -1 } else { 1 };
    let lines: Vec<LineFact> = s
        .lines
        .iter()
        .map(|(amount, set, family)| LineFact {
            department: (*family > 1).then(|| DepartmentId(Uuid::from_u128(u128::from(*family)))),
            fee: (*family == 1).then(|| FeeTypeId(Uuid::from_u128(9))),
            taxes: sets[*set % sets.len()].clone(),
            total: Money(sign * (amount - amount * s.discount / 100)),
        })
        .collect();
    let taxable: Vec<TaxableLine<'_>> =
        lines.iter().map(|l| TaxableLine { total: l.total, taxes: &l.taxes }).collect();
    let totals = document_totals(mode, &taxable).unwrap();
    let fact = |t: &domain::tax::TaxAmount| TaxFact {
        code: t.tax.code.clone(),
        rate: t.tax.rate,
        base: t.base,
        amount: t.amount,
    };
    let (last, first) = s.kinds.split_last().unwrap();
    let mut payments: Vec<PaymentFact> =
        first.iter().map(|k| payment(country, KINDS[*k], Money(totals.total.0 / 4))).collect();
    let rest = totals.total - payments.iter().map(|p| p.amount).sum();
    payments.push(payment(country, KINDS[*last], rest));
    TicketFact {
        number: format!("C01-{number:08}"),
        mode,
        taxes: totals.taxes.iter().map(fact).collect(),
        net: totals.net,
        total: totals.total,
        lines,
        payments,
        customer: Some(customer()),
    }
}

/// A return that pays for a sale: what it gives, the sale takes, and no money moves.
fn exchange(tickets: &mut [TicketFact]) {
    let [first, second, ..] = tickets else { return };
    let exchanged = Money(first.total.0.abs().min(second.total.0.abs()) / 2);
    for (ticket, amount) in [(first, -exchanged), (second, exchanged)] {
        let mut part = payment(Country::France, PaymentKind::Exchange, amount);
        part.collected = Money::ZERO;
        ticket.payments[0].amount -= amount;
        ticket.payments[0].collected -= amount;
        ticket.payments.push(part);
    }
}

fn day(country: Country, sold: &[Sold], money: &[i64]) -> TillDay {
    let mut tickets: Vec<TicketFact> = (1..).zip(sold).map(|(n, s)| ticket(country, n, s)).collect();
    exchange(&mut tickets);
    let advances = money.iter().map(|amount| {
        let amount = Money(amount.abs() + 1);
        MoneyFact::Advance {
            payment: payment(country, PaymentKind::CardStandalone, amount),
            customer: customer(),
        }
    });
    let legs = money.iter().flat_map(|amount| {
        let leg =
            |kind, amount| MoneyFact::Corrected { payment: payment(country, kind, amount), customer: None };
        [leg(PaymentKind::Cash, Money(-*amount)), leg(PaymentKind::CardStandalone, Money(*amount))]
    });
    TillDay {
        workstation: TILL,
        code: "C01".into(),
        day: DAY.into(),
        piece: "Z-C01-1".into(),
        tickets,
        movements: money.iter().copied().map(Money).collect(),
        drawers: money
            .iter()
            .flat_map(|n| {
                let (float, counted) = (Money(n.abs()), Money(n.abs() * 2));
                let opened = DrawerFact::Opened { float, carried: Money(n.abs() / 3) };
                let left = (n % 2 == 0).then_some(Money(n.abs() / 2));
                [opened, DrawerFact::Closed { expected: Money(n.abs() * 2 - n % 5), counted, left }]
            })
            .collect(),
        money: advances.chain(legs).collect(),
    }
}

fn sum(entry: &Entry, role: Role) -> Money {
    entry.lines.iter().filter(|l| l.role == role).map(|l| l.credit - l.debit).sum()
}

fn check(country: Country, sold: &[Sold], money: &[i64]) -> Result<(), TestCaseError> {
    let plan = Plan::new(country, BTreeMap::new());
    let facts = day(country, sold, money);
    let entry = book_till(&plan, &facts).unwrap();
    let Some(entry) = entry else { return Ok(()) };
    let (debit, credit): (Money, Money) =
        (entry.lines.iter().map(|l| l.debit).sum(), entry.lines.iter().map(|l| l.credit).sum());
    prop_assert_eq!(debit, credit, "debits equal credits");
    prop_assert!(
        entry.lines.iter().all(|l| l.debit.is_zero() != l.credit.is_zero()),
        "one side of each line"
    );
    let net: Money = facts.tickets.iter().map(|t| t.net).sum();
    prop_assert_eq!(sum(&entry, Role::Sales), net, "sales accounts are the turnover without taxes");
    for row in facts.tickets.iter().flat_map(|t| &t.taxes) {
        let account = plan.tax(&row.code, row.rate);
        let booked: Money =
            entry.lines.iter().filter(|l| l.account == account).map(|l| l.credit - l.debit).sum();
        let table: Money = facts
            .tickets
            .iter()
            .flat_map(|t| &t.taxes)
            .filter(|t| t.code == row.code && t.rate == row.rate)
            .map(|t| t.amount)
            .sum();
        prop_assert_eq!(booked, table, "the account of a tax is its table");
    }
    let lines = aggregate(&plan, DAY, facts.tickets.iter()).unwrap();
    let reported: Money = lines.iter().map(|l| l.net + l.tax).sum();
    let total: Money = facts.tickets.iter().map(|t| t.total).sum();
    prop_assert_eq!(reported, total, "e-reporting is the turnover with taxes");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// every entry of a random French day balances; its sales and VAT accounts are the signed tickets' tables.
    #[test]
    fn a_day_in_france_balances(sold in prop::collection::vec(sold(), 0..8), money in prop::collection::vec(-9_999i64..9_999, 0..4)) {
        check(Country::France, &sold, &money)?;
    }

    /// the same in Québec, with two taxes on one base and cash in five cents.
    #[test]
    fn a_day_in_quebec_balances(sold in prop::collection::vec(sold(), 0..8), money in prop::collection::vec(-9_999i64..9_999, 0..4)) {
        let sold: Vec<Sold> = sold.into_iter().map(|s| Sold { in_country_mode: true, ..s }).collect();
        check(Country::Quebec, &sold, &money)?;
    }
}

/// fiscal.md 5.3: 120.00 at 20 % in cash is D 530 120 / C 707 100 / C 44571 20.
#[test]
fn the_pattern_of_a_daily_closing_is_that_of_the_rule() {
    let plan = Plan::new(Country::France, BTreeMap::new());
    let sold = Sold {
        lines: vec![(12_000, 0, 0)],
        discount: 0,
        kinds: vec![0],
        is_return: false,
        in_country_mode: true,
    };
    let entry = book_till(&plan, &day(Country::France, &[sold], &[])).unwrap().unwrap();
    let lines: Vec<_> =
        entry.lines.iter().map(|l| (l.account.number.as_str(), l.debit.0, l.credit.0)).collect();
    assert_eq!(lines, [("530000", 12_000, 0), ("707000", 0, 10_000), ("44571020", 0, 2_000)]);
    assert_eq!((entry.journal.code(), entry.piece.as_str()), ("CA", "Z-C01-1"));
}

/// A ticket whose payments do not settle it is never booked, and the reason names it.
#[test]
fn what_does_not_balance_is_refused() {
    let plan = Plan::new(Country::France, BTreeMap::new());
    let sold = Sold {
        lines: vec![(12_000, 0, 0)],
        discount: 0,
        kinds: vec![0],
        is_return: false,
        in_country_mode: true,
    };
    let mut facts = day(Country::France, &[sold], &[]);
    facts.tickets[0].payments[0].amount = Money(11_999);
    facts.tickets[0].payments[0].collected = Money(11_999);
    let error = book_till(&plan, &facts).unwrap_err();
    assert!(format!("{error}").contains("C01-00000001"), "{error}");
}

/// What the office writes on accounts balances too: a gesture, a corrected debt, a corrected credit.
#[test]
fn the_entries_of_the_office_balance() {
    let plan = Plan::new(Country::France, BTreeMap::new());
    let facts = [
        OfficeFact::Gesture { amount: Money(500), customer: customer() },
        OfficeFact::Corrected { due: true, amount: Money(1), customer: customer() },
        OfficeFact::Corrected { due: false, amount: Money(-200), customer: customer() },
    ];
    let entry = book_office(&plan, DAY, &facts).unwrap().unwrap();
    let balance: Money = entry.lines.iter().map(|l| l.debit - l.credit).sum();
    assert_eq!(balance, Money::ZERO);
    let of = |key: AccountKey| {
        let account = plan.account(&key);
        entry.lines.iter().filter(|l| l.account == account).map(|l| l.credit - l.debit).sum::<Money>()
    };
    assert_eq!((of(AccountKey::Customers), of(AccountKey::CustomerCredit)), (Money(1), Money(300)));
    assert!(entry.lines.iter().filter(|l| l.role == Role::Customer).all(|l| l.auxiliary.is_some()));
}
