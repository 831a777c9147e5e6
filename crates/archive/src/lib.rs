//! Fiscal archives: the signed ZIP of fiscal.md 1.9, written, read and checked.
//!
//! An archive holds the records of one workstation between two positions of its global chain, exactly as they were
//! signed, with everything that is needed to verify them without the program: public keys, JSON Schemas, tables for a
//! spreadsheet, and a text that says how to write a verifier ([`readme`]). It is written as a stream: what is in memory
//! does not grow with the number of records.
//!
//! The bytes follow from the records: names, order, times and compression are fixed. Only `SIGNATURE` differs from one
//! making to the next, because ECDSA nonces are random.
//!
//! It deliberately has no SQL and no clock, and decides nothing: the caller brings the records, the sealing record and
//! the key. A whole restore from an archive is not here either; the records in it are enough for one.

pub mod check;
mod directory;
mod entry;
mod error;
mod format;
mod lines;
mod manifest;
mod pem;
mod reader;
pub mod readme;
mod schemas;
mod spool;
pub mod tables;
mod writer;

pub use error::{ArchiveError, Damage};
pub use format::{FORMAT, MAX_ARCHIVE_BYTES, MAX_MONTHS};
pub use lines::{Line, Lines};
pub use manifest::{FileEntry, KeyEntry, Manifest, Period, Range, SealText, Start};
pub use reader::ArchiveReader;
pub use schemas::SCHEMAS;
pub use writer::{Act, Archiver, PublicKey};
