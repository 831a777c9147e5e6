//! Making the pair: what is taken back, what is put in its place, and the two records that say so.

use api::types::PaymentCorrect;
use api::{Fault, FaultCode};
use domain::ids::PaymentId;
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::tender::round_for_cash;
use fiscal::{
    Chain, FiscalRecord, PaymentSnapshot, SettlementKind, SettlementPair, SettlementPayload, ShiftRef,
};
use store::Op;
use store::op::PaymentCorrected;
use store::tables::settings::{MethodRow, WorkstationRow};
use store::tables::{settlements, shifts};

use super::{Standing, is_correctable, standing};
use crate::context::{Context, Mutation};
use crate::corrections::Sold;
use crate::error::{Result, refusal, refuse};
use crate::fiscal_book::Book;
use crate::handlers::Place;
use crate::sale::{method_digits, method_nature, method_reference};
use crate::views::methods_of;

/// Where the correction of a ticket counts; see the head of [`super`]. Refuses what is no sale that stands.
pub fn check_place(cx: &impl Context, sold: &Sold) -> Result<Place> {
    sold.check_returnable()?;
    let workstation = cx.find_workstation(sold.row.workstation)?;
    if let Some(shift) = shifts::open(cx.db(), workstation.id)? {
        return Ok(Place { workstation, shift });
    }
    let workstation = cx.find_workstation(cx.caller().workstation()?)?;
    let shift = shifts::open(cx.db(), workstation.id)?;
    Ok(Place { workstation, shift: shift.ok_or_else(|| refusal(FaultCode::ShiftRequired))? })
}

/// The methods that may stand in place of another.
pub fn offered(cx: &impl Context, workstation: &WorkstationRow) -> Result<Vec<MethodRow>> {
    Ok(methods_of(cx.db(), workstation)?.into_iter().filter(|m| is_correctable(m.kind)).collect())
}

/// Signs and records the pair; gives the number of its first leg.
pub fn correct(cx: &mut Mutation<'_, '_>, request: &PaymentCorrect, reason: &str) -> Result<String> {
    let sold = Sold::load(cx, request.document_id)?;
    let place = check_place(cx, &sold)?;
    let stands = standing(&sold.ticket, &settlements::of_document(cx.db(), sold.row.id)?);
    let stands = stands.into_iter().find(|s| s.payment.id == request.payment_id);
    let stands = stands.ok_or_else(|| refusal(FaultCode::PaymentNotFound))?;
    let amount = check_amount(&stands, request.amount)?;
    let put = put(cx, &place.workstation, request, amount)?;
    if is_same(&stands.payment, &put) {
        return refuse(FaultCode::PaymentSameMethod);
    }
    let whole = amount == stands.payment.amount && stands.shift == place.shift.id;
    let mut book = Book::open(cx, &place.workstation)?;
    let number = book.number(Chain::Reglement, 0);
    let mut leg = |leg, payment| seal_leg(cx, &mut book, &place, &sold, (leg, &number, payment), reason);
    let (taken, put) = (leg(1, taken(&stands, amount))?, leg(2, put)?);
    let document = sold.row.id;
    cx.emit(Op::PaymentCorrected(Box::new(PaymentCorrected { document, taken, put, whole })))?;
    Ok(number)
}

/// All that stands unless a part is asked for. Rounded cash is one sum: a part of it was never handed over.
fn check_amount(stands: &Standing, asked: Option<Money>) -> Result<Money> {
    let PaymentSnapshot { kind, amount, rounding, .. } = stands.payment;
    if !is_correctable(kind) || amount < Money::ZERO {
        return refuse(FaultCode::PaymentNotCorrectable);
    }
    let asked = asked.unwrap_or(amount);
    if asked <= Money::ZERO || (asked != amount && !rounding.is_zero()) {
        return refuse(FaultCode::AmountOutOfRange);
    }
    if asked > amount {
        return Err(Fault::refused(FaultCode::PaymentExceedsStanding).with("available", amount.0).into());
    }
    Ok(asked)
}

/// The leg that takes a method back is the very payment, negative.
fn taken(stands: &Standing, amount: Money) -> PaymentSnapshot {
    let p = &stands.payment;
    let received = if amount == p.amount { p.received } else { amount };
    PaymentSnapshot { amount: -amount, received: -received, rounding: -p.rounding, ..p.clone() }
}

/// The payment as it should have been rung up.
fn put(
    cx: &Mutation<'_, '_>,
    workstation: &WorkstationRow,
    request: &PaymentCorrect,
    amount: Money,
) -> Result<PaymentSnapshot> {
    let method = offered(cx, workstation)?.into_iter().find(|m| m.id == request.method_id);
    let method = method.ok_or_else(|| refusal(FaultCode::MethodNotOffered))?;
    let received = match method.kind {
        PaymentKind::Cash => round_for_cash(cx.country()?, amount),
        _ => amount,
    };
    Ok(PaymentSnapshot {
        id: PaymentId(cx.new_id()),
        method: method.id,
        kind: method.kind,
        amount,
        received,
        change: Money::ZERO,
        rounding: received - amount,
        card_last4: method_digits(method.kind, request.card_last4.as_deref())?,
        reference: method_reference(request.reference.as_deref())?,
        nature: method_nature(&method, request.nature.as_deref())?,
        name: method.name,
    })
}

fn is_same(a: &PaymentSnapshot, b: &PaymentSnapshot) -> bool {
    (a.method, &a.nature, &a.card_last4, &a.reference) == (b.method, &b.nature, &b.card_last4, &b.reference)
}

fn seal_leg(
    cx: &Mutation<'_, '_>,
    book: &mut Book,
    place: &Place,
    sold: &Sold,
    (leg, first, payment): (i64, &str, PaymentSnapshot),
    reason: &str,
) -> Result<FiscalRecord> {
    let settlement = SettlementPayload {
        header: book.header(Chain::Reglement),
        kind: SettlementKind::Correction,
        business_day: cx.local_now()?.day(),
        shift: Some(ShiftRef { id: place.shift.id, number: i64::from(place.shift.number) }),
        document: Some(sold.ticket.header.number.clone()),
        original_terminal: sold.ticket.header.terminal.id,
        customer: None,
        payment,
        pair: Some(SettlementPair { leg, of: first.to_owned() }),
        reason: reason.to_owned(),
    };
    book.seal(&settlement.into())
}
