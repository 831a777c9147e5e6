//! One cell to one value, or the reason why not.

use domain::barcode::{EanError, check_ean, normalise};
use domain::money::{Money, Quantity, Rate, round_to_money};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Reason;
use crate::number::{self, DecimalMark, NumberError};
use crate::text::{TextError, is_exponent_form};

/// A rate with at most three decimals of a percent is a whole number of these.
const RATE_SCALE: u32 = 3;

impl From<NumberError> for Reason {
    fn from(error: NumberError) -> Self {
        match error {
            NumberError::NotANumber => Self::BadNumber,
            NumberError::Ambiguous => Self::AmbiguousNumber,
        }
    }
}

impl From<TextError> for Reason {
    fn from(error: TextError) -> Self {
        match error {
            TextError::TooLong { max } => Self::TooLong { max },
            TextError::CardNumber => Self::CardNumber,
        }
    }
}

/// A bar code in its stored form. Spaces within are dropped, as printed codes have them.
pub(super) fn barcode(cell: &str) -> Result<String, Reason> {
    let digits: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    match check_ean(&digits) {
        Ok(()) => Ok(normalise(&digits)),
        Err(EanError::Length(digits)) => Err(Reason::EanLength { digits }),
        Err(EanError::CheckDigit { found, expected }) => Err(Reason::EanCheckDigit { found, expected }),
        Err(EanError::NotDigits) if is_exponent_form(&digits) => Err(Reason::EanRounded),
        Err(EanError::NotDigits) => Err(Reason::EanNotDigits),
    }
}

/// A price rounded to minor units, and whether rounding changed it.
pub(super) fn price(cell: &str, mark: Option<DecimalMark>) -> Result<(Money, bool), Reason> {
    let exact = number::parse(cell, mark)?;
    if exact < Decimal::ZERO {
        return Err(Reason::NegativePrice);
    }
    let price = round_to_money(exact).map_err(|_| Reason::PriceTooLarge)?;
    Ok((price, Decimal::new(price.0, 2) != exact))
}

/// A quantity on hand. Nothing is rounded: stock that does not add up is worse than a row to correct.
pub(super) fn quantity(cell: &str, mark: Option<DecimalMark>) -> Result<Quantity, Reason> {
    let exact = number::parse(cell, mark)?;
    if exact.normalize().scale() > Quantity::SCALE {
        return Err(Reason::TooManyDecimals);
    }
    let scaled = exact.checked_mul(Decimal::from(Quantity::ONE.0)).and_then(|scaled| scaled.to_i64());
    scaled
        .filter(|scaled| scaled.unsigned_abs() <= Quantity::MAX.0.unsigned_abs())
        .map(Quantity)
        .ok_or(Reason::QuantityTooLarge)
}

/// What the numbers in a tax column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RateScale {
    /// `5.5` or `5,5 %`.
    Percent,
    /// `0.055`: what a spreadsheet stores in a cell formatted as a percentage.
    Fraction,
}

/// Fractions when every number of the column is below one, one of them is not zero, and no `%` is written.
pub(super) fn rate_scale<'a>(cells: impl IntoIterator<Item = &'a str>) -> RateScale {
    let mut any = false;
    for cell in cells.into_iter().filter(|cell| !cell.is_empty()) {
        match bare_rate(cell) {
            Some(number) if number < Decimal::ONE && !cell.contains('%') => any |= !number.is_zero(),
            Some(_) => return RateScale::Percent,
            None => {}
        }
    }
    if any { RateScale::Fraction } else { RateScale::Percent }
}

