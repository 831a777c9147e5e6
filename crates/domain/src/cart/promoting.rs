//! Which promotion each line gets: the best for the customer, at most one.
//!
//! «n for m» counts the pieces of an article over all its lines, so lines of one article are decided together: either
//! each takes the best of its other promotions, or all that may take part in the «n for m» do, and share what it takes
//! off in proportion to what they are worth. A line with a discount by hand stands apart: that discount has replaced
//! the promotion. So does a packet whose price is printed on it.

use super::pricing::spread;
use super::{CartArticle, CartLine, LineBody, LinePrice, Reduction};
use crate::ids::{ArticleId, PromotionId};
use crate::money::{Money, Overflow, Quantity};
use crate::promotion::{Promotion, PromotionRule};

/// A promotion of a line, by its place in the list of the article, and what it takes off.
#[derive(Clone, Copy, Debug)]
struct Taken {
    at: usize,
    off: Money,
}

/// A line that may have a promotion: its place in the cart, and its article.
struct Candidate<'a> {
    at: usize,
    line: &'a CartLine,
    article: &'a CartArticle,
}

impl CartLine {
    /// The promotion behind a price of this line.
    #[must_use]
    pub fn promotion(&self, price: LinePrice) -> Option<&Promotion> {
        let LineBody::Article(article) = &self.body else { return None };
        article.promotions.get(price.promotion?)
    }

    /// The share that the promotion behind a price takes off, where it is one.
    pub(super) fn promoted_by(&self, price: LinePrice) -> Option<Reduction> {
        match self.promotion(price)?.rule {
            PromotionRule::Percent { rate } => Some(Reduction::Percent { rate }),
            PromotionRule::FixedPrice { .. } | PromotionRule::NForM { .. } => None,
        }
    }
}

/// Takes promotions off the prices of lines. Prices of lines that have none stay as they are.
pub(super) fn promote(lines: &[CartLine], prices: &mut [LinePrice]) -> Result<(), Overflow> {
    let candidates: Vec<Candidate<'_>> =
        lines.iter().enumerate().filter_map(|(at, line)| candidate(at, line)).collect();
    let mut done: Vec<ArticleId> = Vec::new();
    for first in &candidates {
        if done.contains(&first.article.id) {
            continue;
        }
        done.push(first.article.id);
        let group: Vec<&Candidate<'_>> =
            candidates.iter().filter(|c| c.article.id == first.article.id).collect();
        for (member, taken) in group.iter().zip(best(&group)?) {
            if let (Some(price), Some(taken)) = (prices.get_mut(member.at), taken) {
                price.discount = taken.off;
                price.promotion = Some(taken.at);
            }
        }
    }
    Ok(())
}

fn candidate(at: usize, line: &CartLine) -> Option<Candidate<'_>> {
    let LineBody::Article(article) = &line.body else { return None };
    let by_hand = line.discount.is_some() || line.printed_amount().is_some();
    let eligible = !by_hand && !article.promotions.is_empty();
    eligible.then_some(Candidate { at, line, article })
}

/// What the lines of one article take: of all ways, the one that takes most off; the simplest when several do.
fn best(group: &[&Candidate<'_>]) -> Result<Vec<Option<Taken>>, Overflow> {
    let alone = group.iter().map(|c| best_alone(c)).collect::<Result<Vec<_>, _>>()?;
    let mut best = (sum(&alone), alone.clone());
    for id in together(group) {
        let mut taken = alone.clone();
        share(group, id, &mut taken)?;
        if sum(&taken) > best.0 {
            best = (sum(&taken), taken);
        }
    }
    Ok(best.1)
}

fn sum(taken: &[Option<Taken>]) -> Money {
    taken.iter().flatten().map(|t| t.off).sum()
}

/// The best promotion that looks at the line alone: the first one of those that take most off.
fn best_alone(candidate: &Candidate<'_>) -> Result<Option<Taken>, Overflow> {
    let mut best: Option<Taken> = None;
    for (at, promotion) in candidate.article.promotions.iter().enumerate() {
        let off = promotion.rule.off(candidate.article.unit_price, candidate.line.quantity)?;
        if off > best.map_or(Money::ZERO, |b| b.off) {
            best = Some(Taken { at, off });
        }
    }
    Ok(best)
}

/// The «n for m» promotions of the lines, each once.
fn together(group: &[&Candidate<'_>]) -> Vec<PromotionId> {
    let mut ids: Vec<PromotionId> = Vec::new();
    let pieces = group.iter().filter(|c| c.article.is_sold_by_piece());
    for promotion in pieces.flat_map(|c| &c.article.promotions) {
        if promotion.rule.free_among(i64::from(u32::MAX)) > 0 && !ids.contains(&promotion.id) {
            ids.push(promotion.id);
        }
    }
    ids
}

/// Lets every line that may take part in one «n for m» do so.
fn share(group: &[&Candidate<'_>], id: PromotionId, taken: &mut [Option<Taken>]) -> Result<(), Overflow> {
    let mut members: Vec<(usize, usize, &Candidate<'_>)> = Vec::new();
    for (place, member) in group.iter().enumerate().filter(|(_, c)| c.article.is_sold_by_piece()) {
        if let Some(at) = member.article.promotions.iter().position(|p| p.id == id) {
            members.push((place, at, member));
        }
    }
    let Some(promotion) = members.first().and_then(|(_, at, c)| c.article.promotions.get(*at)) else {
        return Ok(());
    };
    let bought: i64 = members.iter().map(|(_, _, c)| c.line.quantity.0 / Quantity::ONE.0).sum();
    let off = worth_of_free(&members, promotion.rule.free_among(bought))?;
    let bases = members
        .iter()
        .map(|(_, _, c)| c.article.unit_price.times(c.line.quantity))
        .collect::<Result<Vec<_>, _>>()?;
    for ((place, at, _), off) in members.iter().zip(spread(off, &bases)) {
        if let Some(slot) = taken.get_mut(*place) {
            *slot = (off > Money::ZERO).then_some(Taken { at: *at, off });
        }
    }
    Ok(())
}

/// What the pieces that cost nothing would have cost. Lines of one article may have entered at different prices: the
/// dearest pieces are the free ones, for the customer. What is left is exactly the price of the pieces that are paid.
fn worth_of_free(members: &[(usize, usize, &Candidate<'_>)], free: i64) -> Result<Money, Overflow> {
    let mut dearest: Vec<&Candidate<'_>> = members.iter().map(|(_, _, c)| *c).collect();
    dearest.sort_by_key(|c| std::cmp::Reverse(c.article.unit_price));
    let (mut left, mut off) = (free, Money::ZERO);
    for candidate in dearest {
        let quantity = candidate.line.quantity;
        let given = left.min(quantity.0 / Quantity::ONE.0);
        let paid = Quantity(quantity.0 - Quantity::units(given).0);
        off += candidate.article.unit_price.times(quantity)? - candidate.article.unit_price.times(paid)?;
        left -= given;
    }
    Ok(off)
}

#[cfg(test)]
mod tests;
