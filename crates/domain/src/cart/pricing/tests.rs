use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::cart::{CartArticle, Change, Journal};
use crate::country::Country;
use crate::ids::{ArticleId, FeeTypeId};
use crate::money::UnitPrice;
use crate::tax::AppliedTax;

const COUNTRIES: [Country; 2] = [Country::France, Country::Quebec];

fn line(n: u128) -> LineId {
    LineId(Uuid::from_u128(1_000 + n))
}

/// French articles carry one of three rates, Québec's two taxes or none.
fn taxes(country: Country, kind: u8) -> Vec<AppliedTax> {
    let tax = |code: &str, rate| AppliedTax {
        code: code.into(),
        name: code.into(),
        letter: code.into(),
        rate: Rate(rate),
    };
    match (country, kind % 3) {
        (Country::France, 0) => vec![tax("TVA20", 20_000)],
        (Country::France, 1) => vec![tax("TVA10", 10_000)],
        (Country::France, _) => vec![tax("TVA55", 5_500)],
        (Country::Quebec, 0) => Vec::new(),
        (Country::Quebec, _) => vec![tax("TPS", 5_000), tax("TVQ", 9_975)],
    }
}

fn add(country: Country, n: u128, cents: i64, kind: u8, units: i64) -> Change {
    let article = CartArticle {
        id: ArticleId(Uuid::from_u128(n)),
        code: n.to_string(),
        name: format!("Article {n}"),
        unit: "pièce".into(),
        unit_price: UnitPrice::from_money(Money(cents)),
        taxes: taxes(country, kind),
        department: None,
        stocked: true,
        durable: false,
        prices: Vec::new(),
        public_price: None,
        promotions: Vec::new(),
    };
    Change::AddArticle { line: line(n), article, quantity: Quantity::units(units) }
}

fn add_fee(country: Country, n: u128, cents: i64, kind: u8) -> Change {
    let id = FeeTypeId(Uuid::from_u128(77));
    let fee = CartFee { id, label: "Port".into(), amount: Money(cents), taxes: taxes(country, kind) };
    Change::AddFee { line: line(n), fee }
}

fn percent(rate: i64) -> Discount {
    Discount { reduction: Reduction::Percent { rate: Rate(rate) }, reason: "geste".into() }
}

fn amount(cents: i64) -> Discount {
    Discount { reduction: Reduction::Amount { amount: Money(cents) }, reason: "geste".into() }
}

fn line_discount(n: u128, discount: Discount) -> Change {
    Change::SetLineDiscount { line: line(n), discount: Some(discount) }
}

fn order_discount(discount: Discount) -> Change {
    Change::SetDiscount { discount: Some(discount) }
}

fn journal(country: Country, changes: &[Change]) -> Journal {
    let mut journal = Journal::new(country);
    for change in changes {
        journal.apply(change).unwrap();
    }
    journal
}

fn total(journal: &Journal) -> Money {
    journal.cart().totals(Country::France).unwrap().total
}

#[test]
fn a_line_discount_by_amount_stays_and_is_capped_at_what_the_line_is_worth() {
    let fr = Country::France;
    let mut journal = journal(fr, &[add(fr, 1, 10_00, 0, 2), line_discount(1, amount(15_00))]);
    assert_eq!(total(&journal), Money(5_00));
    journal.apply(&Change::SetQuantity { line: line(1), quantity: Quantity::ONE }).unwrap();
    assert_eq!(total(&journal), Money(0), "capped");
    journal.apply(&Change::SetQuantity { line: line(1), quantity: Quantity::units(3) }).unwrap();
    assert_eq!(total(&journal), Money(15_00), "and still 15.00");
}

#[test]
fn an_article_joins_no_line_that_has_a_discount() {
    let fr = Country::France;
    let mut journal = journal(fr, &[add(fr, 1, 10_00, 0, 1), line_discount(1, percent(50_000))]);
    let Change::AddArticle { article, .. } = add(fr, 1, 10_00, 0, 1) else { unreachable!() };
    for _ in 0..2 {
        let article = article.clone();
        journal.apply(&Change::AddArticle { line: line(2), article, quantity: Quantity::ONE }).unwrap();
    }
    let quantities: Vec<i64> = journal.cart().lines.iter().map(|l| l.quantity.0 / 10_000).collect();
    assert_eq!(quantities, [1, 2], "the second joins the line without discount");
    assert_eq!(total(&journal), Money(25_00));
}

