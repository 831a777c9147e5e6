//! Fiscal archives (B-26).

use domain::ids::WorkstationId;
use domain::money::Money;
use uuid::Uuid;

use super::IntegrityVerdict;

contract! {
    /// Which period an archive is for.
    #[derive(Copy, Eq)]
    pub enum ArchiveKind {
        /// A day («J»), made by its closing.
        Day,
        /// A month («M»).
        Month,
        /// A fiscal year («E»).
        Year,
        /// A period on demand («P»).
        Period,
    }

    /// Where the file of an archive stands.
    #[derive(Copy, Eq)]
    pub enum ArchiveState {
        /// It is sealed; its file is still to be written.
        Waiting,
        /// The file is written.
        Ready,
        /// The file could not be written; it is tried again.
        Failed,
    }

    /// Where a copy of an archive stands.
    #[derive(Copy, Eq)]
    pub enum ArchiveCopyState {
        /// Still to be made.
        Waiting,
        /// Made and read back.
        Done,
        /// It could not be made; it is tried again.
        Failed,
    }

    /// An archive by its number, which is that of its signed record.
    pub struct ArchiveRef {
        /// «AR-T1-00000001».
        pub number: String,
    }

    /// Asks for archives, newest first.
    pub struct ArchiveList {
        /// Only of this workstation.
        pub workstation_id: Option<WorkstationId>,
        /// Only of this kind.
        pub kind: Option<ArchiveKind>,
        /// Rows to skip.
        pub offset: u32,
        /// Most rows.
        pub limit: u32,
    }

    /// A copy of an archive in another folder.
    pub struct ArchiveCopy {
        /// The folder.
        pub folder: String,
        /// Where it stands.
        pub state: ArchiveCopyState,
        /// Why it failed: `disk_full`, `folder_missing`, `read_only`, `file`.
        pub problem: Option<String>,
    }

    /// An archive.
    pub struct ArchiveView {
        /// Its number.
        pub number: String,
        /// Which period it is for.
        pub kind: ArchiveKind,
        /// The workstation.
        pub workstation_id: WorkstationId,
        /// Name of the workstation.
        pub workstation: String,
        /// First day («2026-11-21»).
        pub from_day: String,
        /// Last day.
        pub to_day: String,
        /// When it was sealed.
        pub sealed_ms: i64,
        /// How many records it holds.
        pub records: u32,
        /// Turnover of its tickets, taxes included.
        pub total: Money,
        /// Extract of the signature of its record.
        pub extract: String,
        /// The records did not verify when it was made.
        pub anomaly: bool,
        /// Where its file stands.
        pub state: ArchiveState,
        /// Why it failed: `disk_full`, `folder_missing`, `read_only`, `file`, `key`, `too_large`.
        pub problem: Option<String>,
        /// Its file, once it is written.
        pub file: Option<String>,
        /// Its size in bytes.
        pub bytes: Option<i64>,
        /// SHA-256 of the file, hexadecimal.
        pub sha256: Option<String>,
        /// Copies elsewhere.
        pub copies: Vec<ArchiveCopy>,
    }

    /// An archive on demand that is not sealed yet: its sums are being computed.
    pub struct ArchiveWaiting {
        /// Name of the workstation.
        pub workstation: String,
        /// First day.
        pub from_day: String,
        /// Last day.
        pub to_day: String,
        /// Why it waits, if it does: `key`, `file`, `clock`.
        pub problem: Option<String>,
    }

    /// A page of archives.
    pub struct ArchivePage {
        /// Archives on demand that are not sealed yet.
        pub waiting: Vec<ArchiveWaiting>,
        /// The archives.
        pub rows: Vec<ArchiveView>,
        /// There are more.
        pub more: bool,
    }

    /// Where archives are kept.
    pub struct ArchiveSettings {
        /// The folder of this computer.
        pub folder: String,
        /// A second folder (external disk, network); empty without one.
        pub second_folder: String,
        /// Archives whose file or copy is still to be made, after an attempt failed.
        pub failed: u32,
    }

    /// Sets the second folder.
    pub struct ArchiveSettingsSave {
        /// An absolute path; empty for none.
        pub second_folder: String,
    }

    /// Makes archives of a period of at most twelve months.
    pub struct ArchiveCreate {
        /// First day.
        pub from_day: String,
        /// Last day, included.
        pub to_day: String,
        /// Only of this workstation; none: of each that has records of the period.
        pub workstation_id: Option<WorkstationId>,
    }

    /// Takes an archive out of the program: a journaled act.
    pub struct ArchiveExport {
        /// The archive.
        pub number: String,
        /// Folder to copy it to; none to read it in parts.
        pub folder: Option<String>,
        /// It is for a tax audit (JET 280).
        pub tax_audit: bool,
    }

    /// An export that was journaled.
    pub struct ArchiveExported {
        /// Allows to read the file in parts, until the program ends.
        pub export_id: Uuid,
        /// Name of the file.
        pub name: String,
        /// Its size in bytes.
        pub bytes: i64,
    }

    /// Asks for a part of an exported file.
    pub struct ArchivePartOf {
        /// The export.
        pub export_id: Uuid,
        /// First byte.
        pub offset: i64,
    }

    /// A part of a file.
    pub struct ArchivePart {
        /// Its bytes, base64 (standard alphabet); empty behind the end.
        pub content: String,
        /// Where the next part starts.
        pub next: i64,
    }

    /// Asks what an archive holds.
    pub struct ArchiveOpen {
        /// The archive.
        pub number: String,
        /// Only records of this chain.
        pub chain: Option<String>,
        /// Only records of this kind (VENTE, JOUR, 260…).
        pub kind: Option<String>,
        /// Only records behind this position.
        pub after: i64,
        /// Most rows.
        pub limit: u32,
        /// Language of the findings: «fr» or «en».
        pub language: String,
    }

    /// A kind of operation in an archive.
    pub struct ArchiveOperation {
        /// The chain (TICKET, FACTURE, REGLEMENT, GT, DUPLICATA, JET, ARCHIVE).
        pub chain: String,
        /// The kind within the chain.
        pub kind: String,
        /// What an event is called; empty for other records.
        pub label: String,
        /// How many.
        pub count: u32,
        /// The sum of their totals.
        pub amount: Money,
    }

    /// A record in an archive.
    pub struct ArchiveRow {
        /// Position in the chain of the workstation.
        pub seq: i64,
        /// The chain.
        pub chain: String,
        /// The kind.
        pub kind: String,
        /// Its number.
        pub number: String,
        /// When; none when its date cannot be read.
        pub at_ms: Option<i64>,
        /// Who; none for what the program does by itself.
        pub operator: Option<String>,
        /// Its total.
        pub amount: Money,
        /// What an event says, the document that another names.
        pub detail: String,
        /// Extract of its signature.
        pub extract: String,
    }

    /// What an archive holds, read from its file.
    pub struct ArchiveOpened {
        /// The archive.
        pub archive: ArchiveView,
        /// What the check of the file found; none for an archive that is too large to be checked while a person waits.
        pub verdict: Option<IntegrityVerdict>,
        /// Its findings in words, if any.
        pub findings: Vec<ArchiveFinding>,
        /// Every kind of operation in it.
        pub operations: Vec<ArchiveOperation>,
        /// The records asked for.
        pub rows: Vec<ArchiveRow>,
        /// There are more.
        pub more: bool,
    }

    /// A finding of the check of an archive, in words.
    pub struct ArchiveFinding {
        /// Name of a file in the archive; empty for a record.
        pub file: String,
        /// Position in the chain of the workstation; none for a file.
        pub seq: Option<i64>,
        /// Number of the record, where it has one.
        pub number: String,
        /// Only a warning.
        pub warning: bool,
        /// What is wrong.
        pub text: String,
    }

    /// Asks for a report in a language.
    pub struct ReportLanguage {
        /// «fr» or «en».
        pub language: String,
    }
}
