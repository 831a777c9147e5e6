//! Exchange (C-13): articles brought back that pay for the sale in progress.

use api::types::{Empty, ExchangeStart, ExchangeValidate, FreeExchangeStart, SaleDone, SaleView};
use api::{Fault, FaultCode};
use domain::cart::Change;
use domain::money::Money;

use super::cash::reason;
use super::place::Place;
use super::sale::{change, change_cart};
use super::validate::{Paper, check_ready, check_seen, finish};
use crate::context::{Context, Mutation};
use crate::corrections::{pending, pending_freely};
use crate::error::{Result, refuse};
use crate::sale::OpenCart;

/// Puts a return on the sale in progress, with the right to take articles back. Nothing is sealed yet; the sale stays
/// open, may be parked with it, and undo takes it off again. A sale holds one return.
pub fn exchange_start(cx: &mut Mutation<'_, '_>, request: ExchangeStart) -> Result<SaleView> {
    let why = reason(&request.reason)?;
    change_cart(cx, |cx, cart| {
        if cart.exchange.is_some() {
            return refuse(FaultCode::ExchangePending);
        }
        Ok(Change::SetExchange { exchange: Some(pending(cx, &request, why)?) })
    })
}

/// The same with articles whose ticket was not brought along: at the price of today, with the right to take them back so.
pub fn exchange_start_free(cx: &mut Mutation<'_, '_>, request: FreeExchangeStart) -> Result<SaleView> {
    let why = reason(&request.reason)?;
    change_cart(cx, |cx, cart| {
        if cart.exchange.is_some() {
            return refuse(FaultCode::ExchangePending);
        }
        Ok(Change::SetExchange { exchange: Some(pending_freely(cx, &request, why)?) })
    })
}

/// Takes it off again: the articles go home with the customer.
pub fn exchange_remove(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<SaleView> {
    if OpenCart::load(cx)?.cart().exchange.is_none() {
        return refuse(FaultCode::NothingToReturn);
    }
    change(cx, &Change::SetExchange { exchange: None })
}

/// Seals a sale that its return pays for in whole, and gives the rest back.
pub fn exchange_validate(cx: &mut Mutation<'_, '_>, request: ExchangeValidate) -> Result<SaleDone> {
    let place = Place::of(cx)?;
    let open = OpenCart::load(cx)?;
    check_seen(&open, request.seen)?;
    check_ready(open.cart())?;
    if open.cart().exchange.is_none() {
        return refuse(FaultCode::NothingToReturn);
    }
    let due = open.cart().due(cx.country()?)?;
    if due > Money::ZERO {
        return Err(Fault::refused(FaultCode::AmountDueRemains).with("due", due.0).into());
    }
    finish(cx, &place, open, request.refund.as_ref(), Paper::Ticket { print: request.print })
}
