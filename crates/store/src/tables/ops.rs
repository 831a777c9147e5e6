//! The operation log, for replay and audit; and dumps of tables, for the tests that compare them.

use rusqlite::Row;
use rusqlite::types::ValueRef;

use super::{all, one};
use crate::error::{Error, Result};
use crate::op::{MasterEntity, OpRow};
use crate::reader::Db;

/// Operations after a position of this device's log, in order.
pub fn after(db: Db<'_>, dseq: i64, limit: u32) -> Result<Vec<OpRow>> {
    let sql = "SELECT dv, dseq, st, kind, ver, hlc, flags, hash, payload FROM op WHERE dseq > ?1 ORDER BY dv, dseq LIMIT ?2";
    all(db.0, sql, (dseq, limit), row)
}

/// Operations of this device after a position of its log, up to another one, in order.
pub fn page(db: Db<'_>, after: i64, until: i64, limit: u32) -> Result<Vec<OpRow>> {
    let sql = "SELECT dv, dseq, st, kind, ver, hlc, flags, hash, payload FROM op
       WHERE dv = (SELECT dv FROM self) AND dseq > ?1 AND dseq <= ?2 ORDER BY dseq LIMIT ?3";
    all(db.0, sql, (after, until, limit), row)
}

/// Hash of the last operation of this device.
pub fn head_hash(db: Db<'_>) -> Result<[u8; 32]> {
    let hash: Option<Vec<u8>> = one(db.0, "SELECT head FROM self WHERE one = 1", [], |r| r.get(0))?;
    let hash = hash.and_then(|hash| hash.try_into().ok());
    hash.ok_or_else(|| Error::Corrupt("head of the operation log".to_owned()))
}

fn row(r: &Row<'_>) -> rusqlite::Result<OpRow> {
    Ok(OpRow {
        dv: r.get(0)?,
        dseq: r.get(1)?,
        st: r.get(2)?,
        kind: r.get(3)?,
        ver: r.get(4)?,
        hlc: r.get(5)?,
        flags: r.get(6)?,
        hash: r.get(7)?,
        payload: r.get(8)?,
    })
}

/// Master data of one kind after a position of the log, up to another one, in order.
pub fn master(db: Db<'_>, entity: MasterEntity, after: i64, until: i64, limit: u32) -> Result<Vec<OpRow>> {
    // Named, because the planner would rather read through the sales.
    let sql = "SELECT dv, dseq, st, kind, ver, hlc, flags, hash, payload FROM op INDEXED BY op_master
       WHERE st = 1 AND kind = ?1 AND dv = (SELECT dv FROM self) AND dseq > ?2 AND dseq <= ?3 ORDER BY dseq LIMIT ?4";
    all(db.0, sql, (entity.kind(), after, until, limit), row)
}

/// Number of the last operation of this device. Shared tables are a function of the log: while this stands still,
/// so do they.
pub fn head(db: Db<'_>) -> Result<i64> {
    Ok(one(db.0, "SELECT dseq FROM self WHERE one = 1", [], |r| r.get(0))?.unwrap_or_default())
}

/// True when this device has written master data after a position of its log.
pub fn master_since(db: Db<'_>, dseq: i64) -> Result<bool> {
    let sql = "SELECT 1 FROM op WHERE dv = (SELECT dv FROM self) AND dseq > ?1 AND st = 1 LIMIT 1";
    Ok(one(db.0, sql, [dseq], |_| Ok(()))?.is_some())
}

/// Every row of a table as text, sorted: two tables are equal when their dumps are.
pub fn dump(db: Db<'_>, table: &str) -> Result<Vec<String>> {
    let mut statement = db.0.prepare(&format!("SELECT * FROM {table}"))?;
    let columns = statement.column_count();
    let rows = statement.query_map([], |r| {
        let cells: Vec<String> =
            (0..columns).map(|i| Ok(cell(r.get_ref(i)?))).collect::<rusqlite::Result<_>>()?;
        Ok(cells.join("|"))
    })?;
    let mut rows: Vec<String> = rows.collect::<rusqlite::Result<_>>()?;
    rows.sort_unstable();
    Ok(rows)
}

/// The whole schema as SQL text, for the snapshot test.
pub fn schema(db: Db<'_>) -> Result<Vec<String>> {
    let sql = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'refinery%' AND name NOT GLOB '*_search_*' ORDER BY type, name";
    all(db.0, sql, [], |r| r.get(0))
}

/// Bytes of the database in use.
pub fn size_bytes(db: Db<'_>) -> Result<i64> {
    let sql = "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count(), pragma_freelist_count(), pragma_page_size()";
    Ok(all(db.0, sql, [], |r| r.get(0))?.first().copied().unwrap_or(0))
}

fn cell(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "∅".to_owned(),
        ValueRef::Integer(i) => i.to_string(),
        ValueRef::Real(_) => "real".to_owned(),
        ValueRef::Text(t) => String::from_utf8_lossy(t).into_owned(),
        ValueRef::Blob(b) => b.iter().map(|x| format!("{x:02x}")).collect(),
    }
}
