use proptest::prelude::*;
use uuid::Uuid;

use crate::cart::{
    Cart, CartArticle, CartCustomer, CartFee, Change, Discount, Journal, LinePrice, ListPrice, Reduction,
};
use crate::country::Country;
use crate::embedded::Label;
use crate::ids::{ArticleId, CustomerId, FeeTypeId, LineId, PriceListId, PromotionId};
use crate::money::{Money, Quantity, Rate, UnitPrice};
use crate::promotion::{Promotion, PromotionRule};
use crate::tax::AppliedTax;

const FR: Country = Country::France;
const LIST: PriceListId = PriceListId(Uuid::from_u128(900));

fn line(n: u128) -> LineId {
    LineId(Uuid::from_u128(1_000 + n))
}

fn tax(code: &str, rate: i64) -> AppliedTax {
    AppliedTax { code: code.into(), name: code.into(), letter: code.into(), rate: Rate(rate) }
}

fn taxes(country: Country) -> Vec<AppliedTax> {
    match country {
        Country::France => vec![tax("TVA20", 20_000)],
        Country::Quebec => vec![tax("TPS", 5_000), tax("TVQ", 9_975)],
    }
}

fn promotion(n: u128, rule: PromotionRule) -> Promotion {
    Promotion { id: PromotionId(Uuid::from_u128(n)), name: format!("Promo {n}"), rule }
}

fn article(country: Country, n: u128, price: i64, promotions: Vec<Promotion>) -> CartArticle {
    CartArticle {
        id: ArticleId(Uuid::from_u128(n)),
        code: n.to_string(),
        name: format!("Article {n}"),
        unit: "pièce".into(),
        unit_price: UnitPrice(price),
        taxes: taxes(country),
        department: None,
        stocked: true,
        durable: false,
        prices: Vec::new(),
        public_price: None,
        promotions,
    }
}

fn add(n: u128, article: &CartArticle, units: i64) -> Change {
    Change::AddArticle { line: line(n), article: article.clone(), quantity: Quantity::units(units) }
}

fn percent(rate: i64) -> PromotionRule {
    PromotionRule::Percent { rate: Rate(rate) }
}

fn fixed(cents: i64) -> PromotionRule {
    PromotionRule::FixedPrice { unit_price: UnitPrice::from_money(Money(cents)) }
}

const THREE_FOR_TWO: PromotionRule = PromotionRule::NForM { pieces: 3, paid: 2 };

fn journal(country: Country, changes: &[Change]) -> Journal {
    let mut journal = Journal::new(country);
    changes.iter().for_each(|change| journal.apply(change).unwrap());
    journal
}

fn prices(journal: &Journal) -> Vec<LinePrice> {
    journal.cart().prices().unwrap()
}

fn paid(journal: &Journal) -> Vec<i64> {
    prices(journal).into_iter().map(|p| p.total().0).collect()
}

fn name(cart: &Cart, at: usize) -> Option<&str> {
    let price = cart.prices().unwrap()[at];
    cart.lines[at].promotion(price).map(|p| p.name.as_str())
}

fn by_hand(cents: i64) -> Discount {
    Discount { reduction: Reduction::Amount { amount: Money(cents) }, reason: "geste".into() }
}

#[test]
fn the_best_promotion_is_taken_and_a_dearer_fixed_price_is_none() {
    let offers = vec![promotion(1, percent(10_000)), promotion(2, fixed(8_00)), promotion(3, fixed(12_00))];
    let cart = journal(FR, &[add(1, &article(FR, 1, 10_000_000, offers), 2)]);
    assert_eq!((paid(&cart), name(cart.cart(), 0)), (vec![16_00], Some("Promo 2")));
    let dearer = journal(FR, &[add(1, &article(FR, 1, 10_000_000, vec![promotion(3, fixed(12_00))]), 2)]);
    assert_eq!((paid(&dearer), name(dearer.cart(), 0)), (vec![20_00], None));
}

