//! The lines of section B: what each is, what it costs, what discounts take off.

use std::collections::HashMap;

use api::types::{DiscountView, LinePriceList, LinePromotion, SaleLineView};
use domain::cart::{Cart, CartLine, Discount, LineBody, LinePrice};
use domain::ids::ArticleId;
use domain::money::{Money, Quantity};
use domain::tax::AppliedTax;

use super::Frame;
use super::packet::label_kind;
use crate::context::Context;
use crate::error::Result;

/// The lines with their prices, in order.
pub fn line_views(
    cx: &impl Context,
    frame: &Frame,
    cart: &Cart,
    prices: &[LinePrice],
) -> Result<Vec<SaleLineView>> {
    let mut left: HashMap<ArticleId, Quantity> = HashMap::new();
    let lines = cart.lines.iter().zip(prices);
    let on_hand = |article| frame.on_hand(cx.db(), article);
    lines
        .map(|(line, price)| {
            let view = line_view(&on_hand, cart, (line, *price), &mut left)?;
            Ok(SaleLineView { price_list: price_list(cart, line)?, ..view })
        })
        .collect()
}

/// The discount of the order with what it takes off.
pub fn order_discount(cart: &Cart, prices: &[LinePrice]) -> Option<DiscountView> {
    let amount = prices.iter().map(|p| p.share).sum();
    cart.discount.as_ref().map(|d| discount_view(d, amount))
}

fn discount_view(discount: &Discount, amount: Money) -> DiscountView {
    DiscountView { reduction: discount.reduction, amount, reason: discount.reason.clone() }
}

fn line_view(
    on_hand: &impl Fn(ArticleId) -> Result<Quantity>,
    cart: &Cart,
    (line, price): (&CartLine, LinePrice),
    left: &mut HashMap<ArticleId, Quantity>,
) -> Result<SaleLineView> {
    let view = bare(cart, line, price)?;
    Ok(match &line.body {
        LineBody::Unknown { code } => SaleLineView { known: false, name: code.clone(), ..view },
        LineBody::Fee(fee) => SaleLineView { name: fee.label.clone(), fee: true, ..view },
        LineBody::Article(article) => SaleLineView {
            article_id: Some(article.id),
            name: article.name.clone(),
            code: article.code.clone(),
            unit: article.unit.clone(),
            stock_after: if article.stocked {
                stock_after(on_hand, article.id, line.quantity, left)?
            } else {
                None
            },
            ..view
        },
    })
}

/// What every line has, whatever it stands for.
fn bare(cart: &Cart, line: &CartLine, price: LinePrice) -> Result<SaleLineView> {
    Ok(SaleLineView {
        id: line.id,
        known: true,
        article_id: None,
        name: String::new(),
        code: String::new(),
        quantity: line.quantity,
        unit: String::new(),
        unit_price: cart.unit_price(line)?,
        total: price.amount - price.discount,
        note: line.note.clone(),
        label: line.label.map(label_kind),
        tax_letters: letters(&cart.taxes_of(line)),
        untaxed: line.bears_no_tax(),
        exemption: line.exemption,
        fee: false,
        discount: line.discount.as_ref().map(|d| discount_view(d, price.discount)),
        promotion: promotion(line, price),
        price_list: None,
        stock_after: None,
    })
}

fn promotion(line: &CartLine, price: LinePrice) -> Option<LinePromotion> {
    let name = line.promotion(price)?.name.clone();
    Some(LinePromotion { name, regular: price.amount, amount: price.discount })
}

/// The price list behind the price of a line, with the public price that it replaces.
fn price_list(cart: &Cart, line: &CartLine) -> Result<Option<LinePriceList>> {
    let LineBody::Article(article) = &line.body else { return Ok(None) };
    let list = article.price_list(cart.price_list());
    let Some((list, public_price)) = list.zip(article.public_price) else { return Ok(None) };
    let public_price = cart.in_price_mode(line, public_price)?;
    Ok(Some(LinePriceList { name: list.name.clone(), public_price }))
}

fn letters(taxes: &[AppliedTax]) -> String {
    taxes.iter().map(|t| t.letter.as_str()).collect()
}

/// What the stock would be below zero (STK-02), lines of the same article together.
fn stock_after(
    on_hand: &impl Fn(ArticleId) -> Result<Quantity>,
    article: ArticleId,
    quantity: Quantity,
    left: &mut HashMap<ArticleId, Quantity>,
) -> Result<Option<Quantity>> {
    let before = match left.get(&article) {
        Some(left) => *left,
        None => on_hand(article)?,
    };
    let after = Quantity(before.0 - quantity.0);
    left.insert(article, after);
    Ok((after < Quantity(0)).then_some(after))
}
