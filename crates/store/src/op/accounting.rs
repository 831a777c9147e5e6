//! Exports of entries, reports of sales to consumers, corrected balances.

use domain::ids::{CustomerId, UserId, WorkstationId};
use domain::money::{Money, Rate};
use fiscal::FiscalRecord;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::AccountSide;

/// Days were exported to the accountant. The lines are frozen with every name that their files say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountingExported {
    /// The batch.
    pub id: Uuid,
    /// Its number.
    pub number: u32,
    /// First day of the period.
    pub from_day: String,
    /// Last day of the period.
    pub to_day: String,
    /// SIREN of the shop on that day; what stands in its place elsewhere.
    pub siren: String,
    /// SHA-256 of the FEC, hexadecimal.
    pub sha256: String,
    /// Who.
    pub user: UserId,
    /// The days that have entries: each is exported once.
    pub days: Vec<String>,
    /// The lines.
    pub lines: Vec<BookedLine>,
    /// The exchange with the accountant and the export, in the journal (JET 290, 902).
    pub journal: Vec<FiscalRecord>,
}

/// A frozen line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BookedLine {
    /// Number of the entry, continuous over all exports.
    pub entry: u32,
    /// Position in the entry, from 1.
    pub n: u32,
    /// Code of the journal.
    pub journal: String,
    /// Name of the journal.
    pub journal_label: String,
    /// Day.
    pub day: String,
    /// The till; none for the office.
    pub workstation: Option<WorkstationId>,
    /// What proves it.
    pub piece: String,
    /// Account.
    pub account: String,
    /// Its name.
    pub account_label: String,
    /// Number of the customer; empty for none.
    pub auxiliary: String,
    /// Name of the customer; empty for none.
    pub auxiliary_label: String,
    /// What the line is.
    pub label: String,
    /// What it stands for: money, customer, sales, tax or difference.
    pub role: String,
    /// Debit.
    pub debit: Money,
    /// Credit.
    pub credit: Money,
}

/// A report of sales to consumers was computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EReportComputed {
    /// The report.
    pub id: Uuid,
    /// Its number.
    pub number: u32,
    /// «IN» for the first of a period, «RE» for one that replaces it.
    pub kind: String,
    /// First day.
    pub from_day: String,
    /// Last day.
    pub to_day: String,
    /// SIREN of the shop on that day.
    pub siren: String,
    /// ISO 4217 code.
    pub currency: String,
    /// SHA-256 of the tickets and settings that it was made from, hexadecimal.
    pub inputs: String,
    /// Who.
    pub user: UserId,
    /// Lines.
    pub lines: Vec<ReportedLine>,
}

/// A line of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportedLine {
    /// Day.
    pub day: String,
    /// «TLB1», «TPS1», «TNT1», «TMA1».
    pub category: String,
    /// Rate.
    pub rate: Rate,
    /// Transactions.
    pub transactions: u32,
    /// Without VAT.
    pub net: Money,
    /// VAT.
    pub tax: Money,
}

/// A customer's balance was corrected by hand («Correction Solde Client», COR-15).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BalanceCorrected {
    /// The customer.
    pub customer: CustomerId,
    /// Positive for the customer, negative for the shop.
    pub amount: Money,
    /// Which figure it moves.
    pub side: AccountSide,
    /// Why.
    pub reason: String,
    /// The amount that is no turnover, in the journal (JET 910).
    pub record: FiscalRecord,
}
