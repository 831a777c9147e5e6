//! The records of an archive in their order: the files of the seven chains, merged by `global_seq`.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;

use fiscal::{Chain, FiscalRecord};

use crate::directory::Entry;
use crate::entry::{Content, Digest};
use crate::error::ArchiveError;
use crate::format::{MAX_LINE, records_file};
use crate::manifest::parse;

/// Unpacked at once.
const BUFFER: usize = 64 << 10;

/// A line of a file of records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A record.
    Record(Box<FiscalRecord>),
    /// Not a record, or not in canonical form, or of another chain than its file.
    Unreadable {
        /// The file.
        file: String,
        /// The line, from 1.
        line: u64,
    },
}

impl Line {
    /// Reads a line of the file of a chain: its number from 1, and its bytes with the line feed.
    pub(crate) fn of(chain: Chain, line: u64, text: &[u8]) -> Self {
        let record = text.strip_suffix(b"\n").and_then(parse::<FiscalRecord>);
        match record.filter(|record| record.chain == chain) {
            Some(record) => Self::Record(Box::new(record)),
            None => Self::Unreadable { file: records_file(chain), line },
        }
    }

    /// Where it stands in the order. What cannot be read comes first: its place is not known.
    fn place(&self) -> i64 {
        match self {
            Self::Record(record) => record.global_seq,
            Self::Unreadable { .. } => i64::MIN,
        }
    }
}

/// The file of a chain, line by line. One that breaks off ends early; its digest says so.
pub(crate) struct ChainFile {
    chain: Chain,
    content: BufReader<Content>,
    lines: u64,
    over: bool,
}

impl ChainFile {
    /// The files of the archive at `path`, in the order of [`Chain::ALL`]. Chains without a file are left out.
    pub fn open_all(path: &Path, entries: &[Entry]) -> Result<Vec<Self>, ArchiveError> {
        let mut files = Vec::new();
        for chain in Chain::ALL {
            let name = records_file(chain);
            if let Some(entry) = entries.iter().find(|entry| entry.name == name) {
                let content = BufReader::with_capacity(BUFFER, Content::open(path, entry)?);
                files.push(Self { chain, content, lines: 0, over: false });
            }
        }
        Ok(files)
    }

    pub const fn chain(&self) -> Chain {
        self.chain
    }

    pub const fn is_over(&self) -> bool {
        self.over
    }

    /// Appends the next line with its line feed, and says which it is, from 1; none at the end.
    pub fn read(&mut self, text: &mut Vec<u8>) -> Option<u64> {
        if self.over {
            return None;
        }
        let read = (&mut self.content).take(MAX_LINE as u64 + 1).read_until(b'\n', text);
        self.over = !matches!(read, Ok(1..));
        self.lines += 1;
        (!self.over).then_some(self.lines)
    }

    /// Ends the reading: the name of the file, and what it turned out to be. A file that was broken is damaged, whatever
    /// its bytes.
    pub fn finish(self) -> (String, Result<Digest, ArchiveError>) {
        (records_file(self.chain), self.content.into_inner().finish())
    }
}

/// Records in order.
pub struct Lines {
    files: Vec<(ChainFile, Option<Line>)>,
}

impl Lines {
    /// The records of the archive at `path`.
    pub(crate) fn open(path: &Path, entries: &[Entry]) -> Result<Self, ArchiveError> {
        let mut files: Vec<_> =
            ChainFile::open_all(path, entries)?.into_iter().map(|file| (file, None)).collect();
        files.iter_mut().for_each(|(file, next)| *next = following(file));
        Ok(Self { files })
    }
}

impl Iterator for Lines {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let place = |next: &Option<Line>| next.as_ref().map(Line::place);
        let files = self.files.iter_mut().filter(|(_, next)| next.is_some());
        let (file, next) = files.min_by_key(|(_, next)| place(next))?;
        std::mem::replace(next, following(file))
    }
}

fn following(file: &mut ChainFile) -> Option<Line> {
    let mut text = Vec::new();
    file.read(&mut text).map(|line| Line::of(file.chain, line, &text))
}
