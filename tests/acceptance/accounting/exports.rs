//! Exports: balanced, reconciled, once, and the same for ever (R-22, ACC-02).

use api::FaultCode;
use api::types::{
    AccountSave, AccountingBatch, AccountingBatches, AccountingPlan, AccountingPlanSave, AccountingPreview,
    AccountingReport, Empty, FileContent,
};
use domain::money::Money;
use domain::permission::Role;
use serde_json::Value;
use testkit::{TestShop, Till, raw};

use super::{DAY, bytes, daily_closings, file_of, period, python, worked_day};
use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::refuses;

/// Reads the file as an accountant's program does: columns, character set, decimal commas, dates, numbers, balance; and sums
/// it by account.
const READ_FEC: &str = r"
import csv, io, json, sys
from decimal import Decimal
text = sys.stdin.buffer.read().decode('iso8859-15')
rows = list(csv.DictReader(io.StringIO(text, newline=''), delimiter='\t', quoting=csv.QUOTE_NONE))
head = text.split('\r\n')[0].split('\t')
wrong, entries, accounts = [], {}, {}
for row in rows:
    if None in row or len(row) != 18: wrong.append(['fields', row])
    for date in ('EcritureDate', 'PieceDate'):
        if len(row[date]) != 8 or not row[date].isdigit(): wrong.append([date, row[date]])
    debit, credit = (Decimal(row[side].replace(',', '.')) for side in ('Debit', 'Credit'))
    if debit < 0 or credit < 0 or (debit > 0) == (credit > 0): wrong.append(['sides', row])
    number = int(row['EcritureNum'])
    entries[number] = entries.get(number, Decimal(0)) + debit - credit
    accounts[row['CompteNum']] = accounts.get(row['CompteNum'], Decimal(0)) + credit - debit
numbers = [int(row['EcritureNum']) for row in rows]
print(json.dumps({
    'head': head, 'wrong': wrong, 'rows': len(rows), 'lines': text.count('\r\n'), 'sorted': numbers == sorted(numbers),
    'first': min(entries), 'last': max(entries), 'entries': len(entries),
    'unbalanced': [n for n, sum in entries.items() if sum != 0],
    'accounts': {number: int(sum * 100) for number, sum in accounts.items()},
    'journals': sorted({row['JournalCode'] for row in rows}), 'pieces': sorted({row['PieceRef'] for row in rows}),
    'empty': all(row[name] == '' for row in rows for name in ('EcritureLet', 'DateLet', 'ValidDate', 'Montantdevise', 'Idevise')),
    'labels': [row['CompteLib'] for row in rows],
}))
";

fn export(till: &Till, from: &str, to: &str) -> AccountingBatch {
    till.ask("accounting_export", period(from, to))
}

fn sum(read: &Value, starts: &str) -> i64 {
    let accounts = read["accounts"].as_object().unwrap();
    accounts
        .iter()
        .filter(|(number, _)| number.starts_with(starts))
        .map(|(_, sum)| sum.as_i64().unwrap())
        .sum()
}

/// ACC-02, R-22: a day exported has debits equal to credits in each entry; an independent reader finds the eighteen columns,
/// continuous numbers and the character set; sales accounts are the turnover before tax of the daily closings, each VAT account
/// is their VAT table.
#[test]
fn an_export_balances_and_reconciles_with_the_closings() {
    let (shop, till) = worked_day();
    let preview: AccountingPreview = till.ask("accounting_preview", period(DAY, DAY));
    assert_eq!((preview.debit, preview.count, preview.days), (preview.credit, 2, 1));
    let batch = export(&till, DAY, DAY);
    assert_eq!((batch.number, batch.entries, batch.total), (1, 2, preview.debit));
    let fec = file_of(&till, &batch, None);
    let siren = batch.file_name.split("FEC").next().unwrap();
    assert!(siren.len() == 9 && siren.bytes().all(|b| b.is_ascii_digit()), "{}", batch.file_name);
    assert_eq!((fec.name.as_str(), &fec.name[9..]), (batch.file_name.as_str(), "FEC20261121.txt"));
    let read = python(READ_FEC, &bytes(&fec));
    assert_eq!(read["wrong"], serde_json::json!([]), "{read}");
    assert_eq!(read["unbalanced"], serde_json::json!([]), "{read}");
    assert_eq!(read["head"], serde_json::json!(accounting_columns()));
    assert_eq!(
        (read["first"].as_i64(), read["last"].as_i64(), read["entries"].as_i64()),
        (Some(1), Some(2), Some(2))
    );
    assert!(read["sorted"] == true && read["empty"] == true, "{read}");
    assert_eq!(read["pieces"], serde_json::json!(["Z-C01-1", "Z-C02-1"]));
    assert!(read["labels"].as_array().unwrap().iter().any(|l| l == "TVA collectée 5,5 %"), "accents survive");
    let closings = daily_closings(&till, DAY);
    assert_eq!(closings.len(), 2);
    let net: Money = closings.iter().map(|c| c.net).sum();
    assert_eq!(sum(&read, "70"), net.0, "sales accounts");
    for (account, rate) in [("44571020", 20_000), ("44571010", 10_000), ("44571055", 5_500)] {
        let table = closings.iter().flat_map(|c| &c.taxes).filter(|t| t.rate.0 == rate);
        assert_eq!(sum(&read, account), table.map(|t| t.amount.0).sum::<i64>(), "{account}");
    }
    let journal = till.ask::<api::types::JournalPage>("journal_list", journal_request());
    let codes: Vec<u16> = journal.rows.iter().take(2).map(|row| row.code).collect();
    assert_eq!(codes, [902, 290], "the exchange with the accountant and the export are journaled");
    assert_sound(&shop);
    assert_replays(&shop);
}

