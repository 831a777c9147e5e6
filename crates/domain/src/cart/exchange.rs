//! Articles brought back against those of the sale («échange»): the return that waits in the cart until the sale is
//! paid.
//!
//! The cart holds what was asked and what it was worth then. Whether those articles may still come back, and for how
//! much, is decided when the sale is sealed, from the signed tickets; a cart only remembers.

use serde::{Deserialize, Serialize};

use super::{Cart, CartError};
use crate::ids::{ArticleId, CustomerId, DocumentId};
use crate::money::{Money, Quantity};

/// The return that a sale waits with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CartExchange {
    /// The ticket on which the articles were sold; none when it was not brought along.
    pub document: Option<DocumentId>,
    /// Its number.
    pub number: Option<String>,
    /// What comes back.
    pub lines: Vec<ExchangeLine>,
    /// Why.
    pub reason: String,
    /// What the articles are worth with taxes, positive.
    pub total: Money,
    /// What of it counts against this sale; the rest was never paid and is no longer owed.
    pub credit: Money,
    /// The customer of that ticket, to whose account a credit may go; without ticket that of the sale, whoever it is when
    /// the sale is paid.
    pub customer: Option<CustomerId>,
    /// The supervisor who approved the return, if the cashier may not take articles back alone.
    pub approved_by: Option<String>,
}

/// A part of a sold line that comes back, or an article without its ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExchangeLine {
    /// Position of the sold line on its ticket; position of this line where there is no ticket.
    pub n: u32,
    /// The article, where there is no ticket that says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<ArticleId>,
    /// Designation.
    pub label: String,
    /// How much, positive.
    pub quantity: Quantity,
    /// Unit of sale.
    pub unit: String,
    /// What it is worth in the ticket's price mode, positive.
    pub worth: Money,
    /// It goes back to stock.
    pub restock: bool,
}

impl Cart {
    /// What the articles brought back count for in this sale; nothing when none are.
    #[must_use]
    pub fn credit(&self) -> Money {
        self.exchange.as_ref().map_or(Money::ZERO, |e| e.credit)
    }

    /// What of that credit pays for a sale of this total. The rest is given back.
    #[must_use]
    pub fn exchanged(&self, total: Money) -> Money {
        self.credit().min(total)
    }

    /// Puts a return on the sale, or takes it off.
    pub(super) fn set_exchange(&mut self, exchange: Option<&CartExchange>) -> Result<(), CartError> {
        if let Some(exchange) = exchange {
            let sound = exchange.credit >= Money::ZERO && exchange.credit <= exchange.total;
            exchange.total.checked()?;
            if !sound || exchange.lines.is_empty() {
                return Err(CartError::ExchangeOutOfRange);
            }
        }
        self.exchange = exchange.cloned();
        Ok(())
    }
}
