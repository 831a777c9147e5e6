//! Random carts and promotions, in both price modes (issue 3, proof).

use proptest::prelude::*;
use uuid::Uuid;

use super::{FR, add, article, by_hand, fixed, line, percent, prices, promotion};
use crate::cart::Journal;
use crate::cart::{Cart, CartArticle, Change};
use crate::country::Country;
use crate::ids::ArticleId;
use crate::money::{Money, Quantity, UnitPrice};
use crate::promotion::PromotionRule;

fn any_rule() -> impl Strategy<Value = PromotionRule> {
    prop_oneof![
        (1i64..=100_000).prop_map(percent),
        (0i64..9_000).prop_map(fixed),
        (2u32..7)
            .prop_flat_map(|pieces| (Just(pieces), 1..pieces))
            .prop_map(|(pieces, paid)| { PromotionRule::NForM { pieces, paid } }),
    ]
}

/// Lines of few articles at prices to the millionth, some entered at another price, some with a discount by hand.
type Line = (u128, i64, i64, Option<i64>);

fn any_lines() -> impl Strategy<Value = (Country, Vec<Vec<PromotionRule>>, Vec<Line>)> {
    let rules = prop::collection::vec(prop::collection::vec(any_rule(), 0..4), 3);
    let one = (0u128..3, 0i64..90_000_000, 1i64..20, prop::option::weighted(0.2, 1i64..500));
    let country = prop_oneof![Just(Country::France), Just(Country::Quebec)];
    (country, rules, prop::collection::vec(one, 1..9))
}

fn build(country: Country, rules: &[Vec<PromotionRule>], lines: &[Line]) -> Journal {
    let mut journal = Journal::new(country);
    for (n, (which, price, units, discount)) in (1u128..).zip(lines) {
        let of = &rules[usize::try_from(*which).unwrap()];
        let offers = (which * 10..).zip(of).map(|(id, rule)| promotion(id, *rule)).collect();
        let article = article(country, *which, *price, offers);
        // A line that has the same price joins; what is asked for is only that it is applied.
        journal.apply(&add(n, &article, *units)).unwrap();
        if let Some(cents) = discount {
            let _ =
                journal.apply(&Change::SetLineDiscount { line: line(n), discount: Some(by_hand(*cents)) });
        }
    }
    journal
}

/// What one article comes to when every line may take part in one «n for m» only, or in none.
fn alternatives(cart: &Cart, of: ArticleId) -> Vec<i64> {
    let members: Vec<(&CartArticle, i64)> = cart
        .lines
        .iter()
        .filter(|l| l.discount.is_none())
        .filter_map(|l| match &l.body {
            crate::cart::LineBody::Article(a) if a.id == of => Some((a.as_ref(), l.quantity.0 / 10_000)),
            _ => None,
        })
        .collect();
    let Some((first, _)) = members.first() else { return vec![0] };
    let mut found = vec![0];
    for promotion in &first.promotions {
        let off = match promotion.rule {
            PromotionRule::NForM { .. } => {
                let mut pieces: Vec<UnitPrice> = members
                    .iter()
                    .flat_map(|(a, n)| std::iter::repeat_n(a.unit_price, usize::try_from(*n).unwrap()))
                    .collect();
                pieces.sort_unstable_by(|a, b| b.cmp(a));
                let free =
                    usize::try_from(promotion.rule.free_among(i64::try_from(pieces.len()).unwrap())).unwrap();
                // To the millionth: rounding per line may differ by a cent for each line.
                pieces[..free].iter().map(|p| p.0).sum::<i64>() / 10_000
            }
            rule => members.iter().map(|(a, n)| rule.off(a.unit_price, Quantity::units(*n)).unwrap().0).sum(),
        };
        found.push(off);
    }
    found
}

