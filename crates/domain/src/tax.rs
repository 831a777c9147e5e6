//! Taxes of a document: once per rate on the document, never the sum of rounded lines (fiscal.md 2.9).

mod exemption;

pub use exemption::ExemptionGround;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::country::PriceMode;
use crate::money::{Money, Overflow, Rate, UnitPrice, round_to_money};

/// One tax as it applied on the day of the sale; frozen with the line.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppliedTax {
    /// Stable code of the tax («TVA20», «TPS»).
    pub code: String,
    /// Name as printed («TVA 20 %»).
    pub name: String,
    /// The letter that marks lines of this tax on a ticket.
    pub letter: String,
    /// The rate in force.
    pub rate: Rate,
}

/// What the tax rules need to know of a line.
#[derive(Clone, Copy, Debug)]
pub struct TaxableLine<'a> {
    /// The rounded total of the line, in the document's price mode.
    pub total: Money,
    /// The taxes of the line; none for an untaxed line.
    pub taxes: &'a [AppliedTax],
}

/// One row of the tax table of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaxAmount {
    /// The tax.
    pub tax: AppliedTax,
    /// What the tax is computed on, without any tax.
    pub base: Money,
    /// The tax itself.
    pub amount: Money,
    /// Base and tax.
    pub gross: Money,
}

/// The totals of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentTotals {
    /// Total without taxes («HT»).
    pub net: Money,
    /// Sum of the taxes.
    pub tax: Money,
    /// Total with taxes («TTC»).
    pub total: Money,
    /// One row per tax, greatest rate first.
    pub taxes: Vec<TaxAmount>,
}

/// The price of one unit without the taxes that it contains, to six decimals.
pub fn price_before(taxes: &[AppliedTax], price: UnitPrice) -> Result<UnitPrice, Overflow> {
    before(taxes, price.0).map(UnitPrice)
}

/// An amount without the taxes that it contains, to the cent.
pub fn amount_before(taxes: &[AppliedTax], amount: Money) -> Result<Money, Overflow> {
    before(taxes, amount.0).map(Money)
}

/// An integer less the taxes in it, rounded half away from zero.
fn before(taxes: &[AppliedTax], whole: i64) -> Result<i64, Overflow> {
    const WHOLE: i128 = 100_000;
    let with_taxes = WHOLE + taxes.iter().map(|t| i128::from(t.rate.0)).sum::<i128>();
    let doubled = 2 * i128::from(whole.abs()) * WHOLE + with_taxes;
    let rounded = i64::try_from(doubled / (2 * with_taxes)).map_err(|_| Overflow)?;
    Ok(rounded * whole.signum())
}

