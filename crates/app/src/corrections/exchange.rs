//! Exchange: a return that pays for a sale.
//!
//! Two tickets are sealed in one transaction, the return first. What the articles brought back are worth pays for the
//! sale up to its total, by a payment of kind «exchange» on both tickets that names the other; only the rest moves
//! money, once. A cart holds the return until then. It holds no claim: what may come back, and for how much, is read
//! again from the signed tickets in the transaction that seals, so of two tills only one takes an article back. Articles
//! without their ticket are priced again there.

use api::FaultCode;
use api::types::{ExchangeStart, FreeExchangeStart, FreeReturnLine, Refund, ReturnLine};
use domain::cart::{Cart, CartExchange, ExchangeLine};
use domain::ids::{ArticleId, DocumentId};
use domain::money::Quantity;
use domain::payment::PaymentKind;
use fiscal::{BuyerSnapshot, Chain, TicketLine};
use store::tables::settings::WorkstationRow;
use store::tables::shifts::ShiftRow;

use super::refund::Exchanged;
use super::{Sold, TakenBack, seal};
use crate::context::{Context, Mutation};
use crate::error::{Error, Result, refuse};
use crate::fiscal_book::Book;
use crate::views;

/// The return that a cart is to hold, against its ticket.
pub fn pending(cx: &Mutation<'_, '_>, request: &ExchangeStart, reason: String) -> Result<CartExchange> {
    let sold = Sold::load(cx, request.document_id)?;
    let back = TakenBack::against(cx, &sold, &request.lines, reason)?;
    // Both are in the order of the ticket.
    let mut wanted: Vec<&ReturnLine> = request.lines.iter().collect();
    wanted.sort_by_key(|line| line.n);
    let lines = wanted.into_iter().zip(&back.returned.lines);
    let lines = lines.map(|(w, line)| exchange_line(w.n, None, w.restock, line)).collect();
    waiting(cx, Some(&sold), back, lines)
}

/// The return that a cart is to hold, of articles without their ticket.
pub fn pending_freely(
    cx: &Mutation<'_, '_>,
    request: &FreeExchangeStart,
    reason: String,
) -> Result<CartExchange> {
    let back = TakenBack::freely(cx, &request.lines, None, reason)?;
    let lines = (1..).zip(request.lines.iter().zip(&back.returned.lines));
    let line = |(n, (w, line)): (u32, (&FreeReturnLine, &TicketLine))| {
        exchange_line(n, Some(w.article_id), w.restock, line)
    };
    let lines = lines.map(line).collect();
    waiting(cx, None, back, lines)
}

fn waiting(
    cx: &Mutation<'_, '_>,
    sold: Option<&Sold>,
    back: TakenBack<'_>,
    lines: Vec<ExchangeLine>,
) -> Result<CartExchange> {
    Ok(CartExchange {
        document: sold.map(|s| s.row.id),
        number: sold.map(|s| s.ticket.header.number.clone()),
        lines,
        total: back.total(),
        credit: back.due,
        customer: back.customer_id(),
        reason: back.reason,
        approved_by: cx.caller.approved_by.map(|id| views::user_name(cx.db(), id)).transpose()?,
    })
}

fn exchange_line(n: u32, article: Option<ArticleId>, restock: bool, line: &TicketLine) -> ExchangeLine {
    ExchangeLine {
        n,
        article,
        label: line.label.clone(),
        quantity: Quantity(-line.quantity.0),
        unit: line.unit.clone(),
        worth: -line.total,
        restock,
    }
}

/// The return ticket of an exchange.
pub struct SealedReturn {
    /// The ticket.
    pub document: DocumentId,
    /// What it pays of the sale.
    pub exchanged: Exchanged,
    /// It gives cash back.
    pub in_cash: bool,
}

/// Seals the return that a cart holds, if it holds one. The sale must be the next ticket of the workstation, in the
/// same transaction. Refuses when what was brought back came back elsewhere meanwhile, or is worth something else.
pub fn seal_return(
    cx: &mut Mutation<'_, '_>,
    (workstation, shift): (&WorkstationRow, &ShiftRow),
    cart: &Cart,
    refund: Option<&Refund>,
) -> Result<Option<SealedReturn>> {
    let Some(pending) = &cart.exchange else { return Ok(None) };
    let sold = pending.document.map(|id| Sold::load(cx, id)).transpose()?;
    let mut back = match &sold {
        Some(sold) => TakenBack::against(cx, sold, &return_lines(pending), pending.reason.clone())?,
        None => taken_freely(cx, cart, pending)?,
    };
    if (back.total(), back.due) != (pending.total, pending.credit) {
        return refuse(FaultCode::ExchangeChanged);
    }
    back.approved_by.clone_from(&pending.approved_by);
    let book = Book::open(cx, workstation)?;
    let (number, sale) = (book.number(Chain::Ticket, 0), book.number(Chain::Ticket, 1));
    let amount = cart.exchanged(cart.totals(cx.country()?)?.total);
    let payments = back.payments(cx, workstation, Some(Exchanged { amount, with: sale }), refund)?;
    let in_cash = payments.iter().any(|p| p.kind == PaymentKind::Cash);
    let document = seal(cx, workstation, shift, back.correction(payments))?;
    Ok(Some(SealedReturn { document, exchanged: Exchanged { amount, with: number }, in_cash }))
}

/// The same articles at the prices of now; a credit goes to whom the sale is for.
fn taken_freely(cx: &Mutation<'_, '_>, cart: &Cart, pending: &CartExchange) -> Result<TakenBack<'static>> {
    let line = |l: &ExchangeLine| {
        let article_id =
            l.article.ok_or_else(|| Error::Bug("exchange without ticket or article".to_owned()))?;
        Ok(FreeReturnLine { article_id, quantity: l.quantity, restock: l.restock })
    };
    let lines = pending.lines.iter().map(line).collect::<Result<Vec<_>>>()?;
    let customer = cart.customer.as_ref().map(|c| BuyerSnapshot::named(c.id, c.name.clone()));
    TakenBack::freely(cx, &lines, customer, pending.reason.clone())
}

fn return_lines(pending: &CartExchange) -> Vec<ReturnLine> {
    let line = |l: &ExchangeLine| ReturnLine { n: l.n, quantity: l.quantity, restock: l.restock };
    pending.lines.iter().map(line).collect()
}
