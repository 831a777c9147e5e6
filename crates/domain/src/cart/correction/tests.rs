use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::cart::{CartArticle, Change, Journal};
use crate::country::Country;
use crate::money::{Quantity, Rate};

const LINE: LineId = LineId(Uuid::from_u128(1));

fn article(cents: i64, unit: &str) -> CartArticle {
    CartArticle {
        id: ArticleId(Uuid::from_u128(7)),
        code: "7".into(),
        name: "Article".into(),
        unit: unit.into(),
        unit_price: UnitPrice::from_money(Money(cents)),
        taxes: Vec::new(),
        department: None,
        stocked: true,
        durable: false,
        prices: Vec::new(),
        public_price: None,
        promotions: Vec::new(),
    }
}

fn add(line: LineId, cents: i64, quantity: Quantity) -> Change {
    Change::AddArticle { line, article: article(cents, "pièce"), quantity }
}

fn correct(line: LineId, labelled: i64, indemnity: i64) -> Change {
    let labelled = UnitPrice::from_money(Money(labelled));
    let correction = PriceCorrection { labelled, indemnity: Money(indemnity), reason: "étiquette".into() };
    Change::CorrectPrice { line, correction }
}

fn journal(changes: &[Change]) -> Journal {
    let mut journal = Journal::new(Country::Quebec);
    changes.iter().for_each(|c| journal.apply(c).unwrap());
    journal
}

fn total(journal: &Journal) -> Money {
    journal.cart().prices().unwrap().into_iter().map(crate::cart::LinePrice::total).sum()
}

/// Another scan joins the corrected line at its label; undo gives the price of the till back.
#[test]
fn identical_goods_join_the_corrected_line() {
    let other = LineId(Uuid::from_u128(2));
    let mut journal = journal(&[
        add(LINE, 12_99, Quantity::ONE),
        correct(LINE, 9_99, 9_99),
        add(other, 12_99, Quantity::units(2)),
    ]);
    assert_eq!((journal.cart().lines.len(), total(&journal)), (1, Money(2 * 9_99)));
    journal.apply(&Change::Undo).unwrap();
    assert_eq!(total(&journal), Money::ZERO);
    journal.apply(&Change::Undo).unwrap();
    assert_eq!(total(&journal), Money(12_99));
}

/// Limits of discounts are for what somebody gives: what the law gives is no discount.
#[test]
fn no_limit_stands_against_the_law() {
    let before = journal(&[add(LINE, 12_99, Quantity::ONE)]);
    let after = journal(&[add(LINE, 12_99, Quantity::ONE), correct(LINE, 9_99, 9_99)]);
    assert!(!after.cart().cuts_deeper(before.cart(), Rate(0)).unwrap());
}

/// A discount that somebody gives takes the place of the correction, and the other way round.
#[test]
fn a_discount_replaces_the_correction() {
    let given = Discount { reduction: Reduction::Percent { rate: Rate(10_000) }, reason: "x".into() };
    let discount = Change::SetLineDiscount { line: LINE, discount: Some(given) };
    let with = [add(LINE, 10_00, Quantity::ONE), correct(LINE, 9_00, 9_00), discount];
    let replaced = journal(&with);
    assert!(replaced.cart().lines[0].correction.is_none());
    assert_eq!(total(&replaced), Money(9_00));
    let cleared =
        journal(&[with[0].clone(), with[1].clone(), Change::SetLineDiscount { line: LINE, discount: None }]);
    assert_eq!(total(&cleared), Money(10_00));
}

/// A correction that takes nothing off is refused, and the line stays.
#[test]
fn a_label_that_is_not_lower_is_refused() {
    let mut journal = journal(&[add(LINE, 9_99, Quantity::ONE)]);
    for change in [correct(LINE, 9_99, 0), correct(LINE, 12_00, 0)] {
        assert_eq!(journal.apply(&change), Err(CartError::DiscountOutOfRange));
    }
    assert_eq!(total(&journal), Money(9_99));
}

proptest! {
    /// Whatever the quantity becomes: the label for each, less the indemnity once, never below nothing.
    #[test]
    fn the_discount_follows_the_quantity(
        label in 0i64..10_000, more in 1i64..5_000, first in 1i64..20, then in 1i64..20,
    ) {
        let indemnity = label.min(15_00);
        let journal = journal(&[
            add(LINE, label + more, Quantity::units(first)),
            correct(LINE, label, indemnity),
            Change::SetQuantity { line: LINE, quantity: Quantity::units(then) },
        ]);
        prop_assert_eq!(total(&journal), Money(label * then - indemnity));
        prop_assert_eq!(journal.cart().lines.len(), 1);
    }
}
