//! Yesterday's database is put back: blocked, then the records come back, or the gap is declared.

use api::FaultCode;
use api::types::{
    BooksHealth, GapDeclare, IncidentKind, RestoreFound, RestoreSource, SaleDone, SaleValidate, SaleView,
    WorkstationRef,
};
use domain::payment::PaymentKind;
use domain::permission::Role;
use fiscal::verify::{Defect, Verdict};
use testkit::{TestShop, Till, raw};

use super::{alerts, anchored, books, restored, verdict};
use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{Unchanged, refuses};

fn declare(shop: &TestShop, reason: &str) -> GapDeclare {
    GapDeclare { workstation_id: books(shop).workstation_id, reason: reason.to_owned() }
}

fn source(folder: &std::path::Path) -> RestoreSource {
    RestoreSource { path: folder.join("comptoir.db").to_str().unwrap().to_owned() }
}

/// The perpetual total of C01, in cents.
fn perpetual(shop: &TestShop) -> i64 {
    let id = books(shop).workstation_id;
    let sql = format!("SELECT value FROM fiscal_counter WHERE name = 'gtp_real' AND terminal_id = '{id}'");
    let rows: Vec<[i64; 1]> = serde_json::from_str(&raw::sql(&shop.database(), &[&sql])[0]).unwrap();
    rows[0][0]
}

fn cash(till: &Till) -> SaleValidate {
    let payment = Some(till.payment(PaymentKind::Cash, None));
    SaleValidate { payment, leave_unpaid: false, print: false, seen: None }
}

