mod random;

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
