//! The closing of a day, a month or a fiscal year: the Z of the law, which is not that of a shift (fiscal.md 1.4).

use domain::country::Country;
use domain::money::Money;
use domain::tax::TaxAmount;

use super::common::{LocalDateTime, Seal, SellerIdentity, Software};
use super::shift::{CountedAmount, MethodTotal};

/// What is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosedPeriod {
    /// A day of trade.
    Day,
    /// A month.
    Month,
    /// A fiscal year.
    Year,
}

/// Everything that the paper of a closing shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosingTicket {
    /// Decides formats and the tax table.
    pub country: Country,
    /// What is closed.
    pub period: ClosedPeriod,
    /// Number of the closing («0012»).
    pub number: String,
    /// The shop.
    pub seller: SellerIdentity,
    /// Code of the workstation.
    pub workstation: String,
    /// First day; its time is not shown.
    pub from: LocalDateTime,
    /// Last day; its time is not shown.
    pub to: LocalDateTime,
    /// Moment of the first ticket; none without tickets.
    pub opened_at: Option<LocalDateTime>,
    /// When it was closed.
    pub closed_at: LocalDateTime,
    /// Who asked for it; none for one that the program made by itself.
    pub closed_by: Option<String>,
    /// When this paper was made.
    pub printed_at: LocalDateTime,
    /// Tickets, of every operation.
    pub tickets: u32,
    /// Number of the first ticket.
    pub first_ticket: Option<String>,
    /// Number of the last ticket.
    pub last_ticket: Option<String>,
    /// Sales.
    pub sales: CountedAmount,
    /// Returns, negative amount.
    pub returns: CountedAmount,
    /// Cancellations, negative amount.
    pub cancellations: CountedAmount,
    /// Discounts, negative amount.
    pub discounts: CountedAmount,
    /// Turnover with taxes: the total of the period.
    pub total: Money,
    /// Tax table.
    pub taxes: Vec<TaxAmount>,
    /// One row per payment method.
    pub payments: Vec<MethodTotal>,
    /// Duplicates made.
    pub duplicates: u32,
    /// Drawer openings without a sale.
    pub drawer_openings: u32,
    /// Perpetual total, sales less returns.
    pub perpetual_real: Money,
    /// Perpetual total of absolute amounts.
    pub perpetual_abs: Money,
    /// Seal of the closing.
    pub seal: Seal,
    /// A defect was known when it was made.
    pub anomaly: bool,
    /// The program.
    pub software: Software,
}
