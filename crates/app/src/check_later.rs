//! The check of a large database, which would hold up the start: it runs beside the work, once the queue of the morning
//! is served.

use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use api::{Event, FaultCode, Topic};

use crate::error::store_fault;
use crate::shared::Shared;

/// How long after the start.
const DELAY: Duration = Duration::from_secs(60);
/// How often the thread looks whether the program still runs.
const LOOK: Duration = Duration::from_millis(500);

/// Checks the file in a thread of its own. A defect is logged, and shown to whoever signs in next.
pub fn start(shared: &Arc<Shared>) -> std::io::Result<()> {
    let (path, shared) = (shared.store.path().to_path_buf(), Arc::downgrade(shared));
    let check = move || {
        let start = Instant::now();
        while start.elapsed() < DELAY {
            if !runs(&shared) {
                return;
            }
            std::thread::sleep(LOOK);
        }
        let watched = Weak::clone(&shared);
        if let Err(error) = store::check_whole(&path, move || runs(&watched)) {
            tracing::error!(%error, "the database is damaged");
            report(&shared, &error);
        }
    };
    std::thread::Builder::new().name("store-check".to_owned()).spawn(check).map(drop)
}

fn runs(shared: &Weak<Shared>) -> bool {
    shared.upgrade().is_some_and(|shared| !shared.is_stopping())
}

fn report(shared: &Weak<Shared>, error: &store::Error) {
    let fault = store_fault(error, "check");
    if let Some(shared) = shared.upgrade().filter(|_| fault.code == FaultCode::DatabaseCorrupt) {
        shared.damage.get_or_init(|| fault);
        shared.send(&Event::Changed { topics: vec![Topic::Books], workstation: None, client: None });
    }
}
