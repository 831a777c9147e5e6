//! Correcting what is validated: returns and cancellations (fiscal.md 1.7).
//!
//! Nothing is ever taken away from a ticket. A correction is a ticket of its own, with negative quantities and
//! amounts, that names the one it corrects and says why; it is sealed in the transaction that puts articles back,
//! gives the money back and moves the totals. What may still come back of a sale is read from the signed tickets
//! alone, inside that transaction, so two workstations cannot take the same article back twice.

mod exchange;
mod free;
mod line;
mod refund;
mod seal;
mod sold;
mod taken_back;

pub use exchange::{pending, pending_freely, seal_return};
pub use free::{Returned, take_freely};
pub use line::{back_to_stock, corrected_line, mirrored_discount, mirrored_line, returned_line};
pub use refund::{
    Exchanged, Giving, drawer_short, exchange_payment, mirrored_payment, refund_due, refund_methods,
    refund_payments,
};
pub use seal::{Correction, seal};
pub use sold::Sold;
pub use taken_back::{TakenBack, mirrored_row};
