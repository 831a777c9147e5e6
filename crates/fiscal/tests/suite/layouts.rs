//! DATA of every layout, field by field (fiscal.md 1.3).

use domain::money::{Money, Rate};
use fiscal::VatRow;
use fiscal::layout::{Fields, RateTotal, rate_totals};

fn twenty_percent() -> Vec<RateTotal> {
    let (code, name, letter) = (String::new(), String::new(), String::new());
    let (base, tax, gross) = (Money(1_000), Money(200), Money(1_200));
    rate_totals(&[VatRow { code, name, letter, rate: Rate(20_000), base, tax, gross }]).unwrap()
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn ts() -> String {
    text("20261121093005")
}

fn check(fields: &Fields, data: &str) {
    assert_eq!(fields.data("HASH", ""), format!("{data},HASH,N,"));
    assert_eq!(fields.data("HASH", "SIG"), format!("{data},HASH,O,SIG"));
}

#[test]
fn a_ticket_without_taxes_has_an_empty_breakdown() {
    let fields = Fields::Ticket {
        vat: vec![],
        total: Money(0),
        ts_local: ts(),
        number: text("T1-00000001"),
        operation: text("VENTE"),
    };
    check(&fields, ",0,20261121093005,T1-00000001,VENTE");
}

#[test]
fn an_invoice_names_its_customer_and_commas_become_semicolons() {
    let fields = Fields::Facture {
        vat: twenty_percent(),
        total: Money(1_200),
        ts_local: ts(),
        number: text("FA-T1-26-000001"),
        document_type: text("AVOIR"),
        customer_name: text("Durand, père et fils"),
        customer_postcode: text("69001"),
        customer_vat_id: text(""),
    };
    check(&fields, "2000:1200,1200,20261121093005,FA-T1-26-000001,AVOIR,Durand; père et fils,69001,");
}

#[test]
fn a_settlement_names_the_settled_document() {
    let fields = Fields::Reglement {
        amount: Money(-500),
        ts_local: ts(),
        number: text("R1"),
        operation: text("CORRECTION"),
        document: text("T1-00000001"),
    };
    check(&fields, "-500,20261121093005,R1,CORRECTION,T1-00000001");
}

#[test]
fn a_grand_total_signs_the_real_perpetual_total() {
    let fields = Fields::GrandTotal {
        vat: twenty_percent(),
        period_total: Money(1_200),
        perpetual_real: Money(9_900),
        ts_local: ts(),
        subject: text("2026-11"),
    };
    check(&fields, "2000:1200,1200,9900,20261121093005,2026-11");
}

#[test]
fn a_duplicate_names_its_original() {
    let fields = Fields::Duplicata {
        id: text("D1"),
        document_type: text("TICKET"),
        reprint_number: 2,
        operator_id: text("U1"),
        ts_local: ts(),
        original_number: text("T1-00000001"),
    };
    check(&fields, "D1,TICKET,2,U1,20261121093005,T1-00000001");
}

#[test]
fn an_event_has_code_and_label() {
    let fields = Fields::Jet {
        id: text("J1"),
        code: 260,
        label: text("Initialisation"),
        ts_local: ts(),
        operator_id: text(""),
        terminal: text("T1"),
    };
    check(&fields, "J1,260,Initialisation,20261121093005,,T1");
}

#[test]
fn an_archive_has_the_totals_of_its_period() {
    let fields = Fields::Archive {
        vat: twenty_percent(),
        total: Money(1_200),
        ts_local: ts(),
        terminal: text("T1"),
        archive_type: text("J"),
    };
    check(&fields, "2000:1200,1200,20261121093005,T1,J");
}
