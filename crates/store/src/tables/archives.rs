//! Fiscal archives: the signed records that make them, and where the files of this computer stand.
//!
//! States and problems are names of the contract, opaque here.

use domain::ids::WorkstationId;
use fiscal::{Chain, FiscalRecord};
use rusqlite::Row;

pub use super::archive_requests::{RequestRow, answer, ask, postpone, requests};
use super::fiscal::{RECORD, record, terminals};
use super::{all, one, run};
use crate::error::Result;
use crate::reader::Db;
use crate::tx::Tx;

/// The record of an archive.
pub fn act(db: Db<'_>, number: &str) -> Result<Option<FiscalRecord>> {
    let sql = format!("{RECORD} WHERE doc_no = ?1 AND chain = 'ARCHIVE'");
    Ok(one(db.0, &sql, [number], record)?.map(archive))
}

/// Rows of the table of records are read as events; these are archives.
fn archive(record: FiscalRecord) -> FiscalRecord {
    FiscalRecord { chain: Chain::Archive, ..record }
}

/// The newest archives, of one workstation and one type («J», «M», «E», «P») if asked for.
pub fn acts(
    db: Db<'_>,
    workstation: Option<WorkstationId>,
    kind: Option<&str>,
    (offset, limit): (u32, u32),
) -> Result<Vec<FiscalRecord>> {
    let sql = format!(
        "{RECORD} WHERE terminal_id = ?1 AND chain = 'ARCHIVE' AND coalesce(?2, kind) = kind ORDER BY chain_seq DESC LIMIT ?3"
    );
    let mut acts = Vec::new();
    let of_interest = |id: &WorkstationId| workstation.is_none_or(|wanted| wanted == *id);
    for terminal in terminals(db)?.into_iter().filter(of_interest) {
        let most = offset.saturating_add(limit);
        acts.extend(all(db.0, &sql, (terminal.to_string(), kind, most), record)?.into_iter().map(archive));
    }
    acts.sort_by(|a, b| (&b.ts_utc, b.global_seq).cmp(&(&a.ts_utc, a.global_seq)));
    Ok(acts.into_iter().skip(offset as usize).take(limit as usize).collect())
}

/// Numbers of archives that have no row in the table of files yet, newest first of each workstation. Archives get their
/// row in order, so the search ends at the first that has one.
pub fn without_file(db: Db<'_>, limit: u32) -> Result<Vec<String>> {
    let sql =
        "SELECT doc_no, EXISTS (SELECT 1 FROM archive_file f WHERE f.number = doc_no) FROM fiscal_record
        WHERE terminal_id = ?1 AND chain = 'ARCHIVE' ORDER BY chain_seq DESC LIMIT ?2";
    let mut numbers = Vec::new();
    for terminal in terminals(db)? {
        let rows: Vec<(String, bool)> =
            all(db.0, sql, (terminal.to_string(), limit), |r| Ok((r.get(0)?, r.get(1)?)))?;
        numbers.extend(rows.into_iter().take_while(|(_, known)| !known).map(|(number, _)| number));
    }
    Ok(numbers)
}

/// The position of the first record of a workstation at or behind a local moment («20261121000000»); none when all are
/// before it. Positions are halved, not read through: a book is in the order of its moments, but for a clock that was set
/// right.
pub fn first_at(db: Db<'_>, terminal: WorkstationId, ts_local: &str) -> Result<Option<i64>> {
    let sql = "SELECT global_seq, ts_local FROM fiscal_record WHERE terminal_id = ?1 AND global_seq >= ?2 ORDER BY global_seq LIMIT 1";
    let last = "SELECT coalesce(max(global_seq), 0) FROM fiscal_record WHERE terminal_id = ?1";
    let id = terminal.to_string();
    let (mut low, mut high) = (1_i64, one(db.0, last, [&id], |r| r.get::<_, i64>(0))?.unwrap_or(0) + 1);
    let end = high;
    while low < high {
        let middle = low + (high - low) / 2;
        let found = one(db.0, sql, (&id, middle), |r| Ok((r.get::<_, i64>(0)?, r.get::<_, String>(1)?)))?;
        match found {
            Some((seq, at)) if at.as_str() < ts_local => low = seq + 1,
            _ => high = middle,
        }
    }
    if low == end {
        return Ok(None);
    }
    one(db.0, sql, (&id, low), |r| r.get(0))
}

