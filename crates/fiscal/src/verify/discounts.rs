//! Discounts and fees of a ticket: what each takes off, and that nothing is taken off twice or beyond its worth.

use domain::money::Money;

use crate::{DiscountSnapshot, Operation, TicketLine, TicketPayload};

/// Returned in pieces, a line without discount can differ by this from price times quantity: what rounding left of
/// the pieces before.
const CENT: Money = Money(1);

/// What the sums below rely on.
pub(super) fn in_range(line: &TicketLine) -> bool {
    let discount = line.discount.as_ref().map_or(Money::ZERO, |d| d.amount);
    [line.amount, line.share, discount].into_iter().all(|amount| amount.checked().is_ok())
}

/// A line is an article or a fee, its amount is price times quantity, and its total is what discounts leave.
pub(super) fn line(line: &TicketLine, operation: Operation) -> bool {
    let discount = line.discount.as_ref().map_or(Money::ZERO, |d| d.amount);
    let left = line.amount - discount;
    line.article.is_some() != line.fee.is_some()
        && (line.unit_price.times(line.quantity) == Ok(line.amount) || set_amount(line))
        && (within(discount, line.amount) || (operation == Operation::Retour && discount.abs() <= CENT))
        && within(line.share, left)
        && line.total == left - line.share
        && line.discount.as_ref().is_none_or(|d| follows_rate(d, line.amount, operation))
}

/// An amount that was read from the label of an article is of the sign of its quantity.
fn set_amount(line: &TicketLine) -> bool {
    line.set_amount && line.article.is_some() && line.amount.0.signum() == line.quantity.0.signum()
}

/// The shares of the lines are the discount of the ticket, no fee has one, and all discounts are summed.
pub(super) fn ticket(ticket: &TicketPayload) -> bool {
    let of_lines = ticket.lines.iter().filter_map(|l| Some(l.discount.as_ref()?.amount));
    let shares: Money = ticket.lines.iter().map(|l| l.share).sum();
    let of_ticket = ticket.discount.as_ref().map_or(Money::ZERO, |d| d.amount);
    let articles = ticket.lines.iter().filter(|l| l.article.is_some());
    let worth: Money = articles.map(|l| l.total + l.share).sum();
    shares == of_ticket
        && ticket.lines.iter().all(|l| l.fee.is_none() || l.share.is_zero())
        && ticket.discounts == of_lines.sum::<Money>() + shares
        && ticket.discount.as_ref().is_none_or(|d| follows_rate(d, worth, ticket.operation))
}

/// A part is of the sign of the whole and no larger.
fn within(part: Money, whole: Money) -> bool {
    part.is_zero() || ((part.0 > 0) == (whole.0 > 0) && part.abs() <= whole.abs())
}

/// On a sale a percentage says how much it takes off. A return gives back the cents that are left of a line, so its
/// amounts may differ from the percentage by what rounding left before.
fn follows_rate(discount: &DiscountSnapshot, worth: Money, operation: Operation) -> bool {
    match (discount.rate, operation) {
        (Some(rate), Operation::Vente) => rate.of(worth) == Ok(discount.amount),
        _ => true,
    }
}
