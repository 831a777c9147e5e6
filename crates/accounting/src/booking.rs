//! The entries of a day: one for each till, one for what the office wrote (fiscal.md 5.3).

use std::collections::BTreeMap;

use domain::ids::WorkstationId;
use domain::money::{Money, Overflow, Rate};
use domain::payment::PaymentKind;
use thiserror::Error;

use crate::account::{Account, AccountKey};
use crate::entry::{Entry, EntryLine, Journal, Role};
use crate::facts::{Auxiliary, DrawerFact, MoneyFact, OfficeFact, PaymentFact, TicketFact, TillDay};
use crate::plan::{Plan, percent};
use crate::share::{Share, shares};

/// Why a day cannot be booked. Nothing is ever booked to make it fit.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BookingError {
    /// What settles a ticket is not what the ticket comes to.
    #[error("{piece} does not balance: {difference:?}")]
    Unbalanced {
        /// The till's piece.
        piece: String,
        /// Debits less credits.
        difference: Money,
    },
    /// An amount out of range.
    #[error(transparent)]
    Overflow(#[from] Overflow),
}

/// Sums by account, while a day is booked; debits are positive.
#[derive(Default)]
struct Sums(BTreeMap<(Role, Account, Option<Auxiliary>, String), Money>);

impl Sums {
    fn add(&mut self, role: Role, account: Account, amount: Money) {
        self.put(role, account, None, String::new(), amount);
    }

    fn put(&mut self, role: Role, account: Account, of: Option<Auxiliary>, detail: String, amount: Money) {
        *self.0.entry((role, account, of, detail)).or_default() += amount;
    }

    /// A difference at the shop's expense (positive) or in its favour.
    fn difference(&mut self, plan: &Plan, amount: Money) {
        let key = if amount > Money::ZERO { AccountKey::Loss } else { AccountKey::Gain };
        self.add(Role::Difference, plan.account(&key), amount);
    }

    fn balance(&self) -> Money {
        self.0.values().copied().sum()
    }

    fn lines(self) -> Vec<EntryLine> {
        let line = |((role, account, auxiliary, detail), sum): (_, Money)| EntryLine {
            account,
            auxiliary,
            detail,
            role,
            debit: sum.max(Money::ZERO),
            credit: (-sum).max(Money::ZERO),
        };
        self.0.into_iter().filter(|(_, sum)| !sum.is_zero()).map(line).collect()
    }
}

/// The entry of a till's day; none where nothing happened.
pub fn book_till(plan: &Plan, facts: &TillDay) -> Result<Option<Entry>, BookingError> {
    let mut sums = Sums::default();
    for ticket in &facts.tickets {
        book_ticket(plan, facts.workstation, ticket, &mut sums)?;
        check(&sums, &ticket.number)?;
    }
    let cash = || plan.money_of_till(facts.workstation);
    let transfer = || plan.account(&AccountKey::Transfer);
    for amount in &facts.movements {
        sums.add(Role::Money, cash(), *amount);
        sums.add(Role::Money, transfer(), -*amount);
    }
    for drawer in &facts.drawers {
        let (moved, difference) = moved(drawer);
        sums.add(Role::Money, cash(), moved + difference);
        sums.add(Role::Money, transfer(), -moved);
        sums.difference(plan, -difference);
    }
    for money in &facts.money {
        book_money(plan, facts.workstation, money, &mut sums);
    }
    check(&sums, &facts.piece)?;
    let label = format!("Caisse {} du {} – {}", facts.code, french_day(&facts.day), facts.piece);
    Ok(entry(Journal::CA, &facts.day, Some(facts.workstation), &facts.piece, label, sums))
}

/// The entry of what the office wrote on customers' accounts in a day; none where it wrote nothing.
pub fn book_office(plan: &Plan, day: &str, facts: &[OfficeFact]) -> Result<Option<Entry>, BookingError> {
    let mut sums = Sums::default();
    for fact in facts {
        let (key, amount, customer) = match fact {
            OfficeFact::Gesture { amount, customer } => (AccountKey::CustomerCredit, *amount, customer),
            OfficeFact::Corrected { due: true, amount, customer } => {
                (AccountKey::Customers, *amount, customer)
            }
            OfficeFact::Corrected { due: false, amount, customer } => {
                (AccountKey::CustomerCredit, *amount, customer)
            }
        };
        sums.put(Role::Customer, plan.account(&key), Some(customer.clone()), String::new(), -amount);
        if matches!(fact, OfficeFact::Gesture { .. }) {
            sums.add(Role::Difference, plan.account(&AccountKey::Gesture), amount);
        } else {
            sums.difference(plan, amount);
        }
    }
    check(&sums, day)?;
    let label = format!("Comptes clients du {}", french_day(day));
    Ok(entry(Journal::OD, day, None, day, label, sums))
}

