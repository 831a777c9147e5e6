//! «Pertes et Profits»: a difference that the customer will never pay (PAY-17, fiscal.md R-20 «écart de règlement»).
//!
//! It settles what is left after other payments. Turnover and VAT stay those of the sale; no VAT is recovered.

use api::{Fault, FaultCode};
use domain::cart::{Cart, Change};
use domain::ids::TenderId;
use domain::money::Money;
use domain::payment::{PaymentKind, Tender, WRITE_OFF_METHOD, WRITE_OFF_NAME};
use domain::permission::Permission;
use store::tables::settings;

use crate::context::{Context, Mutation};
use crate::error::{Result, refuse};
use crate::options::write_off_limit;

/// What is left to pay, given up. Refused when nothing was paid: that would be no difference but an unpaid sale.
pub fn write_off(cx: &Mutation<'_, '_>, cart: &Cart, reason: String) -> Result<Tender> {
    let due = cart.due(cx.country()?)?;
    let paid = cart.tenders.iter().any(|t| t.kind != PaymentKind::WriteOff);
    if due <= Money::ZERO || !paid {
        return refuse(FaultCode::NothingToWriteOff);
    }
    Ok(Tender {
        id: TenderId(cx.new_id()),
        method: WRITE_OFF_METHOD,
        kind: PaymentKind::WriteOff,
        name: WRITE_OFF_NAME.to_owned(),
        amount: Money::ZERO,
        received: due,
        change: Money::ZERO,
        rounding: Money::ZERO,
        card_last4: None,
        reference: Some(reason),
        nature: None,
    })
}

/// Refuses more than the shop's limit, unless the user or the supervisor who approves may give up more. What one sale
/// gives up counts together. An approval that was needed is journaled (JET 130).
pub fn check_write_off(cx: &mut Mutation<'_, '_>, cart: &Cart, change: &Change) -> Result<()> {
    if !matches!(change, Change::AddTender { tender } if tender.kind == PaymentKind::WriteOff) {
        return Ok(());
    }
    let given_up: Money =
        cart.tenders.iter().filter(|t| t.kind == PaymentKind::WriteOff).map(|t| t.amount).sum();
    let right = Permission::WriteOff;
    if given_up <= write_off_limit(cx)? || cx.caller.user()?.role.allows(right) {
        return Ok(());
    }
    let supervisor = cx.caller.approved_by.map(|id| settings::user(cx.db(), id)).transpose()?.flatten();
    if !supervisor.is_some_and(|s| s.role.allows(right)) {
        let fault = Fault::refused(FaultCode::PermissionDenied);
        return Err(fault.with("permission", "write_off").into());
    }
    cx.lent.push((right, format!("{} en pertes et profits", given_up.0)));
    Ok(())
}
