//! Anchors that were tampered with, records that do not verify: journaled once a day, sales go on once a manager knows.

use std::time::{Duration, Instant};

use api::FaultCode;
use api::types::{
    AnchorMedium, AnchorState, BooksHealth, Empty, IntegrityPhase, IntegrityProgress, IntegrityVerdict,
    SaleDone, SaleValidate, WorkstationRef,
};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, raw};

use super::{alerts, anchored, books};
use crate::world::refuses;

const DAY_S: i64 = 86_400;

/// The shop with something done to its folder.
fn after(shop: &TestShop, damage: impl FnOnce(&std::path::Path)) -> TestShop {
    let folder = shop.files().unpack();
    damage(folder.path());
    TestShop::over(folder, app::Clock::now_ms(shop.clock.as_ref()))
}

fn state(shop: &TestShop, medium: AnchorMedium) -> AnchorState {
    books(shop).anchors.into_iter().find(|one| one.medium == medium).unwrap().state
}

fn head(folder: &std::path::Path) -> std::path::PathBuf {
    folder.join("anchors/head.json")
}

/// An anchor that was changed is not believed: it is a defect that a manager has to know of, and the other anchor still
/// speaks. One that is missing is written again.
#[test]
fn a_forged_anchor_is_reported_and_not_trusted() {
    let (shop, till) = anchored();
    assert_eq!(state(&shop, AnchorMedium::File), AnchorState::Holds);
    assert_eq!(state(&shop, AnchorMedium::Keyring), AnchorState::Holds);
    till.cash_sale(&["2108"]);
    shop.app().write_anchors();
    let text = std::fs::read_to_string(head(shop.folder())).unwrap();
    let seq = format!("\"global_seq\": {}", books(&shop).records);
    for forged in [text.replace(&seq, "\"global_seq\": 3"), "{".to_owned()] {
        assert_ne!(forged, text);
        let shop = after(&shop, |folder| std::fs::write(head(folder), &forged).unwrap());
        assert_eq!(books(&shop).incident, None, "the other anchor holds");
        assert_eq!(books(&shop).defects[0].defect, "anchor_untrusted");
        assert_eq!(std::fs::read_to_string(shop.folder().join("anchors/head.damaged.json")).unwrap(), forged);
        let till = shop.till(Role::Cashier, "C01");
        till.scan("1001");
        let sell = SaleValidate {
            payment: Some(till.payment(PaymentKind::Cash, None)),
            leave_unpaid: false,
            print: false,
            seen: None,
        };
        refuses(&shop, FaultCode::IntegrityUnacknowledged, || till.refused("sale_validate", sell));
    }
    let missing = after(&shop, |folder| std::fs::remove_file(head(folder)).unwrap());
    assert!(books(&missing).defects.is_empty() && alerts(&missing).is_empty());
    assert_eq!(state(&missing, AnchorMedium::File), AnchorState::Absent);
    missing.app().write_anchors();
    assert_eq!(state(&missing, AnchorMedium::File), AnchorState::Holds);
}

/// That both anchors were deleted is noticed, because the database knows that there were some.
#[test]
fn deleting_both_anchors_is_noticed() {
    let (shop, _) = anchored();
    let id = books(&shop).workstation_id;
    let bare = after(&shop, |folder| {
        std::fs::remove_file(head(folder)).unwrap();
        std::fs::remove_file(folder.join(format!("keys/anchor-{id}.secret"))).unwrap();
    });
    assert_eq!(books(&bare).defects[0].defect, "anchors_absent");
}

/// A database that was deleted is not a new shop: the anchors remember the workstations.
#[test]
fn a_deleted_database_is_noticed() {
    let (shop, _) = anchored();
    let empty = after(&shop, |folder| {
        for name in ["comptoir.db", "comptoir.db-wal"] {
            let _ = std::fs::remove_file(folder.join(name));
        }
    });
    assert_eq!(alerts(&empty)[0].code, FaultCode::BooksUnknown);
}

/// What somebody does who changes a signed ticket in the file.
pub const FORGERY: [&str; 2] = [
    "DROP TRIGGER fiscal_record_no_upd",
    "UPDATE fiscal_record SET ttc_cents = ttc_cents - 1 WHERE chain = 'TICKET' AND chain_seq = 1",
];

