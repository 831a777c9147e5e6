//! «Exactitude des prix» (`domain::price_accuracy`) over the shop's data: whether it binds this shop, what it comes to
//! for goods on a sale or on a ticket, and the report of the label that was wrong.
//!
//! Nothing here gives anything: a sale takes the correction as a discount, a claim afterwards is a refund.

use api::FaultCode;
use api::types::{PriceAccuracyChecked, PriceVerdict};
use documents::format::NumberStyle;
use domain::cart::is_sold_by_piece;
use domain::country::Country;
use domain::ids::{ArticleId, ShelfLabelId};
use domain::money::{Money, Quantity, UnitPrice};
use domain::price_accuracy::{Compensation, PriceExclusion, compensation, threshold};
use store::Op;
use store::op::LabelReported;
use store::tables::{articles, settings};

use crate::context::{Context, Mutation};
use crate::error::{Result, refusal, refuse};

/// What every reason and every claim starts with, in French like all texts of the shop.
pub const POLICY: &str = "Exactitude des prix";

/// The threshold in force on a local day; none where no law binds the shop, or where the shop labels its goods one by
/// one and has said so.
pub fn threshold_on(cx: &impl Context, country: Country, day: &str) -> Result<Option<Money>> {
    let bound = settings::options(cx.db())?.price_accuracy.unwrap_or(true);
    Ok(threshold(country, day).filter(|_| bound))
}

/// The same, where the policy has to hold.
pub fn required_threshold(cx: &impl Context, day: &str) -> Result<Money> {
    let amount = threshold_on(cx, cx.country()?, day)?;
    amount.ok_or_else(|| refusal(FaultCode::PriceAccuracyNotOffered))
}

/// What is signed as the reason.
pub fn reason(labelled: Money, exclusion: Option<PriceExclusion>) -> String {
    let price = NumberStyle::FrenchCanada.with_currency(labelled, Country::Quebec);
    let without = exclusion.map(|e| format!(" ({})", e.reason())).unwrap_or_default();
    format!("{POLICY} : affiché {price}{without}")
}

/// Goods whose label is set against what was asked for them.
pub struct Goods<'a> {
    /// The article.
    pub article: ArticleId,
    /// Its unit of sale.
    pub unit: &'a str,
    /// Price of one unit at the till.
    pub unit_price: UnitPrice,
    /// How much, positive.
    pub quantity: Quantity,
    /// What was asked for all of it.
    pub scanned: Money,
    /// An identical good was compensated beside it.
    pub compensated: bool,
}

/// A label set against the price of the till.
pub struct Assessment {
    article: ArticleId,
    scanned_unit: UnitPrice,
    /// Price of one unit by the label.
    pub labelled_unit: UnitPrice,
    /// Price of one good by its label.
    one: Money,
    scanned: Money,
    labelled: Money,
    /// What is due; none when the till did not ask for more.
    pub due: Option<Compensation>,
    /// Why there is no indemnity: what was chosen, or what the program sees.
    pub exclusion: Option<PriceExclusion>,
}

impl Assessment {
    /// Computes what the policy gives for goods, by the price of one unit on their label.
    pub fn of(
        cx: &impl Context,
        goods: &Goods<'_>,
        labelled: Money,
        chosen: Option<PriceExclusion>,
        most: Money,
    ) -> Result<Self> {
        if labelled < Money::ZERO || labelled.checked().is_err() {
            return refuse(FaultCode::PriceOutOfRange);
        }
        let labelled_unit = UnitPrice::from_money(labelled);
        let all = labelled_unit.times(goods.quantity)?;
        let one = if is_sold_by_piece(goods.unit) { labelled } else { all };
        let exclusion = match chosen {
            Some(chosen) => Some(chosen),
            None => seen(cx, goods)?,
        };
        Ok(Self {
            article: goods.article,
            scanned_unit: goods.unit_price,
            labelled_unit,
            one,
            scanned: goods.scanned,
            labelled: all,
            due: compensation(goods.scanned, all, one, exclusion.is_none().then_some(most)),
            exclusion,
        })
    }

    /// Reports the label; refuses where nothing is due.
    pub fn report(&self, cx: &mut Mutation<'_, '_>) -> Result<Compensation> {
        let Some(due) = self.due else { return refuse(FaultCode::LabelNotLower) };
        let reported = LabelReported {
            id: ShelfLabelId(cx.new_id()),
            article: self.article,
            labelled: self.labelled_unit,
            scanned: self.scanned_unit,
            indemnity: due.indemnity,
            exclusion: self.exclusion,
            user: cx.caller.user()?.id,
            workstation: cx.caller.workstation()?,
        };
        cx.emit(Op::LabelReported(reported))?;
        Ok(due)
    }

    /// As a window shows it.
    pub fn view(&self) -> PriceAccuracyChecked {
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

/// The exclusions that need nobody to choose them.
fn seen(cx: &impl Context, goods: &Goods<'_>) -> Result<Option<PriceExclusion>> {
    let row = articles::by_id(cx.db(), goods.article)?;
    Ok(if row.is_none_or(|a| a.barcodes.is_empty()) {
        Some(PriceExclusion::NoBarcode)
    } else {
        goods.compensated.then_some(PriceExclusion::AlreadyCompensated)
    })
}
