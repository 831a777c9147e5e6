//! How far discounts go: the limit of the shop, and a supervisor beyond it.

use api::FaultCode;
use api::types::{Empty, SaleSetLineDiscount, SaleSetQuantity, SaleView, ShopOptions};
use domain::money::{Money, Quantity, Rate};
use domain::permission::Role;
use testkit::Till;

use crate::fiscal_chain::assert_sound;
use crate::pricing::{amount, ask_approved, finish, on_line, on_sale, percent, set_options};
use crate::world::{approval, cashier_with_shift, refuses};

/// SAL-06: discounts within the limit are the cashier's own; beyond it, also by changing a quantity or by putting two
/// together, the right is needed, of the user or of the supervisor who approves on the spot.
#[test]
fn beyond_the_limit_a_supervisor_approves() {
    let (shop, till) = cashier_with_shift();
    let line = till.scan_units("2108", 2).lines[0].id;
    let denied = |command: &str, request: serde_json::Value| {
        let fault = refuses(&shop, FaultCode::PermissionDenied, || till.refused(command, request));
        assert_eq!(fault.params["permission"], "discount_beyond_limit");
    };
    let json = |request: SaleSetLineDiscount| serde_json::to_value(request).unwrap();
    denied("sale_set_line_discount", json(on_line(line, percent(10_001))));
    denied("sale_set_line_discount", json(on_line(line, amount(1_19))));
    let _: SaleView = till.ask("sale_set_line_discount", on_line(line, amount(1_18)));
    denied("sale_set_discount", serde_json::to_value(on_sale(percent(1_000))).unwrap());
    let one = SaleSetQuantity { line_id: line, quantity: Quantity::units(1) };
    denied("sale_set_quantity", serde_json::to_value(&one).unwrap());
    let mut client = till.client.clone();
    client.approval = Some(approval(&shop, Role::Cashier));
    let request = on_line(line, percent(50_000));
    let colleague = client.call::<SaleView>("sale_set_line_discount", &request).unwrap_err();
    assert_eq!(colleague.code, FaultCode::PermissionDenied, "a colleague cannot approve");
    let view: SaleView = ask_approved(&shop, &till, "sale_set_line_discount", request);
    assert_eq!(view.total, Money(5_90));
    let view: SaleView = till.ask("sale_set_quantity", one);
    assert_eq!(view.total, Money(2_95), "what was approved holds for the line");
    let journal = &shop.snapshot()["fiscal_record"];
    let hugo = shop.user(Role::LeadCashier).0.name;
    assert_eq!(journal.iter().filter(|r| r.contains(&format!("autorisée par {hugo}"))).count(), 1, "JET 130");
    finish(&till);
    assert_sound(&shop);
}

/// SAL-06: the limit is the shop's; a manager goes beyond it without asking, and only a manager changes it.
#[test]
fn the_shop_sets_the_limit() {
    let (shop, till) = cashier_with_shift();
    let options: ShopOptions = till.ask("shop_options", Empty {});
    assert_eq!(options.discount_limit, Rate(10_000));
    assert!(options.discount_reasons.len() > 2 && options.return_reasons.len() > 2);
    let refused = |till: &Till, change: ShopOptions| till.refused("shop_options_save", change);
    refuses(&shop, FaultCode::PermissionDenied, || refused(&till, options.clone()));
    let manager = shop.till(Role::Manager, "C02");
    let wide = ShopOptions { discount_limit: Rate(100_001), ..options };
    refuses(&shop, FaultCode::AmountOutOfRange, || refused(&manager, wide));
    set_options(&shop, |o| {
        o.discount_limit = Rate(20_000);
        o.discount_reasons = vec!["Ami".to_owned()];
    });
    till.scan("2108");
    let _: SaleView = till.ask("sale_set_discount", on_sale(percent(20_000)));
    let here = shop.till(Role::Manager, "C01");
    let view: SaleView = here.ask("sale_set_discount", on_sale(percent(50_000)));
    assert_eq!(view.total, Money(2_95));
}

/// SAL-06: all of an order may be given away by right; it is validated without payment.
#[test]
fn a_sale_may_be_given_away() {
    let (shop, till) = cashier_with_shift();
    till.scan("1001");
    let view: SaleView = ask_approved(&shop, &till, "sale_set_discount", on_sale(percent(100_000)));
    assert_eq!((view.total, view.due, view.blocked), (Money(0), Money(0), None));
    let done = finish(&till);
    assert_eq!((done.total, done.tenders.len()), (Money(0), 0));
    assert_sound(&shop);
}
