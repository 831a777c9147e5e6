//! Exchanges: the return and the sale that it pays for stand together, or the verifier says so.

use crate::common::samples::{self, Item};
use crate::common::till::{Till, sold_taxes};
use domain::money::Money;
use domain::payment::{EXCHANGE_METHOD, EXCHANGE_NAME, PaymentKind};
use fiscal::verify::{Defect, Verifier};
use fiscal::{Chain, Operation, PaymentSnapshot, TerminalHeads, TicketPayload, document_number};

const BOOK: i64 = 12_500_000;
const CARD: i64 = 15_000_000;

fn item(price: i64, quantity: i64) -> Vec<Item> {
    vec![(price, quantity, sold_taxes())]
}

/// A return of the book and a sale of the card, each made up by the caller before it is signed.
fn exchange(change: impl Fn(&mut TicketPayload, &mut TicketPayload)) -> Till {
    let mut till = Till::open();
    till.ticket(Operation::Vente, &item(BOOK, 10_000));
    let next = till.heads.next_seq(Chain::Ticket);
    let header = till.header(Chain::Ticket);
    let mut returned = samples::ticket(till.mode, header, Operation::Retour, &item(BOOK, -10_000));
    let number = document_number(Chain::Ticket, "T1", next + 1);
    let header = samples::header(number, samples::OPENING + 600);
    let mut sale = samples::ticket(till.mode, header, Operation::Vente, &item(CARD, 10_000));
    let swapped = Money(12_50);
    returned.payments = vec![by_exchange(-swapped, &sale.header.number)];
    let rest = sale.payments[0].clone();
    let rest = PaymentSnapshot { amount: Money(2_50), received: Money(2_50), change: Money(0), ..rest };
    sale.payments = vec![by_exchange(swapped, &returned.header.number), rest];
    change(&mut returned, &mut sale);
    till.wait(600);
    for ticket in [returned, sale] {
        till.put(ticket.clone());
        till.grand_total_of(&ticket);
    }
    till
}

fn by_exchange(amount: Money, with: &str) -> PaymentSnapshot {
    PaymentSnapshot {
        id: samples::uuid(402).into(),
        method: EXCHANGE_METHOD,
        kind: PaymentKind::Exchange,
        name: EXCHANGE_NAME.into(),
        amount,
        received: amount,
        change: Money(0),
        rounding: Money(0),
        card_last4: None,
        reference: Some(with.into()),
        nature: None,
    }
}

fn has_defect(till: &Till) -> bool {
    till.verify().findings.iter().any(|f| f.defect == Defect::Exchange)
}

#[test]
fn a_return_that_pays_for_the_next_sale_verifies_from_any_record() {
    let till = exchange(|_, _| {});
    assert_eq!(till.verify().findings, []);
    let mut heads = TerminalHeads::genesis(samples::terminal().id);
    for (start, record) in till.records.iter().enumerate() {
        let mut verifier = Verifier::resume(heads.clone(), till.signer.trusted(), None);
        till.records[start..].iter().for_each(|r| verifier.push(r));
        assert_eq!(verifier.finish(Some(&till.heads)).findings, [], "from record {start}");
        heads.advance(record);
    }
}

/// FISC-01: signed by the right key, and still not an exchange that a till makes.
#[test]
fn an_exchange_that_does_not_balance_is_found() {
    type Forgery = fn(&mut TicketPayload, &mut TicketPayload);
    let forgeries: [(&str, Forgery); 8] = [
        ("less comes in than goes out", |_, sale| {
            (sale.payments[0].amount, sale.payments[0].received) = (Money(10_00), Money(10_00));
            (sale.payments[1].amount, sale.payments[1].received) = (Money(5_00), Money(5_00));
        }),
        ("the sale names another return", |_, sale| {
            sale.payments[0].reference = Some("T1-00000001".into());
        }),
        ("the return names another sale", |returned, _| {
            returned.payments[0].reference = Some("T1-00000009".into());
        }),
        ("the return names none", |returned, _| returned.payments[0].reference = None),
        ("the sale is paid in cash", |_, sale| {
            let cash = sale.payments.remove(1);
            sale.payments = vec![PaymentSnapshot { amount: Money(15_00), received: Money(15_00), ..cash }];
        }),
        ("the return was paid out in cash", |returned, sale| {
            let cash = sale.payments[1].clone();
            let out = Money(-12_50);
            returned.payments = vec![PaymentSnapshot { amount: out, received: out, ..cash }];
        }),
        ("by a method of the shop", |_, sale| sale.payments[0].method = sale.payments[1].method),
        ("twice", |_, sale| {
            let mut second = sale.payments[0].clone();
            (second.amount, second.received) = (Money(2_50), Money(2_50));
            sale.payments[1] = second;
        }),
    ];
    for (what, forgery) in forgeries {
        assert!(has_defect(&exchange(forgery)), "{what}");
    }
}

#[test]
fn a_return_cannot_pay_for_two_sales_nor_be_the_last_ticket() {
    let mut till = exchange(|_, _| {});
    let twice = till.header(Chain::Ticket);
    let mut sale = samples::ticket(till.mode, twice, Operation::Vente, &item(BOOK, 10_000));
    sale.payments = vec![by_exchange(Money(12_50), "T1-00000002")];
    till.put(sale.clone());
    till.grand_total_of(&sale);
    assert!(has_defect(&till), "the return was spent already");

    let mut till = Till::open();
    let header = till.header(Chain::Ticket);
    let mut returned = samples::ticket(till.mode, header, Operation::Retour, &item(BOOK, -10_000));
    returned.payments = vec![by_exchange(Money(-12_50), "T1-00000002")];
    till.put(returned.clone());
    till.grand_total_of(&returned);
    assert!(has_defect(&till), "its sale is missing");
}
