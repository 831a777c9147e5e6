//! What taking articles back gives back: the part of the price that was really paid, to the cent.
//!
//! A line that is returned in pieces is worth, at any time, its paid total in proportion to what has come back so
//! far, rounded; a return gives back the difference between two such states. Taxes follow in the same way, from the
//! totals of both states. So the pieces sum to what was paid, in whatever order and size they come, and never to a
//! cent more.
//!
//! Amounts and quantities are positive here. The module knows no documents and no payments.

use crate::country::PriceMode;
use crate::money::{Money, Overflow, Quantity};
use crate::tax::{AppliedTax, DocumentTotals, TaxAmount, TaxableLine, document_totals};

/// A sold line, and what has come back of it.
#[derive(Clone, Copy, Debug)]
pub struct SoldLine<'a> {
    /// How much was sold.
    pub quantity: Quantity,
    /// What was paid for it, in the document's price mode: after all discounts.
    pub paid: Money,
    /// Its taxes.
    pub taxes: &'a [AppliedTax],
    /// What came back before.
    pub before: Quantity,
    /// What comes back now.
    pub now: Quantity,
}

impl SoldLine<'_> {
    /// What may still come back.
    #[must_use]
    pub const fn left(&self) -> Quantity {
        Quantity(self.quantity.0 - self.before.0)
    }

    /// What `quantity` of it is worth.
    fn worth(&self, quantity: Quantity) -> Result<Money, Overflow> {
        part(self.paid, quantity, self.quantity)
    }

    /// What comes back now is worth, in the document's price mode.
    pub fn given_back(&self) -> Result<Money, Overflow> {
        let after = Quantity(self.before.0 + self.now.0);
        Ok(self.worth(after)? - self.worth(self.before)?)
    }
}

/// The part of an amount that belongs to `quantity` of `whole`, rounded half up.
fn part(amount: Money, quantity: Quantity, whole: Quantity) -> Result<Money, Overflow> {
    if whole.0 <= 0 {
        return Ok(Money::ZERO);
    }
    let (whole, product) = (i128::from(whole.0), i128::from(amount.0) * i128::from(quantity.0));
    i64::try_from((2 * product + whole) / (2 * whole)).map(Money).map_err(|_| Overflow)?.checked()
}

/// The totals of what all lines of a document give back now. `lines` are all its lines, returned ones or not.
pub fn refund_totals(mode: PriceMode, lines: &[SoldLine<'_>]) -> Result<DocumentTotals, Overflow> {
    let state = |come_back: fn(&SoldLine<'_>) -> Quantity| {
        let taxable = |line: &SoldLine<'_>| Ok((line.worth(come_back(line))?, line.taxes.to_vec()));
        let lines = lines.iter().map(taxable).collect::<Result<Vec<_>, Overflow>>()?;
        let lines: Vec<_> = lines.iter().map(|(total, taxes)| TaxableLine { total: *total, taxes }).collect();
        document_totals(mode, &lines)
    };
    let before = state(|line| line.before)?;
    let after = state(|line| Quantity(line.before.0 + line.now.0))?;
    let touched = |tax: &AppliedTax| lines.iter().any(|l| l.now > Quantity(0) && l.taxes.contains(tax));
    let rows = after.taxes.into_iter().filter(|row| touched(&row.tax));
    Ok(DocumentTotals {
        net: after.net - before.net,
        tax: after.tax - before.tax,
        total: after.total - before.total,
        taxes: rows.map(|row| difference(row, &before.taxes)).collect(),
    })
}

fn difference(after: TaxAmount, before: &[TaxAmount]) -> TaxAmount {
    match before.iter().find(|row| row.tax == after.tax) {
        None => after,
        Some(b) => TaxAmount {
            base: after.base - b.base,
            amount: after.amount - b.amount,
            gross: after.gross - b.gross,
            tax: after.tax,
        },
    }
}

#[cfg(test)]
mod tests;