/// Computes the totals of a document.
///
/// * `TaxInclusive`: TTC per rate is the sum of the lines, base = round(TTC / (1 + rate)), tax = the rest.
/// * `TaxExclusive`: base per tax is the sum of the lines that carry it, tax = round(base × rate).
pub fn document_totals(mode: PriceMode, lines: &[TaxableLine<'_>]) -> Result<DocumentTotals, Overflow> {
    let sum = lines.iter().map(|l| l.total).sum::<Money>().checked()?;
    let mut totals = match mode {
        PriceMode::TaxInclusive => inclusive(lines, sum)?,
        PriceMode::TaxExclusive => exclusive(lines, sum)?,
    };
    totals.taxes.sort_by(|a, b| b.tax.rate.cmp(&a.tax.rate).then_with(|| a.tax.code.cmp(&b.tax.code)));
    Ok(totals)
}

fn inclusive(lines: &[TaxableLine<'_>], total: Money) -> Result<DocumentTotals, Overflow> {
    let mut groups: Vec<(&[AppliedTax], Money)> = Vec::new();
    for line in lines.iter().filter(|l| !l.taxes.is_empty()) {
        match groups.iter_mut().find(|(taxes, _)| *taxes == line.taxes) {
            Some((_, gross)) => *gross += line.total,
            None => groups.push((line.taxes, line.total)),
        }
    }
    let mut rows: Vec<TaxAmount> = Vec::new();
    for (taxes, gross) in groups {
        let rates: Decimal = taxes.iter().map(|t| t.rate.to_fraction()).sum();
        let net = round_to_money(Decimal::new(gross.0, 2) / (Decimal::ONE + rates))?;
        split_tax(taxes, net, gross - net, &mut rows)?;
    }
    let tax = rows.iter().map(|r| r.amount).sum();
    Ok(DocumentTotals { net: total - tax, tax, total, taxes: rows })
}

/// Spreads the tax of a group over its taxes; the last one takes the rounding remainder.
fn split_tax(
    taxes: &[AppliedTax],
    net: Money,
    mut rest: Money,
    rows: &mut Vec<TaxAmount>,
) -> Result<(), Overflow> {
    for (i, tax) in taxes.iter().enumerate() {
        let last = i + 1 == taxes.len();
        let amount = if last { rest } else { tax.rate.of(net)? };
        rest -= amount;
        match rows.iter_mut().find(|row| row.tax == *tax) {
            Some(row) => {
                row.base += net;
                row.amount += amount;
                row.gross += net + amount;
            }
            None => rows.push(TaxAmount { tax: tax.clone(), base: net, amount, gross: net + amount }),
        }
    }
    Ok(())
}

fn exclusive(lines: &[TaxableLine<'_>], net: Money) -> Result<DocumentTotals, Overflow> {
    let mut rows: Vec<TaxAmount> = Vec::new();
    for line in lines {
        for tax in line.taxes {
            match rows.iter_mut().find(|row| row.tax == *tax) {
                Some(row) => row.base += line.total,
                None => rows.push(TaxAmount {
                    tax: tax.clone(),
                    base: line.total,
                    amount: Money::ZERO,
                    gross: Money::ZERO,
                }),
            }
        }
    }
    for row in &mut rows {
        row.amount = row.tax.rate.of(row.base)?;
        row.gross = row.base + row.amount;
    }
    let tax = rows.iter().map(|r| r.amount).sum();
    Ok(DocumentTotals { net, tax, total: (net + tax).checked()?, taxes: rows })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tax(code: &str, rate: i64) -> AppliedTax {
        AppliedTax { code: code.into(), name: code.into(), letter: "A".into(), rate: Rate(rate) }
    }

    #[test]
    fn ttc_9_99_at_20_percent_is_8_33_and_1_66() {
        let taxes = [tax("TVA20", 20_000)];
        let totals =
            document_totals(PriceMode::TaxInclusive, &[TaxableLine { total: Money(999), taxes: &taxes }])
                .unwrap();
        assert_eq!(
            (totals.taxes[0].base, totals.taxes[0].amount),
            (Money(833), Money(166)),
            "fiscal.md §8.6"
        );
        assert_eq!((totals.net, totals.tax, totals.total), (Money(833), Money(166), Money(999)));
    }

    #[test]
    fn quebec_taxes_are_both_computed_on_the_price_before_taxes() {
        let taxes = [tax("TPS", 5_000), tax("TVQ", 9_975)];
        let lines = [
            TaxableLine { total: Money(3_060), taxes: &taxes },
            TaxableLine { total: Money(2_598), taxes: &[] },
        ];
        let totals = document_totals(PriceMode::TaxExclusive, &lines).unwrap();
        let by_code: Vec<_> = totals.taxes.iter().map(|t| (t.tax.code.as_str(), t.amount)).collect();
        assert_eq!(by_code, [("TVQ", Money(305)), ("TPS", Money(153))], "the ticket of ux.md 4.3");
        assert_eq!(totals.total, Money(6_116));
    }

    proptest! {
        #[test]
        fn the_parts_of_a_document_always_sum_to_the_whole(
            amounts in prop::collection::vec((1i64..200_000, 0usize..5), 1..60),
            inclusive in any::<bool>(),
        ) {
            let sets = [vec![tax("A", 20_000)], vec![tax("B", 5_500)], vec![tax("C", 2_100)], vec![],
                        vec![tax("P", 5_000), tax("Q", 9_975)]];
            let lines: Vec<_> = amounts.iter().map(|(a, s)| TaxableLine { total: Money(*a), taxes: &sets[*s] }).collect();
            let mode = if inclusive { PriceMode::TaxInclusive } else { PriceMode::TaxExclusive };
            let t = document_totals(mode, &lines).unwrap();
            prop_assert_eq!(t.net + t.tax, t.total);
            prop_assert_eq!(t.taxes.iter().map(|r| r.amount).sum::<Money>(), t.tax);
            prop_assert!(t.taxes.iter().all(|r| r.base + r.amount == r.gross && r.amount >= Money::ZERO));
            let sum: Money = lines.iter().map(|l| l.total).sum();
            prop_assert_eq!(if inclusive { t.total } else { t.net }, sum);
        }
    }
}
