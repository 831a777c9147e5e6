//! E-reporting of sales to consumers (flux 10.3, fiscal.md 4.3).

use domain::money::{Money, Rate};
use uuid::Uuid;

contract! {
    /// How often the shop reports.
    #[derive(Copy, Eq)]
    pub enum EReportFrequency {
        /// Three times a month.
        Decade,
        /// Every month.
        Month,
    }

    /// Asks for periods.
    pub struct EReportList {
        /// How often the shop reports.
        pub frequency: EReportFrequency,
    }

    /// A first report of a period, or one that replaces it.
    #[derive(Copy, Eq)]
    pub enum EReportKind {
        /// «IN».
        Initial,
        /// «RE».
        Replacement,
    }

    /// A line: day, category and rate.
    pub struct EReportLine {
        /// Day.
        pub day: String,
        /// TLB1 goods, TPS1 services, TNT1 untaxed, TMA1 margin.
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

    /// A report that was kept.
    pub struct EReport {
        /// The report.
        pub id: Uuid,
        /// Its number.
        pub number: u32,
        /// First or replacing.
        pub kind: EReportKind,
        /// First day.
        pub from_day: String,
        /// Last day.
        pub to_day: String,
        /// Without VAT.
        pub net: Money,
        /// VAT.
        pub tax: Money,
        /// SHA-256 of the tickets and settings that it was made from, hexadecimal.
        pub inputs: String,
        /// When: UTC milliseconds.
        pub at_ms: i64,
        /// Who.
        pub user: String,
    }

    /// A period to report.
    pub struct EReportPeriod {
        /// First day.
        pub from_day: String,
        /// Last day.
        pub to_day: String,
        /// The last day is over.
        pub over: bool,
        /// Reports of this period, newest first.
        pub reports: Vec<EReport>,
    }

    /// What a report of a period says now.
    pub struct EReportView {
        /// First day.
        pub from_day: String,
        /// Last day.
        pub to_day: String,
        /// The last day is over.
        pub over: bool,
        /// ISO 4217 code.
        pub currency: String,
        /// Lines by day, category and rate.
        pub lines: Vec<EReportLine>,
        /// Without VAT.
        pub net: Money,
        /// VAT.
        pub tax: Money,
        /// With VAT.
        pub total: Money,
        /// The tickets or settings are not those of the last report: a replacing one is due.
        pub changed: bool,
        /// Reports of this period, newest first.
        pub reports: Vec<EReport>,
    }

    /// A report as a file.
    #[derive(Copy, Eq)]
    pub enum EReportFormat {
        /// For spreadsheets.
        Csv,
        /// For platforms.
        Json,
    }

    /// Names a report and a format.
    pub struct EReportFileRef {
        /// The report.
        pub report_id: Uuid,
        /// Format.
        pub format: EReportFormat,
    }
}
