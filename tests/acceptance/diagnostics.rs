//! S-05: what the till knows of its own speed and health.

use std::time::Duration;

use api::FaultCode;
use api::IdempotencyKey;
use api::types::{
    CatalogueSearch, Diagnostics, DiagnosticsOf, Empty, PrintJobView, SaleDone, SaleValidate, Speed,
    TimingKind, TimingReport, WorkstationRef,
};
use domain::payment::PaymentKind;
use domain::permission::Role;
use serde_json::Value;
use testkit::{TestShop, Till};
use uuid::Uuid;

use crate::world::{cashier_with_shift, refuses, wait_until_printed, with_printer};

const OWN: DiagnosticsOf = DiagnosticsOf { workstation_id: None };

fn diagnostics(till: &Till) -> Diagnostics {
    till.ask("diagnostics", OWN)
}

fn speed(speeds: &[Speed], kind: TimingKind) -> Speed {
    speeds.iter().find(|speed| speed.kind == kind).unwrap().clone()
}

fn count(till: &Till, kind: TimingKind) -> u64 {
    speed(&diagnostics(till).total, kind).count
}

fn scans(scans_us: &[u32]) -> TimingReport {
    TimingReport { scans_us: scans_us.to_vec() }
}

fn search(till: &Till) {
    let request = CatalogueSearch { text: "pain".to_owned(), department_id: None, offset: 0, limit: 20 };
    let _: Value = till.ask("catalogue_search", request);
}

/// What is written of measurements so far.
fn written(shop: &TestShop) -> usize {
    shop.snapshot()["timing"].len()
}

/// Each validation and each search counts once, at its workstation; an answer given again was not measured again.
#[test]
fn validations_and_searches_are_counted() {
    let (shop, till) = cashier_with_shift();
    assert_eq!((diagnostics(&till).since, count(&till, TimingKind::Seal)), (None, 0));
    till.scan("1001");
    let payment = Some(till.payment(PaymentKind::Cash, None));
    let (request, key) = (
        SaleValidate { payment, leave_unpaid: false, print: false, seen: None },
        IdempotencyKey(Uuid::now_v7()),
    );
    for _ in 0..2 {
        let _: SaleDone = till.client.call_with_key("sale_validate", &request, key).unwrap();
    }
    (0..3).for_each(|_| search(&till));
    let seen = diagnostics(&till);
    assert_eq!(seen.total, seen.today, "all of it today");
    let (seal, found) = (speed(&seen.total, TimingKind::Seal), speed(&seen.total, TimingKind::ArticleSearch));
    assert_eq!((seal.count, found.count), (1, 3));
    assert!(seal.p50_us.is_some() && seal.p50_us == seal.worst_us, "{seal:?}");
    assert!(found.p50_us <= found.p95_us && found.p95_us <= found.p99_us && found.p99_us <= found.worst_us);
    assert!(seen.since.is_some());
    let other = shop.till(Role::Manager, "C02");
    assert_eq!(count(&other, TimingKind::Seal), 0, "of its own workstation");
    let asked = DiagnosticsOf { workstation_id: Some(till.workstation().id) };
    let of_first: Diagnostics = other.ask("diagnostics", asked);
    assert_eq!(speed(&of_first.total, TimingKind::Seal).count, 1);
}

/// Measuring costs no write of its own: figures wait in memory for a transaction that comes anyway.
#[test]
fn measuring_writes_with_what_is_written_anyway() {
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    (0..5).for_each(|_| search(&till));
    till.scan("1101");
    assert_eq!(written(&shop), 0, "nothing yet");
    shop.clock.advance_s(31);
    search(&till);
    assert_eq!(written(&shop), 0, "a query writes nothing");
    till.scan("1101");
    assert!(written(&shop) >= 2, "with the scan");
    let seen = diagnostics(&till);
    assert_eq!(speed(&seen.total, TimingKind::ArticleSearch).count, 6);
    let reopened = shop.killed_and_reopened();
    let later = reopened.till(Role::Cashier, "C01");
    assert_eq!(count(&later, TimingKind::ArticleSearch), 6, "what was written outlives a crash");
}

/// What still waits is written when the program stops.
#[test]
fn a_stop_writes_what_waits() {
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    shop.app().stop();
    assert!(written(&shop) > 0);
    let reopened = shop.killed_and_reopened();
    let later = reopened.till(Role::Cashier, "C01");
    assert_eq!(count(&later, TimingKind::Seal), 1);
}

