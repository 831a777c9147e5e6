//! Closings of days, months and fiscal years (fiscal.md 1.4, 6; ).

mod clock;
mod sums;

use api::FaultCode;
use api::types::{
    CashMove, ClosingDetail, ClosingList, ClosingOverview, ClosingPage, ClosingRef, ClosingRow, ClosingRules,
    ClosingScope, DayClose, DocumentCancel, Empty, Refund, ReturnLine, ReturnValidate, SaleReadiness,
    SaleValidate, ShiftReport,
};
use domain::money::{Money, Quantity};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{Till, raw};

use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{cashier_with_shift, refuses};

/// Every closing, in the order in which they were made.
pub fn closings(till: &Till) -> Vec<ClosingRow> {
    let list = ClosingList { workstation_id: None, scope: None, offset: 0, limit: 100 };
    let page: ClosingPage = till.ask("closing_list", list);
    assert!(!page.more && page.rows.iter().all(|row| row.intact), "{page:?}");
    page.rows.into_iter().rev().collect()
}

/// The periods that are closed at a workstation, in order.
pub fn periods(till: &Till, code: &str) -> Vec<String> {
    let rows = closings(till).into_iter().filter(|row| row.workstation_code == code);
    rows.map(|row| row.period_key).collect()
}

fn detail(till: &Till, row: &ClosingRow) -> ClosingDetail {
    till.ask("closing_open", ClosingRef { closing_id: row.id })
}

fn cash(till: &Till) -> SaleValidate {
    let payment = Some(till.payment(PaymentKind::Cash, None));
    SaleValidate { payment, leave_unpaid: false, print: false, seen: None }
}

/// SHF-25: a shift that was opened the day before stays open over the daily closing; its sales are split by fiscal day, and
/// its own report still sums all of them.
#[test]
fn a_shift_stays_open_over_the_daily_closing() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C02");
    let before = till.cash_sale(&["1001"]).total + till.cash_sale(&["2108"]).total;
    shop.clock.advance_days(1);
    let after = till.cash_sale(&["1001", "1001"]).total;
    let days = closings(&manager);
    assert_eq!(days.len(), 1, "the day before was closed with the first sale of the next");
    let day = &days[0];
    assert_eq!((day.scope, day.period_key.as_str(), day.number), (ClosingScope::Day, "2026-11-21", 1));
    assert_eq!((day.total, day.tickets, day.closed_by.as_deref()), (before, 2, None));
    assert_eq!((day.perpetual_real, day.perpetual_abs), (before, before));
    let report: ShiftReport = till.report();
    assert_eq!((report.shift.tickets, report.shift.total), (3, before + after));
    let closed = till.close_shift(100_00 + (before + after).0, "");
    assert_eq!((closed.total, closed.difference), (before + after, Some(Money::ZERO)));
    let overview: ClosingOverview = manager.ask("closing_overview", Empty {});
    let today = overview.workstations.iter().find(|w| w.code == "C01").unwrap();
    assert_eq!(
        (overview.today.as_str(), today.total, today.tickets, today.closed),
        ("2026-11-22", after, 1, false)
    );
    assert_sound(&shop);
    assert_replays(&shop);
}

