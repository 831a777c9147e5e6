//! CSH: cash without a sale.

use api::FaultCode;
use api::types::{CashMove, DrawerOpen, Empty, ShiftView};
use domain::money::Money;
use domain::permission::Role;

use crate::world::{cashier_with_shift, refuses, with_printer};

fn movement(amount: i64, reason: &str) -> CashMove {
    CashMove { amount: Money(amount), reason: reason.to_owned(), print: false }
}

/// CSH-01: cash in, cash out and a drawer opening are in the shift with their reason, user and time; 50 out make
/// the expected cash fall by 50.
#[test]
fn cash_movements_are_in_the_shift() {
    let (shop, till) = cashier_with_shift();
    let printer = with_printer(&shop, "C01");
    let lead = shop.till(Role::LeadCashier, "C01");
    let _: ShiftView = till.ask("cash_move", movement(-50_00, "dépôt en banque"));
    assert_eq!(till.report().expected_cash, Money(50_00));
    let _: ShiftView = till.ask("cash_move", movement(20_00, "monnaie"));
    shop.clock.advance_s(1);
    let _: Empty = lead.ask("drawer_open", DrawerOpen { reason: "contrôle".to_owned() });
    let report = till.report();
    assert_eq!((report.cash_in, report.cash_out), (Money(20_00), Money(50_00)));
    assert_eq!((report.expected_cash, report.drawer_openings), (Money(70_00), 1));
    let mut seen: Vec<(i64, &str, &str)> =
        report.movements.iter().map(|m| (m.amount.0, m.reason.as_str(), m.user.as_str())).collect();
    seen.sort_unstable();
    let (cashier, lead) = (till.session.user.name.as_str(), lead.session.user.name.as_str());
    let expected = [(-50_00, "dépôt en banque", cashier), (0, "contrôle", lead), (20_00, "monnaie", cashier)];
    assert_eq!(seen, expected);
    crate::world::wait_until_printed(&till);
    assert_eq!(printer.drawer_pulses(), 3, "the drawer opened for each");
}

/// A movement needs a reason, an amount, and cash that is there.
#[test]
fn a_movement_that_cannot_be_is_refused() {
    let (shop, till) = cashier_with_shift();
    let refused = |code, request: CashMove| refuses(&shop, code, || till.refused("cash_move", request));
    refused(FaultCode::ReasonRequired, movement(-50_00, "  "));
    refused(FaultCode::AmountOutOfRange, movement(0, "rien"));
    refused(FaultCode::AmountOutOfRange, movement(-100_01, "trop"));
    let drawer = DrawerOpen { reason: "monnaie".to_owned() };
    let lead = shop.till(Role::LeadCashier, "C01");
    refuses(&shop, FaultCode::PrinterMissing, || lead.refused("drawer_open", drawer));
}
