//! Looking for ticket printers, beside the program: the local network and the device files of this computer.
//!
//! A search is bounded (each address a fraction of a second, many at once), may be cancelled, and is forgotten when the
//! program ends. What it finds is offered, never set: a person chooses, and a test print proves the choice.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use api::types::{FoundPrinter, PrinterConnection, PrinterSearch, PrinterSearchPhase};
use devices::discover;

use crate::shared::{Shared, lock};

/// Where the kernel offers USB printers as files.
const DEVICE_FOLDER: &str = "/dev/usb";

/// Where to look, instead of this computer's own network and devices.
pub struct PrinterPlaces {
    /// Addresses to knock at.
    pub addresses: Vec<SocketAddr>,
    /// Folder of device files.
    pub devices: PathBuf,
}

/// The search of this run of the program.
#[derive(Default)]
pub struct PrinterSearches {
    /// Chosen by the host; none for this computer's own.
    pub places: OnceLock<PrinterPlaces>,
    state: Mutex<Option<PrinterSearch>>,
    stop: Arc<AtomicBool>,
}

impl PrinterSearches {
    /// Where the search stands; one that never began is over, and found nothing.
    pub fn state(&self) -> PrinterSearch {
        lock(&self.state).clone().unwrap_or(PrinterSearch {
            phase: PrinterSearchPhase::Idle,
            done: 0,
            total: 0,
            found: Vec::new(),
        })
    }

    /// Asks the search to stop; what it found stays.
    pub fn cancel(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    fn update(&self, change: impl FnOnce(&mut PrinterSearch)) {
        if let Some(state) = lock(&self.state).as_mut() {
            change(state);
        }
    }

    fn is_running(&self) -> bool {
        self.state().phase == PrinterSearchPhase::Running
    }
}

/// Starts a search on a thread of its own, unless one is running. Training knows no devices.
pub fn start(shared: &Arc<Shared>) {
    let searches = &shared.printer_searches;
    if searches.is_running() || shared.is_training() {
        return;
    }
    searches.stop.store(false, Ordering::Relaxed);
    let (addresses, devices) = match searches.places.get() {
        Some(places) => (places.addresses.clone(), places.devices.clone()),
        None => (discover::neighbours(), PathBuf::from(DEVICE_FOLDER)),
    };
    let found = discover::device_files(&devices).iter().map(|path| file_printer(path)).collect();
    let total = u32::try_from(addresses.len()).unwrap_or(u32::MAX);
    *lock(&searches.state) =
        Some(PrinterSearch { phase: PrinterSearchPhase::Running, done: 0, total, found });
    let worker = Arc::clone(shared);
    let body = move || search(&worker, &addresses);
    if let Err(error) = std::thread::Builder::new().name("printer-search".to_owned()).spawn(body) {
        tracing::warn!(%error, "no thread to look for printers");
        searches.update(|state| state.phase = PrinterSearchPhase::Cancelled);
    }
}

fn search(shared: &Shared, addresses: &[SocketAddr]) {
    let searches = &shared.printer_searches;
    discover::knock(addresses, discover::PATIENCE, &searches.stop, &|address, answers| {
        if shared.is_stopping() {
            searches.cancel();
        }
        searches.update(|state| {
            state.done += 1;
            if answers {
                state.found.push(network_printer(address));
            }
        });
    });
    let cancelled = searches.stop.load(Ordering::Relaxed);
    let phase = if cancelled { PrinterSearchPhase::Cancelled } else { PrinterSearchPhase::Done };
    searches.update(|state| {
        state.phase = phase;
        state.found.sort_by(|a, b| a.name.cmp(&b.name));
    });
}

fn network_printer(address: SocketAddr) -> FoundPrinter {
    let connection = PrinterConnection::Tcp { host: address.ip().to_string(), port: address.port() };
    FoundPrinter { name: address.to_string(), connection }
}

fn file_printer(path: &Path) -> FoundPrinter {
    let name = path.to_string_lossy().into_owned();
    FoundPrinter { connection: PrinterConnection::File { path: name.clone() }, name }
}
