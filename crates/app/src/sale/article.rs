//! An article as it enters the cart: price and taxes of this moment.

use api::FaultCode;
use domain::cart::CartArticle;
use store::tables::articles::ArticleRow;
use store::tables::catalogue;

use crate::context::Context;
use crate::error::{Result, refusal, refuse};

/// Freezes an article for the cart.
pub fn cart_article(cx: &impl Context, row: ArticleRow) -> Result<CartArticle> {
    if !row.active {
        return refuse(FaultCode::ArticleNotFound);
    }
    let day = cx.local_now()?.day();
    let categories = catalogue::tax_categories(cx.db(), &day)?;
    let category = categories.into_iter().find(|c| c.id == row.tax_category);
    let taxes = category.ok_or_else(|| refusal(FaultCode::TaxCategoryNotFound))?.taxes;
    Ok(CartArticle {
        id: row.id,
        code: row.code,
        name: row.name,
        unit: row.unit,
        unit_price: row.unit_price,
        taxes,
        department: row.department,
        stocked: row.stocked,
        durable: row.durable,
    })
}
