//! What customers ask for at the till: a price («prix ?»), or an article that the shop does not have («Manquants»).
//!
//! A declaration is a shared fact, seen by every workstation until somebody settles it. It moves no stock and
//! orders nothing.

use api::types::{Empty, MissingAdd, MissingRef, MissingView, PriceCheck, PriceChecked};
use api::{FaultCode, Topic};
use domain::barcode;
use domain::cart::is_sold_by_piece;
use domain::ids::MissingId;
use domain::money::Quantity;
use store::Op;
use store::op::{MissingDeclared, MissingSettled};
use store::tables::articles::{self, ArticleRow};
use store::tables::customers;
use store::tables::missing::{self, MissingRow};

use super::articles::names;
use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::sale::Offers;
use crate::sale::packet::{Meaning, meaning};
use crate::text::required;
use crate::views;

/// Longest code that a scanner may send.
const MAX_CODE: usize = 80;

/// Longest wording of what was asked for.
const MAX_TEXT: usize = 120;

/// What the active article with this code or bar code costs, or the packet with this label. Nothing is written, the sale is left alone.
pub fn price_check(cx: &Query<'_>, request: PriceCheck) -> Result<PriceChecked> {
    let code = barcode::normalise(&required("code", &request.code, MAX_CODE)?);
    let (row, label) = match meaning(cx, &code)? {
        Meaning::Article(row) => (*row, None),
        Meaning::Packet(packet) => {
            let label = packet.label_view()?;
            (packet.article, label)
        }
        Meaning::Unknown => return Ok(PriceChecked::default()),
    };
    let (taxes, departments) = names(cx)?;
    let offers = Offers::of(cx)?;
    let (promotions, list_prices) = (offers.offers(&row)?, offers.named_prices(&row));
    let article = Some(views::article(row, &offers, &taxes, &departments));
    Ok(PriceChecked { article, offers: promotions, list_prices, label })
}

/// What is waited for, oldest first.
pub fn missing_list(cx: &Query<'_>, _: Empty) -> Result<Vec<MissingView>> {
    list(cx)
}

/// Declares an article that a customer asked for and the shop does not have (SAL-22).
pub fn missing_add(cx: &mut Mutation<'_, '_>, request: MissingAdd) -> Result<MissingView> {
    let found = request
        .article_id
        .map(|id| articles::by_id(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::ArticleNotFound)));
    let article: Option<ArticleRow> = found.transpose()?;
    check_quantity(article.as_ref(), request.quantity)?;
    if let Some(id) = request.customer_id {
        customers::by_id(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::CustomerNotFound))?;
    }
    let named = article.as_ref().filter(|_| request.text.trim().is_empty());
    let text = named.map_or(request.text.as_str(), |a| a.name.as_str());
    let declared = MissingDeclared {
        id: MissingId(cx.new_id()),
        text: required("text", text, MAX_TEXT)?,
        article: request.article_id,
        quantity: request.quantity,
        customer: request.customer_id,
        user: cx.caller.user()?.id,
    };
    let id = declared.id;
    cx.emit(Op::MissingDeclared(declared))?;
    cx.touch(&[Topic::Stock]);
    view(cx, find(cx, id)?)
}

/// Settles a declaration: the article came, or nobody waits for it any more.
pub fn missing_settle(cx: &mut Mutation<'_, '_>, request: MissingRef) -> Result<Vec<MissingView>> {
    let id = find(cx, request.missing_id)?.id;
    let user = cx.caller.user()?.id;
    cx.emit(Op::MissingSettled(MissingSettled { id, user }))?;
    cx.touch(&[Topic::Stock]);
    list(cx)
}

fn check_quantity(article: Option<&ArticleRow>, quantity: Quantity) -> Result<()> {
    if quantity <= Quantity(0) || quantity > Quantity::MAX {
        return refuse(FaultCode::QuantityOutOfRange);
    }
    let by_piece = article.is_some_and(|a| is_sold_by_piece(&a.unit));
    if by_piece && !quantity.is_whole() { refuse(FaultCode::QuantityNotWhole) } else { Ok(()) }
}

fn find(cx: &impl Context, id: MissingId) -> Result<MissingRow> {
    missing::waiting_by_id(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::MissingNotFound))
}

fn list(cx: &impl Context) -> Result<Vec<MissingView>> {
    missing::waiting(cx.db())?.into_iter().map(|row| view(cx, row)).collect()
}

fn view(cx: &impl Context, row: MissingRow) -> Result<MissingView> {
    let MissingRow { id, article, text, quantity, customer, at_ms, user } = row;
    let user = views::user_name(cx.db(), user)?;
    Ok(MissingView { id, article_id: article, text, quantity, customer, at_ms, user })
}
