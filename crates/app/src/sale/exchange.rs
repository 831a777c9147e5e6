//! An exchange as the screen shows it: while it waits on the sale, and when both tickets are sealed.

use api::types::{ExchangeDone, GiveBack, SaleExchange, SaleExchangeLine};
use api::{Fault, FaultCode};
use domain::cart::{Cart, ExchangeLine, is_sold_by_piece};
use domain::ids::CustomerId;
use domain::money::{Money, Quantity};
use domain::payment::PaymentKind;
use domain::tender::round_for_cash;
use fiscal::{Operation, PaymentSnapshot, TicketPayload};
use store::tables::documents::{self, DocumentRow};
use store::tables::{print_jobs, shifts};

use super::done::payment_view;
use crate::context::Context;
use crate::corrections::{drawer_short, refund_methods};
use crate::error::{Error, Result};
use crate::printing::{job_view, ticket_payload};
use crate::views;

/// The return that waits on the sale in progress; `due` is what is left to pay, negative when something is given back.
pub fn exchange_view(cx: &impl Context, cart: &Cart, due: Money) -> Result<Option<SaleExchange>> {
    let Some(exchange) = &cart.exchange else { return Ok(None) };
    let of_sale = cart.customer.as_ref().map(|c| c.id);
    let customer = if exchange.document.is_some() { exchange.customer } else { of_sale };
    let give_back = (due <= Money::ZERO).then(|| give_back(cx, customer, -due)).transpose()?;
    Ok(Some(SaleExchange {
        document_id: exchange.document,
        number: exchange.number.clone(),
        articles: articles(&exchange.lines),
        lines: exchange.lines.iter().map(line_view).collect(),
        reason: exchange.reason.clone(),
        total: exchange.total,
        credit: exchange.credit,
        give_back,
    }))
}

fn line_view(line: &ExchangeLine) -> SaleExchangeLine {
    SaleExchangeLine {
        name: line.label.clone(),
        quantity: line.quantity,
        unit: line.unit.clone(),
        worth: line.worth,
    }
}

fn articles(lines: &[ExchangeLine]) -> u32 {
    let count = |l: &ExchangeLine| if is_sold_by_piece(&l.unit) { l.quantity.0 / Quantity::ONE.0 } else { 1 };
    u32::try_from(lines.iter().map(count).sum::<i64>()).unwrap_or(u32::MAX)
}

fn give_back(cx: &impl Context, customer: Option<CustomerId>, amount: Money) -> Result<GiveBack> {
    let workstation = cx.find_workstation(cx.caller().workstation()?)?;
    let in_cash = round_for_cash(cx.country()?, amount);
    let methods = match amount {
        Money::ZERO => Vec::new(),
        _ => refund_methods(cx, &workstation, customer)?,
    };
    let shift = shifts::open(cx.db(), workstation.id)?;
    Ok(GiveBack {
        amount,
        in_cash,
        methods: methods.iter().map(views::method).collect(),
        drawer_short: drawer_short(shift.as_ref(), in_cash),
    })
}

/// The payment by which a ticket takes part in an exchange.
fn exchange_of(ticket: &TicketPayload) -> Option<&PaymentSnapshot> {
    ticket.payments.iter().find(|p| p.kind == PaymentKind::Exchange)
}

/// The other ticket of an exchange; none for a ticket that is no part of one.
pub fn counterpart(cx: &impl Context, ticket: &TicketPayload) -> Result<Option<DocumentRow>> {
    let Some(number) = exchange_of(ticket).and_then(|p| p.reference.as_deref()) else { return Ok(None) };
    let other = documents::by_number(cx.db(), number)?;
    other.map(Some).ok_or_else(|| Error::Bug(format!("exchange with {number}, which does not exist")))
}

/// Refuses to cancel one ticket of an exchange: the other would give articles, or take them, for nothing.
pub fn check_not_exchanged(cx: &impl Context, ticket: &TicketPayload) -> Result<()> {
    match counterpart(cx, ticket)? {
        None => Ok(()),
        Some(other) => Err(Fault::refused(FaultCode::DocumentExchanged).with("number", other.number).into()),
    }
}

/// The return ticket that was sealed with a sale.
pub fn exchange_done(cx: &impl Context, sale: &TicketPayload) -> Result<Option<ExchangeDone>> {
    if sale.operation != Operation::Vente {
        return Ok(None);
    }
    let Some(row) = counterpart(cx, sale)? else { return Ok(None) };
    let (ticket, _) = ticket_payload(cx.db(), row.id)?;
    let job = print_jobs::last_of_document(cx.db(), row.id)?;
    let moved = |p: &&PaymentSnapshot| !matches!(p.kind, PaymentKind::Exchange | PaymentKind::OnAccount);
    let refunds: Vec<_> = ticket.payments.iter().filter(moved).collect();
    Ok(Some(ExchangeDone {
        document_id: row.id,
        number: row.number,
        total: -row.total,
        exchanged: exchange_of(sale).map_or(Money::ZERO, |p| p.amount),
        given_back: refunds.iter().map(|p| p.change - p.received).sum(),
        refunds: refunds.into_iter().map(payment_view).collect(),
        print_job: job.map(|j| job_view(&j)).transpose()?,
    }))
}