/// A rate between 0 and 100 %.
pub(super) fn rate(cell: &str, scale: RateScale) -> Result<Rate, Reason> {
    let number = bare_rate(cell).ok_or(Reason::UnknownTaxFormat)?;
    let factor = match scale {
        RateScale::Percent => 10_i64.pow(RATE_SCALE),
        RateScale::Fraction => 10_i64.pow(RATE_SCALE + 2),
    };
    let scaled = number.checked_mul(Decimal::from(factor)).map(|scaled| scaled.normalize());
    scaled
        .filter(|scaled| scaled.scale() == 0)
        .and_then(|scaled| scaled.to_i64())
        .filter(|scaled| (0..=100_000).contains(scaled))
        .map(Rate)
        .ok_or(Reason::UnknownTaxFormat)
}

/// The number in `TVA 5,5 %`. Rates have no thousands, so that `9,975` has one reading.
fn bare_rate(cell: &str) -> Option<Decimal> {
    let lower = cell.to_lowercase();
    let mut rest = lower.trim();
    for word in ["taux", "tva", "vat", "tps", "tvq", "gst", "qst"] {
        rest = rest.strip_prefix(word).unwrap_or(rest).trim_start_matches([' ', '\u{a0}', ':']);
    }
    let digits = rest.strip_suffix('%').unwrap_or(rest).trim_end();
    let plain = digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'));
    let starts = digits.starts_with(|c: char| c.is_ascii_digit());
    if !plain || !starts {
        return None;
    }
    Decimal::from_str_exact(&digits.replace(',', ".")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read_as_percent_or_as_fractions() {
        for (cell, rate_in_thousandths) in [
            ("5.5", 5_500),
            ("5,5 %", 5_500),
            ("TVA 20%", 20_000),
            ("9.975", 9_975),
            ("0", 0),
            ("2,10", 2_100),
        ] {
            assert_eq!(rate(cell, RateScale::Percent), Ok(Rate(rate_in_thousandths)), "{cell}");
        }
        assert_eq!(rate_scale(["0.055", "", "0.2", "0"]), RateScale::Fraction);
        assert_eq!(rate("0.055", RateScale::Fraction), Ok(Rate(5_500)));
        assert_eq!(rate_scale(["0.9 %"]), RateScale::Percent, "written as a percentage");
        assert_eq!(rate_scale(["0", "0"]), RateScale::Percent);
    }

    #[test]
    fn other_tax_formats_are_refused() {
        for cell in ["A", "normal", "101", "-5.5", "5.55555", "1.2.3", "%", "20 % + 5 %"] {
            assert_eq!(rate(cell, RateScale::Percent), Err(Reason::UnknownTaxFormat), "{cell}");
        }
    }

    #[test]
    fn bar_codes_say_what_is_wrong() {
        assert_eq!(barcode("376 0000 000017"), Ok("3760000000017".to_owned()));
        assert_eq!(barcode("036000291452"), Ok("0036000291452".to_owned()), "UPC-A");
        assert_eq!(barcode("3760000000018"), Err(Reason::EanCheckDigit { found: 8, expected: 7 }));
        assert_eq!(barcode("36000291452"), Err(Reason::EanLength { digits: 11 }));
        assert_eq!(barcode("3,76E+12"), Err(Reason::EanRounded));
        assert_eq!(barcode("BAGUETTE"), Err(Reason::EanNotDigits));
    }

    #[test]
    fn prices_are_rounded_only_when_they_must_be() {
        assert_eq!(price("1,2000", None), Ok((Money(120), false)));
        assert_eq!(price("1,2050", None), Ok((Money(121), true)));
        assert_eq!(price("-0,01", None), Err(Reason::NegativePrice));
        assert_eq!(price("100000000,01", None), Err(Reason::PriceTooLarge));
    }

    #[test]
    fn quantities_are_never_rounded() {
        assert_eq!(quantity("-12,3456", None), Ok(Quantity(-123_456)));
        assert_eq!(quantity("1,00000", None), Ok(Quantity::ONE));
        assert_eq!(quantity("0,00001", None), Err(Reason::TooManyDecimals));
        assert_eq!(quantity("1000001", None), Err(Reason::QuantityTooLarge));
    }
}