fn entry(
    journal: Journal,
    day: &str,
    till: Option<WorkstationId>,
    piece: &str,
    label: String,
    sums: Sums,
) -> Option<Entry> {
    let lines = sums.lines();
    let entry = Entry { journal, day: day.to_owned(), till, piece: piece.to_owned(), label, lines };
    (!entry.lines.is_empty()).then_some(entry)
}

fn check(sums: &Sums, piece: &str) -> Result<(), BookingError> {
    let difference = sums.balance();
    if difference.is_zero() {
        return Ok(());
    }
    Err(BookingError::Unbalanced { piece: piece.to_owned(), difference })
}

/// What moved between a drawer and other funds, and the difference that was found in it.
fn moved(drawer: &DrawerFact) -> (Money, Money) {
    match drawer {
        DrawerFact::Opened { float, carried } => (*float - *carried, Money::ZERO),
        DrawerFact::Closed { expected, counted, left } => {
            (left.map_or(Money::ZERO, |left| left - *counted), *counted - *expected)
        }
    }
}

fn book_ticket(plan: &Plan, till: WorkstationId, t: &TicketFact, sums: &mut Sums) -> Result<(), Overflow> {
    for share in shares(t)? {
        let account = plan.sales(share.family);
        sums.put(Role::Sales, account, None, taxes_of(&share), -share.net);
        for (code, rate, amount) in &share.taxes {
            sums.add(Role::Tax, plan.tax(code, *rate), -*amount);
        }
    }
    for payment in &t.payments {
        book_payment(plan, till, payment, t.customer.as_ref(), sums);
    }
    Ok(())
}

/// «TVA 20 %»: what keeps sales of one account apart by rate.
fn taxes_of(share: &Share) -> String {
    let name = |(code, rate, _): &(String, Rate, Money)| {
        let letters: String = code.chars().take_while(|c| c.is_alphabetic()).collect();
        format!("{letters} {} %", percent(*rate))
    };
    if share.taxes.is_empty() {
        return "hors taxes".to_owned();
    }
    share.taxes.iter().map(name).collect::<Vec<_>>().join(" + ")
}

/// A payment enters its account with what was really collected; the rounding of cash is a difference (fiscal.md 3).
fn book_payment(
    plan: &Plan,
    till: WorkstationId,
    payment: &PaymentFact,
    customer: Option<&Auxiliary>,
    sums: &mut Sums,
) {
    let account = plan.money(payment.kind, payment.method, till);
    match payment.kind {
        PaymentKind::Cash | PaymentKind::CardStandalone | PaymentKind::Cheque | PaymentKind::Other => {
            sums.add(Role::Money, account, payment.collected);
            sums.difference(plan, payment.amount - payment.collected);
        }
        PaymentKind::Credit | PaymentKind::OnAccount => {
            sums.put(Role::Customer, account, customer.cloned(), String::new(), payment.amount);
        }
        PaymentKind::Exchange => sums.add(Role::Money, account, payment.amount),
        PaymentKind::WriteOff => sums.difference(plan, payment.amount),
    }
}

fn book_money(plan: &Plan, till: WorkstationId, fact: &MoneyFact, sums: &mut Sums) {
    match fact {
        MoneyFact::Advance { payment, customer } => {
            book_payment(plan, till, payment, Some(customer), sums);
            let credit = plan.account(&AccountKey::CustomerCredit);
            sums.put(Role::Customer, credit, Some(customer.clone()), String::new(), -payment.amount);
        }
        MoneyFact::Corrected { payment, customer } => {
            book_payment(plan, till, payment, customer.as_ref(), sums);
        }
    }
}

/// «21/11/2026» of «2026-11-21».
fn french_day(day: &str) -> String {
    day.split('-').rev().collect::<Vec<_>>().join("/")
}
