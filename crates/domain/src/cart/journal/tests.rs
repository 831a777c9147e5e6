use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::cart::CartCustomer;
use crate::ids::{ArticleId, CustomerId, MethodId, TenderId};
use crate::money::{Rate, UnitPrice};
use crate::payment::{PaymentKind, Tender};
use crate::tax::AppliedTax;

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn article(n: u128, cents: i64) -> CartArticle {
    let tax =
        AppliedTax { code: "TVA20".into(), name: "TVA 20 %".into(), letter: "B".into(), rate: Rate(20_000) };
    CartArticle {
        id: ArticleId(id(n)),
        code: n.to_string(),
        name: format!("Article {n}"),
        unit: "pièce".into(),
        unit_price: UnitPrice::from_money(Money(cents)),
        taxes: vec![tax],
        department: None,
        stocked: true,
        durable: false,
        prices: Vec::new(),
        public_price: None,
        promotions: Vec::new(),
    }
}

fn add(line: u128, n: u128, cents: i64) -> Change {
    Change::AddArticle { line: LineId(id(line)), article: article(n, cents), quantity: Quantity::ONE }
}

fn tender(n: u128, kind: PaymentKind, received: i64) -> Change {
    let tender = Tender {
        id: TenderId(id(n)),
        method: MethodId(id(1)),
        kind,
        name: "x".into(),
        amount: Money::ZERO,
        received: Money(received),
        change: Money::ZERO,
        rounding: Money::ZERO,
        card_last4: None,
        reference: None,
        nature: None,
    };
    Change::AddTender { tender }
}

fn journal(changes: &[Change]) -> Journal {
    let mut journal = Journal::new(Country::France);
    for change in changes {
        journal.apply(change).unwrap();
    }
    journal
}

#[test]
fn the_same_article_at_the_same_price_joins_its_line() {
    let journal = journal(&[add(1, 7, 110), add(2, 8, 200), add(3, 7, 110), add(4, 7, 120)]);
    let quantities: Vec<_> = journal.cart().lines.iter().map(|l| l.quantity.0 / 10_000).collect();
    assert_eq!(quantities, [2, 1, 1], "a new price makes a new line");
    assert_eq!(journal.cart().totals(Country::France).unwrap().total, Money(540));
}

#[test]
fn undo_takes_back_lines_one_by_one_and_redo_brings_them_again() {
    let mut journal = journal(&[add(1, 7, 110), add(2, 8, 200)]);
    journal.apply(&Change::RemoveLine { line: LineId(id(1)) }).unwrap();
    journal.apply(&Change::Undo).unwrap();
    assert_eq!(journal.cart().lines.len(), 2);
    journal.apply(&Change::Redo).unwrap();
    assert_eq!(journal.cart().lines.len(), 1);
    for _ in 0..3 {
        journal.apply(&Change::Undo).unwrap();
    }
    assert!(journal.cart().is_empty());
    assert_eq!(journal.apply(&Change::Undo), Err(CartError::NothingToUndo));
}

#[test]
fn a_refused_change_leaves_the_cart_as_it_was() {
    let mut journal = journal(&[add(1, 7, 110), tender(9, PaymentKind::CardStandalone, 60)]);
    let before = journal.cart().clone();
    for refused in [
        Change::SetQuantity { line: LineId(id(1)), quantity: Quantity(0) },
        Change::SetQuantity { line: LineId(id(1)), quantity: Quantity(5_000) },
        Change::SetQuantity { line: LineId(id(99)), quantity: Quantity::ONE },
        Change::RemoveLine { line: LineId(id(1)) },
        Change::RemoveTender { tender: TenderId(id(98)) },
        Change::SetNote { note: "é".repeat(501) },
        tender(10, PaymentKind::Cheque, 51),
        tender(11, PaymentKind::Cheque, 0),
        Change::Undo,
    ] {
        assert!(journal.apply(&refused).is_err(), "{refused:?}");
        assert_eq!(*journal.cart(), before, "{refused:?}");
    }
}

#[test]
fn several_methods_settle_a_sale_and_only_cash_gives_change() {
    let journal = journal(&[
        add(1, 7, 16_000),
        tender(1, PaymentKind::Cheque, 5_000),
        tender(2, PaymentKind::CardStandalone, 6_000),
        tender(3, PaymentKind::Cash, 10_000),
    ]);
    assert_eq!(journal.cart().due(Country::France), Ok(Money::ZERO));
    let cash = &journal.cart().tenders[2];
    assert_eq!((cash.amount, cash.change, cash.collected()), (Money(5_000), Money(5_000), Money(5_000)));
}

#[test]
fn undo_does_not_touch_payments() {
    let mut journal = journal(&[add(1, 7, 500), add(2, 8, 500), tender(1, PaymentKind::Cash, 300)]);
    journal
        .apply(&Change::SetCustomer {
            customer: Some(CartCustomer {
                id: CustomerId(id(5)),
                name: "D".into(),
                price_list: None,
                before_tax: false,
                exemption: None,
            }),
        })
        .unwrap();
    journal.apply(&Change::Undo).unwrap();
    assert_eq!(journal.cart().tenders.len(), 1);
    assert_eq!(journal.apply(&Change::Undo), Ok(()), "7 € of 10 € remain, 3 € are paid");
    assert_eq!(
        journal.apply(&Change::Undo),
        Err(CartError::PaidBeyondTotal),
        "an empty cart cannot have been paid"
    );
}

fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => (0u128..50, 0u128..6, 1i64..5_000).prop_map(|(l, a, c)| add(l + 1_000, a, c)),
        1 => (0u128..50, 1i64..30).prop_map(|(l, q)| Change::SetQuantity { line: LineId(id(l + 1_000)), quantity: Quantity::units(q) }),
        1 => (0u128..50).prop_map(|l| Change::RemoveLine { line: LineId(id(l + 1_000)) }),
        1 => (0u128..9, 1i64..9_000, any::<bool>()).prop_map(|(t, a, cash)| tender(t, if cash { PaymentKind::Cash } else { PaymentKind::Cheque }, a)),
        1 => (0u128..9).prop_map(|t| Change::RemoveTender { tender: TenderId(id(t)) }),
        1 => Just(Change::Undo),
        1 => Just(Change::Redo),
    ]
}

proptest! {
    #[test]
    fn whatever_happens_nothing_is_paid_twice_and_the_stored_changes_rebuild_the_same_cart(
        changes in prop::collection::vec(any_change(), 1..80),
    ) {
        let mut journal = Journal::new(Country::Quebec);
        let mut stored = Vec::new();
        for change in &changes {
            if journal.apply(change).is_ok() {
                stored.push(serde_json::to_string(change).unwrap());
            }
            prop_assert!(journal.cart().due(Country::Quebec).unwrap() >= Money::ZERO || journal.cart().tenders.is_empty());
        }
        let mut again = Journal::new(Country::Quebec);
        for line in &stored {
            again.apply(&serde_json::from_str(line).unwrap()).unwrap();
        }
        prop_assert_eq!(again.cart(), journal.cart());
    }
}
