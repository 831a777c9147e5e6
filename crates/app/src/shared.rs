//! The state of the running program: everything here can be lost without losing data.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

use api::{Event, Fault, Notice};
use domain::cart::Journal;
use domain::ids::{CartId, WorkstationId};
use store::Store;
use uuid::{ContextV7, Timestamp, Uuid};

use crate::archives::Archives;
use crate::backups::Desk;
use crate::books::Books;
use crate::clock::Clock;
use crate::import::Imports;
use crate::integrity::Integrity;
use crate::keys::{KeyStore, TerminalKey};
use crate::logo::LastLogo;
use crate::printer_search::PrinterSearches;
use crate::sale::Frame;
use crate::samples::Samples;
use crate::sessions::Sessions;
use crate::timings::Timings;
use crate::training::School;

/// Called with every event; must not block.
pub type Listener = Box<dyn Fn(&Notice) + Send + Sync>;

/// Where a program's state belongs: to the shop, or to the training that imitates it (fiscal.md 1.8).
pub enum World {
    /// The shop. It keeps the training that was opened beside it.
    Real(School),
    /// Training, and the shop that it imitates.
    Training(Weak<Shared>),
}

/// What the shop and its training have in common.
#[derive(Clone)]
pub struct Surroundings {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Where signing keys are kept.
    pub key_store: Arc<dyn KeyStore>,
    /// Who is told of events.
    pub listeners: Arc<Mutex<Vec<Listener>>>,
    /// True once the program is stopping.
    pub stopping: Arc<AtomicBool>,
}

/// The running program.
pub struct Shared {
    /// The shop's data.
    pub store: Store,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Who is signed in.
    pub sessions: Sessions,
    /// Where signing keys are kept.
    pub key_store: Arc<dyn KeyStore>,
    /// Signing keys in use.
    pub keys: Mutex<HashMap<WorkstationId, Arc<TerminalKey>>>,
    /// Carts as last folded, by revision; rebuilt from the journal when they are not the current one.
    pub carts: Mutex<HashMap<CartId, (u32, Journal)>>,
    /// What the sales of each workstation are made in, at a head of the log.
    pub frames: Mutex<HashMap<WorkstationId, Arc<Frame>>>,
    /// The logo of tickets.
    pub logo: LastLogo,
    /// How fast the till is, not yet written.
    pub timings: Timings,
    /// When the program was started, UTC milliseconds.
    pub started_ms: i64,
    /// Imports of this run.
    pub imports: Imports,
    /// The search for printers of this run.
    pub printer_searches: PrinterSearches,
    /// The archive worker, and what was taken out.
    pub archives: Archives,
    /// Work on backups, and what is being restored.
    pub backups: Arc<Desk>,
    /// Serialises PIN checks, so that attempts cannot be made side by side.
    pub pin_check: Mutex<()>,
    /// Wakes the print worker.
    pub print_bell: Bell,
    /// Wakes the mail worker.
    pub mail_bell: Bell,
    /// Wakes the closing worker.
    pub closing_bell: Bell,
    /// The sample shops of the host, if it brings any.
    pub samples: OnceLock<Arc<dyn Samples>>,
    /// Whether workstations may write into their books, and the anchors of the books.
    pub books: Books,
    /// The verification of all records.
    pub integrity: Integrity,
    /// What the check of the file found that runs later ([`crate::check_later`]).
    pub damage: OnceLock<Fault>,
    /// The shop, or its training.
    pub world: World,
    pub(crate) listeners: Arc<Mutex<Vec<Listener>>>,
    pub(crate) stopping: Arc<AtomicBool>,
    pub(crate) ids: Mutex<ContextV7>,
}

impl Shared {
    /// The state of a program over an opened database.
    pub fn over(store: Store, world: World, around: Surroundings) -> Self {
        Self {
            store,
            sessions: Sessions::default(),
            keys: Mutex::default(),
            carts: Mutex::default(),
            frames: Mutex::default(),
            logo: LastLogo::default(),
            timings: Timings::default(),
            started_ms: around.clock.now_ms(),
            imports: Imports::default(),
            printer_searches: PrinterSearches::default(),
            archives: Archives::default(),
            backups: Arc::new(Desk::new(Arc::clone(&around.stopping))),
            pin_check: Mutex::new(()),
            print_bell: Bell::default(),
            mail_bell: Bell::default(),
            closing_bell: Bell::default(),
            samples: OnceLock::new(),
            books: Books::default(),
            integrity: Integrity::default(),
            damage: OnceLock::new(),
            stopping: around.stopping,
            ids: Mutex::new(ContextV7::new()),
            world,
            clock: around.clock,
            key_store: around.key_store,
            listeners: around.listeners,
        }
    }

    /// True in training mode: no byte goes to a device, and every paper says what it is.
    pub const fn is_training(&self) -> bool {
        matches!(self.world, World::Training(_))
    }

    /// A UUIDv7 of a moment.
    pub fn new_id(&self, now_ms: i64) -> Uuid {
        let ms = u64::try_from(now_ms).unwrap_or(0);
        let nanos = u32::try_from(ms % 1000).unwrap_or(0) * 1_000_000;
        let ids = lock(&self.ids);
        Uuid::new_v7(Timestamp::from_unix(&*ids, ms / 1000, nanos))
    }

    /// Tells every listener.
    pub fn send(&self, event: &Event) {
        let notice = Notice { training: self.is_training(), event: event.clone() };
        for listener in lock(&self.listeners).iter() {
            listener(&notice);
        }
    }

    /// Refuses further calls, and lets the workers end.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
        for bell in
            [&self.print_bell, &self.mail_bell, &self.closing_bell, &self.backups.bell, &self.archives.bell]
        {
            bell.ring();
        }
    }

    /// True once the program is stopping.
    pub fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }
}

/// Locks a mutex. What these protect is only a cache or a list, valid after a panic elsewhere.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Wakes a waiting worker.
#[derive(Default)]
pub struct Bell {
    rung: Mutex<bool>,
    heard: Condvar,
}

impl Bell {
    /// Wakes the worker, now or when it next waits.
    pub fn ring(&self) {
        *lock(&self.rung) = true;
        self.heard.notify_all();
    }

    /// Waits until the bell rings, at most `timeout`.
    pub fn wait(&self, timeout: std::time::Duration) {
        let rung = lock(&self.rung);
        let waited = self.heard.wait_timeout_while(rung, timeout, |rung| !*rung);
        *waited.unwrap_or_else(PoisonError::into_inner).0 = false;
    }
}
