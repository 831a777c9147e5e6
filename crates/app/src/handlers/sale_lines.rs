//! Lines of the sale: tiles, scans, quantities.

use api::FaultCode;
use api::types::{
    SaleAddArticle, SaleLineRef, SaleResolveCode, SaleScan, SaleSetLineNote, SaleSetQuantity,
    SaleStepQuantity, SaleView,
};
use domain::barcode;
use domain::cart::{Change, MAX_LINE_NOTE};
use domain::ids::LineId;
use domain::money::Quantity;
use store::tables::articles;

use super::sale::{change, change_cart};
use crate::context::{Context, Mutation};
use crate::error::{Result, refusal};
use crate::sale::packet::{self, Meaning, meaning};
use crate::sale::{OpenCart, cart_article};
use crate::text::{optional, required};

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

/// Adds what a code stands for (SAL-25): an article, or a packet with what its label says. A code that no article has
/// becomes a pending line, and so does a label that leaves a question open: nothing is lost.
pub fn sale_scan(cx: &mut Mutation<'_, '_>, request: SaleScan) -> Result<SaleView> {
    let code = barcode::normalise(&required("code", &request.code, MAX_CODE)?);
    let quantity = request.quantity.unwrap_or(Quantity::ONE);
    let line = LineId(cx.new_id());
    change_cart(cx, |cx, cart| match meaning(cx, &code)? {
        Meaning::Article(row) => {
            let article = cart_article(cx, *row, cart.service)?;
            Ok(Change::AddArticle { line, article, quantity })
        }
        Meaning::Packet(packet) => packet.change(cx, cart.service, line, code, quantity),
        Meaning::Unknown => Ok(Change::AddUnknown { line, code, quantity }),
    })
}

/// Says which article a pending code stands for.
pub fn sale_resolve_code(cx: &mut Mutation<'_, '_>, request: SaleResolveCode) -> Result<SaleView> {
    let row =
        articles::by_id(cx.db(), request.article_id)?.ok_or_else(|| refusal(FaultCode::ArticleNotFound))?;
    change_cart(cx, |cx, cart| packet::resolve(cx, cart, request.line_id, row))
}

/// Sets a quantity (SAL-15).
pub fn sale_set_quantity(cx: &mut Mutation<'_, '_>, request: SaleSetQuantity) -> Result<SaleView> {
    change(cx, &Change::SetQuantity { line: request.line_id, quantity: request.quantity })
}

/// «+» and «−» (SAL-14). Below one, the line is removed; a packet with a label is one, whatever it holds.
pub fn sale_step_quantity(cx: &mut Mutation<'_, '_>, request: SaleStepQuantity) -> Result<SaleView> {
    let open = OpenCart::load(cx)?;
    let line = open.cart().line(request.line_id).ok_or_else(|| refusal(FaultCode::LineNotFound))?;
    let quantity = Quantity(line.quantity.0 + i64::from(request.steps) * Quantity::ONE.0);
    if quantity <= Quantity(0) || (line.label.is_some() && request.steps < 0) {
        return change(cx, &Change::RemoveLine { line: request.line_id });
    }
    change(cx, &Change::SetQuantity { line: request.line_id, quantity })
}

/// Replaces the note to a line.
pub fn sale_set_line_note(cx: &mut Mutation<'_, '_>, request: SaleSetLineNote) -> Result<SaleView> {
    let note = optional("note", &request.note, MAX_LINE_NOTE)?;
    change(cx, &Change::SetLineNote { line: request.line_id, note })
}

/// Removes a line (SAL-10).
pub fn sale_remove_line(cx: &mut Mutation<'_, '_>, request: SaleLineRef) -> Result<SaleView> {
    change(cx, &Change::RemoveLine { line: request.line_id })
}

/// Moves the selection.
pub fn sale_select_line(cx: &mut Mutation<'_, '_>, request: SaleLineRef) -> Result<SaleView> {
    change(cx, &Change::Select { line: request.line_id })
}
