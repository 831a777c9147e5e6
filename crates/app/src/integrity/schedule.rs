//! The verification that nobody asks for: once a day, when the queue of the morning is served. The tables
//! follow once a week.

use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use api::types::{IntegrityPhase, IntegrityProgress};
use store::tables::integrity;

use super::{never, run, tables};
use crate::error::{Error, Result};
use crate::shared::Shared;

/// How long after the start.
const DELAY: Duration = Duration::from_secs(180);
/// How often the thread looks whether the program still runs.
const LOOK: Duration = Duration::from_millis(500);
/// A verification that ended within this time is today's.
const DAY_MS: i64 = 20 * 3_600_000;

/// Starts the thread that verifies once a day; it ends with the program.
pub fn start_daily(shared: &Arc<Shared>) -> Result<()> {
    let shared = Arc::downgrade(shared);
    let body = move || {
        while wait(&shared) {
            if let Some(shared) = shared.upgrade() {
                verify_when_due(&shared);
            }
        }
    };
    std::thread::Builder::new().name("integrity-daily".to_owned()).spawn(body).map_err(store::Error::from)?;
    Ok(())
}

/// Verifies if it is time to, and returns when it is done.
pub fn verify_when_due(shared: &Arc<Shared>) {
    if is_due(shared) {
        verify(shared);
    }
}

/// False when the program ends.
fn wait(shared: &Weak<Shared>) -> bool {
    let start = Instant::now();
    while start.elapsed() < DELAY {
        if shared.upgrade().is_none_or(|shared| shared.is_stopping()) {
            return false;
        }
        std::thread::sleep(LOOK);
    }
    true
}

fn is_due(shared: &Shared) -> bool {
    let last = shared.store.read(|db| Ok::<_, Error>(integrity::last_run(db, false)?)).unwrap_or_default();
    let now_ms = shared.clock.now_ms();
    // A last one that lies ahead is of a clock that was wrong.
    last.is_none_or(|last| !(0..DAY_MS).contains(&(now_ms - last.ended_ms)) || last.has_failed())
}

fn verify(shared: &Arc<Shared>) {
    let started = IntegrityProgress {
        phase: IntegrityPhase::Running,
        started_ms: Some(shared.clock.now_ms()),
        ..never()
    };
    let now_ms = shared.clock.now_ms();
    let with_tables = shared.store.read(|db| tables::is_due(db, now_ms)).unwrap_or(true);
    if shared.integrity.begin(started) {
        run::carry_out(shared, None, with_tables);
    }
}
