//! What a label is worth at the till: how much of the article, and the price that is printed on it.

use rust_decimal::RoundingStrategy;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::EmbeddedValue;
use crate::cart::is_sold_by_piece;
use crate::money::{Money, Overflow, Quantity, UnitPrice};

/// Decimals of a quantity that follows from a price: a gram of a kilogram.
const DERIVED_DECIMALS: u32 = 3;

/// A label as a line of the cart holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// How much of the article, positive.
    pub quantity: Quantity,
    /// The printed price; it is the total of the line to the cent, whatever the quantity comes to.
    pub amount: Option<Money>,
}

impl EmbeddedValue {
    /// What the label says of an article sold by `unit` at `price`. None when the label does not say it: a price or
    /// weight of nothing, a weight of what is not sold by weight, a price of what has none.
    #[must_use]
    pub fn label(self, unit: &str, price: UnitPrice) -> Option<Label> {
        let label = match self {
            Self::Weight(weight) => Label { quantity: in_unit(weight, unit)?, amount: None },
            Self::Price(amount) if amount <= Money::ZERO => return None,
            Self::Price(amount) => {
                let quantity = if is_sold_by_piece(unit) { Quantity::ONE } else { bought(amount, price)? };
                Label { quantity, amount: Some(amount) }
            }
        };
        (Quantity(1)..=Quantity::MAX).contains(&label.quantity).then_some(label)
    }
}

/// Labels print kilograms.
fn in_unit(weight: Quantity, unit: &str) -> Option<Quantity> {
    match unit {
        "kg" => Some(weight),
        "g" => weight.0.checked_mul(1_000).map(Quantity),
        _ => None,
    }
}

/// How much an amount buys, to three decimals.
fn bought(amount: Money, price: UnitPrice) -> Option<Quantity> {
    let exact = UnitPrice::from_money(amount).to_decimal().checked_div(price.to_decimal())?;
    let rounded = exact.round_dp_with_strategy(DERIVED_DECIMALS, RoundingStrategy::MidpointAwayFromZero);
    rounded.checked_mul(Quantity::ONE.0.into())?.to_i64().map(Quantity)
}

impl Label {
    /// `count` equal packets, as one line. None unless it is a whole number of them.
    pub fn times(self, count: Quantity) -> Result<Option<Self>, Overflow> {
        if count <= Quantity(0) || !count.is_whole() {
            return Ok(None);
        }
        let count = count.0 / Quantity::ONE.0;
        let quantity = self.quantity.0.checked_mul(count).map(Quantity).ok_or(Overflow)?;
        let amount = self.amount.map(|a| a.0.checked_mul(count).map(Money).ok_or(Overflow)).transpose()?;
        Ok(Some(Self { quantity, amount: amount.map(Money::checked).transpose()? }))
    }
}
