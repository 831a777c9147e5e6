//! The mail server of this device, the letters that wait, and what was sent.

use domain::ids::{DocumentId, MailJobId, UserId, WorkstationId};
use rusqlite::{Row, named_params};
use uuid::Uuid;

use super::{all, one, run};
use crate::error::Result;
use crate::reader::Db;
use crate::tx::Tx;

/// Through which server this device sends. `security` is a name of the contract, opaque here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailServerRow {
    /// Name or address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Protection of the line.
    pub security: String,
    /// Login; empty where the server wants none.
    pub login: String,
    /// Address of the sender.
    pub sender: String,
}

/// The server, once it is set.
pub fn server(db: Db<'_>) -> Result<Option<MailServerRow>> {
    one(db.0, "SELECT host, port, security, login, sender FROM mail_server", [], |r| {
        Ok(MailServerRow {
            host: r.get(0)?,
            port: r.get(1)?,
            security: r.get(2)?,
            login: r.get(3)?,
            sender: r.get(4)?,
        })
    })
}

/// Sets the server.
pub fn set_server(tx: &Tx<'_>, server: &MailServerRow) -> Result<()> {
    let sql =
        "INSERT INTO mail_server (id, host, port, security, login, sender) VALUES (1, ?1, ?2, ?3, ?4, ?5)
       ON CONFLICT (id) DO UPDATE SET host = ?1, port = ?2, security = ?3, login = ?4, sender = ?5";
    run(tx.sql(), sql, (&server.host, server.port, &server.security, &server.login, &server.sender))?;
    Ok(())
}

/// A letter. State and problem are names of the contract, opaque here.
#[derive(Clone, Debug)]
pub struct MailJobRow {
    /// The letter.
    pub id: MailJobId,
    /// The workstation it was asked for at.
    pub workstation: Option<WorkstationId>,
    /// Its document; none for a test of the settings.
    pub document: Option<DocumentId>,
    /// Address.
    pub recipient: String,
    /// The number of the signed duplicate; none for the original.
    pub duplicate: Option<u32>,
    /// State.
    pub state: String,
    /// Why it does not move.
    pub problem: Option<String>,
    /// Attempts.
    pub attempts: u32,
    /// Not tried before this moment.
    pub next_ms: i64,
    /// Who asked for it.
    pub created_by: Option<UserId>,
    /// When.
    pub created_ms: i64,
}

const JOB: &str = "SELECT id, workstation_id, document_id, recipient, duplicate, state, problem, attempts, next_ms, created_by, created_ms FROM mail_job";

fn job_row(r: &Row<'_>) -> rusqlite::Result<MailJobRow> {
    Ok(MailJobRow {
        id: MailJobId(r.get(0)?),
        workstation: r.get::<_, Option<Uuid>>(1)?.map(WorkstationId),
        document: r.get::<_, Option<Uuid>>(2)?.map(DocumentId),
        recipient: r.get(3)?,
        duplicate: r.get(4)?,
        state: r.get(5)?,
        problem: r.get(6)?,
        attempts: r.get(7)?,
        next_ms: r.get(8)?,
        created_by: r.get::<_, Option<Uuid>>(9)?.map(UserId),
        created_ms: r.get(10)?,
    })
}

/// The words of the partial index: only a query that repeats them can use it.
const WAITING: &str = "state IN ('queued', 'sending', 'blocked')";

/// Adds a letter.
pub fn insert(tx: &Tx<'_>, job: &MailJobRow) -> Result<()> {
    let sql = "INSERT INTO mail_job (id, workstation_id, document_id, recipient, duplicate, state, next_ms, created_by, created_ms, updated_ms)
       VALUES (:id, :workstation, :document, :recipient, :duplicate, :state, :next, :by, :at, :at)";
    tx.sql().prepare_cached(sql)?.execute(named_params! {
        ":id": job.id.0, ":workstation": job.workstation.map(|w| w.0), ":document": job.document.map(|d| d.0),
        ":recipient": job.recipient, ":duplicate": job.duplicate, ":state": job.state, ":next": job.next_ms,
        ":by": job.created_by.map(|u| u.0), ":at": job.created_ms,
    })?;
    Ok(())
}

/// A letter.
pub fn by_id(db: Db<'_>, id: MailJobId) -> Result<Option<MailJobRow>> {
    one(db.0, &format!("{JOB} WHERE id = ?1"), [id.0], job_row)
}

/// The newest letters, those that wait first.
pub fn recent(db: Db<'_>, limit: u32) -> Result<Vec<MailJobRow>> {
    let sql = format!("{JOB} ORDER BY NOT {WAITING}, created_ms DESC, id DESC LIMIT ?1");
    all(db.0, &sql, [limit], job_row)
}

/// Letters that may be tried now, oldest first.
pub fn due(db: Db<'_>, now_ms: i64) -> Result<Vec<MailJobRow>> {
    let sql = format!("{JOB} WHERE {WAITING} AND state <> 'sending' AND next_ms <= ?1 ORDER BY next_ms, id");
    all(db.0, &sql, [now_ms], job_row)
}

/// The letter of a document that still waits.
pub fn waiting_of(db: Db<'_>, document: DocumentId) -> Result<Option<MailJobRow>> {
    let sql = format!("{JOB} WHERE document_id = ?1 AND state IN ('queued', 'sending', 'blocked') LIMIT 1");
    one(db.0, &sql, [document.0], job_row)
}

/// How often a document left as a file, by letter or saved.
pub fn sent(db: Db<'_>, document: DocumentId) -> Result<u32> {
    let sql = "SELECT count(*) FROM document_sent WHERE document_id = ?1";
    Ok(one(db.0, sql, [document.0], |r| r.get(0))?.unwrap_or(0))
}

/// Moves a letter to a state; it is not tried before `next_ms`.
pub fn set_state(
    tx: &Tx<'_>,
    id: MailJobId,
    state: &str,
    problem: Option<&str>,
    (tried, next_ms): (bool, i64),
) -> Result<()> {
    let sql = "UPDATE mail_job SET state = ?2, problem = ?3, attempts = attempts + ?4, next_ms = ?5, updated_ms = ?6 WHERE id = ?1";
    run(tx.sql(), sql, (id.0, state, problem, tried, next_ms, tx.now_ms()))?;
    Ok(())
}

/// What was being sent when the program stopped waits again: the server tells a repeat by its message id.
pub fn resume(tx: &Tx<'_>) -> Result<()> {
    run(tx.sql(), "UPDATE mail_job SET state = 'queued' WHERE state = 'sending'", [])?;
    Ok(())
}

/// Forgets finished letters older than `before_ms`, and with them the addresses.
pub fn forget_before(tx: &Tx<'_>, before_ms: i64) -> Result<()> {
    run(tx.sql(), &format!("DELETE FROM mail_job WHERE NOT {WAITING} AND updated_ms < ?1"), [before_ms])?;
    Ok(())
}
