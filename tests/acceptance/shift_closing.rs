//! SHF, third part: reports and closing.

use std::time::Duration;

use api::FaultCode;
use api::types::{
    Empty, PrintJobView, SaleValidate, ShiftClose, ShiftList, ShiftPage, ShiftRef, ShiftReport, TicketPreview,
};
use domain::ids::ShiftId;
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::permission::Role;
use domain::shift::DrawerFlow;
use testkit::{TestShop, Till};

use crate::world::{approval, cashier_with_shift, refuses, wait_until_printed, with_printer};

fn close_request(shift_id: Option<ShiftId>, counted: i64) -> ShiftClose {
    ShiftClose {
        shift_id,
        counted_cash: Money(counted),
        count: Vec::new(),
        float_left: None,
        note: String::new(),
        print: false,
    }
}

fn pay_all(till: &Till, kind: PaymentKind) {
    let payment = Some(till.payment(kind, None));
    let _: api::types::SaleDone =
        till.ask("sale_validate", SaleValidate { payment, leave_unpaid: false, print: false, seen: None });
}

/// The text of a report on paper.
pub fn paper(till: &Till, shift_id: Option<ShiftId>) -> String {
    let preview: TicketPreview = till.ask("shift_ticket", ShiftRef { shift_id });
    preview.lines.into_iter().map(|l| l.text + "\n").collect()
}

/// SHF-14: the report of an open shift (X) is printed any number of times: same totals, and the shift stays open.
#[test]
fn the_x_report_can_be_printed_again_and_again() {
    let (shop, till) = cashier_with_shift();
    for _ in 0..3 {
        till.cash_sale(&["1001"]);
    }
    let printer = with_printer(&shop, "C01");
    let (report, shown) = (till.report(), paper(&till, None));
    assert_eq!((report.shift.tickets, report.total), (3, Money(3_90)));
    for n in 1..=2 {
        let _: PrintJobView = till.ask("shift_report_print", ShiftRef { shift_id: None });
        wait_until_printed(&till);
        let printed = &printer.wait_for_jobs(n, Duration::from_secs(10))[n - 1];
        assert_eq!(printed.errors, Vec::<String>::new());
        assert!(printed.text.contains("3,90"), "{}", printed.text);
    }
    let papers = printer.jobs();
    assert_eq!(papers[0].text, papers[1].text);
    assert_eq!(paper(&till, None), shown);
    assert_eq!(ShiftReport { print_job: None, ..till.report() }, report);
    assert!(till.sale().shift_open);
    let journaled = shop.snapshot()["fiscal_record"].iter().filter(|r| r.contains("quart 1\"")).count();
    assert_eq!(journaled, 2, "each X report is in the signed journal");
}

