//! Stock movements and their cached sum.

use domain::ids::DocumentId;
use rusqlite::Connection;

use super::Place;
use crate::error::Result;
use crate::op::StockMove;

/// Inserts the movements and moves the levels.
pub fn apply(
    conn: &Connection,
    moves: &[StockMove],
    document: Option<DocumentId>,
    reason: &str,
    place: Place,
) -> Result<()> {
    let mut movement = conn.prepare_cached(
        "INSERT INTO stock_movement (dv, dseq, line, article_id, quantity, document_id, reason, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    let mut level = conn.prepare_cached(
        "INSERT INTO stock_level (article_id, on_hand) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET on_hand = on_hand + excluded.on_hand",
    )?;
    for (line, m) in (0i64..).zip(moves) {
        let document = document.map(|d| d.0);
        movement.execute((
            place.dv,
            place.dseq,
            line,
            m.article.0,
            m.quantity.0,
            document,
            reason,
            place.at_ms,
        ))?;
        level.execute((m.article.0, m.quantity.0))?;
    }
    Ok(())
}
