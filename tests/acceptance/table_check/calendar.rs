//! When the tables are checked by themselves, and which result is shown meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use api::FaultCode;
use api::types::{Empty, IntegrityPhase, IntegrityProgress, TableCheck, TableCheckState};
use domain::permission::Role;
use testkit::TestShop;

use super::{check, damaged, sentences};
use crate::anchors::alerts;

/// What is shown to a manager now.
fn shown(shop: &TestShop) -> IntegrityProgress {
    shop.signed_in(Role::Manager, 7).ask("integrity_progress", Empty {})
}

/// The day that comes, with the verification that nobody asks for; the check of the tables that is shown behind it.
fn next_day(shop: &TestShop) -> TableCheck {
    shop.clock.advance_days(1);
    shop.app().verify_when_due();
    let shown = shown(shop);
    assert_eq!((shown.phase, shown.asked_by), (IntegrityPhase::Done, None));
    assert_eq!(shown.ended_ms, Some(shop.app().now_ms()), "signed records are verified each day");
    shown.tables.unwrap()
}

/// Once a day the records are verified, once a week the tables, on the same day of the week; what came to no result does not count
/// as the check of that week, and what a person asked for does.
#[test]
fn the_tables_are_checked_by_themselves_once_a_week() {
    let shop = damaged(&[]);
    let free = Arc::new(AtomicU64::new(u64::MAX));
    let room = Arc::clone(&free);
    shop.app().measure_room_with(Box::new(move |_| Ok(room.load(Ordering::Relaxed))));
    let first = next_day(&shop);
    assert_eq!((first.state, first.ended_ms), (TableCheckState::Sound, Some(shop.app().now_ms())));
    shop.clock.advance_s(3_600);
    shop.app().verify_when_due();
    assert_eq!(shown(&shop).ended_ms, first.ended_ms, "not twice a day");
    shop.clock.advance_s(-3_600);

    for day in 1..7 {
        assert_eq!(next_day(&shop), first, "day {day}");
    }
    free.store(0, Ordering::Relaxed);
    let full = next_day(&shop);
    assert_eq!((full.state, full.ended_ms), (TableCheckState::NoSpace, Some(shop.app().now_ms())));
    free.store(u64::MAX, Ordering::Relaxed);
    let second = next_day(&shop);
    assert_eq!((second.state, second.ended_ms), (TableCheckState::Sound, Some(shop.app().now_ms())));

    shop.clock.advance_days(3);
    let asked = check(&shop.signed_in(Role::Manager, 7));
    assert_eq!((asked.state, asked.ended_ms), (TableCheckState::Sound, Some(shop.app().now_ms())));
    for day in 1..7 {
        assert_eq!(next_day(&shop), asked, "day {day} after the one that was asked for");
    }
    assert_ne!(next_day(&shop), asked);
}

/// A check that comes to no result hides neither what the last one with a result found, nor its alert: in the same run of the
/// program, in the next one, and when only the records were verified since.
#[test]
fn the_last_result_is_shown_until_there_is_another() {
    let shop = damaged(&["UPDATE article SET unit_price = 990000 WHERE code = '1001'"]);
    let free = Arc::new(AtomicU64::new(u64::MAX));
    let room = Arc::clone(&free);
    shop.app().measure_room_with(Box::new(move |_| Ok(room.load(Ordering::Relaxed))));
    let found = check(&shop.signed_in(Role::Manager, 7));
    assert_eq!((found.state, shown(&shop).tables_result), (TableCheckState::Different, None));

    free.store(0, Ordering::Relaxed);
    assert_eq!(check(&shop.signed_in(Role::Manager, 7)).state, TableCheckState::NoSpace);
    let says = |shop: &TestShop, when: &str| {
        let shown = shown(shop);
        assert_eq!(shown.tables.map(|last| last.state), Some(TableCheckState::NoSpace), "{when}");
        assert_eq!(shown.tables_result.as_ref(), Some(&found), "{when}");
        let said = sentences(&shop.signed_in(Role::Manager, 7), "fr");
        assert!(said.iter().any(|one| one.contains("vaut 0,99")), "{when}: {said:?}");
        assert_eq!(alerts(shop)[0].code, FaultCode::TablesDiffer, "{when}");
    };
    says(&shop, "after a check without room");
    let again = shop.killed_and_reopened();
    says(&again, "after a restart");
    again.clock.advance_days(1);
    again.app().verify_when_due();
    says(&again, "after the verification of the next day");
    let shown = shown(&again.killed_and_reopened());
    assert_eq!(shown.tables_result, Some(found), "after one more restart");
}
