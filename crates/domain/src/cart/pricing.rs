//! What lines and the order are worth once discounts are taken off.
//!
//! A line discount or else a promotion comes first, then the discount of the order, spread over the articles in
//! proportion to what they are worth by then, in integers: shares sum to the discount exactly, so the tax of each rate
//! is that of what is really paid (fiscal.md R-18). Fees are costs passed on: they take no part in the discount of the order.
//!
//! Nothing here knows who may give a discount; it only measures how deep one is.

use std::sync::Arc;

use super::promoting::promote;
use super::{
    Cart, CartArticle, CartCustomer, CartError, CartFee, CartLine, Discount, LineBody, Reduction,
    ServiceMode, ServiceTaxes,
};
use crate::ids::{LineId, PriceListId};
use crate::money::{Money, Overflow, Quantity, Rate};

/// All of something, as a rate.
const WHOLE: Rate = Rate(100_000);

/// What a line is worth, step by step, in the price mode of the sale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LinePrice {
    /// Price times quantity, rounded.
    pub amount: Money,
    /// What its own discount, or else its promotion, takes off.
    pub discount: Money,
    /// Its share of the discount of the order.
    pub share: Money,
    /// Where the promotion behind `discount` stands among those of the article ([`CartLine::promotion`]).
    pub promotion: Option<usize>,
}

impl LinePrice {
    /// What is left to pay for the line, and what its taxes are computed on.
    #[must_use]
    pub fn total(self) -> Money {
        self.amount - self.discount - self.share
    }
}

impl Reduction {
    /// What it takes off something worth `worth`: never more than that.
    pub fn of(self, worth: Money) -> Result<Money, Overflow> {
        match self {
            Self::Percent { rate } => rate.of(worth),
            Self::Amount { amount } => Ok(amount.min(worth)),
        }
    }

    /// How deep it cuts into something worth `worth`.
    fn depth(self, worth: Money) -> Rate {
        match self {
            Self::Percent { rate } => rate,
            Self::Amount { .. } if worth <= Money::ZERO => WHOLE,
            Self::Amount { amount } => {
                let rate = i128::from(amount.min(worth).0) * i128::from(WHOLE.0) / i128::from(worth.0);
                Rate(i64::try_from(rate).unwrap_or(WHOLE.0))
            }
        }
    }

    /// Refuses nothing, less than nothing, more than everything.
    fn check(self, worth: Money) -> Result<(), CartError> {
        let sound = match self {
            Self::Percent { rate } => rate > Rate(0) && rate <= WHOLE,
            Self::Amount { amount } => amount > Money::ZERO && amount <= worth,
        };
        if sound { Ok(()) } else { Err(CartError::DiscountOutOfRange) }
    }
}

impl CartLine {
    /// Price times quantity, rounded, in the shop's price mode; the price on the label, if one is printed; zero while
    /// the code is unknown.
    pub fn amount(&self) -> Result<Money, Overflow> {
        if let Some(printed) = self.printed_amount() {
            return printed.checked();
        }
        match &self.body {
            LineBody::Article(article) => article.unit_price.times(self.quantity),
            LineBody::Fee(fee) => fee.unit_price().times(self.quantity),
            LineBody::Unknown { .. } => Ok(Money::ZERO),
        }
    }

    fn price(&self) -> Result<LinePrice, Overflow> {
        let amount = self.amount()?;
        let discount = self.discount.as_ref().map_or(Ok(Money::ZERO), |d| d.reduction.of(amount))?;
        Ok(LinePrice { amount, discount, share: Money::ZERO, promotion: None })
    }

    /// How deep the discounts cut into the price of the line: its own, then that of the order on what is left.
    fn depth(&self, shared: Rate) -> Result<Rate, Overflow> {
        let own = match &self.discount {
            Some(discount) if self.correction.is_none() => discount.reduction.depth(self.amount()?),
            _ => Rate(0),
        };
        let shared = if self.is_article() { shared } else { Rate(0) };
        Ok(Rate(own.0 + shared.0 - own.0 * shared.0 / WHOLE.0))
    }

    /// Only articles share in the discount of the order.
    const fn is_article(&self) -> bool {
        matches!(self.body, LineBody::Article(_))
    }
}

impl Cart {
    /// What each line is worth in the price mode of the sale, in the order of the lines.
    pub fn prices(&self) -> Result<Vec<LinePrice>, Overflow> {
        let shelf = self.own_prices()?;
        let mut prices = self.in_sale_mode(&shelf)?;
        if let Some(discount) = &self.discount {
            let bases: Vec<Money> = self.bases(&prices).collect();
            let (worth, on_shelf) = (bases.iter().copied().sum(), self.bases(&shelf).sum());
            let shares = spread(Self::order_reduction(discount.reduction, worth, on_shelf)?, &bases);
            prices.iter_mut().zip(shares).for_each(|(price, share)| price.share = share);
        }
        Ok(prices)
    }

    /// What each line is worth by itself in the shop's price mode: less its own discount or its promotion.
    fn own_prices(&self) -> Result<Vec<LinePrice>, Overflow> {
        let mut prices = self.lines.iter().map(CartLine::price).collect::<Result<Vec<_>, _>>()?;
        promote(&self.lines, &mut prices)?;
        Ok(prices)
    }

    /// What each line brings into the discount of the order.
    fn bases<'a>(&'a self, prices: &'a [LinePrice]) -> impl Iterator<Item = Money> + 'a {
        let base = |(line, price): (&CartLine, &LinePrice)| match line.is_article() {
            true => price.amount - price.discount,
            false => Money::ZERO,
        };
        self.lines.iter().zip(prices).map(base)
    }

