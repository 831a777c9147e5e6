//! Counting a drawer: denominations, expected cash, difference (SHF-19, SHF-23).

use serde::{Deserialize, Serialize};

use crate::money::{Money, Overflow};

/// How many of one note or coin were counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(export_to = "domain.ts"))]
pub struct DenominationCount {
    /// Face value.
    pub denomination: Money,
    /// How many.
    pub count: u32,
}

/// What a count is worth. Refuses a total beyond [`Money::MAX`].
pub fn count_total(counts: &[DenominationCount]) -> Result<Money, Overflow> {
    counts.iter().try_fold(Money::ZERO, |sum, c| {
        let value = c.denomination.0.checked_mul(i64::from(c.count)).ok_or(Overflow)?;
        sum.0.checked_add(value).map(Money).ok_or(Overflow)?.checked()
    })
}

/// The cash movements of a shift.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DrawerFlow {
    /// Cash in the drawer when the shift was opened.
    pub opening_float: Money,
    /// Cash received for sales, change deducted.
    pub receipts: Money,
    /// Cash given back for returns, as a positive amount.
    pub refunds: Money,
    /// Cash put in without a sale.
    pub cash_in: Money,
    /// Cash taken out without a sale, as a positive amount.
    pub cash_out: Money,
    /// What corrections of a payment method moved: positive where cash had been rung up as something else.
    pub corrected: Money,
}

impl DrawerFlow {
    /// What the drawer must hold: float + receipts − refunds ± movements ± corrections (SHF-23).
    #[must_use]
    pub fn expected(self) -> Money {
        self.opening_float + self.receipts - self.refunds + self.cash_in - self.cash_out + self.corrected
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// SHF-23: float 100, cash sales 50, cash refund 20 → expected 130.
    #[test]
    fn expected_cash_is_float_plus_receipts_minus_refunds() {
        let flow = DrawerFlow {
            opening_float: Money(10_000),
            receipts: Money(5_000),
            refunds: Money(2_000),
            ..DrawerFlow::default()
        };
        assert_eq!(flow.expected(), Money(13_000));
    }

    #[test]
    fn a_count_is_the_sum_of_its_denominations_and_refuses_to_overflow() {
        let count = |denomination, count| DenominationCount { denomination: Money(denomination), count };
        assert_eq!(count_total(&[count(5_000, 3), count(200, 7), count(1, 4)]), Ok(Money(16_404)));
        assert_eq!(count_total(&[count(50_000, u32::MAX)]), Err(Overflow));
    }
}
