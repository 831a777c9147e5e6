//! Which workstations run on this device: what is still noted when the program starts was left by a crash.

use domain::ids::WorkstationId;

use super::{all, one, run};
use crate::error::Result;
use crate::reader::Db;
use crate::tx::Tx;

/// The workstations that are noted as running, and since when (UTC milliseconds).
pub fn running(db: Db<'_>) -> Result<Vec<(WorkstationId, i64)>> {
    let sql = "SELECT workstation_id, since_ms FROM workstation_run ORDER BY workstation_id";
    all(db.0, sql, [], |r| Ok((WorkstationId(r.get(0)?), r.get(1)?)))
}

/// Notes that a workstation runs from now on.
pub fn start(tx: &Tx<'_>, workstation: WorkstationId) -> Result<()> {
    let sql = "INSERT INTO workstation_run (workstation_id, since_ms) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET since_ms = excluded.since_ms";
    run(tx.sql(), sql, (workstation.0, tx.now_ms()))?;
    Ok(())
}

/// Notes that a workstation was stopped as it should be.
pub fn stop(tx: &Tx<'_>, workstation: WorkstationId) -> Result<()> {
    run(tx.sql(), "DELETE FROM workstation_run WHERE workstation_id = ?1", [workstation.0])?;
    Ok(())
}

/// The versions of the program and of the fiscal rules that made the last record of a workstation.
pub fn last_versions(db: Db<'_>, workstation: WorkstationId) -> Result<Option<(String, String)>> {
    let sql = "SELECT sw_version, fiscal_version FROM fiscal_record WHERE terminal_id = ?1 ORDER BY global_seq DESC LIMIT 1";
    one(db.0, sql, [workstation.to_string()], |r| Ok((r.get(0)?, r.get(1)?)))
}
