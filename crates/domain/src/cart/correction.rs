//! A line whose label was lower than the till («Exactitude des prix»): its discount follows from the label.
//!
//! The customer is owed this by law, so it is no discount that somebody gives: limits of discounts do not see it.

use serde::{Deserialize, Serialize};

use super::{Cart, CartError, CartLine, Discount, LineBody, Reduction};
use crate::ids::{ArticleId, LineId};
use crate::money::{Money, Overflow, UnitPrice};

/// The labelled price of a line and the indemnity for one of its goods.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriceCorrection {
    /// Labelled price of one unit, in the shop's price mode.
    pub labelled: UnitPrice,
    /// What is taken off once, whatever the quantity.
    pub indemnity: Money,
    /// What is signed as the reason of the discount.
    pub reason: String,
}

impl CartLine {
    /// The discount that the correction comes to for the quantity of now; none when it takes nothing off.
    fn corrected(&self, correction: &PriceCorrection) -> Result<Option<Discount>, Overflow> {
        let amount = self.amount()?;
        let labelled = correction.labelled.times(self.quantity)?;
        let pays = (labelled - correction.indemnity).max(Money::ZERO);
        let off = Reduction::Amount { amount: amount - pays };
        Ok((amount > pays).then(|| Discount { reduction: off, reason: correction.reason.clone() }))
    }

    /// Computes the discount of a corrected line again, for another quantity.
    pub(super) fn follow_correction(&mut self) -> Result<(), Overflow> {
        if let Some(correction) = &self.correction {
            self.discount = self.corrected(correction)?;
        }
        Ok(())
    }
}

impl Cart {
    pub(super) fn correct_price(
        &mut self,
        id: LineId,
        correction: &PriceCorrection,
    ) -> Result<(), CartError> {
        let line = self.lines.iter_mut().find(|l| l.id == id).ok_or(CartError::LineNotFound)?;
        if !matches!(line.body, LineBody::Article(_)) {
            return Err(CartError::WrongLine);
        }
        let discount = line.corrected(correction)?;
        line.discount = Some(discount.ok_or(CartError::DiscountOutOfRange)?);
        line.correction = Some(correction.clone());
        self.selected = Some(id);
        Ok(())
    }

    /// True when another line of the same article was compensated: identical goods are once.
    #[must_use]
    pub fn is_compensated(&self, article: ArticleId, except: LineId) -> bool {
        self.lines.iter().filter(|line| line.id != except).any(|line| {
            let same = matches!(&line.body, LineBody::Article(a) if a.id == article);
            same && line.correction.as_ref().is_some_and(|c| c.indemnity > Money::ZERO)
        })
    }
}

#[cfg(test)]
mod tests;
