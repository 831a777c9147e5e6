//! English as used in France, beside the French that stays the shop's language.

use super::{SaleWords, Words, english};
use crate::format::NumberStyle;

impl Words {
    /// English, for shops in France whose customer asks for it. Numbers and dates stay as the shop writes them; a
    /// ticket is no invoice.
    #[must_use]
    pub const fn english_france() -> Self {
        Self { numbers: NumberStyle::FrenchFrance, sale: SALE, ..Self::english() }
    }
}

const SALE: SaleWords = SaleWords {
    ticket: "Ticket",
    workstation: "Till",
    cancelled_by: "This ticket is cancelled by ticket no.",
    cancels: "This ticket cancels ticket no.",
    modifies: "This ticket amends ticket no.",
    return_of: "Return on ticket no.",
    ticket_discount: "Discount on the ticket",
    takeaway: "Takeaway",
    net: "Excl. tax",
    tax: "VAT",
    gross: "Incl. tax",
    ..english::SALE
};
