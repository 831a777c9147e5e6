//! The print queue.

use domain::ids::{DocumentId, PrintJobId, ShiftId, UserId, WorkstationId};
use rusqlite::{Row, named_params};
use uuid::Uuid;

use super::{all, one, run};
use crate::error::Result;
use crate::reader::Db;
use crate::tx::Tx;

/// A print job. Kind and state are names of the contract, opaque here.
#[derive(Clone, Debug)]
pub struct PrintJobRow {
    /// The job.
    pub id: PrintJobId,
    /// Its workstation.
    pub workstation: WorkstationId,
    /// What it prints.
    pub kind: String,
    /// Its document.
    pub document: Option<DocumentId>,
    /// Its shift: the one whose report it prints, or during which a duplicate was asked for.
    pub shift: Option<ShiftId>,
    /// Number or title.
    pub title: String,
    /// 1 for the original.
    pub print_number: u32,
    /// Final bytes.
    pub bytes: Vec<u8>,
    /// State.
    pub state: String,
    /// Why it does not move.
    pub problem: Option<String>,
    /// Attempts.
    pub attempts: u32,
    /// Who asked for it.
    pub created_by: Option<UserId>,
    /// When.
    pub created_ms: i64,
    /// Not tried after this moment.
    pub deadline_ms: Option<i64>,
}

const JOB: &str = "SELECT id, workstation_id, kind, document_id, shift_id, title, print_number, bytes, state, problem, attempts, created_by, created_ms, deadline_ms FROM print_job";

fn job_row(r: &Row<'_>) -> rusqlite::Result<PrintJobRow> {
    Ok(PrintJobRow {
        id: PrintJobId(r.get(0)?),
        workstation: WorkstationId(r.get(1)?),
        kind: r.get(2)?,
        document: r.get::<_, Option<Uuid>>(3)?.map(DocumentId),
        shift: r.get::<_, Option<Uuid>>(4)?.map(ShiftId),
        title: r.get(5)?,
        print_number: r.get(6)?,
        bytes: r.get(7)?,
        state: r.get(8)?,
        problem: r.get(9)?,
        attempts: r.get(10)?,
        created_by: r.get::<_, Option<Uuid>>(11)?.map(UserId),
        created_ms: r.get(12)?,
        deadline_ms: r.get(13)?,
    })
}

/// Adds a job.
pub fn insert(tx: &Tx<'_>, job: &PrintJobRow) -> Result<()> {
    let sql = "INSERT INTO print_job (id, workstation_id, kind, document_id, shift_id, title, print_number, bytes, state, problem, created_by, created_ms, updated_ms, deadline_ms)
       VALUES (:id, :workstation, :kind, :document, :shift, :title, :number, :bytes, :state, :problem, :by, :at, :at, :deadline)";
    tx.sql().prepare_cached(sql)?.execute(named_params! {
        ":id": job.id.0, ":workstation": job.workstation.0, ":kind": job.kind, ":document": job.document.map(|d| d.0),
        ":shift": job.shift.map(|s| s.0), ":title": job.title, ":number": job.print_number, ":bytes": job.bytes, ":state": job.state,
        ":problem": job.problem, ":by": job.created_by.map(|u| u.0), ":at": job.created_ms, ":deadline": job.deadline_ms,
    })?;
    Ok(())
}

/// A job.
pub fn by_id(db: Db<'_>, id: PrintJobId) -> Result<Option<PrintJobRow>> {
    one(db.0, &format!("{JOB} WHERE id = ?1"), [id.0], job_row)
}

const WAITING: &str = "state IN ('queued', 'sending', 'blocked', 'unconfirmed')";

/// Jobs that are not finished, oldest first.
pub fn waiting(db: Db<'_>, workstation: WorkstationId) -> Result<Vec<PrintJobRow>> {
    all(
        db.0,
        &format!("{JOB} WHERE workstation_id = ?1 AND {WAITING} ORDER BY created_ms, id"),
        [workstation.0],
        job_row,
    )
}

/// Number of jobs that are not finished, drawer pulses apart.
pub fn count_waiting(db: Db<'_>, workstation: WorkstationId) -> Result<u32> {
    let sql = format!(
        "SELECT count(*) FROM print_job WHERE workstation_id = ?1 AND {WAITING} AND kind <> 'drawer'"
    );
    Ok(one(db.0, &sql, [workstation.0], |r| r.get(0))?.unwrap_or(0))
}

/// Finished jobs, newest first.
pub fn recent(db: Db<'_>, workstation: WorkstationId, limit: u32) -> Result<Vec<PrintJobRow>> {
    let sql = format!(
        "{JOB} WHERE workstation_id = ?1 AND NOT {WAITING} ORDER BY created_ms DESC, id DESC LIMIT ?2"
    );
    all(db.0, &sql, (workstation.0, limit), job_row)
}

/// Workstations with jobs that the worker may send now.
pub fn workstations_with_work(db: Db<'_>) -> Result<Vec<WorkstationId>> {
    let sql = "SELECT DISTINCT workstation_id FROM print_job WHERE state IN ('queued', 'blocked')";
    all(db.0, sql, [], |r| Ok(WorkstationId(r.get(0)?)))
}

/// Jobs that were being sent when the program stopped.
pub fn interrupted(db: Db<'_>) -> Result<Vec<PrintJobRow>> {
    all(db.0, &format!("{JOB} WHERE {WAITING} AND state = 'sending'"), [], job_row)
}

/// The last job of a document that was not given up.
pub fn last_of_document(db: Db<'_>, document: DocumentId) -> Result<Option<PrintJobRow>> {
    let sql = format!(
        "{JOB} WHERE document_id = ?1 AND state <> 'cancelled' ORDER BY print_number DESC, created_ms DESC LIMIT 1"
    );
    one(db.0, &sql, [document.0], job_row)
}

/// The last job that prints the report of a shift.
pub fn last_of_report(db: Db<'_>, shift: ShiftId) -> Result<Option<PrintJobRow>> {
    let sql = format!("{JOB} WHERE shift_id = ?1 AND kind = 'shift_report' ORDER BY created_ms DESC LIMIT 1");
    one(db.0, &sql, [shift.0], job_row)
}

/// Moves a job to a state.
pub fn set_state(tx: &Tx<'_>, id: PrintJobId, state: &str, problem: Option<&str>, tried: bool) -> Result<()> {
    let sql = "UPDATE print_job SET state = ?2, problem = ?3, attempts = attempts + ?4, updated_ms = ?5 WHERE id = ?1";
    run(tx.sql(), sql, (id.0, state, problem, tried, tx.now_ms()))?;
    Ok(())
}

/// Forgets the bytes of finished jobs older than `before_ms`; what was printed is in `document_print`.
pub fn forget_before(tx: &Tx<'_>, before_ms: i64) -> Result<()> {
    run(
        tx.sql(),
        "DELETE FROM print_job WHERE state IN ('done', 'cancelled') AND updated_ms < ?1",
        [before_ms],
    )?;
    Ok(())
}
