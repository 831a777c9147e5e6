//! What a record says: the complete snapshot that is hashed into the signature (fiscal.md 1.2).
//!
//! A payload repeats names, rates and addresses instead of pointing at them, because those change and the
//! document must not. Every struct denies unknown fields: a verifier that does not know a field must not pass
//! over it. A published schema never changes; a new field is a new schema id.

mod archive;
mod event;
mod header;
mod period;
mod read;
mod settlement;
mod shop;
mod ticket;
mod ticket_v1;
mod ticket_v2;
mod total;

use std::borrow::Cow;

pub use archive::{ArchivePayload, ArchiveType};
pub use event::{DeclaredGap, DuplicatePayload, DuplicatedDocument, JetPayload, JetV1};
pub use header::{Header, Person, Software, Stamp, StampError, Terminal};
pub use period::{MethodTotal, PeriodDetail, Tally};
use serde::{Deserialize, Serialize};
pub use settlement::{SettlementKind, SettlementPair, SettlementPayload};
pub use shop::{BuyerSnapshot, Exemption, ShiftRef, ShopSnapshot};
pub use ticket::{
    DiscountSnapshot, DocumentClass, Operation, Origin, PaymentSnapshot, TaxSnapshot, TicketLine,
    TicketPayload, TicketTotals, VatRow,
};
pub use ticket_v1::{TicketLineV1, TicketV1};
pub use ticket_v2::{BuyerV1, TicketLineV2, TicketV2};
pub use total::{GrandTotalPayload, GrandTotalV1, Scope};

use crate::Chain;

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
    /// A settlement.
    #[serde(rename = "reglement/1")]
    Settlement(Box<SettlementPayload>),
    /// A grand total.
    #[serde(rename = "gt/2")]
    GrandTotal(Box<GrandTotalPayload>),
    /// A grand total made before closings had a detail.
    #[serde(rename = "gt/1")]
    GrandTotalV1(Box<GrandTotalV1>),
    /// A technical event.
    #[serde(rename = "jet/2")]
    Jet(Box<JetPayload>),
    /// A technical event made before gaps could be declared.
    #[serde(rename = "jet/1")]
    JetV1(Box<JetV1>),
    /// A duplicate.
    #[serde(rename = "duplicata/1")]
    Duplicate(Box<DuplicatePayload>),
    /// An archive.
    #[serde(rename = "archive/1")]
    Archive(Box<ArchivePayload>),
}

impl Payload {
    /// The facts that every record has.
    #[must_use]
    pub fn header(&self) -> &Header {
        match self {
            Self::Ticket(p) => &p.header,
            Self::TicketV2(p) => &p.header,
            Self::TicketV1(p) => &p.header,
            Self::Settlement(p) => &p.header,
            Self::GrandTotal(p) => &p.header,
            Self::GrandTotalV1(p) => &p.header,
            Self::Jet(p) => &p.header,
            Self::JetV1(p) => &p.header,
            Self::Duplicate(p) => &p.header,
            Self::Archive(p) => &p.header,
        }
    }

    /// The chain that records of this payload belong to.
    #[must_use]
    pub fn chain(&self) -> Chain {
        match self {
            Self::Ticket(p) => p.class.chain(),
            Self::TicketV2(_) | Self::TicketV1(_) => Chain::Ticket,
            Self::Settlement(_) => Chain::Reglement,
            Self::GrandTotal(_) | Self::GrandTotalV1(_) => Chain::Gt,
            Self::Jet(_) | Self::JetV1(_) => Chain::Jet,
            Self::Duplicate(_) => Chain::Duplicata,
            Self::Archive(_) => Chain::Archive,
        }
    }

    /// The receipt or invoice in the form of today, whichever schema it was signed in; none for other records.
    #[must_use]
    pub fn ticket(&self) -> Option<Cow<'_, TicketPayload>> {
        match self {
            Self::Ticket(p) => Some(Cow::Borrowed(p)),
            Self::TicketV2(p) => Some(Cow::Owned(TicketV2::clone(p).into())),
            Self::TicketV1(p) => Some(Cow::Owned(TicketV1::clone(p).into())),
            _ => None,
        }
    }

    /// The same, for who needs the payload no longer.
    #[must_use]
    pub fn into_ticket(self) -> Option<TicketPayload> {
        match self {
            Self::Ticket(p) => Some(*p),
            Self::TicketV2(p) => Some((*p).into()),
            Self::TicketV1(p) => Some((*p).into()),
            _ => None,
        }
    }

    /// The grand total in the form of today; none for other records.
    #[must_use]
    pub fn grand_total(&self) -> Option<Cow<'_, GrandTotalPayload>> {
        match self {
            Self::GrandTotal(p) => Some(Cow::Borrowed(p)),
            Self::GrandTotalV1(p) => Some(Cow::Owned(GrandTotalV1::clone(p).into())),
            _ => None,
        }
    }

    /// The technical event in the form of today; none for other records.
    #[must_use]
    pub fn event(&self) -> Option<Cow<'_, JetPayload>> {
        match self {
            Self::Jet(p) => Some(Cow::Borrowed(p)),
            Self::JetV1(p) => Some(Cow::Owned(JetV1::clone(p).into())),
            _ => None,
        }
    }
}

macro_rules! from {
    ($($payload:ty => $variant:ident),+ $(,)?) => { $(
        impl From<$payload> for Payload {
            fn from(payload: $payload) -> Self {
                Self::$variant(Box::new(payload))
            }
        }
    )+ };
}

from! {
    TicketPayload => Ticket,
    SettlementPayload => Settlement,
    GrandTotalPayload => GrandTotal,
    JetPayload => Jet,
    DuplicatePayload => Duplicate,
    ArchivePayload => Archive,
}
