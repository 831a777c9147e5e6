//! Anchors outside the database, and what happens when the database does not hold what they say (fiscal.md 7.5, 7.7).

mod alerts;
mod defects;
mod keys;
mod restore;

use std::path::Path;

use api::types::{AppStatus, BooksHealth, Empty, WorkstationBooks};
use app::Clock as _;
use domain::permission::Role;
use fiscal::verify::{Finding, Verdict};
use store::Db;
use tempfile::TempDir;
use testkit::{TestShop, Till};

use crate::world::cashier_with_shift;

/// A shop whose anchors are written, with one sale made.
fn anchored() -> (TestShop, Till) {
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    shop.app().write_anchors();
    (shop, till)
}

/// The books of C01, as a manager sees them who has signed in without a workstation.
fn books(shop: &TestShop) -> WorkstationBooks {
    let health: BooksHealth = shop.signed_in(Role::Manager, 7).ask("books_health", Empty {});
    health.workstations.into_iter().find(|one| one.code == "C01").unwrap()
}

pub fn alerts(shop: &TestShop) -> Vec<api::types::StartAlert> {
    let status: AppStatus = shop.client(1).call("app_status", Empty {}).unwrap();
    status.alerts
}

/// The verdict on C01, and what was found.
fn verdict(shop: &TestShop) -> (Verdict, Vec<Finding>) {
    let verify = |db: Db<'_>| app::verify_chains(db).map_err(|e| store::Error::Fiscal(e.to_string()));
    let id = books(shop).workstation_id;
    let reports = shop.app().store().read(verify).unwrap();
    let (_, report) = reports.into_iter().find(|(terminal, _)| *terminal == id).unwrap();
    (report.verdict(), report.findings)
}

/// Copies a database with its companions over the one in a folder, as somebody does who restores a backup by hand.
fn put_back(from: &Path, into: &Path) {
    for name in ["comptoir.db", "comptoir.db-wal", "comptoir.db-shm"] {
        let _ = std::fs::remove_file(into.join(name));
        if from.join(name).is_file() {
            std::fs::copy(from.join(name), into.join(name)).unwrap();
        }
    }
}

/// The shop as it is now, with the database of an earlier day.
fn restored(shop: &TestShop, yesterday: &TempDir) -> TestShop {
    let folder = shop.files().unpack();
    put_back(yesterday.path(), folder.path());
    TestShop::over(folder, shop.clock.now_ms())
}
