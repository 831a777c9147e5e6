//! One walk over all records: read on one thread, examined on others, and taken in their order on the first.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use domain::money::Money;
use fiscal::verify::{Examined, Ordered, TrustedKey, TrustedKeys, Verifier, in_order};
use fiscal::{Chain, FiscalRecord};
use sha2::{Digest as _, Sha256};

use super::report::{ArchiveReport, FileDefect, Operation};
use super::{Options, files};
use crate::error::ArchiveError;
use crate::lines::{ChainFile, Line};
use crate::manifest::Manifest;
use crate::reader::ArchiveReader;
use crate::tables::{Source, TABLES};

/// Lines that are examined at once, and bytes after which there are no more.
const BLOCK: usize = 32;
const BLOCK_BYTES: usize = 256 << 10;

/// Blocks of one chain that wait for their turn, or are examined: chains do not come at the same pace.
const BLOCKS: usize = 6;
/// Bytes of one chain that wait or are examined, after which no block is added: an honest line takes a few thousand, one that
/// was made to fill the memory up to [`crate::format::MAX_LINE`].
const WAITING_BYTES: usize = 1 << 20;

/// What the records turned out to be.
pub(super) struct Walked {
    pub verifier: Verifier,
    pub tables: Vec<Sha256>,
    pub operations: BTreeMap<(Chain, String), Operation>,
    /// Schemas that payloads name.
    pub schemas: BTreeSet<String>,
    /// `global_seq` of the first record.
    pub first: Option<i64>,
    records: u64,
}

/// Walks over the records; none when that was ended early.
pub(super) fn records(
    reader: &ArchiveReader,
    manifest: &Manifest,
    keys: Vec<TrustedKey>,
    options: &Options<'_>,
    report: &mut ArchiveReport,
) -> Result<Option<Walked>, ArchiveError> {
    let keys = TrustedKeys::new(manifest.terminal.id, keys);
    let walked = Walked::begin(manifest, keys.clone());
    let chains = reader.chain_files()?.into_iter().map(OfChain::new).collect();
    let most = BLOCK * BLOCKS.max(options.threads.get());
    let mut walk = Walk { walked, chains, most, options, report };
    in_order(&mut walk, options.threads, |lines| examine(&lines, &keys));
    let Walk { walked, chains, report, .. } = walk;
    if report.cancelled {
        return Ok(None);
    }
    for (name, digest) in chains.into_iter().map(|chain| chain.file.finish()) {
        files::compare(&name, digest, report);
    }
    Ok(Some(walked))
}

/// Lines of one chain as they were read.
struct Unread {
    /// Place of the chain in [`Walk::chains`].
    place: usize,
    chain: Chain,
    /// Number of the first line, from 1.
    first: u64,
    text: Vec<u8>,
    /// Where each line ends.
    ends: Vec<usize>,
}

/// The same lines, examined; each with its bytes.
struct Block {
    place: usize,
    lines: Vec<(Checked, usize)>,
}

/// A line, examined.
enum Checked {
    Record(Box<Record>),
    Unreadable { file: String, line: u64 },
}

struct Record {
    examined: Examined<'static>,
    schema: Option<String>,
    /// Its rows in each table that has any.
    rows: Vec<(usize, String)>,
}

impl Checked {
    fn place(&self) -> i64 {
        match self {
            Self::Record(record) => record.examined.record().global_seq,
            Self::Unreadable { .. } => i64::MIN,
        }
    }
}

fn examine(lines: &Unread, keys: &TrustedKeys) -> Block {
    let starts = [0].into_iter().chain(lines.ends.iter().copied());
    let texts = starts.zip(&lines.ends).map(|(start, end)| lines.text.get(start..*end).unwrap_or_default());
    let line = |(n, text): (u64, &[u8])| match Line::of(lines.chain, n, text) {
        Line::Record(record) => (Checked::Record(Box::new(Record::new(*record, keys))), text.len()),
        Line::Unreadable { file, line } => (Checked::Unreadable { file, line }, text.len()),
    };
    Block { place: lines.place, lines: (lines.first..).zip(texts).map(line).collect() }
}

impl Record {
    fn new(record: FiscalRecord, keys: &TrustedKeys) -> Self {
        let source = Source::of(&record);
        let schema = source.schema().map(str::to_owned);
        let tables = TABLES.iter().enumerate().filter(|(_, table)| table.chains.contains(&record.chain));
        let rows = tables.map(|(n, table)| (n, table.rows(&source))).collect();
        Self { schema, rows, examined: keys.examine(record).without_text() }
    }
}

/// The file of a chain, and its lines that are examined but wait for those of other chains.
struct OfChain {
    file: ChainFile,
    ready: VecDeque<(Checked, usize)>,
    /// Lines that are being examined.
    away: usize,
    /// Bytes of those that are examined and of those that wait.
    bytes: usize,
}

