//! What the verifier found, as data. Sentences are made where they are shown.

use domain::money::Money;

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

/// A column that repeats the payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the variants are the columns of FiscalRecord")]
pub enum Column {
    TerminalId,
    Chain,
    DocNo,
    Kind,
    TsUtc,
    TsLocal,
    UtcOffset,
    OperatorId,
    Total,
    Vat,
    Layout,
    SwVersion,
    FiscalVersion,
}

/// A figure of a ticket that does not follow from its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketFigure {
    /// An amount or a rate is beyond what the program can have written.
    Range,
    /// Number of lines, or their numbering.
    LineCount,
    /// Line `n`: what it stands for, its amount, its discounts, its total.
    LineTotal {
        /// The line.
        n: i64,
    },
    /// The discount of the ticket, its shares, or the sum of all discounts.
    Discounts,
    /// A line or document that is exempt bears a tax, or both state a ground.
    Exemption,
    /// The tax table.
    Vat,
    /// The totals.
    Totals,
    /// The payments do not sum to the total, or one does not balance.
    Payments,
}

/// What is wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Defect {
    /// It belongs to another workstation.
    OtherTerminal,
    /// `global_seq` has a gap, a repetition or a swap here.
    GlobalSequence {
        /// What the place wants.
        expected: i64,
    },
    /// `chain_seq` has a gap, a repetition or a swap here.
    ChainSequence {
        /// What the place wants.
        expected: i64,
    },
    /// `prev_sig` is not the signature of the chain's previous record.
    PreviousSignature,
    /// `prev_global` is not the previous record's link.
    PreviousLink,
    /// `link_global` does not follow from the columns.
    Link,
    /// The payload is not of a known schema.
    UnreadablePayload,
    /// The payload is readable, but not in canonical form.
    NotCanonical,
    /// `payload_sha256` is not the payload's.
    PayloadHash,
    /// A column says something else than the payload.
    Column(Column),
    /// The key is not among the trusted ones.
    UnknownKey,
    /// The key is trusted, but not at this place.
    KeyNotInForce,
    /// The key changed without event 960.
    KeyChangeNotAnnounced,
    /// The signature does not verify.
    Signature,
    /// The workstation's first record is not event 260.
    NotInitialised,
    /// The moment is malformed, or its three forms disagree.
    Stamp,
    /// UTC falls behind the previous record by more than the tolerance. A warning: the order of records does
    /// not depend on the clock.
    ClockBehind {
        /// By how much.
        seconds: i64,
    },
    /// An event that this version does not know.
    UnknownEvent {
        /// Its code.
        code: u16,
    },
    /// A figure of a ticket is wrong.
    Ticket(TicketFigure),
    /// A ticket has no grand total.
    GrandTotalMissing {
        /// The ticket.
        ticket: String,
    },
    /// A grand total does not repeat the ticket it names, or names none.
    GrandTotalOfTicket,
    /// The perpetual totals do not continue those before.
    Perpetual {
        /// What they should be; none if it does not fit.
        expected: Option<PerpetualTotals>,
    },
    /// A closing is not the sum of its period.
    PeriodTotal {
        /// The sum of the period.
        expected: Money,
    },
    /// The tax table of a closing is not the sum of its period.
    PeriodVat,
    /// A closing whose parts are not all closed.
    ClosingMissing {
        /// The period that is still open.
        period: String,
    },
    /// Something was dated in a period that was closed before (FISC-05), or closings are out of order.
    PeriodClosed {
        /// The last closed period.
        closed: String,
    },
    /// The number does not follow the chain's previous one.
    DocumentNumber {
        /// The previous number; none at the beginning.
        after: Option<String>,
    },
    /// An invoice names no sale of this workstation, differs from its total, or is the second one of it.
    InvoicedTicket {
        /// The number it names; empty for none.
        number: String,
    },
    /// A duplicate of a document that this workstation did not make.
    UnknownOriginal {
        /// The number it names.
        number: String,
    },
    /// Duplicates of a document are not numbered consecutively.
    ReprintNumber {
        /// What the next one should be.
        expected: i64,
    },
    /// A ticket of an exchange without the other, or the two do not balance.
    Exchange,
    /// The records do not end where the anchor says (fiscal.md 7.5).
    Anchor {
        /// `global_seq` in the anchor.
        anchored: i64,
        /// `global_seq` of the last record.
        found: i64,
    },
}

/// How bad a defect is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look; nothing was altered.
    Warning,
    /// The records are not those that were signed.
    Error,
}

impl Defect {
    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::ClockBehind { .. } => Severity::Warning,
            _ => Severity::Error,
        }
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
}
