//! The receipt as it was published first (`ticket/1`): no discounts, no fees, no service mode. Frozen; read for
//! ever, never made any more.

use domain::country::PriceMode;
use domain::ids::{ArticleId, DepartmentId, DocumentId, LineId};
use domain::money::{Money, Quantity, UnitPrice};
use serde::{Deserialize, Serialize};

use super::{
    BuyerV1, Header, Operation, Origin, PaymentSnapshot, Person, ShiftRef, ShopSnapshot, TaxSnapshot,
    TicketLineV2, TicketPayload, TicketTotals, TicketV2, VatRow,
};

/// A receipt of schema `ticket/1`; the fields are those of [`TicketV2`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of TicketV2")]
pub struct TicketV1 {
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
    pub price_mode: PriceMode,
    pub currency: String,
    pub lines: Vec<TicketLineV1>,
    pub line_count: i64,
    pub vat: Vec<VatRow>,
    pub totals: TicketTotals,
    pub payments: Vec<PaymentSnapshot>,
    pub print_number: i64,
}

/// A line of `ticket/1`; the fields are those of [`TicketLineV2`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of TicketLineV2")]
pub struct TicketLineV1 {
    pub n: i64,
    pub line: LineId,
    pub article: ArticleId,
    pub code: String,
    pub label: String,
    pub quantity: Quantity,
    pub unit: String,
    pub unit_price: UnitPrice,
    pub taxes: Vec<TaxSnapshot>,
    pub total: Money,
    pub stocked: bool,
    pub department: Option<DepartmentId>,
}

impl From<TicketV1> for TicketPayload {
    fn from(t: TicketV1) -> Self {
        TicketV2::from(t).into()
    }
}

impl From<TicketV1> for TicketV2 {
    fn from(t: TicketV1) -> Self {
        Self {
            header: t.header,
            document: t.document,
            operation: t.operation,
            business_day: t.business_day,
            shop: t.shop,
            shift: t.shift,
            seller: t.seller,
            customer: t.customer,
            origin: t.origin,
            reason: t.reason,
            note: t.note,
            service: None,
            price_mode: t.price_mode,
            currency: t.currency,
            lines: t.lines.into_iter().map(TicketLineV2::from).collect(),
            line_count: t.line_count,
            discount: None,
            discounts: Money::ZERO,
            vat: t.vat,
            totals: t.totals,
            payments: t.payments,
            print_number: t.print_number,
        }
    }
}

impl From<TicketLineV1> for TicketLineV2 {
    fn from(line: TicketLineV1) -> Self {
        Self {
            n: line.n,
            line: line.line,
            article: Some(line.article),
            fee: None,
            code: line.code,
            label: line.label,
            quantity: line.quantity,
            unit: line.unit,
            unit_price: line.unit_price,
            taxes: line.taxes,
            amount: line.total,
            discount: None,
            share: Money::ZERO,
            total: line.total,
            stocked: line.stocked,
            department: line.department,
        }
    }
}
