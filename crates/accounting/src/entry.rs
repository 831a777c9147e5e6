//! Entries: their journals, their lines, and what each line stands for.

use domain::ids::WorkstationId;
use domain::money::Money;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::facts::Auxiliary;

/// A journal (fiscal.md 5.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Journal {
    /// Invoices that no ticket has counted.
    VT,
    /// The tills.
    CA,
    /// The bank.
    BQ,
    /// Everything else.
    OD,
}

impl Journal {
    /// The code of the journal.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::VT => "VT",
            Self::CA => "CA",
            Self::BQ => "BQ",
            Self::OD => "OD",
        }
    }

    /// Its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::VT => "Ventes",
            Self::CA => "Caisse",
            Self::BQ => "Banque",
            Self::OD => "Opérations diverses",
        }
    }
}

/// What a line of an entry stands for: so that books are reconciled whatever accounts a shop chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Money and values.
    Money,
    /// Customers' accounts.
    Customer,
    /// Turnover without taxes.
    Sales,
    /// Taxes.
    Tax,
    /// Differences, roundings, gestures.
    Difference,
}

impl Role {
    /// The stored name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Customer => "customer",
            Self::Sales => "sales",
            Self::Tax => "tax",
            Self::Difference => "difference",
        }
    }
}

/// A balanced entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its journal.
    pub journal: Journal,
    /// «2026-11-21».
    pub day: String,
    /// The till; none for the office.
    pub till: Option<WorkstationId>,
    /// What proves it: the number of the daily closing, or the day.
    pub piece: String,
    /// What it is.
    pub label: String,
    /// Its lines: debits equal credits.
    pub lines: Vec<EntryLine>,
}

/// A line: either debit or credit is zero, neither is negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryLine {
    /// The account.
    pub account: Account,
    /// The customer, on collective accounts.
    pub auxiliary: Option<Auxiliary>,
    /// What distinguishes it from other lines of the account: the taxes of a sales line.
    pub detail: String,
    /// What it stands for.
    pub role: Role,
    /// Debit.
    pub debit: Money,
    /// Credit.
    pub credit: Money,
}
