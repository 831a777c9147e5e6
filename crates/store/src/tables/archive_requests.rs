//! Archives that a person asked for and that are not sealed yet.

use domain::ids::{UserId, WorkstationId};
use uuid::Uuid;

use super::{all, run};
use crate::error::{Error, Result};
use crate::reader::Db;
use crate::tx::Tx;

/// An archive that a person asked for and that is not sealed yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestRow {
    /// The request.
    pub id: Uuid,
    /// The workstation.
    pub workstation: WorkstationId,
    /// First day.
    pub from_day: String,
    /// Last day.
    pub to_day: String,
    /// First and last position, fixed when it was asked for.
    pub range: (i64, i64),
    /// Who asked.
    pub user: Option<UserId>,
    /// The supervisor who approved it.
    pub approved_by: Option<UserId>,
    /// Why it does not move.
    pub problem: Option<String>,
    /// Not tried before this moment.
    pub next_ms: i64,
}

/// Requests, oldest first.
pub fn requests(db: Db<'_>) -> Result<Vec<RequestRow>> {
    let sql = "SELECT id, workstation_id, from_day, to_day, first_seq, last_seq, user_id, approved_by, problem, next_ms FROM archive_request ORDER BY id";
    let rows = all(db.0, sql, [], |r| {
        Ok(RequestRow {
            id: r.get(0)?,
            workstation: WorkstationId(r.get(1)?),
            from_day: r.get(2)?,
            to_day: r.get(3)?,
            range: (r.get(4)?, r.get(5)?),
            user: r.get::<_, Option<Uuid>>(6)?.map(UserId),
            approved_by: r.get::<_, Option<Uuid>>(7)?.map(UserId),
            problem: r.get(8)?,
            next_ms: r.get(9)?,
        })
    })?;
    Ok(rows)
}

/// Keeps a request.
pub fn ask(tx: &Tx<'_>, row: &RequestRow) -> Result<()> {
    let sql = "INSERT INTO archive_request (id, workstation_id, from_day, to_day, first_seq, last_seq, user_id, approved_by, problem, next_ms)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL, ?9)";
    let (user, approved_by) = (row.user.map(|id| id.0), row.approved_by.map(|id| id.0));
    let (first, last) = row.range;
    let values =
        (row.id, row.workstation.0, &row.from_day, &row.to_day, first, last, user, approved_by, row.next_ms);
    if run(tx.sql(), sql, values)? == 1 { Ok(()) } else { Err(Error::Op("archive request".to_owned())) }
}

/// Notes why a request waits, and until when.
pub fn postpone(tx: &Tx<'_>, id: Uuid, problem: &str, next_ms: i64) -> Result<()> {
    run(
        tx.sql(),
        "UPDATE archive_request SET problem = ?2, next_ms = ?3 WHERE id = ?1",
        (id, problem, next_ms),
    )?;
    Ok(())
}

/// Takes a request out of the list. False when it was not there any more.
pub fn answer(tx: &Tx<'_>, id: Uuid) -> Result<bool> {
    Ok(run(tx.sql(), "DELETE FROM archive_request WHERE id = ?1", [id])? == 1)
}
