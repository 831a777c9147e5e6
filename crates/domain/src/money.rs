//! Money, quantities, prices and rates as scaled integers.
//!
//! `rust_decimal` does the arithmetic; rounding is half away from zero, once, at the place that the tax rules
//! name (fiscal.md 2.9). Nothing here saturates silently: an amount that does not fit is an [`Overflow`].

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The result of a calculation does not fit the integer that should hold it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("amount out of range")]
pub struct Overflow;

/// An amount in minor units of the shop's currency (cents). May be negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    feature = "schema",
    derive(ts_rs::TS, schemars::JsonSchema),
    ts(type = "number", export_to = "domain.ts")
)]
pub struct Money(pub i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The greatest amount that a document, a count or a price may hold: ten billion minor units. Sums of a
    /// thousand such amounts still fit, so that totals of checked parts cannot overflow.
    pub const MAX: Self = Self(10_000_000_000);

    /// Absolute value.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// True when the amount is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// This amount, if its size is at most [`Money::MAX`].
    pub fn checked(self) -> Result<Self, Overflow> {
        if self.0.unsigned_abs() <= Self::MAX.0.unsigned_abs() { Ok(self) } else { Err(Overflow) }
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, rhs: Self) -> Self {
        Self(self.0 + rhs.0)
    }
}
impl Sub for Money {
    type Output = Self;
    fn sub(self, rhs: Self) -> Self {
        Self(self.0 - rhs.0)
    }
}
impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}
impl AddAssign for Money {
    fn add_assign(&mut self, rhs: Self) {
        self.0 += rhs.0;
    }
}
impl SubAssign for Money {
    fn sub_assign(&mut self, rhs: Self) {
        self.0 -= rhs.0;
    }
}
impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Add::add)
    }
}

/// A quantity in ten-thousandths of the article's unit (1 piece = 10 000).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    feature = "schema",
    derive(ts_rs::TS, schemars::JsonSchema),
    ts(type = "number", export_to = "domain.ts")
)]
pub struct Quantity(pub i64);

impl Quantity {
    /// Scale of the integer.
    pub const SCALE: u32 = 4;
    /// One unit.
    pub const ONE: Self = Self(10_000);
    /// The greatest quantity a line may hold: one million units.
    pub const MAX: Self = Self(10_000_000_000);

    /// A whole number of units.
    #[must_use]
    pub const fn units(n: i64) -> Self {
        Self(n * Self::ONE.0)
    }

    /// True for a whole number of units.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.0 % Self::ONE.0 == 0
    }

    /// The quantity as a decimal number of units.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, Self::SCALE)
    }
}

/// A price for one unit in millionths of the currency unit (1 € = 1 000 000; 1 cent = 10 000).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    feature = "schema",
    derive(ts_rs::TS, schemars::JsonSchema),
    ts(type = "number", export_to = "domain.ts")
)]
pub struct UnitPrice(pub i64);

impl UnitPrice {
    /// Scale of the integer.
    pub const SCALE: u32 = 6;

    /// The price that equals an amount of minor units (two decimals).
    #[must_use]
    pub const fn from_money(amount: Money) -> Self {
        Self(amount.0 * 10_000)
    }

    /// The price rounded to minor units.
    pub fn to_money(self) -> Result<Money, Overflow> {
        round_to_money(self.to_decimal())
    }

    /// The price as a decimal number of currency units.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, Self::SCALE)
    }

    /// What `quantity` units cost, rounded once to minor units.
    pub fn times(self, quantity: Quantity) -> Result<Money, Overflow> {
        let exact = self.to_decimal().checked_mul(quantity.to_decimal()).ok_or(Overflow)?;
        round_to_money(exact)
    }
}

/// A rate in thousandths of a percent (20 % = 20 000; 9.975 % = 9 975).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    feature = "schema",
    derive(ts_rs::TS, schemars::JsonSchema),
    ts(type = "number", export_to = "domain.ts")
)]
pub struct Rate(pub i64);

impl Rate {
    /// The rate as a fraction of one (20 % = 0.2).
    #[must_use]
    pub fn to_fraction(self) -> Decimal {
        Decimal::new(self.0, 5)
    }

    /// This rate of an amount, rounded once to minor units.
    pub fn of(self, amount: Money) -> Result<Money, Overflow> {
        round_to_money(Decimal::new(amount.0, 2) * self.to_fraction())
    }
}

/// Rounds an amount in currency units to minor units, half away from zero (fiscal.md 2.9).
pub fn round_to_money(amount: Decimal) -> Result<Money, Overflow> {
    let minor = amount.checked_mul(Decimal::ONE_HUNDRED).ok_or(Overflow)?;
    let rounded = minor.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    rounded.to_i64().map(Money).ok_or(Overflow)?.checked()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_times_a_quantity_is_rounded_once_half_away_from_zero() {
        assert_eq!(UnitPrice(1_105_000).times(Quantity::ONE), Ok(Money(111)), "1.105 rounds up");
        assert_eq!(
            UnitPrice(-1_105_000).times(Quantity::ONE),
            Ok(Money(-111)),
            "and away from zero below it"
        );
        assert_eq!(UnitPrice::from_money(Money(1_100)).times(Quantity(12_340)), Ok(Money(1_357)));
    }

    #[test]
    fn an_amount_that_does_not_fit_is_an_error_not_a_wrong_figure() {
        assert_eq!(UnitPrice(i64::MAX).times(Quantity::MAX), Err(Overflow));
    }
}
