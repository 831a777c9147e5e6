//! What taking articles back gives back: the part of the price that was really paid, to the cent.
//!
//! A line that is returned in pieces is worth, at any time, its paid total in proportion to what has come back so
//! far, rounded; a return gives back the difference between two such states. Taxes follow in the same way, from the
//! totals of both states. So the pieces sum to what was paid, in whatever order and size they come, and never to a
//! cent more.
//!
//! A price that is corrected after the sale («Exactitude des prix») gives back an amount without articles, before any of
//! them came back; they are worth the less afterwards, so that both together stay what was paid.
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
    /// What a correction of the price gave back before any of it came back.
    pub corrected: Money,
    /// What a correction of the price gives back now; nothing came back before, nor does now.
    pub correcting: Money,
}

impl SoldLine<'_> {
    /// What may still come back.
    #[must_use]
    pub const fn left(&self) -> Quantity {
        Quantity(self.quantity.0 - self.before.0)
    }

    /// What was given back of it before.
    fn state_before(&self) -> Result<Money, Overflow> {
        self.state(self.before, self.corrected)
    }

    /// What will have been given back of it.
    fn state_after(&self) -> Result<Money, Overflow> {
        self.state(Quantity(self.before.0 + self.now.0), self.corrected + self.correcting)
    }

    fn state(&self, come_back: Quantity, corrected: Money) -> Result<Money, Overflow> {
        Ok(corrected + part(self.paid - corrected, come_back, self.quantity)?)
    }

    /// What is given back now, in the document's price mode.
    pub fn given_back(&self) -> Result<Money, Overflow> {
        Ok(self.state_after()? - self.state_before()?)
    }

    fn is_touched(&self) -> bool {
        self.now > Quantity(0) || self.correcting > Money::ZERO
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
    let state = |of: fn(&SoldLine<'_>) -> Result<Money, Overflow>| {
        let taxable = |line: &SoldLine<'_>| Ok((of(line)?, line.taxes.to_vec()));
        let lines = lines.iter().map(taxable).collect::<Result<Vec<_>, Overflow>>()?;
        let lines: Vec<_> = lines.iter().map(|(total, taxes)| TaxableLine { total: *total, taxes }).collect();
        document_totals(mode, &lines)
    };
    let before = state(|line| line.state_before())?;
    let after = state(|line| line.state_after())?;
    let touched = |tax: &AppliedTax| lines.iter().any(|l| l.is_touched() && l.taxes.contains(tax));
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
