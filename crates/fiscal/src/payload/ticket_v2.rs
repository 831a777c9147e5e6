//! The receipt of fiscal version F.2 (`ticket/2`): discounts, fees and service mode, but no class, no grounds of
//! exemption and only the name of the customer. Frozen; read for ever, never made any more.

use domain::cart::ServiceMode;
use domain::country::PriceMode;
use domain::ids::{ArticleId, CustomerId, DepartmentId, DocumentId, FeeTypeId, LineId};
use domain::money::{Money, Quantity, UnitPrice};
use serde::{Deserialize, Serialize};

use super::{
    BuyerSnapshot, DiscountSnapshot, DocumentClass, Header, Operation, Origin, PaymentSnapshot, Person,
    ShiftRef, ShopSnapshot, TaxSnapshot, TicketLine, TicketPayload, TicketTotals, VatRow,
};

/// A receipt of schema `ticket/2`; the fields are those of [`TicketPayload`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of TicketPayload")]
pub struct TicketV2 {
    pub header: Header,
    pub document: DocumentId,
    pub operation: Operation,
    pub business_day: String,
    pub shop: ShopSnapshot,
    pub shift: ShiftRef,
    pub seller: Option<Person>,
    pub customer: Option<BuyerV1>,
    pub origin: Option<Origin>,
    pub reason: Option<String>,
    pub note: String,
    pub service: Option<ServiceMode>,
    pub price_mode: PriceMode,
    pub currency: String,
    pub lines: Vec<TicketLineV2>,
    pub line_count: i64,
    pub discount: Option<DiscountSnapshot>,
    pub discounts: Money,
    pub vat: Vec<VatRow>,
    pub totals: TicketTotals,
    pub payments: Vec<PaymentSnapshot>,
    pub print_number: i64,
}

/// A line of `ticket/2`; the fields are those of [`TicketLine`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of TicketLine")]
pub struct TicketLineV2 {
    pub n: i64,
    pub line: LineId,
    pub article: Option<ArticleId>,
    pub fee: Option<FeeTypeId>,
    pub code: String,
    pub label: String,
    pub quantity: Quantity,
    pub unit: String,
    pub unit_price: UnitPrice,
    pub taxes: Vec<TaxSnapshot>,
    pub amount: Money,
    pub discount: Option<DiscountSnapshot>,
    pub share: Money,
    pub total: Money,
    pub stocked: bool,
    pub department: Option<DepartmentId>,
}

/// The customer of `ticket/1` and `ticket/2`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuyerV1 {
    /// The customer.
    pub id: CustomerId,
    /// The name.
    pub name: String,
}

impl From<TicketV2> for TicketPayload {
    fn from(t: TicketV2) -> Self {
        Self {
            header: t.header,
            class: DocumentClass::Ticket,
            document: t.document,
            operation: t.operation,
            business_day: t.business_day,
            supplied_on: None,
            due_on: None,
            shop: t.shop,
            shift: t.shift,
            seller: t.seller,
            customer: t.customer.map(|buyer| BuyerSnapshot::named(buyer.id, buyer.name)),
            origin: t.origin,
            reason: t.reason,
            note: t.note,
            language: None,
            service: t.service,
            price_mode: t.price_mode,
            exemption: None,
            currency: t.currency,
            lines: t.lines.into_iter().map(TicketLine::from).collect(),
            line_count: t.line_count,
            discount: t.discount,
            discounts: t.discounts,
            vat: t.vat,
            totals: t.totals,
            payments: t.payments,
            mentions: Vec::new(),
            print_number: t.print_number,
        }
    }
}

impl From<TicketLineV2> for TicketLine {
    fn from(line: TicketLineV2) -> Self {
        Self {
            n: line.n,
            line: line.line,
            article: line.article,
            fee: line.fee,
            code: line.code,
            label: line.label,
            note: None,
            quantity: line.quantity,
            unit: line.unit,
            unit_price: line.unit_price,
            set_amount: false,
            taxes: line.taxes,
            exemption: None,
            amount: line.amount,
            discount: line.discount,
            share: line.share,
            total: line.total,
            stocked: line.stocked,
            department: line.department,
        }
    }
}
