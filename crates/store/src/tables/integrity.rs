//! What this device found when it looked at its books: local, not part of the log.

use domain::ids::{UserId, WorkstationId};
use fiscal::Anchor;

use super::{all, one, run};
use crate::error::{Error, Result};
use crate::reader::Db;
use crate::tx::Tx;

/// Full verifications that are kept.
const RUNS_KEPT: i64 = 50;

/// A defect that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefectRow {
    /// Place in the records of its workstation.
    pub position: i64,
    /// What is wrong: a name of the verifier.
    pub defect: String,
    /// When it was first found.
    pub found_ms: i64,
    /// The local day on which it was last journaled; empty before.
    pub journaled_day: String,
    /// When a manager took note of it.
    pub acknowledged_ms: Option<i64>,
}

/// Notes a defect; one that is known already stays as it is.
pub fn note(tx: &Tx<'_>, terminal: WorkstationId, position: i64, defect: &str) -> Result<()> {
    let sql = "INSERT INTO integrity_defect (terminal_id, position, defect, found_ms) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
    run(tx.sql(), sql, (terminal.to_string(), position, defect, tx.now_ms()))?;
    Ok(())
}

/// Defects of a workstation, newest first.
pub fn defects(db: Db<'_>, terminal: WorkstationId) -> Result<Vec<DefectRow>> {
    let sql = "SELECT position, defect, found_ms, journaled_day, acknowledged_ms FROM integrity_defect
        WHERE terminal_id = ?1 ORDER BY found_ms DESC, position, defect LIMIT 200";
    all(db.0, sql, [terminal.to_string()], |r| {
        Ok(DefectRow {
            position: r.get(0)?,
            defect: r.get(1)?,
            found_ms: r.get(2)?,
            journaled_day: r.get(3)?,
            acknowledged_ms: r.get(4)?,
        })
    })
}

/// Says that a defect is in the journal of that day.
pub fn journaled(tx: &Tx<'_>, terminal: WorkstationId, defect: &DefectRow, day: &str) -> Result<()> {
    let sql = "UPDATE integrity_defect SET journaled_day = ?4 WHERE terminal_id = ?1 AND position = ?2 AND defect = ?3";
    run(tx.sql(), sql, (terminal.to_string(), defect.position, &defect.defect, day))?;
    Ok(())
}

/// A manager takes note of the defects of a workstation; returns how many were new to them.
pub fn acknowledge(tx: &Tx<'_>, terminal: WorkstationId, by: UserId) -> Result<usize> {
    let sql = "UPDATE integrity_defect SET acknowledged_by = ?2, acknowledged_ms = ?3 WHERE terminal_id = ?1 AND acknowledged_ms IS NULL";
    run(tx.sql(), sql, (terminal.to_string(), by.0, tx.now_ms()))
}

/// The first defect of a workstation that no manager knows of.
pub fn unacknowledged(db: Db<'_>, terminal: WorkstationId) -> Result<Option<i64>> {
    let sql = "SELECT min(position) FROM integrity_defect WHERE terminal_id = ?1 AND acknowledged_ms IS NULL";
    Ok(one(db.0, sql, [terminal.to_string()], |r| r.get::<_, Option<i64>>(0))?.flatten())
}

/// A defect that no manager has taken note of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDefect {
    /// The workstation.
    pub terminal: WorkstationId,
    /// Place in its records.
    pub position: i64,
    /// What is wrong: a name of the verifier.
    pub defect: String,
}

