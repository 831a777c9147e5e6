//! Verification of fiscal archives and databases for those who must not take our word for it: an inspector, an
//! accountant, a court (fiscal.md 7.8).
//!
//! The checks are those of `fiscal` and `archive`; here they become a report in French or English, as text, JSON or one
//! self-contained page. The program `comptoir-verify` is the whole of it; the till shows the same report of its own checks.
//!
//! It deliberately writes nothing but the report, knows no private key, and shares no code with what seals records.

mod anchors;
mod database;
mod from_archive;
mod html;
mod language;
mod report;
mod text;
mod words;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

pub use from_archive::archive_findings;
pub use html::page;
pub use language::Language;
pub use report::{Finding, Note, Report, Subject, Terminal, Trust, Verdict};
pub use text::text;
pub use words::sentence;

/// How to verify.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Names of keys, or SHA-256 of their public key in hexadecimal, that are known to be the shop's.
    pub trusted: Vec<String>,
    /// `head.json`, written outside the database: shows whether records are missing at the end.
    pub anchors: Option<PathBuf>,
    /// Language of the sentences.
    pub language: Language,
}

/// Verifies a file, which is an archive or a database by its first bytes.
#[must_use]
pub fn verify(path: &Path, options: &Options) -> Report {
    if is_database(path) { database::verify(path, options) } else { from_archive::verify(path, options) }
}

fn is_database(path: &Path) -> bool {
    use std::io::Read as _;
    let mut head = [0; 16];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok() && head == *b"SQLite format 3\0"
}

fn threads() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}
