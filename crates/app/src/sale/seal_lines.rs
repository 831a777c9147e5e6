//! The lines of a ticket from those of a cart, with the discounts as they are signed.

use domain::cart::{Cart, CartLine, Discount, LineBody, LinePrice, Reduction};
use domain::money::Money;
use domain::promotion::PromotionRule;
use fiscal::{DiscountSnapshot, TaxSnapshot, TicketLine};

use super::exemption::signed;
use crate::error::{Error, Result};

/// The lines, numbered from 1.
pub fn ticket_lines(cart: &Cart, prices: &[LinePrice], day: &str) -> Result<Vec<TicketLine>> {
    (1i64..)
        .zip(cart.lines.iter().zip(prices))
        .map(|(n, (line, price))| ticket_line(n, cart, (line, *price), day))
        .collect()
}

/// The discount of the order; none when it takes nothing off.
pub fn order_discount(cart: &Cart, prices: &[LinePrice]) -> Option<DiscountSnapshot> {
    snapshot(cart.discount.as_ref(), prices.iter().map(|p| p.share).sum())
}

/// The discount of a line by hand, or else its promotion, which is signed the same way.
fn line_discount(line: &CartLine, price: LinePrice) -> Option<DiscountSnapshot> {
    let Some(promotion) = line.promotion(price) else {
        return snapshot(line.discount.as_ref(), price.discount);
    };
    let rate = match promotion.rule {
        PromotionRule::Percent { rate } => Some(rate),
        PromotionRule::FixedPrice { .. } | PromotionRule::NForM { .. } => None,
    };
    Some(DiscountSnapshot { rate, amount: price.discount, reason: promotion.name.clone() })
}

fn snapshot(discount: Option<&Discount>, amount: Money) -> Option<DiscountSnapshot> {
    let discount = discount.filter(|_| !amount.is_zero())?;
    let rate = match discount.reduction {
        Reduction::Percent { rate } => Some(rate),
        Reduction::Amount { .. } => None,
    };
    Some(DiscountSnapshot { rate, amount, reason: discount.reason.clone() })
}

fn ticket_line(n: i64, cart: &Cart, (line, price): (&CartLine, LinePrice), day: &str) -> Result<TicketLine> {
    // The ground of the whole document is stated once.
    let exemption = line.exemption.filter(|_| cart.exemption().is_none());
    let bare = TicketLine {
        n,
        line: line.id,
        article: None,
        fee: None,
        code: String::new(),
        label: String::new(),
        note: Some(line.note.clone()).filter(|note| !note.is_empty()),
        quantity: line.quantity,
        unit: "pièce".to_owned(),
        unit_price: cart.unit_price(line)?,
        set_amount: line.printed_amount().is_some(),
        taxes: cart.taxes_of(line).iter().map(TaxSnapshot::from).collect(),
        exemption: exemption.map(|ground| signed(ground, day)),
        amount: price.amount,
        discount: line_discount(line, price),
        share: price.share,
        total: price.total(),
        stocked: false,
        department: None,
    };
    match &line.body {
        LineBody::Article(article) => Ok(TicketLine {
            article: Some(article.id),
            code: article.code.clone(),
            label: article.name.clone(),
            unit: article.unit.clone(),
            stocked: article.stocked,
            department: article.department,
            ..bare
        }),
        LineBody::Fee(fee) => Ok(TicketLine { fee: Some(fee.id), label: fee.label.clone(), ..bare }),
        LineBody::Unknown { code } => Err(Error::Bug(format!("unknown code {code} in a sale to seal"))),
    }
}
