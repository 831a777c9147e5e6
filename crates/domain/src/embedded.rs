//! Labels of scales and packers: EAN-13 codes whose digits hold an item and a price or a weight.
//!
//! Prefixes 02 and 20–29 are restricted-circulation numbers: their layout is that of the country or the shop (GS1
//! General Specifications §2.1), so it is data here, a [`Pattern`] such as `02IIIIIPPPPPC`. The module reads codes;
//! it knows no articles, and which reading holds is for the caller, who knows which items exist.

mod measure;
mod pattern;
mod verifier;

pub use measure::Label;
pub use pattern::{Pattern, PatternError};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};
pub use verifier::verifier_digit;

use crate::barcode::{EanError, check_ean};
use crate::money::{Money, Quantity, round_to_money};

/// Digits of an EAN-13.
const EAN_13: usize = 13;

/// What the digits of a label say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(export_to = "domain.ts"))]
pub enum EmbeddedKind {
    /// The price of what is in the packet.
    Price,
    /// The weight of what is in the packet, in kilograms.
    Weight,
}

impl EmbeddedKind {
    /// The most decimals that its figure may have: those that the till can hold to the digit.
    #[must_use]
    pub const fn most_decimals(self) -> u32 {
        match self {
            Self::Price => 2,
            Self::Weight => 3,
        }
    }
}

/// How labels with a prefix are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbeddedRule {
    pattern: Pattern,
    decimals: u32,
}

/// The figure on a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmbeddedValue {
    /// A price, in the shop's price mode.
    Price(Money),
    /// A weight in ten-thousandths of a kilogram.
    Weight(Quantity),
}

/// A label, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading<'a> {
    /// The digits of the item, leading zeros included.
    pub item: &'a str,
    /// The figure.
    pub value: EmbeddedValue,
}

/// Why a rule does not read a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No EAN-13, or damaged.
    #[error(transparent)]
    Ean(#[from] EanError),
    /// The code begins otherwise.
    #[error("another prefix")]
    Prefix,
    /// The verifier does not follow from the digits of the figure.
    #[error("verifier is {found}, expected {expected}")]
    Verifier {
        /// The digit in the code.
        found: u8,
        /// The digit computed from the figure.
        expected: u8,
    },
}

impl EmbeddedRule {
    /// A rule whose figure has `decimals` decimals; refuses more than the till can hold.
    pub fn new(pattern: Pattern, decimals: u32) -> Result<Self, PatternError> {
        if decimals > pattern.kind().most_decimals() {
            return Err(PatternError::Decimals);
        }
        Ok(Self { pattern, decimals })
    }

    /// The pattern.
    #[must_use]
    pub const fn pattern(&self) -> &Pattern {
        &self.pattern
    }

    /// Reads a code in the form of [`crate::barcode::normalise`]. The check digit comes first: a misread digit would
    /// be a wrong price, not an unknown article.
    pub fn read<'a>(&self, code: &'a str) -> Result<Reading<'a>, ReadError> {
        check_ean(code)?;
        if code.len() != EAN_13 {
            return Err(EanError::Length(code.len()).into());
        }
        let parts = self.pattern.split(code).ok_or(ReadError::Prefix)?;
        if let Some(found) = parts.verifier {
            let expected = verifier_digit(parts.figure).unwrap_or(found);
            if found != expected {
                return Err(ReadError::Verifier { found, expected });
            }
        }
        Ok(Reading { item: parts.item, value: self.value(parts.figure) })
    }

    fn value(&self, figure: &str) -> EmbeddedValue {
        let digits = figure.bytes().fold(0i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
        let figure = Decimal::new(digits, self.decimals);
        // At most seven digits and three decimals: neither can overflow nor lose a digit.
        match self.pattern.kind() {
            EmbeddedKind::Price => EmbeddedValue::Price(round_to_money(figure).unwrap_or_default()),
            EmbeddedKind::Weight => {
                let scaled = figure * Decimal::from(Quantity::ONE.0);
                EmbeddedValue::Weight(Quantity(scaled.to_i64().unwrap_or_default()))
            }
        }
    }
}

impl Reading<'_> {
    /// The internal codes that the item can stand for, likeliest first: as printed, then with fewer leading zeros.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        let zeros = self.item.len() - self.item.trim_start_matches('0').len();
        (0..=zeros).filter_map(|skip| self.item.get(skip..)).filter(|code| !code.is_empty())
    }
}

#[cfg(test)]
mod tests;
