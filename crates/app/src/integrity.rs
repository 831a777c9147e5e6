//! The verification of all signed records, beside the work (fiscal.md 7.8): asked for by a person, or by the program once a
//! day.
//!
//! What signing needs is checked at start and takes the same time after ten years ([`crate::books`]); this reads everything,
//! page by page on connections of its own, and waits a moment after each page, because a sale comes first. One runs at a
//! time. Whoever shows it asks for [`progress`] and hears [`Event::Integrity`].
//!
//! What no signature covers is held against the operation log in a second part ([`tables`]).

mod report;
mod run;
mod schedule;
mod tables;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock};

use api::types::{Empty, IntegrityPhase, IntegrityProgress};
use api::{Event, FaultCode};
pub use schedule::{start_daily, verify_when_due};
use store::tables::{integrity, settings};
pub use tables::{
    clear as clear_scratch, date_time, differences as table_differences, in_words, outcome as table_outcome,
    report as table_report,
};

use crate::context::{Context as _, Mutation, Query};
use crate::error::{Result, refuse};
use crate::shared::{Shared, lock};

/// The verification of this run of the program.
#[derive(Default)]
pub struct Integrity {
    progress: Mutex<Option<IntegrityProgress>>,
    cancelled: AtomicBool,
    room: OnceLock<Room>,
}

/// Free bytes on the disk of a folder.
pub type Room = Box<dyn Fn(&Path) -> std::io::Result<u64> + Send + Sync>;

impl Integrity {
    /// Claims the one place there is; false while a verification runs.
    fn begin(&self, started: IntegrityProgress) -> bool {
        let mut progress = lock(&self.progress);
        let running = progress.as_ref().is_some_and(|p| p.phase == IntegrityPhase::Running);
        if !running {
            self.cancelled.store(false, Ordering::Relaxed);
            *progress = Some(started);
        }
        !running
    }

    fn current(&self) -> Option<IntegrityProgress> {
        lock(&self.progress).clone()
    }

    fn is_running(&self) -> bool {
        lock(&self.progress).as_ref().is_some_and(|p| p.phase == IntegrityPhase::Running)
    }

    fn change(&self, change: impl FnOnce(&mut IntegrityProgress)) -> Option<Event> {
        let mut progress = lock(&self.progress);
        let progress = progress.as_mut()?;
        change(progress);
        Some(Event::Integrity { phase: progress.phase, done: progress.done, total: progress.total })
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Asks there for the room on the disk. The first choice stands.
    pub fn measure_room_with(&self, room: Room) {
        self.room.get_or_init(|| room);
    }

    /// Free bytes on the disk of a file.
    fn free(&self, file: &Path) -> std::io::Result<u64> {
        let folder = file.parent().unwrap_or(file);
        self.room.get().map_or_else(|| fs4::available_space(folder), |room| room(folder))
    }
}

/// The verification that runs, or the last one of this database.
pub fn progress(cx: &Query<'_>, _: Empty) -> Result<IntegrityProgress> {
    let mut shown = match cx.shared.integrity.current() {
        Some(current) => current,
        None => last(cx)?.unwrap_or(never()),
    };
    if shown.phase == IntegrityPhase::Running {
        return Ok(shown);
    }
    if shown.tables.is_none() {
        shown.tables = tables::last(cx.db)?;
    }
    if shown.tables.as_ref().is_some_and(|last| !tables::is_result(last)) {
        shown.tables_result = tables::last_result(cx.db)?;
    }
    Ok(shown)
}

/// The last verification of this database that has ended, in this run of the program or before.
pub fn last(cx: &Query<'_>) -> Result<Option<IntegrityProgress>> {
    let Some(row) = integrity::last_run(cx.db, false)? else { return Ok(None) };
    let user = row.asked_by.map(|id| settings::user(cx.db, id)).transpose()?.flatten();
    let mut progress: IntegrityProgress = serde_json::from_str(&row.report)?;
    progress.asked_by = user.map(|user| user.name);
    Ok(Some(progress))
}

const fn never() -> IntegrityProgress {
    IntegrityProgress {
        phase: IntegrityPhase::Never,
        asked_by: None,
        started_ms: None,
        ended_ms: None,
        done: 0,
        total: 0,
        workstations: Vec::new(),
        tables: None,
        tables_result: None,
    }
}

/// Starts a verification of everything, once this call is committed.
pub fn begin(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<IntegrityProgress> {
    let user = cx.caller.user()?.clone();
    let started = IntegrityProgress {
        phase: IntegrityPhase::Running,
        asked_by: Some(user.name.clone()),
        started_ms: Some(cx.now_ms()),
        ..never()
    };
    if cx.shared.integrity.is_running() {
        return refuse(FaultCode::IntegrityRunning);
    }
    let first = started.clone();
    cx.after.push(Box::new(move |shared| {
        if shared.integrity.begin(first) {
            run::spawn(shared, Some(user.id));
        }
    }));
    Ok(started)
}

/// Stops the verification that runs; what it has found until then stands.
pub fn cancel(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<Empty> {
    stop(cx.shared);
    Ok(Empty {})
}

fn stop(shared: &Shared) {
    shared.integrity.cancelled.store(true, Ordering::Relaxed);
}
