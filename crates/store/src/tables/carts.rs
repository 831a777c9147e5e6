//! Carts and their journal: local rows, one per change, so that a killed program comes back to the same line.

use domain::cart::Change;
use domain::ids::{CartId, DocumentId, UserId, WorkstationId};
use rusqlite::Row;

use super::{all, one, run};
use crate::error::{Error, Result};
use crate::reader::Db;
use crate::tx::Tx;

/// The open cart of a workstation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CartRow {
    /// The cart.
    pub id: CartId,
    /// Number of changes so far.
    pub revision: u32,
}

/// A sale that was put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParkedRow {
    /// The cart.
    pub cart: CartRow,
    /// The word given to it; may be empty.
    pub label: String,
    /// Where it was parked.
    pub workstation: WorkstationId,
    /// Who parked it.
    pub user: UserId,
    /// When.
    pub at_ms: i64,
}

/// How a cart ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CartEnd {
    /// It became a document.
    Validated,
    /// It was given up.
    Abandoned,
}

/// The open cart of a workstation.
pub fn open(db: Db<'_>, workstation: WorkstationId) -> Result<Option<CartRow>> {
    one(
        db.0,
        "SELECT id, revision FROM cart WHERE workstation_id = ?1 AND state = 'open'",
        [workstation.0],
        |r| Ok(CartRow { id: CartId(r.get(0)?), revision: r.get(1)? }),
    )
}

const PARKED: &str =
    "SELECT id, revision, label, workstation_id, parked_by, parked_ms FROM cart WHERE state = 'parked'";

fn parked_row(r: &Row<'_>) -> rusqlite::Result<ParkedRow> {
    Ok(ParkedRow {
        cart: CartRow { id: CartId(r.get(0)?), revision: r.get(1)? },
        label: r.get(2)?,
        workstation: WorkstationId(r.get(3)?),
        user: UserId(r.get(4)?),
        at_ms: r.get(5)?,
    })
}

/// The parked sales of every workstation, oldest first.
pub fn parked(db: Db<'_>) -> Result<Vec<ParkedRow>> {
    all(db.0, &format!("{PARKED} ORDER BY parked_ms, id"), [], parked_row)
}

/// A parked sale; none once it was recalled or given up.
pub fn parked_by_id(db: Db<'_>, cart: CartId) -> Result<Option<ParkedRow>> {
    one(db.0, &format!("{PARKED} AND id = ?1"), [cart.0], parked_row)
}

/// How many sales are parked, of every workstation.
pub fn count_parked(db: Db<'_>) -> Result<u32> {
    Ok(one(db.0, "SELECT count(*) FROM cart WHERE state = 'parked'", [], |r| r.get(0))?.unwrap_or(0))
}

/// The changes of a cart, in order.
pub fn changes(db: Db<'_>, cart: CartId) -> Result<Vec<Change>> {
    let rows: Vec<String> =
        all(db.0, "SELECT change FROM cart_change WHERE cart_id = ?1 ORDER BY seq", [cart.0], |r| r.get(0))?;
    rows.iter().map(|text| serde_json::from_str(text).map_err(Error::from)).collect()
}

/// Starts a cart.
pub fn start(tx: &Tx<'_>, cart: CartId, workstation: WorkstationId) -> Result<()> {
    let sql =
        "INSERT INTO cart (id, workstation_id, state, revision, opened_ms) VALUES (?1, ?2, 'open', 0, ?3)";
    run(tx.sql(), sql, (cart.0, workstation.0, tx.now_ms()))?;
    Ok(())
}

/// Appends a change; returns the new revision.
pub fn append(tx: &Tx<'_>, cart: CartRow, change: &Change, user: UserId) -> Result<CartRow> {
    let revision = cart.revision + 1;
    let sql = "INSERT INTO cart_change (cart_id, seq, at_ms, user_id, change) VALUES (?1, ?2, ?3, ?4, ?5)";
    run(tx.sql(), sql, (cart.id.0, revision, tx.now_ms(), user.0, serde_json::to_string(change)?))?;
    run(tx.sql(), "UPDATE cart SET revision = ?2 WHERE id = ?1 AND state = 'open'", (cart.id.0, revision))?;
    Ok(CartRow { revision, ..cart })
}

/// Puts an open cart aside.
pub fn park(tx: &Tx<'_>, cart: CartId, label: &str, user: UserId) -> Result<()> {
    let sql = "UPDATE cart SET state = 'parked', label = ?2, parked_by = ?3, parked_ms = ?4 WHERE id = ?1 AND state = 'open'";
    run(tx.sql(), sql, (cart.0, label, user.0, tx.now_ms()))?;
    Ok(())
}

/// Makes a parked cart the open one of a workstation, which must have none.
pub fn recall(tx: &Tx<'_>, cart: CartId, workstation: WorkstationId) -> Result<()> {
    let sql = "UPDATE cart SET state = 'open', workstation_id = ?2, label = NULL, parked_by = NULL, parked_ms = NULL WHERE id = ?1 AND state = 'parked'";
    run(tx.sql(), sql, (cart.0, workstation.0))?;
    Ok(())
}

/// Ends a cart. Its journal is dropped once it became a document, which holds it all; an abandoned one stays.
pub fn end(tx: &Tx<'_>, cart: CartId, how: CartEnd) -> Result<()> {
    match how {
        CartEnd::Validated => {
            run(tx.sql(), "DELETE FROM cart_change WHERE cart_id = ?1", [cart.0])?;
            run(tx.sql(), "DELETE FROM cart WHERE id = ?1", [cart.0])?;
        }
        CartEnd::Abandoned => {
            let sql = "UPDATE cart SET state = 'abandoned', label = NULL, parked_by = NULL, parked_ms = NULL WHERE id = ?1";
            run(tx.sql(), sql, [cart.0])?;
        }
    }
    Ok(())
}

/// The finished sale that the screen of a workstation still shows.
pub fn done(db: Db<'_>, workstation: WorkstationId) -> Result<Option<DocumentId>> {
    one(db.0, "SELECT document_id FROM sale_done WHERE workstation_id = ?1", [workstation.0], |r| {
        Ok(DocumentId(r.get(0)?))
    })
}

/// Shows a finished sale until the next one starts.
pub fn show_done(tx: &Tx<'_>, workstation: WorkstationId, document: DocumentId) -> Result<()> {
    let sql = "INSERT INTO sale_done (workstation_id, document_id) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET document_id = excluded.document_id";
    run(tx.sql(), sql, (workstation.0, document.0))?;
    Ok(())
}

/// Stops showing it.
pub fn clear_done(tx: &Tx<'_>, workstation: WorkstationId) -> Result<()> {
    run(tx.sql(), "DELETE FROM sale_done WHERE workstation_id = ?1", [workstation.0])?;
    Ok(())
}
