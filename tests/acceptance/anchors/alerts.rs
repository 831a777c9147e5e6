//! What the sign-in screen says of the books follows their state: what a manager decides lifts an alert at once, and what is
//! found while the program runs raises one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use api::types::{
    BooksHealth, Empty, GapDeclare, IntegrityPhase, IntegrityProgress, KeyReplace, SaleDone, SaleNeed,
    SaleReadiness, SaleValidate, WorkstationRef,
};
use api::{Event, FaultCode, Topic};
use app::Clock as _;
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{START_MS, TestShop, Till, raw};

use super::defects::{FORGERY, broken};
use super::{alerts, anchored, books, restored};
use crate::world::refuses;

fn codes(shop: &TestShop) -> Vec<FaultCode> {
    alerts(shop).into_iter().map(|alert| alert.code).collect()
}

/// What «Vente impossible» says at C01.
fn needs(till: &Till) -> Vec<SaleNeed> {
    till.ask::<SaleReadiness>("sale_readiness", Empty {}).missing
}

/// A manager takes note of the defects of every workstation that has some.
fn take_note(shop: &TestShop) {
    let manager = shop.signed_in(Role::Manager, 7);
    let health: BooksHealth = manager.ask("books_health", Empty {});
    for one in health.workstations.iter().filter(|one| !one.defects.is_empty()) {
        let of = WorkstationRef { workstation_id: one.workstation_id };
        let _: BooksHealth = manager.ask("integrity_acknowledge", of);
    }
}

/// Whether the archive of each closed day says that its records do not verify.
fn anomalies(shop: &TestShop) -> String {
    let query = "SELECT anomaly FROM closing WHERE scope = 'JOUR' ORDER BY period_key";
    raw::sql(&shop.database(), &[query]).remove(0)
}

/// FISC-01: once a manager has taken note of a defect, nobody is alarmed by it any more, neither now nor after a restart;
/// the archive of the day says for ever that its records did not verify, and that of the next day does not.
#[test]
fn taking_note_lifts_the_alert_and_not_the_mark_of_the_archive() {
    let shop = broken();
    assert_eq!(codes(&shop), [FaultCode::FiscalChainBroken]);
    take_note(&shop);
    assert_eq!(codes(&shop), []);
    shop.clock.advance_days(1);
    let tomorrow = shop.killed_and_reopened();
    assert_eq!((codes(&tomorrow), anomalies(&tomorrow).as_str()), (vec![], "[[1]]"));
    let till = tomorrow.till(Role::Cashier, "C01");
    till.cash_sale(&["1001"]);
    tomorrow.clock.advance_days(1);
    assert_eq!(anomalies(&tomorrow.killed_and_reopened()), "[[1], [0]]");
}

/// What is decided is no alert any more: lost records, a lost key, an anchor that cannot be believed.
#[test]
fn what_a_manager_decides_lifts_its_alert() {
    let (shop, till) = anchored();
    let (id, yesterday) = (books(&shop).workstation_id, shop.files().unpack());
    till.cash_sale(&["2108"]);
    shop.app().write_anchors();

    let older = restored(&shop, &yesterday);
    assert_eq!(codes(&older), [FaultCode::RecordsMissing]);
    assert_eq!(needs(&older.signed_in(Role::Cashier, 8)), [SaleNeed::Records]);
    let lost = GapDeclare { workstation_id: id, reason: "Disque perdu".to_owned() };
    let _: BooksHealth = older.signed_in(Role::Manager, 7).ask("gap_declare", lost);
    assert_eq!((codes(&older), needs(&older.signed_in(Role::Cashier, 8))), (vec![], vec![]));

    let folder = shop.files().unpack();
    std::fs::remove_file(folder.path().join(format!("keys/{id}.key"))).unwrap();
    let keyless = TestShop::over(folder, START_MS);
    assert_eq!(codes(&keyless), [FaultCode::SigningKeyMissing]);
    assert_eq!(needs(&keyless.signed_in(Role::Cashier, 8)), [SaleNeed::SigningKey]);
    let lost = KeyReplace { workstation_id: id, reason: "Ordinateur réinstallé".to_owned() };
    let _: BooksHealth = keyless.signed_in(Role::Manager, 7).ask("key_replace", lost);
    assert_eq!((codes(&keyless), needs(&keyless.signed_in(Role::Cashier, 8))), (vec![], vec![]));

    let folder = shop.files().unpack();
    std::fs::write(folder.path().join("anchors/head.json"), "{").unwrap();
    let forged = TestShop::over(folder, shop.clock.now_ms());
    assert_eq!(codes(&forged), [FaultCode::IntegrityUnacknowledged], "no record is at fault");
    take_note(&forged);
    assert_eq!(codes(&forged), []);
}

/// FISC-01: what the verification finds while the till sells stops the sales of that workstation, and every window that
/// waits for somebody to sign in hears of it.
#[test]
fn a_defect_found_while_the_program_runs_raises_an_alert() {
    let (shop, till) = anchored();
    assert_eq!(codes(&shop), []);
    assert_eq!(raw::sql(&shop.database(), &FORGERY), ["ok", "ok"]);
    let heard = Arc::new(AtomicBool::new(false));
    let ear = Arc::clone(&heard);
    shop.app().subscribe(Box::new(move |notice| {
        let told = matches!(&notice.event, Event::Changed { topics, .. } if topics.contains(&Topic::Books));
        ear.fetch_or(told, Ordering::Relaxed);
    }));
    let manager = shop.signed_in(Role::Manager, 7);
    let _: IntegrityProgress = manager.ask("integrity_start", Empty {});
    let deadline = Instant::now() + Duration::from_secs(60);
    while manager.ask::<IntegrityProgress>("integrity_progress", Empty {}).phase == IntegrityPhase::Running {
        assert!(Instant::now() < deadline);
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(heard.load(Ordering::Relaxed), "windows are told");
    assert_eq!(codes(&shop), [FaultCode::FiscalChainBroken]);
    till.scan("1001");
    let payment = Some(till.payment(PaymentKind::Cash, None));
    let sell = SaleValidate { payment, leave_unpaid: false, print: false, seen: None };
    refuses(&shop, FaultCode::IntegrityUnacknowledged, || till.refused("sale_validate", sell.clone()));
    assert_eq!(needs(&till), [SaleNeed::Records]);
    take_note(&shop);
    assert_eq!((codes(&shop), needs(&till)), (vec![], vec![]));
    let _: SaleDone = till.ask("sale_validate", sell);
}