/// Defects that no manager has taken note of, the earliest records first.
pub fn open(db: Db<'_>) -> Result<Vec<OpenDefect>> {
    let sql = "SELECT terminal_id, position, defect FROM integrity_defect WHERE acknowledged_ms IS NULL
        ORDER BY position, terminal_id, defect";
    let rows: Vec<(String, i64, String)> = all(db.0, sql, [], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    let open = |(id, position, defect): (String, i64, String)| {
        Ok(OpenDefect { terminal: terminal(&id)?, position, defect })
    };
    rows.into_iter().map(open).collect()
}

/// Names of the defects found among some records of a workstation, taken note of or not.
pub fn found_between(db: Db<'_>, terminal: WorkstationId, from: i64, to: i64) -> Result<Vec<String>> {
    let sql =
        "SELECT DISTINCT defect FROM integrity_defect WHERE terminal_id = ?1 AND position BETWEEN ?2 AND ?3";
    all(db.0, sql, (terminal.to_string(), from, to), |r| r.get(0))
}

/// Notes that a workstation has an anchor outside the database.
pub fn mark_anchored(tx: &Tx<'_>, terminal: WorkstationId) -> Result<()> {
    let sql = "INSERT INTO anchored (terminal_id, since_ms) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    run(tx.sql(), sql, (terminal.to_string(), tx.now_ms()))?;
    Ok(())
}

/// Workstations that were anchored at least once.
pub fn anchored(db: Db<'_>) -> Result<Vec<WorkstationId>> {
    let ids: Vec<String> = all(db.0, "SELECT terminal_id FROM anchored", [], |r| r.get(0))?;
    ids.iter().map(|id| terminal(id)).collect()
}

fn terminal(id: &str) -> Result<WorkstationId> {
    id.parse().map(WorkstationId).map_err(|_| Error::Corrupt(id.to_owned()))
}

/// A full verification that has ended.
#[derive(Clone, Debug)]
pub struct RunRow {
    /// When it began.
    pub started_ms: i64,
    /// When it ended.
    pub ended_ms: i64,
    /// Who asked for it.
    pub asked_by: Option<UserId>,
    /// How it ended: a name of the contract.
    pub phase: String,
    /// Records verified.
    pub records: i64,
    /// What was found: JSON of the contract.
    pub report: String,
}

impl RunRow {
    /// It could not be carried through, and says nothing of the books.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.phase == "failed"
    }
}

/// Keeps a verification, and forgets the oldest.
pub fn keep_run(tx: &Tx<'_>, done: &RunRow) -> Result<()> {
    let sql = "INSERT INTO integrity_run (started_ms, ended_ms, asked_by, phase, records, report) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let by = done.asked_by.map(|user| user.0);
    run(tx.sql(), sql, (done.started_ms, done.ended_ms, by, &done.phase, done.records, &done.report))?;
    run(
        tx.sql(),
        "DELETE FROM integrity_run WHERE id <= (SELECT max(id) FROM integrity_run) - ?1",
        [RUNS_KEPT],
    )?;
    Ok(())
}

/// The last verification; with `ended_by_itself`, the last one that nobody cancelled.
pub fn last_run(db: Db<'_>, ended_by_itself: bool) -> Result<Option<RunRow>> {
    let sql = "SELECT started_ms, ended_ms, asked_by, phase, records, report FROM integrity_run
        WHERE NOT ?1 OR phase <> 'cancelled' ORDER BY id DESC LIMIT 1";
    one(db.0, sql, [ended_by_itself], |r| {
        Ok(RunRow {
            started_ms: r.get(0)?,
            ended_ms: r.get(1)?,
            asked_by: r.get::<_, Option<uuid::Uuid>>(2)?.map(UserId),
            phase: r.get(3)?,
            records: r.get(4)?,
            report: r.get(5)?,
        })
    })
}

/// The check of the tables in the last verification that has one: JSON of the contract. With `result`, only of one that came
/// to a result.
pub fn last_tables(db: Db<'_>, result: bool) -> Result<Option<String>> {
    let sql = "SELECT json_extract(report, '$.tables') FROM integrity_run WHERE json_extract(report, '$.tables.state') IS NOT NULL
        AND (NOT ?1 OR json_extract(report, '$.tables.state') IN ('sound', 'different', 'log_damaged')) ORDER BY id DESC LIMIT 1";
    one(db.0, sql, [result], |r| r.get(0))
}

/// Keeps what is known of a record that another copy holds at a place of ours: its anchor, or the record itself, as JSON.
/// What is kept already stays as it is.
pub fn keep_conflict(tx: &Tx<'_>, other: &Anchor, known: &str, source: &str) -> Result<()> {
    let place = (other.terminal_id.to_string(), other.global_seq, &other.link_global);
    let there =
        "SELECT 1 FROM fiscal_conflict WHERE terminal_id = ?1 AND global_seq = ?2 AND link_global = ?3";
    if one(tx.sql(), there, (&place.0, place.1, place.2), |_| Ok(()))?.is_none() {
        let sql = "INSERT INTO fiscal_conflict (terminal_id, global_seq, link_global, record, source, found_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        run(tx.sql(), sql, (&place.0, place.1, place.2, known, source, tx.now_ms()))?;
    }
    Ok(())
}
