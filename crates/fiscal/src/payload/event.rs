//! Technical events and duplicates.

use domain::ids::{DocumentId, WorkstationId};
use serde::{Deserialize, Serialize};

use super::Header;
use crate::{Anchor, Chain, JetEvent};

/// A technical event, schema `jet/2`.
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
    /// The records that are missing before this one; event 941 only.
    pub gap: Option<Box<DeclaredGap>>,
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
            gap: None,
        }
    }

    /// The payload of event 941. It is the first record after the restored ones, and is sealed on
    /// [`Anchor::heads`], so that no number is used twice (fiscal.md 7.7).
    #[must_use]
    pub fn gap_declared(header: Header, gap: DeclaredGap, info: impl Into<String>) -> Self {
        Self { gap: Some(Box::new(gap)), ..Self::new(header, JetEvent::GapDeclared, info) }
    }
}

/// Records that existed and were lost: a restored backup was older than the last anchor (fiscal.md 7.7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredGap {
    /// `global_seq` of the first missing record: the one after the last that was restored.
    pub from_seq: i64,
    /// `global_seq` of the last missing record: the anchor's.
    pub to_seq: i64,
    /// The position after the last missing record, as it was written outside the database. Chains, numbers and
    /// perpetual totals go on from here.
    pub anchor: Anchor,
}

/// A technical event of fiscal versions F.1 to F.3 (`jet/1`): no gap. Frozen; read for ever, never made any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of JetPayload")]
pub struct JetV1 {
    pub header: Header,
    pub code: u16,
    pub official_code: Option<u16>,
    pub label: String,
    pub info: String,
}

impl From<JetV1> for JetPayload {
    fn from(JetV1 { header, code, official_code, label, info }: JetV1) -> Self {
        Self { header, code, official_code, label, info, gap: None }
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
