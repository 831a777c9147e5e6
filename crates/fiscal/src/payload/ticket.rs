//! The receipt («ticket») and the invoice made from one, schema `ticket/3`.

use domain::cart::ServiceMode;
use domain::country::PriceMode;
use domain::ids::{ArticleId, DepartmentId, DocumentId, FeeTypeId, LineId, MethodId, PaymentId};
use domain::money::{Money, Quantity, Rate, UnitPrice};
use domain::payment::PaymentKind;
use domain::tax::{AppliedTax, TaxAmount};
use serde::{Deserialize, Serialize};

use crate::Chain;

use super::{BuyerSnapshot, Exemption, Header, Person, ShiftRef, ShopSnapshot};

/// Everything that a receipt or its invoice says (fiscal.md 1.2). Amounts are in minor units, negative on returns and
/// cancellations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TicketPayload {
    /// Number, moment, workstation, operator, program.
    pub header: Header,
    /// Receipt or invoice: decides the chain.
    pub class: DocumentClass,
    /// The document.
    pub document: DocumentId,
    /// Sale, return or cancellation.
    pub operation: Operation,
    /// The day of trade it belongs to («2026-11-21»).
    pub business_day: String,
    /// The day of supply («2026-11-20»), where it is not the day of trade: an invoice asked for later.
    pub supplied_on: Option<String>,
    /// The day by which it must be paid; none when it is paid, and on receipts.
    pub due_on: Option<String>,
    /// The shop.
    pub shop: ShopSnapshot,
    /// The shift.
    pub shift: ShiftRef,
    /// The seller («vendeur»), if not the operator.
    pub seller: Option<Person>,
    /// The customer, if known.
    pub customer: Option<BuyerSnapshot>,
    /// The ticket that a return or a cancellation refers to, or that an invoice is made from.
    pub origin: Option<Origin>,
    /// Why; wanted for returns and cancellations.
    pub reason: Option<String>,
    /// Note to the ticket.
    pub note: String,
    /// ISO 639-1 code of the language that it is printed in («fr»); none: the shop's.
    pub language: Option<String>,
    /// How it was served; none where the shop does not ask (SAL-23).
    pub service: Option<ServiceMode>,
    /// Whether prices and line totals contain the taxes.
    pub price_mode: PriceMode,
    /// The legal ground on which the whole document bears no VAT (TAX-03); every line then bears none.
    pub exemption: Option<Exemption>,
    /// ISO 4217 code.
    pub currency: String,
    /// Lines.
    pub lines: Vec<TicketLine>,
    /// Number of lines, printed and signed (fiscal.md 1.6).
    pub line_count: i64,
    /// Discount of the whole ticket; the shares of the lines sum to its amount.
    pub discount: Option<DiscountSnapshot>,
    /// Sum of all discounts, of lines and ticket, in the ticket's price mode.
    pub discounts: Money,
    /// Tax table.
    pub vat: Vec<VatRow>,
    /// Totals.
    pub totals: TicketTotals,
    /// Payments.
    pub payments: Vec<PaymentSnapshot>,
    /// Legal sentences, as printed (fiscal.md 2.4); none on a receipt.
    pub mentions: Vec<String>,
    /// 0: the original. Reprints are records of their own.
    pub print_number: i64,
}

/// What kind of document it is; the names are signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DocumentClass {
    /// A receipt: the sale itself, in the chain of tickets, followed by its grand total.
    Ticket,
    /// An invoice («Facture») made from a receipt, in the chain of invoices. It repeats the receipt and raises
    /// no total (fiscal.md 1.4).
    FactureDeTicket,
}

impl DocumentClass {
    /// The name in DATA of an invoice, and in its column `kind`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ticket => "TICKET",
            Self::FactureDeTicket => "FACTURE_DE_TICKET",
        }
    }

    /// The chain of documents of this class.
    #[must_use]
    pub const fn chain(self) -> Chain {
        match self {
            Self::Ticket => Chain::Ticket,
            Self::FactureDeTicket => Chain::Facture,
        }
    }
}

/// What a ticket does; the names are signed (fiscal.md 7.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Operation {
    /// Sale.
    Vente,
    /// Return.
    Retour,
    /// Cancellation.
    Annulation,
}

