//! The full verification of all signed records (fiscal.md 7.8), which runs beside the work.

use domain::ids::WorkstationId;

use super::TableCheck;

contract! {
    /// Where a verification stands.
    #[derive(Copy, Eq)]
    pub enum IntegrityPhase {
        /// None was made yet with this database.
        Never,
        /// It is running.
        Running,
        /// It came to its end, whatever it found.
        Done,
        /// A person, or the end of the program, stopped it.
        Cancelled,
        /// It could not read the records.
        Failed,
    }

    /// The outcome for one workstation in one word.
    #[derive(Copy, Eq)]
    pub enum IntegrityVerdict {
        /// Nothing found.
        Sound,
        /// Only what is worth a look: a clock that was set back, a declared gap.
        Warnings,
        /// The records are not those that were signed.
        Broken,
    }

    /// The verification that runs, or the last one.
    pub struct IntegrityProgress {
        /// Where it stands.
        pub phase: IntegrityPhase,
        /// Name of the user who asked for it; none when the program did by itself.
        pub asked_by: Option<String>,
        /// When it began.
        pub started_ms: Option<i64>,
        /// When it ended.
        pub ended_ms: Option<i64>,
        /// Records verified so far.
        pub done: u64,
        /// Records to verify.
        pub total: u64,
        /// What was found, one entry for each workstation that is finished.
        pub workstations: Vec<IntegrityResult>,
        /// The check of the tables, which follows the records: this one's, or the last one that ended, if there was any.
        pub tables: Option<TableCheck>,
        /// The last check of the tables that came to a result, when `tables` is one that ended without.
        pub tables_result: Option<TableCheck>,
    }

    /// What was found in the records of one workstation.
    pub struct IntegrityResult {
        /// The workstation.
        pub workstation_id: WorkstationId,
        /// Its code in document numbers.
        pub code: String,
        /// Records verified.
        pub records: u64,
        /// The outcome in one word.
        pub verdict: IntegrityVerdict,
        /// The first findings, in the order of the records.
        pub findings: Vec<IntegrityFinding>,
        /// How many there are beyond these.
        pub more: u32,
    }

    /// A defect and its place.
    pub struct IntegrityFinding {
        /// False for a warning.
        pub severe: bool,
        /// Place in the records of the workstation.
        pub position: i64,
        /// The record's chain; none for the end of the records.
        pub chain: Option<String>,
        /// Number of the record; empty for the end of the records.
        pub number: String,
        /// What is wrong: a name of the verifier, for a text («previous_signature»).
        pub defect: String,
        /// The same with its figures, for a technician.
        pub detail: String,
    }
}
