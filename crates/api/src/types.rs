//! Requests and responses, grouped by what they are about. Money is in minor units, quantities in
//! ten-thousandths, prices in millionths, rates in thousandths of a percent, times in UTC milliseconds.

mod about;
mod accounting;
mod accounts;
mod archives;
mod backups;
mod books;
mod catalogue;
mod closings;
mod customers;
mod diagnostics;
mod display;
mod documents;
mod drawer;
mod embedded_codes;
mod ereport;
mod exchange;
mod files;
mod first_run;
mod import_preview;
mod imports;
mod integrity;
mod invoices;
mod logo;
mod macro_keys;
mod mail;
mod overview;
mod parking;
mod payments;
mod price_accuracy;
mod pricing;
mod printing;
mod promotions;
mod readiness;
mod sale;
mod search;
mod sellers;
mod session;
mod settlements;
mod shifts;
mod table_check;
mod training;
mod truth;
mod workstations;

pub use about::*;
pub use accounting::*;
pub use accounts::*;
pub use archives::*;
pub use backups::*;
pub use books::*;
pub use catalogue::*;
pub use closings::*;
pub use customers::*;
pub use diagnostics::*;
pub use display::*;
pub use documents::*;
pub use drawer::*;
pub use embedded_codes::*;
pub use ereport::*;
pub use exchange::*;
pub use files::*;
pub use first_run::*;
pub use import_preview::*;
pub use imports::*;
pub use integrity::*;
pub use invoices::*;
pub use logo::*;
pub use macro_keys::*;
pub use mail::*;
pub use overview::*;
pub use parking::*;
pub use payments::*;
pub use price_accuracy::*;
pub use pricing::*;
pub use printing::*;
pub use promotions::*;
pub use readiness::*;
pub use sale::*;
pub use search::*;
pub use sellers::*;
pub use session::*;
pub use settlements::*;
pub use shifts::*;
pub use table_check::*;
pub use training::*;
pub use truth::*;
pub use workstations::*;

contract! {
    /// Nothing.
    #[derive(Default)]
    pub struct Empty {}
}
