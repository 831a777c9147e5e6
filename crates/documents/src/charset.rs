//! Code pages of receipt printers, and text made fit for them (hardware.md 1.4).
//!
//! A printer that gets a byte outside its page prints rubbish, and one that gets a control byte inside a name
//! obeys it. So text is cleaned once, before layout: what leaves [`Charset::clean`] holds only characters that
//! [`Charset::encode`] can send as one byte each, none below a space.

use serde::{Deserialize, Serialize};

/// A code page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Charset {
    /// CP858: CP850 with the euro sign. `ESC t 19` on Epson printers.
    #[default]
    Pc858,
    /// Windows-1252: also has `Œ œ ’ – …`. `ESC t 16` on Epson printers.
    Wpc1252,
}
