//! Amounts of whole sales: three French rates, Québec's two taxes and its cash rounding.

use api::types::{SaleDone, SaleValidate};
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till};

use crate::world::cashier_with_shift;

fn finish(till: &Till, kind: PaymentKind) -> SaleDone {
    let payment = Some(till.payment(kind, None));
    till.ask("sale_validate", SaleValidate { payment, leave_unpaid: false, print: false, seen: None })
}

fn taxes(till: &Till) -> Vec<(i64, i64, i64, i64)> {
    till.sale().taxes.iter().map(|t| (t.rate.0, t.base.0, t.amount.0, t.gross.0)).collect()
}

/// VAT is computed on the sum of each rate, not line by line: three baguettes, two coffees and a bag.
#[test]
fn french_vat_per_rate() {
    let (_shop, till) = cashier_with_shift();
    till.scan_units("1001", 3);
    till.scan_units("1801", 2);
    till.scan("2108");
    let mut rows = taxes(&till);
    rows.sort_unstable();
    // 3.90 / 1.055 = 3.6967; 3.20 / 1.10 = 2.9091; 5.90 / 1.20 = 4.9167
    assert_eq!(rows, [(5_500, 370, 20, 390), (10_000, 291, 29, 320), (20_000, 492, 98, 590)]);
    let view = till.sale();
    assert_eq!((view.net, view.total), (Money(11_53), Money(13_00)));
    assert_eq!(finish(&till, PaymentKind::Cash).total, Money(13_00));
}

fn quebec_order() -> (TestShop, Till) {
    let shop = TestShop::quebec();
    let till = shop.till(Role::Manager, "C01");
    till.new_article("P5319", 53_19, "TPS + TVQ");
    till.open_shift(100_00);
    till.scan("P5319");
    (shop, till)
}

/// 53.19 $ + TPS 2.66 $ + TVQ 5.31 $ (both on the price before tax) = 61.16 $.
#[test]
fn quebec_taxes_stand_side_by_side() {
    let (_shop, till) = quebec_order();
    assert_eq!(taxes(&till), [(5_000, 53_19, 2_66, 55_85), (9_975, 53_19, 5_31, 58_50)]);
    let view = till.sale();
    assert_eq!((view.net, view.total), (Money(53_19), Money(61_16)));
}

/// 61.16 $ in cash is 61.15 $; the document keeps 61.16 $, and the shift has the cent.
#[test]
fn cash_is_rounded_to_five_cents_in_quebec() {
    let (_shop, till) = quebec_order();
    let view = till.sale();
    assert_eq!((view.due, view.due_in_cash), (Money(61_16), Money(61_15)));
    assert_eq!(view.quick_cash.first(), Some(&Money(61_15)));
    let done = finish(&till, PaymentKind::Cash);
    assert_eq!((done.total, done.change), (Money(61_16), Money(0)));
    assert_eq!((done.tenders[0].received, done.tenders[0].rounding), (Money(61_15), Money(-1)));
    let report = till.report();
    assert_eq!((report.total, report.rounding), (Money(61_16), Money(-1)));
    assert_eq!(report.expected_cash, Money(161_15));
}

/// 61.16 $ by card is 61.16 $.
#[test]
fn cards_are_not_rounded() {
    let (_shop, till) = quebec_order();
    let done = finish(&till, PaymentKind::CardStandalone);
    assert_eq!((done.total, done.tenders[0].amount), (Money(61_16), Money(61_16)));
    assert_eq!((done.tenders[0].rounding, till.report().rounding), (Money(0), Money(0)));
}

/// A part in cash is not rounded; what is left for the card is exact.
#[test]
fn a_part_in_cash_is_exact() {
    let (_shop, till) = quebec_order();
    let view = till.pay(PaymentKind::Cash, Some(40_00));
    assert_eq!(view.due, Money(21_16));
    let done = finish(&till, PaymentKind::CardStandalone);
    let amounts: Vec<i64> = done.tenders.iter().map(|t| t.amount.0).collect();
    assert_eq!(amounts, [40_00, 21_16]);
    assert_eq!(till.report().rounding, Money(0));
}

/// France does not round cash.
#[test]
fn cash_is_exact_in_france() {
    let (_shop, till) = cashier_with_shift();
    till.scan_units("1001", 1);
    let view = till.scan("1101");
    assert_eq!((view.due, view.due_in_cash), (Money(2_55), Money(2_55)));
    assert_eq!(finish(&till, PaymentKind::Cash).tenders[0].rounding, Money(0));
}
