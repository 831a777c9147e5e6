//! Lines of corrections: negative, at the price that was really paid.

use domain::money::{Money, Quantity, UnitPrice};
use domain::refund::SoldLine;
use fiscal::{DiscountSnapshot, TicketLine};
use store::op::StockMove;

use crate::error::Result;
use crate::price_accuracy::POLICY;

/// Unit of what is no measured good.
const PIECE: &str = "pièce";

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
        -SoldLine { paid: line.amount, corrected: Money::ZERO, ..*part }.given_back()?
    } else {
        line.unit_price.times(quantity)?
    };
    let given = line.discount.as_ref().or(of_ticket.filter(|_| !line.share.is_zero()));
    let otherwise = if part.corrected > Money::ZERO { POLICY } else { ROUNDING };
    let discount = (amount != total).then(|| DiscountSnapshot {
        rate: line.discount.as_ref().and_then(|d| d.rate).filter(|_| line.share.is_zero()),
        amount: amount - total,
        reason: given.map_or(otherwise, |d| d.reason.as_str()).to_owned(),
    });
    Ok(TicketLine { n, quantity, amount, discount, share: Money::ZERO, total, ..line.clone() })
}

/// What a claim gives back of a sold line («Exactitude des prix»): one piece at that amount, of the same article and taxes.
/// No article moves. The line keeps its identity, by which a later return knows what was given back; its own designation
/// tells it from articles that came back.
pub fn corrected_line(line: &TicketLine, amount: Money, reason: &str) -> TicketLine {
    TicketLine {
        n: 1,
        label: claim_label(line),
        note: Some(reason.to_owned()).filter(|text| !text.is_empty()),
        quantity: Quantity(-Quantity::ONE.0),
        unit: PIECE.to_owned(),
        unit_price: UnitPrice::from_money(amount),
        set_amount: false,
        amount: -amount,
        discount: None,
        share: Money::ZERO,
        total: -amount,
        stocked: false,
        ..line.clone()
    }
}

/// How a ticket names what a claim gives back.
pub fn claim_label(line: &TicketLine) -> String {
    format!("{POLICY} : {}", line.label)
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
