//! Sales before tax («HT»): the price basis of a customer with «Facturation Hors Taxes» (TAX-04), and what bears no VAT
//! because the law says so (TAX-03).
//!
//! Everything that a cart holds stays in the shop's price mode: prices, price lists, promotions, printed prices, sums
//! taken off. Only what they come to is turned into prices before tax, so that another customer turns it back to the
//! cent. Percentages are taken of the price before tax; the tax is added per rate at the foot (fiscal.md 2.9).
//!
//! Nothing here knows who may be billed so; in a shop whose prices are before tax already, nobody is.

use std::borrow::Cow;

use super::{Cart, CartError, CartLine, LineBody, LinePrice, Reduction};
use crate::country::{Country, PriceMode};
use crate::ids::LineId;
use crate::money::{Money, Overflow, Rate, UnitPrice};
use crate::tax::{AppliedTax, ExemptionGround, amount_before, price_before};

/// The tax of what the law exempts: its base stands in the tax table, at nothing.
fn exempt() -> AppliedTax {
    AppliedTax { code: "EXO".into(), name: "Exonéré".into(), letter: "E".into(), rate: Rate(0) }
}

impl Cart {
    /// Whether prices and totals of this sale contain the taxes.
    #[must_use]
    pub fn price_mode(&self, country: Country) -> PriceMode {
        if self.is_before_tax() { PriceMode::TaxExclusive } else { country.price_mode() }
    }

    /// The ground on which the whole sale bears no VAT: that of the document, or else of the customer.
    #[must_use]
    pub fn exemption(&self) -> Option<ExemptionGround> {
        self.exemption.or_else(|| self.customer.as_ref().and_then(|c| c.exemption))
    }

    /// The price of one unit of a line, in the price mode of the sale.
    pub fn unit_price(&self, line: &CartLine) -> Result<UnitPrice, Overflow> {
        self.in_price_mode(line, line.shelf_price())
    }

    /// A price of the article of a line, from the price mode of the shop to that of the sale.
    pub fn in_price_mode(&self, line: &CartLine, price: UnitPrice) -> Result<UnitPrice, Overflow> {
        if self.is_before_tax() { price_before(line.taxes(), price) } else { Ok(price) }
    }

    /// The taxes of a line in this sale; one of nothing where the whole sale is exempt.
    #[must_use]
    pub fn taxes_of<'a>(&self, line: &'a CartLine) -> Cow<'a, [AppliedTax]> {
        match (self.exemption(), &line.body) {
            (None, _) | (_, LineBody::Unknown { .. }) => Cow::Borrowed(line.taxes()),
            (Some(_), _) => Cow::Owned(vec![exempt()]),
        }
    }

    /// The lines that bear no VAT and do not say why, where nothing says it for the whole sale (TAX-03).
    pub fn without_ground(&self) -> impl Iterator<Item = &CartLine> {
        let whole = self.exemption().is_some();
        self.lines.iter().filter(move |line| !whole && line.bears_no_tax() && line.exemption.is_none())
    }

    fn is_before_tax(&self) -> bool {
        self.exemption().is_some() || self.customer.as_ref().is_some_and(|c| c.before_tax)
    }

    /// The prices of the lines in the price mode of the sale, from those on the shelf.
    pub(super) fn in_sale_mode(&self, shelf: &[LinePrice]) -> Result<Vec<LinePrice>, Overflow> {
        let lines = self.lines.iter().zip(shelf);
        match self.is_before_tax() {
            true => lines.map(|(line, price)| line.price_before_tax(*price)).collect(),
            false => Ok(shelf.to_vec()),
        }
    }

    /// What the discount of the order takes off `worth`, which is `on_shelf` in the shop's price mode. A sum keeps its
    /// proportion to what it is taken from.
    pub(super) fn order_reduction(
        reduction: Reduction,
        worth: Money,
        on_shelf: Money,
    ) -> Result<Money, Overflow> {
        match reduction {
            Reduction::Amount { amount } if worth != on_shelf => {
                let off = amount.min(on_shelf);
                rounded(i128::from(off.0) * i128::from(worth.0), i128::from(on_shelf.0)).map(Money)
            }
            _ => reduction.of(worth),
        }
    }

    pub(super) fn set_exemption(
        &mut self,
        line: Option<LineId>,
        ground: Option<ExemptionGround>,
    ) -> Result<(), CartError> {
        let Some(id) = line else {
            self.exemption = ground;
            return Ok(());
        };
        let line = self.lines.iter_mut().find(|l| l.id == id).ok_or(CartError::LineNotFound)?;
        if !line.bears_no_tax() {
            return Err(CartError::BearsTax);
        }
        line.exemption = ground;
        self.selected = Some(id);
        Ok(())
    }
}

impl CartLine {
    /// The price of one unit in the shop's price mode; nothing while the code is unknown.
    #[must_use]
    pub fn shelf_price(&self) -> UnitPrice {
        match &self.body {
            LineBody::Article(article) => article.unit_price,
            LineBody::Fee(fee) => fee.unit_price(),
            LineBody::Unknown { .. } => UnitPrice(0),
        }
    }

    /// True for an article or a fee whose own taxes come to nothing.
    #[must_use]
    pub fn bears_no_tax(&self) -> bool {
        !matches!(self.body, LineBody::Unknown { .. }) && self.taxes().iter().all(|t| t.rate == Rate(0))
    }

    fn price_before_tax(&self, shelf: LinePrice) -> Result<LinePrice, Overflow> {
        let amount = match self.printed_amount() {
            Some(printed) => amount_before(self.taxes(), printed)?,
            None => price_before(self.taxes(), self.shelf_price())?.times(self.quantity)?,
        };
        let discount = match self.percentage(shelf) {
            Some(rate) => rate.of(amount)?,
            None if shelf.discount == shelf.amount => amount,
            None => amount_before(self.taxes(), shelf.discount)?.min(amount),
        };
        Ok(LinePrice { amount, discount, ..shelf })
    }

    /// The percentage that its discount, or else its promotion, takes off.
    fn percentage(&self, shelf: LinePrice) -> Option<Rate> {
        let by_hand = self.discount.as_ref().map(|d| d.reduction);
        match by_hand.or_else(|| self.promoted_by(shelf)) {
            Some(Reduction::Percent { rate }) => Some(rate),
            _ => None,
        }
    }
}

/// A quotient rounded half away from zero, of a numerator that is not negative.
fn rounded(numerator: i128, denominator: i128) -> Result<i64, Overflow> {
    let quotient = (2 * numerator + denominator).checked_div(2 * denominator).ok_or(Overflow)?;
    i64::try_from(quotient).map_err(|_| Overflow)
}

#[cfg(test)]
mod tests;