proptest! {
    /// Issue 3, proof: sum of parts = whole, no promotion below zero or above its line, in both price modes.
    #[test]
    fn parts_sum_to_the_whole_and_no_promotion_exceeds_its_line((country, rules, lines) in any_lines()) {
        let journal = build(country, &rules, &lines);
        let prices = prices(&journal);
        for price in &prices {
            prop_assert!(Money::ZERO <= price.discount && price.discount <= price.amount);
            prop_assert!(price.promotion.is_none() || price.discount > Money::ZERO);
        }
        let totals = journal.cart().totals(country).unwrap();
        prop_assert_eq!(totals.net + totals.tax, totals.total);
        let sum: Money = prices.iter().map(|p| p.total()).sum();
        prop_assert_eq!(if country == Country::France { totals.total } else { totals.net }, sum);
    }

    /// «n for m» costs exactly the pieces that are paid, whatever the quantity and however odd the price.
    #[test]
    fn n_for_m_is_exact_for_all_quantities(price in 0i64..90_000_000, pieces in 2u32..9, less in 1u32..8, units in 1i64..200) {
        prop_assume!(less < pieces);
        let paid_of = pieces - less;
        let rule = PromotionRule::NForM { pieces, paid: paid_of };
        let journal = build(FR, &[vec![rule], vec![], vec![]], &[(0, price, units, None)]);
        let (whole, rest) = (units / i64::from(pieces), units % i64::from(pieces));
        let due = UnitPrice(price).times(Quantity::units(whole * i64::from(paid_of) + rest)).unwrap();
        prop_assert_eq!(prices(&journal)[0].total(), due);
    }

    /// No way of giving every line of an article one and the same promotion is better for the customer.
    #[test]
    fn the_best_promotion_is_chosen((country, rules, lines) in any_lines()) {
        let journal = build(country, &rules, &lines);
        let cart = journal.cart();
        let prices = prices(&journal);
        for which in 0u128..3 {
            let id = ArticleId(Uuid::from_u128(which));
            let off: i64 = cart.lines.iter().zip(&prices)
                .filter(|(l, _)| l.discount.is_none() && matches!(&l.body, crate::cart::LineBody::Article(a) if a.id == id))
                .map(|(_, p)| p.discount.0)
                .sum();
            let cents = i64::try_from(cart.lines.len()).unwrap();
            for other in alternatives(cart, id) {
                prop_assert!(off + cents >= other, "{off} against {other}");
            }
        }
    }

    /// One piece more lowers the total by no more than the pieces that become free with it.
    #[test]
    fn a_piece_more_lowers_the_total_only_by_what_becomes_free(rules in prop::collection::vec(any_rule(), 0..4), cents in 0i64..9_000, units in 1i64..60) {
        let of = |units| build(FR, &[rules.clone(), vec![], vec![]], &[(0, cents * 10_000, units, None)]);
        let (before, after) = (prices(&of(units))[0].total(), prices(&of(units + 1))[0].total());
        let free = rules.iter().map(|r| r.free_among(units + 1) - r.free_among(units)).max().unwrap_or(0);
        prop_assert!(after.0 + free.max(0) * cents + 1 >= before.0, "{before:?} {after:?}");
    }

    /// A discount by hand wins over every promotion; taken back, the line is what it was.
    #[test]
    fn a_discount_by_hand_wins_and_gives_back((country, rules, lines) in any_lines(), cents in 1i64..100) {
        let lines: Vec<Line> = lines.into_iter().map(|(a, p, u, _)| (a, p, u, None)).collect();
        let mut journal = build(country, &rules, &lines);
        let before = prices(&journal);
        let first = journal.cart().lines[0].id;
        let given = Change::SetLineDiscount { line: first, discount: Some(by_hand(cents)) };
        prop_assume!(journal.apply(&given).is_ok());
        let price = prices(&journal)[0];
        prop_assert_eq!((price.discount, price.promotion), (Money(cents), None));
        journal.apply(&Change::SetLineDiscount { line: first, discount: None }).unwrap();
        prop_assert_eq!(prices(&journal), before);
    }
}
