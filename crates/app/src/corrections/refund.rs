//! How the money of a return goes back: what is still owed for the sale first, then by the method chosen.

use api::types::Refund;
use api::{Fault, FaultCode};
use domain::ids::{CustomerId, MethodId, PaymentId};
use domain::money::Money;
use domain::payment::{EXCHANGE_METHOD, EXCHANGE_NAME, PaymentKind, WRITE_OFF_METHOD, WRITE_OFF_NAME};
use domain::tender::round_for_cash;
use fiscal::PaymentSnapshot;
use store::op::AccountSide;
use store::tables::accounts;
use store::tables::settings::{self, MethodRow, WorkstationRow};
use store::tables::shifts::ShiftRow;

use super::Sold;
use crate::context::{Context, Mutation};
use crate::error::{Error, Result, refusal, refuse};
use crate::sale::method_digits;
use crate::views::methods_of;

/// The methods by which a workstation gives money back; credit only to a customer who has an account.
pub fn refund_methods(
    cx: &impl Context,
    workstation: &WorkstationRow,
    customer: Option<CustomerId>,
) -> Result<Vec<MethodRow>> {
    let gives_back = |m: &MethodRow| match m.kind {
        PaymentKind::Cash | PaymentKind::CardStandalone => true,
        PaymentKind::Credit => customer.is_some(),
        PaymentKind::Cheque
        | PaymentKind::Other
        | PaymentKind::OnAccount
        | PaymentKind::Exchange
        | PaymentKind::WriteOff => false,
    };
    Ok(methods_of(cx.db(), workstation)?.into_iter().filter(gives_back).collect())
}

/// What of a return is given back in money or credit; the rest was never paid and is no longer owed.
pub fn refund_due(cx: &impl Context, sold: &Sold, total: Money) -> Result<Money> {
    let owed = -accounts::of_family(cx.db(), sold.row.id, AccountSide::Due)?;
    Ok(total - total.min(owed.max(Money::ZERO) + sold.written_off().max(Money::ZERO)))
}

/// What a return gives back, and to whom; amounts are positive.
#[derive(Clone)]
pub struct Giving {
    /// What the articles are worth.
    pub total: Money,
    /// What of it is given back, in articles, money or credit.
    pub due: Money,
    /// What of the rest was given up when it was sold.
    pub written_off: Money,
    /// What of `due` pays for articles taken in exchange.
    pub exchanged: Option<Exchanged>,
    /// The customer.
    pub customer: Option<CustomerId>,
}

/// What one ticket of an exchange takes from the other.
#[derive(Clone)]
pub struct Exchanged {
    /// How much, positive; nothing when one of both is worth nothing.
    pub amount: Money,
    /// Number of the other ticket.
    pub with: String,
}

/// The payments of a return: negative, settled to the cent, with the cash rounding of the country beside it.
pub fn refund_payments(
    cx: &Mutation<'_, '_>,
    workstation: &WorkstationRow,
    giving: Giving,
    refund: Option<&Refund>,
) -> Result<Vec<PaymentSnapshot>> {
    let mut payments = Vec::new();
    let Giving { total, due, written_off, exchanged, customer } = giving;
    if written_off > Money::ZERO {
        payments.push(unmoved(
            cx,
            (WRITE_OFF_METHOD, PaymentKind::WriteOff, WRITE_OFF_NAME),
            -written_off,
            None,
        ));
    }
    let owed = total - due - written_off;
    if owed > Money::ZERO {
        payments.push(bare(cx, on_account(cx)?, -owed));
    }
    let due = due - exchanged.as_ref().map_or(Money::ZERO, |e| e.amount);
    payments.extend(exchanged.map(|e| exchange_payment(cx, -e.amount, e.with)));
    if due > Money::ZERO {
        let without = || Fault::refused(FaultCode::RefundMethodRequired).with("amount", due.0);
        let refund = refund.ok_or_else(without)?;
        let method = method(cx, workstation, customer, refund.method_id)?;
        let card_last4 = method_digits(method.kind, refund.card_last4.as_deref())?;
        let given = match method.kind {
            PaymentKind::Cash => round_for_cash(cx.country()?, due),
            _ => due,
        };
        let bare = bare(cx, method, -due);
        payments.push(PaymentSnapshot { card_last4, received: -given, rounding: due - given, ..bare });
    }
    Ok(payments)
}

/// What a ticket of an exchange takes from the other: positive on the sale, negative on the return. No money moves.
pub fn exchange_payment(cx: &Mutation<'_, '_>, amount: Money, with: String) -> PaymentSnapshot {
    unmoved(cx, (EXCHANGE_METHOD, PaymentKind::Exchange, EXCHANGE_NAME), amount, Some(with))
}

/// A payment by a method that is part of the program: no money moves.
fn unmoved(
    cx: &Mutation<'_, '_>,
    (method, kind, name): (MethodId, PaymentKind, &str),
    amount: Money,
    reference: Option<String>,
) -> PaymentSnapshot {
    PaymentSnapshot {
        id: PaymentId(cx.new_id()),
        method,
        kind,
        name: name.to_owned(),
        amount,
        received: amount,
        change: Money::ZERO,
        rounding: Money::ZERO,
        card_last4: None,
        reference,
        nature: None,
    }
}

/// True when the drawer of an open shift holds less than `cash`, as far as the till knows: what was counted, received
/// and moved. Not a refusal, because a drawer may hold what nobody wrote down.
pub fn drawer_short(shift: Option<&ShiftRow>, cash: Money) -> bool {
    shift.is_some_and(|shift| cash > Money::ZERO && shift.flow.expected() < cash)
}

/// A payment, taken back: what was collected goes out again.
pub fn mirrored_payment(cx: &Mutation<'_, '_>, p: &PaymentSnapshot) -> PaymentSnapshot {
    PaymentSnapshot {
        id: PaymentId(cx.new_id()),
        amount: -p.amount,
        received: p.change - p.received,
        change: Money::ZERO,
        rounding: -p.rounding,
        ..p.clone()
    }
}

/// A method of the workstation that gives money back to this customer.
fn method(
    cx: &impl Context,
    workstation: &WorkstationRow,
    customer: Option<CustomerId>,
    id: MethodId,
) -> Result<MethodRow> {
    let found = methods_of(cx.db(), workstation)?.into_iter().find(|m| m.id == id);
    let asked = found.ok_or_else(|| refusal(FaultCode::MethodNotOffered))?;
    if asked.kind == PaymentKind::Credit && customer.is_none() {
        return refuse(FaultCode::CreditCustomerRequired);
    }
    let offered = refund_methods(cx, workstation, customer)?.into_iter().find(|m| m.id == id);
    offered.ok_or_else(|| refusal(FaultCode::MethodNotOffered))
}

/// The method of unpaid amounts, which a workstation may have ceased to take.
fn on_account(cx: &impl Context) -> Result<MethodRow> {
    let method = settings::methods(cx.db())?.into_iter().find(|m| m.kind == PaymentKind::OnAccount);
    method.ok_or_else(|| Error::Bug("no method for unpaid amounts".to_owned()))
}

fn bare(cx: &Mutation<'_, '_>, method: MethodRow, amount: Money) -> PaymentSnapshot {
    PaymentSnapshot {
        id: PaymentId(cx.new_id()),
        method: method.id,
        kind: method.kind,
        name: method.name,
        amount,
        received: amount,
        change: Money::ZERO,
        rounding: Money::ZERO,
        card_last4: None,
        reference: None,
        nature: None,
    }
}
