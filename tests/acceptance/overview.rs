//! What a manager watches: forgotten shifts, printers, differences, closed shifts with their signature.

use api::FaultCode;
use api::types::{
    ClosedShiftList, ClosedShiftPage, DifferenceList, DifferencePage, DocumentPage, Empty, Overview,
    PrintJobView, PrinterState, ShiftClose, ShiftDocuments, ShiftRef, ShiftReport, ShiftView,
    WorkstationOverview,
};
use domain::ids::ShiftId;
use domain::money::Money;
use domain::permission::Role;
use testkit::{TestShop, Till, raw};

use crate::world::{cashier_with_shift, refuses, wait_until_printed, with_printer};

fn overview(manager: &Till) -> Overview {
    manager.ask("workstation_overview", Empty {})
}

fn of<'a>(overview: &'a Overview, code: &str) -> &'a WorkstationOverview {
    overview.workstations.iter().find(|w| w.code == code).unwrap()
}

fn differences(manager: &Till, from_day: Option<&str>, to_day: Option<&str>) -> DifferencePage {
    let (from_day, to_day) = (from_day.map(str::to_owned), to_day.map(str::to_owned));
    manager.ask(
        "difference_list",
        DifferenceList { from_day, to_day, workstation_id: None, offset: 0, limit: 50 },
    )
}

fn count(shift_id: ShiftId, counted: i64) -> ShiftClose {
    ShiftClose {
        shift_id: Some(shift_id),
        counted_cash: Money(counted),
        count: Vec::new(),
        float_left: None,
        note: String::new(),
        print: false,
    }
}

/// SHF-12: a shift opened yesterday and not closed stands out in what managers watch, by its workstation; one of today
/// does not.
#[test]
fn a_forgotten_shift_stands_out() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.signed_in(Role::Manager, 7);
    assert!(!of(&overview(&manager), "C01").forgotten, "opened today");
    shop.clock.advance_days(1);
    shop.till(Role::LeadCashier, "C02").open_shift(50_00);
    let seen = overview(&manager);
    let forgotten: Vec<&str> =
        seen.workstations.iter().filter(|w| w.forgotten).map(|w| w.name.as_str()).collect();
    assert_eq!(forgotten, [till.workstation().name.as_str()]);
}

/// SHF-17, SHF-12: a manager without a workstation of their own counts and closes the forgotten shift; a role that may
/// look but not close is refused.
#[test]
fn a_forgotten_shift_is_closed_from_afar() {
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    shop.clock.advance_days(1);
    let manager = shop.signed_in(Role::Manager, 7);
    assert_eq!(manager.session.workstation, None);
    let shift = of(&overview(&manager), "C01").shift.clone().unwrap();
    let technician = shop.signed_in(Role::Technician, 8);
    let _: Overview = technician.ask("workstation_overview", Empty {});
    refuses(&shop, FaultCode::PermissionDenied, || {
        technician.refused("shift_close", count(shift.id, 101_30))
    });
    let closed: ShiftReport = manager.ask("shift_close", count(shift.id, 101_30));
    assert_eq!(closed.shift.closed_by.as_deref(), Some(manager.session.user.name.as_str()));
    assert_eq!((closed.difference, closed.shift.workstation_name), (Some(Money(0)), till.workstation().name));
    let after = overview(&manager);
    assert_eq!((of(&after, "C01").shift.clone(), of(&after, "C01").forgotten), (None, false));
}

/// The manager sees what every workstation took so far, and all of them together.
#[test]
fn the_overview_adds_up() {
    let (shop, till) = cashier_with_shift();
    let other = shop.till(Role::LeadCashier, "C02");
    other.open_shift(50_00);
    till.cash_sale(&["1001"]);
    shop.clock.advance_s(60);
    let last = other.cash_sale(&["1001", "1001"]);
    let seen = overview(&shop.signed_in(Role::Manager, 7));
    let (first, second) = (of(&seen, "C01"), of(&seen, "C02"));
    assert_eq!(first.shift.as_ref().map(|s| (s.tickets, s.total)), Some((1, Money(1_30))));
    assert_eq!((first.expected_cash, second.expected_cash), (Some(Money(101_30)), Some(Money(52_60))));
    assert_eq!(
        second.last_sale.as_ref().map(|l| (l.number.clone(), l.total)),
        Some((last.number, Money(2_60)))
    );
    assert_eq!((seen.open.shifts, seen.open.tickets, seen.open.total), (2, 2, Money(3_90)));
    assert_eq!(seen.open.expected_cash, Money(153_90));
    let cash = &seen.open.methods[0];
    assert_eq!((seen.open.methods.len(), cash.count, cash.total), (1, 2, Money(3_90)));
}

/// A printer is ready once a paper came out, and tells when it cannot print. Nothing is said of a workstation without.
#[test]
fn the_overview_says_how_printers_are() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.signed_in(Role::Manager, 7);
    assert_eq!(of(&overview(&manager), "C01").printer, None);
    let printer = with_printer(&shop, "C01");
    assert_eq!(of(&overview(&manager), "C01").printer.as_ref().unwrap().state, PrinterState::Untried);
    let _: PrintJobView = till.ask("shift_report_print", ShiftRef { shift_id: None });
    wait_until_printed(&till);
    let health = of(&overview(&manager), "C01").printer.clone().unwrap();
    assert_eq!((health.state, health.waiting, health.problem), (PrinterState::Ready, 0, None));
    assert!(health.last_printed_ms.is_some());
    drop(printer);
}

