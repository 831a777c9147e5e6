//! Prices before tax: what they come to, and that nothing is lost on the way there and back.

use proptest::prelude::*;

use super::super::{CartArticle, CartCustomer, CartFee, Change, Discount, Journal};
use super::*;
use crate::ids::{ArticleId, CustomerId, FeeTypeId};
use crate::money::Quantity;
use crate::tax::DocumentTotals;
use uuid::Uuid;

const FRANCE: Country = Country::France;

fn vat(rate: i64) -> Vec<AppliedTax> {
    let code = format!("TVA{rate}");
    vec![AppliedTax { name: code.clone(), letter: "A".into(), code, rate: Rate(rate) }]
}

fn article(n: u128, price: i64, rate: i64) -> CartArticle {
    CartArticle {
        id: ArticleId(Uuid::from_u128(n)),
        code: n.to_string(),
        name: "A".into(),
        unit: "pièce".into(),
        unit_price: UnitPrice::from_money(Money(price)),
        taxes: vat(rate),
        department: None,
        stocked: true,
        durable: false,
        prices: Vec::new(),
        public_price: None,
        promotions: Vec::new(),
    }
}

fn line(n: u128) -> LineId {
    LineId(Uuid::from_u128(n))
}

fn add(n: u128, price: i64, rate: i64, quantity: i64) -> Change {
    Change::AddArticle {
        line: line(n),
        article: article(n, price, rate),
        quantity: Quantity::units(quantity),
    }
}

fn customer(before_tax: bool, exemption: Option<ExemptionGround>) -> Change {
    let id = CustomerId(Uuid::from_u128(7));
    let customer = CartCustomer { id, name: "Hôtel".into(), price_list: None, before_tax, exemption };
    Change::SetCustomer { customer: Some(customer) }
}

fn journal(changes: impl IntoIterator<Item = Change>) -> Journal {
    let mut journal = Journal::new(FRANCE);
    changes.into_iter().for_each(|c| journal.apply(&c).unwrap());
    journal
}

fn totals(journal: &Journal) -> DocumentTotals {
    journal.cart().totals(FRANCE).unwrap()
}

fn percent(rate: i64) -> Discount {
    Discount { reduction: Reduction::Percent { rate: Rate(rate) }, reason: "R".into() }
}

fn sum(cents: i64) -> Discount {
    Discount { reduction: Reduction::Amount { amount: Money(cents) }, reason: "R".into() }
}

/// 120 with tax at 20 % is 100 before it, and 20 are added at the foot.
#[test]
fn a_price_of_120_is_100_before_tax() {
    let mut sale = journal([add(1, 12_000, 20_000, 1), customer(true, None)]);
    let cart = sale.cart();
    assert_eq!(cart.unit_price(&cart.lines[0]), Ok(UnitPrice(100_000_000)));
    assert_eq!(cart.price_mode(FRANCE), PriceMode::TaxExclusive);
    let t = totals(&sale);
    assert_eq!((t.net, t.tax, t.total), (Money(10_000), Money(2_000), Money(12_000)));
    sale.apply(&Change::SetCustomer { customer: None }).unwrap();
    assert_eq!(sale.cart().price_mode(FRANCE), PriceMode::TaxInclusive);
    assert_eq!(totals(&sale).total, Money(12_000));
}

/// The price before tax has six decimals; the amount is rounded once, the tax once per rate.
#[test]
fn a_price_before_tax_keeps_six_decimals() {
    let sale = journal([add(1, 999, 5_500, 3), customer(true, None)]);
    let cart = sale.cart();
    assert_eq!(cart.unit_price(&cart.lines[0]), Ok(UnitPrice(9_469_194)), "9.99 / 1.055");
    let t = totals(&sale);
    assert_eq!((t.net, t.tax, t.total), (Money(2_841), Money(156), Money(2_997)));
}

#[test]
fn an_exempt_sale_is_paid_before_tax_and_a_ground_wants_a_line_without_tax() {
    let mut sale = journal([add(1, 12_000, 20_000, 1), add(2, 1_055, 5_500, 1)]);
    let ground = Some(ExemptionGround::Export);
    assert_eq!(sale.apply(&Change::SetExemption { line: Some(line(1)), ground }), Err(CartError::BearsTax));
    sale.apply(&Change::SetExemption { line: None, ground }).unwrap();
    let t = totals(&sale);
    assert_eq!((t.net, t.tax, t.total), (Money(11_000), Money::ZERO, Money(11_000)));
    assert_eq!(t.taxes.len(), 1, "one row, at nothing");
    sale.apply(&Change::Undo).unwrap();
    assert_eq!(totals(&sale).total, Money(13_055));
    sale.apply(&customer(false, Some(ExemptionGround::IntraEu))).unwrap();
    assert_eq!(totals(&sale).total, Money(11_000), "the regime of the customer");
}

