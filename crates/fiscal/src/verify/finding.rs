//! What the verifier found and where, as data. Sentences are made where they are shown.

use super::defect::{Defect, Severity};
use crate::{Chain, FiscalRecord, PerpetualTotals, TerminalHeads};

/// Where in the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// `global_seq` as the record states it.
    pub global_seq: i64,
    /// The record's chain; none for the end of the records.
    pub chain: Option<Chain>,
    /// `chain_seq` as the record states it.
    pub chain_seq: i64,
    /// Number as the record states it.
    pub doc_no: String,
}

impl Position {
    pub(super) fn of(record: &FiscalRecord) -> Self {
        Self {
            global_seq: record.global_seq,
            chain: Some(record.chain),
            chain_seq: record.chain_seq,
            doc_no: record.doc_no.clone(),
        }
    }

    pub(super) fn end(heads: &TerminalHeads) -> Self {
        Self { global_seq: heads.global_seq, chain: None, chain_seq: 0, doc_no: String::new() }
    }
}

/// A defect and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub position: Position,
    /// What.
    pub defect: Defect,
}

/// The outcome in one word; the numbers are the exit codes of `fiscal-verify` (fiscal.md 7.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing found.
    Sound = 0,
    /// Only warnings.
    Warnings = 1,
    /// At least one error.
    Broken = 2,
}

/// The outcome of a verification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The ends of the chains after the last record.
    pub heads: TerminalHeads,
    /// How many records were read.
    pub records: u64,
    /// The perpetual totals at the end; none if no grand total was seen after a resume.
    pub perpetual: Option<PerpetualTotals>,
    /// What was found, in the order of the records.
    pub findings: Vec<Finding>,
}

impl Report {
    /// The outcome in one word.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self.findings.iter().map(|f| f.defect.severity()).max() {
            None => Verdict::Sound,
            Some(Severity::Warning) => Verdict::Warnings,
            Some(Severity::Error) => Verdict::Broken,
        }
    }
}

/// Findings while they are collected: knows the record under examination.
#[derive(Debug, Default)]
pub(super) struct Findings {
    position: Option<Position>,
    list: Vec<Finding>,
}

impl Findings {
    pub(super) fn at(&mut self, position: Position) {
        self.position = Some(position);
    }

    /// Notes a defect of the record under examination.
    pub(super) fn add(&mut self, defect: Defect) {
        if let Some(position) = self.position.clone() {
            self.list.push(Finding { position, defect });
        }
    }

    /// Notes a defect unless `sound`.
    pub(super) fn require(&mut self, sound: bool, defect: impl FnOnce() -> Defect) {
        if !sound {
            self.add(defect());
        }
    }

    pub(super) fn into_list(self) -> Vec<Finding> {
        self.list
    }

    pub(super) fn into_defects(self) -> Vec<Defect> {
        self.list.into_iter().map(|finding| finding.defect).collect()
    }
}