/// FISC-05: a day that is closed by hand takes no sale, return, cancellation or movement of cash that is dated in it; nothing changes.
/// The next day sells again. A closing is never undone.
#[test]
fn a_closed_day_refuses_what_is_dated_in_it() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C02");
    let sold = till.cash_sale(&["1001", "2108"]);
    till.scan("1001");
    let all = DayClose { workstation_id: None };
    refuses(&shop, FaultCode::CartInProgress, || manager.refused("day_close", &all));
    let _: api::types::SaleView = till.ask("sale_abandon", Empty {});
    refuses(&shop, FaultCode::PermissionDenied, || till.refused("day_close", &all));
    let closed: ClosingOverview = manager.ask("day_close", &all);
    assert!(closed.workstations.iter().all(|w| w.closed), "{closed:?}");
    let mine: Vec<_> = closings(&manager).into_iter().filter(|row| row.workstation_code == "C01").collect();
    assert_eq!((mine.len(), mine[0].total), (1, sold.total));
    assert!(mine[0].closed_by.is_some());
    till.scan("1001");
    let lead = shop.till(Role::LeadCashier, "C01");
    refuses(&shop, FaultCode::DayClosed, || till.refused("sale_validate", cash(&till)));
    let reason = || "Erreur de caisse".to_owned();
    let cancel = DocumentCancel { document_id: sold.document_id, reason: reason(), print: false };
    refuses(&shop, FaultCode::DayClosed, || lead.refused("document_cancel", cancel));
    let back = ReturnValidate {
        document_id: sold.document_id,
        lines: vec![ReturnLine { n: 1, quantity: Quantity::ONE, restock: true }],
        reason: reason(),
        refund: Refund { method_id: till.method(PaymentKind::Cash), card_last4: None },
        print: false,
    };
    refuses(&shop, FaultCode::DayClosed, || lead.refused("return_validate", back));
    let moved = CashMove { amount: Money(10_00), reason: reason(), print: false };
    let fault = refuses(&shop, FaultCode::DayClosed, || till.refused("cash_move", moved.clone()));
    assert_eq!(fault.params["day"], "2026-11-21");
    refuses(&shop, FaultCode::DayClosed, || {
        let here = DayClose { workstation_id: Some(manager.workstation().id) };
        manager.refused("day_close", here)
    });
    shop.clock.advance_days(1);
    let _: api::types::SaleDone = till.ask("sale_validate", cash(&till));
    assert_eq!(periods(&manager, "C01"), ["2026-11-21"], "it is not closed twice");
    assert_sound(&shop);
    assert_replays(&shop);
}

/// FISC-05, R-08: a shop that was shut over the end of the month and of the year makes good at its next start, in order, and before
/// anything is sold: the day of its last sales, each month, the fiscal year. Two workstations close by themselves.
#[test]
fn what_is_missing_is_made_good_in_order() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C02");
    manager.open_shift(50_00);
    let (one, two) = (till.cash_sale(&["1001"]).total, manager.cash_sale(&["2108"]).total);
    shop.clock.advance_days(75);
    let shop = shop.killed_and_reopened();
    let (till, manager) = (shop.till(Role::Cashier, "C01"), shop.till(Role::Manager, "C02"));
    assert_eq!(
        periods(&manager, "C01"),
        Vec::<String>::new(),
        "what is of a past month waits for a word on the date"
    );
    till.scan("1001");
    refuses(&shop, FaultCode::ClockUnconfirmed, || till.refused("sale_validate", cash(&till)));
    refuses(&shop, FaultCode::PermissionDenied, || till.refused("clock_confirm", Empty {}));
    let ready: SaleReadiness = manager.ask("clock_confirm", Empty {});
    assert_eq!(ready.missing, []);
    let expected = ["2026-11-21", "2026-11", "2026-12", "2026", "2027-01"];
    assert_eq!(periods(&manager, "C01"), expected);
    assert_eq!(periods(&manager, "C02"), expected);
    for (code, total) in [("C01", one), ("C02", two)] {
        let mine: Vec<_> =
            closings(&manager).into_iter().filter(|row| row.workstation_code == code).collect();
        let totals: Vec<_> = mine.iter().map(|row| row.total).collect();
        assert_eq!(totals, [total, total, Money::ZERO, total, Money::ZERO]);
        assert!(mine.iter().all(|row| row.perpetual_real == total));
        let numbers: Vec<_> = mine.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [1, 1, 2, 1, 3], "each scope counts by itself");
        let ranges: Vec<_> = [1, 2, 4].map(|at| detail(&manager, &mine[at])).to_vec();
        assert!(
            ranges.windows(2).all(|pair| pair[0].last_seq + 1 == pair[1].first_seq),
            "months hold every record"
        );
    }
    let _: api::types::SaleDone = till.ask("sale_validate", cash(&till));
    assert_sound(&shop);
    assert_replays(&shop);
}

