//! Opening the shop, and what hosts can do with it.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use api::{Call, Fault, FaultCode, Retry};
use serde_json::value::RawValue;
use store::tables::{mail, print_jobs};
use store::{Actor, Stamp, Store};
use uuid::Uuid;

use crate::anchors::Media;
use crate::books::Books;
use crate::check_later;
use crate::clock::Clock;
use crate::error::Result;
use crate::instance::Claim;
use crate::integrity::Room;
use crate::keys::KeyStore;
use crate::printer_search::PrinterPlaces;
use crate::samples::Samples;
use crate::shared::{Listener, Shared, Surroundings, World, lock};
use crate::timings;
use crate::training::{self, School};
use crate::upgrade::{add_credit_method, add_label_rules};
use crate::{
    anchors, archives, backups, books, closings, instance, integrity, lifetime, mailing, printing, router,
};

/// Name of the database in the data folder.
const DATABASE: &str = "comptoir.db";
/// Finished print jobs are kept this long.
const KEEP_JOBS_MS: i64 = 14 * 24 * 3_600_000;
/// How long the end of the program waits for one thing that still holds the database.
const PATIENCE: Duration = Duration::from_secs(2);

/// How to open a shop.
#[derive(Clone)]
pub struct AppOptions {
    /// Folder of the shop's files; made if it does not exist.
    pub data_dir: PathBuf,
    /// Where the time comes from.
    pub clock: Arc<dyn Clock>,
    /// Where signing keys are kept.
    pub keys: Arc<dyn KeyStore>,
    /// Folder for the anchors (fiscal.md 7.5), which is not the one of the data; see [`crate::anchor_dir`].
    pub anchors: PathBuf,
}

/// The running program. Cheap to clone.
#[derive(Clone)]
pub struct App {
    pub(crate) shared: Arc<Shared>,
    /// Keeps other programs away from the data until it is closed.
    claim: Arc<Mutex<Option<Claim>>>,
}

impl App {
    /// Opens the shop in a folder: migrates, verifies the end of every chain, tidies up after a crash.
    pub fn open(options: AppOptions) -> Result<Self, Fault> {
        Self::try_open(options).map_err(|error| error.into_fault("open", "start"))
    }

    fn try_open(options: AppOptions) -> Result<Self> {
        std::fs::create_dir_all(&options.data_dir).map_err(store::Error::from)?;
        options.keys.check().map_err(store::Error::from)?;
        let claim = Arc::new(Mutex::new(Some(instance::claim(&options.data_dir, DATABASE)?)));
        if let Err(error) = integrity::clear_scratch(&options.data_dir) {
            tracing::warn!(%error, "a scratch file is left over");
        }
        let now_ms = options.clock.now_ms();
        let ids = [Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7()];
        backups::swap::carry_out(&options.data_dir, DATABASE).map_err(store::Error::from)?;
        let opened = Store::open(&options.data_dir.join(DATABASE), now_ms, ids)?;
        backups::adopt(&opened.store, now_ms)?;
        tidy(&opened.store, now_ms)?;
        add_credit_method(&opened.store, now_ms)?;
        add_label_rules(&opened.store, now_ms)?;
        let books = Books::anchored(Media::new(Arc::clone(&options.keys), options.anchors));
        let around = Surroundings {
            clock: options.clock,
            key_store: options.keys,
            listeners: Arc::new(Mutex::new(Vec::new())),
            stopping: Arc::new(AtomicBool::new(false)),
        };
        let world = World::Real(School::beside(&options.data_dir));
        let shared = Arc::new(Shared { books, ..Shared::over(opened.store, world, around) });
        // First of all: what it finds decides whether anything may be signed.
        books::find(&shared)?;
        backups::journal_restored(&shared);
        training::end_left_over(&shared);
        lifetime::started(&shared);
        closings::at_start(&shared);
        if !opened.checked {
            check_later::start(&shared).map_err(store::Error::from)?;
        }
        Ok(Self { shared, claim })
    }

    /// Carries out a call and answers with JSON. Blocks until it is done; never on a device or a network. A panic
    /// inside becomes a fault of severity bug, with nothing written.
    pub fn call(&self, call: &Call) -> Result<Box<RawValue>, Fault> {
        if self.shared.is_stopping() {
            return Err(Fault::failed(FaultCode::Stopping, Retry::AfterReconnect));
        }
        router::call(&training::world_of(&self.shared, call), call)
    }

    /// Calls `listener` with every event from now on.
    pub fn subscribe(&self, listener: Listener) {
        lock(&self.shared.listeners).push(listener);
    }

    /// Offers sample shops for an empty database. The first offer stands.
    pub fn offer_samples(&self, samples: Arc<dyn Samples>) {
        self.shared.samples.get_or_init(|| samples);
    }

