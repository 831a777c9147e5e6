//! The process is killed at every step of a closing: of a day, a month and a fiscal year, by itself and by hand.

use api::IdempotencyKey;
use api::types::{ClosingList, ClosingOverview, ClosingPage, ClosingRow, DayClose};
use app::CrashPoint;
use domain::permission::Role;
use testkit::{Files, START_MS, TestShop, Till};
use uuid::Uuid;

use crate::killed::at_each_step;
use crate::shop::{alone, assert_verifies};

/// The last day of 2026, at half past nine.
const LAST_DAY: i64 = 40;
/// The morning after.
pub const NEXT_MS: i64 = START_MS + (LAST_DAY + 1) * 86_400_000;
/// What is over then, in the order in which it is closed.
const OVER: [&str; 3] = ["2026-12-31", "2026-12", "2026"];

/// The files of a shop that sold at these workstations on the last day of the year.
pub fn year_end(workstations: &[&str]) -> Files {
    let shop = TestShop::france();
    shop.clock.advance_days(LAST_DAY);
    for code in workstations {
        let till = shop.till(Role::Manager, code);
        till.open_shift(10_000);
        till.cash_sale(&["1001"]);
        till.cash_sale(&["2108", "1001"]);
    }
    shop.files()
}

/// Every closing, in the order in which they were made at each workstation.
fn closings(manager: &Till) -> Vec<ClosingRow> {
    let list = ClosingList { workstation_id: None, scope: None, offset: 0, limit: 100 };
    let page: ClosingPage = manager.ask("closing_list", list);
    assert!(!page.more && page.rows.iter().all(|row| row.intact), "{page:?}");
    page.rows.into_iter().rev().collect()
}

/// Each workstation has closed each period once, in order, with what it sold.
fn assert_closed(rows: &[ClosingRow], place: &str) {
    for code in ["C01", "C02"] {
        let mine: Vec<_> = rows.iter().filter(|row| row.workstation_code == code).collect();
        let keys: Vec<_> = mine.iter().map(|row| row.period_key.as_str()).collect();
        assert_eq!(keys, OVER, "{place}");
        assert!(mine.iter().all(|row| (row.number, row.tickets) == (1, 2)), "{place}: {mine:?}");
        assert!(mine.iter().all(|row| row.total == mine[0].perpetual_real && row.total.0 > 0), "{place}");
    }
}

/// FISC-05, R-08: killed at any step of any closing that it makes by itself, the next start makes good what is missing, in order; what was
/// committed is not made again, and every chain verifies.
#[test]
fn a_closing_killed_at_any_step_is_neither_lost_nor_doubled() {
    let _alone = alone();
    let folder = year_end(&["C01", "C02"]).unpack();
    let path = folder.path().to_path_buf();
    let (whole, left) = at_each_step(&path, &CrashPoint::CLOSING, None, || TestShop::over(folder, NEXT_MS));
    let expected = closings(&whole.signed_in(Role::Manager, 7));
    assert_closed(&expected, "not killed");
    assert_eq!(left.len(), CrashPoint::CLOSING.len() * OVER.len() * 2);
    let mut committed = 0;
    for (step, left) in left.iter().enumerate() {
        let place = format!("step {step}, {:?}", left.point);
        committed += usize::from(left.point == CrashPoint::PeriodCommitted);
        let shop = TestShop::of(&left.files, NEXT_MS);
        let found = closings(&shop.signed_in(Role::Manager, 7));
        assert_closed(&found, &place);
        let kept = found.iter().filter(|row| expected.iter().any(|old| old.id == row.id)).count();
        assert_eq!(kept, committed, "{place}: the others are new");
        assert_verifies(&shop);
    }
}

/// FISC-05: a day that is closed by hand is closed at every workstation or at none; the same request closes it once.
#[test]
fn a_day_closed_by_hand_and_killed_at_any_step_is_closed_everywhere_or_nowhere() {
    const STEPS: [CrashPoint; 7] = [
        CrashPoint::ClosingBegun,
        CrashPoint::ClosingAnnounced,
        CrashPoint::PeriodSummed,
        CrashPoint::PeriodSealed,
        CrashPoint::PeriodWritten,
        CrashPoint::Complete,
        CrashPoint::Committed,
    ];
    let _alone = alone();
    let today_ms = NEXT_MS - 86_400_000;
    let shop = TestShop::of(&year_end(&["C01", "C02"]), today_ms);
    let manager = shop.signed_in(Role::Manager, 7);
    let key = IdempotencyKey(Uuid::now_v7());
    let close = |till: &Till| {
        let request = DayClose { workstation_id: None };
        till.client.call_with_key::<ClosingOverview>("day_close", request, key)
    };
    let (done, left) = at_each_step(shop.folder(), &STEPS, None, || close(&manager));
    assert!(done.unwrap().workstations.iter().filter(|one| one.closed).count() >= 2);
    assert!(left.len() >= 12, "{}", left.len());
    for (step, left) in left.iter().enumerate() {
        let place = format!("step {step}, {:?}", left.point);
        let shop = TestShop::of(&left.files, today_ms);
        let manager = shop.signed_in(Role::Manager, 7);
        let closed = closings(&manager).len();
        assert_eq!(closed, if left.point == CrashPoint::Committed { 2 } else { 0 }, "{place}");
        close(&manager).unwrap();
        let keys: Vec<_> = closings(&manager).into_iter().map(|row| row.period_key).collect();
        assert_eq!(keys, [OVER[0], OVER[0]], "{place}");
        assert_verifies(&shop);
    }
}