impl OfChain {
    const fn new(file: ChainFile) -> Self {
        Self { file, ready: VecDeque::new(), away: 0, bytes: 0 }
    }

    /// Whether its next line is known, or that there is none.
    fn is_settled(&self) -> bool {
        !self.ready.is_empty() || (self.file.is_over() && self.away == 0)
    }

    fn waiting(&self) -> usize {
        self.ready.len() + self.away
    }

    /// Whether more of it may be read. A chain of which nothing waits always may: the others cannot go on without it.
    fn may_read(&self, most: usize) -> bool {
        let room = self.waiting() < most && self.bytes < WAITING_BYTES;
        !self.file.is_over() && (room || self.waiting() == 0)
    }

    /// Takes its next line, if that is examined.
    fn pop(&mut self) -> Option<Checked> {
        let (line, bytes) = self.ready.pop_front()?;
        self.bytes = self.bytes.saturating_sub(bytes);
        Some(line)
    }

    fn read(&mut self, place: usize) -> Option<Unread> {
        let (mut text, mut ends, mut first) = (Vec::new(), Vec::with_capacity(BLOCK), None);
        while ends.len() < BLOCK && text.len() < BLOCK_BYTES {
            let Some(line) = self.file.read(&mut text) else { break };
            first.get_or_insert(line);
            ends.push(text.len());
        }
        self.away += ends.len();
        self.bytes += text.len();
        Some(Unread { place, chain: self.file.chain(), first: first?, text, ends })
    }
}

struct Walk<'a, 'o> {
    walked: Walked,
    chains: Vec<OfChain>,
    /// Lines of one chain that may wait.
    most: usize,
    options: &'a Options<'o>,
    report: &'a mut ArchiveReport,
}

impl Ordered for Walk<'_, '_> {
    type Job = Unread;
    type Done = Block;

    /// Lines of the chain that has the fewest waiting.
    fn next(&mut self) -> Option<Unread> {
        loop {
            let most = self.most;
            let open = self.chains.iter_mut().enumerate().filter(|(_, chain)| chain.may_read(most));
            let (place, chain) = open.min_by_key(|(_, chain)| chain.waiting())?;
            if let Some(lines) = chain.read(place) {
                return Some(lines);
            }
            // It was at its end, so others wait for it no longer.
            self.merge();
        }
    }

    fn take(&mut self, block: Block) -> bool {
        if let Some(chain) = self.chains.get_mut(block.place) {
            chain.away = chain.away.saturating_sub(block.lines.len());
            chain.ready.extend(block.lines);
        }
        self.merge();
        self.report.cancelled = !(self.options.goes_on)(self.walked.records);
        !self.report.cancelled
    }
}

impl Walk<'_, '_> {
    /// Takes lines in their order while the next one of every chain is known.
    fn merge(&mut self) {
        while self.chains.iter().all(OfChain::is_settled) {
            let fronts = self.chains.iter_mut().filter(|chain| !chain.ready.is_empty());
            let first = fronts.min_by_key(|chain| chain.ready.front().map(|(line, _)| line.place()));
            match first.and_then(OfChain::pop) {
                Some(Checked::Record(record)) => self.walked.take(*record),
                Some(Checked::Unreadable { file, line }) => {
                    self.report.add(&file, FileDefect::Line { line });
                }
                None => break,
            }
        }
    }
}

impl Walked {
    fn begin(manifest: &Manifest, keys: TrustedKeys) -> Self {
        let verifier = match manifest.start.global_seq {
            0 => Verifier::new(keys),
            _ => {
                let heads = manifest.start.heads(manifest.terminal.id);
                Verifier::resume(heads, keys, Some(manifest.start.perpetual))
            }
        };
        let tables = TABLES.iter().map(|table| Sha256::new_with_prefix(table.head())).collect();
        let (operations, schemas) = (BTreeMap::new(), BTreeSet::new());
        Self { verifier, tables, operations, schemas, first: None, records: 0 }
    }

    /// Takes the next record: its verification, its rows in the tables, the counts.
    fn take(&mut self, Record { examined, schema, rows }: Record) {
        let record = examined.record();
        self.first.get_or_insert(record.global_seq);
        self.records += 1;
        let operation = self.operations.entry((record.chain, record.kind.clone())).or_default();
        operation.count += 1;
        operation.amount = Money(operation.amount.0.saturating_add(record.ttc_cents.0));
        if let Some(schema) = schema.filter(|schema| !self.schemas.contains(schema)) {
            self.schemas.insert(schema);
        }
        for (table, rows) in rows {
            if let Some(hash) = self.tables.get_mut(table) {
                hash.update(rows);
            }
        }
        self.verifier.take(&examined);
    }
}

#[cfg(test)]
mod tests;
