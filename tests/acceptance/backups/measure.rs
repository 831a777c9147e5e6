//! What a backup costs a sale. A measurement, so it is asked for by name and alone on the computer.

use std::time::{Duration, Instant};

use api::types::{BackupJob, Empty};
use domain::permission::Role;
use testkit::{Till, raw};

use super::{newest, settled};
use crate::world::cashier_with_shift;

/// Durations of sales until `enough` says so, the shortest first.
fn sales(till: &Till, mut enough: impl FnMut(usize) -> bool) -> Vec<Duration> {
    let mut took = Vec::new();
    while !enough(took.len()) {
        let started = Instant::now();
        till.cash_sale(&["1001"]);
        took.push(started.elapsed());
    }
    took.sort_unstable();
    took
}

fn at(took: &[Duration], percent: usize) -> Duration {
    took[(took.len() * percent / 100).min(took.len() - 1)]
}

/// A sale beside the backup of a file of a hundred megabytes takes what it takes alone, and what the shared processor costs.
#[test]
#[ignore = "a measurement"]
fn a_backup_of_a_hundred_megabytes_does_not_hold_up_sales() {
    let (shop, _) = cashier_with_shift();
    let shop = shop.reopened_after(|database| {
        let ballast = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1600)
            INSERT INTO idempotency SELECT randomblob(16), 'ballast', zeroblob(32), hex(randomblob(32000)), 9000000000000000 FROM n";
        assert_eq!(raw::sql(database, &[ballast, "PRAGMA wal_checkpoint(TRUNCATE)"])[0], "ok");
    });
    let (till, manager) = (shop.till(Role::Cashier, "C01"), shop.signed_in(Role::Manager, 71));
    shop.app().start_workers().unwrap();
    settled(&manager);
    std::thread::sleep(Duration::from_secs(6));
    settled(&manager);
    let alone = sales(&till, |n| n == 200);
    let started = Instant::now();
    let _: BackupJob = till.ask("backup_start", Empty {});
    let working = || manager.ask::<Option<BackupJob>>("backup_job", Empty {}).is_some();
    let beside = sales(&till, |n| n >= 20 && !working());
    let took = started.elapsed();
    let (file, _) = newest(&settled(&manager));
    println!("{} MB in {took:?}, {} sales beside it", file.bytes >> 20, beside.len());
    for (name, took) in [("alone", &alone), ("beside", &beside)] {
        println!("{name}: p50 {:?} p95 {:?} worst {:?}", at(took, 50), at(took, 95), at(took, 100));
    }
    assert!(file.bytes > 100 << 20);
    assert!(at(&beside, 50) < at(&alone, 50) * 2 + Duration::from_millis(5));
}
