//! DATA of every layout, field by field (fiscal.md 1.3).

use domain::money::{Money, Rate};
use fiscal::layout::{Fields, RateTotal, rate_totals};
use fiscal::signing::verify_signature;
use fiscal::{Chain, Draft, Signer as _, VatRow, seal};

use crate::common::till::Till;

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

fn one_of_each() -> [Fields; 7] {
    let (vat, total, ts_local, number) = (twenty_percent(), Money(1_200), ts(), text("N-00000001"));
    let (operation, terminal, document) = (text("VENTE"), text("T1"), text("T1-00000001"));
    let ticket = Fields::Ticket {
        vat: vat.clone(),
        total,
        ts_local: ts(),
        number: number.clone(),
        operation: operation.clone(),
    };
    let facture = Fields::Facture {
        vat: vat.clone(),
        total,
        ts_local: ts(),
        number: number.clone(),
        document_type: text("FACTURE"),
        customer_name: text("Durand"),
        customer_postcode: text("69001"),
        customer_vat_id: text(""),
    };
    let reglement =
        Fields::Reglement { amount: total, ts_local: ts(), number, operation, document: document.clone() };
    let (period_total, perpetual_real) = (total, total);
    let subject = document.clone();
    let grand_total =
        Fields::GrandTotal { vat: vat.clone(), period_total, perpetual_real, ts_local: ts(), subject };
    let duplicata = Fields::Duplicata {
        id: text("D1"),
        document_type: text("TICKET"),
        reprint_number: 1,
        operator_id: text(""),
        ts_local: ts(),
        original_number: document,
    };
    let (id, label, operator_id) = (text("J1"), text("Démarrage"), text(""));
    let jet = Fields::Jet { id, code: 80, label, ts_local: ts(), operator_id, terminal: terminal.clone() };
    let archive = Fields::Archive { vat, total, ts_local, terminal, archive_type: text("J") };
    [ticket, facture, reglement, grand_total, duplicata, jet, archive]
}

/// Each type has its own chain, and all share the global one (fiscal.md D2, 8.1).
#[test]
fn all_seven_types_are_chained_apart_and_together() {
    let mut till = Till::open();
    let draft = Draft::of(&serde_json::from_str(&till.records[1].payload).unwrap()).unwrap();
    let mut records = Vec::new();
    for fields in one_of_each().into_iter().chain(one_of_each()) {
        let draft = Draft { fields, ..draft.clone() };
        let record = seal(&draft, &till.heads, &till.signer).unwrap();
        let data = draft.fields.data(&record.payload_sha256, &record.prev_sig);
        assert_eq!(verify_signature(till.signer.spki(), data.as_bytes(), &record.sig), Ok(()));
        assert_eq!(record.prev_global, till.heads.link_global);
        till.heads.advance(&record);
        records.push(record);
    }
    let chains: Vec<_> = records[..7].iter().map(|r| r.chain).collect();
    assert_eq!(chains, Chain::ALL);
    for (first, second) in records[..7].iter().zip(&records[7..]) {
        assert_eq!(second.prev_sig, first.sig);
        assert_eq!((second.chain_seq, second.global_seq), (first.chain_seq + 1, first.global_seq + 7));
        assert_eq!(first.layout, format!("FR1.{}", first.chain));
    }
}