fn journal_request() -> Value {
    serde_json::json!({ "code": null, "from_day": null, "to_day": null, "workstation_id": null, "offset": 0, "limit": 10 })
}

fn accounting_columns() -> [&'static str; 18] {
    [
        "JournalCode",
        "JournalLib",
        "EcritureNum",
        "EcritureDate",
        "CompteNum",
        "CompteLib",
        "CompAuxNum",
        "CompAuxLib",
        "PieceRef",
        "PieceDate",
        "EcritureLib",
        "Debit",
        "Credit",
        "EcritureLet",
        "DateLet",
        "ValidDate",
        "Montantdevise",
        "Idevise",
    ]
}

/// R-22: the drawer's account is what the drawers really hold: money taken out, the difference and the float are all in it.
#[test]
fn the_cash_account_follows_the_drawer() {
    let (_shop, till) = worked_day();
    let batch = export(&till, DAY, DAY);
    let read = python(READ_FEC, &bytes(&file_of(&till, &batch, None)));
    assert_eq!(sum(&read, "530000"), -(90_00 + 50_00), "what was counted at both tills");
    assert!(sum(&read, "411") < 0 && sum(&read, "4197") != 0, "a debt and an advance: {read}");
    assert_ne!(sum(&read, "658") + sum(&read, "758"), 0, "the difference of C01");
}

/// R-22: whatever is changed afterwards (accounts, names, the shop's numbers), the files of an export are byte for byte the
/// same, and the next export goes on with the next numbers and the new accounts.
#[test]
fn an_export_comes_out_the_same_for_ever() {
    let (shop, till) = worked_day();
    let batch = export(&till, DAY, DAY);
    let before: Vec<FileContent> = [None, Some("CA")].map(|journal| file_of(&till, &batch, journal)).into();
    let goods = AccountSave {
        key: "goods".to_owned(),
        account: "707123".to_owned(),
        label: "Ventes du comptoir".to_owned(),
        nature: None,
    };
    let _: AccountingPlan = till.ask("accounting_plan_save", AccountingPlanSave { rows: vec![goods] });
    shop.clock.advance_days(1);
    let shop = shop.reopened_after(|database| {
        let changes = [
            "UPDATE shop SET siret = '73282932000074', legal_name = 'Autre nom'",
            "UPDATE customer SET name = 'Quelqu’un d’autre'",
            "UPDATE department SET name = 'Autre rayon'",
            "UPDATE workstation SET name = 'Autre poste'",
        ];
        assert_eq!(raw::sql(database, &changes), ["ok"; 4]);
    });
    let till = shop.till(Role::Manager, "C02");
    let again: Vec<FileContent> = [None, Some("CA")].map(|journal| file_of(&till, &batch, journal)).into();
    assert!(before == again, "the same bytes under the same names");
    let next = export(&till, "2026-11-22", "2026-11-22");
    assert_eq!((next.number, &next.file_name[..9]), (2, "732829320"));
    let read = python(READ_FEC, &bytes(&file_of(&till, &next, None)));
    assert_eq!((read["first"].as_i64(), read["unbalanced"].as_array().unwrap().len()), (Some(3), 0));
    assert!(sum(&read, "707123") > 0 && sum(&read, "707000") == 0, "{read}");
}

/// R-22: a day is exported once; a day that is not over, an empty period and a period that is none are refused, and nothing
/// changes.
#[test]
fn what_may_not_be_exported_is_refused() {
    let (shop, till) = worked_day();
    let open = |from: &str, to: &str| till.refused("accounting_export", period(from, to));
    let fault = refuses(&shop, FaultCode::AccountingDayOpen, || open(DAY, "2026-11-22"));
    assert_eq!(fault.params["day"], "2026-11-22", "today");
    refuses(&shop, FaultCode::AccountingNothing, || open("2026-11-01", "2026-11-10"));
    refuses(&shop, FaultCode::PeriodInvalid, || open(DAY, "2026-11-20"));
    refuses(&shop, FaultCode::PeriodInvalid, || open("2026-01-01", DAY));
    refuses(&shop, FaultCode::PeriodInvalid, || open("21/11/2026", DAY));
    let state: AccountingBatches = till.ask("accounting_batches", Empty {});
    assert_eq!(state.next, Some(period(DAY, DAY)));
    export(&till, DAY, DAY);
    let fault = refuses(&shop, FaultCode::AccountingDayExported, || open("2026-11-01", DAY));
    assert_eq!(fault.params["day"], DAY);
    let state: AccountingBatches = till.ask("accounting_batches", Empty {});
    assert_eq!((state.batches.len(), state.next), (1, None), "today is not over");
    let preview: AccountingPreview = till.ask("accounting_preview", period(DAY, "2026-11-22"));
    assert_eq!(
        (preview.exported_day.as_deref(), preview.open_day.as_deref()),
        (Some(DAY), Some("2026-11-22"))
    );
}

