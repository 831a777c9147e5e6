//! Exchange: a return that pays for a sale.
//!
//! Two tickets are sealed in one transaction, the return first. What the articles brought back are worth pays for the
//! sale up to its total, by a payment of kind «exchange» on both tickets that names the other; only the rest moves
//! money, once. A cart holds the return until then. It holds no claim: what may come back, and for how much, is read
//! again from the signed tickets in the transaction that seals, so of two tills only one takes an article back.

use api::FaultCode;
use api::types::{ExchangeStart, Refund, ReturnLine};
use domain::cart::{Cart, CartExchange, ExchangeLine};
use domain::ids::DocumentId;
use domain::payment::PaymentKind;
use fiscal::{Chain, TicketLine};
use store::tables::settings::WorkstationRow;
use store::tables::shifts::ShiftRow;

use super::refund::Exchanged;
use super::{Sold, TakenBack, seal};
use crate::context::{Context, Mutation};
use crate::error::{Result, refuse};
use crate::fiscal_book::Book;
use crate::views;

/// The return that a cart is to hold.
pub fn pending(cx: &Mutation<'_, '_>, request: &ExchangeStart, reason: String) -> Result<CartExchange> {
    let sold = Sold::load(cx, request.document_id)?;
    let back = TakenBack::against(cx, &sold, &request.lines, reason)?;
    let approved_by = cx.caller.approved_by.map(|id| views::user_name(cx.db(), id)).transpose()?;
    // Both are in the order of the ticket.
    let mut wanted: Vec<&ReturnLine> = request.lines.iter().collect();
    wanted.sort_by_key(|line| line.n);
    Ok(CartExchange {
        document: sold.row.id,
        number: sold.ticket.header.number.clone(),
        lines: wanted.into_iter().zip(&back.returned.lines).map(|(w, line)| exchange_line(w, line)).collect(),
        total: back.total(),
        credit: back.due,
        customer: back.customer_id(),
        reason: back.reason,
        approved_by,
    })
}

fn exchange_line(wanted: &ReturnLine, line: &TicketLine) -> ExchangeLine {
    ExchangeLine {
        n: wanted.n,
        label: line.label.clone(),
        quantity: wanted.quantity,
        unit: line.unit.clone(),
        worth: -line.total,
        restock: wanted.restock,
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
    let sold = Sold::load(cx, pending.document)?;
    let mut back = TakenBack::against(cx, &sold, &return_lines(pending), pending.reason.clone())?;
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

fn return_lines(pending: &CartExchange) -> Vec<ReturnLine> {
    let line = |l: &ExchangeLine| ReturnLine { n: l.n, quantity: l.quantity, restock: l.restock };
    pending.lines.iter().map(line).collect()
}
