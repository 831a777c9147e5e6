//! Checking an archive (fiscal.md 7.8): the container, the manifest and its signature, every file, every record, and that
//! they agree with each other. Needs the file and nothing else.
//!
//! A part of the book starts in the middle: what lies before is taken from the manifest (`start`), so what only the whole
//! history can prove is left to an archive that begins at the first record, or to the database.

mod act;
mod files;
mod report;
mod walk;

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::path::Path;

use fiscal::Chain;
use fiscal::verify::Report;
use sha2::Digest as _;

pub use files::is_named;
pub use report::{ArchiveReport, FileDefect, FileFinding, Operation, Trust};

use self::files::Opened;
use self::walk::Walked;
use crate::SCHEMAS;
use crate::error::ArchiveError;
use crate::format::schema_file;
use crate::manifest::Manifest;
use crate::reader::ArchiveReader;
use crate::spool::hex;
use crate::tables::TABLES;

/// How to check.
pub struct Options<'a> {
    /// Names of keys, or SHA-256 of their SPKI in hexadecimal, that the reader knows to be the shop's. Empty: the keys in
    /// the archive are taken for what they say, and the report says that this was not checked.
    pub trusted: &'a [String],
    /// Threads that examine records. With more than one, the file is read beside them.
    pub threads: NonZeroUsize,
    /// Told the number of records read so far; the check ends early when it says no.
    pub goes_on: &'a dyn Fn(u64) -> bool,
}

/// Checks an archive. Whatever the file holds, this answers: it neither panics nor runs without end.
#[must_use]
pub fn check(path: &Path, options: &Options<'_>) -> ArchiveReport {
    let mut report = ArchiveReport::default();
    match ArchiveReader::open(path) {
        Ok(reader) => {
            if let Err(error) = check_opened(&reader, options, &mut report) {
                report.unreadable("", &error);
            }
        }
        Err(error) => report.unreadable("", &error),
    }
    report
}

fn check_opened(
    reader: &ArchiveReader,
    options: &Options<'_>,
    report: &mut ArchiveReport,
) -> Result<(), ArchiveError> {
    let Some(Opened { manifest, keys }) = files::check(reader, options, report)? else {
        return Ok(());
    };
    let walked = walk::records(reader, &manifest, keys.clone(), options, report)?;
    let Some(found) = walked.map(|walked| finish(walked, &manifest, report)) else { return Ok(()) };
    act::check(reader, &manifest, keys, &found, report);
    report.records = Some(found.report);
    report.operations = found.operations;
    report.manifest = Some(manifest);
    Ok(())
}

/// What the records turned out to be.
struct Found {
    report: Report,
    operations: BTreeMap<(Chain, String), Operation>,
}

/// Compares what was walked with what the manifest states.
fn finish(walked: Walked, manifest: &Manifest, report: &mut ArchiveReport) -> Found {
    for (table, hash) in TABLES.iter().zip(walked.tables) {
        let stated = manifest.file(table.file).map(|file| file.sha256.as_str());
        report.require(stated == Some(&hex(&hash.finalize())), table.file, || FileDefect::Table);
    }
    // A payload that states no schema of ours is found with its record.
    for name in walked.schemas.iter().map(|schema| schema_file(schema)) {
        let known = SCHEMAS.iter().any(|(known, _)| *known == name);
        report.require(!known || manifest.file(&name).is_some(), &name, || FileDefect::Missing);
    }
    let found = walked.verifier.finish(None);
    let range = &manifest.range;
    let same = walked.first.is_some_and(|first| first >= range.first_seq)
        && found.heads.global_seq == range.last_seq
        && found.heads.link_global == range.link_global;
    report.require(same, "manifest.json", || FileDefect::Range);
    let mut counts: BTreeMap<_, u64> = Chain::ALL.into_iter().map(|chain| (chain, 0)).collect();
    for ((chain, _), operation) in &walked.operations {
        *counts.entry(*chain).or_default() += operation.count;
    }
    report.require(counts == manifest.counts, "manifest.json", || FileDefect::Counts);
    Found { report: found, operations: walked.operations }
}