impl Operation {
    /// The name in the column `kind` and in DATA.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Vente => "VENTE",
            Self::Retour => "RETOUR",
            Self::Annulation => "ANNULATION",
        }
    }
}

/// The document that this one corrects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The document.
    pub document: DocumentId,
    /// Its number.
    pub number: String,
}

/// A discount as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiscountSnapshot {
    /// The rate, ×10³, when it was given as a percentage.
    pub rate: Option<Rate>,
    /// What it takes off, in the ticket's price mode; of the sign of what it is taken from.
    pub amount: Money,
    /// Why.
    pub reason: String,
}

/// A line: an article or a fee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TicketLine {
    /// Position from 1.
    pub n: i64,
    /// The line, kept from the cart.
    pub line: LineId,
    /// The article; none for a fee.
    pub article: Option<ArticleId>,
    /// The kind of fee; none for an article.
    pub fee: Option<FeeTypeId>,
    /// Code of the article; empty for a fee.
    pub code: String,
    /// Designation.
    pub label: String,
    /// What the seller noted on it.
    pub note: Option<String>,
    /// How much, ×10⁴.
    pub quantity: Quantity,
    /// Unit of sale.
    pub unit: String,
    /// Price of one unit in the ticket's price mode, ×10⁶.
    pub unit_price: UnitPrice,
    /// True when the amount was printed on the article's label and read from it, so that it need not be price
    /// times quantity to the cent.
    pub set_amount: bool,
    /// Taxes in force.
    pub taxes: Vec<TaxSnapshot>,
    /// The legal ground on which this line bears no VAT (TAX-03), where it is not that of the document.
    pub exemption: Option<Exemption>,
    /// Price times quantity, rounded, in the ticket's price mode.
    pub amount: Money,
    /// Its own discount.
    pub discount: Option<DiscountSnapshot>,
    /// Its share of the discount of the ticket.
    pub share: Money,
    /// What is left: `amount` less discount and share. The taxes are computed on it.
    pub total: Money,
    /// False for services and fees.
    pub stocked: bool,
    /// The department, for reports.
    pub department: Option<DepartmentId>,
}

/// A tax as it applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaxSnapshot {
    /// Stable code.
    pub code: String,
    /// Name as printed.
    pub name: String,
    /// Letter that marks the lines.
    pub letter: String,
    /// Rate, ×10³.
    pub rate: Rate,
}

impl From<&AppliedTax> for TaxSnapshot {
    fn from(tax: &AppliedTax) -> Self {
        Self { code: tax.code.clone(), name: tax.name.clone(), letter: tax.letter.clone(), rate: tax.rate }
    }
}

/// A row of the tax table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VatRow {
    /// Stable code.
    pub code: String,
    /// Name as printed.
    pub name: String,
    /// Letter that marks the lines.
    pub letter: String,
    /// Rate, ×10³.
    pub rate: Rate,
    /// What the tax is computed on («HT»).
    pub base: Money,
    /// The tax.
    pub tax: Money,
    /// Base and tax («TTC»).
    pub gross: Money,
}

impl From<&TaxAmount> for VatRow {
    fn from(row: &TaxAmount) -> Self {
        let TaxSnapshot { code, name, letter, rate } = TaxSnapshot::from(&row.tax);
        Self { code, name, letter, rate, base: row.base, tax: row.amount, gross: row.gross }
    }
}

/// The totals of a ticket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TicketTotals {
    /// Without taxes.
    pub net: Money,
    /// Taxes.
    pub tax: Money,
    /// With taxes.
    pub total: Money,
}

/// A payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentSnapshot {
    /// The payment.
    pub id: PaymentId,
    /// The method.
    pub method: MethodId,
    /// What the method is.
    pub kind: PaymentKind,
    /// Name of the method.
    pub name: String,
    /// What it settles of the ticket.
    pub amount: Money,
    /// What was handed over.
    pub received: Money,
    /// What was given back.
    pub change: Money,
    /// Cash rounding (Canada): never turnover.
    pub rounding: Money,
    /// Last four digits of the card; never more.
    pub card_last4: Option<String>,
    /// Cheque number, authorisation or other reference.
    pub reference: Option<String>,
    /// Nature of an «Autre» payment.
    pub nature: Option<String>,
}