#[test]
fn n_for_m_takes_over_from_a_percentage_once_it_is_better() {
    let offers = vec![promotion(1, percent(20_000)), promotion(2, THREE_FOR_TWO)];
    let article = article(FR, 1, 10_000_000, offers);
    for (units, total, chosen) in
        [(1, 8_00, "Promo 1"), (2, 16_00, "Promo 1"), (3, 20_00, "Promo 2"), (5, 40_00, "Promo 1")]
    {
        let cart = journal(FR, &[add(1, &article, units)]);
        assert_eq!((paid(&cart), name(cart.cart(), 0)), (vec![total], Some(chosen)), "{units} pieces");
    }
}

#[test]
fn n_for_m_counts_an_article_over_its_lines_and_shares_what_it_takes_off() {
    let old = article(FR, 1, 3_000_000, vec![promotion(1, THREE_FOR_TWO)]);
    let dearer = CartArticle { unit_price: UnitPrice(3_330_000), ..old.clone() };
    let mut cart = journal(FR, &[add(1, &old, 2), add(2, &dearer, 1)]);
    assert_eq!(paid(&cart), [3_86, 2_14], "the dearest of the three is the free one");
    cart.apply(&Change::SetLineDiscount { line: line(2), discount: Some(by_hand(1)) }).unwrap();
    assert_eq!(paid(&cart), [6_00, 332], "two are left that may take part");
}

#[test]
fn a_discount_by_hand_replaces_the_promotion_and_gives_it_back() {
    let article = article(FR, 1, 10_000_000, vec![promotion(1, percent(50_000))]);
    let mut cart = journal(FR, &[add(1, &article, 1)]);
    cart.apply(&Change::SetLineDiscount { line: line(1), discount: Some(by_hand(1_00)) }).unwrap();
    assert_eq!((paid(&cart), name(cart.cart(), 0)), (vec![9_00], None), "also when it is the smaller one");
    cart.apply(&Change::SetLineDiscount { line: line(1), discount: None }).unwrap();
    assert_eq!((paid(&cart), name(cart.cart(), 0)), (vec![5_00], Some("Promo 1")));
}

#[test]
fn the_discount_of_the_order_comes_after_promotions() {
    let article = article(FR, 1, 10_000_000, vec![promotion(1, percent(50_000))]);
    let tenth = Discount { reduction: Reduction::Percent { rate: Rate(10_000) }, reason: "fidèle".into() };
    let cart = journal(FR, &[add(1, &article, 2), Change::SetDiscount { discount: Some(tenth) }]);
    assert_eq!((paid(&cart), prices(&cart)[0].share), (vec![9_00], Money(1_00)));
    assert!(!cart.cart().cuts_deeper(&Cart::default(), Rate(10_000)).unwrap(), "a promotion is no gesture");
}

#[test]
fn measured_articles_take_percentages_and_prices_but_no_pieces() {
    let offers = vec![promotion(1, THREE_FOR_TWO), promotion(2, fixed(8_00))];
    let measured = CartArticle { unit: "kg".into(), ..article(FR, 1, 10_000_000, offers) };
    let kilos = Change::AddArticle { line: line(1), article: measured, quantity: Quantity(45_000) };
    assert_eq!(paid(&journal(FR, &[kilos])), [36_00]);
}

#[test]
fn a_fee_has_no_promotion() {
    let fee = CartFee {
        id: FeeTypeId(Uuid::from_u128(7)),
        label: "Port".into(),
        amount: Money(5_00),
        taxes: taxes(FR),
    };
    let article = article(FR, 1, 10_000_000, vec![promotion(1, percent(50_000))]);
    let cart = journal(FR, &[add(1, &article, 1), Change::AddFee { line: line(2), fee }]);
    assert_eq!(paid(&cart), [5_00, 5_00]);
}

