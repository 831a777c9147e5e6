//! What can be wrong with records.

use domain::money::Money;

use super::figure::{ArchiveFigure, Column, PeriodFigure, SettlementFault, TicketFigure};
use crate::PerpetualTotals;

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
    /// The key is countersigned, but not by the key before it.
    KeyCountersignature,
    /// The key changed and the old one did not sign the new one: lost, or not ours (fiscal.md 7.4). A warning: only
    /// an anchor elsewhere or a maintenance record can tell.
    KeyNotCountersigned,
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
    /// What a closing says beyond its sums is not what happened in its period.
    ClosingDetail(PeriodFigure),
    /// A period is still open although a later one, or the one it is part of, was begun or closed.
    ClosingMissing {
        /// The period that is still open.
        period: String,
    },
    /// A month without trade has no closing, or a year of months none. A warning: no turnover is missing.
    ClosingSkipped {
        /// The period.
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
    /// A cancellation that does not mirror its ticket, or of a ticket that was cancelled or returned before, or a
    /// return of a cancelled one.
    Cancellation {
        /// The number of the ticket it names; empty for none.
        number: String,
    },
    /// A settlement is wrong.
    Settlement(SettlementFault),
    /// An archive's record is wrong.
    Archive(ArchiveFigure),
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
    /// Records are missing here that were lost, and the gap was declared (event 941, fiscal.md 7.7). A warning: what
    /// they said cannot be proven.
    GapDeclared {
        /// `global_seq` of the first missing record.
        from: i64,
        /// `global_seq` of the last missing record.
        to: i64,
    },
    /// Event 941 declares a gap that is not there, or that its anchor does not account for.
    GapUnfounded,
    /// Records follow the anchored one. A warning: a crash between the records and the anchor leaves this.
    AnchorBehind {
        /// `global_seq` in the anchor.
        anchored: i64,
        /// `global_seq` of the last record.
        found: i64,
    },
    /// The records do not reach the anchor, or not the same one (fiscal.md 7.5).
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
            Self::ClockBehind { .. }
            | Self::KeyNotCountersigned
            | Self::ClosingSkipped { .. }
            | Self::GapDeclared { .. }
            | Self::AnchorBehind { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
