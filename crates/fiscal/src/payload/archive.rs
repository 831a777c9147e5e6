//! Archives: which records one holds, and what they sum to (fiscal.md 1.9).
//!
//! The record says what was archived; the files, their hashes and the signature over them are the archive's own.

use domain::money::Money;
use serde::{Deserialize, Serialize};

use super::{Header, VatRow};
use crate::PerpetualTotals;

/// An archive that was made, schema `archive/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArchivePayload {
    /// Number, moment, workstation, operator, program.
    pub header: Header,
    /// Daily, monthly, yearly or on demand.
    pub archive_type: ArchiveType,
    /// First local day of the period («2026-11-01»).
    pub period_from: String,
    /// Last local day of the period, included; at most twelve months after the first, two years for
    /// a fiscal year.
    pub period_to: String,
    /// `global_seq` of the first record in it. Of one type (J, M or E), each archive begins after the one before,
    /// and the first begins at record 1.
    pub first_seq: i64,
    /// `global_seq` of the last record in it; before this record.
    pub last_seq: i64,
    /// `link_global` of the record at `last_seq`.
    pub link_global: String,
    /// How many records it holds: the range less declared gaps.
    pub records: i64,
    /// Tax table of the closing that the archive follows; on demand, of the tickets in the range.
    pub vat: Vec<VatRow>,
    /// Turnover of that closing or of those tickets, taxes included.
    pub total: Money,
    /// The perpetual totals at the end of the range.
    pub perpetual: PerpetualTotals,
    /// True when the verification before it found a defect: the archive is made all the same (fiscal.md 1.9).
    pub anomaly: bool,
}

/// Which period an archive is for; the letters are signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ArchiveType {
    /// A day («jour»).
    J,
    /// A month («mois»).
    M,
    /// A fiscal year («exercice»).
    E,
    /// A period on demand.
    P,
}

impl ArchiveType {
    /// The letter in DATA and in the column `kind`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::J => "J",
            Self::M => "M",
            Self::E => "E",
            Self::P => "P",
        }
    }
}
