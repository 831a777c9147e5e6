//! The records of an archive in their order: the files of the seven chains, merged by `global_seq`.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;

use fiscal::{Chain, FiscalRecord};

use crate::directory::Entry;
use crate::entry::{Content, Digest};
use crate::error::ArchiveError;
use crate::format::{MAX_LINE, records_file};
use crate::manifest::parse;

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

/// Records in order. A file that breaks off ends early; its digest says so.
pub struct Lines {
    chains: Vec<OfChain>,
}

struct OfChain {
    chain: Chain,
    content: BufReader<Content>,
    line: u64,
    next: Option<Line>,
    broken: bool,
}

impl Lines {
    /// The records of the archive at `path`. Chains without a file are left out.
    pub(crate) fn open(path: &Path, entries: &[Entry]) -> Result<Self, ArchiveError> {
        let mut chains = Vec::new();
        for chain in Chain::ALL {
            let name = records_file(chain);
            if let Some(entry) = entries.iter().find(|entry| entry.name == name) {
                let content = BufReader::new(Content::open(path, entry)?);
                let mut of_chain = OfChain { chain, content, line: 0, next: None, broken: false };
                of_chain.advance();
                chains.push(of_chain);
            }
        }
        Ok(Self { chains })
    }

    /// True when every file is at its end.
    pub(crate) fn is_over(&self) -> bool {
        self.chains.iter().all(|of| of.next.is_none())
    }

    /// Ends the reading: what each file turned out to be. A file that was broken is damaged, whatever its bytes.
    pub(crate) fn finish(self) -> Vec<(String, Result<Digest, ArchiveError>)> {
        let digest = |of: OfChain| {
            let name = records_file(of.chain);
            (name, of.content.into_inner().finish())
        };
        self.chains.into_iter().map(digest).collect()
    }
}

impl Iterator for Lines {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let first = self.chains.iter_mut().filter(|of| of.next.is_some()).min_by_key(|of| of.place())?;
        let line = first.next.take();
        first.advance();
        line
    }
}

impl OfChain {
    /// What cannot be read comes first: its place is not known.
    fn place(&self) -> i64 {
        match &self.next {
            Some(Line::Record(record)) => record.global_seq,
            _ => i64::MIN,
        }
    }

    fn advance(&mut self) {
        if self.broken {
            return;
        }
        let mut text = Vec::new();
        let most = MAX_LINE as u64 + 1;
        let read = (&mut self.content).take(most).read_until(b'\n', &mut text);
        self.line += 1;
        self.next = match read {
            Ok(0) => None,
            Ok(_) => Some(self.line_of(&text)),
            Err(_) => {
                self.broken = true;
                None
            }
        };
    }

    fn line_of(&self, text: &[u8]) -> Line {
        let record = text.strip_suffix(b"\n").and_then(parse::<FiscalRecord>);
        match record.filter(|record| record.chain == self.chain) {
            Some(record) => Line::Record(Box::new(record)),
            None => Line::Unreadable { file: records_file(self.chain), line: self.line },
        }
    }
}
