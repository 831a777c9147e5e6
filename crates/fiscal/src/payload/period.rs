//! What a closing says of its period beyond the sums (the Z, fiscal.md 1.4).

use domain::ids::MethodId;
use domain::money::Money;
use domain::payment::PaymentKind;
use serde::{Deserialize, Serialize};

use super::Stamp;

/// The content of a closing. [`crate::PeriodTally`] computes it from the records, for the till as for the verifier.
/// Amounts have the sign of the tickets: those of returns and cancellations are negative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodDetail {
    /// Number of the closing («Z n° 12»): 1, 2, 3… per workstation and scope, never reset.
    pub number: i64,
    /// Moment of the first ticket; none without tickets. The closing's own moment is that of its header.
    pub opened_at: Option<Stamp>,
    /// Moment of the last ticket.
    pub last_at: Option<Stamp>,
    /// How many tickets, of every operation.
    pub tickets: i64,
    /// Number of the first ticket.
    pub first_ticket: Option<String>,
    /// Number of the last ticket.
    pub last_ticket: Option<String>,
    /// Sales.
    pub sales: Tally,
    /// Returns.
    pub returns: Tally,
    /// Cancellations.
    pub cancellations: Tally,
    /// Tickets with a discount, and the sum of their discounts, in the price mode of each.
    pub discounts: Tally,
    /// Payments by method, settlements included, in the order of the methods' ids.
    pub payments: Vec<MethodTotal>,
    /// Duplicates made.
    pub duplicates: i64,
    /// Openings of the drawer without a sale (event 903).
    pub drawer_openings: i64,
}

/// How many, and how much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// How many.
    pub count: i64,
    /// How much, taxes included.
    pub amount: Money,
}

/// What was settled by one method.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MethodTotal {
    /// The method.
    pub method: MethodId,
    /// Its name, as the last payment of the period has it.
    pub name: String,
    /// What it is.
    pub kind: PaymentKind,
    /// How many payments.
    pub count: i64,
    /// What they settle of their documents.
    pub amount: Money,
    /// Cash rounding (Canada), beside the amount.
    pub rounding: Money,
}
