//! The shift report: X (before closing, any number of times) and Z (at closing).

use domain::country::Country;
use domain::money::Money;
use domain::tax::TaxAmount;

use super::common::{LocalDateTime, PrintNumber, Seal, Software};

/// Which report this is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShiftReportKind {
    /// Interim report of an open shift (SHF-14): no number, seal or perpetual total.
    X,
    /// Report of a closed shift.
    Z {
        /// Number of the report («0412»).
        number: String,
        /// Fiscal totals of the closing; none outside France.
        fiscal: Option<ZFiscal>,
    },
}

/// What the fiscal closing adds to a Z report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZFiscal {
    /// Grand total of the period.
    pub period_total: Money,
    /// Perpetual grand total.
    pub perpetual_total: Money,
    /// Number of the first ticket covered; none for a shift without tickets.
    pub first_ticket: Option<String>,
    /// Number of the last ticket covered.
    pub last_ticket: Option<String>,
    /// Seal of the closing.
    pub seal: Seal,
}

/// How many, and how much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CountedAmount {
    /// How many.
    pub count: u32,
    /// How much, with its sign.
    pub amount: Money,
}

/// What one payment method took in (SHF-18).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodTotal {
    /// Name of the method.
    pub label: String,
    /// How many payments.
    pub count: u32,
    /// How much.
    pub amount: Money,
}

/// A payment whose method was corrected during the shift.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentMoved {
    /// The ticket.
    pub ticket: String,
    /// The method that was taken back.
    pub from: String,
    /// The one that was put in its place.
    pub to: String,
    /// How much.
    pub amount: Money,
}

/// The cash drawer over the shift (SHF-23). All amounts but that of corrections are positive; the sign is in the label.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DrawerReport {
    /// Cash at opening.
    pub opening_float: Money,
    /// Cash received for sales, change deducted.
    pub receipts: Money,
    /// Cash given back for returns.
    pub refunds: Money,
    /// Cash put in without a sale.
    pub cash_in: Money,
    /// Cash taken out without a sale.
    pub cash_out: Money,
    /// What corrections of payments moved, with its sign.
    pub corrected: Money,
    /// What the drawer should hold.
    pub expected: Money,
    /// What was counted; none before the count.
    pub counted: Option<Money>,
    /// Counted minus expected, as recorded.
    pub difference: Option<Money>,
    /// What goes to the bank.
    pub to_bank: Option<Money>,
    /// What stays in the drawer.
    pub left: Option<Money>,
}

/// Events of the shift that a manager looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ShiftEvents {
    /// Cancelled tickets.
    pub cancellations: u32,
    /// Drawer openings without a sale.
    pub drawer_openings: u32,
    /// Duplicates printed.
    pub duplicates: u32,
}

/// Everything that a shift report shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShiftTicket {
    /// Decides formats and the tax table.
    pub country: Country,
    /// X or Z.
    pub kind: ShiftReportKind,
    /// The name on the shop front.
    pub trade_name: String,
    /// Code of the workstation.
    pub workstation: String,
    /// Number of the shift.
    pub shift: String,
    /// When the shift was opened.
    pub opened_at: LocalDateTime,
    /// Who opened it.
    pub opened_by: String,
    /// When it was closed; none while it is open.
    pub closed_at: Option<LocalDateTime>,
    /// Who closed it.
    pub closed_by: Option<String>,
    /// The manager who approved the closing.
    pub approved_by: Option<String>,
    /// When this report was made.
    pub reported_at: LocalDateTime,
    /// Sales.
    pub sales: CountedAmount,
    /// Returns, negative amount.
    pub returns: CountedAmount,
    /// Discounts, negative amount.
    pub discounts: CountedAmount,
    /// Turnover with taxes.
    pub turnover: Money,
    /// Average basket; none without sales.
    pub average_basket: Option<Money>,
    /// Tax table.
    pub taxes: Vec<TaxAmount>,
    /// One row per payment method.
    pub payments: Vec<MethodTotal>,
    /// Corrections of payments, which the rows above contain.
    pub corrections: Vec<PaymentMoved>,
    /// The drawer; none for a workstation without one.
    pub drawer: Option<DrawerReport>,
    /// Events.
    pub events: ShiftEvents,
    /// Closing note (SHF-20); empty when there is none.
    pub note: String,
    /// Which print this is; an X report has no counter.
    pub print: Option<PrintNumber>,
    /// The program.
    pub software: Software,
}
