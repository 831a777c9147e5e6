//! Articles that customers asked for and the shop did not have.

use rusqlite::Connection;

use super::Place;
use crate::error::Result;
use crate::op::{MissingDeclared, MissingSettled};

/// An article was declared missing.
pub fn declare(conn: &Connection, m: &MissingDeclared, place: Place) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO missing_article (id, article_id, text, quantity, customer_id, user_id, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((
        m.id.0, m.article.map(|a| a.0), &m.text, m.quantity.0, m.customer.map(|c| c.0), m.user.0, place.at_ms,
    ))?;
    Ok(())
}

/// It is no longer waited for. Two devices may settle the same declaration: the first one stands.
pub fn settle(conn: &Connection, m: MissingSettled, place: Place) -> Result<()> {
    conn.prepare_cached(
        "UPDATE missing_article SET settled_by = ?2, settled_ms = ?3 WHERE id = ?1 AND settled_ms IS NULL",
    )?
    .execute((m.id.0, m.user.0, place.at_ms))?;
    Ok(())
}
