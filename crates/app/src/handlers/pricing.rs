//! What changes the price of the sale in progress: discounts, fees, the way of service.

use api::FaultCode;
use api::types::{DiscountInput, SaleAddFee, SaleSetDiscount, SaleSetLineDiscount, SaleSetService, SaleView};
use domain::cart::{CartFee, Change, Discount};
use domain::ids::LineId;
use domain::money::Money;
use store::tables::{catalogue, settings};

use super::sale::{change, change_cart};
use crate::context::{Context, Mutation};
use crate::error::{Result, refusal, refuse};
use crate::sale::{category_taxes, service_taxes};
use crate::text::optional;

/// Gives a line a discount, or takes it back. Beyond the limit of the shop it needs a right or an approval.
pub fn sale_set_line_discount(cx: &mut Mutation<'_, '_>, request: SaleSetLineDiscount) -> Result<SaleView> {
    let discount = discount(request.discount)?;
    change(cx, &Change::SetLineDiscount { line: request.line_id, discount })
}

/// Gives the whole sale a discount, or takes it back («rabais personnalisé», SAL-06, D-25).
pub fn sale_set_discount(cx: &mut Mutation<'_, '_>, request: SaleSetDiscount) -> Result<SaleView> {
    let discount = discount(request.discount)?;
    change(cx, &Change::SetDiscount { discount })
}

/// No discount without a reason: it is signed with the ticket.
fn discount(input: Option<DiscountInput>) -> Result<Option<Discount>> {
    let Some(DiscountInput { reduction, reason }) = input else { return Ok(None) };
    let reason = optional("reason", &reason, 60)?;
    if reason.is_empty() {
        return refuse(FaultCode::ReasonRequired);
    }
    Ok(Some(Discount { reduction, reason }))
}

/// Adds a fee with the tax of its kind (SAL-05).
pub fn sale_add_fee(cx: &mut Mutation<'_, '_>, request: SaleAddFee) -> Result<SaleView> {
    let kinds = catalogue::fee_types(cx.db())?;
    let kind = kinds.into_iter().find(|k| k.id == request.fee_type_id && k.active);
    let kind = kind.ok_or_else(|| refusal(FaultCode::FeeTypeNotFound))?;
    let label = optional("label", &request.label, 60)?;
    let fee = CartFee {
        id: kind.id,
        label: if label.is_empty() { kind.name } else { label },
        amount: request.amount.or(kind.amount).unwrap_or(Money::ZERO),
        taxes: category_taxes(cx, kind.tax_category)?,
    };
    let line = LineId(cx.new_id());
    change(cx, &Change::AddFee { line, fee })
}

/// Chooses how the sale is served; dual-rate articles take the tax of that mode (SAL-23).
pub fn sale_set_service(cx: &mut Mutation<'_, '_>, request: SaleSetService) -> Result<SaleView> {
    if !settings::asks_service(cx.db())? {
        return refuse(FaultCode::ServiceNotOffered);
    }
    let service = request.service;
    change_cart(cx, |cx, cart| {
        let taxes = service_taxes(cx, cart, service)?;
        Ok(Change::SetService { service, taxes })
    })
}
