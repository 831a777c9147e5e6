//! A shop in a temporary folder.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use api::types::{Empty, UserSave, UserTile, UserView, WorkstationRef, WorkstationView};
use app::{App, AppOptions, Client, Clock as _, FileKeys, PrinterPlaces};
use demo::Sample;
use domain::ids::ComputerId;
use domain::permission::Role;
use tempfile::TempDir;
use uuid::Uuid;

use crate::snapshot::{Tables, snapshot};
use crate::{FakeClock, Files, START_MS, Till};

/// PIN of the technician that [`TestShop::till`] makes when it is asked for one.
const TECHNICIAN_PIN: &str = "9876";

/// A shop whose files live in a temporary folder and whose clock stands still until it is moved.
pub struct TestShop {
    /// The shop's clock.
    pub clock: Arc<FakeClock>,
    app: App,
    dir: TempDir,
}

impl TestShop {
    /// «Boulangerie-traiteur du Port», ready to sell at two workstations; no shift is open.
    #[must_use]
    pub fn france() -> Self {
        static MADE: OnceLock<Files> = OnceLock::new();
        Self::of(MADE.get_or_init(|| sample(Sample::France)), START_MS)
    }

    /// «Épicerie-boutique Limoilou», ready to sell at two workstations; no shift is open.
    #[must_use]
    pub fn quebec() -> Self {
        static MADE: OnceLock<Files> = OnceLock::new();
        Self::of(MADE.get_or_init(|| sample(Sample::Quebec)), START_MS)
    }

    /// A database without a shop.
    #[must_use]
    pub fn empty() -> Self {
        Self::open(tempfile::tempdir().unwrap(), FakeClock::new(START_MS))
    }

    /// A shop from its files, at a moment.
    #[must_use]
    pub fn of(files: &Files, now_ms: i64) -> Self {
        Self::over(files.unpack(), now_ms)
    }

    /// A shop whose files are in a folder already, for who must do something to the folder first.
    #[must_use]
    pub fn over(folder: TempDir, now_ms: i64) -> Self {
        Self::open(folder, FakeClock::new(now_ms))
    }

    /// The program.
    #[must_use]
    pub const fn app(&self) -> &App {
        &self.app
    }

    /// The folder of the shop's files.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.dir.path()
    }

    /// The database file.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.app.store().path().to_path_buf()
    }

    /// What a killed process leaves: the files as they are on the disk at this moment, opened by a new process.
    /// Nothing is closed, flushed or told to stop.
    #[must_use]
    pub fn killed_and_reopened(&self) -> Self {
        Self::of(&self.files(), self.clock.now_ms())
    }

    /// The same with something done to the database file in between.
    #[must_use]
    pub fn reopened_after(&self, damage: impl FnOnce(&Path)) -> Self {
        let dir = self.files().unpack();
        damage(&dir.path().join("comptoir.db"));
        Self::open(dir, FakeClock::new(self.clock.now_ms()))
    }

    /// The shop's files as they are on the disk.
    #[must_use]
    pub fn files(&self) -> Files {
        Files::of(self.dir.path())
    }

    /// Every table of the database.
    #[must_use]
    pub fn snapshot(&self) -> Tables {
        snapshot(self.app.store(), &[])
    }

    /// Every table of the database but the named ones.
    #[must_use]
    pub fn snapshot_except(&self, tables: &[&str]) -> Tables {
        snapshot(self.app.store(), tables)
    }

    /// A window of computer number `computer`, with nobody signed in.
    #[must_use]
    pub fn client(&self, computer: u128) -> Client {
        Client::new(self.app.clone(), ComputerId(Uuid::from_u128(computer)))
    }

    /// The first user of a role, with the PIN of the sample shop. A technician is made first if need be.
    #[must_use]
    pub fn user(&self, role: Role) -> (UserTile, &'static str) {
        let tiles: Vec<UserTile> = self.client(99).call("sign_in_users", Empty {}).unwrap();
        if let Some(tile) = tiles.into_iter().find(|t| t.role == role) {
            return (tile, pin(role));
        }
        assert_eq!(role, Role::Technician, "the sample shop has every other role");
        let save = UserSave {
            id: None,
            name: "Intervenant".to_owned(),
            role,
            is_seller: false,
            active: true,
            pin: Some(TECHNICIAN_PIN.to_owned()),
        };
        let _: UserView = self.signed_in(Role::Manager, 99).ask("user_save", save);
        self.user(role)
    }

    /// A signed-in user at computer number `computer`, at its default workstation if it has one.
    #[must_use]
    pub fn signed_in(&self, role: Role, computer: u128) -> Till {
        let (user, pin) = self.user(role);
        let mut client = self.client(computer);
        let session = client.sign_in(user.id, pin).unwrap();
        Till::new(client, session)
    }

    /// A signed-in user at the workstation with this code, at a computer of its own.
    #[must_use]
    pub fn till(&self, role: Role, code: &str) -> Till {
        let computer = code.bytes().fold(role as u128 + 1, |n, byte| n * 256 + u128::from(byte));
        let mut till = self.signed_in(role, computer);
        let all: Vec<WorkstationView> = till.ask("workstation_list", Empty {});
        let found = all.into_iter().find(|w| w.code == code);
        let workstation_id = found.unwrap_or_else(|| panic!("no workstation {code}")).id;
        till.session = till.ask("workstation_enter", WorkstationRef { workstation_id });
        till
    }

    fn open(dir: TempDir, clock: FakeClock) -> Self {
        let clock = Arc::new(clock);
        let app = open(dir.path(), &clock);
        app.search_printers_at(without_printers(dir.path()));
        Self { clock, app, dir }
    }
}

impl Drop for TestShop {
    /// Lets the print worker end before the folder goes away.
    fn drop(&mut self) {
        self.app.stop();
    }
}

const fn pin(role: Role) -> &'static str {
    match role {
        Role::Manager => "1234",
        Role::LeadCashier => "2345",
        Role::Cashier => "3456",
        Role::Technician => TECHNICIAN_PIN,
    }
}

/// Everything of a program in one folder: data, keys and anchors.
#[must_use]
pub fn options(folder: &Path, clock: Arc<FakeClock>) -> AppOptions {
    let keys = Arc::new(FileKeys::new(&folder.join("keys")));
    AppOptions { data_dir: folder.to_path_buf(), clock, keys, anchors: folder.join("anchors") }
}

fn open(folder: &Path, clock: &Arc<FakeClock>) -> App {
    App::open(options(folder, Arc::clone(clock))).unwrap()
}

/// The network of the computer that runs the tests is nobody's to knock at.
fn without_printers(folder: &Path) -> PrinterPlaces {
    PrinterPlaces { addresses: Vec::new(), devices: folder.join("devices") }
}

/// Makes a sample shop, to be copied.
fn sample(sample: Sample) -> Files {
    let dir = tempfile::tempdir().unwrap();
    let app = open(dir.path(), &Arc::new(FakeClock::new(START_MS - 86_400_000)));
    demo::create(&app, sample).unwrap();
    app.stop();
    drop(app);
    Files::of(dir.path())
}
