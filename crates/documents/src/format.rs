//! Numbers and dates as a ticket prints them: integers in, text out, plain spaces (a code page has no other).

use domain::country::Country;
use domain::money::{Money, Quantity, Rate, UnitPrice};

use crate::ticket::LocalDateTime;

/// How numbers and dates are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberStyle {
    /// `1 234,50`, `21/11/2026 14:32:07`.
    FrenchFrance,
    /// `1 234,50 $`, `2026-11-21 14:32:07`.
    FrenchCanada,
    /// `$1,234.50`, `2026-11-21 14:32:07`.
    EnglishCanada,
}

impl NumberStyle {
    /// The sign before the decimals.
    #[must_use]
    pub const fn decimal(self) -> char {
        match self {
            Self::FrenchFrance | Self::FrenchCanada => ',',
            Self::EnglishCanada => '.',
        }
    }

    const fn group(self) -> char {
        match self {
            Self::FrenchFrance | Self::FrenchCanada => ' ',
            Self::EnglishCanada => ',',
        }
    }

    /// An amount without its currency: `1 234,50`.
    #[must_use]
    pub fn amount(self, amount: Money) -> String {
        self.scaled(amount.0, 2, 2)
    }

    /// An amount with the currency of the country: `59,40 EUR` (tickets name the euro in letters: not every
    /// printer shows its sign), `1 234,50 $`, `$1,234.50`.
    #[must_use]
    pub fn with_currency(self, amount: Money, country: Country) -> String {
        self.currency(self.amount(amount), country)
    }

    /// A unit price with as many decimals as it needs, two at least.
    #[must_use]
    pub fn unit_price(self, price: UnitPrice) -> String {
        self.scaled(price.0, UnitPrice::SCALE, 2)
    }

    /// A unit price as it stands in the detail of a line: with the dollar in Québec, bare in France.
    #[must_use]
    pub fn unit_price_in(self, price: UnitPrice, country: Country) -> String {
        match country {
            Country::France => self.unit_price(price),
            Country::Quebec => self.currency(self.unit_price(price), country),
        }
    }

    fn currency(self, number: String, country: Country) -> String {
        match (country, self) {
            (Country::France, _) => number + " EUR",
            (Country::Quebec, Self::FrenchFrance | Self::FrenchCanada) => number + " $",
            (Country::Quebec, Self::EnglishCanada) => match number.strip_prefix('-') {
                Some(positive) => format!("-${positive}"),
                None => format!("${number}"),
            },
        }
    }

    /// A quantity with as many decimals as it needs.
    #[must_use]
    pub fn quantity(self, quantity: Quantity) -> String {
        self.scaled(quantity.0, Quantity::SCALE, 0)
    }

    /// A rate with at least `min_decimals` decimals: `9,975 %`, `20,0 %`; English writes no space.
    #[must_use]
    pub fn rate(self, rate: Rate, min_decimals: u32) -> String {
        let number = self.scaled(rate.0, 3, min_decimals);
        match self {
            Self::FrenchFrance | Self::FrenchCanada => number + " %",
            Self::EnglishCanada => number + "%",
        }
    }

    /// A count of things.
    #[must_use]
    pub fn count(self, n: u32) -> String {
        self.scaled(i64::from(n), 0, 0)
    }

    /// A date: `21/11/2026`, `2026-11-21`.
    #[must_use]
    pub fn date(self, at: LocalDateTime) -> String {
        match self {
            Self::FrenchFrance => format!("{:02}/{:02}/{:04}", at.day, at.month, at.year),
            Self::FrenchCanada | Self::EnglishCanada => {
                format!("{:04}-{:02}-{:02}", at.year, at.month, at.day)
            }
        }
    }

    /// A date and time to the second.
    #[must_use]
    pub fn date_time(self, at: LocalDateTime) -> String {
        format!("{} {:02}:{:02}:{:02}", self.date(at), at.hour, at.minute, at.second)
    }

    /// `value / 10^scale`, grouped by three, trailing zeros beyond `min_decimals` dropped.
    fn scaled(self, value: i64, scale: u32, min_decimals: u32) -> String {
        let one = 10u64.pow(scale);
        let size = value.unsigned_abs();
        let mut decimals = if scale == 0 {
            String::new()
        } else {
            format!("{:0width$}", size % one, width = scale as usize)
        };
        while decimals.len() > min_decimals as usize && decimals.ends_with('0') {
            decimals.pop();
        }
        let mut out = String::from(if value < 0 { "-" } else { "" });
        self.push_grouped(size / one, &mut out);
        if !decimals.is_empty() {
            out.push(self.decimal());
            out.push_str(&decimals);
        }
        out
    }

    fn push_grouped(self, whole: u64, out: &mut String) {
        let digits = whole.to_string();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(self.group());
            }
            out.push(digit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use NumberStyle::{EnglishCanada, FrenchCanada, FrenchFrance};

    #[test]
    fn amounts_follow_the_place() {
        let m = Money(123_450);
        assert_eq!(FrenchFrance.amount(m), "1 234,50");
        assert_eq!(FrenchCanada.with_currency(m, Country::Quebec), "1 234,50 $");
        assert_eq!(EnglishCanada.with_currency(m, Country::Quebec), "$1,234.50");
        assert_eq!(EnglishCanada.with_currency(Money(-5), Country::Quebec), "-$0.05");
        assert_eq!(FrenchFrance.with_currency(Money(5_940), Country::France), "59,40 EUR");
        assert_eq!(FrenchFrance.amount(Money(i64::MIN)), "-92 233 720 368 547 758,08");
    }

    #[test]
    fn prices_quantities_and_rates_show_the_decimals_they_need() {
        assert_eq!(FrenchFrance.unit_price(UnitPrice(1_100_000)), "1,10");
        assert_eq!(FrenchFrance.unit_price(UnitPrice(1_234_500)), "1,2345");
        assert_eq!(FrenchCanada.unit_price_in(UnitPrice(12_990_000), Country::Quebec), "12,99 $");
        assert_eq!(FrenchFrance.quantity(Quantity(12_340)), "1,234");
        assert_eq!(FrenchFrance.quantity(Quantity::units(-3)), "-3");
        assert_eq!(FrenchCanada.rate(Rate(9_975), 0), "9,975 %");
        assert_eq!(FrenchFrance.rate(Rate(20_000), 1), "20,0 %");
        assert_eq!(EnglishCanada.rate(Rate(5_000), 0), "5%");
    }

    #[test]
    fn dates_follow_the_place() {
        let at = LocalDateTime { year: 2026, month: 11, day: 2, hour: 4, minute: 3, second: 7 };
        assert_eq!(FrenchFrance.date_time(at), "02/11/2026 04:03:07");
        assert_eq!(FrenchCanada.date_time(at), "2026-11-02 04:03:07");
    }
}
