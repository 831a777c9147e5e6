//! The books: entries, exports, e-reporting, the agreement of all of them (fiscal.md 4.3, 5; ACC, EINV-03).

mod balance;
mod ereports;
mod exports;
mod truth;

use std::io::Write as _;
use std::process::{Command, Stdio};

use api::types::{
    AccountingBatch, AccountingFileRef, AccountingPeriod, CashMove, ClosingDetail, ClosingList, ClosingPage,
    ClosingRef, ClosingRow, ClosingScope, CreditAdd, CustomerAccount, FileContent, Refund, ReturnLine,
    ReturnValidate, SaleDone, SaleSetCustomer, SaleValidate, SaleView, ShiftView,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::ids::CustomerId;
use domain::money::{Money, Quantity};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till};

use crate::world::new_customer;

/// The day on which test shops start.
pub const DAY: &str = "2026-11-21";

pub fn period(from: &str, to: &str) -> AccountingPeriod {
    AccountingPeriod { from_day: from.to_owned(), to_day: to.to_owned() }
}

fn sell(till: &Till, codes: &[&str], kind: PaymentKind) -> SaleDone {
    codes.iter().for_each(|code| drop(till.scan(code)));
    let payment = Some(till.payment(kind, None));
    till.ask("sale_validate", SaleValidate { payment, leave_unpaid: false, print: false, seen: None })
}

fn choose(till: &Till, customer: CustomerId) {
    let _: SaleView = till.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(customer) });
}

/// Works a day at two tills: every rate, cash and card, an advance and what it pays, a debt, a return, cash out, a drawer that is
/// wrong. Then the next day begins, and with its first sales the day is closed. The manager at C02 is given back.
pub fn worked_day() -> (TestShop, Till) {
    let shop = TestShop::france();
    let (cashier, manager) = (shop.till(Role::LeadCashier, "C01"), shop.till(Role::Manager, "C02"));
    cashier.open_shift(100_00);
    manager.open_shift(50_00);
    for (code, cents, tax) in
        [("VINGT", 12_34, "TVA 20 %"), ("DIX", 9_99, "TVA 10 %"), ("CINQ", 3_33, "TVA 5,5 %")]
    {
        manager.new_article(code, cents, tax);
    }
    shop.clock.advance_s(600);
    sell(&cashier, &["VINGT", "DIX", "CINQ"], PaymentKind::Cash);
    let returned = sell(&cashier, &["1001", "2108"], PaymentKind::CardStandalone);
    sell(&manager, &["2101", "DIX"], PaymentKind::Cheque);
    take_back(&cashier, &returned);
    accounts(&cashier);
    let out = CashMove { amount: Money(-20_00), reason: "Dépôt en banque".to_owned(), print: false };
    let _: ShiftView = cashier.ask("cash_move", out);
    cashier.close_shift(90_00, "");
    manager.close_shift(50_00, "");
    shop.clock.advance_days(1);
    for till in [&cashier, &manager] {
        till.open_shift(50_00);
        till.cash_sale(&["1001"]);
    }
    (shop, manager)
}

/// The first line of a ticket comes back.
fn take_back(till: &Till, sold: &SaleDone) {
    let back = ReturnValidate {
        document_id: sold.document_id,
        lines: vec![ReturnLine { n: 1, quantity: Quantity::ONE, restock: true }],
        reason: "abîmé".to_owned(),
        refund: Refund { method_id: till.method(PaymentKind::Cash), card_last4: None },
        print: false,
    };
    let _: SaleDone = till.ask("return_validate", back);
}

/// An advance of 20.00 € that pays a sale, and a sale that stays owed.
fn accounts(till: &Till) {
    let customer = new_customer(till, "Claire Dupré").id;
    let advance = CreditAdd {
        customer_id: customer,
        amount: Money(20_00),
        method_id: Some(till.method(PaymentKind::Cash)),
        reason: "avance".to_owned(),
    };
    let _: CustomerAccount = till.ask("credit_add", advance);
    choose(till, customer);
    sell(till, &["DIX"], PaymentKind::Credit);
    choose(till, customer);
    till.scan("VINGT");
    let unpaid = SaleValidate { payment: None, leave_unpaid: true, print: false, seen: None };
    let _: SaleDone = till.ask("sale_validate", unpaid);
}

/// The daily closings of a day, with what they say.
pub fn daily_closings(till: &Till, day: &str) -> Vec<ClosingDetail> {
    let list = ClosingList { workstation_id: None, scope: None, offset: 0, limit: 100 };
    let page: ClosingPage = till.ask("closing_list", list);
    let of_day = page
        .rows
        .into_iter()
        .filter(|row: &ClosingRow| row.scope == ClosingScope::Day && row.period_key == day);
    of_day.map(|row| till.ask("closing_open", ClosingRef { closing_id: row.id })).collect()
}

/// The bytes of a file that the program answers with.
pub fn bytes(file: &FileContent) -> Vec<u8> {
    STANDARD.decode(&file.base64).unwrap()
}

/// A file of an export.
pub fn file_of(till: &Till, batch: &AccountingBatch, journal: Option<&str>) -> FileContent {
    let request = AccountingFileRef { batch_id: batch.id, journal: journal.map(str::to_owned) };
    till.ask("accounting_file", request)
}

/// Runs a Python script on bytes: another reader than the program.
pub fn python(script: &str, input: &[u8]) -> serde_json::Value {
    let mut reader = Command::new("python3")
        .args(["-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| panic!("python3: {e}"));
    reader.stdin.take().unwrap().write_all(input).unwrap();
    let output = reader.wait_with_output().unwrap();
    assert!(output.status.success(), "the script failed");
    serde_json::from_slice(&output.stdout).unwrap()
}
