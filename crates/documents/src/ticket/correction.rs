//! The slip of a corrected payment method: both legs of the signed pair.

use domain::country::Country;
use domain::money::Money;

use super::common::{LocalDateTime, Seal, Software};

/// Everything that the slip of a correction shows. The ticket that it is about stays as it was printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionSlip {
    /// Decides formats.
    pub country: Country,
    /// The name on the shop front.
    pub trade_name: String,
    /// Numbers of the two settlements.
    pub numbers: [String; 2],
    /// When, shop time.
    pub corrected_at: LocalDateTime,
    /// The workstation in whose shift it counts.
    pub workstation: String,
    /// The ticket.
    pub ticket: String,
    /// The method that is taken back.
    pub from: String,
    /// The one that is put in its place.
    pub to: String,
    /// How much, with the sign that it has on the ticket.
    pub amount: Money,
    /// Why.
    pub reason: String,
    /// Who did it.
    pub operator: String,
    /// The seals of both settlements; none outside France.
    pub seals: Option<[Seal; 2]>,
    /// The program.
    pub software: Software,
}
