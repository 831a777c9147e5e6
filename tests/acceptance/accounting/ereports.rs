//! E-reporting: a pure function of the signed tickets (R-21, EINV-03).

use api::FaultCode;
use api::types::{
    AccountSave, AccountingPlan, AccountingPlanSave, CustomerAccount, CustomerFile, CustomerRef,
    EReportFileRef, EReportFormat, EReportFrequency, EReportKind, EReportList, EReportPeriod, EReportView,
    FileContent, InvoiceIssue, InvoiceIssued, SupplyNature,
};
use domain::money::Money;
use testkit::Till;

use super::{DAY, bytes, daily_closings, period, python, worked_day};
use crate::replay::assert_replays;
use crate::world::{new_customer, refuses};

fn view(till: &Till, from: &str, to: &str) -> EReportView {
    till.ask("ereport_view", period(from, to))
}

fn nature(till: &Till, key: &str, nature: SupplyNature) {
    let row = AccountSave {
        key: key.to_owned(),
        account: String::new(),
        label: String::new(),
        nature: Some(nature),
    };
    let _: AccountingPlan = till.ask("accounting_plan_save", AccountingPlanSave { rows: vec![row] });
}

/// A family of articles that were sold.
fn family(till: &Till) -> String {
    format!("department:{}", till.article("1001").department_id.unwrap())
}

/// EINV-03, R-21: given a day, the totals of e-reporting are those of the daily closings, rate by rate.
#[test]
fn the_totals_of_a_day_are_those_of_its_closings() {
    let (_shop, till) = worked_day();
    let closings = daily_closings(&till, DAY);
    let report = view(&till, DAY, DAY);
    assert_eq!(report.total, closings.iter().map(|c| c.row.total).sum());
    assert_eq!((report.currency.as_str(), report.net + report.tax), ("EUR", report.total));
    for line in &report.lines {
        assert_eq!(
            (line.day.as_str(), line.category.as_str()),
            (DAY, "TLB1"),
            "goods, until the shop says otherwise"
        );
        let table = closings.iter().flat_map(|c| &c.taxes).filter(|t| t.rate == line.rate);
        let (base, tax) = table.fold((Money::ZERO, Money::ZERO), |sum, t| (sum.0 + t.base, sum.1 + t.amount));
        assert_eq!((line.net, line.tax), (base, tax), "{line:?}");
        assert!(line.transactions >= 1);
    }
}

/// R-21: a report is kept with the hash of its inputs. The same inputs give no second report; others give one of type RE, and
/// the first stays as it was.
#[test]
fn a_report_is_replaced_only_when_its_inputs_changed() {
    let (shop, till) = worked_day();
    refuses(&shop, FaultCode::AccountingDayOpen, || {
        till.refused("ereport_compute", period(DAY, "2026-11-30"))
    });
    shop.clock.advance_days(20);
    let decade = || period("2026-11-21", "2026-11-30");
    let first: EReportView = till.ask("ereport_compute", decade());
    assert_eq!((first.reports.len(), first.reports[0].kind, first.changed), (1, EReportKind::Initial, false));
    let same: EReportView = till.ask("ereport_compute", decade());
    assert_eq!(same.reports, first.reports, "the same inputs: the same report");
    nature(&till, &family(&till), SupplyNature::Services);
    let changed = view(&till, "2026-11-21", "2026-11-30");
    assert!(changed.changed && changed.lines.iter().any(|l| l.category == "TPS1"), "{changed:?}");
    assert_eq!(changed.total, first.total, "what is sold stays what was sold");
    let second: EReportView = till.ask("ereport_compute", decade());
    let kinds: Vec<_> = second.reports.iter().map(|r| (r.number, r.kind)).collect();
    assert_eq!(kinds, [(2, EReportKind::Replacement), (1, EReportKind::Initial)]);
    assert_eq!(second.reports[1], first.reports[0]);
    let list = EReportList { frequency: EReportFrequency::Decade };
    let periods: Vec<EReportPeriod> = till.ask("ereport_list", list);
    let of = periods.iter().find(|p| p.from_day == "2026-11-21").unwrap();
    assert_eq!((of.to_day.as_str(), of.reports.len(), of.over), ("2026-11-30", 2, true));
    assert_replays(&shop);
}

/// R-21, fiscal.md 4.3: an invoice made from a ticket is coded B7, «already reported»: the ticket stays counted, once.
#[test]
fn an_invoice_of_a_ticket_changes_nothing() {
    let (_shop, till) = worked_day();
    let today = "2026-11-22";
    let customer = new_customer(&till, "SARL Martin").id;
    let account: CustomerAccount = till.ask("customer_account", CustomerRef { customer_id: customer });
    let (address, postcode, city) = ("8 quai Rambaud".to_owned(), "69002".to_owned(), "Lyon".to_owned());
    let _: CustomerFile = till.ask("customer_save", CustomerFile { address, postcode, city, ..account.file });
    let sold = till.cash_sale(&["2108"]);
    let before = view(&till, today, today);
    let issue = InvoiceIssue { document_id: sold.document_id, customer_id: Some(customer), print: false };
    let _: InvoiceIssued = till.ask("invoice_issue", issue);
    assert_eq!(view(&till, today, today).lines, before.lines);
}

const READ_JSON: &str = r"
import json, sys
from decimal import Decimal
report = json.load(sys.stdin.buffer)
lines = report['transactions']
cents = lambda name: int(sum(Decimal(line[name]) for line in lines) * 100)
print(json.dumps({'siren': report['siren'], 'type': report['type'], 'period': report['period'], 'net': cents('taxable_amount'),
  'tax': cents('vat_amount'), 'keys': len({(l['date'], l['currency'], l['category'], l['vat_rate']) for l in lines}), 'lines': len(lines)}))
";

const READ_CSV: &str = r"
import csv, io, json, sys
from decimal import Decimal
rows = list(csv.DictReader(io.StringIO(sys.stdin.buffer.read().decode('utf-8-sig'), newline=''), delimiter=';'))
cents = lambda name: int(sum(Decimal(row[name].replace(',', '.')) for row in rows) * 100)
print(json.dumps({'net': cents('Total HT'), 'tax': cents('TVA'), 'lines': len(rows)}))
";

/// R-21: both files say what the report says, one line for each day, category and rate.
#[test]
fn the_files_of_a_report_say_what_it_says() {
    let (shop, till) = worked_day();
    shop.clock.advance_days(1);
    let report: EReportView = till.ask("ereport_compute", period(DAY, DAY));
    let file = |format| -> FileContent {
        till.ask("ereport_file", EReportFileRef { report_id: report.reports[0].id, format })
    };
    let json = python(READ_JSON, &bytes(&file(EReportFormat::Json)));
    assert_eq!(
        (json["net"].as_i64(), json["tax"].as_i64()),
        (Some(report.net.0), Some(report.tax.0)),
        "{json}"
    );
    assert_eq!((json["type"].as_str(), json["keys"].as_u64()), (Some("IN"), json["lines"].as_u64()));
    let csv = python(READ_CSV, &bytes(&file(EReportFormat::Csv)));
    assert_eq!(
        (csv["net"].as_i64(), csv["tax"].as_i64(), &csv["lines"]),
        (Some(report.net.0), Some(report.tax.0), &json["lines"])
    );
}
