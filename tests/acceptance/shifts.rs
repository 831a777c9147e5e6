//! SHF, second part: opening shifts, keeping them open, and what needs one.

use api::FaultCode;
use api::types::{
    CashMove, Empty, PaymentBlock, SaleValidate, SessionView, ShiftList, ShiftOpen, ShiftOpening, ShiftPage,
    ShiftView,
};
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::permission::Role;
use domain::shift::DenominationCount;
use testkit::TestShop;

use crate::world::{cashier_with_shift, refuses};

/// SHF-07: the float counted at opening stands in the new shift.
#[test]
fn opening_asks_for_the_float() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    let none: Option<ShiftView> = till.ask("shift_current", Empty {});
    assert_eq!(none, None);
    assert_eq!(till.open_shift(150_00).opening_float, Money(150_00));
    assert_eq!(till.report().expected_cash, Money(150_00));
}

/// A float must be the sum of its count, of coins that exist, and not negative.
#[test]
fn a_float_that_cannot_be_is_refused() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    let open = |float: i64, count: &[(i64, u32)]| ShiftOpen {
        opening_float: Money(float),
        count: count.iter().map(|(d, n)| DenominationCount { denomination: Money(*d), count: *n }).collect(),
        note: String::new(),
    };
    let refused = |code, request: ShiftOpen| refuses(&shop, code, || till.refused("shift_open", request));
    refused(FaultCode::AmountOutOfRange, open(-1, &[]));
    refused(FaultCode::AmountOutOfRange, open(51_00, &[(50_00, 1)]));
    let fault = refused(FaultCode::DenominationUnknown, open(3_00, &[(3_00, 1)]));
    assert_eq!(fault.params["denomination"], 300);
    let opened: ShiftView = till.ask("shift_open", open(52_00, &[(50_00, 1), (2_00, 1)]));
    assert_eq!(opened.opening_float, Money(52_00));
}

/// SHF-08: a shift records workstation, user, time and float; a second opening joins it.
#[test]
fn a_second_opening_joins_the_open_shift() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    let opened = till.open_shift(100_00);
    assert_eq!(opened.workstation_id, till.workstation().id);
    assert_eq!(opened.opened_by, till.session.user.name);
    assert_eq!(opened.opened_ms, testkit::START_MS);
    shop.clock.advance_s(60);
    let joined = shop.till(Role::Manager, "C01").open_shift(999_00);
    assert_eq!(joined, opened);
    let all = ShiftList { workstation_id: None, open_only: false, offset: 0, limit: 10 };
    let page: ShiftPage = shop.till(Role::Manager, "C01").ask("shift_list", all);
    assert_eq!(page.rows.len(), 1);
}

/// SHF-12: a shift left open since yesterday is named to who may close it, and to nobody else.
#[test]
fn a_forgotten_shift_is_reminded_of() {
    let (shop, till) = cashier_with_shift();
    assert_eq!(shop.signed_in(Role::Manager, 5).session.forgotten_shifts, [], "not on the same day");
    shop.clock.advance_days(1);
    let reminded = shop.signed_in(Role::Manager, 5).session.forgotten_shifts;
    assert_eq!(reminded.len(), 1);
    assert_eq!(reminded[0].workstation_name, till.workstation().name);
    assert_eq!(shop.signed_in(Role::Cashier, 5).session.forgotten_shifts, []);
}

/// SHF-13: neither signing out nor a killed program closes a shift: same shift, same totals, and the sale in
/// progress has the same lines.
#[test]
fn only_closing_closes() {
    let (shop, mut till) = cashier_with_shift();
    till.cash_sale(&["1001", "1101"]);
    let (report, shift) = (till.report(), till.ask::<Option<ShiftView>>("shift_current", Empty {}));
    till.client.sign_out().unwrap();
    let till = shop.till(Role::Cashier, "C01");
    assert_eq!(till.report(), report);
    till.scan("1701");
    let sale = till.scan_units("1801", 3);

    let reopened = shop.killed_and_reopened();
    let session = reopened.client(1).call::<SessionView>("session_current", Empty {});
    assert_eq!(session.unwrap_err().code, FaultCode::SessionRequired, "a restart asks for the PIN again");
    let till = reopened.till(Role::Cashier, "C01");
    assert_eq!(till.ask::<Option<ShiftView>>("shift_current", Empty {}), shift);
    assert_eq!(till.report(), report);
    let restored = till.sale();
    assert_eq!((restored.cart_id, &restored.lines, restored.total), (sale.cart_id, &sale.lines, sale.total));
    assert_eq!(restored.selected, sale.selected);
    assert_eq!(till.cash_sale(&[]).total, sale.total, "and can be paid");
}

/// SHF-24: without an open shift no money moves: no sale is validated and no cash put in.
#[test]
fn no_money_moves_without_a_shift() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    let view = till.scan("1001");
    assert_eq!((view.blocked, view.shift_open), (Some(PaymentBlock::Shift), false));
    let payment = Some(till.payment(PaymentKind::Cash, None));
    let validate = SaleValidate { payment, leave_unpaid: false, print: false, seen: None };
    refuses(&shop, FaultCode::ShiftRequired, || till.refused("sale_validate", &validate));
    let cash = CashMove { amount: Money(10_00), reason: "monnaie".to_owned(), print: false };
    refuses(&shop, FaultCode::ShiftRequired, || till.refused("cash_move", cash));
    till.open_shift(0);
    assert_eq!(till.sale().blocked, None);
    till.ask::<api::types::SaleDone>("sale_validate", validate);
}

/// What the last shift left in the drawer is proposed as the next float.
#[test]
fn the_cash_left_is_the_next_float() {
    let (shop, till) = cashier_with_shift();
    let mut close = serde_json::to_value(api::types::ShiftClose {
        shift_id: None,
        counted_cash: Money(100_00),
        count: Vec::new(),
        float_left: Some(Money(60_00)),
        note: String::new(),
        print: false,
    })
    .unwrap();
    close["float_left"] = 100_01.into();
    refuses(&shop, FaultCode::AmountOutOfRange, || till.refused("shift_close", &close));
    close["float_left"] = 60_00.into();
    let _: api::types::ShiftReport = till.ask("shift_close", &close);
    let opening: ShiftOpening = till.ask("shift_opening", Empty {});
    assert_eq!(opening.suggested_float, Some(Money(60_00)));
    assert_eq!(opening.last_closed_by.as_deref(), Some(till.session.user.name.as_str()));
}
