//! «Exactitude des prix» after the sale: a customer comes back with the ticket and shows a label that was lower.
//!
//! What is due is given back by a return ticket that names the sale: one line for the corrected goods, at what is given
//! back, with nothing taken off the shelf or put on it. The law of the day of the sale holds. The goods may still come
//! back, for what they then cost (`corrections::Sold`).

use api::types::{PriceClaim, PriceClaimCheck, PriceClaimChecked, SaleDone};
use api::{FaultCode, Topic};
use domain::money::Money;
use fiscal::TicketLine;

use super::place::Place;
use super::returns::{checked, take_back};
use crate::context::{Context, Mutation, Query};
use crate::corrections::{Sold, TakenBack};
use crate::error::{Result, refuse};
use crate::price_accuracy::{Assessment, Goods, POLICY, reason, required_threshold};

/// What a claim would give back, and how.
pub fn price_claim_check(cx: &Query<'_>, request: PriceClaimCheck) -> Result<PriceClaimChecked> {
    let sold = Sold::load(cx, request.document_id)?;
    let assessed = assess(cx, &sold, &request)?;
    let due = assessed.due.map(|due| due.correction + due.indemnity);
    let refund = due.map(|amount| {
        let back = TakenBack::corrected(cx, &sold, request.n, amount, String::new())?;
        let customer = back.customer_id();
        checked(cx, back.returned.totals, back.due, &cx.workstation_row()?, customer)
    });
    Ok(PriceClaimChecked { assessed: assessed.view(), refund: refund.transpose()? })
}

/// Gives back what is due, and reports the label.
pub fn price_claim(cx: &mut Mutation<'_, '_>, request: PriceClaim) -> Result<SaleDone> {
    let place = Place::of(cx)?;
    let PriceClaim { claim, refund, print } = request;
    let sold = Sold::load(cx, claim.document_id)?;
    let assessed = assess(cx, &sold, &claim)?;
    let due = assessed.report(cx)?;
    let why = reason(claim.labelled, assessed.exclusion);
    let back = TakenBack::corrected(cx, &sold, claim.n, due.correction + due.indemnity, why)?;
    cx.touch(&[Topic::Stock]);
    take_back(cx, &place, back, &refund, print)
}

fn assess(cx: &impl Context, sold: &Sold, request: &PriceClaimCheck) -> Result<Assessment> {
    sold.check_returnable()?;
    let most = required_threshold(cx, &sold.ticket.business_day)?;
    let line = sold.line(request.n)?;
    let Some(article) = line.article else { return refuse(FaultCode::LineWrongKind) };
    if sold.is_touched(line) {
        return refuse(FaultCode::PriceClaimClosed);
    }
    let goods = Goods {
        article,
        unit: &line.unit,
        unit_price: line.unit_price,
        quantity: line.quantity,
        scanned: line.total,
        compensated: is_compensated(sold, line),
    };
    Assessment::of(cx, &goods, request.labelled, request.exclusion, most)
}

/// An identical good of this sale was compensated, at the till or by a claim.
fn is_compensated(sold: &Sold, line: &TicketLine) -> bool {
    let identical = |other: &&TicketLine| other.article == line.article;
    let at_till = |other: &TicketLine| other.discount.as_ref().is_some_and(|d| d.reason.starts_with(POLICY));
    sold.ticket
        .lines
        .iter()
        .filter(identical)
        .any(|other| at_till(other) || sold.claimed(other) > Money::ZERO)
}
