//! An article as it enters the cart: prices, promotions and taxes of this moment, in the service mode of the sale.

use api::FaultCode;
use domain::cart::{Cart, CartArticle, LineBody, ServiceMode, ServiceTaxes};
use domain::ids::TaxCategoryId;
use domain::tax::AppliedTax;
use store::tables::articles::{self, ArticleRow};
use store::tables::catalogue::{self, TaxCategoryRow};

use super::Frame;
use crate::context::Context;
use crate::error::{Result, refusal, refuse};

/// Freezes an article for the cart of a sale that is served in this mode.
pub fn cart_article(cx: &impl Context, row: ArticleRow, service: ServiceMode) -> Result<CartArticle> {
    if !row.active {
        return refuse(FaultCode::ArticleNotFound);
    }
    let frame = Frame::of(cx)?;
    let taxes = taxes_of(&frame.settings.tax_categories, category(&row, service))?;
    Ok(CartArticle {
        id: row.id,
        unit_price: frame.settings.offers.price(&row),
        prices: frame.settings.offers.list_prices(&row),
        public_price: None,
        promotions: frame.settings.offers.promotions(&row),
        code: row.code,
        name: row.name,
        unit: row.unit,
        taxes,
        department: row.department,
        stocked: row.stocked,
        durable: row.durable,
    })
}

/// The taxes that the articles of a cart have in another service mode (SAL-23).
pub fn service_taxes(cx: &impl Context, cart: &Cart, service: ServiceMode) -> Result<Vec<ServiceTaxes>> {
    let frame = Frame::of(cx)?;
    let mut found: Vec<ServiceTaxes> = Vec::new();
    for line in &cart.lines {
        let LineBody::Article(article) = &line.body else { continue };
        if found.iter().any(|f| f.article == article.id) {
            continue;
        }
        let row = articles::by_id(cx.db(), article.id)?;
        let row = row.ok_or_else(|| refusal(FaultCode::ArticleNotFound))?;
        let taxes = taxes_of(&frame.settings.tax_categories, category(&row, service))?;
        found.push(ServiceTaxes { article: article.id, taxes });
    }
    Ok(found)
}

/// The taxes in force today of a category; the office asks too, which stands at no workstation.
pub fn category_taxes(cx: &impl Context, category: TaxCategoryId) -> Result<Vec<AppliedTax>> {
    taxes_of(&catalogue::tax_categories(cx.db(), &cx.local_now()?.day())?, category)
}

/// A dual-rate article has a category of its own for some modes (TAX-02).
fn category(row: &ArticleRow, service: ServiceMode) -> TaxCategoryId {
    let special = match service {
        ServiceMode::OnSite => row.on_site_tax_category,
        ServiceMode::Delivered => row.delivered_tax_category,
        ServiceMode::Takeaway => None,
    };
    special.unwrap_or(row.tax_category)
}

fn taxes_of(categories: &[TaxCategoryRow], id: TaxCategoryId) -> Result<Vec<AppliedTax>> {
    let category = categories.iter().find(|c| c.id == id);
    category.map(|c| c.taxes.clone()).ok_or_else(|| refusal(FaultCode::TaxCategoryNotFound))
}
