//! Settlements after the sale.

use domain::ids::DocumentId;
use fiscal::FiscalRecord;
use serde::{Deserialize, Serialize};

/// The method of a payment was corrected (fiscal.md 1.7). What moved, in which shift and why is read from the two signed
/// settlements.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentCorrected {
    /// The document that was paid.
    pub document: DocumentId,
    /// Takes the wrong method back.
    pub taken: FiscalRecord,
    /// Puts the right one in its place.
    pub put: FiscalRecord,
    /// Nothing is left of the payment, and it counted in this very shift: it is none of its payments any more.
    pub whole: bool,
}
