//! Backups of this device: settings, attempts, drills. Places and problems are names of the contract, opaque here.

use rusqlite::{Row, named_params};

use super::{all, one, run};
use crate::error::Result;
use crate::reader::Db;
use crate::tx::Tx;

/// How backups are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupSettingsRow {
    /// Folder of the second place; empty without one.
    pub second: String,
    /// Minutes between backups while the shop sells.
    pub every_min: u16,
    /// Minute of the day of the daily backup.
    pub daily_min: u16,
    /// Files are encrypted.
    pub encrypted: bool,
}

/// The settings, once somebody has changed them.
pub fn settings(db: Db<'_>) -> Result<Option<BackupSettingsRow>> {
    let sql = "SELECT second, every_min, daily_min, encrypted FROM backup_settings";
    one(db.0, sql, [], |r| {
        Ok(BackupSettingsRow {
            second: r.get(0)?,
            every_min: r.get(1)?,
            daily_min: r.get(2)?,
            encrypted: r.get(3)?,
        })
    })
}

/// Sets the settings.
pub fn set_settings(tx: &Tx<'_>, row: &BackupSettingsRow) -> Result<()> {
    let sql =
        "INSERT INTO backup_settings (id, second, every_min, daily_min, encrypted) VALUES (1, ?1, ?2, ?3, ?4)
       ON CONFLICT (id) DO UPDATE SET second = ?1, every_min = ?2, daily_min = ?3, encrypted = ?4";
    run(tx.sql(), sql, (&row.second, row.every_min, row.daily_min, row.encrypted))?;
    Ok(())
}

/// An attempt at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupRunRow {
    /// When it was begun.
    pub at_ms: i64,
    /// Place.
    pub place: String,
    /// Name of the file; empty for a failure.
    pub name: String,
    /// Its size.
    pub bytes: i64,
    /// Tickets in it.
    pub tickets: i64,
    /// The last operation in it.
    pub dseq: i64,
    /// How long it took.
    pub took_ms: i64,
    /// Why it failed.
    pub problem: Option<String>,
}

const RUN: &str = "SELECT at_ms, place, name, bytes, tickets, dseq, took_ms, problem FROM backup_run";

fn run_row(r: &Row<'_>) -> rusqlite::Result<BackupRunRow> {
    Ok(BackupRunRow {
        at_ms: r.get(0)?,
        place: r.get(1)?,
        name: r.get(2)?,
        bytes: r.get(3)?,
        tickets: r.get(4)?,
        dseq: r.get(5)?,
        took_ms: r.get(6)?,
        problem: r.get(7)?,
    })
}

/// Notes an attempt. Of failures only the newest of a place is kept, and successes as long as `keep_ms`.
pub fn note_run(tx: &Tx<'_>, row: &BackupRunRow, keep_ms: i64) -> Result<()> {
    run(tx.sql(), "DELETE FROM backup_run WHERE place = ?1 AND problem IS NOT NULL", [&row.place])?;
    run(tx.sql(), "DELETE FROM backup_run WHERE at_ms < ?1", [row.at_ms - keep_ms])?;
    let sql = "INSERT OR REPLACE INTO backup_run (at_ms, place, name, bytes, tickets, dseq, took_ms, problem)
       VALUES (:at, :place, :name, :bytes, :tickets, :dseq, :took, :problem)";
    tx.sql().prepare_cached(sql)?.execute(named_params! {
        ":at": row.at_ms, ":place": row.place, ":name": row.name, ":bytes": row.bytes, ":tickets": row.tickets,
        ":dseq": row.dseq, ":took": row.took_ms, ":problem": row.problem,
    })?;
    Ok(())
}

/// The last success at a place.
pub fn last_success(db: Db<'_>, place: &str) -> Result<Option<BackupRunRow>> {
    let sql = format!("{RUN} WHERE place = ?1 AND problem IS NULL ORDER BY at_ms DESC LIMIT 1");
    one(db.0, &sql, [place], run_row)
}

/// Why the last attempt at a place failed; none when it did not.
pub fn failure(db: Db<'_>, place: &str) -> Result<Option<BackupRunRow>> {
    let sql = format!("{RUN} WHERE place = ?1 ORDER BY at_ms DESC LIMIT 1");
    Ok(one(db.0, &sql, [place], run_row)?.filter(|row| row.problem.is_some()))
}

/// The successes by name: what is known of files without opening them.
pub fn successes(db: Db<'_>) -> Result<Vec<BackupRunRow>> {
    all(db.0, &format!("{RUN} WHERE problem IS NULL"), [], run_row)
}

/// A restore drill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupDrillRow {
    /// When.
    pub at_ms: i64,
    /// Name of the backup.
    pub name: String,
    /// Tickets in it.
    pub tickets: i64,
    /// Signed records in it.
    pub records: i64,
    /// What its tickets add up to, in minor units.
    pub total: i64,
    /// Tickets that it lacks.
    pub missing: i64,
    /// What is wrong.
    pub problem: Option<String>,
    /// Where.
    pub detail: String,
    /// How long it took.
    pub took_ms: i64,
}

/// Notes a drill, and forgets all but the last `keep`.
pub fn note_drill(tx: &Tx<'_>, row: &BackupDrillRow, keep: u32) -> Result<()> {
    let sql = "INSERT OR REPLACE INTO backup_drill (at_ms, name, tickets, records, total, missing, problem, detail, took_ms)
       VALUES (:at, :name, :tickets, :records, :total, :missing, :problem, :detail, :took)";
    tx.sql().prepare_cached(sql)?.execute(named_params! {
        ":at": row.at_ms, ":name": row.name, ":tickets": row.tickets, ":records": row.records, ":total": row.total,
        ":missing": row.missing, ":problem": row.problem, ":detail": row.detail, ":took": row.took_ms,
    })?;
    let old = "DELETE FROM backup_drill WHERE at_ms NOT IN (SELECT at_ms FROM backup_drill ORDER BY at_ms DESC LIMIT ?1)";
    run(tx.sql(), old, [keep])?;
    Ok(())
}

/// The last drills, the newest first.
pub fn drills(db: Db<'_>, limit: u32) -> Result<Vec<BackupDrillRow>> {
    let sql =
        "SELECT at_ms, name, tickets, records, total, missing, problem, detail, took_ms FROM backup_drill
       ORDER BY at_ms DESC LIMIT ?1";
    all(db.0, sql, [limit], |r| {
        Ok(BackupDrillRow {
            at_ms: r.get(0)?,
            name: r.get(1)?,
            tickets: r.get(2)?,
            records: r.get(3)?,
            total: r.get(4)?,
            missing: r.get(5)?,
            problem: r.get(6)?,
            detail: r.get(7)?,
            took_ms: r.get(8)?,
        })
    })
}
