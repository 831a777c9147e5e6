//! The print queue.

use domain::ids::{DocumentId, PrintJobId, WorkstationId};

contract! {
    /// Where a print job stands (hardware.md 1.9).
    #[derive(Copy, Eq)]
    pub enum PrintJobState {
        /// Waits for its turn.
        Queued,
        /// Is being sent.
        Sending,
        /// The printer cannot print now: tried again until it can.
        Blocked,
        /// Bytes left, nothing proves that they were printed: a person must say.
        Unconfirmed,
        /// Printed.
        Done,
        /// Given up by a person.
        Cancelled,
    }

    /// What a job prints.
    #[derive(Copy, Eq)]
    pub enum PrintJobKind {
        /// A sale ticket, original.
        Ticket,
        /// A sale ticket, duplicate.
        Duplicate,
        /// A shift report.
        ShiftReport,
        /// The closing of a day, a month or a fiscal year.
        Closing,
        /// A slip for cash in or out.
        CashSlip,
        /// The drawer pulse alone.
        Drawer,
        /// A test page.
        Test,
        /// The speed receipt.
        Speed,
        /// The slip that names a signing key.
        KeySlip,
    }

    /// A print job.
    pub struct PrintJobView {
        /// The job.
        pub id: PrintJobId,
        /// What it prints.
        pub kind: PrintJobKind,
        /// Where it stands.
        pub state: PrintJobState,
        /// Its document.
        pub document_id: Option<DocumentId>,
        /// Number or title.
        pub title: String,
        /// Its workstation.
        pub workstation_id: WorkstationId,
        /// When it was asked for.
        pub at_ms: i64,
        /// Attempts so far.
        pub attempts: u32,
        /// Why it does not move, as a code: offline, paper_out, cover_open, error, unreachable, no_answer,
        /// connection_lost.
        pub problem: Option<String>,
        /// 1 for the original, 2 and more for duplicates.
        pub print_number: u32,
    }

    /// The jobs of the workstation that are not finished, oldest first, and the last finished ones.
    pub struct PrintQueue {
        /// Not finished.
        pub waiting: Vec<PrintJobView>,
        /// Finished, newest first, at most 20.
        pub recent: Vec<PrintJobView>,
        /// The workstation has a printer.
        pub has_printer: bool,
    }

    /// Names a job.
    pub struct PrintJobRef {
        /// The job.
        pub job_id: PrintJobId,
    }

    /// Says what came out of the printer.
    pub struct PrintJobResolve {
        /// The job.
        pub job_id: PrintJobId,
        /// True when the paper came out: the job counts as printed. False prints it again.
        pub printed: bool,
    }
}
