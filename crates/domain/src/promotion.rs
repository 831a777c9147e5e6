//! Promotions: what they take off an article, and which articles they are for.
//!
//! A promotion takes its part of the price before any other discount and is signed as the discount of the line. The
//! module knows no days: which promotions are in force is known to whoever puts the article into the cart, and which
//! of them is the best for a line is decided by the cart (`cart::promoting`), because it depends on the other lines.

use serde::{Deserialize, Serialize};

use crate::ids::{ArticleId, DepartmentId, PromotionId};
use crate::money::{Money, Overflow, Quantity, Rate, UnitPrice};

/// The most pieces that «n for the price of m» may ask for.
const MAX_PIECES: u32 = 1_000;

/// What a promotion does to the price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(export_to = "domain.ts"))]
pub enum PromotionRule {
    /// One unit costs this; an article that is cheaper stays as it is.
    FixedPrice {
        /// In the shop's price mode.
        unit_price: UnitPrice,
    },
    /// A share of the price is taken off.
    Percent {
        /// More than zero, at most 100 %.
        rate: Rate,
    },
    /// Of so many pieces, so many are paid: «3 pour 2». For articles that are sold by the piece.
    NForM {
        /// Pieces that go together, at least 2.
        pieces: u32,
        /// Pieces of them that are paid, at least 1 and fewer than `pieces`.
        paid: u32,
    },
}

impl PromotionRule {
    /// True for a rule that takes something off, and never more than there is.
    #[must_use]
    pub fn is_sound(self) -> bool {
        match self {
            Self::FixedPrice { unit_price } => unit_price >= UnitPrice(0) && unit_price.to_money().is_ok(),
            Self::Percent { rate } => rate > Rate(0) && rate <= Rate(100_000),
            Self::NForM { pieces, paid } => 1 <= paid && paid < pieces && pieces <= MAX_PIECES,
        }
    }

    /// What it takes off a quantity at a price, whatever else is in the sale: nothing for «n for m», which counts
    /// pieces. Never negative, never more than the quantity is worth.
    pub fn off(self, unit_price: UnitPrice, quantity: Quantity) -> Result<Money, Overflow> {
        let worth = unit_price.times(quantity)?;
        match self {
            Self::FixedPrice { unit_price: fixed } if fixed < unit_price => {
                Ok(worth - fixed.times(quantity)?)
            }
            Self::Percent { rate } => rate.of(worth),
            Self::FixedPrice { .. } | Self::NForM { .. } => Ok(Money::ZERO),
        }
    }

    /// What one unit costs under it; none when that is the regular price, or depends on the pieces bought.
    pub fn price_of_one(self, regular: UnitPrice) -> Result<Option<UnitPrice>, Overflow> {
        let off = self.off(regular, Quantity::ONE)?;
        match self {
            Self::FixedPrice { unit_price } if unit_price < regular => Ok(Some(unit_price)),
            Self::Percent { .. } if off > Money::ZERO => {
                Ok(Some(UnitPrice::from_money(regular.to_money()? - off)))
            }
            _ => Ok(None),
        }
    }

    /// Pieces that cost nothing among so many; none unless it is «n for m».
    #[must_use]
    pub fn free_among(self, bought: i64) -> i64 {
        match self {
            Self::NForM { pieces, paid } if pieces > 0 => {
                bought / i64::from(pieces) * (i64::from(pieces) - i64::from(paid))
            }
            _ => 0,
        }
    }
}

/// What a promotion is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(export_to = "domain.ts"))]
pub enum PromotionScope {
    /// Every article. Fees are costs passed on: no promotion is for them.
    Everything,
    /// The articles of these departments.
    Departments {
        /// At least one.
        ids: Vec<DepartmentId>,
    },
    /// These articles.
    Articles {
        /// At least one.
        ids: Vec<ArticleId>,
    },
}

impl PromotionScope {
    /// True when an article of this department is meant.
    #[must_use]
    pub fn covers(&self, article: ArticleId, department: Option<DepartmentId>) -> bool {
        match self {
            Self::Everything => true,
            Self::Departments { ids } => department.is_some_and(|d| ids.contains(&d)),
            Self::Articles { ids } => ids.contains(&article),
        }
    }

    /// True when nothing is meant.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Everything => false,
            Self::Departments { ids } => ids.is_empty(),
            Self::Articles { ids } => ids.is_empty(),
        }
    }
}

/// A promotion as it was when the article entered the cart. A later change of it does not reach the line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promotion {
    /// The promotion.
    pub id: PromotionId,
    /// Its name: the reason that is signed with the line.
    pub name: String,
    /// What it does.
    pub rule: PromotionRule,
}
