//! What the program tells its windows. Events are hints: the database is the truth, so a window that missed some
//! reads again.

use domain::ids::{PrintJobId, WorkstationId};
use uuid::Uuid;

contract! {
    /// What a window may show and has to read again.
    #[derive(Copy, Eq, Hash, PartialOrd, Ord)]
    pub enum Topic {
        /// Shop settings.
        Shop,
        /// Users and roles.
        Users,
        /// Workstations.
        Workstations,
        /// Articles, departments, layouts.
        Catalogue,
        /// Customers.
        Customers,
        /// The cart of a workstation.
        Sale,
        /// Shifts and their totals.
        Shift,
        /// Validated documents.
        Documents,
        /// Print jobs.
        Printing,
        /// Letters and the mail server.
        Mail,
        /// Stock levels.
        Stock,
        /// Accounts, exports and reports of the books.
        Accounting,
        /// Backups, drills, a restore.
        Backups,
        /// Closed days, months and years.
        Closings,
        /// Fiscal archives and the check of the records.
        Archives,
        /// Keys, anchors and defects of the signed books, and what has to be decided.
        Books,
        /// Who is signed in where.
        Sessions,
    }

    /// Where an import stands.
    #[derive(Copy, Eq)]
    pub enum ImportPhase {
        /// Rows are being written; nothing is visible before the end.
        Running,
        /// Every row was written.
        Done,
        /// Stopped by a person; nothing was written.
        Cancelled,
        /// Stopped by a fault; nothing was written.
        Failed,
    }

    /// An event and the world in which it happened: what happens in training mode concerns no real window, nor the
    /// other way round.
    pub struct Notice {
        /// True when it happened in training mode.
        pub training: bool,
        /// What happened.
        pub event: Event,
    }

    /// What every window of its world is told.
    #[serde(tag = "event")]
    pub enum Event {
        /// Data changed.
        Changed {
            /// What changed.
            topics: Vec<Topic>,
            /// The workstation whose cart or shift changed, if it was one.
            workstation: Option<WorkstationId>,
            /// The window that caused it.
            client: Option<Uuid>,
        },
        /// An import moved on.
        Import {
            /// The import.
            import_id: Uuid,
            /// Where it stands.
            phase: ImportPhase,
            /// Rows written so far.
            done: u32,
            /// Rows to write.
            total: u32,
        },
        /// The verification of all records moved on.
        Integrity {
            /// Where it stands.
            phase: crate::types::IntegrityPhase,
            /// Records verified so far.
            done: u64,
            /// Records to verify.
            total: u64,
        },
        /// A print job changed its state.
        PrintJob {
            /// The job.
            job_id: PrintJobId,
            /// Its workstation.
            workstation: WorkstationId,
            /// Its new state.
            state: crate::types::PrintJobState,
        },
    }
}
