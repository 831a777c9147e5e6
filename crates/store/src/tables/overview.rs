//! What a manager watches: differences of closed shifts, the last document and the last print of a workstation.

use domain::ids::{ShiftId, UserId, WorkstationId};
use domain::money::Money;
use rusqlite::Row;
use uuid::Uuid;

use super::{all, one};
use crate::error::Result;
use crate::reader::Db;

/// Which closed shifts.
#[derive(Clone, Copy, Debug, Default)]
pub struct ClosedFilter {
    /// Closed from this moment, in UTC milliseconds.
    pub from_ms: Option<i64>,
    /// Closed before this moment.
    pub before_ms: Option<i64>,
    /// Only this workstation.
    pub workstation: Option<WorkstationId>,
}

type ClosedParams = (i64, i64, Option<Uuid>);

impl ClosedFilter {
    fn params(self) -> ClosedParams {
        let (from, before) = (self.from_ms.unwrap_or(i64::MIN), self.before_ms.unwrap_or(i64::MAX));
        (from, before, self.workstation.map(|w| w.0))
    }
}

const CLOSED: &str =
    "FROM shift WHERE closed_ms >= ?1 AND closed_ms < ?2 AND (?3 IS NULL OR workstation_id = ?3)";

/// Closed shifts, newest first.
pub fn closed(db: Db<'_>, filter: ClosedFilter, offset: u32, limit: u32) -> Result<Vec<ShiftId>> {
    let sql = format!("SELECT id {CLOSED} ORDER BY closed_ms DESC, number DESC LIMIT ?4 OFFSET ?5");
    let (from, before, workstation) = filter.params();
    all(db.0, &sql, (from, before, workstation, limit, offset), |r| r.get(0).map(ShiftId))
}

/// Closed shifts whose count is not what was expected, largest difference first, newest first among equals.
pub fn differences(db: Db<'_>, filter: ClosedFilter, offset: u32, limit: u32) -> Result<Vec<ShiftId>> {
    let sql = format!(
        "SELECT id {CLOSED} AND counted <> expected ORDER BY abs(counted - expected) DESC, closed_ms DESC LIMIT ?4 OFFSET ?5"
    );
    let (from, before, workstation) = filter.params();
    all(db.0, &sql, (from, before, workstation, limit, offset), |r| r.get(0).map(ShiftId))
}

/// Number of closed shifts.
pub fn count_closed(db: Db<'_>, filter: ClosedFilter) -> Result<u32> {
    let sql = format!("SELECT count(*) {CLOSED}");
    Ok(one(db.0, &sql, filter.params(), |r| r.get(0))?.unwrap_or(0))
}

/// Differences of a user or a workstation, added up.
#[derive(Clone, Copy, Debug)]
pub struct DifferenceRow<Id> {
    /// Whose.
    pub of: Id,
    /// Shifts with a difference.
    pub count: u32,
    /// What was missing: negative or zero.
    pub missing: Money,
    /// What was too much.
    pub extra: Money,
}

/// Differences by who opened the shift, most shifts first.
pub fn differences_by_user(db: Db<'_>, filter: ClosedFilter) -> Result<Vec<DifferenceRow<UserId>>> {
    all(db.0, &grouped("opened_by"), filter.params(), |r| grouped_row(r, UserId))
}

/// Differences by workstation, most shifts first.
pub fn differences_by_workstation(
    db: Db<'_>,
    filter: ClosedFilter,
) -> Result<Vec<DifferenceRow<WorkstationId>>> {
    all(db.0, &grouped("workstation_id"), filter.params(), |r| grouped_row(r, WorkstationId))
}

fn grouped(column: &str) -> String {
    format!(
        "SELECT {column}, count(*), sum(min(counted - expected, 0)), sum(max(counted - expected, 0)) {CLOSED}
           AND counted <> expected GROUP BY {column} ORDER BY count(*) DESC, sum(abs(counted - expected)) DESC, {column}"
    )
}

fn grouped_row<Id>(r: &Row<'_>, id: fn(Uuid) -> Id) -> rusqlite::Result<DifferenceRow<Id>> {
    Ok(DifferenceRow {
        of: id(r.get(0)?),
        count: r.get(1)?,
        missing: Money(r.get(2)?),
        extra: Money(r.get(3)?),
    })
}

/// The last document of a workstation: number, moment, total.
pub fn last_document(db: Db<'_>, workstation: WorkstationId) -> Result<Option<(String, i64, Money)>> {
    let sql = "SELECT number, at_ms, total FROM document WHERE workstation_id = ?1 ORDER BY at_ms DESC, id DESC LIMIT 1";
    one(db.0, sql, [workstation.0], |r| Ok((r.get(0)?, r.get(1)?, Money(r.get(2)?))))
}

/// When a paper of a workstation last came out. Ids rise with time, so the search ends at the first that did.
pub fn last_printed(db: Db<'_>, workstation: WorkstationId) -> Result<Option<i64>> {
    let sql = "SELECT updated_ms FROM print_job WHERE workstation_id = ?1 AND state = 'done' AND kind <> 'drawer' ORDER BY id DESC LIMIT 1";
    one(db.0, sql, [workstation.0], |r| r.get(0))
}
