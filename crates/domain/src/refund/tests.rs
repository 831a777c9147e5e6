use proptest::prelude::*;

use super::*;
use crate::money::Rate;

fn tax(code: &str, rate: i64) -> AppliedTax {
    AppliedTax { code: code.into(), name: code.into(), letter: "A".into(), rate: Rate(rate) }
}

fn tax_sets() -> [Vec<AppliedTax>; 5] {
    let quebec = vec![tax("P", 5_000), tax("Q", 9_975)];
    [vec![tax("A", 20_000)], vec![tax("B", 5_500)], vec![tax("C", 2_100)], vec![], quebec]
}

fn line(quantity: i64, paid: i64, taxes: &[AppliedTax]) -> SoldLine<'_> {
    let (quantity, nothing) = (Quantity(quantity), Quantity(0));
    let (corrected, correcting) = (Money::ZERO, Money::ZERO);
    SoldLine { quantity, paid: Money(paid), taxes, before: nothing, now: nothing, corrected, correcting }
}

/// Returns a third at a time what cost 10.00: 3.33, 3.34, 3.33.
#[test]
fn a_third_of_ten_comes_back_three_times() {
    let sets = tax_sets();
    let mut sold = line(30_000, 1_000, &sets[0]);
    let mut pieces = Vec::new();
    for _ in 0..3 {
        sold.now = Quantity::ONE;
        let totals = refund_totals(PriceMode::TaxInclusive, &[sold]).unwrap();
        assert_eq!(totals.total, sold.given_back().unwrap());
        pieces.push((totals.total.0, totals.tax.0));
        sold.before = Quantity(sold.before.0 + sold.now.0);
    }
    assert_eq!(pieces, [(333, 55), (334, 56), (333, 56)], "the tax of 10.00 is 1.67");
    assert_eq!(sold.left(), Quantity(0));
}

/// Lines `(quantity, paid, tax set)` and the order in which pieces of them come back: `(line, share of what is left)`.
type Case = (Vec<(i64, i64, usize)>, Vec<(prop::sample::Index, i64)>);

fn cases() -> impl Strategy<Value = Case> {
    let lines = prop::collection::vec((1i64..50_000, 0i64..100_000, 0usize..5), 1..8);
    let pieces = prop::collection::vec((any::<prop::sample::Index>(), 1i64..=100), 0..20);
    (lines, pieces)
}

/// What a series of returns gave back: totals of the document, and rows per tax.
#[derive(Default)]
struct GivenBack {
    totals: DocumentTotals,
    steps: Vec<Money>,
}

fn take_back(lines: &mut [SoldLine<'_>], mode: PriceMode, sum: &mut GivenBack) {
    let step = refund_totals(mode, lines).unwrap();
    assert_eq!(step.net + step.tax, step.total);
    assert_eq!(step.taxes.iter().map(|r| r.amount).sum::<Money>(), step.tax);
    assert!(step.taxes.iter().all(|r| r.base + r.amount == r.gross));
    sum.steps.push(step.total);
    sum.totals.net += step.net;
    sum.totals.tax += step.tax;
    sum.totals.total += step.total;
    for row in step.taxes {
        match sum.totals.taxes.iter_mut().find(|r| r.tax == row.tax) {
            None => sum.totals.taxes.push(row),
            Some(r) => {
                r.base += row.base;
                r.amount += row.amount;
                r.gross += row.gross;
            }
        }
    }
    for line in lines {
        line.before = Quantity(line.before.0 + line.now.0);
        line.now = Quantity(0);
    }
}

proptest! {
    /// RET-01: whatever comes back in whatever pieces, no return is negative, nothing exceeds what was paid at any
    /// time, and everything gives back exactly what was paid, tax by tax.
    #[test]
    fn the_pieces_sum_to_what_was_paid((sold, pieces) in cases(), inclusive in any::<bool>()) {
        let sets = tax_sets();
        let mode = if inclusive { PriceMode::TaxInclusive } else { PriceMode::TaxExclusive };
        // Prices that contain two taxes do not exist: Québec adds its taxes.
        let of = |set: usize| if inclusive { &sets[set % 4] } else { &sets[set] };
        let mut lines: Vec<_> = sold.iter().map(|(q, paid, set)| line(*q, *paid, of(*set))).collect();
        let taxable: Vec<_> = lines.iter().map(|l| TaxableLine { total: l.paid, taxes: l.taxes }).collect();
        let mut paid = document_totals(mode, &taxable).unwrap();
        let mut sum = GivenBack::default();
        for (which, percent) in pieces {
            let at = which.index(lines.len());
            let left = lines[at].left().0;
            lines[at].now = Quantity((left * percent + 99) / 100);
            take_back(&mut lines, mode, &mut sum);
            prop_assert!(sum.totals.total <= paid.total);
        }
        lines.iter_mut().for_each(|l| l.now = l.left());
        take_back(&mut lines, mode, &mut sum);
        prop_assert!(sum.steps.iter().all(|step| *step >= Money::ZERO));
        prop_assert_eq!((sum.totals.net, sum.totals.tax, sum.totals.total), (paid.net, paid.tax, paid.total));
        let key = |row: &TaxAmount| row.tax.code.clone();
        paid.taxes.sort_by_key(key);
        sum.totals.taxes.sort_by_key(key);
        prop_assert_eq!(sum.totals.taxes, paid.taxes);
    }
}

proptest! {
    /// A corrected price and the pieces that come back afterwards sum to what was paid, taxes included.
    #[test]
    fn a_corrected_price_is_never_given_back_twice(
        paid in 1i64..100_000, share in 0i64..=100, units in 1i64..9, set in 0usize..5,
    ) {
        let sets = tax_sets();
        let mode = PriceMode::TaxExclusive;
        let mut sold = line(units * 10_000, paid, &sets[set]);
        let whole = SoldLine { now: sold.quantity, ..sold };
        let whole = refund_totals(mode, &[whole]).unwrap();
        sold.correcting = Money(paid * share / 100);
        let mut given = refund_totals(mode, &[sold]).unwrap().total;
        prop_assert_eq!(sold.given_back().unwrap(), sold.correcting);
        (sold.corrected, sold.correcting) = (sold.correcting, Money::ZERO);
        for _ in 0..units {
            sold.now = Quantity::ONE;
            let step = refund_totals(mode, &[sold]).unwrap();
            prop_assert!(step.total >= Money::ZERO);
            given += step.total;
            sold.before = Quantity(sold.before.0 + sold.now.0);
        }
        prop_assert_eq!(given, whole.total);
    }
}