#[test]
fn a_customer_brings_the_prices_of_the_moment_of_entry_and_undo_takes_them_back() {
    let price = ListPrice { list: LIST, name: "Pro".into(), unit_price: UnitPrice(7_000_000) };
    let listed = CartArticle { prices: vec![price], ..article(FR, 1, 10_000_000, Vec::new()) };
    let plain = article(FR, 2, 5_000_000, Vec::new());
    let customer = |price_list| Change::SetCustomer {
        customer: Some(CartCustomer {
            id: CustomerId(Uuid::from_u128(5)),
            name: "D".into(),
            price_list,
            before_tax: false,
            exemption: None,
        }),
    };
    let mut cart = journal(FR, &[add(1, &listed, 2), add(2, &plain, 1), customer(Some(LIST))]);
    assert_eq!(paid(&cart), [14_00, 5_00]);
    cart.apply(&add(3, &listed, 1)).unwrap();
    assert_eq!(paid(&cart), [21_00, 5_00], "what is entered now joins the line of the same price");
    cart.apply(&Change::Undo).unwrap();
    cart.apply(&Change::Undo).unwrap();
    assert_eq!(paid(&cart), [20_00, 5_00]);
    cart.apply(&Change::Redo).unwrap();
    cart.apply(&customer(None)).unwrap();
    assert_eq!(paid(&cart), [20_00, 5_00], "a customer without price list pays public prices");
    cart.apply(&Change::SetCustomer { customer: None }).unwrap();
    assert_eq!(cart.cart().lines.len(), 2);
    assert_eq!(paid(&cart), [20_00, 5_00]);
}

#[test]
fn a_price_printed_on_a_label_is_left_alone_and_a_weight_is_not() {
    let price = ListPrice { list: LIST, name: "Pro".into(), unit_price: UnitPrice(5_000_000) };
    let cheese = CartArticle {
        unit: "kg".into(),
        prices: vec![price],
        ..article(FR, 1, 10_000_000, vec![promotion(1, percent(50_000))])
    };
    let packet = |n, amount| Change::AddLabelled {
        line: line(n),
        article: cheese.clone(),
        label: Label { quantity: Quantity(4_000), amount },
    };
    let customer = CartCustomer {
        id: CustomerId(Uuid::from_u128(5)),
        name: "D".into(),
        price_list: Some(LIST),
        before_tax: false,
        exemption: None,
    };
    let mut cart = journal(FR, &[packet(1, Some(Money(3_99))), packet(2, None)]);
    assert_eq!(paid(&cart), [3_99, 2_00]);
    cart.apply(&Change::SetCustomer { customer: Some(customer) }).unwrap();
    assert_eq!(paid(&cart), [3_99, 1_00]);
    cart.apply(&packet(3, None)).unwrap();
    assert_eq!(paid(&cart), [3_99, 1_00, 1_00]);
}

#[test]
fn a_sale_before_tax_takes_the_same_percentage_of_the_price_before_tax() {
    let article = article(FR, 1, 9_990_000, vec![promotion(1, percent(33_000))]);
    let customer = CartCustomer {
        id: CustomerId(Uuid::from_u128(5)),
        name: "D".into(),
        price_list: None,
        before_tax: true,
        exemption: None,
    };
    let changes = [add(1, &article, 3), Change::SetCustomer { customer: Some(customer) }];
    let price = prices(&journal(FR, &changes))[0];
    assert_eq!(Ok(price.discount), Rate(33_000).of(price.amount), "as it is signed and verified");
}

#[test]
fn a_cart_entered_before_there_were_promotions_is_read_as_it_was() {
    let plain = article(FR, 1, 10_000_000, Vec::new());
    let text = serde_json::to_string(&add(1, &plain, 1)).unwrap();
    assert!(!text.contains("promotions") && !text.contains("prices"), "{text}");
    assert_eq!(serde_json::from_str::<Change>(&text).unwrap(), add(1, &plain, 1));
}

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
