//! «Exactitude des prix»: what a shop in Québec owes a customer when the till asks for more than the label.
//!
//! Source: Order in Council respecting the Policy on accurate pricing for merchants who use optical scanner
//! technology (CQLR c. P-40.1, r. 2), section 1: the lower price holds; a good of up to the threshold is given free, a
//! dearer one is sold at its label less the threshold; of identical goods in one transaction each is corrected and
//! one is compensated. A label higher than the till owes nothing. Whether the shop labels its goods one by one, and so
//! is bound to no policy at all (r. 3, s. 91.4), is for the shop to say: the till then has no such key to press.
//!
//! The module computes; it does not know articles, lines or who may press the key.

use serde::{Deserialize, Serialize};

use crate::country::Country;
use crate::money::Money;

/// The thresholds, each with the first day on which it holds, oldest first.
///
/// * 10 $: O.C. 11-2001. The day is four months before 23 June 2001, the end of the delay that secondary sources
///   count from its coming into force.
/// * 15 $: since 7 May 2025, act 2024 c. 32 (bill 72); communiqué of the Minister of Justice of that day.
const THRESHOLDS: [(&str, Money); 2] = [("2001-02-23", Money(10_00)), ("2025-05-07", Money(15_00))];

/// The threshold in force on a local day («2026-11-21»): up to it a good is free, above it is taken off. None
/// where the law knows no such indemnity.
#[must_use]
pub fn threshold(country: Country, day: &str) -> Option<Money> {
    if country != Country::Quebec {
        return None;
    }
    THRESHOLDS.iter().rev().find(|(since, _)| *since <= day).map(|(_, amount)| *amount)
}

/// Why a good gets its labelled price and no indemnity. The list is that of the Office de la protection du
/// consommateur («Products Not Affected by the Price Accuracy Policy»).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(export_to = "domain.ts"))]
pub enum PriceExclusion {
    /// Sold without a bar code, in bulk for instance (r. 3, s. 91.4).
    NoBarcode,
    /// The same error was compensated in this sale on an identical good (r. 2, s. 1, par. 2).
    AlreadyCompensated,
    /// Clothing: its price is on each piece (r. 3, s. 91.4).
    Clothing,
    /// Cow's milk, whose price is regulated (r. 2, s. 1, par. 4).
    Milk,
    /// Tobacco, which may not be given or rebated (r. 2, s. 1, par. 4).
    Tobacco,
    /// Beer, wine and spirits, where the indemnity would go below the legal minimum price. The till does not know that
    /// price: whoever chooses this has looked it up.
    Alcohol,
    /// «Some drugs», says the Office, without naming them: uncertain, so a choice of the shop's pharmacist.
    Drug,
    /// An error in an advertisement, corrected on posters near the good and at the tills (r. 2, s. 6).
    CorrectedAdvertisement,
}

impl PriceExclusion {
    /// What a person may choose at the key; the other ones the program sees by itself.
    pub const CHOICES: [Self; 6] =
        [Self::Clothing, Self::Milk, Self::Tobacco, Self::Alcohol, Self::Drug, Self::CorrectedAdvertisement];

    /// The stored name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoBarcode => "no_barcode",
            Self::AlreadyCompensated => "already_compensated",
            Self::Clothing => "clothing",
            Self::Milk => "milk",
            Self::Tobacco => "tobacco",
            Self::Alcohol => "alcohol",
            Self::Drug => "drug",
            Self::CorrectedAdvertisement => "corrected_advertisement",
        }
    }

    /// The words that are signed with the ticket, in the language of the shop's papers.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::NoBarcode => "sans code-barres",
            Self::AlreadyCompensated => "article identique",
            Self::Clothing => "vêtement",
            Self::Milk => "lait",
            Self::Tobacco => "tabac",
            Self::Alcohol => "alcool",
            Self::Drug => "médicament",
            Self::CorrectedAdvertisement => "annonce corrigée",
        }
    }
}

/// What is due, in the shop's price mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compensation {
    /// From the price of the till down to the label, for all the goods.
    pub correction: Money,
    /// The indemnity, for one of them.
    pub indemnity: Money,
    /// What the customer pays for all of them.
    pub pays: Money,
}

/// What is due for goods that the till charges `scanned`, where the label asks `labelled` for all of them and `one` for
/// one. None when the till does not ask for more than the label. Without `threshold` the goods are excluded: the
/// label holds and nothing else.
#[must_use]
pub fn compensation(
    scanned: Money,
    labelled: Money,
    one: Money,
    threshold: Option<Money>,
) -> Option<Compensation> {
    if labelled < Money::ZERO || scanned <= labelled {
        return None;
    }
    let indemnity = threshold.map_or(Money::ZERO, |most| one.min(most)).min(labelled);
    Some(Compensation { correction: scanned - labelled, indemnity, pays: labelled - indemnity })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOW: Option<Money> = Some(Money(15_00));

    fn pays(scanned: i64, labelled: i64) -> Option<i64> {
        compensation(Money(scanned), Money(labelled), Money(labelled), NOW).map(|c| c.pays.0)
    }

    #[test]
    fn free_up_to_fifteen_dollars_and_fifteen_less_above() {
        assert_eq!(pays(12_99, 9_99), Some(0));
        assert_eq!(pays(16_00, 15_00), Some(0));
        assert_eq!(pays(16_00, 15_01), Some(1));
        assert_eq!(pays(29_99, 24_99), Some(9_99));
        assert_eq!(pays(9_99, 9_99), None);
        assert_eq!(pays(9_99, 12_99), None);
    }

    #[test]
    fn the_threshold_is_dated_and_of_quebec() {
        let of = |day| threshold(Country::Quebec, day);
        assert_eq!(of("2000-12-31"), None);
        assert_eq!(of("2025-05-06"), Some(Money(10_00)));
        assert_eq!(of("2025-05-07"), Some(Money(15_00)));
        assert_eq!(of("2026-11-21"), NOW);
        assert_eq!(threshold(Country::France, "2026-11-21"), None);
    }

    proptest! {
        /// One indemnity for any number of identical goods; the others at their label; never below nothing.
        #[test]
        fn one_good_is_compensated(label in 0i64..20_000, more in 1i64..10_000, pieces in 1i64..50) {
            let (all, labelled) = (Money((label + more) * pieces), Money(label * pieces));
            let due = compensation(all, labelled, Money(label), NOW).unwrap();
            let first = if label <= 15_00 { 0 } else { label - 15_00 };
            prop_assert_eq!(due.pays, Money(first + label * (pieces - 1)));
            prop_assert_eq!(due.correction, Money(more * pieces));
            prop_assert_eq!(due.correction + due.indemnity + due.pays, all);
            prop_assert!(due.pays >= Money::ZERO && due.indemnity <= Money(15_00));
        }

        /// Excluded goods have their label and no more.
        #[test]
        fn excluded_goods_have_their_label(label in 0i64..20_000, more in 1i64..10_000) {
            let due = compensation(Money(label + more), Money(label), Money(label), None).unwrap();
            prop_assert_eq!((due.pays, due.indemnity), (Money(label), Money::ZERO));
        }

        /// A label that is not lower owes nothing.
        #[test]
        fn no_error_no_indemnity(scanned in 0i64..20_000, more in 0i64..10_000) {
            let label = Money(scanned + more);
            prop_assert_eq!(compensation(Money(scanned), label, label, NOW), None);
        }
    }
}
