//! Discounts, from the key to the signed ticket. Fees and the way of service are in `service`.

use api::FaultCode;
use api::types::{
    CatalogueLists, DiscountInput, Empty, FeeTypeSave, FeeTypeView, SaleAddFee, SaleDone, SaleLineRef,
    SaleSetDiscount, SaleSetLineDiscount, SaleSetQuantity, SaleSetService, SaleValidate, SaleView,
    ShopOptions,
};
use domain::cart::{Reduction, ServiceMode};
use domain::ids::LineId;
use domain::money::{Money, Quantity, Rate};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till, raw};

use crate::fiscal_chain::assert_sound;
use crate::world::{approval, cashier_with_shift, refuses};

/// A percentage, for a reason.
pub fn percent(rate: i64) -> Option<DiscountInput> {
    let reduction = Reduction::Percent { rate: Rate(rate) };
    Some(DiscountInput { reduction, reason: "Client fidèle".to_owned() })
}

/// A sum of cents, for a reason.
pub fn amount(cents: i64) -> Option<DiscountInput> {
    let reduction = Reduction::Amount { amount: Money(cents) };
    Some(DiscountInput { reduction, reason: "Geste commercial".to_owned() })
}

/// The request for a line.
pub fn on_line(line_id: LineId, discount: Option<DiscountInput>) -> SaleSetLineDiscount {
    SaleSetLineDiscount { line_id, discount }
}

/// The request for the whole sale.
pub fn on_sale(discount: Option<DiscountInput>) -> SaleSetDiscount {
    SaleSetDiscount { discount }
}

/// The request for a kind of fee.
pub fn fee(till: &Till, name: &str, cents: Option<i64>) -> SaleAddFee {
    let all: Vec<FeeTypeView> = till.ask("fee_type_list", Empty {});
    let fee_type_id = all.iter().find(|f| f.name == name).unwrap().id;
    SaleAddFee { fee_type_id, label: String::new(), amount: cents.map(Money) }
}

/// Creates a kind of fee at 20 %.
pub fn new_fee_type(manager: &Till, name: &str, cents: Option<i64>) -> FeeTypeView {
    let lists: CatalogueLists = manager.ask("catalogue_lists", Empty {});
    let tax = lists.tax_categories.iter().find(|t| t.name == "TVA 20 %").unwrap();
    let save = FeeTypeSave {
        id: None,
        name: name.to_owned(),
        tax_category_id: tax.id,
        amount: cents.map(Money),
        active: true,
    };
    manager.ask("fee_type_save", save)
}

/// Changes the options of the shop.
pub fn set_options(shop: &TestShop, change: impl FnOnce(&mut ShopOptions)) {
    let manager = shop.till(Role::Manager, "C02");
    let mut options: ShopOptions = manager.ask("shop_options", Empty {});
    change(&mut options);
    let saved: ShopOptions = manager.ask("shop_options_save", options.clone());
    assert_eq!(saved, options);
}

/// Asks with a supervisor's approval.
pub fn ask_approved<T: serde::de::DeserializeOwned>(
    shop: &TestShop,
    till: &Till,
    command: &str,
    request: impl serde::Serialize,
) -> T {
    let mut client = till.client.clone();
    client.approval = Some(approval(shop, Role::LeadCashier));
    client.call(command, request).unwrap()
}

/// Pays in cash what is due.
pub fn finish(till: &Till) -> SaleDone {
    let payment = Some(till.payment(PaymentKind::Cash, None));
    till.ask("sale_validate", SaleValidate { payment, leave_unpaid: false, print: false, seen: None })
}

/// An order with everything that this module is about, ready to be paid: 3 × 1001 less a fifth (approved), 1801, a
/// bag, 5 % off all of it, delivery, on site.
pub fn priced_cart(shop: &TestShop, till: &Till) -> SaleView {
    let line = till.scan_units("1001", 3).lines[0].id;
    till.scan("1801");
    till.scan("2108");
    let _: SaleView = ask_approved(shop, till, "sale_set_line_discount", on_line(line, percent(20_000)));
    let _: SaleView = ask_approved(shop, till, "sale_set_discount", on_sale(percent(5_000)));
    let _: SaleView = till.ask("sale_add_fee", fee(till, "Livraison", None));
    till.ask("sale_set_service", SaleSetService { service: ServiceMode::OnSite })
}

