//! Requests and responses, grouped by what they are about. Money is in minor units, quantities in
//! ten-thousandths, prices in millionths, rates in thousandths of a percent, times in UTC milliseconds.

mod catalogue;
mod customers;
mod documents;
mod imports;
mod printing;
mod sale;
mod session;
mod shifts;
mod workstations;

pub use catalogue::*;
pub use customers::*;
pub use documents::*;
pub use imports::*;
pub use printing::*;
pub use sale::*;
pub use session::*;
pub use shifts::*;
pub use workstations::*;

contract! {
    /// Nothing.
    #[derive(Default)]
    pub struct Empty {}
}