#[test]
fn the_discount_of_the_order_is_spread_to_the_cent_and_leaves_fees_alone() {
    let fr = Country::France;
    let changes = [
        add(fr, 1, 3_33, 0, 1),
        add(fr, 2, 3_33, 1, 1),
        add(fr, 3, 3_34, 2, 1),
        add_fee(fr, 4, 5_00, 0),
        order_discount(amount(1_00)),
    ];
    let journal = journal(fr, &changes);
    let shares: Vec<Money> = journal.cart().prices().unwrap().iter().map(|p| p.share).collect();
    assert_eq!(shares, [Money(33), Money(33), Money(34), Money(0)]);
    assert_eq!(total(&journal), Money(14_00));
}

#[test]
fn a_discount_of_nothing_or_of_more_than_there_is_is_refused() {
    let fr = Country::France;
    let changes = [add(fr, 1, 10_00, 0, 1), add_fee(fr, 2, 5_00, 0)];
    let mut journal = journal(fr, &changes);
    let before = journal.cart().clone();
    for (change, refused) in [
        (line_discount(1, percent(0)), CartError::DiscountOutOfRange),
        (line_discount(1, percent(100_001)), CartError::DiscountOutOfRange),
        (line_discount(1, amount(10_01)), CartError::DiscountOutOfRange),
        (line_discount(1, amount(-1)), CartError::DiscountOutOfRange),
        (line_discount(9, percent(10_000)), CartError::LineNotFound),
        (order_discount(amount(10_01)), CartError::DiscountOutOfRange),
        (add_fee(fr, 3, 0, 0), CartError::FeeNotPositive),
    ] {
        assert_eq!(journal.apply(&change), Err(refused), "{change:?}");
        assert_eq!(*journal.cart(), before);
    }
    journal.apply(&line_discount(1, percent(100_000))).unwrap();
    assert_eq!(total(&journal), Money(5_00), "all of a line may be given away");
}

#[test]
fn another_service_mode_brings_other_taxes_and_undo_the_old_ones() {
    let fr = Country::France;
    let mut journal = journal(fr, &[add(fr, 1, 11_00, 2, 1), add_fee(fr, 2, 5_00, 0)]);
    let before = journal.cart().clone();
    let id = ArticleId(Uuid::from_u128(1));
    let taxes = vec![ServiceTaxes { article: id, taxes: taxes(fr, 1) }];
    journal.apply(&Change::SetService { service: ServiceMode::OnSite, taxes }).unwrap();
    let totals = journal.cart().totals(fr).unwrap();
    let rates: Vec<_> = totals.taxes.iter().map(|t| (t.tax.code.as_str(), t.amount)).collect();
    assert_eq!(rates, [("TVA20", Money(83)), ("TVA10", Money(1_00))], "fees keep their tax");
    journal.apply(&Change::Undo).unwrap();
    assert_eq!(*journal.cart(), before);
}

#[test]
fn what_cuts_deeper_than_the_limit_is_seen_however_it_comes_about() {
    let fr = Country::France;
    let limit = Rate(10_000);
    let base = journal(fr, &[add(fr, 1, 10_00, 0, 10), add(fr, 2, 50_00, 0, 1), add_fee(fr, 3, 5_00, 0)]);
    let after = |journal: &Journal, change: Change| {
        let mut next = journal.clone();
        next.apply(&change).unwrap();
        let deeper = next.cart().cuts_deeper(journal.cart(), limit).unwrap();
        (next, deeper)
    };
    assert!(!after(&base, line_discount(1, percent(10_000))).1);
    assert!(after(&base, line_discount(1, percent(10_001))).1);
    assert!(!after(&base, order_discount(amount(15_00))).1);
    assert!(after(&base, order_discount(amount(15_01))).1);
    let (ten_percent, _) = after(&base, line_discount(1, amount(10_00)));
    let fewer = Change::SetQuantity { line: line(1), quantity: Quantity::units(9) };
    assert!(after(&ten_percent, fewer).1, "10.00 of 90.00 is more than a tenth");
    assert!(after(&ten_percent, order_discount(percent(1_000))).1, "together they are more than a tenth");
    let (half, _) = after(&base, order_discount(percent(50_000)));
    assert!(!after(&half, add(fr, 4, 7_00, 0, 1)).1, "one more article at the discount that was approved");
    assert!(!after(&half, Change::RemoveLine { line: line(2) }).1);
    assert!(!after(&half, order_discount(percent(20_000))).1, "less than before");
}