#[test]
fn a_line_that_bears_no_tax_says_why() {
    let fee = CartFee {
        id: FeeTypeId(Uuid::from_u128(3)),
        label: "Port".into(),
        amount: Money(500),
        taxes: vat(0),
    };
    let mut sale = journal([add(1, 1_200, 20_000, 1), Change::AddFee { line: line(2), fee }]);
    let pending = |sale: &Journal| sale.cart().without_ground().map(|l| l.id).collect::<Vec<_>>();
    assert_eq!(pending(&sale), [line(2)]);
    let ground = Some(ExemptionGround::Disbursement);
    sale.apply(&Change::SetExemption { line: Some(line(2)), ground }).unwrap();
    assert_eq!(pending(&sale), []);
    assert_eq!(totals(&sale).total, Money(1_700));
    let text = serde_json::to_string(&Change::SetExemption { line: None, ground }).unwrap();
    assert_eq!(text, r#"{"do":"set_exemption","line":null,"ground":"disbursement"}"#);
}

#[test]
fn a_sum_off_the_order_keeps_its_proportion() {
    let mut sale = journal([add(1, 12_000, 20_000, 1), Change::SetDiscount { discount: Some(sum(1_200)) }]);
    assert_eq!(totals(&sale).total, Money(10_800));
    sale.apply(&customer(true, None)).unwrap();
    let t = totals(&sale);
    assert_eq!((t.net, t.total), (Money(9_000), Money(10_800)));
}

const RATES: [i64; 5] = [20_000, 10_000, 5_500, 2_100, 0];

prop_compose! {
    fn carts()(
        lines in prop::collection::vec((1i64..50_000, 0usize..5, 1i64..30, 0usize..4), 1..25),
        order in 0usize..4,
    ) -> Vec<Change> {
        let discount = |kind: usize, worth: i64| match kind {
            1 => Some(percent(12_500)),
            2 => Some(sum((worth / 3).max(1))),
            3 => Some(percent(100_000)),
            _ => None,
        };
        let mut changes = Vec::new();
        let mut worth = 0;
        for (n, (price, rate, quantity, kind)) in (1..).zip(lines) {
            changes.push(add(n, price, RATES[rate], quantity));
            let of_line = discount(kind, price * quantity);
            worth += if kind == 0 { price * quantity } else { 0 };
            changes.push(Change::SetLineDiscount { line: line(n), discount: of_line });
        }
        let order = if worth > 0 { order } else { 0 };
        changes.push(Change::SetDiscount { discount: discount(order, worth) });
        changes
    }
}

proptest! {
    /// TAX-04: the parts sum to the whole, the foot follows from the lines, and the price basis moves the total by
    /// no more than what rounding explains: half a cent per line and per rate, twice.
    #[test]
    fn parts_of_a_sale_before_tax_sum_to_the_whole(changes in carts()) {
        let mut sale = journal(changes);
        let shelf = totals(&sale);
        sale.apply(&customer(true, None)).unwrap();
        let cart = sale.cart();
        let (prices, t) = (cart.prices().unwrap(), totals(&sale));
        for p in &prices {
            prop_assert!(p.discount <= p.amount && p.share <= p.amount - p.discount && p.total() >= Money::ZERO);
        }
        prop_assert_eq!(prices.iter().map(|p| p.total()).sum::<Money>(), t.net);
        prop_assert_eq!(t.net + t.tax, t.total);
        prop_assert_eq!(t.taxes.iter().map(|r| r.amount).sum::<Money>(), t.tax);
        for row in &t.taxes {
            prop_assert_eq!(row.tax.rate.of(row.base), Ok(row.amount));
        }
        let slack = Money(3 * i64::try_from(cart.lines.len()).unwrap() + 5);
        prop_assert!((t.total - shelf.total).abs() <= slack, "{:?} against {:?}", t.total, shelf.total);
        sale.apply(&Change::SetCustomer { customer: None }).unwrap();
        prop_assert_eq!(totals(&sale), shelf, "back to the cent");
    }
}