/// Rates and what is taxed at them, taxes included.
pub fn rates(view: &SaleView) -> Vec<(i64, i64)> {
    view.taxes.iter().map(|t| (t.rate.0, t.gross.0)).collect()
}

/// SAL-06, D-25: the one discount of «+ Item de facture» is the custom one: any amount or percentage with a reason,
/// recorded with the ticket.
#[test]
fn the_custom_discount_takes_off_the_whole_and_keeps_its_reason() {
    let (shop, till) = cashier_with_shift();
    till.scan("1001");
    till.scan("2108");
    let view: SaleView = till.ask("sale_set_discount", on_sale(amount(50)));
    let discount = view.discount.as_ref().unwrap();
    assert_eq!((discount.amount, discount.reason.as_str()), (Money(50), "Geste commercial"));
    assert_eq!((view.total, view.discounts), (Money(6_70), Money(50)));
    // 0.50 × 1.30 / 7.20 = 0.09; 0.50 × 5.90 / 7.20 = 0.41
    assert_eq!(rates(&view), [(5_500, 1_21), (20_000, 5_49)]);
    let done = finish(&till);
    assert!(till.preview(done.document_id).lines.iter().any(|l| l.text.contains("Geste commercial")));
    let stored = [
        "SELECT discount, discount_rate, discount_reason, discounts FROM document",
        "SELECT group_concat(share) FROM document_line",
    ];
    assert_eq!(
        raw::sql(&shop.database(), &stored),
        [r#"[[50, null, "Geste commercial", 50]]"#, r#"[["9,41"]]"#]
    );
}

/// SAL-06: a discount without reason, of nothing, or of more than there is, is refused.
#[test]
fn impossible_discounts_are_refused() {
    let (shop, till) = cashier_with_shift();
    let line = till.scan("1001").lines[0].id;
    let unknown = till.scan("0000").lines[1].id;
    let silent = percent(5_000).map(|d| DiscountInput { reason: "  ".to_owned(), ..d });
    let manager = shop.till(Role::Manager, "C01");
    let cases = [
        (FaultCode::ReasonRequired, silent.clone()),
        (FaultCode::DiscountOutOfRange, percent(0)),
        (FaultCode::DiscountOutOfRange, percent(100_001)),
        (FaultCode::DiscountOutOfRange, amount(0)),
        (FaultCode::DiscountOutOfRange, amount(-1)),
        (FaultCode::DiscountOutOfRange, amount(1_31)),
        (FaultCode::DiscountOutOfRange, amount(i64::MAX)),
    ];
    for (code, discount) in cases {
        let request = on_line(line, discount.clone());
        refuses(&shop, code, || manager.refused("sale_set_line_discount", request));
        refuses(&shop, code, || manager.refused("sale_set_discount", on_sale(discount)));
    }
    let of = |id| on_line(id, percent(5_000));
    refuses(&shop, FaultCode::LineWrongKind, || till.refused("sale_set_line_discount", of(unknown)));
    let nowhere = LineId(uuid::Uuid::nil());
    refuses(&shop, FaultCode::LineNotFound, || till.refused("sale_set_line_discount", of(nowhere)));
    refuses(&shop, FaultCode::ReasonRequired, || till.refused("sale_set_discount", on_sale(silent)));
}

/// The rows of a document sum to its totals, and its signature verifies.
fn assert_sums(shop: &TestShop, whole: &str) {
    let wrong = [
        format!("SELECT count(*) FROM document d WHERE {whole} <> (SELECT sum(total) FROM document_line WHERE document_id = d.id)"),
        "SELECT count(*) FROM document_line WHERE total <> amount - discount - share OR total < 0 OR share < 0".to_owned(),
        "SELECT count(*) FROM document d WHERE tax <> (SELECT sum(amount) FROM document_tax WHERE document_id = d.id)".to_owned(),
        "SELECT count(*) FROM document WHERE net + tax <> total".to_owned(),
        "SELECT count(*) FROM document d WHERE (discount, discounts) <>
           (SELECT sum(share), sum(share + discount) FROM document_line WHERE document_id = d.id)"
            .to_owned(),
        "SELECT count(*) FROM shift s WHERE discounts <>
           (SELECT sum(discounts) FROM document WHERE shift_id = s.id)"
            .to_owned(),
    ];
    let queries: Vec<&str> = wrong.iter().map(String::as_str).collect();
    for (query, answer) in queries.iter().zip(raw::sql(&shop.database(), &queries)) {
        assert_eq!(answer, "[[0]]", "{query}");
    }
    assert_sound(shop);
}

/// SAL-05, SAL-06, SAL-23: a French ticket with everything verifies, its rows sum to its totals, and its log replays.
#[test]
fn a_french_ticket_with_everything_adds_up() {
    let (shop, till) = cashier_with_shift();
    let view = priced_cart(&shop, &till);
    // 3.90 − 0.78 = 3.12; 1.60; 5.90: 10.62, less 5 % (0.53): 10.09; and 5.00 of delivery.
    assert_eq!((view.total, view.discounts), (Money(15_09), Money(1_31)));
    let done = finish(&till);
    assert_eq!(done.total, Money(15_09));
    assert_sums(&shop, "total");
    crate::replay::assert_replays(&shop);
    let report = ["SELECT discounted, discounts FROM shift"];
    assert_eq!(raw::sql(&shop.database(), &report), ["[[1, 131]]"]);
}

/// SAL-05, SAL-06: in Québec discounts come off before TPS and TVQ.
#[test]
fn quebec_discounts_come_off_before_taxes() {
    let shop = TestShop::quebec();
    let till = shop.till(Role::Manager, "C01");
    till.new_article("P100", 100_00, "TPS + TVQ");
    till.new_article("P50", 50_00, "Détaxé");
    till.open_shift(100_00);
    let line = till.scan("P100").lines[0].id;
    till.scan("P50");
    let _: SaleView = till.ask("sale_set_line_discount", on_line(line, percent(10_000)));
    let _: SaleView = till.ask("sale_set_discount", on_sale(amount(14_00)));
    let view: SaleView = till.ask("sale_add_fee", fee(&till, "Livraison", None));
    // 90.00 − 9.00 and 50.00 − 5.00, and 5.00 of delivery: 86.00 are taxed.
    let taxes: Vec<(i64, i64, i64)> = view.taxes.iter().map(|t| (t.rate.0, t.base.0, t.amount.0)).collect();
    assert_eq!(taxes, [(5_000, 86_00, 4_30), (9_975, 86_00, 8_58)]);
    assert_eq!((view.net, view.total, view.service), (Money(131_00), Money(143_88), None));
    let done = finish(&till);
    assert!(till.preview(done.document_id).lines.iter().any(|l| l.text.contains("Rabais sur la facture")));
    assert_sums(&shop, "net");
    crate::replay::assert_replays(&shop);
}

/// What a discount by amount takes off never exceeds the line: it is kept, and capped while the line is worth less.
#[test]
fn a_discount_by_amount_follows_its_line() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C01");
    let line = till.scan_units("1001", 3).lines[0].id;
    let _: SaleView = manager.ask("sale_set_line_discount", on_line(line, amount(3_00)));
    let view: SaleView =
        manager.ask("sale_set_quantity", SaleSetQuantity { line_id: line, quantity: Quantity::units(1) });
    assert_eq!(
        (view.lines[0].total, view.lines[0].discount.as_ref().unwrap().amount),
        (Money(0), Money(1_30))
    );
    let view = till.scan("1001");
    assert_eq!((view.lines.len(), view.total), (2, Money(1_30)), "no scan joins a discounted line");
    let view: SaleView = till.ask("sale_remove_line", SaleLineRef { line_id: line });
    assert_eq!((view.lines.len(), view.discounts), (1, Money(0)));
}
