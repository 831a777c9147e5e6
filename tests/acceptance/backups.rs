//! BAK: backups, the drill that proves them, and restoring one.

mod drill;
mod measure;
mod places;
mod rescue;
mod restore;
mod secrets;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use api::types::{
    BackupFile, BackupJob, BackupOverview, BackupSettings, BackupSettingsSave, Empty, RestoreChoice,
    RestorePhase, RestoreState,
};
use app::App;
use domain::permission::Role;
use fiscal::verify::Verdict;
use testkit::{FakeClock, START_MS, TestShop, Till, raw};

use crate::world::cashier_with_shift;

/// Longest wait for work of the worker.
const PATIENCE: Duration = Duration::from_secs(60);

/// Waits until something holds.
fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !holds() {
        assert!(Instant::now() < deadline, "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Everything about backups, once the worker is at rest.
fn settled(till: &Till) -> BackupOverview {
    until("the worker does not rest", || till.ask::<Option<BackupJob>>("backup_job", Empty {}).is_none());
    till.ask("backup_overview", Empty {})
}

/// Makes a backup and waits for it.
fn back_up(till: &Till) -> BackupOverview {
    let _: BackupJob = till.ask("backup_start", Empty {});
    settled(till)
}

/// The newest backup.
fn newest(overview: &BackupOverview) -> (BackupFile, PathBuf) {
    let file = overview.files.first().unwrap().clone();
    let path = PathBuf::from(&file.path);
    (file, path)
}

fn save(till: &Till, change: impl FnOnce(&mut BackupSettingsSave)) -> BackupOverview {
    let now = till.ask::<BackupOverview>("backup_overview", Empty {}).settings;
    let mut wanted = BackupSettingsSave {
        second: now.second,
        every_min: now.every_min,
        daily_min: now.daily_min,
        encrypted: now.encrypted,
        passphrase: None,
    };
    change(&mut wanted);
    let _: BackupSettings = till.ask("backup_settings_save", wanted);
    settled(till)
}

/// Has a file checked, and waits for what comes of it.
fn check(till: &Till, path: &Path, passphrase: Option<&str>) -> RestoreState {
    let choice = RestoreChoice {
        path: path.to_string_lossy().into_owned(),
        passphrase: passphrase.map(str::to_owned),
    };
    let _: RestoreState = till.ask("restore_check", choice);
    let restore = settled(till).restore;
    assert_ne!(restore.phase, RestorePhase::Checking);
    restore
}

/// When the tests begin: the worker has made good the backup of the evening before, and proven it.
const NOW_MS: i64 = START_MS + 60_000;

/// A shop with an open shift and its worker; a cashier and the manager.
fn selling_shop() -> (TestShop, Till, Till) {
    let (shop, till) = cashier_with_shift();
    let manager = shop.signed_in(Role::Manager, 71);
    shop.app().start_workers().unwrap();
    until("the evening before is not made good", || !settled(&manager).drills.is_empty());
    shop.clock.advance_s(60);
    (shop, till, manager)
}

/// What the shop has written, without the work of its workers and the answers to calls.
fn facts(shop: &TestShop) -> testkit::Tables {
    shop.snapshot_except(&["idempotency", "anchored", "backup_run", "backup_drill", "timing"])
}

/// Opens a backup as a shop of its own, whose chains must all verify, and counts its tickets.
fn tickets_of_sound(backup: &Path) -> i64 {
    let dir = tempfile::tempdir().unwrap();
    let database = dir.path().join("comptoir.db");
    std::fs::copy(backup, &database).unwrap();
    let app = App::open(testkit::options(dir.path(), Arc::new(FakeClock::new(START_MS)))).unwrap();
    let verify = |db: store::Db<'_>| app::verify_chains(db).map_err(|e| store::Error::Fiscal(e.to_string()));
    for (_, report) in app.store().read(verify).unwrap() {
        assert_ne!(report.verdict(), Verdict::Broken, "{:?}", report.findings);
    }
    let count = &raw::sql(&database, &["SELECT count(*) FROM document WHERE kind = 'ticket'"])[0];
    app.stop();
    count.trim_matches(['[', ']']).parse().unwrap()
}

/// BAK-01: whoever is about to do something that cannot be undone can make a backup first: one press, no right needed. It
/// is an ordinary database file, whole, with every ticket sold so far; and each day brings one by itself.
#[test]
fn a_backup_is_made_when_asked_for_and_each_evening() {
    let (shop, till, manager) = selling_shop();
    till.cash_sale(&["1001"]);
    let _: BackupJob = till.ask("backup_start", Empty {});
    let overview = settled(&manager);
    let (file, path) = newest(&overview);
    assert_eq!((file.name.as_str(), file.tickets), ("comptoir-20261121-093100.db", Some(1)));
    let place = &overview.places[0];
    assert_eq!((place.problem, place.last_ms, place.age_min), (None, Some(NOW_MS), Some(0)));
    let asked = ["PRAGMA integrity_check", "PRAGMA journal_mode", "SELECT count(*) FROM document"];
    assert_eq!(raw::sql(&path, &asked), [r#"[["ok"]]"#, r#"[["delete"]]"#, "[[1]]"]);
    assert_eq!(tickets_of_sound(&path), 1);

    // Nothing is sold any more: the next one is that of the evening.
    let evening = START_MS + (12 * 60 + 30) * 60_000;
    assert_eq!(overview.next_ms.filter(|at| *at == evening), Some(evening));
    shop.clock.advance_s(12 * 3600 + 30 * 60);
    until("no backup in the evening", || newest(&settled(&manager)).0.name == "comptoir-20261121-220100.db");
}

/// While the shop sells a backup is made every quarter of an hour, and after a day without one the manager is told.
#[test]
fn selling_is_backed_up_every_quarter_of_an_hour() {
    let (shop, till, manager) = selling_shop();
    back_up(&manager);
    till.cash_sale(&["1001"]);
    let next: BackupOverview = manager.ask("backup_overview", Empty {});
    assert_eq!(next.next_ms, Some(NOW_MS + 15 * 60_000));
    shop.clock.advance_s(15 * 60);
    let quarter = "comptoir-20261121-094600.db";
    until("no backup after a quarter of an hour", || newest(&settled(&manager)).0.name == quarter);
    let lazy = TestShop::france();
    let manager = lazy.signed_in(Role::Manager, 71);
    lazy.clock.advance_days(2);
    assert!(manager.ask::<BackupOverview>("backup_overview", Empty {}).late);
}

/// Backups that are made while two hundred sales run are each a sound state of the shop in between.
#[test]
fn backups_beside_two_hundred_sales_verify() {
    let (shop, till, manager) = selling_shop();
    let sales = std::thread::spawn(move || {
        for _ in 0..200 {
            till.cash_sale(&["1001", "2108"]);
        }
    });
    let mut seen = Vec::new();
    while !sales.is_finished() {
        let (_, path) = newest(&back_up(&manager));
        seen.push(tickets_of_sound(&path));
        shop.clock.advance_s(1);
    }
    sales.join().unwrap();
    assert!(seen.windows(2).all(|pair| pair[0] <= pair[1]), "{seen:?}");
    assert_eq!(tickets_of_sound(&newest(&back_up(&manager)).1), 200, "{seen:?}");
    crate::fiscal_chain::assert_sound(&shop);
}