/// The window's own times: exact at the ends, and kept.
#[test]
fn the_window_reports_scan_to_line() {
    let (shop, till) = cashier_with_shift();
    let _: Empty = till.ask("timing_report", scans(&[12_000, 18_000, 25_000, 90_000]));
    let seen = speed(&diagnostics(&till).today, TimingKind::ScanToLine);
    assert_eq!((seen.count, seen.p50_us, seen.worst_us), (4, Some(18_000), Some(90_000)));
    assert_eq!((seen.target_p50_us, seen.target_p99_us), (20_000, 50_000), "ux.md §5");
    let reopened = shop.killed_and_reopened();
    let later = reopened.till(Role::Cashier, "C01");
    assert_eq!(count(&later, TimingKind::ScanToLine), 4);
}

/// A report that no window makes is refused: nothing, too much, no time at all, longer than a minute.
#[test]
fn absurd_reports_are_refused() {
    let (shop, till) = cashier_with_shift();
    for absurd in [vec![], vec![20_000; 101], vec![20_000, 0], vec![60_000_001]] {
        refuses(&shop, FaultCode::BadRequest, || till.refused("timing_report", scans(&absurd)));
    }
    assert_eq!(count(&till, TimingKind::ScanToLine), 0);
    let nowhere = shop.signed_in(Role::Manager, 7);
    refuses(&shop, FaultCode::WorkstationRequired, || nowhere.refused("timing_report", scans(&[20_000])));
}

/// Days stay apart for a month and are folded into months after it; nothing is lost of the whole.
#[test]
fn old_days_become_months() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    for _ in 0..3 {
        let _: Empty = till.ask("timing_report", scans(&[20_000, 40_000]));
        shop.clock.advance_days(1);
    }
    assert_eq!(speed(&diagnostics(&till).today, TimingKind::ScanToLine).count, 0, "a new day");
    assert_eq!(written(&shop), 6);
    shop.clock.advance_days(80);
    let later = shop.killed_and_reopened();
    assert!(written(&later) <= 4, "at most two months");
    let total = speed(&diagnostics(&later.till(Role::Cashier, "C01")).total, TimingKind::ScanToLine);
    assert_eq!((total.count, total.p50_us, total.worst_us), (6, Some(20_000), Some(40_000)));
}

/// A paper counts when the printer proved it; then the speed receipt comes out with the figures.
#[test]
fn a_proven_print_is_timed_and_the_receipt_printed() {
    let (shop, till) = cashier_with_shift();
    refuses(&shop, FaultCode::PrinterMissing, || till.refused("diagnostics_print", OWN));
    let printer = with_printer(&shop, "C01");
    let workstation_id = till.workstation().id;
    let _: PrintJobView = till.ask("printer_test", WorkstationRef { workstation_id });
    wait_until_printed(&till);
    assert_eq!(count(&till, TimingKind::Print), 1);
    let _: Empty = till.ask("timing_report", scans(&[12_340]));
    let _: PrintJobView = till.ask("diagnostics_print", OWN);
    wait_until_printed(&till);
    let jobs = printer.wait_for_jobs(2, Duration::from_secs(10));
    let receipt = &jobs.last().unwrap().text;
    for text in [
        "RELEVÉ DE VITESSE",
        "Mesuré depuis le : 21/11/2026",
        "Lecture d'un code",
        "12,34 ms",
        "objectif 20,00 ms",
        "Impression",
    ] {
        assert!(receipt.contains(text), "{text} in\n{receipt}");
    }
}

/// Versions, sizes and keys are those of this program and its files.
#[test]
fn the_program_tells_its_health() {
    let (shop, till) = cashier_with_shift();
    let seen = diagnostics(&till).program;
    assert_eq!(seen.version, app::VERSION);
    assert_eq!(i64::from(seen.schema_version), store::known_version());
    let size = shop.database().metadata().unwrap().len();
    assert_eq!(seen.database_bytes, size);
    assert!(seen.free_bytes.is_some_and(|free| free > 0));
    assert!(seen.keys_weak, "keys in files are weak");
    assert_eq!(seen.started_ms, testkit::START_MS);
}
