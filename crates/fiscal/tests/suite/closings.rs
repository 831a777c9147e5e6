//! When a period must be closed, and what its closing says.

use crate::common::samples::{self, bread_and_book};
use crate::common::till::Till;
use domain::money::Money;
use fiscal::verify::{Defect, PeriodFigure};
use fiscal::{
    Chain, FISCAL_VERSION, GrandTotalPayload, Header, JetEvent, Operation, Payload, PeriodDetail, Scope,
    Software, Stamp, Terminal,
};

/// Tickets on two days with nothing between, of a workstation and a version.
fn two_days(code: &str, version: &str) -> Vec<Defect> {
    let mut till = Till::open();
    for n in 1..3 {
        let header = till.header(Chain::Ticket);
        let header = Header {
            number: format!("{code}-{n:08}"),
            terminal: Terminal { code: code.into(), ..header.terminal },
            software: Software { fiscal_version: version.into(), ..header.software },
            ..header
        };
        let ticket = samples::ticket(till.mode, header, Operation::Vente, &bread_and_book());
        till.put(ticket.clone());
        till.grand_total_of(&ticket);
        till.wait(86_400);
    }
    let report = till.verify();
    report.findings.into_iter().map(|f| f.defect).collect()
}

/// FISC-05: since F.4 nothing is sold on a day while an earlier one is open. Older versions knew no closings, and
/// training has none.
#[test]
fn a_day_is_closed_before_the_next_one_begins() {
    let missing = vec![Defect::ClosingMissing { period: "2026-11-21".into() }];
    assert_eq!(two_days("T1", FISCAL_VERSION), missing);
    // The till's own records are of today's version: an older one named in a ticket changes nothing.
    assert_eq!(two_days("T1", "F.3"), missing);
    assert_eq!(two_days("ECOLE-T1", FISCAL_VERSION), []);
}

/// FISC-05: each figure of a closing is that of the records, or it is named.
#[test]
fn every_figure_of_a_closing_is_proven() {
    type Change = fn(&mut PeriodDetail);
    let changes: [(Change, PeriodFigure); 10] = [
        (|d| d.number = 2, PeriodFigure::Number { expected: 1 }),
        (|d| d.tickets += 1, PeriodFigure::Tickets),
        (|d| d.last_at = Stamp::from_unix(0, 0).ok(), PeriodFigure::Tickets),
        (|d| d.sales.amount += Money(1), PeriodFigure::Sales),
        (|d| d.returns.count += 1, PeriodFigure::Returns),
        (|d| d.cancellations.count += 1, PeriodFigure::Cancellations),
        (|d| d.discounts.amount += Money(1), PeriodFigure::Discounts),
        (|d| d.payments[0].name = "Carte".into(), PeriodFigure::Payments),
        (|d| d.duplicates = 0, PeriodFigure::Duplicates),
        (|d| d.drawer_openings = 0, PeriodFigure::DrawerOpenings),
    ];
    for (change, figure) in changes {
        assert_eq!(closed(|total| total.detail.iter_mut().for_each(change)), [Defect::ClosingDetail(figure)]);
    }
    assert_eq!(closed(|_| ()), []);
    assert_eq!(closed(|total| total.detail = None), [Defect::ClosingDetail(PeriodFigure::Missing)]);
    let odd = closed(|total| total.period_key = "2026-11-21 ".into());
    assert!(odd.contains(&Defect::ClosingDetail(PeriodFigure::Period)));
}

/// A day with a ticket, its duplicate and an opening of the drawer, whose closing is changed before it is signed.
fn closed(change: impl Fn(&mut GrandTotalPayload)) -> Vec<Defect> {
    let mut till = Till::open();
    let sold = till.ticket(Operation::Vente, &bread_and_book());
    till.duplicate(&sold.header.number, 1);
    till.event(JetEvent::DrawerOpened, "");
    let (heads, count) = (till.heads.clone(), till.records.len());
    till.close(Scope::Jour, "2026-11-21", sold.vat, sold.totals.total);
    let Ok(Payload::GrandTotal(mut total)) = serde_json::from_str(&till.records[count].payload) else {
        panic!()
    };
    till.records.truncate(count);
    till.heads = heads;
    change(&mut total);
    till.put(*total);
    till.verify().findings.into_iter().map(|f| f.defect).collect()
}
