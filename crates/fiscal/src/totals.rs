//! Perpetual totals: two sums that are never reset (fiscal.md 1.4).

use domain::money::{Money, Overflow};
use serde::{Deserialize, Serialize};

/// The two perpetual totals of a workstation, in minor units. They outgrow [`Money::MAX`] in the life of a shop,
/// so the bound here is that of the canonical form: 2⁵³ − 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerpetualTotals {
    /// Σ sales − Σ|returns|: the signed one.
    pub real: Money,
    /// Σ sales + Σ|returns|.
    pub abs: Money,
}

/// The greatest integer that every JSON reader keeps exactly (RFC 8785, section 3.2.2.3).
pub(crate) const MAX_SAFE_INTEGER: i64 = 9_007_199_254_740_991;

impl PerpetualTotals {
    /// The totals after one more document, whose total is negative for a return or a cancellation. The sign of
    /// the whole document decides: an exchange counts by its balance.
    pub fn after(self, document_total: Money) -> Result<Self, Overflow> {
        let size = document_total.0.checked_abs().ok_or(Overflow)?;
        Ok(Self {
            real: bounded(self.real.0.checked_add(document_total.0))?,
            abs: bounded(self.abs.0.checked_add(size))?,
        })
    }
}

fn bounded(sum: Option<i64>) -> Result<Money, Overflow> {
    sum.filter(|s| s.unsigned_abs() <= MAX_SAFE_INTEGER.unsigned_abs()).map(Money).ok_or(Overflow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_return_lowers_the_real_total_and_raises_the_absolute_one() {
        let totals = PerpetualTotals::default().after(Money(2_305)).unwrap().after(Money(-1_250)).unwrap();
        assert_eq!(totals, PerpetualTotals { real: Money(1_055), abs: Money(3_555) });
    }

    #[test]
    fn a_total_that_does_not_fit_is_refused() {
        let full = PerpetualTotals { real: Money(0), abs: Money(MAX_SAFE_INTEGER) };
        assert_eq!(full.after(Money(1)), Err(Overflow));
        assert_eq!(full.after(Money(i64::MIN)), Err(Overflow));
        assert!(full.after(Money(0)).is_ok());
    }
}
