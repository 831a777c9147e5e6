//! What the worker is asked for, and what it says of its work. All of it may be lost with the program.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use api::FaultCode;
use api::types::{
    BackupFile, BackupJob, BackupPhase, BackupTask, RestoreChoice, RestorePhase, RestorePreview,
};

use crate::error::{Result, refuse};
use crate::shared::{Bell, lock};

/// Why a backup is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A person asked for it.
    Asked,
    /// It is time.
    Due,
}

/// Work for the worker.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// A backup at every place.
    Backup(Reason),
    /// A drill with the newest backup.
    Drill,
    /// The check of a file that is to be restored.
    Check(RestoreChoice),
}

impl Task {
    const fn kind(&self) -> BackupTask {
        match self {
            Self::Backup(_) => BackupTask::Backup,
            Self::Drill => BackupTask::Drill,
            Self::Check(_) => BackupTask::Check,
        }
    }
}

/// A file that was chosen to be restored.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// Where it stands.
    pub phase: RestorePhase,
    /// What is in it.
    pub preview: Option<RestorePreview>,
    /// Why it cannot be restored.
    pub fault: Option<api::Fault>,
}

impl Chosen {
    /// A state of which there is nothing else to say.
    pub const fn at(phase: RestorePhase) -> Self {
        Self { phase, preview: None, fault: None }
    }
}

/// The desk of the worker.
pub struct Desk {
    /// Wakes the worker.
    pub bell: Bell,
    /// The files at the known places, as last seen.
    pub files: Mutex<Vec<BackupFile>>,
    /// What is being restored.
    pub chosen: Mutex<Chosen>,
    asked: Mutex<Option<Task>>,
    job: Mutex<Option<BackupJob>>,
    cancelled: AtomicBool,
    stopping: Arc<AtomicBool>,
}

impl Desk {
    /// A desk without work. `stopping` is set once the program ends.
    pub fn new(stopping: Arc<AtomicBool>) -> Self {
        Self {
            bell: Bell::default(),
            files: Mutex::default(),
            chosen: Mutex::new(Chosen::at(RestorePhase::None)),
            asked: Mutex::default(),
            job: Mutex::default(),
            cancelled: AtomicBool::new(false),
            stopping,
        }
    }

    /// Asks for work. While a backup is made another follows it, for the one that runs does not know of what was done since
    /// it began. Refused while something else is done.
    pub fn ask(&self, task: Task) -> Result<BackupJob> {
        let running = self.job();
        if running.is_some_and(|job| job.task != BackupTask::Backup || task.kind() != BackupTask::Backup) {
            return refuse(FaultCode::BackupRunning);
        }
        let job = running.unwrap_or_else(|| self.begin(&task));
        *lock(&self.asked) = Some(task);
        self.bell.ring();
        Ok(job)
    }

    /// The work that was asked for.
    pub fn take(&self) -> Option<Task> {
        lock(&self.asked).take()
    }

    /// Notes that work begins.
    pub fn begin(&self, task: &Task) -> BackupJob {
        let job = BackupJob { task: task.kind(), phase: BackupPhase::Waiting, done: 0, total: 0 };
        self.cancelled.store(false, Ordering::Relaxed);
        *lock(&self.job) = Some(job);
        job
    }

    /// Notes that it is over. What was asked for meanwhile follows without a pause in which all would seem to be done.
    pub fn end(&self) {
        let next = lock(&self.asked).clone();
        match next {
            Some(task) => {
                self.begin(&task);
            }
            None => *lock(&self.job) = None,
        }
    }

    /// What is done at this moment.
    pub fn job(&self) -> Option<BackupJob> {
        *lock(&self.job)
    }

    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Says how far the work is, and hears whether to go on.
    pub fn report(&self, phase: BackupPhase, done: u32, total: u32) -> bool {
        if let Some(job) = lock(&self.job).as_mut() {
            (job.phase, job.done, job.total) = (phase, done, total);
        }
        self.goes_on()
    }

    /// False once somebody stopped the work, or the program ends.
    pub fn goes_on(&self) -> bool {
        !self.cancelled.load(Ordering::Relaxed) && !self.stopping.load(Ordering::Relaxed)
    }
}
