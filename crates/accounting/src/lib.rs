//! From a day of signed facts to balanced entries and to the lines of e-reporting (fiscal.md 4.3 and 5).
//!
//! Everything here is a pure function of the facts of a day and of the accounts that the shop chose. It reads no
//! database, decides no legal date and keeps nothing: who freezes an export, numbers its entries and proves that a day is
//! exported once is the program around it.

mod account;
mod booking;
mod charset;
mod csv;
mod entry;
mod ereport;
mod facts;
mod fec;
mod journal;
mod period;
mod plan;
mod share;

pub use account::{Account, AccountKey, BadKey};
pub use booking::{BookingError, book_office, book_till};
pub use charset::latin9;
pub use csv::table;
pub use entry::{Entry, EntryLine, Journal, Role};
pub use ereport::{Category, ReportHead, ReportLine, aggregate, report_csv, report_json};
pub use facts::{
    Auxiliary, DrawerFact, LineFact, MoneyFact, Nature, OfficeFact, PaymentFact, TaxFact, TicketFact, TillDay,
};
pub use fec::{FEC_COLUMNS, fec, fec_name};
pub use journal::{FrozenLine, journal_csv};
pub use period::{Frequency, Period, period_of, periods_before};
pub use plan::{Plan, PlanRow};
pub use share::{Family, Share, shares};
