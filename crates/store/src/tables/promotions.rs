//! Price lists and promotions.

use domain::ids::{ArticleId, DepartmentId, PriceListId, PromotionId};
use domain::promotion::{Promotion, PromotionRule, PromotionScope};
use rusqlite::Row;
use rusqlite::types::Type;
use serde::de::DeserializeOwned;

use super::settings::{flag, text};
use super::{all, one};
use crate::error::Result;
use crate::reader::Db;

/// A price list.
#[derive(Clone, Debug)]
pub struct PriceListRow {
    /// The price list.
    pub id: PriceListId,
    /// Name.
    pub name: String,
    /// Its prices are charged.
    pub active: bool,
}

/// Every price list, in order.
pub fn price_lists(db: Db<'_>) -> Result<Vec<PriceListRow>> {
    all(db.0, "SELECT id, name, active FROM price_list ORDER BY position, name, id", [], |r| {
        Ok(PriceListRow { id: PriceListId(r.get(0)?), name: text(r, 1)?, active: flag(r, 2)? })
    })
}

/// How many articles have a price in a list, and how many customers pay its prices.
pub fn uses_of_list(db: Db<'_>, id: PriceListId) -> Result<(u32, u32)> {
    let articles = "SELECT count(*) FROM article WHERE instr(list_prices, ?1) > 0";
    let customers = "SELECT count(*) FROM customer WHERE price_list_id = ?1 AND active = 1";
    Ok((
        one(db.0, articles, [id.to_string()], |r| r.get(0))?.unwrap_or_default(),
        one(db.0, customers, [id.0], |r| r.get(0))?.unwrap_or_default(),
    ))
}

/// A promotion.
#[derive(Clone, Debug)]
pub struct PromotionRow {
    /// The promotion.
    pub id: PromotionId,
    /// Name.
    pub name: String,
    /// What it does.
    pub rule: PromotionRule,
    /// What it is for.
    pub scope: PromotionScope,
    /// First local day.
    pub first_day: String,
    /// Last local day, included.
    pub last_day: String,
    /// Ended by hand.
    pub ended: bool,
    /// A ticket names it.
    pub used: bool,
}

impl PromotionRow {
    /// True when an article of this department is meant.
    #[must_use]
    pub fn covers(&self, article: ArticleId, department: Option<DepartmentId>) -> bool {
        self.scope.covers(article, department)
    }

    /// The promotion as a cart keeps it.
    #[must_use]
    pub fn frozen(&self) -> Promotion {
        Promotion { id: self.id, name: self.name.clone(), rule: self.rule }
    }
}

/// A promotion without rule is deleted.
const PROMOTION: &str =
    "SELECT id, name, rule, scope, first_day, last_day, ended, used FROM promotion WHERE rule IS NOT NULL";

fn promotion_row(r: &Row<'_>) -> rusqlite::Result<PromotionRow> {
    Ok(PromotionRow {
        id: PromotionId(r.get(0)?),
        name: text(r, 1)?,
        rule: stored(r, 2)?,
        scope: stored(r, 3)?,
        first_day: text(r, 4)?,
        last_day: text(r, 5)?,
        ended: flag(r, 6)?,
        used: flag(r, 7)?,
    })
}

fn stored<T: DeserializeOwned>(r: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    serde_json::from_str(&text(r, at)?)
        .map_err(|e| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(e)))
}

/// Every promotion, the last to begin first.
pub fn promotions(db: Db<'_>) -> Result<Vec<PromotionRow>> {
    all(db.0, &format!("{PROMOTION} ORDER BY first_day DESC, name, id"), [], promotion_row)
}

/// The promotions in force on a local day («2026-11-21»), oldest first.
pub fn in_force(db: Db<'_>, day: &str) -> Result<Vec<PromotionRow>> {
    let sql = format!(
        "{PROMOTION} AND last_day >= ?1 AND first_day <= ?1 AND coalesce(ended, 0) = 0 ORDER BY first_day, id"
    );
    all(db.0, &sql, [day], promotion_row)
}

/// A promotion that is not deleted.
pub fn by_id(db: Db<'_>, id: PromotionId) -> Result<Option<PromotionRow>> {
    one(db.0, &format!("{PROMOTION} AND id = ?1"), [id.0], promotion_row)
}