/// A random cart, as the changes that make it: articles first, then what changes their prices.
fn any_cart() -> impl Strategy<Value = (Country, Vec<Change>, Vec<Change>)> {
    let articles = prop::collection::vec((1i64..9_000, any::<u8>(), 1i64..8), 1..12);
    let fees = prop::collection::vec((1i64..3_000, any::<u8>()), 0..3);
    let discounts = prop::collection::vec((0u128..12, 1i64..100_001, any::<bool>()), 0..8);
    let order = prop::option::of((1i64..100_001, any::<bool>()));
    (0..COUNTRIES.len(), articles, fees, discounts, order).prop_map(
        |(country, articles, fees, discounts, order)| {
            let country = COUNTRIES[country];
            let mut made: Vec<Change> = (0u128..)
                .zip(articles)
                .map(|(n, (cents, kind, units))| add(country, n, cents, kind, units))
                .collect();
            made.extend((100u128..).zip(fees).map(|(n, (cents, kind))| add_fee(country, n, cents, kind)));
            let of = |size: i64, by_rate: bool| if by_rate { percent(size) } else { amount(size) };
            let mut one_each = std::collections::BTreeMap::new();
            for (n, size, by_rate) in discounts {
                one_each.insert(n, line_discount(n, of(size, by_rate)));
            }
            let mut priced: Vec<Change> = one_each.into_values().collect();
            priced.extend(order.map(|(size, by_rate)| order_discount(of(size, by_rate))));
            (country, made, priced)
        },
    )
}

/// Applies what can be applied and returns it.
fn apply_all(journal: &mut Journal, changes: &[Change]) -> Vec<Change> {
    changes.iter().filter(|change| journal.apply(change).is_ok()).cloned().collect()
}

proptest! {
    /// Issue 3, proof: sum of parts = whole, nothing below zero, in both price modes.
    #[test]
    fn parts_sum_to_the_whole_and_nothing_is_negative((country, made, priced) in any_cart()) {
        let mut journal = Journal::new(country);
        apply_all(&mut journal, &made);
        apply_all(&mut journal, &priced);
        let cart = journal.cart();
        let prices = cart.prices().unwrap();
        let totals = cart.totals(country).unwrap();
        prop_assert!(prices.iter().all(|p| p.discount >= Money::ZERO && p.share >= Money::ZERO && p.total() >= Money::ZERO));
        prop_assert!(totals.net >= Money::ZERO && totals.taxes.iter().all(|t| t.amount >= Money::ZERO && t.base >= Money::ZERO));
        prop_assert_eq!(totals.net + totals.tax, totals.total);
        let sum: Money = prices.iter().map(|p| p.total()).sum();
        prop_assert_eq!(if country == Country::France { totals.total } else { totals.net }, sum);
        let bases: Money = cart.bases(&prices).sum();
        let off = cart.discount.as_ref().map_or(Money::ZERO, |d| d.reduction.of(bases).unwrap());
        prop_assert_eq!(prices.iter().map(|p| p.share).sum::<Money>(), off);
        let fees = cart.lines.iter().zip(&prices).filter(|(l, _)| !l.is_article());
        prop_assert!(fees.into_iter().all(|(_, p)| p.share == Money::ZERO));
    }

    /// Line discounts may be journaled in any order; undo gives back exactly the old cart, redo the new one.
    #[test]
    fn the_order_of_line_discounts_does_not_matter_and_undo_is_exact((country, made, priced) in any_cart()) {
        let mut journal = Journal::new(country);
        apply_all(&mut journal, &made);
        let before = journal.cart().clone();
        let applied = apply_all(&mut journal, &priced);
        let after = journal.cart().clone();
        let mut other = Journal::new(country);
        apply_all(&mut other, &made);
        let (lines, order): (Vec<_>, Vec<_>) =
            applied.iter().cloned().partition(|c| matches!(c, Change::SetLineDiscount { .. }));
        for change in lines.iter().rev().chain(&order) {
            other.apply(change).unwrap();
        }
        prop_assert_eq!(other.cart().totals(country).unwrap(), after.totals(country).unwrap());
        for _ in &applied {
            journal.apply(&Change::Undo).unwrap();
        }
        prop_assert_eq!(journal.cart(), &before);
        for _ in &applied {
            journal.apply(&Change::Redo).unwrap();
        }
        prop_assert_eq!(journal.cart(), &after);
    }

    /// What is stored rebuilds the same cart.
    #[test]
    fn stored_price_changes_rebuild_the_same_cart((country, made, priced) in any_cart()) {
        let mut journal = Journal::new(country);
        let mut stored = apply_all(&mut journal, &made);
        stored.extend(apply_all(&mut journal, &priced));
        let mut again = Journal::new(country);
        for change in stored {
            let text = serde_json::to_string(&change).unwrap();
            again.apply(&serde_json::from_str(&text).unwrap()).unwrap();
        }
        prop_assert_eq!(again.cart(), journal.cart());
    }
}