/// R-22: a frozen line that was changed behind the program's back is found: the file is not given out as if it were the export.
#[test]
fn a_damaged_export_is_found() {
    let (shop, till) = worked_day();
    let batch = export(&till, DAY, DAY);
    let damaged = shop.reopened_after(|database| {
        let change = [
            "DROP TRIGGER accounting_line_no_upd",
            "UPDATE accounting_line SET debit = debit + 100 WHERE entry = 1 AND debit > 0",
        ];
        assert_eq!(raw::sql(database, &change), ["ok"; 2]);
    });
    let till = damaged.till(Role::Manager, "C02");
    let request = api::types::AccountingFileRef { batch_id: batch.id, journal: None };
    refuses(&damaged, FaultCode::AccountingBatchDamaged, || till.refused("accounting_file", request.clone()));
}

/// Accounts are of their class, and an empty one goes back to the default.
#[test]
fn accounts_are_of_their_class() {
    let (shop, till) = worked_day();
    let save = |key: &str, account: &str| AccountingPlanSave {
        rows: vec![AccountSave {
            key: key.into(),
            account: account.into(),
            label: String::new(),
            nature: None,
        }],
    };
    for (key, account) in [
        ("goods", "606000"),
        ("cash", "707000"),
        ("tax:TVA20", "707000"),
        ("cash", "53"),
        ("cash", "5300é0"),
        ("nothing", "530000"),
    ] {
        let refused = || till.refused("accounting_plan_save", save(key, account));
        refuses(&shop, FaultCode::AccountInvalid, refused);
    }
    let account = |plan: AccountingPlan| plan.rows.into_iter().find(|row| row.key == "cash").unwrap();
    let row = account(till.ask("accounting_plan_save", save("cash", "531200")));
    assert_eq!((row.account.as_str(), row.chosen, row.default_account.as_str()), ("531200", true, "530000"));
    let row = account(till.ask("accounting_plan_save", save("cash", "")));
    assert_eq!((row.account.as_str(), row.chosen), ("530000", false));
}

/// ACC-03: each report has its own figure: turnover, VAT bases, receipts by method, what customers owe and may spend.
#[test]
fn each_report_has_its_own_figure() {
    let (_shop, till) = worked_day();
    let closings = daily_closings(&till, DAY);
    let r: AccountingReport = till.ask("accounting_report", period(DAY, DAY));
    assert_eq!(r.net, closings.iter().map(|c| c.net).sum());
    assert_eq!(r.total, closings.iter().map(|c| c.row.total).sum());
    assert_eq!(r.taxes.iter().map(|t| t.tax).sum::<Money>(), r.tax);
    assert_eq!(
        r.taxes.iter().map(|t| t.base).sum::<Money>(),
        r.net,
        "each base once: one tax a line in France"
    );
    assert!(r.returned > Money::ZERO && r.sold - r.returned == r.net);
    assert_eq!(r.owed, Money(12_34));
    assert_eq!((r.credit, r.with_credit), (Money(20_00 - 9_99), 1));
    let movements: i64 = 20_00; // the advance comes in, and is no turnover
    assert_eq!(
        r.received.0,
        r.total.0 - 12_34 - 9_99 + movements,
        "what was owed or paid by credit moved no money"
    );
    let file: FileContent = till.ask("accounting_report_file", period(DAY, DAY));
    let text = String::from_utf8(bytes(&file)).unwrap();
    assert!(text.starts_with('\u{feff}') && text.contains("Net HT") && text.contains("12,34"), "{text}");
}

/// R-22: a day in Québec balances too, with two taxes on one base and cash in five cents.
#[test]
fn a_day_in_quebec_is_exported() {
    let shop = TestShop::quebec();
    let till = shop.till(Role::Manager, "C01");
    till.open_shift(100_00);
    till.new_article("DEUX", 10_03, "TPS + TVQ");
    till.new_article("UNE", 4_99, "TPS");
    till.cash_sale(&["DEUX", "UNE"]);
    till.cash_sale(&["DEUX"]);
    shop.clock.advance_days(1);
    let today = "2026-11-21";
    let batch = export(&till, today, today);
    let read = python(READ_FEC, &bytes(&file_of(&till, &batch, None)));
    assert_eq!(
        (read["wrong"].as_array().unwrap().len(), read["unbalanced"].as_array().unwrap().len()),
        (0, 0),
        "{read}"
    );
    assert_eq!(sum(&read, "4000"), 10_03 + 4_99 + 10_03, "{read}");
    assert!(sum(&read, "2310") > 0 && sum(&read, "2320") > sum(&read, "2310"), "{read}");
    refuses(&shop, FaultCode::EReportFranceOnly, || till.refused("ereport_view", period(today, today)));
}