    /// What the discount of the order can take off at most.
    fn discountable(&self) -> Result<Money, Overflow> {
        let prices = self.own_prices()?;
        Ok(self.bases(&prices).sum())
    }

    /// True when a line or the order has a discount by hand: promotions are the shop's own.
    #[must_use]
    pub fn has_discounts(&self) -> bool {
        self.discount.is_some() || self.lines.iter().any(|l| l.discount.is_some())
    }

    /// True when a line loses more than `limit` of its price to discounts, and more than it did in `before`: what a
    /// user who may only go as far as the limit cannot do alone. The line's own discount counts together with that
    /// of the order. A line that is new is compared with what the order's discount took off any article.
    pub fn cuts_deeper(&self, before: &Self, limit: Rate) -> Result<bool, Overflow> {
        let (shared, shared_before) = (self.shared_depth()?, before.shared_depth()?);
        for line in &self.lines {
            let depth = line.depth(shared)?;
            let known = before.line(line.id).map(|l| l.depth(shared_before)).transpose()?;
            if depth > limit && depth > known.unwrap_or(shared_before) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// How deep the discount of the order cuts into each article.
    fn shared_depth(&self) -> Result<Rate, Overflow> {
        match &self.discount {
            Some(discount) => Ok(discount.reduction.depth(self.discountable()?)),
            None => Ok(Rate(0)),
        }
    }

    pub(super) fn set_line_discount(
        &mut self,
        id: LineId,
        discount: Option<&Discount>,
    ) -> Result<(), CartError> {
        let line = self.lines.iter_mut().find(|l| l.id == id).ok_or(CartError::LineNotFound)?;
        if matches!(line.body, LineBody::Unknown { .. }) {
            return Err(CartError::WrongLine);
        }
        if let Some(discount) = discount {
            discount.reduction.check(line.amount()?)?;
        }
        line.discount = discount.cloned();
        line.correction = None;
        self.selected = Some(id);
        Ok(())
    }

    pub(super) fn set_discount(&mut self, discount: Option<&Discount>) -> Result<(), CartError> {
        if let Some(discount) = discount {
            discount.reduction.check(self.discountable()?)?;
        }
        self.discount = discount.cloned();
        Ok(())
    }

    /// Lines take the prices that the customer's price list had when they were entered; public prices where it has
    /// none, and again without customer.
    pub(super) fn set_customer(&mut self, customer: Option<&CartCustomer>) -> Result<(), CartError> {
        self.customer = customer.cloned();
        let list = self.price_list();
        for line in &mut self.lines {
            let LineBody::Article(article) = &mut line.body else { continue };
            if !article.prices.is_empty() && line.label.is_none_or(|l| l.amount.is_none()) {
                Arc::make_mut(article).price_for(list);
                line.follow_correction()?;
            }
        }
        Ok(())
    }

    /// An article at the price of the customer of the cart.
    pub(super) fn priced(&self, article: &CartArticle) -> CartArticle {
        let mut article = article.clone();
        article.price_for(self.price_list());
        article
    }

    /// The price list of the customer.
    #[must_use]
    pub fn price_list(&self) -> Option<PriceListId> {
        self.customer.as_ref().and_then(|c| c.price_list)
    }

    pub(super) fn add_fee(&mut self, id: LineId, fee: &CartFee) -> Result<(), CartError> {
        if fee.amount <= Money::ZERO {
            return Err(CartError::FeeNotPositive);
        }
        fee.amount.checked()?;
        self.push(id, LineBody::Fee(Arc::new(fee.clone())), Quantity::ONE)
    }

    pub(super) fn set_service(
        &mut self,
        service: ServiceMode,
        taxes: &[ServiceTaxes],
    ) -> Result<(), CartError> {
        self.service = service;
        for line in &mut self.lines {
            let LineBody::Article(article) = &mut line.body else { continue };
            let given = taxes.iter().find(|t| t.article == article.id);
            if let Some(given) = given.filter(|g| g.taxes != article.taxes) {
                Arc::make_mut(article).taxes.clone_from(&given.taxes);
            }
        }
        Ok(())
    }
}

/// Spreads an amount in proportion to `bases`, whose sum is at least that amount. Each share is rounded down; the
/// cents that are left go to the greatest remainders, earlier lines first. No share exceeds its base.
pub(super) fn spread(amount: Money, bases: &[Money]) -> Vec<Money> {
    let whole: i128 = bases.iter().map(|b| i128::from(b.0)).sum();
    if whole == 0 {
        return vec![Money::ZERO; bases.len()];
    }
    let parts: Vec<(i128, i128)> = bases
        .iter()
        .map(|base| i128::from(amount.0) * i128::from(base.0))
        .map(|product| (product / whole, product % whole))
        .collect();
    let mut left = i128::from(amount.0) - parts.iter().map(|(share, _)| share).sum::<i128>();
    let mut by_remainder: Vec<usize> = (0..parts.len()).collect();
    by_remainder.sort_by_key(|&at| std::cmp::Reverse(parts.get(at).map(|(_, rest)| *rest)));
    let mut shares: Vec<Money> =
        parts.iter().map(|(share, _)| Money(i64::try_from(*share).unwrap_or(i64::MAX))).collect();
    for at in by_remainder {
        if left == 0 {
            break;
        }
        if let Some(share) = shares.get_mut(at) {
            *share += Money(1);
            left -= 1;
        }
    }
    shares
}

#[cfg(test)]
mod tests;
