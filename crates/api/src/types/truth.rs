//! «Vérité d’une journée»: the books that tell the turnover of a day, side by side.

use domain::ids::{DocumentId, WorkstationId};
use domain::money::Money;

contract! {
    /// A day of the shop.
    pub struct DayRef {
        /// «2026-11-21».
        pub day: String,
    }

    /// A month of the shop.
    pub struct MonthRef {
        /// «2026-11».
        pub month: String,
    }

    /// The books that tell the turnover of a day.
    #[derive(Copy, Eq)]
    pub enum TruthFigure {
        /// Grand totals: those of the daily closing, or of the tickets while there is none.
        Closing,
        /// Signed tickets, as e-reporting adds them up.
        Signed,
        /// Payments.
        Payments,
        /// Entries: sales and taxes.
        Accounting,
    }

    /// What the books of a till, or of all tills, say of a day. Differences are with the closing.
    pub struct TruthRow {
        /// The till; none for all of them.
        pub workstation_id: Option<WorkstationId>,
        /// Its name.
        pub name: String,
        /// Number of its daily closing; none while there is none, and for all tills.
        pub piece: Option<String>,
        /// Grand totals.
        pub closing: Money,
        /// Signed tickets.
        pub signed: Money,
        /// Signed tickets less grand totals.
        pub signed_difference: Money,
        /// Payments.
        pub payments: Money,
        /// Payments less grand totals.
        pub payments_difference: Money,
        /// Entries.
        pub accounting: Money,
        /// Entries less grand totals.
        pub accounting_difference: Money,
        /// All four agree.
        pub agrees: bool,
    }

    /// «Vérité d’une journée».
    pub struct DayTruth {
        /// The day.
        pub day: String,
        /// The day is over.
        pub over: bool,
        /// Number of the batch in which the day was exported; its frozen entries are then the accounting.
        pub batch: Option<u32>,
        /// One row for each till that had tickets.
        pub tills: Vec<TruthRow>,
        /// All tills.
        pub total: TruthRow,
    }

    /// Asks for the tickets behind a figure.
    pub struct TruthTickets {
        /// The day.
        pub day: String,
        /// The till; none for all of them.
        pub workstation_id: Option<WorkstationId>,
        /// The figure.
        pub figure: TruthFigure,
        /// Rows to leave out.
        pub offset: u32,
        /// Rows wanted at most.
        pub limit: u32,
    }

    /// A ticket behind a figure.
    pub struct TruthTicket {
        /// The document; none where the signed ticket has lost it.
        pub document_id: Option<DocumentId>,
        /// Its number.
        pub number: String,
        /// When: UTC milliseconds.
        pub at_ms: i64,
        /// Name of the till.
        pub workstation: String,
        /// What the figure takes from it.
        pub amount: Money,
        /// The same less its grand total.
        pub difference: Money,
    }

    /// Tickets behind a figure: those that differ come first.
    pub struct TruthTicketPage {
        /// Rows.
        pub rows: Vec<TruthTicket>,
        /// Rows in all.
        pub count: u32,
        /// Rows that differ.
        pub differing: u32,
    }

    /// A day of the month strip.
    pub struct TruthDay {
        /// The day.
        pub day: String,
        /// Grand totals.
        pub closing: Money,
        /// The books agree.
        pub agrees: bool,
        /// The day was exported.
        pub exported: bool,
    }
}
