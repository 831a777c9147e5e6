//! Checking an archive (fiscal.md 7.8): the container, the manifest and its signature, every file, every record, and that
//! they agree with each other. Needs the file and nothing else.
//!
//! A part of the book starts in the middle: what lies before is taken from the manifest (`start`), so what only the whole
//! history can prove is left to an archive that begins at the first record, or to the database.

mod act;
mod files;
mod report;

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::path::Path;

use fiscal::FiscalRecord;
use fiscal::verify::{Report, TrustedKey, TrustedKeys, Verifier};
use sha2::{Digest as _, Sha256};

pub use files::is_named;
pub use report::{ArchiveReport, FileDefect, FileFinding, Operation, Trust};

use self::files::Opened;
use crate::SCHEMAS;
use crate::error::ArchiveError;
use crate::format::schema_file;
use crate::lines::Line;
use crate::manifest::Manifest;
use crate::reader::ArchiveReader;
use crate::spool::hex;
use crate::tables::{Source, TABLES};

/// Records that are verified at once.
const BATCH: usize = 512;

/// How to check.
pub struct Options<'a> {
    /// Names of keys, or SHA-256 of their SPKI in hexadecimal, that the reader knows to be the shop's. Empty: the keys in
    /// the archive are taken for what they say, and the report says that this was not checked.
    pub trusted: &'a [String],
    /// Threads that verify signatures.
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
    let Some(Opened { manifest, keys }) = files::check(reader, options.trusted, report)? else {
        return Ok(());
    };
    let mut walk = Walk::begin(&manifest, keys.clone());
    walk.records(reader, options, report)?;
    let Some(found) = walk.finish(&manifest, report) else { return Ok(()) };
    act::check(reader, &manifest, keys, &found, report);
    report.records = Some(found.report);
    report.operations = found.operations;
    report.manifest = Some(manifest);
    Ok(())
}

/// What the records turned out to be.
struct Found {
    report: Report,
    operations: BTreeMap<(fiscal::Chain, String), Operation>,
}

/// One walk over all records: the verification, the tables made again, the counts.
struct Walk {
    verifier: Verifier,
    tables: Vec<Sha256>,
    operations: BTreeMap<(fiscal::Chain, String), Operation>,
    schemas: BTreeSet<String>,
    first: Option<i64>,
    records: u64,
}

impl Walk {
    fn begin(manifest: &Manifest, keys: Vec<TrustedKey>) -> Self {
        let terminal = manifest.terminal.id;
        let keys = TrustedKeys::new(terminal, keys);
        let verifier = match manifest.start.global_seq {
            0 => Verifier::new(keys),
            _ => Verifier::resume(manifest.start.heads(terminal), keys, Some(manifest.start.perpetual)),
        };
        let tables = TABLES.iter().map(|table| Sha256::new_with_prefix(table.head())).collect();
        Self {
            verifier,
            tables,
            schemas: BTreeSet::new(),
            operations: BTreeMap::new(),
            first: None,
            records: 0,
        }
    }

    fn records(
        &mut self,
        reader: &ArchiveReader,
        options: &Options<'_>,
        report: &mut ArchiveReport,
    ) -> Result<(), ArchiveError> {
        let mut lines = reader.lines()?;
        loop {
            let mut batch = Vec::with_capacity(BATCH);
            for line in lines.by_ref().take(BATCH) {
                match line {
                    Line::Record(record) => batch.push(*record),
                    Line::Unreadable { file, line } => report.add(&file, FileDefect::Line { line }),
                }
            }
            if batch.is_empty() && lines.is_over() {
                break;
            }
            self.verifier.push_all(&batch, options.threads);
            batch.iter().for_each(|record| self.count(record));
            if !(options.goes_on)(self.records) {
                report.cancelled = true;
                return Ok(());
            }
        }
        for (name, digest) in lines.finish() {
            files::compare(&name, digest, report);
        }
        Ok(())
    }

    /// What the tables and counts say of a record.
    fn count(&mut self, record: &FiscalRecord) {
        self.first.get_or_insert(record.global_seq);
        self.records += 1;
        let operation = self.operations.entry((record.chain, record.kind.clone())).or_default();
        operation.count += 1;
        operation.amount = domain::money::Money(operation.amount.0.saturating_add(record.ttc_cents.0));
        let source = Source::of(record);
        if let Some(schema) = source.schema().filter(|schema| !self.schemas.contains(*schema)) {
            self.schemas.insert(schema.to_owned());
        }
        for (table, hash) in TABLES.iter().zip(&mut self.tables) {
            hash.update(table.rows(&source));
        }
    }

    /// Compares what was walked with what the manifest states; none when the walk was cancelled.
    fn finish(self, manifest: &Manifest, report: &mut ArchiveReport) -> Option<Found> {
        if report.cancelled {
            return None;
        }
        for (table, hash) in TABLES.iter().zip(self.tables) {
            let stated = manifest.file(table.file).map(|file| file.sha256.as_str());
            report.require(stated == Some(&hex(&hash.finalize())), table.file, || FileDefect::Table);
        }
        // A payload that states no schema of ours is found with its record.
        for name in self.schemas.iter().map(|schema| schema_file(schema)) {
            let known = SCHEMAS.iter().any(|(known, _)| *known == name);
            report.require(!known || manifest.file(&name).is_some(), &name, || FileDefect::Missing);
        }
        let found = self.verifier.finish(None);
        let range = &manifest.range;
        let same = self.first.is_some_and(|first| first >= range.first_seq)
            && found.heads.global_seq == range.last_seq
            && found.heads.link_global == range.link_global;
        report.require(same, "manifest.json", || FileDefect::Range);
        let mut counts: BTreeMap<_, u64> = fiscal::Chain::ALL.into_iter().map(|chain| (chain, 0)).collect();
        for ((chain, _), operation) in &self.operations {
            *counts.entry(*chain).or_default() += operation.count;
        }
        report.require(counts == manifest.counts, "manifest.json", || FileDefect::Counts);
        Some(Found { report: found, operations: self.operations })
    }
}
