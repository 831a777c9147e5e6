//! What belongs to this device alone: answers already given, computers, wrong PINs, the first run.

use domain::ids::{ComputerId, UserId, WorkstationId};
use uuid::Uuid;

use super::{one, run};
use crate::error::Result;
use crate::reader::Db;
use crate::tx::Tx;

/// An answer already given.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The command.
    pub command: String,
    /// Hash of the request.
    pub request_hash: Vec<u8>,
    /// The response, as JSON; empty where a repeat is told something newer.
    pub response: String,
}

/// The answer given to a key.
pub fn answer(db: Db<'_>, key: Uuid) -> Result<Option<Answer>> {
    one(db.0, "SELECT command, request_hash, response FROM idempotency WHERE key = ?1", [key], |r| {
        Ok(Answer { command: r.get(0)?, request_hash: r.get(1)?, response: r.get(2)? })
    })
}

/// An answer is kept this long: a client repeats a call within seconds, or never.
const KEEP_ANSWERS_MS: i64 = 2 * 3_600_000;

/// Keeps an answer, and forgets the first few if they are old, so that their number follows the last hours and no
/// purge ever takes long. Keys begin with the time at which they were minted.
pub fn keep_answer(tx: &Tx<'_>, key: Uuid, answer: &Answer) -> Result<()> {
    let sql =
        "INSERT INTO idempotency (key, command, request_hash, response, at_ms) VALUES (?1, ?2, ?3, ?4, ?5)";
    run(tx.sql(), sql, (key, &answer.command, &answer.request_hash, &answer.response, tx.now_ms()))?;
    let old = "DELETE FROM idempotency WHERE key IN (SELECT key FROM idempotency ORDER BY key LIMIT 3) AND at_ms < ?1";
    run(tx.sql(), old, [tx.now_ms() - KEEP_ANSWERS_MS])?;
    Ok(())
}

/// Forgets every answer: what a measurement of the lasting size of a database starts with.
pub fn forget_answers(tx: &Tx<'_>) -> Result<()> {
    run(tx.sql(), "DELETE FROM idempotency", [])?;
    Ok(())
}

/// The default workstation of a computer.
pub fn default_workstation(db: Db<'_>, computer: ComputerId) -> Result<Option<WorkstationId>> {
    one(db.0, "SELECT workstation_id FROM computer WHERE id = ?1", [computer.0], |r| {
        Ok(WorkstationId(r.get(0)?))
    })
}

/// Sets the default workstation of a computer.
pub fn set_default_workstation(tx: &Tx<'_>, computer: ComputerId, workstation: WorkstationId) -> Result<()> {
    let sql = "INSERT INTO computer (id, workstation_id) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET workstation_id = excluded.workstation_id";
    run(tx.sql(), sql, (computer.0, workstation.0))?;
    Ok(())
}

/// Wrong PINs of a user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PinAttempts {
    /// Errors in a row.
    pub failures: u32,
    /// No PIN is tried before this moment.
    pub locked_until_ms: i64,
}

/// Wrong PINs of a user so far.
pub fn pin_attempts(db: Db<'_>, user: UserId) -> Result<PinAttempts> {
    let row =
        one(db.0, "SELECT failures, locked_until_ms FROM pin_attempt WHERE user_id = ?1", [user.0], |r| {
            Ok(PinAttempts { failures: r.get(0)?, locked_until_ms: r.get(1)? })
        })?;
    Ok(row.unwrap_or_default())
}

/// Notes a wrong PIN, or (with the default) forgets them.
pub fn set_pin_attempts(tx: &Tx<'_>, user: UserId, attempts: PinAttempts) -> Result<()> {
    let sql = "INSERT INTO pin_attempt (user_id, failures, locked_until_ms) VALUES (?1, ?2, ?3)
       ON CONFLICT DO UPDATE SET failures = excluded.failures, locked_until_ms = excluded.locked_until_ms";
    run(tx.sql(), sql, (user.0, attempts.failures, attempts.locked_until_ms))?;
    Ok(())
}

/// The step at which the first run goes on; none once it is over, or when there never was one.
pub fn first_run_step(db: Db<'_>) -> Result<Option<String>> {
    one(db.0, "SELECT step FROM first_run", [], |r| r.get(0))
}

/// Notes where the first run goes on; none ends it.
pub fn set_first_run_step(tx: &Tx<'_>, step: Option<&str>) -> Result<()> {
    match step {
        Some(step) => {
            let sql = "INSERT INTO first_run (id, step) VALUES (1, ?1) ON CONFLICT DO UPDATE SET step = excluded.step";
            run(tx.sql(), sql, [step])?;
        }
        None => {
            run(tx.sql(), "DELETE FROM first_run", [])?;
        }
    }
    Ok(())
}
