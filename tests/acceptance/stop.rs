//! The orderly stop: everything is in the database file itself, the sale in progress too, and the folder is free.
//!
//! What an interrupted program leaves is the matter of `crash` and of the tests of survival.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use api::types::{Empty, SaleScan, SaleView, SessionView};
use api::{Fault, FaultCode};
use app::App;
use domain::money::Quantity;
use domain::permission::Role;
use store::Store;
use tempfile::TempDir;
use testkit::TestShop;
use verify::{Options, Verdict, verify};

use crate::fiscal_chain::assert_sound;
use crate::jet::events;
use crate::world::cashier_with_shift;

const BAGUETTE: &str = "3760999010011";
/// The longest that a person should wait for a program to end.
const BOUND: Duration = Duration::from_secs(10);

/// Nothing waits in a write-ahead log beside the database.
pub fn assert_one_file(database: &Path) {
    let log = database.with_extension("db-wal");
    let waiting = std::fs::metadata(&log).map_or(0, |log| log.len());
    assert_eq!(waiting, 0, "bytes in {}", log.display());
}

/// The database file in a folder of its own, with the keys and without anything else that lay beside it; it verifies.
pub fn alone(folder: &Path) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    let database = copy.path().join("comptoir.db");
    std::fs::copy(folder.join("comptoir.db"), &database).unwrap();
    std::fs::create_dir(copy.path().join("keys")).unwrap();
    for key in std::fs::read_dir(folder.join("keys")).unwrap() {
        let key: PathBuf = key.unwrap().path();
        std::fs::copy(&key, copy.path().join("keys").join(key.file_name().unwrap())).unwrap();
    }
    let report = verify(&database, &Options::default());
    assert_eq!((report.verdict, report.findings), (Verdict::Sound, Vec::new()));
    copy
}

/// A cashier scans until the program refuses: every scan that was acknowledged is in the file, and no other; training is one
/// file as well.
#[test]
fn an_orderly_stop_leaves_one_file_with_the_sale_in_progress() {
    let (shop, till) = cashier_with_shift();
    shop.app().start_workers().unwrap();
    till.cash_sale(&[BAGUETTE]);
    let learner = shop.till(Role::Manager, "C02");
    let session: SessionView = learner.ask("training_enter", Empty {});
    assert!(session.training.is_some());

    let started = Instant::now();
    let (scanned, refused) = std::thread::scope(|scope| {
        let scanning = scope.spawn(|| {
            let mut acknowledged = 0;
            loop {
                let scan = SaleScan { code: BAGUETTE.to_owned(), quantity: None };
                match till.client.call::<SaleView>("sale_scan", scan) {
                    Ok(_) => acknowledged += 1,
                    Err(fault) => break (acknowledged, fault),
                }
            }
        });
        std::thread::sleep(Duration::from_millis(100));
        shop.app().close();
        scanning.join().unwrap()
    });
    assert!(started.elapsed() < BOUND, "{:?}", started.elapsed());
    assert_eq!(refused.code, FaultCode::Stopping);
    assert!(scanned > 0);

    assert_one_file(&shop.folder().join("comptoir.db"));
    assert_one_file(&shop.folder().join("ecole.db"));
    let again = TestShop::over(alone(shop.folder()), testkit::START_MS);
    let sale = again.till(Role::Cashier, "C01").sale();
    let in_cart: i64 = sale.lines.iter().map(|line| line.quantity.0).sum();
    assert_eq!(in_cart, Quantity::units(scanned).0);
    assert_eq!(events(&again, 950).len(), 0, "no crash");
    assert_sound(&again);
}

/// The folder belongs to the program until it is closed, and to the next one from then on.
#[test]
fn a_closed_program_gives_its_folder_back() {
    let shop = TestShop::france();
    let open = || App::open(testkit::options(shop.folder(), shop.clock.clone()));
    assert_eq!(open().err().map(|fault| fault.code), Some(FaultCode::DatabaseInUse));
    shop.app().close();
    let refused: Result<SaleView, Fault> = shop.client(1).call("sale_current", Empty {});
    assert_eq!(refused.unwrap_err().code, FaultCode::Stopping);
    open().unwrap().close();
}

/// Closes the program while something holds its store: `hold` calls what it is given from inside a query or a transaction, and
/// comes back from it when the program is closed. The stop takes a bounded time, `look` is called behind it, and what is on the
/// disk by then is a shop with the sale in progress.
fn closed_while_held(
    shop: &TestShop,
    hold: impl FnOnce(&Store, Box<dyn FnOnce() + Send>) -> store::Result<()> + Send + 'static,
    look: impl FnOnce(),
) {
    let (holds, holding) = std::sync::mpsc::channel();
    let (end, ended) = std::sync::mpsc::channel::<()>();
    let store = shop.app().store().clone();
    let wait = Box::new(move || {
        holds.send(()).unwrap();
        ended.recv().unwrap();
    });
    let holder = std::thread::spawn(move || hold(&store, wait));
    holding.recv().unwrap();
    let started = Instant::now();
    shop.app().close();
    assert!(started.elapsed() < BOUND, "{:?}", started.elapsed());
    look();
    let left = shop.files();
    end.send(()).unwrap();
    holder.join().unwrap().unwrap();
    let again = TestShop::of(&left, testkit::START_MS);
    assert_eq!(again.till(Role::Cashier, "C01").sale().lines.len(), 1);
    assert_sound(&again);
}

/// Something that reads and does not end holds up the stop for a bounded time, and nothing is lost.
#[test]
fn a_query_that_does_not_end_does_not_hold_up_the_stop() {
    let (shop, till) = cashier_with_shift();
    till.scan(BAGUETTE);
    let read = |store: &Store, wait: Box<dyn FnOnce() + Send>| {
        store.read(|db| {
            store::tables::ops::schema(db)?;
            wait();
            Ok(())
        })
    };
    closed_while_held(&shop, read, || {});
}

/// Something that writes and does not end, as a long import, holds up the stop for a bounded time as well. The training database
/// is closed all the same, and the folder is kept from other programs.
#[test]
fn a_transaction_that_does_not_end_does_not_hold_up_the_stop() {
    let (shop, till) = cashier_with_shift();
    till.scan(BAGUETTE);
    let learner = shop.till(Role::Manager, "C02");
    let _: SessionView = learner.ask("training_enter", Empty {});
    let write = |store: &Store, wait: Box<dyn FnOnce() + Send>| {
        let stamp = store::Stamp { now_ms: testkit::START_MS, actor: store::Actor::default() };
        store.write(stamp, move |_| {
            wait();
            Ok(())
        })
    };
    closed_while_held(&shop, write, || {
        assert_one_file(&shop.folder().join("ecole.db"));
        let taken = App::open(testkit::options(shop.folder(), shop.clock.clone()));
        assert_eq!(taken.err().map(|fault| fault.code), Some(FaultCode::DatabaseInUse));
    });
}

/// Whatever becomes of the training database, that of the shop is closed.
#[test]
fn training_that_is_not_closed_does_not_keep_the_shop_open() {
    let (shop, _) = cashier_with_shift();
    let learner = shop.till(Role::Manager, "C02");
    let _: SessionView = learner.ask("training_enter", Empty {});
    shop.app().training_store().unwrap().close(Duration::from_secs(1)).unwrap();
    shop.app().close();
    assert_one_file(&shop.folder().join("comptoir.db"));
}
