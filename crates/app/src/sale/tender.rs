//! A payment as it enters the cart: the method must be one of the workstation's, with what it needs.

use api::FaultCode;
use api::types::PaymentAdd;
use domain::cart::Cart;
use domain::ids::TenderId;
use domain::money::Money;
use domain::payment::{PaymentKind, Tender};
use store::tables::settings::{MethodRow, WorkstationRow};

use super::account::{check_cash, check_credit, credit_left};
use crate::context::Mutation;
use crate::error::{Result, refusal, refuse};
use crate::text::optional;
use crate::views::methods_of;

/// The payment that a request asks for; none as amount means all that is due.
pub fn tender(
    cx: &Mutation<'_, '_>,
    workstation: &WorkstationRow,
    cart: &Cart,
    request: &PaymentAdd,
) -> Result<Tender> {
    use crate::context::Context as _;
    let methods = methods_of(cx.db(), workstation)?;
    let method = methods
        .into_iter()
        .find(|m| m.id == request.method_id)
        .ok_or_else(|| refusal(FaultCode::MethodNotOffered))?;
    if method.kind == PaymentKind::OnAccount {
        return refuse(FaultCode::MethodNotOffered);
    }
    let country = cx.country()?;
    let due = match method.kind {
        PaymentKind::Cash => cart.due_in_cash(country)?,
        PaymentKind::Credit => credit_left(cx, cart)?.min(cart.due(country)?),
        _ => cart.due(country)?,
    };
    let received = request.amount.unwrap_or(due);
    if method.kind == PaymentKind::Credit {
        check_credit(received, credit_left(cx, cart)?)?;
    }
    let tender = Tender {
        id: TenderId(cx.new_id()),
        kind: method.kind,
        received,
        amount: Money::ZERO,
        change: Money::ZERO,
        rounding: Money::ZERO,
        card_last4: method_digits(method.kind, request.card_last4.as_deref())?,
        reference: method_reference(request.reference.as_deref())?,
        nature: method_nature(&method, request.nature.as_deref())?,
        method: method.id,
        name: method.name,
    };
    check_cash(cx, cart, &tender, due)?;
    Ok(tender)
}

/// Last four digits, optional, and only for cards.
pub fn method_digits(kind: PaymentKind, digits: Option<&str>) -> Result<Option<String>> {
    let digits = card_digits(digits)?;
    if digits.is_some() && kind != PaymentKind::CardStandalone {
        return refuse(FaultCode::CardDigitsInvalid);
    }
    Ok(digits)
}

/// Last four digits of a card, if given: a longer number is refused, never stored (PAY-26).
pub fn card_digits(digits: Option<&str>) -> Result<Option<String>> {
    let Some(digits) = digits.map(str::trim).filter(|d| !d.is_empty()) else { return Ok(None) };
    if digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()) {
        Ok(Some(digits.to_owned()))
    } else {
        refuse(FaultCode::CardDigitsInvalid)
    }
}

/// A reference that looks like a whole card number is refused (PAY-26).
pub fn method_reference(text: Option<&str>) -> Result<Option<String>> {
    let text = optional("reference", text.unwrap_or_default(), 40)?;
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits >= 13 {
        return refuse(FaultCode::CardDigitsInvalid);
    }
    Ok(Some(text).filter(|t| !t.is_empty()))
}

/// «Autre» payments say what they really are, from the method's list (PAY-10).
pub fn method_nature(method: &MethodRow, nature: Option<&str>) -> Result<Option<String>> {
    match (method.kind, nature) {
        (PaymentKind::Other, Some(nature)) if method.natures.iter().any(|n| n == nature) => {
            Ok(Some(nature.to_owned()))
        }
        (PaymentKind::Other, _) => refuse(FaultCode::NatureRequired),
        (_, _) => Ok(None),
    }
}
