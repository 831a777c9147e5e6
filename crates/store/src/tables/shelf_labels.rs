//! Labels on shelves that show another price than the till («Étiquettes à corriger»).

use domain::ids::{ArticleId, ShelfLabelId, UserId, WorkstationId};
use domain::money::{Money, UnitPrice};
use domain::price_accuracy::PriceExclusion;
use rusqlite::Row;

use super::settings::named;
use super::{all, one};
use crate::error::Result;
use crate::reader::Db;

/// A reported label.
#[derive(Clone, Debug)]
pub struct LabelRow {
    /// The report.
    pub id: ShelfLabelId,
    /// The article.
    pub article: ArticleId,
    /// Price on the label.
    pub labelled: UnitPrice,
    /// Price at the till.
    pub scanned: UnitPrice,
    /// How often it was reported.
    pub times: u32,
    /// What the policy took off, together.
    pub indemnity: Money,
    /// Why it took nothing off.
    pub exclusion: Option<PriceExclusion>,
    /// Who reported it.
    pub user: UserId,
    /// Where.
    pub workstation: WorkstationId,
    /// When.
    pub at_ms: i64,
    /// Who corrected it, and when.
    pub done: Option<(UserId, i64)>,
}

/// A label is an article and the price that it shows: its reports are one row, told by the last of them.
const LABEL: &str = "SELECT id, article_id, labelled, scanned, sum(indemnity), exclusion, user_id, workstation_id, max(at_ms), done_by, done_ms, count(*)
  FROM shelf_label";

const BY_LABEL: &str = "GROUP BY article_id, labelled, done_ms";

fn row(r: &Row<'_>) -> rusqlite::Result<LabelRow> {
    let exclusion = r.get::<_, Option<String>>(5)?.map(|_| named(r, 5)).transpose()?;
    let by: Option<_> = r.get::<_, Option<_>>(9)?.map(UserId);
    let done_ms: Option<i64> = r.get(10)?;
    Ok(LabelRow {
        id: ShelfLabelId(r.get(0)?),
        article: ArticleId(r.get(1)?),
        labelled: UnitPrice(r.get(2)?),
        scanned: UnitPrice(r.get(3)?),
        times: r.get(11)?,
        indemnity: Money(r.get(4)?),
        exclusion,
        user: UserId(r.get(6)?),
        workstation: WorkstationId(r.get(7)?),
        at_ms: r.get(8)?,
        done: by.zip(done_ms),
    })
}

/// Wrong labels, oldest first, then those corrected since a moment, the last one first.
pub fn list(db: Db<'_>, corrected_since_ms: i64) -> Result<Vec<LabelRow>> {
    let wrong = format!("{LABEL} WHERE done_ms IS NULL {BY_LABEL} ORDER BY min(at_ms), id");
    let mut rows = all(db.0, &wrong, [], row)?;
    let sql = format!("{LABEL} WHERE done_ms >= ?1 {BY_LABEL} ORDER BY done_ms DESC, id");
    rows.extend(all(db.0, &sql, [corrected_since_ms], row)?);
    Ok(rows)
}

/// A report.
pub fn by_id(db: Db<'_>, id: ShelfLabelId) -> Result<Option<LabelRow>> {
    one(db.0, &format!("{LABEL} WHERE id = ?1 {BY_LABEL}"), [id.0], row)
}

/// The reports that stand with one: of the same label, in the same state.
pub fn reports_of(db: Db<'_>, label: &LabelRow) -> Result<Vec<ShelfLabelId>> {
    let sql =
        "SELECT id FROM shelf_label WHERE article_id = ?1 AND labelled = ?2 AND done_ms IS ?3 ORDER BY id";
    let done_ms = label.done.map(|(_, at)| at);
    all(db.0, sql, (label.article.0, label.labelled.0, done_ms), |r| r.get(0).map(ShelfLabelId))
}

/// How many labels are wrong.
pub fn count_wrong(db: Db<'_>) -> Result<u32> {
    let sql =
        "SELECT count(*) FROM (SELECT DISTINCT article_id, labelled FROM shelf_label WHERE done_ms IS NULL)";
    Ok(one(db.0, sql, [], |r| r.get(0))?.unwrap_or_default())
}
