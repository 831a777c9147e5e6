//! Closings of days, months and fiscal years.

use domain::ids::{ClosingId, WorkstationId};
use domain::money::Money;

use super::{MethodTotal, TaxRow};

contract! {
    /// What a closing closes.
    #[derive(Copy, Eq)]
    pub enum ClosingScope {
        /// A day of trade.
        Day,
        /// A month.
        Month,
        /// A fiscal year («exercice»).
        Year,
    }

    /// A closing.
    pub struct ClosingRow {
        /// The closing.
        pub id: ClosingId,
        /// Its workstation.
        pub workstation_id: WorkstationId,
        /// Code of the workstation.
        pub workstation_code: String,
        /// Name of the workstation.
        pub workstation_name: String,
        /// Day, month or year.
        pub scope: ClosingScope,
        /// «2026-11-21», «2026-11», «2026» or «2026-04/2027-03».
        pub period_key: String,
        /// Number per workstation and scope, from 1.
        pub number: u32,
        /// When it was made.
        pub closed_ms: i64,
        /// Who asked for it; none for one that the program made by itself.
        pub closed_by: Option<String>,
        /// Tickets of the period.
        pub tickets: u32,
        /// Turnover of the period, taxes included.
        pub total: Money,
        /// Perpetual total: sales less returns.
        pub perpetual_real: Money,
        /// Perpetual total of absolute amounts.
        pub perpetual_abs: Money,
        /// Signature extract.
        pub extract: String,
        /// Its record was signed with a key of its workstation and says what the row says.
        pub intact: bool,
    }

    /// Which closings.
    pub struct ClosingList {
        /// Only this workstation.
        pub workstation_id: Option<WorkstationId>,
        /// Only days, months or years.
        pub scope: Option<ClosingScope>,
        /// Rows to pass over.
        pub offset: u32,
        /// Rows wanted, at most 100.
        pub limit: u32,
    }

    /// Closings, newest first.
    pub struct ClosingPage {
        /// Rows.
        pub rows: Vec<ClosingRow>,
        /// There are more.
        pub more: bool,
    }

    /// A closing.
    pub struct ClosingRef {
        /// The closing.
        pub closing_id: ClosingId,
    }

    /// How many, and how much.
    #[derive(Copy, Eq)]
    pub struct ClosingSum {
        /// How many.
        pub count: u32,
        /// How much, with its sign.
        pub amount: Money,
    }

    /// What a closing says (the Z, fiscal.md 1.4).
    pub struct ClosingDetail {
        /// The closing.
        pub row: ClosingRow,
        /// First day of the period.
        pub period_from: String,
        /// Last day of the period.
        pub period_to: String,
        /// First ticket.
        pub first_ticket: Option<String>,
        /// Last ticket.
        pub last_ticket: Option<String>,
        /// Sales.
        pub sales: ClosingSum,
        /// Returns.
        pub returns: ClosingSum,
        /// Cancellations.
        pub cancellations: ClosingSum,
        /// Discounts.
        pub discounts: ClosingSum,
        /// Duplicates.
        pub duplicates: u32,
        /// Openings of the drawer without a sale.
        pub drawer_openings: u32,
        /// Turnover before taxes.
        pub net: Money,
        /// Taxes, greatest rate first.
        pub taxes: Vec<TaxRow>,
        /// Payments by method.
        pub methods: Vec<MethodTotal>,
        /// First record of its archive.
        pub first_seq: i64,
        /// Last record of its archive.
        pub last_seq: i64,
        /// A defect was known when it was made.
        pub anomaly: bool,
    }

    /// A period that is over and not closed.
    pub struct DuePeriod {
        /// Day, month or year.
        pub scope: ClosingScope,
        /// Its key.
        pub period_key: String,
    }

    /// A workstation and its day.
    pub struct OpenDay {
        /// The workstation.
        pub workstation_id: WorkstationId,
        /// Its code.
        pub code: String,
        /// Its name.
        pub name: String,
        /// Tickets of today.
        pub tickets: u32,
        /// Turnover of today, taxes included.
        pub total: Money,
        /// Today is closed.
        pub closed: bool,
        /// A sale is in progress.
        pub cart_open: bool,
        /// The first period that is over and not closed.
        pub due: Option<DuePeriod>,
    }

    /// What is open, and when it is closed.
    pub struct ClosingOverview {
        /// Today on the shop's wall clock.
        pub today: String,
        /// Workstations in service, by code.
        pub workstations: Vec<OpenDay>,
        /// When the program closes by itself.
        pub rules: ClosingRules,
        /// Training has no closings.
        pub training: bool,
    }

    /// Closes today.
    pub struct DayClose {
        /// Only this workstation; all in service otherwise.
        pub workstation_id: Option<WorkstationId>,
    }

    /// When periods are closed.
    #[derive(Copy, Eq)]
    pub struct ClosingRules {
        /// Local hour after which the day before is closed, 0 to 6.
        pub hour: u8,
        /// Month in which the fiscal year begins, 1 to 12.
        pub year_start: u8,
    }
}
