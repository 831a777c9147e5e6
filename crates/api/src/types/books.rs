//! The state of the signed books: keys, anchors outside the database, and what has to be decided (fiscal.md 7.4, 7.5, 7.7).

use domain::ids::WorkstationId;

contract! {
    /// The signing key of a workstation, as this computer has it.
    #[derive(Copy, Eq)]
    pub enum KeyState {
        /// It is here, and it is the one in force.
        Ready,
        /// It is not on this computer.
        Missing,
        /// Another key than the one in force is here: the database is older than the key.
        Foreign,
    }

    /// Where an anchor is kept.
    #[derive(Copy, Eq)]
    pub enum AnchorMedium {
        /// Beside the signing keys.
        Keyring,
        /// `head.json`, in a folder of its own.
        File,
    }

    /// What an anchor says of the database.
    #[derive(Copy, Eq)]
    pub enum AnchorState {
        /// The database holds the anchored record.
        Holds,
        /// There is no anchor.
        Absent,
        /// It cannot be read, or is not signed by a key of the workstation.
        Untrusted,
        /// The database ends before the anchored record.
        Ahead,
        /// The database holds another record at this place.
        Contradicts,
    }

    /// One anchor of a workstation.
    pub struct AnchorView {
        /// Where it is kept.
        pub medium: AnchorMedium,
        /// What it says.
        pub state: AnchorState,
        /// The record that it names.
        pub position: Option<i64>,
        /// When it was written, UTC milliseconds.
        pub at_ms: Option<i64>,
    }

    /// What stops fiscal writing at a workstation until a manager decides.
    #[derive(Copy, Eq)]
    pub enum IncidentKind {
        /// Records at the end are missing: an older file was put back, or the end was cut off.
        RecordsMissing,
        /// The database holds other records than those that were anchored: two copies have gone on by themselves.
        RecordsForked,
        /// The signing key is not on this computer.
        KeyMissing,
        /// The key on this computer is not the one that the database knows.
        KeyForeign,
    }

    /// Something to decide.
    pub struct IncidentView {
        /// What.
        pub kind: IncidentKind,
        /// The last record of the database.
        pub found: i64,
        /// The last record that is known to have existed; that of the database where nothing is missing.
        pub anchored: i64,
        /// When that record was anchored, UTC milliseconds.
        pub anchored_ms: Option<i64>,
    }

    /// A range of records that was declared missing (JET 941).
    pub struct GapView {
        /// First missing record.
        pub from: i64,
        /// Last missing record.
        pub to: i64,
        /// The record that declares it.
        pub declared_at: i64,
    }

    /// A defect that the program found by itself.
    pub struct DefectView {
        /// Place in the records.
        pub position: i64,
        /// What is wrong, as in [`IntegrityFinding::defect`](super::IntegrityFinding).
        pub defect: String,
        /// When it was first found, UTC milliseconds.
        pub found_ms: i64,
        /// When a manager took note of it: sales go on from then.
        pub acknowledged_ms: Option<i64>,
    }

    /// The books of one workstation.
    pub struct WorkstationBooks {
        /// The workstation.
        pub workstation_id: WorkstationId,
        /// Its code in document numbers.
        pub code: String,
        /// Its name.
        pub name: String,
        /// Number of its last record.
        pub records: i64,
        /// Its key on this computer.
        pub key: KeyState,
        /// Name of the key in force.
        pub key_id: String,
        /// SHA-256 of its public key, in hexadecimal pairs: what the slip prints and the verifier is told to trust.
        pub fingerprint: String,
        /// First record signed with it.
        pub key_from: i64,
        /// How many keys it has had.
        pub keys: u32,
        /// Its anchors.
        pub anchors: Vec<AnchorView>,
        /// What stops it.
        pub incident: Option<IncidentView>,
        /// Declared gaps.
        pub gaps: Vec<GapView>,
        /// Defects found, newest first.
        pub defects: Vec<DefectView>,
    }

    /// The books of the shop.
    pub struct BooksHealth {
        /// The signing keys are only as safe as the files of this computer («faible»).
        pub keys_weak: bool,
        /// Every enrolled workstation.
        pub workstations: Vec<WorkstationBooks>,
    }

    /// A file that may hold the missing records: another copy of the database.
    pub struct RestoreSource {
        /// Path on the computer that runs the program.
        pub path: String,
    }

    /// What a file can give back.
    pub struct RestoreFound {
        /// True when the copy goes on exactly where this database ends: documents, shifts and stock come back too.
        pub complete: bool,
        /// Operations that would be replayed; 0 when only records can be fetched.
        pub operations: u32,
        /// What it has for each workstation.
        pub workstations: Vec<RestoreCandidate>,
    }

    /// What a file has of one workstation.
    pub struct RestoreCandidate {
        /// The workstation.
        pub workstation_id: WorkstationId,
        /// Its code.
        pub code: String,
        /// The last record here.
        pub found: i64,
        /// The last record known to have existed.
        pub anchored: i64,
        /// The last record in the file.
        pub offered: i64,
        /// The first place at which the file holds another record than this database: two copies have gone on.
        pub conflict: Option<i64>,
    }

    /// Declares the missing records lost.
    pub struct GapDeclare {
        /// The workstation.
        pub workstation_id: WorkstationId,
        /// Why, in the words of the manager; signed.
        pub reason: String,
    }

    /// Gives a workstation a new key in place of one that was lost.
    pub struct KeyReplace {
        /// The workstation.
        pub workstation_id: WorkstationId,
        /// What happened, in the words of the manager; signed (JET 240).
        pub reason: String,
    }
}
