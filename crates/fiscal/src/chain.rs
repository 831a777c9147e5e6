//! The seven record types. Each has its own chain per workstation (fiscal.md D2).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A stored name that no constant of this crate has.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("unknown name {0:?}")]
pub struct UnknownName(pub String);

/// A record type, and the chain that its records form on one workstation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Chain {
    /// Receipts: sales, returns, cancellations.
    Ticket,
    /// Invoices, deposit invoices, credit notes.
    Facture,
    /// Settlements after the sale and corrections of a payment method (fiscal.md 1.7).
    Reglement,
    /// Grand totals: one per ticket and one per closing.
    Gt,
    /// Every output of a document after the first.
    Duplicata,
    /// Technical events («journal des événements techniques»), never purged.
    Jet,
    /// Archives.
    Archive,
}

impl Chain {
    /// All chains, in the order of fiscal.md 7.1.
    pub const ALL: [Self; 7] =
        [Self::Ticket, Self::Facture, Self::Reglement, Self::Gt, Self::Duplicata, Self::Jet, Self::Archive];

    /// The name in the column `chain`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ticket => "TICKET",
            Self::Facture => "FACTURE",
            Self::Reglement => "REGLEMENT",
            Self::Gt => "GT",
            Self::Duplicata => "DUPLICATA",
            Self::Jet => "JET",
            Self::Archive => "ARCHIVE",
        }
    }

    /// The layout that records of this chain are signed with (fiscal.md 7.2).
    #[must_use]
    pub const fn layout(self) -> &'static str {
        match self {
            Self::Ticket => "FR1.TICKET",
            Self::Facture => "FR1.FACTURE",
            Self::Reglement => "FR1.REGLEMENT",
            Self::Gt => "FR1.GT",
            Self::Duplicata => "FR1.DUPLICATA",
            Self::Jet => "FR1.JET",
            Self::Archive => "FR1.ARCHIVE",
        }
    }
}

impl fmt::Display for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Chain {
    type Err = UnknownName;
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        Self::ALL.into_iter().find(|c| c.as_str() == name).ok_or_else(|| UnknownName(name.to_owned()))
    }
}
