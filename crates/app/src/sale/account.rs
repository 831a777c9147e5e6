//! The customer of a sale and what they may spend: credit, and cash within the law.

use api::{Fault, FaultCode};
use domain::cart::{Cart, CartCustomer};
use domain::country::Country;
use domain::ids::CustomerId;
use domain::money::Money;
use domain::payment::{PaymentKind, Tender};
use store::tables::customers::CustomerRow;
use store::tables::{accounts, customers};

use crate::context::Context;
use crate::error::{Result, refusal, refuse};

/// A customer who may be sold to; refuses a blocked one.
pub fn sale_customer(cx: &impl Context, id: CustomerId) -> Result<CartCustomer> {
    let row = customers::by_id(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::CustomerNotFound))?;
    if row.blocked {
        return Err(Fault::refused(FaultCode::CustomerBlocked).with("name", row.name).into());
    }
    Ok(cart_customer(cx.country()?, row))
}

/// A customer as they enter the cart. Prices before tax and regimes are those of French law: in Québec all prices are.
pub fn cart_customer(country: Country, row: CustomerRow) -> CartCustomer {
    let french = country == Country::France;
    CartCustomer {
        id: row.id,
        name: row.name,
        price_list: row.price_list,
        before_tax: french && row.before_tax,
        exemption: row.exemption.filter(|_| french),
    }
}

/// What the chosen customer may spend of their account; none without customer or credit (PAY-03).
pub fn credit_of(cx: &impl Context, cart: &Cart) -> Result<Option<Money>> {
    let Some(customer) = &cart.customer else { return Ok(None) };
    let credit = accounts::balance(cx.db(), customer.id)?.credit;
    Ok(Some(credit).filter(|c| *c > Money::ZERO))
}

/// The credit that a further payment may take (PAY-20): of a customer who was called, less what is entered already.
pub fn credit_left(cx: &impl Context, cart: &Cart) -> Result<Money> {
    if cart.customer.is_none() {
        return refuse(FaultCode::CreditCustomerRequired);
    }
    let left = credit_of(cx, cart)?.unwrap_or_default() - paid_by(cart, PaymentKind::Credit);
    Ok(left.max(Money::ZERO))
}

/// Before a sale is sealed: credit that was entered is still there, for this customer, and the customer may buy.
pub fn check_customer(cx: &impl Context, cart: &Cart) -> Result<()> {
    if let Some(customer) = &cart.customer {
        sale_customer(cx, customer.id)?;
    }
    let wanted = paid_by(cart, PaymentKind::Credit);
    if wanted.is_zero() {
        return Ok(());
    }
    if cart.customer.is_none() {
        return refuse(FaultCode::CreditCustomerRequired);
    }
    check_credit(wanted, credit_of(cx, cart)?.unwrap_or_default())
}

/// Refuses more than is there.
pub fn check_credit(wanted: Money, available: Money) -> Result<()> {
    if wanted > available || available <= Money::ZERO {
        return Err(Fault::refused(FaultCode::CreditInsufficient).with("available", available.0).into());
    }
    Ok(())
}

/// Cash of one sale up to the legal ceiling (PAY-25). A reference on a cash payment is the proof that a consumer
/// lives abroad; a business has no such exception.
pub fn check_cash(cx: &impl Context, cart: &Cart, tender: &Tender, due: Money) -> Result<()> {
    if tender.kind != PaymentKind::Cash {
        return Ok(());
    }
    let proven = |t: &Tender| t.kind == PaymentKind::Cash && t.reference.is_some();
    let abroad = proven(tender) || cart.tenders.iter().any(proven);
    let business = cart.customer.as_ref().map(|c| customers::by_id(cx.db(), c.id)).transpose()?.flatten();
    let abroad = abroad && !business.is_some_and(|c| c.professional);
    let cash = paid_by(cart, PaymentKind::Cash) + tender.received.min(due);
    match cx.country()?.cash_ceiling(abroad) {
        Some(ceiling) if cash > ceiling => {
            Err(Fault::refused(FaultCode::CashCeiling).with("ceiling", ceiling.0).into())
        }
        _ => Ok(()),
    }
}

fn paid_by(cart: &Cart, kind: PaymentKind) -> Money {
    cart.tenders.iter().filter(|t| t.kind == kind).map(|t| t.amount).sum()
}
