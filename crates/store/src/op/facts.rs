//! Facts: what happened at the till. Inserted once, never changed.

use domain::ids::{
    ArticleId, CashMovementId, CustomerId, DocumentId, MailJobId, MethodId, PrintJobId, ShiftId, UserId,
    WorkstationId,
};
use domain::money::{Money, Quantity};
use domain::payment::PaymentKind;
use domain::shift::DenominationCount;
use fiscal::FiscalRecord;
use serde::{Deserialize, Serialize};

/// A workstation's signing key (fiscal.md 7.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FiscalKeyRow {
    /// Name of the key.
    pub key_id: String,
    /// Algorithm.
    pub alg: String,
    /// Public key, SPKI, base64.
    pub spki: String,
    /// Self-signed certificate.
    pub cert_pem: String,
    /// First record signed with it.
    pub valid_from_seq: i64,
}

/// A workstation was enrolled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TerminalEnrolled {
    /// The workstation.
    pub terminal_id: WorkstationId,
    /// Its code in document numbers.
    pub code: String,
    /// The shop.
    pub store_id: String,
    /// «FR», «CA».
    pub country: String,
    /// «2026-11-21T08:30:05Z».
    pub enrolled_at: String,
    /// Its key.
    pub key: FiscalKeyRow,
    /// The first record: JET 260.
    pub record: FiscalRecord,
    /// True for a workstation of training mode.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub training: bool,
}

/// A shift was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShiftOpened {
    /// The shift.
    pub id: ShiftId,
    /// Its number on the workstation.
    pub number: u32,
    /// The workstation.
    pub workstation: WorkstationId,
    /// Who.
    pub user: UserId,
    /// Cash in the drawer.
    pub opening_float: Money,
    /// The count behind it.
    pub count: Vec<DenominationCount>,
    /// Note.
    pub note: String,
}

/// A shift was closed: the frozen figures that cannot be derived from its sales.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShiftClosed {
    /// The shift.
    pub id: ShiftId,
    /// Who.
    pub user: UserId,
    /// Cash counted.
    pub counted: Money,
    /// The count behind it.
    pub count: Vec<DenominationCount>,
    /// Cash that the drawer had to hold.
    pub expected: Money,
    /// Cash left for the next shift.
    pub float_left: Option<Money>,
    /// Note.
    pub note: String,
    /// Perpetual total of the workstation at closing.
    pub perpetual: Money,
    /// The drawer count in the journal (JET 170).
    pub record: FiscalRecord,
}

/// Kinds of cash movements without a sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CashMovementKind {
    /// Put in.
    In,
    /// Taken out.
    Out,
    /// The drawer was opened, nothing moved.
    Drawer,
}

impl CashMovementKind {
    /// The stored name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
            Self::Drawer => "drawer",
        }
    }
}

/// Cash moved without a sale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CashMoved {
    /// The movement.
    pub id: CashMovementId,
    /// The shift.
    pub shift: ShiftId,
    /// Who.
    pub user: UserId,
    /// What.
    pub kind: CashMovementKind,
    /// Positive in, negative out, zero for an opening.
    pub amount: Money,
    /// Why.
    pub reason: String,
    /// Drawer openings are journaled (JET 903).
    pub record: Option<FiscalRecord>,
}

/// A movement of stock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StockMove {
    /// The article.
    pub article: ArticleId,
    /// Negative when it leaves.
    pub quantity: Quantity,
}

/// The two figures of a customer's account: they are never one signed balance (D-08).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountSide {
    /// «Dû»: negative entries are what documents leave unpaid.
    #[default]
    Due,
    /// «Crédit disponible»: positive entries are what may be spent.
    Credit,
}

impl AccountSide {
    /// The stored name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Credit => "credit",
        }
    }

    /// True for what entries were before there was credit: it is not written.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
    fn is_due(&self) -> bool {
        *self == Self::Due
    }
}

/// An entry on a customer's account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountEntry {
    /// The customer.
    pub customer: CustomerId,
    /// Positive for the customer, negative for the shop.
    pub amount: Money,
    /// Which figure it moves.
    #[serde(default, skip_serializing_if = "AccountSide::is_due")]
    pub side: AccountSide,
}

/// Credit was put on a customer's account without a document: an advance that was paid, or a gesture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountCredited {
    /// The customer.
    pub customer: CustomerId,
    /// How much, positive.
    pub amount: Money,
    /// Why.
    pub reason: String,
    /// What took the money in; none for a gesture.
    pub advance: Option<Advance>,
    /// The amount that is no turnover, in the journal (JET 910).
    pub record: FiscalRecord,
}

/// Money taken in for an account, which is no turnover (fiscal.md 1.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advance {
    /// The shift that took it in.
    pub shift: ShiftId,
    /// The method.
    pub method: MethodId,
    /// What it is.
    pub kind: PaymentKind,
    /// Name of the method.
    pub name: String,
    /// The movement of cash, when it was cash.
    pub cash: Option<CashMovementId>,
    /// Who took it in.
    pub user: UserId,
}

/// A ticket was validated: a sale, a return or a cancellation. The document and its lines, taxes and payments are read from the signed ticket: there is
/// one source, and it is the signed one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SaleSealed {
    /// The ticket.
    pub ticket: FiscalRecord,
    /// Its grand total.
    pub grand_total: FiscalRecord,
    /// What left the stock, or came back.
    pub stock: Vec<StockMove>,
    /// What was left unpaid, or settled with the customer's credit.
    pub account: Vec<AccountEntry>,
    /// Articles sold, as the report counts them; none on a correction.
    pub articles: u32,
    /// What the journal says of a correction: one event for each line (JET 190, fiscal.md 1.5).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub journal: Vec<FiscalRecord>,
}

/// A sale was abandoned before validation (R-12, JET 320).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SaleAbandoned {
    /// The shift, if one was open.
    pub shift: Option<ShiftId>,
    /// The record.
    pub record: FiscalRecord,
}

/// A document came out of a printer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentPrinted {
    /// The document.
    pub document: DocumentId,
    /// 1 for the original.
    pub print_number: u32,
    /// The job that printed it.
    pub job: PrintJobId,
    /// Who asked for it.
    pub user: Option<UserId>,
    /// Where.
    pub printer: String,
    /// «ticket».
    pub format: String,
    /// The shift whose duplicate it counts as.
    pub duplicate_in: Option<ShiftId>,
}

/// A document left as a file: a mail server took a letter with it, or it was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentSent {
    /// The document.
    pub document: DocumentId,
    /// The letter; for a file that was saved an id of its own.
    pub job: MailJobId,
    /// Who asked for it.
    pub user: Option<UserId>,
}

/// Stock was set by hand or by import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StockSet {
    /// What moved.
    pub moves: Vec<StockMove>,
    /// Why.
    pub reason: String,
}
