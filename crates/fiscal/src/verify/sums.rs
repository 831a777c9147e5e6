//! Sums per printed rate: what the tax tables of closings and archives are compared by.

use std::collections::BTreeMap;

use domain::money::{Money, Overflow};

use crate::VatRow;
use crate::layout::{RateTotal, rate_totals};

/// Base, tax and gross per printed rate. A rate that comes to nothing is the same as one that did not occur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rates(BTreeMap<String, [i64; 3]>);

impl Rates {
    pub(super) fn of(rows: &[VatRow]) -> Result<Self, Overflow> {
        let mut rates = Self::default();
        for RateTotal { rate_code, base, tax, gross } in rate_totals(rows)? {
            rates.add(&rate_code, [base.0, tax.0, gross.0]);
        }
        Ok(rates)
    }

    /// Adds to a rate; sums wrap, and one that does is no longer equal to what it is compared with.
    pub(super) fn add(&mut self, rate: &str, amounts: [i64; 3]) {
        let sums = self.0.entry(rate.to_owned()).or_default();
        for (sum, amount) in sums.iter_mut().zip(amounts) {
            *sum = sum.wrapping_add(amount);
        }
        if *sums == [0; 3] {
            self.0.remove(rate);
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&String, &[i64; 3])> {
        self.0.iter()
    }
}

/// Adds amounts of any size.
pub(super) const fn wrapping(a: Money, b: Money) -> Money {
    Money(a.0.wrapping_add(b.0))
}
