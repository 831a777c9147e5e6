//! What the program knows of its own health and speed (S-05). Durations are in microseconds.

use domain::ids::WorkstationId;

use super::PrinterHealth;

contract! {
    /// What is timed. Each has its targets in ux.md §5.
    #[derive(Copy, Eq, Hash, PartialOrd, Ord)]
    pub enum TimingKind {
        /// From the key that ends a scan to the painted line, measured in the window.
        ScanToLine,
        /// The write of a ticket, a return or a cancellation, signed and on disk.
        Seal,
        /// From the job in the worker's hands to the printer's proof.
        Print,
        /// A search for articles.
        ArticleSearch,
        /// A search for documents.
        DocumentSearch,
    }

    /// What a window has measured since its last report: scan to line.
    pub struct TimingReport {
        /// Durations, 1 to 100 of them, each above nothing and at most a minute.
        pub scans_us: Vec<u32>,
    }

    /// Which workstation's diagnostics.
    pub struct DiagnosticsOf {
        /// The workstation; that of the session when none is given.
        pub workstation_id: Option<WorkstationId>,
    }

    /// The health of the program and one workstation, and how fast that workstation is.
    pub struct Diagnostics {
        /// The workstation.
        pub workstation_id: WorkstationId,
        /// Its short code.
        pub code: String,
        /// Its name.
        pub name: String,
        /// The program.
        pub program: ProgramHealth,
        /// Its ticket printer, as the queue shows it.
        pub printer: Option<PrinterHealth>,
        /// A drawer is plugged into the printer.
        pub has_drawer: bool,
        /// The first day with a measurement («2026-11-21»).
        pub since: Option<String>,
        /// Measured since installation, one row per kind.
        pub total: Vec<Speed>,
        /// Measured today, one row per kind.
        pub today: Vec<Speed>,
    }

    /// Versions, files and keys.
    pub struct ProgramHealth {
        /// Software version.
        pub version: String,
        /// Fiscal version.
        pub fiscal_version: String,
        /// Version of the database's schema.
        pub schema_version: u32,
        /// When the program was started, UTC milliseconds.
        pub started_ms: i64,
        /// Size of the database in bytes.
        pub database_bytes: u64,
        /// Size of its write-ahead log in bytes.
        pub wal_bytes: u64,
        /// Bytes that the program may still write to that disk; none where the system does not say.
        pub free_bytes: Option<u64>,
        /// The signing keys are only as safe as the files of this computer.
        pub keys_weak: bool,
    }

    /// Durations of one kind. Percentiles come from a histogram: never below the true value, at most a sixteenth above.
    #[derive(Eq)]
    pub struct Speed {
        /// What was timed.
        pub kind: TimingKind,
        /// How often.
        pub count: u64,
        /// Half were as fast; none without a measurement.
        pub p50_us: Option<u32>,
        /// 95 in 100 were as fast.
        pub p95_us: Option<u32>,
        /// 99 in 100 were as fast.
        pub p99_us: Option<u32>,
        /// The slowest.
        pub worst_us: Option<u32>,
        /// Target of p50.
        pub target_p50_us: u32,
        /// Target of p99.
        pub target_p99_us: u32,
    }
}
