use proptest::prelude::*;
use uuid::Uuid;

use crate::cart::{Cart, CartArticle, CartError, Change, Journal};
use crate::country::Country;
use crate::embedded::Label;
use crate::ids::{ArticleId, LineId};
use crate::money::{Money, Quantity, UnitPrice};

fn line(n: u128) -> LineId {
    LineId(Uuid::from_u128(n))
}

/// Ham at 10.03 a kilogram.
fn ham() -> CartArticle {
    let ham = serde_json::json!({
        "id": ArticleId(Uuid::from_u128(1)), "code": "98765", "name": "Jambon", "unit": "kg",
        "unit_price": UnitPrice::from_money(Money(10_03)), "taxes": [], "department": null, "stocked": true,
        "durable": false
    });
    serde_json::from_value(ham).unwrap()
}

fn priced(cents: i64) -> Label {
    Label { quantity: Quantity(12_460), amount: Some(Money(cents)) }
}

fn weighed(quantity: i64) -> Label {
    Label { quantity: Quantity(quantity), amount: None }
}

fn add(n: u128, label: Label) -> Change {
    Change::AddLabelled { line: line(n), article: ham(), label }
}

fn journal(changes: &[Change]) -> Journal {
    let mut journal = Journal::new(Country::France);
    changes.iter().for_each(|change| journal.apply(change).unwrap());
    journal
}

fn total(cart: &Cart) -> Money {
    cart.totals(Country::France).unwrap().total
}

#[test]
fn two_labels_of_an_article_never_merge() {
    let loose = |n| Change::AddArticle { line: line(n), article: ham(), quantity: Quantity::ONE };
    let journal =
        journal(&[add(1, priced(12_50)), loose(2), add(3, priced(12_50)), add(4, weighed(5_000)), loose(5)]);
    assert_eq!(journal.cart().lines.len(), 4, "the two weighed at the till do merge");
    assert_eq!(total(journal.cart()), Money(12_50 + 20_06 + 12_50 + 5_02));
}

#[test]
fn the_printed_price_is_the_total_whatever_the_quantity_comes_to() {
    let journal = journal(&[add(1, priced(12_51))]);
    let line = &journal.cart().lines[0];
    assert_eq!(line.amount().unwrap(), Money(12_51), "12.50 would be price times quantity");
}

#[test]
fn the_quantity_of_a_packet_does_not_change_but_the_packet_can_go_and_come_back() {
    let mut journal = journal(&[add(1, priced(12_50)), add(2, weighed(5_000))]);
    for n in [1, 2] {
        let set = Change::SetQuantity { line: line(n), quantity: Quantity::ONE };
        assert_eq!(journal.apply(&set), Err(CartError::Labelled));
    }
    journal.apply(&Change::RemoveLine { line: line(1) }).unwrap();
    assert_eq!(total(journal.cart()), Money(5_02));
    journal.apply(&Change::Undo).unwrap();
    assert_eq!((total(journal.cart()), journal.cart().lines[0].label), (Money(17_52), Some(priced(12_50))));
}

#[test]
fn a_pending_label_keeps_what_it_says_when_its_article_is_found() {
    let code = "0298765012509".to_owned();
    let unknown = Change::AddUnknown { line: line(1), code, quantity: Quantity::ONE };
    let resolve = Change::ResolveLabelled { line: line(1), article: ham(), label: priced(12_50) };
    let mut journal = journal(&[unknown, resolve.clone()]);
    assert_eq!((total(journal.cart()), journal.cart().lines[0].quantity), (Money(12_50), Quantity(12_460)));
    assert_eq!(journal.apply(&resolve), Err(CartError::WrongLine), "it is no longer pending");
    journal.apply(&Change::Undo).unwrap();
    assert!(journal.cart().has_unknown_codes());
}

#[test]
fn what_the_journal_stores_is_read_back() {
    for change in [add(1, priced(12_50)), add(1, weighed(5_000))] {
        let stored = serde_json::to_string(&change).unwrap();
        assert_eq!(serde_json::from_str::<Change>(&stored).unwrap(), change);
    }
}

proptest! {
    /// Any packets, in any order: the total is the sum of what is printed on them.
    #[test]
    fn packets_sum_to_what_is_printed(prices in prop::collection::vec(1i64..100_000, 1..30)) {
        let changes: Vec<Change> = prices.iter().zip(1..).map(|(cents, n)| add(n, priced(*cents))).collect();
        let journal = journal(&changes);
        prop_assert_eq!(journal.cart().lines.len(), prices.len());
        prop_assert_eq!(total(journal.cart()), Money(prices.iter().sum()));
    }
}
