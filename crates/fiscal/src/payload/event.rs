//! Technical events and duplicates.

use domain::ids::{DocumentId, WorkstationId};
use serde::{Deserialize, Serialize};

use super::Header;
use crate::{Chain, JetEvent};

/// A technical event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JetPayload {
    /// Number, moment, workstation, operator, program.
    pub header: Header,
    /// Our code ([`JetEvent::code`]).
    pub code: u16,
    /// The code of the referential, where known.
    pub official_code: Option<u16>,
    /// The event's label on that day.
    pub label: String,
    /// What happened: amounts, numbers, old and new values.
    pub info: String,
}

impl JetPayload {
    /// The payload of an event.
    #[must_use]
    pub fn new(header: Header, event: JetEvent, info: impl Into<String>) -> Self {
        Self {
            header,
            code: event.code(),
            official_code: event.official_code(),
            label: event.label().to_owned(),
            info: info.into(),
        }
    }
}

/// A duplicate: any print, e-mail or download of a document after the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DuplicatePayload {
    /// Number, moment, workstation, operator, program.
    pub header: Header,
    /// What was printed again.
    pub document_type: DuplicatedDocument,
    /// The document.
    pub document: DocumentId,
    /// Its number.
    pub original_number: String,
    /// The workstation that made it.
    pub original_terminal: WorkstationId,
    /// 1 for the first duplicate. Counted per document and printing workstation, because two workstations that
    /// are offline cannot share a count (fiscal.md D4).
    pub reprint_number: i64,
}

/// A document that can be printed again; the names are signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DuplicatedDocument {
    /// A receipt.
    Ticket,
    /// An invoice.
    Facture,
    /// A deposit invoice.
    FactureAcompte,
    /// A credit note.
    Avoir,
}

impl DuplicatedDocument {
    /// The name in the column `kind` and in DATA.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ticket => "TICKET",
            Self::Facture => "FACTURE",
            Self::FactureAcompte => "FACTURE_ACOMPTE",
            Self::Avoir => "AVOIR",
        }
    }

    /// The chain that holds the original.
    #[must_use]
    pub const fn chain(self) -> Chain {
        match self {
            Self::Ticket => Chain::Ticket,
            Self::Facture | Self::FactureAcompte | Self::Avoir => Chain::Facture,
        }
    }
}
