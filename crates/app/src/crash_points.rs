//! Named places at which a test may look at the disk as a killed process would leave it (fiscal.md 7.6).
//!
//! Without the feature `crash-points`, which only the tests ask for, nothing of this is compiled in.

/// The steps of a sale and of what follows it, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CrashPoint {
    /// The transaction has begun; nothing is written.
    Begun,
    /// Clock, day and closings are made good.
    DayOpen,
    /// The ticket is signed and in memory only.
    TicketSigned,
    /// Its grand total too.
    TotalSigned,
    /// The operation is in the log and its rows are written.
    Written,
    /// Drawer and paper wait in the queue.
    Queued,
    /// Everything is written, the commit is next.
    Complete,
    /// The transaction is on the disk; nobody knows yet.
    Committed,
    /// The position is written down outside the database.
    Anchored,
    /// The job is marked as being sent; the printer has nothing of it.
    PrintMarked,
    /// The printer has the job; the proof of it is not written.
    Printed,
}

impl CrashPoint {
    /// All of them.
    #[cfg(feature = "crash-points")]
    pub const ALL: [Self; 11] = [
        Self::Begun,
        Self::DayOpen,
        Self::TicketSigned,
        Self::TotalSigned,
        Self::Written,
        Self::Queued,
        Self::Complete,
        Self::Committed,
        Self::Anchored,
        Self::PrintMarked,
        Self::Printed,
    ];

    /// The program is here.
    #[cfg(not(feature = "crash-points"))]
    #[inline(always)]
    pub(crate) const fn reached(self) {}

    /// The program is here: whoever waits for it looks.
    #[cfg(feature = "crash-points")]
    pub(crate) fn reached(self) {
        watching::tell(self);
    }
}

#[cfg(feature = "crash-points")]
pub use watching::watch;

#[cfg(feature = "crash-points")]
mod watching {
    use std::sync::{Mutex, PoisonError};

    use super::CrashPoint;

    type Watcher = Box<dyn Fn(CrashPoint) + Send>;

    static WATCHER: Mutex<Option<Watcher>> = Mutex::new(None);

    /// Calls `watcher` at every point that this process reaches from now on, in the thread that reaches it; none ends it.
    pub fn watch(watcher: Option<Watcher>) {
        *WATCHER.lock().unwrap_or_else(PoisonError::into_inner) = watcher;
    }

    pub(super) fn tell(point: CrashPoint) {
        if let Some(watcher) = &*WATCHER.lock().unwrap_or_else(PoisonError::into_inner) {
            watcher(point);
        }
    }
}
