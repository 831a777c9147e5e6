//! Articles: search and file.

use api::types::{
    ArticlePage, ArticleSave, ArticleView, CatalogueLists, CatalogueSearch, DepartmentView, Empty, LabelView,
    TaxCategoryView,
};
use api::{Fault, FaultCode, Topic};
use domain::barcode;
use domain::ids::{ArticleId, DepartmentId};
use serde_json::{Value, json};
use store::MasterEntity;
use store::tables::articles;
use store::tables::catalogue;
use store::tables::master::{Fields, set};

use super::price_lists::{check_price, price_fields};
use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::sale::Offers;
use crate::sale::packet::{Meaning, meaning};
use crate::text::{optional, required};
use crate::views;

/// Finds articles.
pub fn catalogue_search(cx: &Query<'_>, request: CatalogueSearch) -> Result<ArticlePage> {
    let limit = request.limit.clamp(1, 200);
    let mut rows = articles::search(cx.db, &request.text, request.department_id, request.offset, limit + 1)?;
    let (packet, label) = if request.offset == 0 { packet_of(cx, &request.text)? } else { (None, None) };
    if let Some(article) = packet {
        rows.retain(|row| row.id != article.id);
        rows.insert(0, article);
    }
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let (taxes, departments) = names(cx)?;
    let offers = Offers::of(cx)?;
    Ok(ArticlePage {
        rows: rows.into_iter().map(|row| views::article(row, &offers, &taxes, &departments)).collect(),
        more,
        catalogue_size: u32::try_from(articles::count(cx.db)?).unwrap_or(u32::MAX),
        label,
    })
}

/// The article of a searched label, with what the label says of it.
fn packet_of(cx: &Query<'_>, text: &str) -> Result<(Option<articles::ArticleRow>, Option<LabelView>)> {
    let Meaning::Packet(packet) = meaning(cx, &barcode::normalise(text))? else { return Ok((None, None)) };
    let label = packet.label_view()?;
    Ok((Some(packet.article), label))
}

/// What article forms choose from.
pub fn catalogue_lists(cx: &Query<'_>, _: Empty) -> Result<CatalogueLists> {
    let departments =
        catalogue::departments(cx.db)?.into_iter().map(|d| DepartmentView { id: d.id, name: d.name });
    let day = cx.local_now()?.day();
    let taxes = catalogue::tax_categories(cx.db, &day)?
        .into_iter()
        .map(|t| TaxCategoryView { id: t.id, name: t.name });
    Ok(CatalogueLists { departments: departments.collect(), tax_categories: taxes.collect() })
}

type Names = (Vec<catalogue::TaxCategoryRow>, Vec<(DepartmentId, String)>);

/// What an article's tax category and department may be, with their names.
pub(super) fn names(cx: &impl Context) -> Result<Names> {
    let departments = catalogue::departments(cx.db())?.into_iter().map(|d| (d.id, d.name)).collect();
    Ok((catalogue::tax_categories(cx.db(), &cx.local_now()?.day())?, departments))
}

/// Creates or changes an article. Documents already made keep the old price (ART-09).
pub fn article_save(cx: &mut Mutation<'_, '_>, request: ArticleSave) -> Result<ArticleView> {
    check_price(request.unit_price)?;
    let prices = price_fields(cx, request.list_prices.as_deref(), request.next_price.as_ref())?;
    let (taxes, departments) = names(cx)?;
    let special = [request.on_site_tax_category_id, request.delivered_tax_category_id];
    let named = special.into_iter().flatten().chain([request.tax_category_id]);
    if named.into_iter().any(|id| !taxes.iter().any(|t| t.id == id)) {
        return refuse(FaultCode::TaxCategoryNotFound);
    }
    let name = required("name", &request.name, 120)?;
    let unit = optional("unit", &request.unit, 12)?;
    let barcodes = check_barcodes(cx, &request)?;
    let code = check_code(cx, &request)?;
    let id = match request.id {
        Some(id) => articles::by_id(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::ArticleNotFound))?.id.0,
        None => cx.new_id(),
    };
    let mut fields: Fields = vec![
        ("code", json!(code)),
        ("name", json!(name)),
        ("unit", json!(if unit.is_empty() { "pièce".to_owned() } else { unit })),
        ("unit_price", json!(request.unit_price)),
        ("tax_category_id", json!(request.tax_category_id)),
        ("on_site_tax_category_id", json!(request.on_site_tax_category_id)),
        ("delivered_tax_category_id", json!(request.delivered_tax_category_id)),
        ("department_id", json!(request.department_id)),
        ("barcodes", Value::String(serde_json::to_string(&barcodes)?)),
        ("stocked", json!(i64::from(request.stocked))),
        ("durable", json!(i64::from(request.durable))),
        ("active", json!(i64::from(request.active))),
    ];
    fields.extend(prices);
    set(cx.tx, MasterEntity::Article, id, fields)?;
    cx.touch(&[Topic::Catalogue]);
    let row = articles::by_id(cx.db(), ArticleId(id))?.ok_or_else(|| refusal(FaultCode::ArticleNotFound))?;
    Ok(views::article(row, &Offers::of(cx)?, &taxes, &departments))
}

/// Bar codes of 8, 12, 13 or 14 digits must have a right check digit; other codes are the shop's own.
fn check_barcodes(cx: &impl Context, request: &ArticleSave) -> Result<Vec<String>> {
    let mut codes: Vec<String> = Vec::new();
    for code in &request.barcodes {
        let code = barcode::normalise(&required("barcode", code, 40)?);
        if let Err(barcode::EanError::CheckDigit { .. }) = barcode::check_ean(&code) {
            return Err(Fault::refused(FaultCode::BarcodeInvalid).with("code", code).into());
        }
        free(cx, &code, request.id)?;
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    Ok(codes)
}

fn check_code(cx: &impl Context, request: &ArticleSave) -> Result<String> {
    let code = optional("code", &request.code, 30)?;
    if code.is_empty() {
        return Ok((articles::greatest_code(cx.db())? + 1).to_string());
    }
    free(cx, &code, request.id)?;
    Ok(code)
}

fn free(cx: &impl Context, code: &str, of: Option<ArticleId>) -> Result<()> {
    match articles::by_code(cx.db(), code)? {
        Some(other) if Some(other.id) != of => {
            Err(Fault::refused(FaultCode::BarcodeTaken).with("code", code).with("name", other.name).into())
        }
        _ => Ok(()),
    }
}
