//! Operations: what happened, in the form that is logged, hashed, replayed and (later) synced.
//!
//! The registry is append-only: a kind keeps its number and its payload for ever; a new payload is a new kind or
//! version. A golden test pins numbers and encoding.

mod accounting;
mod books;
mod closings;
mod facts;
mod invoices;
mod master;
mod missing;
mod settlements;
mod shelf_labels;
mod wire;

pub use accounting::{AccountingExported, BalanceCorrected, BookedLine, EReportComputed, ReportedLine};
pub use books::{GapDeclared, KeyChanged};
pub use closings::{ClockAccepted, PeriodClosed};
use domain::ids::{UserId, WorkstationId};
pub use facts::{
    AccountCredited, AccountEntry, AccountSide, Advance, CashMoved, CashMovementKind, DocumentPrinted,
    DocumentSent, FiscalKeyRow, SaleAbandoned, SaleSealed, ShiftClosed, ShiftOpened, StockMove, StockSet,
    TerminalEnrolled,
};
use fiscal::FiscalRecord;
pub use invoices::InvoiceIssued;
pub use master::{Clock, FieldType, MasterEntity, MasterSet, Value};
pub use missing::{MissingDeclared, MissingSettled};
use serde::{Deserialize, Serialize};
pub use settlements::PaymentCorrected;
pub use shelf_labels::{LabelReported, LabelSettled};
pub(crate) use wire::{FLAG_LAST, Header};
pub use wire::{OpRow, chain_hash};

/// Who did it, and where: kept in every operation (SEC-02).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// The user; none for what the program does by itself.
    pub user: Option<UserId>,
    /// The workstation.
    pub workstation: Option<WorkstationId>,
    /// The supervisor who approved it on the spot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<UserId>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Op {
    /// Fields of a master record were set.
    Master(MasterSet),
    /// A workstation got its signing key and its first record.
    TerminalEnrolled(Box<TerminalEnrolled>),
    /// Signed records that stand alone: technical events.
    FiscalRecorded(Vec<FiscalRecord>),
    /// A shift was opened.
    ShiftOpened(ShiftOpened),
    /// A shift was closed.
    ShiftClosed(Box<ShiftClosed>),
    /// Cash moved without a sale, or the drawer was opened.
    CashMoved(CashMoved),
    /// A sale was validated.
    SaleSealed(Box<SaleSealed>),
    /// A sale was abandoned before validation.
    SaleAbandoned(SaleAbandoned),
    /// A ticket got its invoice.
    InvoiceIssued(Box<InvoiceIssued>),
    /// The method of a payment was corrected.
    PaymentCorrected(Box<PaymentCorrected>),
    /// A document came out of a printer.
    DocumentPrinted(DocumentPrinted),
    /// A document was sent by e-mail.
    DocumentSent(DocumentSent),
    /// Stock was set by hand or import.
    StockSet(StockSet),
    /// A customer asked for an article that the shop did not have.
    MissingDeclared(MissingDeclared),
    /// A declared article is no longer waited for.
    MissingSettled(MissingSettled),
    /// A shelf label was lower than the till.
    LabelReported(LabelReported),
    /// It was corrected, or was not after all.
    LabelSettled(LabelSettled),
    /// Credit was put on a customer's account.
    AccountCredited(Box<AccountCredited>),
    /// Days were exported to the accountant.
    AccountingExported(Box<AccountingExported>),
    /// A report of sales to consumers was computed.
    EReportComputed(Box<EReportComputed>),
    /// A customer's balance was corrected by hand.
    BalanceCorrected(Box<BalanceCorrected>),
    /// A workstation signs with a new key.
    KeyChanged(Box<KeyChanged>),
    /// Lost records were declared.
    GapDeclared(Box<GapDeclared>),
    /// A day, a month or a fiscal year was closed.
    PeriodClosed(Box<PeriodClosed>),
    /// A person said that the clock of a workstation is right.
    ClockAccepted(Box<ClockAccepted>),
}