/// The last record of a workstation before a position: position and link.
pub fn last_before(db: Db<'_>, terminal: WorkstationId, seq: i64) -> Result<Option<(i64, String)>> {
    let sql = "SELECT global_seq, link_global FROM fiscal_record WHERE terminal_id = ?1 AND global_seq < ?2 ORDER BY global_seq DESC LIMIT 1";
    one(db.0, sql, (terminal.to_string(), seq), |r| Ok((r.get(0)?, r.get(1)?)))
}

/// How many records a workstation has between two positions, both included.
pub fn count(db: Db<'_>, terminal: WorkstationId, (from, to): (i64, i64)) -> Result<i64> {
    let sql = "SELECT count(*) FROM fiscal_record WHERE terminal_id = ?1 AND global_seq BETWEEN ?2 AND ?3";
    Ok(one(db.0, sql, (terminal.to_string(), from, to), |r| r.get(0))?.unwrap_or(0))
}

/// A public key as archives state it.
#[derive(Clone, Debug)]
pub struct KeyRow {
    /// SPKI.
    pub spki: Vec<u8>,
    /// First position that it signs.
    pub valid_from: i64,
    /// The key before it.
    pub prev_key_id: Option<String>,
    /// That key's signature of this one.
    pub prev_key_sig: Option<String>,
}

/// The keys of a workstation, oldest first.
pub fn keys(db: Db<'_>, terminal: WorkstationId) -> Result<Vec<KeyRow>> {
    let sql = "SELECT spki, valid_from_seq, prev_key_id, prev_key_sig FROM fiscal_key WHERE terminal_id = ?1 ORDER BY valid_from_seq";
    all(db.0, sql, [terminal.to_string()], |r| {
        Ok(KeyRow { spki: r.get(0)?, valid_from: r.get(1)?, prev_key_id: r.get(2)?, prev_key_sig: r.get(3)? })
    })
}

/// Where the file of an archive stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileRow {
    /// State.
    pub state: String,
    /// Why it does not move.
    pub problem: Option<String>,
    /// Attempts.
    pub attempts: u32,
    /// Not tried before this moment.
    pub next_ms: i64,
    /// Defects that the verification before it found.
    pub findings: i64,
    /// Its path, once it is written: below the folder of archives.
    pub name: Option<String>,
    /// Its size.
    pub bytes: Option<i64>,
    /// Its SHA-256, hexadecimal.
    pub sha256: Option<String>,
}

const FILE: &str =
    "SELECT number, state, problem, attempts, next_ms, findings, name, bytes, sha256 FROM archive_file";

fn file_row(r: &Row<'_>) -> rusqlite::Result<(String, FileRow)> {
    let row = FileRow {
        state: r.get(1)?,
        problem: r.get(2)?,
        attempts: r.get(3)?,
        next_ms: r.get(4)?,
        findings: r.get(5)?,
        name: r.get(6)?,
        bytes: r.get(7)?,
        sha256: r.get(8)?,
    };
    Ok((r.get(0)?, row))
}

/// The file of an archive.
pub fn file(db: Db<'_>, number: &str) -> Result<Option<FileRow>> {
    Ok(one(db.0, &format!("{FILE} WHERE number = ?1"), [number], file_row)?.map(|(_, row)| row))
}

/// Files that are to be written now.
pub fn files_due(db: Db<'_>, now_ms: i64) -> Result<Vec<(String, FileRow)>> {
    let sql = format!("{FILE} WHERE state <> 'ready' AND next_ms <= ?1 ORDER BY next_ms LIMIT 50");
    all(db.0, &sql, [now_ms], file_row)
}

