//! Labels on shelves that show another price than the till.

use domain::price_accuracy::PriceExclusion;
use rusqlite::Connection;

use super::Place;
use crate::error::Result;
use crate::op::{LabelReported, LabelSettled};

/// A wrong label was reported.
pub fn report(conn: &Connection, l: &LabelReported, place: Place) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO shelf_label (id, article_id, labelled, scanned, indemnity, exclusion, user_id, workstation_id, at_ms)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute((
        l.id.0, l.article.0, l.labelled.0, l.scanned.0, l.indemnity.0, l.exclusion.map(PriceExclusion::as_str),
        l.user.0, l.workstation.0, place.at_ms,
    ))?;
    Ok(())
}

/// It was corrected, or is wrong again. The last word stands.
pub fn settle(conn: &Connection, l: LabelSettled, place: Place) -> Result<()> {
    conn.prepare_cached("UPDATE shelf_label SET done_by = ?2, done_ms = ?3 WHERE id = ?1")?.execute((
        l.id.0,
        l.by.map(|u| u.0),
        l.by.map(|_| place.at_ms),
    ))?;
    Ok(())
}
