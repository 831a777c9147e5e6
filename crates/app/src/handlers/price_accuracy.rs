//! «Exactitude des prix»: the key that a till in Québec has for a label that is lower than its price.
//!
//! Whoever sells may press it: the law obliges the shop, so no limit and no supervisor stand against it. What is
//! signed is an ordinary discount of the line with its reason; each press is logged as the report of a wrong label,
//! whether or not the customer buys in the end.

use api::FaultCode;
use api::types::{
    Empty, PriceAccuracyCheck, PriceAccuracyChecked, PriceAccuracyTerms, PriceVerdict, SaleView,
};
use documents::format::NumberStyle;
use domain::cart::{Cart, CartArticle, CartLine, Change, LineBody, PriceCorrection};
use domain::ids::ShelfLabelId;
use domain::money::{Money, UnitPrice};
use domain::price_accuracy::{Compensation, PriceExclusion, compensation, threshold};
use store::Op;
use store::op::LabelReported;
use store::tables::articles;

use super::sale::change;
use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
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
    let Some(due) = assessed.due else { return refuse(FaultCode::LabelNotLower) };
    let exclusion = assessed.exclusion;
    let reported = LabelReported {
        id: ShelfLabelId(cx.new_id()),
        article: assessed.article.id,
        labelled: assessed.labelled_unit,
        scanned: assessed.article.unit_price,
        indemnity: due.indemnity,
        exclusion,
        user: cx.caller.user()?.id,
        workstation: cx.caller.workstation()?,
    };
    cx.emit(Op::LabelReported(reported))?;
    let correction = PriceCorrection {
        labelled: assessed.labelled_unit,
        indemnity: due.indemnity,
        reason: reason(request.labelled, exclusion),
    };
    change(cx, &Change::CorrectPrice { line: request.line_id, correction })
}

/// What is signed as the reason of the discount, in French like every text of the shop.
fn reason(labelled: Money, exclusion: Option<PriceExclusion>) -> String {
    let price = NumberStyle::FrenchCanada.with_currency(labelled, domain::country::Country::Quebec);
    let without = exclusion.map(|e| format!(" ({})", e.reason())).unwrap_or_default();
    format!("Exactitude des prix : affiché {price}{without}")
}

fn threshold_now(cx: &impl Context) -> Result<Money> {
    let amount = threshold(cx.country()?, &cx.local_now()?.day());
    amount.ok_or_else(|| refusal(FaultCode::PriceAccuracyNotOffered))
}

/// A label set against the price of the till.
struct Assessment {
    article: CartArticle,
    labelled_unit: UnitPrice,
    /// Price of one good by its label.
    one: Money,
    scanned: Money,
    labelled: Money,
    due: Option<Compensation>,
    exclusion: Option<PriceExclusion>,
}

fn assess(cx: &impl Context, cart: &Cart, request: &PriceAccuracyCheck) -> Result<Assessment> {
    let most = threshold_now(cx)?;
    if request.labelled < Money::ZERO || request.labelled.checked().is_err() {
        return refuse(FaultCode::PriceOutOfRange);
    }
    let (line, scanned) = charged(cart, request)?;
    let LineBody::Article(article) = &line.body else { return refuse(FaultCode::LineWrongKind) };
    let labelled_unit = UnitPrice::from_money(request.labelled);
    let labelled = labelled_unit.times(line.quantity)?;
    let one = if article.is_sold_by_piece() { request.labelled } else { labelled };
    let exclusion = match request.exclusion {
        Some(chosen) => Some(chosen),
        None => seen(cx, cart, line, article)?,
    };
    let due = compensation(scanned, labelled, one, exclusion.is_none().then_some(most));
    let article = CartArticle::clone(article);
    Ok(Assessment { article, labelled_unit, one, scanned, labelled, due, exclusion })
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

/// The exclusions that need nobody to choose them.
fn seen(
    cx: &impl Context,
    cart: &Cart,
    line: &CartLine,
    article: &CartArticle,
) -> Result<Option<PriceExclusion>> {
    let row = articles::by_id(cx.db(), article.id)?;
    Ok(if row.is_none_or(|a| a.barcodes.is_empty()) {
        Some(PriceExclusion::NoBarcode)
    } else if cart.is_compensated(article.id, line.id) {
        Some(PriceExclusion::AlreadyCompensated)
    } else {
        None
    })
}

impl Assessment {
    fn view(&self) -> PriceAccuracyChecked {
        let nothing = Compensation { correction: Money::ZERO, indemnity: Money::ZERO, pays: self.scanned };
        let due = self.due.unwrap_or(nothing);
        let verdict = match self.due {
            None => PriceVerdict::NothingDue,
            Some(due) if due.indemnity.is_zero() => PriceVerdict::LabelOnly,
            Some(due) if due.indemnity == self.one => PriceVerdict::Free,
            Some(_) => PriceVerdict::Reduced,
        };
        PriceAccuracyChecked {
            verdict,
            scanned: self.scanned,
            labelled: self.labelled,
            correction: due.correction,
            indemnity: due.indemnity,
            pays: due.pays,
            exclusion: self.exclusion.filter(|_| self.due.is_some()),
        }
    }
}