/// SHF-15: a report holds exactly the sales between the opening and the closing of its shift.
#[test]
fn a_report_covers_its_shift_only() {
    let (_shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    till.close_shift(101_30, "");
    let second = till.open_shift(50_00);
    let inside = [till.cash_sale(&["1101"]), till.cash_sale(&["1103"])];
    let closed = till.close_shift(52_60, "");
    till.open_shift(50_00);
    till.cash_sale(&["1002"]);

    let report: ShiftReport = till.ask("shift_report", ShiftRef { shift_id: Some(second.id) });
    assert_eq!(report, closed, "the report of a closed shift never changes");
    assert_eq!((report.shift.tickets, report.total, report.expected_cash), (2, Money(2_60), Money(52_60)));
    assert_eq!(report.first_ticket.as_deref(), Some(inside[0].number.as_str()));
    assert_eq!(report.last_ticket.as_deref(), Some(inside[1].number.as_str()));
}

/// SHF-16, SAL-08: a cashier closes the shift of their own workstation from the sale screen.
#[test]
fn a_cashier_closes_their_own_shift() {
    let (_shop, till) = cashier_with_shift();
    let report = till.close_shift(100_00, "");
    assert_eq!(report.shift.closed_by.as_deref(), Some(till.session.user.name.as_str()));
    assert!(!till.sale().shift_open);
}

/// SHF-17, SEC-01: a manager closes the shift of another workstation from the list; a cashier is refused, or asks
/// for a supervisor's code.
#[test]
fn the_shift_of_another_workstation_needs_a_right() {
    let (shop, till) = cashier_with_shift();
    let other = shop.till(Role::LeadCashier, "C02").open_shift(20_00);
    let foreign = || close_request(Some(other.id), 20_00);
    let fault = refuses(&shop, FaultCode::PermissionDenied, || till.refused("shift_close", foreign()));
    assert_eq!(fault.params["permission"], "close_any_shift");

    let manager = shop.till(Role::Manager, "C01");
    let report: ShiftReport = manager.ask("shift_close", foreign());
    assert_eq!(report.shift.closed_by.as_deref(), Some(manager.session.user.name.as_str()));
    assert!(till.sale().shift_open, "the manager's own workstation is not concerned");

    let again = shop.till(Role::LeadCashier, "C02").open_shift(20_00);
    let powerless = till.approved_by(approval(&shop, Role::Cashier));
    let close = || close_request(Some(again.id), 20_00);
    refuses(&shop, FaultCode::PermissionDenied, || {
        powerless.call::<ShiftReport>("shift_close", close()).unwrap_err()
    });
    let with_code = till.approved_by(approval(&shop, Role::Manager));
    let report: ShiftReport = with_code.call("shift_close", close()).unwrap();
    assert_eq!(report.shift.closed_by.as_deref(), Some(till.session.user.name.as_str()));
}

/// SHF-18: the closing window has one line per method with count and total.
#[test]
fn the_summary_has_a_line_per_method() {
    let (_shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    till.cash_sale(&["1001", "1101"]);
    till.scan("2108");
    pay_all(&till, PaymentKind::CardStandalone);
    let lines: Vec<(PaymentKind, u32, Money)> =
        till.report().methods.iter().map(|m| (m.kind, m.count, m.total)).collect();
    assert_eq!(lines, [(PaymentKind::Cash, 2, Money(3_85)), (PaymentKind::CardStandalone, 1, Money(5_90))]);
}

/// SHF-19, SHF-23: expected 230.00 €, counted 228.00 €: the shift keeps both and the difference of −2.00 €, and the
/// signed journal has them.
#[test]
fn the_difference_is_kept_and_journaled() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C02");
    manager.new_article("P130", 130_00, "TVA 20 %");
    till.cash_sale(&["P130"]);
    assert_eq!(till.report().expected_cash, Money(230_00));
    let report = till.close_shift(228_00, "");
    assert_eq!(report.counted_cash, Some(Money(228_00)));
    assert_eq!(report.difference, Some(Money(-2_00)));
    let journal = &shop.snapshot()["fiscal_record"];
    let info = "attendu 23000, compté 22800, écart -200";
    assert_eq!(journal.iter().filter(|row| row.contains(info)).count(), 1);
}

/// SHF-23: expected cash = float + cash receipts − cash refunds ± movements. Cards do not count.
#[test]
fn expected_cash_counts_cash_only() {
    let (shop, till) = cashier_with_shift();
    shop.till(Role::Manager, "C02").new_article("P50", 50_00, "TVA 20 %");
    till.cash_sale(&["P50"]);
    till.scan("2108");
    pay_all(&till, PaymentKind::CardStandalone);
    let out = api::types::CashMove { amount: Money(-20_00), reason: "fournisseur".to_owned(), print: false };
    let _: api::types::ShiftView = till.ask("cash_move", out);
    assert_eq!(till.report().expected_cash, Money(130_00));
    // No command refunds yet; the rule itself is the domain's.
    let flow = DrawerFlow {
        opening_float: Money(100_00),
        receipts: Money(50_00),
        refunds: Money(20_00),
        ..DrawerFlow::default()
    };
    assert_eq!(flow.expected(), Money(130_00));
}

/// SHF-20: the closing note is on the report, on its paper and in the list.
#[test]
fn the_closing_note_is_kept() {
    let (shop, till) = cashier_with_shift();
    let report = till.close_shift(98_00, "manque 2 €");
    let id = Some(report.shift.id);
    assert_eq!(report.shift.note, "manque 2 €");
    assert!(paper(&till, id).contains("manque 2 €"));
    let list = ShiftList { workstation_id: None, open_only: false, offset: 0, limit: 10 };
    let page: ShiftPage = shop.till(Role::Manager, "C01").ask("shift_list", list);
    assert_eq!(page.rows[0].note, "manque 2 €");
}

/// SHF-21: a closed shift takes no sale: the next one needs an opening, and the closed totals stay.
#[test]
fn a_closed_shift_is_frozen() {
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    let closed = till.close_shift(101_30, "");
    till.scan("1001");
    let payment = Some(till.payment(PaymentKind::Cash, None));
    let validate = SaleValidate { payment, leave_unpaid: false, print: false, seen: None };
    refuses(&shop, FaultCode::ShiftRequired, || till.refused("sale_validate", validate));
    till.open_shift(0);
    till.cash_sale(&[]);
    let report: ShiftReport = till.ask("shift_report", ShiftRef { shift_id: Some(closed.shift.id) });
    assert_eq!(report, closed);
}

/// A sale in progress keeps its shift open until it is paid or abandoned.
#[test]
fn a_sale_in_progress_keeps_the_shift_open() {
    let (shop, till) = cashier_with_shift();
    till.scan("1001");
    let fault = refuses(&shop, FaultCode::CartInProgress, || {
        till.refused("shift_close", close_request(None, 100_00))
    });
    assert_eq!(fault.params["workstation"], till.workstation().name.as_str());
    let _: api::types::SaleView = till.ask("sale_abandon", Empty {});
    assert_eq!(till.close_shift(100_00, "").abandoned, 1);
}

/// SHF-22: the list shows open and closed shifts, newest first; a closed one opens its report and nothing else.
#[test]
fn the_list_gives_access_to_reports() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    for sales in 1..=3 {
        manager.open_shift(0);
        (0..sales).for_each(|_| drop(manager.cash_sale(&["1001"])));
        shop.clock.advance_s(3600);
        manager.close_shift(sales * 1_30, "");
    }
    manager.open_shift(0);
    let list = |open_only| ShiftList { workstation_id: None, open_only, offset: 0, limit: 10 };
    let page: ShiftPage = manager.ask("shift_list", list(false));
    let seen: Vec<(u32, u32, bool)> =
        page.rows.iter().map(|s| (s.number, s.tickets, s.closed_ms.is_some())).collect();
    assert_eq!(seen, [(4, 0, false), (3, 3, true), (2, 2, true), (1, 1, true)]);
    let row = &page.rows[1];
    assert_eq!(row.opened_by, manager.session.user.name);
    assert_eq!(row.closed_ms.unwrap() - row.opened_ms, 3_600_000);
    let report: ShiftReport = manager.ask("shift_report", ShiftRef { shift_id: Some(row.id) });
    assert_eq!((report.shift.tickets, report.total), (3, Money(3_90)));
    refuses(&shop, FaultCode::ShiftClosed, || manager.refused("shift_close", close_request(Some(row.id), 0)));
    let open: ShiftPage = manager.ask("shift_list", list(true));
    assert_eq!(open.rows.len(), 1);
}
