//! «Vérité d’une journée»: Z = e-reporting = payments = accounting, and what happens when one of them was touched.

use api::types::{
    AccountingBatch, DayRef, DayTruth, MonthRef, TruthDay, TruthFigure, TruthTicketPage, TruthTickets,
};
use domain::money::Money;
use domain::permission::Role;
use testkit::{Till, raw};

use super::{DAY, daily_closings, period, worked_day};

fn truth(till: &Till, day: &str) -> DayTruth {
    till.ask("truth_day", DayRef { day: day.to_owned() })
}

fn tickets(till: &Till, figure: TruthFigure) -> TruthTicketPage {
    let request = TruthTickets { day: DAY.to_owned(), workstation_id: None, figure, offset: 0, limit: 100 };
    till.ask("truth_tickets", request)
}

/// EINV-03, R-21, R-22: the four books of a day agree to the cent, till by till, before and after the export; each figure is the
/// sum of its tickets.
#[test]
fn the_books_of_a_day_agree() {
    let (_shop, till) = worked_day();
    let closings = daily_closings(&till, DAY);
    for exported in [false, true] {
        if exported {
            let _: AccountingBatch = till.ask("accounting_export", period(DAY, DAY));
        }
        let day = truth(&till, DAY);
        assert_eq!((day.over, day.batch), (true, exported.then_some(1)));
        let pieces: Vec<_> = day.tills.iter().map(|row| row.piece.clone().unwrap()).collect();
        assert_eq!(pieces, ["Z-C01-1", "Z-C02-1"]);
        for row in day.tills.iter().chain([&day.total]) {
            assert!(row.agrees, "{row:?}");
            assert_eq!([row.signed, row.payments, row.accounting], [row.closing; 3]);
        }
        assert_eq!(day.total.closing, closings.iter().map(|c| c.row.total).sum());
        for figure in
            [TruthFigure::Closing, TruthFigure::Signed, TruthFigure::Payments, TruthFigure::Accounting]
        {
            let page = tickets(&till, figure);
            assert_eq!((page.differing, page.rows.len()), (0, page.count as usize));
            assert_eq!(
                page.rows.iter().map(|row| row.amount).sum::<Money>(),
                day.total.closing,
                "{figure:?}"
            );
        }
    }
    let today = truth(&till, "2026-11-22");
    assert!(!today.over && today.total.agrees && today.tills[0].piece.is_none(), "{today:?}");
    assert!(truth(&till, "2026-11-01").tills.is_empty());
}

/// A payment that was changed behind the program's back shows as a difference of the payments, and leads to its ticket.
#[test]
fn a_planted_difference_is_shown_and_leads_to_its_ticket() {
    let (shop, _till) = worked_day();
    let touched = shop.reopened_after(|database| {
        let plant = [
            "DROP TRIGGER payment_no_upd",
            "UPDATE payment SET amount = amount - 100 WHERE id = (SELECT min(p.id) FROM payment p JOIN document d ON d.id = p.document_id
              WHERE d.business_day = '2026-11-21' AND p.kind = 'cheque')",
        ];
        assert_eq!(raw::sql(database, &plant), ["ok"; 2]);
    });
    let till = touched.till(Role::Manager, "C01");
    let day = truth(&till, DAY);
    assert!(!day.total.agrees);
    let row = day.tills.iter().find(|row| !row.agrees).unwrap();
    assert_eq!(row.payments_difference, Money(-1_00));
    assert_eq!(
        (row.signed_difference, row.accounting_difference),
        (Money(0), Money(0)),
        "the other books still agree"
    );
    let page = tickets(&till, TruthFigure::Payments);
    assert_eq!((page.differing, page.rows[0].difference), (1, Money(-1_00)));
    assert!(page.rows[1..].iter().all(|row| row.difference.is_zero()));
    let month: Vec<TruthDay> = till.ask("truth_month", MonthRef { month: "2026-11".to_owned() });
    let wrong: Vec<&str> = month.iter().filter(|d| !d.agrees).map(|d| d.day.as_str()).collect();
    assert_eq!((month.len(), wrong), (30, vec![DAY]));
}

/// A signed total that was changed shows too: the figure of e-reporting comes from the payload, that of the strip from the column.
#[test]
fn a_changed_grand_total_is_shown() {
    let (shop, _till) = worked_day();
    let touched = shop.reopened_after(|database| {
        let plant =
            ["DROP TRIGGER closing_no_upd", "UPDATE closing SET total = total + 500 WHERE scope = 'JOUR'"];
        assert_eq!(raw::sql(database, &plant), ["ok"; 2]);
    });
    let till = touched.till(Role::Manager, "C01");
    let day = truth(&till, DAY);
    assert!(day.tills.iter().all(|row| row.signed_difference == Money(-5_00)), "{day:?}");
}
