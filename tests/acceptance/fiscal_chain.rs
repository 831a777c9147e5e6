//! FISC-01: signed records, and that their alteration is found.

use api::types::{AppStatus, Empty, SaleValidate};
use api::{Fault, FaultCode};
use domain::payment::PaymentKind;
use fiscal::verify::Verdict;
use store::Db;
use testkit::{TestShop, Till, raw};

use crate::scenario;
use crate::world::{cashier_with_shift, refuses};

/// The verdict on each workstation's chain, by its code, with the position of the first finding.
fn verdicts(shop: &TestShop) -> Vec<(Verdict, Option<i64>)> {
    let verify = |db: Db<'_>| app::verify_chains(db).map_err(|e| store::Error::Fiscal(e.to_string()));
    let reports = shop.app().store().read(verify).unwrap();
    assert!(!reports.is_empty());
    reports.iter().map(|(_, r)| (r.verdict(), r.findings.first().map(|f| f.position.global_seq))).collect()
}

/// All chains verify from their first record to their counters.
pub fn assert_sound(shop: &TestShop) {
    for verdict in verdicts(shop) {
        assert_eq!(verdict, (Verdict::Sound, None));
    }
}

/// A day's records verify: signatures, links, totals, counters.
#[test]
fn a_days_chains_are_sound() {
    let shop = scenario::finished_day();
    assert_eq!(verdicts(&shop).len(), 3, "three workstations");
    assert_sound(&shop);
    let status: AppStatus = shop.killed_and_reopened().client(1).call("app_status", Empty {}).unwrap();
    assert_eq!(status.alerts, []);
}

/// FISC-01: a row changed in the file is found, with its position, when all is verified and already when the
/// program starts.
#[test]
fn an_altered_row_is_found_with_its_position() {
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    till.cash_sale(&["2108"]);
    let target = "(SELECT min(global_seq) FROM fiscal_record WHERE chain = 'TICKET')";
    let column = |change: &str| {
        format!("UPDATE fiscal_record SET {change} WHERE chain = 'TICKET' AND global_seq = {target}")
    };
    let one_byte = "payload = replace(payload, '\"total\":130', '\"total\":131')";
    let alterations = [
        column(one_byte),
        column("sig = substr(sig, 1, 9) || iif(substr(sig, 10, 1) = 'A', 'B', 'A') || substr(sig, 11)"),
        column("ttc_cents = ttc_cents - 1"),
        column("doc_no = 'C01-00000009'"),
        column("ts_local = '20261121093001'"),
    ];
    for alteration in alterations {
        let forged = shop.reopened_after(|database| {
            let rows = "SELECT global_seq, payload, sig FROM fiscal_record WHERE chain = 'TICKET'";
            let answers = raw::sql(database, &["DROP TRIGGER fiscal_record_no_upd", rows, &alteration, rows]);
            assert_eq!((answers[0].as_str(), answers[2].as_str()), ("ok", "ok"), "{alteration}");
        });
        let (verdict, position) = verdicts(&forged)[0];
        assert_eq!(verdict, Verdict::Broken, "{alteration}");
        let first_ticket = first_ticket(&shop);
        assert_eq!(position, Some(first_ticket), "{alteration}");
        let status: AppStatus = forged.client(1).call("app_status", Empty {}).unwrap();
        assert_eq!(status.alerts.len(), 1, "{alteration}");
        assert_eq!(status.alerts[0].code, FaultCode::FiscalChainBroken);
        assert_eq!(status.alerts[0].params["position"], first_ticket);
    }
}

fn first_ticket(shop: &TestShop) -> i64 {
    let query = "SELECT min(global_seq) FROM fiscal_record WHERE chain = 'TICKET'";
    let answer: Vec<[i64; 1]> = serde_json::from_str(&raw::sql(&shop.database(), &[query])[0]).unwrap();
    answer[0][0]
}

/// FISC-01: records taken away from the end are missed, because the counters say how many there were.
#[test]
fn a_truncated_chain_is_found() {
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    let forged = shop.reopened_after(|database| {
        let cut = "DELETE FROM fiscal_record WHERE (terminal_id, global_seq) IN
          (SELECT terminal_id, max(global_seq) FROM fiscal_record GROUP BY terminal_id)";
        let answers = raw::sql(database, &["DROP TRIGGER fiscal_record_no_del", cut]);
        assert_eq!(answers, ["ok", "ok"]);
    });
    assert_eq!(verdicts(&forged)[0].0, Verdict::Broken);
}

fn sell(till: &Till) -> SaleValidate {
    SaleValidate {
        payment: Some(till.payment(PaymentKind::Cash, None)),
        leave_unpaid: false,
        print: false,
        seen: None,
    }
}

/// A clock more than two minutes behind the last record refuses the sale, and nothing changes; within two minutes
/// it sells.
#[test]
fn a_clock_behind_the_last_record_refuses() {
    let (shop, till) = cashier_with_shift();
    shop.clock.advance_s(1000);
    till.cash_sale(&["1001"]);
    till.scan("1001");
    shop.clock.advance_s(-121);
    let fault: Fault = refuses(&shop, FaultCode::ClockBehind, || till.refused("sale_validate", sell(&till)));
    assert_eq!(fault.params["seconds"], 121);
    shop.clock.advance_s(1);
    let _: api::types::SaleDone = till.ask("sale_validate", sell(&till));
    assert_sound(&shop);
}

/// FISC-02: an abandoned, reprinted and closed day leaves every original readable.
#[test]
fn every_original_stays_readable() {
    let (shop, till) = cashier_with_shift();
    let done = till.cash_sale(&["1001"]);
    let ticket = till.preview(done.document_id);
    till.scan("1001");
    let _: api::types::SaleView = till.ask("sale_abandon", Empty {});
    till.close_shift(101_30, "");
    till.open_shift(0);
    assert_eq!(till.preview(done.document_id), ticket);
    assert_eq!(shop.snapshot()["document"].len(), 1);
}
