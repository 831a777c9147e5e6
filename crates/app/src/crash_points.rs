//! Named places at which a test may look at the disk as a killed process would leave it (fiscal.md 7.6).
//!
//! Without the feature `crash-points`, which only the tests ask for, nothing of this is compiled in.

/// Steps of the program, in the order of each piece of work: a sale and what follows it, a closing, an archive, a change of key.
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
    /// The transaction of a closing has begun; nothing is signed.
    ClosingBegun,
    /// The event that begins it is signed, and in memory only.
    ClosingAnnounced,
    /// The grand total of the period too.
    PeriodSummed,
    /// All records of the closing, that of its archive among them.
    PeriodSealed,
    /// The operation is in the log and its rows are written; the commit is next.
    PeriodWritten,
    /// The closing is on the disk; its archive has no file.
    PeriodCommitted,
    /// The record of an archive on demand is written; the commit is next.
    ArchiveSealed,
    /// It is on the disk; its archive has no file.
    ArchiveCommitted,
    /// Archives that were sealed wait for their files.
    ArchiveTakenUp,
    /// The file is complete, under another name.
    ArchivePacked,
    /// It has its name; the database does not know.
    ArchiveNamed,
    /// The database knows its file.
    ArchiveKnown,
    /// The announcement of a new key is signed, by a key that is kept nowhere.
    KeyAnnounced,
    /// A file with a secret is written, beside the one that it is to replace.
    SecretBeside,
    /// The new key is kept as a candidate; the database knows nothing of it.
    CandidateKept,
    /// The announcement is written; the commit is next.
    KeyChangeWritten,
    /// The new key took the place of the old one; the candidate is still there.
    KeyReplaced,
    /// The candidate is gone: the change is complete.
    CandidateForgotten,
}

impl CrashPoint {
    /// Those of a sale.
    #[cfg(feature = "crash-points")]
    pub const SALE: [Self; 11] = [
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

    /// Those of a closing that the program makes by itself.
    #[cfg(feature = "crash-points")]
    pub const CLOSING: [Self; 6] = [
        Self::ClosingBegun,
        Self::ClosingAnnounced,
        Self::PeriodSummed,
        Self::PeriodSealed,
        Self::PeriodWritten,
        Self::PeriodCommitted,
    ];

    /// Those of an archive: its record when it is made on demand, and its file.
    #[cfg(feature = "crash-points")]
    pub const ARCHIVE: [Self; 6] = [
        Self::ArchiveSealed,
        Self::ArchiveCommitted,
        Self::ArchiveTakenUp,
        Self::ArchivePacked,
        Self::ArchiveNamed,
        Self::ArchiveKnown,
    ];

    /// Those of a change of key, with those that it shares with every command.
    #[cfg(feature = "crash-points")]
    pub const KEY_CHANGE: [Self; 8] = [
        Self::KeyAnnounced,
        Self::SecretBeside,
        Self::CandidateKept,
        Self::KeyChangeWritten,
        Self::Complete,
        Self::Committed,
        Self::KeyReplaced,
        Self::CandidateForgotten,
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
    use std::sync::{Arc, Mutex, PoisonError};

    use super::CrashPoint;

    type Watcher = Arc<dyn Fn(CrashPoint) + Send + Sync>;

    static WATCHER: Mutex<Option<Watcher>> = Mutex::new(None);

    /// Calls `watcher` at every point that this process reaches from now on, in the thread that reaches it; none ends it.
    pub fn watch(watcher: Option<Watcher>) {
        *WATCHER.lock().unwrap_or_else(PoisonError::into_inner) = watcher;
    }

    pub(super) fn tell(point: CrashPoint) {
        let watcher = WATCHER.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(watcher) = watcher {
            watcher(point);
        }
    }
}
