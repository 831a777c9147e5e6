//! Lines of corrections: negative, at the price that was really paid.

use domain::money::{Money, Quantity};
use domain::refund::SoldLine;
use fiscal::{DiscountSnapshot, TicketLine};
use store::op::StockMove;

use crate::error::Result;

/// Why the pieces of a line differ from price times quantity when no discount does.
const ROUNDING: &str = "arrondi";

/// A sold line, returned in part or whole. What discounts (its own, and that of the ticket) took off its share of the
/// price stands as its discount, so that its total is what was paid; the line keeps its identity, which later returns
/// count by.
pub fn returned_line(
    n: i64,
    line: &TicketLine,
    part: &SoldLine<'_>,
    of_ticket: Option<&DiscountSnapshot>,
) -> Result<TicketLine> {
    let quantity = Quantity(-part.now.0);
    let total = -part.given_back()?;
    let amount = if line.set_amount {
        // What was printed on the label comes back in the same proportion as what was paid.
        -SoldLine { paid: line.amount, ..*part }.given_back()?
    } else {
        line.unit_price.times(quantity)?
    };
    let given = line.discount.as_ref().or(of_ticket.filter(|_| !line.share.is_zero()));
    let discount = (amount != total).then(|| DiscountSnapshot {
        rate: line.discount.as_ref().and_then(|d| d.rate).filter(|_| line.share.is_zero()),
        amount: amount - total,
        reason: given.map_or(ROUNDING, |d| d.reason.as_str()).to_owned(),
    });
    Ok(TicketLine { n, quantity, amount, discount, share: Money::ZERO, total, ..line.clone() })
}

/// A sold line, taken back as it is.
pub fn mirrored_line(line: &TicketLine) -> TicketLine {
    TicketLine {
        quantity: Quantity(-line.quantity.0),
        amount: -line.amount,
        discount: line.discount.as_ref().map(mirrored_discount),
        share: -line.share,
        total: -line.total,
        ..line.clone()
    }
}

/// A discount, given back.
pub fn mirrored_discount(discount: &DiscountSnapshot) -> DiscountSnapshot {
    DiscountSnapshot { amount: -discount.amount, ..discount.clone() }
}

/// What goes back to stock of the line of a correction.
pub fn back_to_stock(line: &TicketLine) -> Option<StockMove> {
    let article = line.article.filter(|_| line.stocked)?;
    Some(StockMove { article, quantity: Quantity(-line.quantity.0) })
}