/// BAK-02: an older database is put back. Nothing is signed until a manager declares the gap; then the journal says so,
/// no number is used twice, totals go on, and the verification lists the gap as a warning.
#[test]
fn a_restored_database_is_blocked_until_the_gap_is_declared() {
    let (shop, till) = anchored();
    let yesterday = shop.files().unpack();
    let before = books(&shop).records;
    let lost = till.cash_sale(&["2108"]);
    shop.app().write_anchors();
    let (after, total) = (books(&shop).records, perpetual(&shop));

    let shop = restored(&shop, &yesterday);
    assert_eq!(alerts(&shop)[0].code, FaultCode::RecordsMissing);
    let incident = books(&shop).incident.unwrap();
    assert_eq!(
        (incident.kind, incident.found, incident.anchored),
        (IncidentKind::RecordsMissing, before, after)
    );
    let manager = shop.signed_in(Role::Manager, 7);
    let elsewhere = WorkstationRef { workstation_id: manager.workstation_id("C02") };
    refuses(&shop, FaultCode::RecordsMissing, || manager.refused("workstation_enter", elsewhere));
    let clerk = shop.signed_in(Role::Cashier, 8);
    let (why, nothing) = (declare(&shop, "r"), declare(&shop, " "));
    refuses(&shop, FaultCode::PermissionDenied, || clerk.refused("gap_declare", why.clone()));
    refuses(&shop, FaultCode::FieldRequired, || manager.refused("gap_declare", nothing));
    let health: BooksHealth =
        manager.ask("gap_declare", declare(&shop, "Sauvegarde de la veille, disque perdu"));
    assert!(health.workstations.iter().all(|one| one.incident.is_none()), "{health:?}");
    refuses(&shop, FaultCode::NothingToDecide, || manager.refused("gap_declare", why));

    let gap = books(&shop).gaps[0].clone();
    assert_eq!((gap.from, gap.to), (before + 1, after));
    let till = shop.till(Role::Cashier, "C01");
    let next = till.cash_sale(&["1001"]);
    assert!(next.number > lost.number, "{} after {}", next.number, lost.number);
    assert_eq!(perpetual(&shop), total + next.total.0, "totals go on from what was lost");
    let (verdict, findings) = verdict(&shop);
    assert_eq!(verdict, Verdict::Warnings, "{findings:?}");
    let listed = findings.iter().filter(|f| matches!(f.defect, Defect::GapDeclared { .. })).count();
    assert_eq!(listed, 1, "{findings:?}");
    assert_replays(&shop);

    shop.app().write_anchors();
    let again = shop.killed_and_reopened();
    assert!(alerts(&again).is_empty() && books(&again).incident.is_none(), "the gap stays declared");
    let events = raw::sql(
        &again.database(),
        &["SELECT kind FROM fiscal_record WHERE kind IN ('940', '941') ORDER BY kind"],
    );
    assert_eq!(events, [r#"[["940"], ["941"]]"#]);
}

/// BAK-02: with a newer copy at hand the records, documents and shifts come back byte for byte, and nothing is
/// missing.
#[test]
fn missing_records_come_back_from_another_copy() {
    let (shop, till) = anchored();
    let yesterday = shop.files().unpack();
    till.cash_sale(&["2108"]);
    till.cash_sale(&["1001"]);
    shop.app().write_anchors();
    let newer = shop.files().unpack();
    let documents = shop.snapshot()["document"].clone();

    let shop = restored(&shop, &yesterday);
    let manager = shop.signed_in(Role::Manager, 7);
    let found: RestoreFound = manager.ask("restore_examine", source(newer.path()));
    let offer = found.workstations.iter().find(|one| one.code == "C01").unwrap();
    assert!(found.complete && offer.offered >= offer.anchored && offer.conflict.is_none(), "{found:?}");
    let _: BooksHealth = manager.ask("restore_fetch", source(newer.path()));
    assert_eq!(shop.snapshot()["document"], documents);
    assert_sound(&shop);
    assert_replays(&shop);
    let next = shop.till(Role::Cashier, "C01").cash_sale(&["1001"]);
    assert!(next.number.ends_with("00000004"), "{}", next.number);
    let events = raw::sql(
        &shop.database(),
        &["SELECT kind FROM fiscal_record WHERE kind IN ('940', '140') ORDER BY kind"],
    );
    assert_eq!(events, [r#"[["140"], ["940"]]"#]);
}

/// A file that cannot give the records back is refused, and nothing changes.
#[test]
fn a_copy_that_does_not_hold_the_records_is_refused() {
    let (shop, till) = anchored();
    let yesterday = shop.files().unpack();
    let fork = TestShop::of(&shop.files(), app::Clock::now_ms(shop.clock.as_ref()));
    till.cash_sale(&["2108"]);
    shop.app().write_anchors();
    fork.till(Role::Cashier, "C01").cash_sale(&["1703", "1703"]);
    fork.till(Role::Cashier, "C01").cash_sale(&["1703"]);
    let (forked, other) = (fork.files().unpack(), TestShop::quebec());

    let shop = restored(&shop, &yesterday);
    let manager = shop.signed_in(Role::Manager, 7);
    let unchanged = Unchanged::from_now(&shop);
    let fetch = |folder: &std::path::Path| manager.refused("restore_fetch", source(folder));
    unchanged.refuses(FaultCode::RestoreShort, || fetch(yesterday.path()));
    unchanged.refuses(FaultCode::RestoreForked, || fetch(forked.path()));
    unchanged.refuses(FaultCode::RestoreOther, || fetch(other.folder()));
    unchanged.refuses(FaultCode::RestoreUnreadable, || fetch(std::path::Path::new("/nowhere")));
    // The log beside it could stand in for the file.
    std::fs::remove_file(forked.path().join("comptoir.db-wal")).unwrap();
    std::fs::write(forked.path().join("comptoir.db"), "not a database").unwrap();
    unchanged.refuses(FaultCode::RestoreUnreadable, || fetch(forked.path()));
}

/// FISC-01: the last records are cut off from outside, counters and all; the anchors know, and so does the program when it
/// starts.
#[test]
fn a_tail_that_was_cut_off_is_found_at_start() {
    let (shop, till) = anchored();
    till.cash_sale(&["2108"]);
    till.scan("1001");
    shop.app().write_anchors();
    let head = books(&shop).records;
    let whole = "DELETE FROM fiscal_record WHERE global_seq > 4";
    let counters = "UPDATE fiscal_counter SET value = 4 WHERE name = 'global'";
    for statements in [vec![whole], vec![whole, counters]] {
        let cut = shop.reopened_after(|database| {
            let mut all = vec!["DROP TRIGGER fiscal_record_no_del"];
            all.extend(&statements);
            assert!(raw::sql(database, &all).iter().all(|answer| answer == "ok"));
        });
        let incident = books(&cut).incident.unwrap();
        assert_eq!(
            (incident.kind, incident.found, incident.anchored),
            (IncidentKind::RecordsMissing, 4, head)
        );
        let till = cut.signed_in(Role::Manager, 7);
        assert!(till.session.workstation.is_none());
    }
}

/// A database that went on elsewhere from an older copy contradicts the anchors: the workstation is retired, because two
/// documents bear its numbers.
#[test]
fn a_fork_is_seen_and_its_workstation_retired() {
    let (shop, till) = anchored();
    let clone = TestShop::of(&shop.files(), app::Clock::now_ms(shop.clock.as_ref()));
    till.cash_sale(&["2108"]);
    shop.app().write_anchors();
    let elsewhere = clone.till(Role::Cashier, "C01");
    for _ in 0..3 {
        elsewhere.cash_sale(&["1703"]);
    }
    let shop = restored(&shop, &clone.files().unpack());
    assert_eq!(books(&shop).incident.unwrap().kind, IncidentKind::RecordsForked);
    assert_eq!(alerts(&shop)[0].code, FaultCode::RecordsForked);
    let manager = shop.signed_in(Role::Manager, 7);
    let _: BooksHealth = manager.ask("gap_declare", declare(&shop, "Disque cloné"));
    let event = "SELECT count(*) FROM fiscal_record WHERE kind = '970'";
    let kept = "SELECT count(*) FROM fiscal_conflict";
    assert_eq!(
        raw::sql(&shop.database(), &[event, kept]),
        ["[[1]]", "[[1]]"],
        "journaled, and the other's anchor is kept"
    );
    let retired = manager.workstations().into_iter().find(|w| w.code == "C01").unwrap();
    assert!(!retired.active, "no more numbers after those that are doubled");
    let refused = manager.refused("workstation_enter", WorkstationRef { workstation_id: retired.id });
    assert_eq!(refused.code, FaultCode::WorkstationNotFound);
}

/// A sale on the screen while records are missing is refused with a sentence that says what to do, and stays.
#[test]
fn the_cart_stays_while_nothing_may_be_signed() {
    let (shop, till) = anchored();
    let line: SaleView = till.scan("2108");
    shop.app().write_anchors();
    let yesterday = shop.files().unpack();
    let _: SaleDone = till.ask("sale_validate", cash(&till));
    shop.app().write_anchors();
    let shop = restored(&shop, &yesterday);
    let clerk = shop.signed_in(Role::Cashier, 8);
    let id = clerk.workstation_id("C01");
    let entered = clerk
        .client
        .call::<api::types::SessionView>("workstation_enter", WorkstationRef { workstation_id: id });
    assert_eq!(entered.unwrap_err().code, FaultCode::RecordsMissing);
    let manager = shop.signed_in(Role::Manager, 7);
    let _: BooksHealth = manager.ask("gap_declare", declare(&shop, "r"));
    let till = shop.till(Role::Cashier, "C01");
    assert_eq!(till.sale().lines, line.lines);
    let _: SaleDone = till.ask("sale_validate", cash(&till));
}
