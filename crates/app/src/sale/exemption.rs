//! What bears no VAT says why (TAX-03). French law: elsewhere no ground is asked for, and none is offered.

use api::{Fault, FaultCode};
use domain::cart::{Cart, CartLine, LineBody};
use domain::country::Country;
use domain::tax::ExemptionGround;
use fiscal::Exemption;
use store::tables::customers;

use super::invoice::check_vat_id;
use crate::context::Context;
use crate::error::{Result, refusal, refuse};

/// Refuses grounds where the law knows none.
pub fn check_offered(cx: &impl Context) -> Result<()> {
    if cx.country()? == Country::France { Ok(()) } else { refuse(FaultCode::ExemptionNotOffered) }
}

/// The first line that bears no VAT and does not say why.
pub fn without_ground(country: Country, cart: &Cart) -> Option<&CartLine> {
    cart.without_ground().next().filter(|_| country == Country::France)
}

/// Before a sale is sealed: every line without VAT says why, and a supply to another member state names a customer
/// with a VAT number.
pub fn check_exemptions(cx: &impl Context, cart: &Cart) -> Result<()> {
    if let Some(line) = without_ground(cx.country()?, cart) {
        let fault = Fault::refused(FaultCode::ExemptionRequired);
        return Err(fault.with("name", name(line)).into());
    }
    let grounds = cart.lines.iter().filter_map(|l| l.exemption).chain(cart.exemption());
    if !grounds.into_iter().any(ExemptionGround::needs_vat_id) {
        return Ok(());
    }
    let customer = cart.customer.as_ref().ok_or_else(|| refusal(FaultCode::NamedCustomerRequired))?;
    let row = customers::by_id(cx.db(), customer.id)?;
    check_vat_id(&row.ok_or_else(|| refusal(FaultCode::CustomerNotFound))?)
}

/// A ground as it is signed and printed on a document of the given day.
pub fn signed(ground: ExemptionGround, day: &str) -> Exemption {
    Exemption { ground, mention: ground.mention(day).to_owned() }
}

fn name(line: &CartLine) -> String {
    match &line.body {
        LineBody::Article(article) => article.name.clone(),
        LineBody::Fee(fee) => fee.label.clone(),
        LineBody::Unknown { code } => code.clone(),
    }
}
