//! Labels on shelves that show another price than the till («Exactitude des prix»).

use domain::ids::{ArticleId, ShelfLabelId, UserId, WorkstationId};
use domain::money::{Money, UnitPrice};
use domain::price_accuracy::PriceExclusion;
use serde::{Deserialize, Serialize};

/// A customer showed a label that was lower than the till.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelReported {
    /// The report.
    pub id: ShelfLabelId,
    /// The article.
    pub article: ArticleId,
    /// Price of one unit on the label.
    pub labelled: UnitPrice,
    /// Price of one unit at the till.
    pub scanned: UnitPrice,
    /// What the policy took off for it.
    pub indemnity: Money,
    /// Why it took nothing off.
    pub exclusion: Option<PriceExclusion>,
    /// Who reported it.
    pub user: UserId,
    /// Where.
    pub workstation: WorkstationId,
}

/// A label was corrected, or was not after all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelSettled {
    /// The report.
    pub id: ShelfLabelId,
    /// Who corrected it; none when it is wrong again.
    pub by: Option<UserId>,
}
