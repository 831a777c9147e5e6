//! Restoring where no shop is open: on an empty computer, and where the data is damaged.

use std::path::Path;
use std::sync::Arc;

use api::types::{BackupFolder, Empty, RescueView, RestoreChoice, RestorePhase, RestoreState};
use api::{Call, Fault, FaultCode};
use app::{App, AppOptions, Rescue};
use domain::permission::Role;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use testkit::{FakeClock, START_MS, TestShop, raw};

use super::{back_up, newest, selling_shop, until};

fn options(folder: &Path) -> AppOptions {
    testkit::options(folder, Arc::new(FakeClock::new(START_MS + 120_000)))
}

fn ask<T: DeserializeOwned>(rescue: &Rescue, command: &str, request: impl Serialize) -> Result<T, Fault> {
    let request = serde_json::to_value(request).unwrap();
    let (session, key, client, computer, approval) = (None, None, None, None, None);
    let command = command.to_owned();
    let answer = rescue.call(&Call { command, request, session, key, client, computer, approval })?;
    Ok(serde_json::from_str(answer.get()).unwrap())
}

/// From the page that says that the data is damaged a backup can be restored: that is when it is needed. The damaged file
/// is kept.
#[test]
fn a_damaged_shop_goes_on_from_a_backup() {
    let (shop, till, manager) = selling_shop();
    till.cash_sale(&["1001"]);
    let (file, _) = newest(&back_up(&manager));
    let files = shop.files().unpack();
    let database = files.path().join("comptoir.db");
    let _ = raw::sql(&database, &["PRAGMA wal_checkpoint(TRUNCATE)"]);
    let mut bytes = std::fs::read(&database).unwrap();
    bytes[8192..16384].fill(0xA5);
    std::fs::write(&database, &bytes).unwrap();

    let fault = App::open(options(files.path())).err().unwrap();
    assert_eq!(fault.code, FaultCode::DatabaseCorrupt);
    let rescue = Rescue::new(options(files.path()), fault);
    assert_eq!(ask::<Empty>(&rescue, "app_status", json!({})).unwrap_err().code, FaultCode::DatabaseCorrupt);
    let folder = BackupFolder { folder: String::new() };
    let view: RescueView = ask(&rescue, "rescue_view", folder.clone()).unwrap();
    assert_eq!(view.fault.map(|f| f.code), Some(FaultCode::DatabaseCorrupt));
    let found = view.files.iter().find(|f| f.name == file.name).unwrap();
    assert!(Path::new(&found.path).starts_with(files.path()));
    let choice = RestoreChoice { path: found.path.clone(), passphrase: None };
    let early = ask::<RestoreState>(&rescue, "rescue_apply", json!({})).unwrap_err();
    assert_eq!(early.code, FaultCode::RestoreNotReady);
    let _: RestoreState = ask(&rescue, "rescue_check", choice).unwrap();
    let state = || ask::<RescueView>(&rescue, "rescue_view", folder.clone()).unwrap().restore;
    until("the check does not end", || state().phase == RestorePhase::Ready);
    let preview = state().preview.unwrap();
    assert_eq!((preview.tickets, preview.missing), (1, None));
    let _: RestoreState = ask(&rescue, "rescue_apply", json!({})).unwrap();

    let app = App::open(options(files.path())).unwrap();
    app.stop();
    let aside = files.path().join("comptoir-avant-restauration-20261121-093200.db");
    assert_eq!(std::fs::read(aside).unwrap(), bytes, "the damaged file is kept as it was");
    assert_eq!(raw::sql(&database, &["SELECT count(*) FROM document"]), ["[[1]]"]);
}

/// On an empty computer the first window offers a backup; it becomes the shop.
#[test]
fn an_empty_computer_takes_a_backup() {
    let (shop, till, manager) = selling_shop();
    till.cash_sale(&["1001"]);
    let (_, path) = newest(&back_up(&manager));
    let empty = TestShop::empty();
    empty.app().start_workers().unwrap();
    let window = empty.client(1);
    let folder = BackupFolder { folder: path.parent().unwrap().to_string_lossy().into_owned() };
    let view: RescueView = window.call("rescue_view", folder.clone()).unwrap();
    assert_eq!((view.files.len(), view.fault), (1, None), "of two in an hour the newer is kept");
    let choice = RestoreChoice { path: view.files[0].path.clone(), passphrase: None };
    let _: RestoreState = window.call("rescue_check", choice).unwrap();
    let state = || window.call::<RescueView>("rescue_view", folder.clone()).unwrap().restore;
    until("the check does not end", || state().phase == RestorePhase::Ready);
    assert_eq!(state().preview.unwrap().shop, "Boulangerie-traiteur du Port");
    let _: RestoreState = window.call("rescue_apply", Empty {}).unwrap();
    let restored = empty.killed_and_reopened();
    let count = raw::sql(&restored.database(), &["SELECT count(*) FROM document"]);
    assert_eq!(count, ["[[1]]"]);
    // The keys stayed with the old computer: signing in works, selling waits for a decision about the keys.
    assert!(restored.signed_in(Role::Manager, 3).session.workstation.is_none());
    drop(shop);
}
