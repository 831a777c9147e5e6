//! Articles that customers asked for and the shop did not have.

use domain::ids::{ArticleId, MissingId, UserId};
use domain::money::Quantity;
use rusqlite::Row;
use uuid::Uuid;

use super::{all, one};
use crate::error::Result;
use crate::reader::Db;

/// A declaration that is still waited for.
#[derive(Clone, Debug)]
pub struct MissingRow {
    /// The declaration.
    pub id: MissingId,
    /// The article, if the shop knows it.
    pub article: Option<ArticleId>,
    /// What was asked for.
    pub text: String,
    /// How much.
    pub quantity: Quantity,
    /// Name of the customer who asked.
    pub customer: Option<String>,
    /// When.
    pub at_ms: i64,
    /// Who wrote it down.
    pub user: UserId,
}

const WAITING: &str = "SELECT m.id, m.article_id, m.text, m.quantity, c.name, m.at_ms, m.user_id
  FROM missing_article m LEFT JOIN customer c ON c.id = m.customer_id WHERE m.settled_ms IS NULL";

fn row(r: &Row<'_>) -> rusqlite::Result<MissingRow> {
    Ok(MissingRow {
        id: MissingId(r.get(0)?),
        article: r.get::<_, Option<Uuid>>(1)?.map(ArticleId),
        text: r.get(2)?,
        quantity: Quantity(r.get(3)?),
        customer: r.get(4)?,
        at_ms: r.get(5)?,
        user: UserId(r.get(6)?),
    })
}

/// What is waited for, oldest first.
pub fn waiting(db: Db<'_>) -> Result<Vec<MissingRow>> {
    all(db.0, &format!("{WAITING} ORDER BY m.at_ms, m.id"), [], row)
}

/// A declaration; none once it is settled.
pub fn waiting_by_id(db: Db<'_>, id: MissingId) -> Result<Option<MissingRow>> {
    one(db.0, &format!("{WAITING} AND m.id = ?1"), [id.0], row)
}
