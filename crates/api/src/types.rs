//! Requests and responses, grouped by what they are about. Money is in minor units, quantities in
//! ten-thousandths, prices in millionths, rates in thousandths of a percent, times in UTC milliseconds.

mod accounts;
mod catalogue;
mod customers;
mod documents;
mod drawer;
mod first_run;
mod imports;
mod overview;
mod parking;
mod pricing;
mod printing;
mod sale;
mod search;
mod session;
mod shifts;
mod workstations;

pub use accounts::*;
pub use catalogue::*;
pub use customers::*;
pub use documents::*;
pub use drawer::*;
pub use first_run::*;
pub use imports::*;
pub use overview::*;
pub use parking::*;
pub use pricing::*;
pub use printing::*;
pub use sale::*;
pub use search::*;
pub use session::*;
pub use shifts::*;
pub use workstations::*;

contract! {
    /// Nothing.
    #[derive(Default)]
    pub struct Empty {}
}
