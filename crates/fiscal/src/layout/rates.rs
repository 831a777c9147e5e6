//! The tax table as NF525 signs it: one total per printed rate.

use domain::money::{Money, Overflow, Rate};

use crate::VatRow;

/// The total of one rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateTotal {
    /// Rate × 100 on four digits ([`rate_code`]).
    pub rate_code: String,
    /// What the tax is computed on.
    pub base: Money,
    /// The tax.
    pub tax: Money,
    /// Base and tax: the signed amount.
    pub gross: Money,
}

/// A rate × 100 on four digits: 20 % → `2000`, 5.5 % → `0550`, and, half up, 9.975 % → `0998`.
#[must_use]
pub fn rate_code(rate: Rate) -> String {
    let hundredths = rate.0.div_euclid(10) + i64::from(rate.0.rem_euclid(10) >= 5);
    format!("{hundredths:04}")
}

/// Sums tax rows per printed rate, greatest rate first. Two taxes of one rate are one total: NF525 signs rates,
/// the payload keeps the codes.
pub fn rate_totals(rows: &[VatRow]) -> Result<Vec<RateTotal>, Overflow> {
    let mut sorted: Vec<&VatRow> = rows.iter().collect();
    sorted.sort_by_key(|row| std::cmp::Reverse(row.rate));
    let mut totals: Vec<RateTotal> = Vec::with_capacity(rows.len());
    for row in sorted {
        let rate_code = rate_code(row.rate);
        match totals.last_mut().filter(|last| last.rate_code == rate_code) {
            Some(last) => {
                last.base = add(last.base, row.base)?;
                last.tax = add(last.tax, row.tax)?;
                last.gross = add(last.gross, row.gross)?;
            }
            None => totals.push(RateTotal { rate_code, base: row.base, tax: row.tax, gross: row.gross }),
        }
    }
    Ok(totals)
}

fn add(a: Money, b: Money) -> Result<Money, Overflow> {
    a.0.checked_add(b.0).map(Money).ok_or(Overflow)
}

/// The column `vat_json`: `[["2000",base,vat,ttc],…]`.
#[must_use]
pub fn vat_json(totals: &[RateTotal]) -> String {
    let rows: Vec<_> = totals
        .iter()
        .map(|t| format!(r#"["{}",{},{},{}]"#, t.rate_code, t.base.0, t.tax.0, t.gross.0))
        .collect();
    format!("[{}]", rows.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(code: &str, rate: i64, gross: i64) -> VatRow {
        let tax = Money(gross / 6);
        VatRow {
            code: code.into(),
            name: code.into(),
            letter: "A".into(),
            rate: Rate(rate),
            base: Money(gross) - tax,
            tax,
            gross: Money(gross),
        }
    }

    #[test]
    fn rates_have_four_digits_rounded_half_up() {
        let code = |rate| rate_code(Rate(rate));
        assert_eq!([code(20_000), code(5_500), code(2_100), code(0)], ["2000", "0550", "0210", "0000"]);
        assert_eq!(code(9_975), "0998", "9.975 % of Québec");
        assert_eq!(code(9_974), "0997");
    }

    #[test]
    fn rows_of_one_rate_are_summed_and_rates_fall() {
        let rows = [row("TVA5", 5_500, 600), row("TVA20", 20_000, 1_200), row("TVA20B", 20_000, 60)];
        let totals = rate_totals(&rows).unwrap();
        assert_eq!(vat_json(&totals), r#"[["2000",1050,210,1260],["0550",500,100,600]]"#);
        let full = [row("A", 20_000, i64::MAX), row("B", 20_000, 60)];
        assert_eq!(rate_totals(&full), Err(Overflow));
    }
}
