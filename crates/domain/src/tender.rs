//! Arithmetic of tendering: cash rounding, change, and the notes a customer is likely to hand over.

use crate::country::Country;
use crate::money::Money;

/// The amount as it can be paid in cash: the nearest multiple of the country's smallest coin, halves up
/// (fiscal.md §3: 1, 2 → 0; 3, 4 → 5; 6, 7 → 5; 8, 9 → 10).
#[must_use]
pub fn round_for_cash(country: Country, amount: Money) -> Money {
    let step = country.cash_step().0;
    let half = step / 2;
    let sign = amount.0.signum();
    Money(sign * ((amount.0.abs() + half) / step * step))
}

/// How a cash amount settles what is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CashSettlement {
    /// What is settled of the document.
    pub amount: Money,
    /// What is given back.
    pub change: Money,
    /// What the drawer gets more (or less) than `amount` because of the smallest coin.
    pub rounding: Money,
}

/// Settles `due` with `received` in cash. When the cash covers the rounded amount, the document is settled to
/// the cent and the rounding stands beside it; a smaller amount is a part payment.
#[must_use]
pub fn settle_cash(country: Country, due: Money, received: Money) -> CashSettlement {
    let payable = round_for_cash(country, due);
    if received >= payable {
        CashSettlement { amount: due, change: received - payable, rounding: payable - due }
    } else {
        CashSettlement { amount: received, change: Money::ZERO, rounding: Money::ZERO }
    }
}

/// The cash amounts to offer as one-tap keys: the exact amount, then up to three that a customer is likely to
/// hand over (multiples of a note), smallest first.
#[must_use]
pub fn quick_amounts(country: Country, due: Money) -> Vec<Money> {
    let exact = round_for_cash(country, due);
    if exact.0 <= 0 {
        return Vec::new();
    }
    let notes = country.denominations().iter().filter(|d| **d >= country.smallest_note() && d.0 <= 10_000);
    let mut amounts: Vec<Money> =
        notes.map(|note| Money((exact.0 + note.0 - 1) / note.0 * note.0)).filter(|a| *a > exact).collect();
    amounts.sort_unstable();
    amounts.dedup();
    amounts.truncate(3);
    amounts.insert(0, exact);
    amounts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canadian_cash_is_rounded_to_five_cents() {
        for (due, paid) in [(492, 490), (597, 595), (598, 600), (6_116, 6_115), (1, 0), (2, 0), (3, 5)] {
            assert_eq!(round_for_cash(Country::Quebec, Money(due)), Money(paid), "fiscal.md §8.7");
        }
        assert_eq!(round_for_cash(Country::France, Money(492)), Money(492));
    }

    #[test]
    fn cash_settles_to_the_cent_and_states_the_rounding() {
        let s = settle_cash(Country::Quebec, Money(6_116), Money(8_000));
        assert_eq!(s, CashSettlement { amount: Money(6_116), change: Money(1_885), rounding: Money(-1) });
        let part = settle_cash(Country::Quebec, Money(6_116), Money(5_000));
        assert_eq!(part, CashSettlement { amount: Money(5_000), change: Money(0), rounding: Money(0) });
    }

    #[test]
    fn quick_keys_are_the_exact_amount_and_the_next_notes() {
        let keys =
            |due| quick_amounts(Country::France, Money(due)).into_iter().map(|m| m.0).collect::<Vec<_>>();
        assert_eq!(keys(2_740), [2_740, 3_000, 4_000, 5_000], "as drawn in ux.md 1.5");
        assert_eq!(keys(500), [500, 1_000, 2_000, 5_000]);
        assert_eq!(keys(0), Vec::<i64>::new());
    }
}