/// Sets where a file stands.
pub fn set_file(tx: &Tx<'_>, number: &str, row: &FileRow) -> Result<()> {
    let sql = "INSERT INTO archive_file (number, state, problem, attempts, next_ms, findings, name, bytes, sha256)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (number) DO UPDATE SET state = ?2, problem = ?3, attempts = ?4, next_ms = ?5, findings = ?6,
          name = ?7, bytes = ?8, sha256 = ?9";
    let FileRow { state, problem, attempts, next_ms, findings, name, bytes, sha256 } = row;
    run(tx.sql(), sql, (number, state, problem, attempts, next_ms, findings, name, bytes, sha256))?;
    Ok(())
}

/// A copy of an archive in another folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyRow {
    /// The archive.
    pub number: String,
    /// The folder.
    pub folder: String,
    /// State.
    pub state: String,
    /// Why it does not move.
    pub problem: Option<String>,
    /// Attempts.
    pub attempts: u32,
    /// Not tried before this moment.
    pub next_ms: i64,
}

const COPY: &str = "SELECT number, folder, state, problem, attempts, next_ms FROM archive_copy";

fn copy_row(r: &Row<'_>) -> rusqlite::Result<CopyRow> {
    Ok(CopyRow {
        number: r.get(0)?,
        folder: r.get(1)?,
        state: r.get(2)?,
        problem: r.get(3)?,
        attempts: r.get(4)?,
        next_ms: r.get(5)?,
    })
}

/// The copies of an archive.
pub fn copies(db: Db<'_>, number: &str) -> Result<Vec<CopyRow>> {
    all(db.0, &format!("{COPY} WHERE number = ?1 ORDER BY folder"), [number], copy_row)
}

/// Copies that are to be made now: of files that are written.
pub fn copies_due(db: Db<'_>, now_ms: i64) -> Result<Vec<CopyRow>> {
    let sql = format!(
        "{COPY} WHERE state <> 'done' AND next_ms <= ?1
        AND EXISTS (SELECT 1 FROM archive_file f WHERE f.number = archive_copy.number AND f.state = 'ready')
        ORDER BY next_ms LIMIT 50"
    );
    all(db.0, &sql, [now_ms], copy_row)
}

/// Sets where a copy stands.
pub fn set_copy(tx: &Tx<'_>, row: &CopyRow) -> Result<()> {
    let sql = "INSERT INTO archive_copy (number, folder, state, problem, attempts, next_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (number, folder) DO UPDATE SET state = ?3, problem = ?4, attempts = ?5, next_ms = ?6";
    let CopyRow { number, folder, state, problem, attempts, next_ms } = row;
    run(tx.sql(), sql, (number, folder, state, problem, attempts, next_ms))?;
    Ok(())
}

/// Files and copies that failed and are tried again.
pub fn failed(db: Db<'_>) -> Result<u32> {
    let sql = "SELECT (SELECT count(*) FROM archive_file WHERE state <> 'ready' AND problem IS NOT NULL)
        + (SELECT count(*) FROM archive_copy WHERE state <> 'done' AND problem IS NOT NULL)
        + (SELECT count(*) FROM archive_request WHERE problem IS NOT NULL)";
    Ok(one(db.0, sql, [], |r| r.get(0))?.unwrap_or(0))
}

/// The second folder of this computer; empty for none.
pub fn second_folder(db: Db<'_>) -> Result<String> {
    Ok(one(db.0, "SELECT second FROM archive_folder", [], |r| r.get(0))?.unwrap_or_default())
}

/// Sets the second folder.
pub fn set_second_folder(tx: &Tx<'_>, folder: &str) -> Result<()> {
    let sql =
        "INSERT INTO archive_folder (id, second) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET second = ?1";
    run(tx.sql(), sql, [folder])?;
    // What waited for the folder before waits no longer.
    run(tx.sql(), "DELETE FROM archive_copy WHERE state <> 'done' AND folder <> ?1", [folder])?;
    Ok(())
}
