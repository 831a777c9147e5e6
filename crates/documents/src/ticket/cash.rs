//! The receipt of a cash movement without a sale.

use domain::country::Country;
use domain::money::Money;

use super::common::LocalDateTime;

/// Which way the cash moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CashDirection {
    /// Into the drawer.
    In,
    /// Out of the drawer.
    Out,
}

/// Everything that a cash movement receipt shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashSlip {
    /// Decides formats.
    pub country: Country,
    /// The name on the shop front.
    pub trade_name: String,
    /// Which way the cash moved.
    pub direction: CashDirection,
    /// Reference of the movement.
    pub number: String,
    /// When, shop time.
    pub moved_at: LocalDateTime,
    /// Code of the workstation.
    pub workstation: String,
    /// Number of the shift.
    pub shift: Option<String>,
    /// How much, positive.
    pub amount: Money,
    /// Why.
    pub reason: String,
    /// Who did it.
    pub operator: String,
    /// Free text; empty when there is none.
    pub note: String,
}
