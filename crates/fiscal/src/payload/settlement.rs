//! Settlements («règlements») after the sale: what is paid on account, and corrections of a payment method.
//!
//! A payment is never edited. A wrong method is corrected by a pair: one record takes the method back, the next puts
//! the right one in its place, for the same amount (fiscal.md 1.7). Neither moves turnover.

use domain::ids::WorkstationId;
use domain::money::Money;
use serde::{Deserialize, Serialize};

use super::{BuyerSnapshot, Header, PaymentSnapshot, ShiftRef};

/// A settlement, schema `reglement/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettlementPayload {
    /// Number, moment, workstation, operator, program.
    pub header: Header,
    /// What it is.
    pub kind: SettlementKind,
    /// The day of trade whose payments it changes («2026-11-21»).
    pub business_day: String,
    /// The shift whose payments it changes; none outside of a shift.
    pub shift: Option<ShiftRef>,
    /// Number of the settled document; none for a payment on account.
    pub document: Option<String>,
    /// The workstation that made the document; this one for a payment on account.
    pub original_terminal: WorkstationId,
    /// Who pays, for a payment on account.
    pub customer: Option<BuyerSnapshot>,
    /// The payment. The leg that takes a method back has the opposite amount of the other.
    pub payment: PaymentSnapshot,
    /// Its place in a pair; none for a payment on account.
    pub pair: Option<SettlementPair>,
    /// Why; wanted for a correction.
    pub reason: String,
}

impl SettlementPayload {
    /// What it settles, negative for the leg that takes a sale's method back.
    #[must_use]
    pub const fn amount(&self) -> Money {
        self.payment.amount
    }
}

/// What a settlement is; the names are signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SettlementKind {
    /// One leg of the correction of a payment method.
    Correction,
    /// A payment on a customer's account, whether or not it names a document.
    #[serde(rename = "SUR_COMPTE")]
    OnAccount,
}

impl SettlementKind {
    /// The name in DATA and in the column `kind`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Correction => "CORRECTION",
            Self::OnAccount => "SUR_COMPTE",
        }
    }
}

/// Which leg of a pair, and which pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettlementPair {
    /// 1 takes the wrong method back, 2 puts the right one in its place.
    pub leg: i64,
    /// Number of the first leg; its own on the first leg.
    pub of: String,
}
