//! What is counted, what fails, and who asks.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::power::Unsynced;

/// One thing that SQLite asks of a disk and that can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Bytes at a place.
    Write,
    /// Everything written so far is to outlive a power cut.
    Sync,
    /// The end of the file moves.
    Truncate,
}

/// What happens at the step that is to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The step fails with an error of the disk, once; the disk works again afterwards.
    Error,
    /// The step and every later one fail with an error: a disk that is gone.
    Dead,
    /// The step and every later write or cut find no room; what needs none goes on working.
    Full,
    /// A write leaves its first half behind, then the power is gone. Another step is not carried out.
    Torn,
    /// The power is gone before the step.
    PowerCut,
}

/// What the disk answers to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Done,
    Failed,
    NoRoom,
    /// Carry out the first half, then fail.
    Half,
}

#[derive(Debug)]
struct Plan {
    at: u64,
    fault: Fault,
}

/// The state of one watched folder.
#[derive(Debug)]
pub(crate) struct Watched {
    folder: PathBuf,
    steps: u64,
    plan: Option<Plan>,
    pub(crate) unsynced: Unsynced,
}

static WATCHED: Mutex<Vec<Arc<Mutex<Watched>>>> = Mutex::new(Vec::new());

/// The watched folder that a file lies in.
pub(crate) fn watched(file: &Path) -> Option<Arc<Mutex<Watched>>> {
    lock(&WATCHED).iter().find(|w| file.starts_with(&lock(w).folder)).map(Arc::clone)
}

/// What a test that panicked left behind is no worse for it.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Watched {
    /// Counts a step and says how it ends.
    pub(crate) fn step(&mut self, step: Step) -> Answer {
        self.steps += 1;
        let Some(plan) = &self.plan else { return Answer::Done };
        let now = self.steps == plan.at;
        match plan.fault {
            _ if self.steps < plan.at => Answer::Done,
            Fault::Error if now => Answer::Failed,
            Fault::Error => Answer::Done,
            Fault::Full if step == Step::Sync => Answer::Done,
            Fault::Full => Answer::NoRoom,
            Fault::Torn if now && step == Step::Write => Answer::Half,
            Fault::Dead | Fault::Torn | Fault::PowerCut => Answer::Failed,
        }
    }
}

/// A folder whose files are looked at. Ends with the value.
#[derive(Debug)]
pub struct Watch(Arc<Mutex<Watched>>);

impl Watch {
    /// Looks at the files of a folder that SQLite opens from now on.
    #[must_use]
    pub fn on(folder: &Path) -> Self {
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
        let unsynced = Unsynced::default();
        let watched = Watched { folder, steps: 0, plan: None, unsynced };
        let watched = Arc::new(Mutex::new(watched));
        lock(&WATCHED).push(Arc::clone(&watched));
        Self(watched)
    }

    /// Steps since the watch began or a fault was last planned.
    #[must_use]
    pub fn steps(&self) -> u64 {
        lock(&self.0).steps
    }

    /// The `at`-th step from now fails, the next one being the first.
    pub fn fail_at(&self, at: u64, fault: Fault) {
        let mut watched = lock(&self.0);
        (watched.steps, watched.plan) = (0, Some(Plan { at, fault }));
    }

    /// The disk works again; counting begins anew.
    pub fn heal(&self) {
        let mut watched = lock(&self.0);
        (watched.steps, watched.plan) = (0, None);
    }

    /// The power is gone: of what no sync had confirmed, each write is there or not as the seed decides, and what only
    /// lived in memory is lost. Call it once the program under test is gone, then [`Self::heal`] and open it again.
    pub fn cut_power(&self, seed: u64) -> std::io::Result<()> {
        let mut watched = lock(&self.0);
        let unsynced = std::mem::take(&mut watched.unsynced);
        unsynced.lose(seed)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        lock(&WATCHED).retain(|w| !Arc::ptr_eq(w, &self.0));
    }
}
