//! A shop on a disk that can be told to fail, and what must be true of it afterwards.

use std::net::SocketAddr;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use api::types::{
    PaymentAdd, PrintConfirmation, PrinterConnection, PrinterSettings, SaleDone, SaleValidate, SaleView,
};
use api::{Fault, IdempotencyKey};
use domain::payment::PaymentKind;
use domain::permission::Role;
use faultdisk::Watch;
use fiscal::verify::Verdict;
use tempfile::TempDir;
use testkit::{Files, TestShop, Till, raw};
use uuid::Uuid;

/// Articles of the sample shop.
const BAGUETTE: &str = "3760999010011";
const CROISSANT: &str = "3760999011018";

/// A cart with two lines, about to be paid.
pub struct Checkout {
    pub shop: TestShop,
    pub watch: Watch,
    till: Till,
    cash: PaymentAdd,
    key: IdempotencyKey,
}

/// Tests run beside each other, but for the one that watches the whole process.
static PROCESS: RwLock<()> = RwLock::new(());

/// Nobody else is at work while this is held.
pub fn alone() -> RwLockWriteGuard<'static, ()> {
    PROCESS.write().unwrap_or_else(PoisonError::into_inner)
}

/// Others may be at work while this is held.
pub fn beside_others() -> RwLockReadGuard<'static, ()> {
    PROCESS.read().unwrap_or_else(PoisonError::into_inner)
}

/// The files of a shop with a ticket, an open shift and a cart of two lines; much of it waits in the write-ahead log.
pub fn prepared() -> Files {
    prepared_with(None)
}

/// The same with a printer.
pub fn prepared_with(printer: Option<SocketAddr>) -> Files {
    let shop = TestShop::france();
    if let Some(address) = printer {
        let connection = PrinterConnection::Tcp { host: address.ip().to_string(), port: address.port() };
        let confirmation = PrintConfirmation::ProcessId;
        let settings = PrinterSettings { connection, columns: 48, confirmation, drawer: false };
        shop.till(Role::Manager, "C01").set_up_workstation(|w| w.printer = Some(settings));
    }
    let till = shop.till(Role::Cashier, "C01");
    till.open_shift(10_000);
    till.cash_sale(&[BAGUETTE]);
    till.scan(BAGUETTE);
    till.scan(CROISSANT);
    shop.files()
}

/// The same with everything in one file: nothing waits in the write-ahead log.
pub fn folded() -> Files {
    let folder = prepared().unpack();
    let answers = raw::sql(&folder.path().join("comptoir.db"), &["PRAGMA wal_checkpoint(TRUNCATE)"]);
    assert!(answers[0].starts_with("[[0"), "{answers:?}");
    Files::of(folder.path())
}

impl Checkout {
    /// Opens the shop on a disk that works, and comes back to the cart.
    pub fn of(files: &Files) -> Self {
        Self::over(files.unpack())
    }

    /// The same with files that are in a folder already.
    pub fn over(folder: TempDir) -> Self {
        faultdisk::install().unwrap();
        let watch = Watch::on(folder.path());
        let shop = TestShop::over(folder, testkit::START_MS);
        let till = shop.till(Role::Cashier, "C01");
        let cash = till.payment(PaymentKind::Cash, None);
        Self { shop, watch, till, cash, key: IdempotencyKey(Uuid::now_v7()) }
    }

    /// Pays and validates; always the same request with the same key.
    pub fn validate(&self) -> Result<SaleDone, Fault> {
        self.sell(false)
    }

    /// The same with the ticket on paper.
    pub fn print(&self) -> Result<SaleDone, Fault> {
        self.sell(true)
    }

    fn sell(&self, print: bool) -> Result<SaleDone, Fault> {
        let request =
            SaleValidate { payment: Some(self.cash.clone()), leave_unpaid: false, print, seen: None };
        self.till.client.call_with_key("sale_validate", request, self.key)
    }

    /// A further sale, with a key of its own.
    pub fn sell_more(&self) -> Result<SaleDone, Fault> {
        self.till.scan(BAGUETTE);
        let payment = Some(self.cash.clone());
        let request = SaleValidate { payment, leave_unpaid: false, print: false, seen: None };
        self.till.client.call("sale_validate", request)
    }

    /// Who is at the till.
    pub const fn till(&self) -> &Till {
        &self.till
    }

    pub fn cart(&self) -> SaleView {
        self.till.sale()
    }

    /// The same request in another process.
    pub fn again_on(self, files: &Files) -> Self {
        let key = self.key;
        drop(self);
        Self { key, ..Self::of(files) }
    }

    /// The power comes back: a new process on what the disk kept, with the request that was on its way.
    pub fn after_power_cut(self, seed: u64) -> Self {
        self.watch.cut_power(seed).unwrap();
        let files = self.shop.files();
        self.again_on(&files)
    }

    /// Tickets sold, by number.
    pub fn tickets(&self) -> Vec<String> {
        let rows = raw::sql(
            &self.shop.database(),
            &["SELECT number FROM document WHERE kind = 'ticket' ORDER BY number"],
        );
        let rows: Vec<[String; 1]> = serde_json::from_str(&rows[0]).unwrap();
        rows.into_iter().map(|[number]| number).collect()
    }

    /// The shop is sound, and the ticket numbers are those of the chain without gap.
    pub fn assert_sound(&self) {
        assert_sound(&self.shop);
        let numbers: Vec<u64> =
            self.tickets().iter().map(|n| n.rsplit('-').next().unwrap().parse().unwrap()).collect();
        assert!(numbers.windows(2).all(|w| w[1] == w[0] + 1), "{numbers:?}");
    }
}

/// The file is whole and chains verify.
pub fn assert_sound(shop: &TestShop) {
    let found = raw::sql(&shop.database(), &["PRAGMA integrity_check", "PRAGMA foreign_key_check"]);
    assert_eq!(found, [r#"[["ok"]]"#, "ok"]);
    assert_verifies(shop);
}

/// Every chain verifies.
pub fn assert_verifies(shop: &TestShop) {
    let reports = shop.app().store().read(app::verify_chains).unwrap();
    for (_, report) in &reports {
        assert_eq!(report.verdict(), Verdict::Sound, "{:?}", report.findings);
    }
}
