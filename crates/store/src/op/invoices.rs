//! Invoices made from tickets.

use fiscal::FiscalRecord;
use serde::{Deserialize, Serialize};

/// A ticket got its invoice: no stock, no account, no total moves (fiscal.md 1.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InvoiceIssued {
    /// The signed invoice.
    pub record: FiscalRecord,
}