    /// Looks for printers there and nowhere else. The first choice stands.
    pub fn search_printers_at(&self, places: PrinterPlaces) {
        self.shared.printer_searches.places.get_or_init(|| places);
    }

    /// Asks there for the free bytes of the disk before tables are checked. The first choice stands.
    pub fn measure_room_with(&self, room: Room) {
        self.shared.integrity.measure_room_with(room);
    }

    /// Starts the workers that print and send letters.
    pub fn start_workers(&self) -> Result<(), Fault> {
        printing::worker::start(&self.shared)
            .and_then(|()| mailing::worker::start(&self.shared))
            .and_then(|()| anchors::start(&self.shared))
            .and_then(|()| integrity::start_daily(&self.shared))
            .and_then(|()| backups::worker::start(&self.shared))
            .and_then(|()| archives::start(&self.shared))
            .and_then(|()| closings::worker::start(&self.shared))
            .map_err(|error| error.into_fault("start_workers", "start"))
    }

    /// Refuses further calls, lets the workers end, journals the stop (JET 40) and writes the last measurements.
    pub fn stop(&self) {
        self.shared.stop();
        lifetime::stopped(&self.shared);
        anchors::write_last(&self.shared);
        if let Err(error) = self.write_timings() {
            tracing::warn!(%error, "the last measurements are lost");
        }
    }

    /// Ends the program: stops it, lets what is being carried out end, and closes the shop's database and that of training, so
    /// that each is one whole file. What holds the database or the anchors up is waited for in each of these steps for seconds
    /// and no longer; what could not be done by then is as safe as after a crash. Every later call is refused.
    pub fn close(&self) {
        let told = self.stop_in_time();
        let training = self.training_store().into_iter();
        let left = training.chain([self.shared.store.clone()]).filter(|store| !closed(store)).count();
        if told && left == 0 {
            // Nothing of this process can write into the database or the anchors any more: another one may have them.
            lock(&self.claim).take();
        }
    }

    /// Stops the program, and waits no longer than [`PATIENCE`] for its last records: behind an import they may have to wait
    /// for minutes. They stay in the queue and are written if the process lives until then; otherwise the next start finds
    /// that the stop was not noted. False when they may still be written.
    fn stop_in_time(&self) -> bool {
        let (done, told) = mpsc::channel();
        let app = self.clone();
        let stopping = std::thread::Builder::new().name("stop".to_owned()).spawn(move || {
            app.stop();
            // Whoever asked may have lost patience.
            let _ = done.send(());
        });
        self.shared.stop();
        let in_time = stopping.is_ok() && told.recv_timeout(PATIENCE).is_ok();
        if !in_time {
            tracing::warn!("the stop is not noted in time");
        }
        in_time
    }

    /// Writes the anchors of what was signed since they were last written, and waits for it. The worker does this by
    /// itself; a host that ends, and a test, want to know.
    pub fn write_anchors(&self) {
        anchors::write_now(&self.shared);
    }

    /// Carries out the verification that nobody asks for, the tables with it once a week, if it is time to; waits for its end. A
    /// worker does this by itself; a test of its calendar cannot wait for weeks.
    pub fn verify_when_due(&self) {
        integrity::verify_when_due(&self.shared);
    }

    fn write_timings(&self) -> Result<()> {
        if self.shared.timings.is_empty() {
            return Ok(());
        }
        let (shared, stamp) =
            (Arc::clone(&self.shared), Stamp { now_ms: self.now_ms(), actor: Actor::default() });
        self.shared.store.write(stamp, move |tx| shared.timings.write_all(tx))
    }

    /// The time as the program sees it: UTC milliseconds.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        self.shared.clock.now_ms()
    }

    /// The shop's data, for tools that read it beside the program.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.shared.store
    }

    /// The data of training mode, once somebody has entered it in this run.
    #[must_use]
    pub fn training_store(&self) -> Option<Store> {
        training::opened(&self.shared).map(|training| training.store.clone())
    }
}

/// Closes a database; false when something still holds it.
fn closed(store: &Store) -> bool {
    let outcome = store.close(PATIENCE);
    if let Err(error) = &outcome {
        tracing::warn!(%error, path = %store.path().display(), "the database is not closed");
    }
    outcome.is_ok()
}

/// After a crash: a job that was being sent may or may not have been printed, so a person must say.
pub(crate) fn tidy(store: &Store, now_ms: i64) -> Result<()> {
    let stamp = Stamp { now_ms, actor: Actor::default() };
    store.write(stamp, move |tx| {
        for job in print_jobs::interrupted(tx.db())? {
            print_jobs::set_state(tx, job.id, "unconfirmed", Some("interrupted"), false)?;
        }
        print_jobs::forget_before(tx, now_ms - KEEP_JOBS_MS)?;
        mail::resume(tx)?;
        mail::forget_before(tx, now_ms - KEEP_JOBS_MS)?;
        timings::fold(tx)
    })
}