/// a program that is killed again and again makes each closing once: nothing is lost, nothing is doubled.
#[test]
fn a_crash_neither_loses_nor_doubles_a_closing() {
    let (mut shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    drop(till);
    for _ in 0..12 {
        shop.clock.advance_days(1);
        shop = shop.killed_and_reopened();
        shop = shop.killed_and_reopened();
        let till = shop.till(Role::Cashier, "C01");
        till.cash_sale(&["1001"]);
    }
    let manager = shop.till(Role::Manager, "C02");
    let made = periods(&manager, "C01");
    let expected: Vec<String> = (21..=30)
        .map(|day| format!("2026-11-{day}"))
        .chain(["2026-11", "2026-12-01", "2026-12-02"].map(str::to_owned))
        .collect();
    assert_eq!(made, expected);
    assert_sound(&shop);
    assert_replays(&shop);
}

/// no command takes a closing back, and no statement of the program could: the rows and the records stand.
#[test]
fn a_closing_is_never_undone() {
    let named = |c: &&str| c.contains("closing") || c.contains("day_close");
    let table = api::command_table();
    let writing: Vec<&str> =
        table.iter().filter(|c| c.kind == api::CommandKind::Mutation).map(|c| c.name).collect();
    let of_closings: Vec<&str> = writing.iter().copied().filter(|c| named(c)).collect();
    assert_eq!(of_closings, ["closing_print", "day_close", "closing_rules_save"]);
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    let _: ClosingOverview =
        shop.till(Role::Manager, "C02").ask("day_close", DayClose { workstation_id: None });
    let files = shop.reopened_after(|database| {
        let answers = raw::sql(database, &["DELETE FROM closing", "UPDATE closing SET total = 0"]);
        assert!(answers.iter().all(|a| a.contains("immutable")), "{answers:?}");
    });
    assert_sound(&files);
}

/// The start of the fiscal year is a setting; one with which a year would have ended among closed months is refused.
#[test]
fn the_fiscal_year_begins_where_the_shop_says() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C02");
    till.cash_sale(&["1001"]);
    let rules = |hour, year_start| ClosingRules { hour, year_start };
    refuses(&shop, FaultCode::AmountOutOfRange, || manager.refused("closing_rules_save", rules(7, 1)));
    let _: ClosingRules = manager.ask("closing_rules_save", rules(4, 12));
    shop.clock.advance_days(14);
    let shop = shop.killed_and_reopened();
    let manager = shop.till(Role::Manager, "C02");
    let _: SaleReadiness = manager.ask("clock_confirm", Empty {});
    assert_eq!(periods(&manager, "C01"), ["2026-11-21", "2026-11", "2026-11/2026-11"]);
    shop.clock.advance_days(60);
    let _: SaleReadiness = manager.ask("clock_confirm", Empty {});
    refuses(&shop, FaultCode::YearStartTooLate, || manager.refused("closing_rules_save", rules(4, 1)));
    assert_sound(&shop);
}

/// FISC-07: training has no closings, and goes on over midnight.
#[test]
fn training_has_no_closings() {
    let (shop, till) = cashier_with_shift();
    let mut manager = shop.till(Role::Manager, "C01");
    drop(till);
    manager.session = manager.ask("training_enter", Empty {});
    manager.open_shift(50_00);
    manager.cash_sale(&["1001"]);
    shop.clock.advance_days(40);
    manager.cash_sale(&["1001"]);
    let overview: ClosingOverview = manager.ask("closing_overview", Empty {});
    assert!(overview.training);
    assert_eq!(closings(&manager), []);
    let fault = manager.refused("day_close", DayClose { workstation_id: None });
    assert_eq!(fault.code, FaultCode::TrainingReadOnly);
}
