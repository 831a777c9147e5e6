//! Operations: what happened, in the form that is logged, hashed, replayed and (later) synced.
//!
//! The registry is append-only: a kind keeps its number and its payload for ever; a new payload is a new kind or
//! version. A golden test pins numbers and encoding.

mod facts;
mod invoices;
mod master;
mod missing;
mod shelf_labels;
mod wire;

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
}
