//! Lines of the sale: tiles, scans, quantities.

use api::FaultCode;
use api::types::{
    SaleAddArticle, SaleLineRef, SaleResolveCode, SaleScan, SaleSetQuantity, SaleStepQuantity, SaleView,
};
use domain::barcode;
use domain::cart::Change;
use domain::ids::LineId;
use domain::money::Quantity;
use store::tables::articles;

use super::sale::{change, change_cart};
use crate::context::{Context, Mutation};
use crate::error::{Result, refusal};
use crate::sale::{OpenCart, cart_article};
use crate::text::required;

/// Longest code that a scanner may send.
const MAX_CODE: usize = 80;

/// Adds an article (SAL-03).
pub fn sale_add_article(cx: &mut Mutation<'_, '_>, request: SaleAddArticle) -> Result<SaleView> {
    let row =
        articles::by_id(cx.db(), request.article_id)?.ok_or_else(|| refusal(FaultCode::ArticleNotFound))?;
    let line = LineId(cx.new_id());
    let quantity = request.quantity.unwrap_or(Quantity::ONE);
    change_cart(cx, |cx, cart| {
        let article = cart_article(cx, row, cart.service)?;
        Ok(Change::AddArticle { line, article, quantity })
    })
}

/// Adds what a code stands for (SAL-25). A code that no article has becomes a pending line: nothing is lost.
pub fn sale_scan(cx: &mut Mutation<'_, '_>, request: SaleScan) -> Result<SaleView> {
    let code = barcode::normalise(&required("code", &request.code, MAX_CODE)?);
    let quantity = request.quantity.unwrap_or(Quantity::ONE);
    let line = LineId(cx.new_id());
    change_cart(cx, |cx, cart| match articles::by_code(cx.db(), &code)? {
        Some(row) => {
            let article = cart_article(cx, row, cart.service)?;
            Ok(Change::AddArticle { line, article, quantity })
        }
        None => Ok(Change::AddUnknown { line, code, quantity }),
    })
}

/// Says which article a pending code stands for.
pub fn sale_resolve_code(cx: &mut Mutation<'_, '_>, request: SaleResolveCode) -> Result<SaleView> {
    let row =
        articles::by_id(cx.db(), request.article_id)?.ok_or_else(|| refusal(FaultCode::ArticleNotFound))?;
    change_cart(cx, |cx, cart| {
        let article = cart_article(cx, row, cart.service)?;
        Ok(Change::ResolveUnknown { line: request.line_id, article })
    })
}

/// Sets a quantity (SAL-15).
pub fn sale_set_quantity(cx: &mut Mutation<'_, '_>, request: SaleSetQuantity) -> Result<SaleView> {
    change(cx, &Change::SetQuantity { line: request.line_id, quantity: request.quantity })
}

/// «+» and «−» (SAL-14). Below one, the line is removed.
pub fn sale_step_quantity(cx: &mut Mutation<'_, '_>, request: SaleStepQuantity) -> Result<SaleView> {
    let open = OpenCart::load(cx)?;
    let line = open.cart().line(request.line_id).ok_or_else(|| refusal(FaultCode::LineNotFound))?;
    let quantity = Quantity(line.quantity.0 + i64::from(request.steps) * Quantity::ONE.0);
    if quantity <= Quantity(0) {
        return change(cx, &Change::RemoveLine { line: request.line_id });
    }
    change(cx, &Change::SetQuantity { line: request.line_id, quantity })
}

/// Removes a line (SAL-10).
pub fn sale_remove_line(cx: &mut Mutation<'_, '_>, request: SaleLineRef) -> Result<SaleView> {
    change(cx, &Change::RemoveLine { line: request.line_id })
}

/// Moves the selection.
pub fn sale_select_line(cx: &mut Mutation<'_, '_>, request: SaleLineRef) -> Result<SaleView> {
    change(cx, &Change::Select { line: request.line_id })
}
