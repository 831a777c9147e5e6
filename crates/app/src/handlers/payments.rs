//! Payments of the sale in progress.

use api::FaultCode;
use api::types::{PaymentAdd, PaymentRemove, SaleView};
use domain::cart::Change;

use super::sale::change;
use crate::context::{Context, Mutation};
use crate::error::{Result, refuse};
use crate::sale::{OpenCart, tender};

/// Enters a payment (PAY-14, PAY-15).
pub fn payment_add(cx: &mut Mutation<'_, '_>, request: PaymentAdd) -> Result<SaleView> {
    let open = OpenCart::load(cx)?;
    if open.cart().lines.is_empty() {
        return refuse(FaultCode::CartEmpty);
    }
    let workstation = cx.workstation_row()?;
    let tender = tender(cx, &workstation, open.cart(), &request)?;
    change(cx, &Change::AddTender { tender })
}

/// Takes an entered payment back.
pub fn payment_remove(cx: &mut Mutation<'_, '_>, request: PaymentRemove) -> Result<SaleView> {
    change(cx, &Change::RemoveTender { tender: request.tender_id })
}
