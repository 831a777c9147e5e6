//! Accounts, and what they are for.

use domain::ids::{DepartmentId, FeeTypeId, MethodId, WorkstationId};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An account of the chart («plan comptable»).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Its number («707000»).
    pub number: String,
    /// Its name («Ventes de marchandises»).
    pub label: String,
}

impl Account {
    /// An account.
    #[must_use]
    pub fn new(number: &str, label: &str) -> Self {
        Self { number: number.to_owned(), label: label.to_owned() }
    }
}

/// What an account is for (fiscal.md 5.2).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AccountKey {
    /// Cash in the drawers.
    Cash,
    /// Cash in the drawer of one till, where it has an account of its own.
    Till(WorkstationId),
    /// Cards to be received.
    Card,
    /// Cheques to be handed in.
    Cheque,
    /// Other values to be handed in.
    Other,
    /// One payment method, where it has an account of its own.
    Method(MethodId),
    /// Money between funds: from a drawer to the bank or the safe.
    Transfer,
    /// What customers owe.
    Customers,
    /// What customers have paid ahead or got back as credit.
    CustomerCredit,
    /// Sales of goods.
    Goods,
    /// Sales of services.
    Services,
    /// Fees put on tickets.
    Fees,
    /// Sales of one family.
    Department(DepartmentId),
    /// One kind of fee.
    Fee(FeeTypeId),
    /// Taxes collected that have no account of their own.
    Taxes,
    /// One tax.
    Tax(String),
    /// Differences at the shop's expense.
    Loss,
    /// Differences in the shop's favour.
    Gain,
    /// Credit given as a gesture.
    Gesture,
}

/// The text is no key.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("«{0}» names no use of an account")]
pub struct BadKey(pub String);

/// Keys that stand alone, with their stored names.
const PLAIN: [(&str, AccountKey); 14] = [
    ("cash", AccountKey::Cash),
    ("card", AccountKey::Card),
    ("cheque", AccountKey::Cheque),
    ("other", AccountKey::Other),
    ("transfer", AccountKey::Transfer),
    ("customers", AccountKey::Customers),
    ("customer_credit", AccountKey::CustomerCredit),
    ("goods", AccountKey::Goods),
    ("services", AccountKey::Services),
    ("fees", AccountKey::Fees),
    ("taxes", AccountKey::Taxes),
    ("loss", AccountKey::Loss),
    ("gain", AccountKey::Gain),
    ("gesture", AccountKey::Gesture),
];

impl AccountKey {
    /// The keys that every shop has.
    pub fn plain() -> impl Iterator<Item = Self> {
        PLAIN.into_iter().map(|(_, key)| key)
    }

    /// Reads a stored key.
    pub fn parse(text: &str) -> Result<Self, BadKey> {
        let bad = || BadKey(text.to_owned());
        if let Some((_, key)) = PLAIN.into_iter().find(|(name, _)| *name == text) {
            return Ok(key);
        }
        let (kind, of) = text.split_once(':').ok_or_else(bad)?;
        match kind {
            "till" => of.parse().map(|id| Self::Till(WorkstationId(id))).map_err(|_| bad()),
            "method" => of.parse().map(|id| Self::Method(MethodId(id))).map_err(|_| bad()),
            "department" => of.parse().map(|id| Self::Department(DepartmentId(id))).map_err(|_| bad()),
            "fee" => of.parse().map(|id| Self::Fee(FeeTypeId(id))).map_err(|_| bad()),
            "tax" if !of.is_empty() => Ok(Self::Tax(of.to_owned())),
            _ => Err(bad()),
        }
    }

    /// True for what is sold: its account decides the turnover of the books.
    #[must_use]
    pub const fn is_sales(&self) -> bool {
        matches!(self, Self::Goods | Self::Services | Self::Fees | Self::Department(_) | Self::Fee(_))
    }

    /// True for taxes.
    #[must_use]
    pub const fn is_tax(&self) -> bool {
        matches!(self, Self::Taxes | Self::Tax(_))
    }
}

impl std::fmt::Display for AccountKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Till(id) => write!(f, "till:{id}"),
            Self::Method(id) => write!(f, "method:{id}"),
            Self::Department(id) => write!(f, "department:{id}"),
            Self::Fee(id) => write!(f, "fee:{id}"),
            Self::Tax(code) => write!(f, "tax:{code}"),
            plain => {
                let found = PLAIN.iter().find(|(_, key)| key == plain);
                f.write_str(found.map_or("", |(name, _)| name))
            }
        }
    }
}