/// A shop whose first ticket was changed in the file.
pub fn broken() -> TestShop {
    let (shop, till) = anchored();
    till.cash_sale(&["2108"]);
    shop.app().write_anchors();
    shop.reopened_after(|database| {
        assert_eq!(raw::sql(database, &FORGERY), ["ok", "ok"]);
    })
}

fn journaled(shop: &TestShop) -> String {
    raw::sql(&shop.database(), &["SELECT count(*) FROM fiscal_record WHERE kind = '90'"]).remove(0)
}

/// FISC-01: a record that does not verify is journaled once a day (JET 90), and sales go on once a manager has taken
/// note of it; the record itself stays as it is.
#[test]
fn a_broken_record_is_journaled_once_a_day_and_acknowledged() {
    let shop = broken();
    assert_eq!((alerts(&shop)[0].code, journaled(&shop).as_str()), (FaultCode::FiscalChainBroken, "[[1]]"));
    let again = shop.killed_and_reopened();
    assert_eq!(journaled(&again), "[[1]]", "once a day");
    again.clock.advance_s(DAY_S);
    let tomorrow = again.killed_and_reopened();
    assert_eq!(journaled(&tomorrow), "[[2]]", "and again the next day");
    tomorrow.clock.advance_s(-DAY_S);

    let shop = again;
    shop.clock.advance_s(-DAY_S);
    let till = shop.till(Role::Cashier, "C01");
    till.scan("1001");
    let sell = || SaleValidate {
        payment: Some(till.payment(PaymentKind::Cash, None)),
        leave_unpaid: false,
        print: false,
        seen: None,
    };
    refuses(&shop, FaultCode::IntegrityUnacknowledged, || till.refused("sale_validate", sell()));
    let of = WorkstationRef { workstation_id: books(&shop).workstation_id };
    refuses(&shop, FaultCode::PermissionDenied, || till.refused("integrity_acknowledge", of.clone()));
    let manager = shop.signed_in(Role::Manager, 7);
    let _: BooksHealth = manager.ask("integrity_acknowledge", of.clone());
    refuses(&shop, FaultCode::NothingToDecide, || manager.refused("integrity_acknowledge", of));
    let _: SaleDone = till.ask("sale_validate", sell());
    let reopened = shop.killed_and_reopened();
    assert!(books(&reopened).defects[0].acknowledged_ms.is_some(), "acknowledged for good");
    reopened.till(Role::Cashier, "C01").cash_sale(&["1001"]);
}

/// The verification of everything runs beside the work, tells what it found, and is remembered.
#[test]
fn the_full_verification_finds_what_is_broken() {
    let (sound, broken) = (anchored().0, broken());
    for (shop, expected) in [(&sound, IntegrityVerdict::Sound), (&broken, IntegrityVerdict::Broken)] {
        let manager = shop.signed_in(Role::Manager, 7);
        let before: IntegrityProgress = manager.ask("integrity_progress", Empty {});
        assert_eq!(before.phase, IntegrityPhase::Never);
        let started: IntegrityProgress = manager.ask("integrity_start", Empty {});
        assert_eq!(started.phase, IntegrityPhase::Running);
        let deadline = Instant::now() + Duration::from_secs(60);
        let done: IntegrityProgress = loop {
            let now: IntegrityProgress = manager.ask("integrity_progress", Empty {});
            if now.phase != IntegrityPhase::Running {
                break now;
            }
            assert!(Instant::now() < deadline, "{now:?}");
            std::thread::sleep(Duration::from_millis(20));
        };
        let found = done.workstations.iter().find(|one| one.code == "C01").unwrap();
        assert_eq!(
            (done.phase, found.verdict, done.done),
            (IntegrityPhase::Done, expected, done.total),
            "{done:?}"
        );
        assert_eq!(found.findings.is_empty(), expected == IntegrityVerdict::Sound);
        let deadline = Instant::now() + Duration::from_secs(10);
        while raw::sql(&shop.database(), &["SELECT count(*) FROM integrity_run"]) != ["[[1]]"] {
            assert!(Instant::now() < deadline, "it is kept");
            std::thread::sleep(Duration::from_millis(20));
        }
        let again = shop.killed_and_reopened();
        let kept: IntegrityProgress = again.signed_in(Role::Manager, 7).ask("integrity_progress", Empty {});
        assert_eq!(kept.workstations, done.workstations, "and remembered");
    }
}
