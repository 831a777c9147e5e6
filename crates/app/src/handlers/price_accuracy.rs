//! «Exactitude des prix»: the key that a till in Québec has for a label that is lower than its price.
//!
//! Whoever sells may press it: the law obliges the shop, so no limit and no supervisor stand against it. What is
//! signed is an ordinary discount of the line with its reason; each press is logged as the report of a wrong label,
//! whether or not the customer buys in the end. What a customer claims after the sale is in `price_claims`.

use api::FaultCode;
use api::types::{Empty, PriceAccuracyCheck, PriceAccuracyChecked, PriceAccuracyTerms, SaleView};
use domain::cart::{Cart, CartLine, Change, LineBody, PriceCorrection};
use domain::money::Money;
use domain::price_accuracy::PriceExclusion;

use super::sale::change;
use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::price_accuracy::{Assessment, Goods, reason, required_threshold};
use crate::sale::OpenCart;

/// The rule of today; refused where no law asks for it.
pub fn price_accuracy_terms(cx: &Query<'_>, _: Empty) -> Result<PriceAccuracyTerms> {
    Ok(PriceAccuracyTerms { threshold: threshold_now(cx)?, exclusions: PriceExclusion::CHOICES.to_vec() })
}

/// What the key would do, before it does it.
pub fn price_accuracy_check(cx: &Query<'_>, request: PriceAccuracyCheck) -> Result<PriceAccuracyChecked> {
    Ok(assess(cx, OpenCart::load(cx)?.cart(), &request)?.view())
}

/// Brings a line down to its label, with the indemnity that is due, and reports the label.
pub fn sale_correct_price(cx: &mut Mutation<'_, '_>, request: PriceAccuracyCheck) -> Result<SaleView> {
    let assessed = assess(cx, OpenCart::load(cx)?.cart(), &request)?;
    let due = assessed.report(cx)?;
    let correction = PriceCorrection {
        labelled: assessed.labelled_unit,
        indemnity: due.indemnity,
        reason: reason(request.labelled, assessed.exclusion),
    };
    change(cx, &Change::CorrectPrice { line: request.line_id, correction })
}

fn threshold_now(cx: &impl Context) -> Result<Money> {
    required_threshold(cx, &cx.local_now()?.day())
}

fn assess(cx: &impl Context, cart: &Cart, request: &PriceAccuracyCheck) -> Result<Assessment> {
    let most = threshold_now(cx)?;
    let (line, scanned) = charged(cart, request)?;
    let LineBody::Article(article) = &line.body else { return refuse(FaultCode::LineWrongKind) };
    let goods = Goods {
        article: article.id,
        unit: &article.unit,
        unit_price: article.unit_price,
        quantity: line.quantity,
        scanned,
        compensated: cart.is_compensated(article.id, line.id),
    };
    Assessment::of(cx, &goods, request.labelled, request.exclusion, most)
}

/// A line and what the till charges for it, promotions and discounts by hand taken off: a correction takes their
/// place. One that was corrected before is corrected anew.
fn charged<'a>(cart: &'a Cart, request: &PriceAccuracyCheck) -> Result<(&'a CartLine, Money)> {
    let prices = cart.prices()?;
    let found = cart.lines.iter().zip(prices).find(|(line, _)| line.id == request.line_id);
    let (line, price) = found.ok_or_else(|| refusal(FaultCode::LineNotFound))?;
    let corrected = line.correction.is_some();
    Ok((line, if corrected { price.amount } else { price.amount - price.discount }))
}
