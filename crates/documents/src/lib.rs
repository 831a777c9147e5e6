//! What the shop prints on thermal paper: typed tickets, their layout, the bytes for the printer and the same
//! lines for the screen; and the texts of an invoice on A4.
//!
//! One direction only: a [`ticket`] holds raw values (money, quantities, names); its `lay_out` turns them, with
//! the [`words`] of one language, into a [`layout::Receipt`] for one paper width and one code page. Its lines are
//! the on-screen preview, and [`escpos`] makes the bytes for the printer from the very same lines, so paper and
//! screen cannot differ.
//!
//! An A4 page has a typeface whose widths only its file knows, so an invoice is given to whoever draws it as texts
//! ([`ticket::InvoiceSheet`]), made from the same values.
//!
//! Nothing here computes a total, reads a clock, opens a device or counts prints: callers bring the facts.

pub mod attestation;
pub mod charset;
pub mod escpos;
pub mod format;
pub mod layout;
pub mod picture;
pub mod ticket;
pub mod words;

pub use charset::Charset;
pub use escpos::{Cut, DrawerPulse, EncodeOptions};
pub use layout::{Columns, LaidLine, Paper, Receipt};
pub use picture::{Dots, Picture};
pub use words::Words;
