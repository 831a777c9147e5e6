//! The restore drill.

use api::types::{BackupJob, BackupOverview, DrillProblem, DrillView, Empty};
use domain::permission::Role;
use testkit::{TestShop, Till, raw};

use super::{back_up, newest, selling_shop, settled, until};

/// Runs a drill and waits for it.
fn drill(manager: &Till) -> DrillView {
    let _: BackupJob = manager.ask("drill_start", Empty {});
    settled(manager).drills.into_iter().next().unwrap()
}

/// A drill restores the newest backup beside the shop, verifies and counts it, leaves nothing behind, and finds what was sold
/// afterwards to be no loss.
#[test]
fn a_drill_proves_the_newest_backup() {
    let (shop, till, manager) = selling_shop();
    for _ in 0..3 {
        till.cash_sale(&["1001", "2108"]);
    }
    let sold: i64 = 3 * 720;
    let (file, path) = newest(&back_up(&manager));
    till.cash_sale(&["1001"]);
    shop.clock.advance_s(1);
    let found = drill(&manager);
    assert_eq!((found.problem, found.missing, found.tickets), (None, 0, 3), "{found:?}");
    assert_eq!((found.name, found.total.0), (file.name, sold));
    assert!(found.records >= 6, "each ticket has its grand total");
    let names = std::fs::read_dir(path.parent().unwrap()).unwrap();
    assert!(names.into_iter().all(|e| !e.unwrap().file_name().to_string_lossy().contains(".part")));
}

/// Damage that somebody planted in a backup is found and named: a page, a record, a record less.
#[test]
fn a_drill_finds_planted_damage() {
    let (shop, till, manager) = selling_shop();
    for _ in 0..3 {
        till.cash_sale(&["1001"]);
    }
    let (_, path) = newest(&back_up(&manager));
    let sound = std::fs::read(&path).unwrap();
    let problem = |damage: &dyn Fn()| {
        std::fs::write(&path, &sound).unwrap();
        damage();
        shop.clock.advance_s(1);
        drill(&manager).problem
    };
    let forge = |sql: &str| {
        let answers =
            raw::sql(&path, &["DROP TRIGGER fiscal_record_no_upd", "DROP TRIGGER fiscal_record_no_del", sql]);
        assert_eq!(answers, ["ok", "ok", "ok"]);
    };
    assert_eq!(problem(&|| ()), None);
    let page = || {
        let mut bytes = sound.clone();
        bytes[40_960..45_056].fill(0xA5);
        std::fs::write(&path, bytes).unwrap();
    };
    assert_eq!(problem(&page), Some(DrillProblem::Damaged));
    let payload = "UPDATE fiscal_record SET payload = replace(payload, '130', '131') WHERE chain = 'TICKET'";
    assert_eq!(problem(&|| forge(payload)), Some(DrillProblem::Chain));
    let tail = "DELETE FROM fiscal_record WHERE global_seq = (SELECT max(global_seq) FROM fiscal_record WHERE doc_no LIKE 'C01%')";
    assert_eq!(problem(&|| forge(tail)), Some(DrillProblem::Chain));
    assert_eq!(problem(&|| std::fs::write(&path, "not a database").unwrap()), Some(DrillProblem::Damaged));
    let gone = || {
        std::fs::read_dir(path.parent().unwrap())
            .unwrap()
            .for_each(|e| std::fs::remove_file(e.unwrap().path()).unwrap());
    };
    assert_eq!(problem(&gone), Some(DrillProblem::NoBackup));
}

/// A backup of the same shop that has gone on differently is not a backup of this one.
#[test]
fn a_drill_notices_another_past() {
    let (shop, till, manager) = selling_shop();
    till.cash_sale(&["1001"]);
    let other = shop.killed_and_reopened();
    let (other_till, other_manager) = (other.till(Role::Cashier, "C01"), other.signed_in(Role::Manager, 71));
    other_till.cash_sale(&["2108"]);
    other.app().start_workers().unwrap();
    let (_, foreign) = newest(&back_up(&other_manager));
    let (_, path) = newest(&back_up(&manager));
    std::fs::copy(foreign, path).unwrap();
    till.cash_sale(&["1001"]);
    till.cash_sale(&["1001"]);
    shop.clock.advance_s(1);
    assert_eq!(drill(&manager).problem, Some(DrillProblem::Different));
}

/// A drill runs by itself after the first backup and a week after each.
#[test]
fn a_drill_runs_every_week() {
    let (shop, _, manager): (TestShop, _, _) = selling_shop();
    let drills = || settled(&manager).drills.len();
    assert_eq!(drills(), 1, "the first follows the first backup");
    let next = manager.ask::<BackupOverview>("backup_overview", Empty {}).next_drill_ms.unwrap();
    assert_eq!(next, testkit::START_MS + 7 * 86_400_000);
    shop.clock.advance_days(7);
    until("no drill after a week", || drills() == 2);
}
