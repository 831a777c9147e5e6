//! What differs from one country to the other: currency, price mode, cash rounding, coins, time zone.
//!
//! Tax rates are not here: they are dated data in the store.

use serde::{Deserialize, Serialize};

use crate::money::Money;

/// Where the shop is. Decides currency, price mode, denominations, rounding and vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(export_to = "domain.ts"))]
pub enum Country {
    /// France: euro, prices with VAT included.
    France,
    /// Québec: Canadian dollar, prices before TPS and TVQ, cash rounded to five cents.
    Quebec,
}

/// Whether shelf prices contain the taxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(export_to = "domain.ts"))]
pub enum PriceMode {
    /// «TTC»: prices contain the taxes.
    TaxInclusive,
    /// «HT»: taxes are added to the prices.
    TaxExclusive,
}

impl Country {
    /// ISO 4217 code of the currency.
    #[must_use]
    pub const fn currency(self) -> &'static str {
        match self {
            Self::France => "EUR",
            Self::Quebec => "CAD",
        }
    }

    /// How prices are shown and entered.
    #[must_use]
    pub const fn price_mode(self) -> PriceMode {
        match self {
            Self::France => PriceMode::TaxInclusive,
            Self::Quebec => PriceMode::TaxExclusive,
        }
    }

    /// IANA time zone of the shop.
    #[must_use]
    pub const fn time_zone(self) -> &'static str {
        match self {
            Self::France => "Europe/Paris",
            Self::Quebec => "America/Toronto",
        }
    }

    /// BCP 47 tag of the shop's first language.
    #[must_use]
    pub const fn locale(self) -> &'static str {
        match self {
            Self::France => "fr-FR",
            Self::Quebec => "fr-CA",
        }
    }

    /// The smallest amount that can be paid in cash. Canada has had no penny since 4 February 2013
    /// (fiscal.md §3): cash totals are rounded to five cents.
    #[must_use]
    pub const fn cash_step(self) -> Money {
        match self {
            Self::France => Money(1),
            Self::Quebec => Money(5),
        }
    }

    /// The greatest amount of one sale that may be paid in cash (PAY-25): in France 1 000 €, and 15 000 € for a
    /// consumer who justifies a tax residence abroad (C. mon. fin. D112-3). None where the law sets none.
    #[must_use]
    pub const fn cash_ceiling(self, non_resident: bool) -> Option<Money> {
        match (self, non_resident) {
            (Self::France, false) => Some(Money(100_000)),
            (Self::France, true) => Some(Money(1_500_000)),
            (Self::Quebec, _) => None,
        }
    }

    /// Notes and coins, greatest first, in minor units.
    #[must_use]
    pub const fn denominations(self) -> &'static [Money] {
        match self {
            Self::France => &[
                Money(50_000),
                Money(20_000),
                Money(10_000),
                Money(5_000),
                Money(2_000),
                Money(1_000),
                Money(500),
                Money(200),
                Money(100),
                Money(50),
                Money(20),
                Money(10),
                Money(5),
                Money(2),
                Money(1),
            ],
            Self::Quebec => &[
                Money(10_000),
                Money(5_000),
                Money(2_000),
                Money(1_000),
                Money(500),
                Money(200),
                Money(100),
                Money(25),
                Money(10),
                Money(5),
            ],
        }
    }

    /// The smallest banknote: below it a denomination is a coin.
    #[must_use]
    pub const fn smallest_note(self) -> Money {
        Money(500)
    }
}
