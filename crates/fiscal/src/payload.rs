//! What a record says: the complete snapshot that is hashed into the signature (fiscal.md 1.2).
//!
//! A payload repeats names, rates and addresses instead of pointing at them, because those change and the
//! document must not. Every struct denies unknown fields: a verifier that does not know a field must not pass
//! over it. A published schema never changes; a new field is a new schema id.

mod event;
mod header;
mod shop;
mod ticket;
mod ticket_v1;
mod ticket_v2;
mod total;

use std::borrow::Cow;

pub use event::{DuplicatePayload, DuplicatedDocument, JetPayload};
pub use header::{Header, Person, Software, Stamp, StampError, Terminal};
use serde::{Deserialize, Serialize};
pub use shop::{BuyerSnapshot, Exemption, ShiftRef, ShopSnapshot};
pub use ticket::{
    DiscountSnapshot, DocumentClass, Operation, Origin, PaymentSnapshot, TaxSnapshot, TicketLine,
    TicketPayload, TicketTotals, VatRow,
};
pub use ticket_v1::{TicketLineV1, TicketV1};
pub use ticket_v2::{BuyerV1, TicketLineV2, TicketV2};
pub use total::{GrandTotalPayload, Scope};

/// Any payload; `s` in the JSON is the schema id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "s")]
pub enum Payload {
    /// A receipt, or the invoice made from one.
    #[serde(rename = "ticket/3")]
    Ticket(Box<TicketPayload>),
    /// A receipt made before invoices existed.
    #[serde(rename = "ticket/2")]
    TicketV2(Box<TicketV2>),
    /// A receipt made before discounts and fees existed.
    #[serde(rename = "ticket/1")]
    TicketV1(Box<TicketV1>),
    /// A grand total.
    #[serde(rename = "gt/1")]
    GrandTotal(Box<GrandTotalPayload>),
    /// A technical event.
    #[serde(rename = "jet/1")]
    Jet(Box<JetPayload>),
    /// A duplicate.
    #[serde(rename = "duplicata/1")]
    Duplicate(Box<DuplicatePayload>),
}

impl Payload {
    /// The facts that every record has.
    #[must_use]
    pub fn header(&self) -> &Header {
        match self {
            Self::Ticket(p) => &p.header,
            Self::TicketV2(p) => &p.header,
            Self::TicketV1(p) => &p.header,
            Self::GrandTotal(p) => &p.header,
            Self::Jet(p) => &p.header,
            Self::Duplicate(p) => &p.header,
        }
    }

    /// The receipt or invoice in the form of today, whichever schema it was signed in; none for other records.
    #[must_use]
    pub fn ticket(&self) -> Option<Cow<'_, TicketPayload>> {
        match self {
            Self::Ticket(p) => Some(Cow::Borrowed(p)),
            Self::TicketV2(p) => Some(Cow::Owned(TicketV2::clone(p).into())),
            Self::TicketV1(p) => Some(Cow::Owned(TicketV1::clone(p).into())),
            Self::GrandTotal(_) | Self::Jet(_) | Self::Duplicate(_) => None,
        }
    }

    /// The same, for who needs the payload no longer.
    #[must_use]
    pub fn into_ticket(self) -> Option<TicketPayload> {
        match self {
            Self::Ticket(p) => Some(*p),
            Self::TicketV2(p) => Some((*p).into()),
            Self::TicketV1(p) => Some((*p).into()),
            Self::GrandTotal(_) | Self::Jet(_) | Self::Duplicate(_) => None,
        }
    }
}

impl From<TicketPayload> for Payload {
    fn from(payload: TicketPayload) -> Self {
        Self::Ticket(Box::new(payload))
    }
}
impl From<GrandTotalPayload> for Payload {
    fn from(payload: GrandTotalPayload) -> Self {
        Self::GrandTotal(Box::new(payload))
    }
}
impl From<JetPayload> for Payload {
    fn from(payload: JetPayload) -> Self {
        Self::Jet(Box::new(payload))
    }
}
impl From<DuplicatePayload> for Payload {
    fn from(payload: DuplicatePayload) -> Self {
        Self::Duplicate(Box::new(payload))
    }
}