/// A report that a manager asks for from a tablet comes out at the till that it is about.
#[test]
fn a_manager_without_workstation_prints_where_the_shift_is() {
    let (shop, till) = cashier_with_shift();
    let printer = with_printer(&shop, "C01");
    let shift: ShiftView = till.ask::<Option<ShiftView>>("shift_current", Empty {}).unwrap();
    let manager = shop.signed_in(Role::Manager, 7);
    let job: PrintJobView = manager.ask("shift_report_print", ShiftRef { shift_id: Some(shift.id) });
    assert_eq!(job.workstation_id, till.workstation().id);
    wait_until_printed(&till);
    assert_eq!(printer.jobs().len(), 1);
}

/// SHF-23: differences are listed with the largest first, right counts left out, and added up by person and workstation.
#[test]
fn differences_come_largest_first() {
    let shop = TestShop::france();
    let (cashier, lead) = (shop.till(Role::Cashier, "C01"), shop.till(Role::LeadCashier, "C02"));
    for (till, counted) in [(&cashier, 98_00), (&lead, 112_00), (&cashier, 100_00), (&cashier, 95_00)] {
        till.open_shift(100_00);
        shop.clock.advance_s(3600);
        till.close_shift(counted, "");
    }
    let page = differences(&shop.signed_in(Role::Manager, 7), None, None);
    let seen: Vec<Option<Money>> = page.rows.iter().map(|s| s.difference).collect();
    assert_eq!(seen, [Some(Money(12_00)), Some(Money(-5_00)), Some(Money(-2_00))]);
    assert_eq!((page.closed, page.more), (4, false));
    assert_eq!((page.sum.count, page.sum.missing, page.sum.extra), (3, Money(-7_00), Money(12_00)));
    assert_eq!(page.sum.sum, Money(5_00));
    let people: Vec<(&str, u32, Money)> =
        page.by_user.iter().map(|s| (s.name.as_str(), s.count, s.sum)).collect();
    let (cashier, lead) = (&cashier.session.user.name, &lead.session.user.name);
    assert_eq!(people, [(cashier.as_str(), 2, Money(-7_00)), (lead.as_str(), 1, Money(12_00))]);
    assert_eq!(page.by_workstation.len(), 2);
}

/// Days are those of the shop: a shift closed at half past midnight in Paris belongs to the new day.
#[test]
fn differences_are_found_by_the_day_of_the_shop() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.signed_in(Role::Manager, 7);
    let day = |ms: i64| app::LocalMoment::of(ms, domain::country::Country::France).day();
    let closed = till.close_shift(99_00, "").shift.closed_ms.unwrap();
    let (today, next) = (day(closed), day(closed + 86_400_000));
    assert_eq!(differences(&manager, Some(&today), Some(&today)).rows.len(), 1);
    assert_eq!(differences(&manager, Some(&next), None).rows.len(), 0);
    assert_eq!(differences(&manager, None, Some(&today)).closed, 1);
    let from_day = Some("21/11/2026".to_owned());
    let wrong = DifferenceList { from_day, to_day: None, workstation_id: None, offset: 0, limit: 1 };
    refuses(&shop, FaultCode::BadRequest, || manager.refused("difference_list", wrong));
}

/// SHF-22: each of three closed shifts can be reopened for viewing its report and its tickets, not for editing, and the
/// signature of its count verifies.
#[test]
fn closed_shifts_are_for_viewing() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    for sales in 1..=3 {
        till.open_shift(0);
        (0..sales).for_each(|_| drop(till.cash_sale(&["1001"])));
        shop.clock.advance_s(3600);
        till.close_shift(sales * 1_30, "");
    }
    let manager = shop.signed_in(Role::Manager, 7);
    let list = ClosedShiftList { workstation_id: None, offset: 0, limit: 50 };
    let page: ClosedShiftPage = manager.ask("closed_shift_list", list);
    let seen: Vec<(u32, u32, bool)> =
        page.rows.iter().map(|z| (z.shift.number, z.shift.tickets, z.intact)).collect();
    assert_eq!(seen, [(3, 3, true), (2, 2, true), (1, 1, true)]);
    for closed in &page.rows {
        let id = closed.shift.id;
        let report: ShiftReport = manager.ask("shift_report", ShiftRef { shift_id: Some(id) });
        assert_eq!(report.shift, closed.shift);
        let wanted = ShiftDocuments { shift_id: id, offset: 1, limit: 1 };
        let documents: DocumentPage = manager.ask("shift_documents", wanted);
        assert_eq!(documents.rows.len(), usize::from(closed.shift.tickets > 1));
        assert_eq!(documents.more, closed.shift.tickets > 2);
        let all: DocumentPage =
            manager.ask("shift_documents", ShiftDocuments { shift_id: id, offset: 0, limit: 9 });
        assert!(
            all.rows.iter().all(|d| !manager.preview(d.id).lines.is_empty()),
            "each ticket can be looked at"
        );
        refuses(&shop, FaultCode::ShiftClosed, || manager.refused("shift_close", count(id, 0)));
    }
}

/// A count that somebody changed in the file, behind the program, is no longer called intact.
#[test]
fn a_forged_count_is_not_intact() {
    let (shop, till) = cashier_with_shift();
    let closed = till.close_shift(90_00, "");
    assert_eq!(closed.difference, Some(Money(-10_00)));
    let forged = shop.reopened_after(|database| {
        let answers =
            raw::sql(database, &["DROP TRIGGER shift_frozen", "UPDATE shift SET counted = expected"]);
        assert_eq!(answers, ["ok", "ok"]);
    });
    let manager = forged.signed_in(Role::Manager, 7);
    let list = ClosedShiftList { workstation_id: None, offset: 0, limit: 50 };
    let page: ClosedShiftPage = manager.ask("closed_shift_list", list);
    let seen: Vec<(Option<Money>, bool)> = page.rows.iter().map(|z| (z.shift.difference, z.intact)).collect();
    assert_eq!(seen, [(Some(Money(0)), false)]);
}
