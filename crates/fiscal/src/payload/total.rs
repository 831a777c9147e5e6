//! Grand totals («grand total»): the running sums, frozen after each ticket and each closing (fiscal.md 1.4).

use domain::money::Money;
use serde::{Deserialize, Serialize};

use super::{Header, PeriodDetail, VatRow};
use crate::PerpetualTotals;

/// A grand total, schema `gt/2`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrandTotalPayload {
    /// Number, moment, workstation, operator, program.
    pub header: Header,
    /// What it sums.
    pub scope: Scope,
    /// The period: «2026-11-21», «2026-11» or the exercice; for a ticket, its day of trade.
    pub period_key: String,
    /// Number of the ticket, for scope [`Scope::Ticket`]; none for a closing.
    pub document: Option<String>,
    /// Tax table of the ticket or period, one row per rate, greatest first.
    pub vat: Vec<VatRow>,
    /// Turnover of the ticket or period, taxes included.
    pub period_total: Money,
    /// The perpetual totals after it.
    pub perpetual: PerpetualTotals,
    /// What a closing says beyond its sums (the Z); none for a ticket.
    pub detail: Option<PeriodDetail>,
}

impl GrandTotalPayload {
    /// Signed field 5: the number of the document, or the period.
    #[must_use]
    pub fn subject(&self) -> &str {
        self.document.as_deref().unwrap_or(&self.period_key)
    }
}

/// A grand total of fiscal versions F.1 to F.3 (`gt/1`): no detail. Frozen; read for ever, never made any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of GrandTotalPayload")]
pub struct GrandTotalV1 {
    pub header: Header,
    pub scope: Scope,
    pub period_key: String,
    pub document: Option<String>,
    pub vat: Vec<VatRow>,
    pub period_total: Money,
    pub perpetual: PerpetualTotals,
}

impl From<GrandTotalV1> for GrandTotalPayload {
    fn from(v1: GrandTotalV1) -> Self {
        let GrandTotalV1 { header, scope, period_key, document, vat, period_total, perpetual } = v1;
        Self { header, scope, period_key, document, vat, period_total, perpetual, detail: None }
    }
}

/// What a grand total sums; the names are signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Scope {
    /// One ticket.
    Ticket,
    /// A day of trade: the tickets since the last daily closing.
    Jour,
    /// A month: the days since the last monthly closing.
    Mois,
    /// A fiscal year: the months since the last yearly closing.
    Exercice,
}

impl Scope {
    /// The name in the column `kind`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ticket => "TICKET",
            Self::Jour => "JOUR",
            Self::Mois => "MOIS",
            Self::Exercice => "EXERCICE",
        }
    }
}
