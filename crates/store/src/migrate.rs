//! Bringing a database to this program's schema: backup first, all or nothing, never backwards.

use std::path::{Path, PathBuf};

use refinery::Runner;
use rusqlite::{Connection, OptionalExtension};

use crate::backup;
use crate::connection::APPLICATION_ID;
use crate::error::{Error, Result};

mod embedded {
    refinery::embed_migrations!("../../migrations/sqlite");
}

/// Newest schema version of this program.
#[must_use]
pub fn known_version() -> i64 {
    let runner: Runner = embedded::migrations::runner();
    runner.get_migrations().iter().map(|m| i64::from(m.version())).max().unwrap_or(0)
}

/// Brings the schema up to date. Before an upgrade of an existing database a dated copy is made beside it
/// (its path is returned). Refuses a database that is newer than the program or is not ours.
pub fn migrate(conn: &mut Connection, path: &Path, now_ms: i64) -> Result<Option<PathBuf>> {
    let found = schema_version(conn)?;
    let known = known_version();
    if found > known {
        return Err(Error::TooNew { found, known });
    }
    check_ours(conn, found)?;
    if found == known {
        return Ok(None);
    }
    if found == 0 {
        // Before the first table: a crash in between must not leave a database that seems to be another program's.
        conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    }
    let backup = if found > 0 { Some(back_up(conn, path, found, now_ms)?) } else { None };
    upgrade(conn)?;
    Ok(backup)
}

/// Runs what is missing, all or nothing. Without the questions and the backup of [`migrate`]: for copies.
pub fn upgrade(conn: &mut Connection) -> Result<()> {
    let runner = embedded::migrations::runner().set_grouped(true);
    runner.run(conn).map(drop).map_err(|e| Error::Migration(e.to_string()))
}

/// The schema version of a database; 0 for an empty one.
pub fn schema_version(conn: &Connection) -> Result<i64> {
    let table = "SELECT 1 FROM sqlite_master WHERE name = 'refinery_schema_history'";
    if conn.query_row(table, [], |_| Ok(())).optional()?.is_none() {
        return Ok(0);
    }
    Ok(conn.query_row("SELECT coalesce(max(version), 0) FROM refinery_schema_history", [], |r| r.get(0))?)
}

/// An SQLite file of another program must not become ours by accident.
fn check_ours(conn: &Connection, version: i64) -> Result<()> {
    let id: i64 = conn.pragma_query_value(None, "application_id", |r| r.get(0))?;
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_master", [], |r| r.get(0))?;
    if (version == 0 && tables > 0) || (version > 0 && id != APPLICATION_ID) {
        return Err(Error::Migration("the file is another program's database".to_owned()));
    }
    Ok(())
}

fn back_up(conn: &Connection, path: &Path, version: i64, now_ms: i64) -> Result<PathBuf> {
    let check: String = conn.query_row("PRAGMA quick_check(1)", [], |r| r.get(0))?;
    if check != "ok" {
        return Err(Error::Corrupt(check));
    }
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".schema-{version}.{now_ms}.backup"));
    let target = path.with_file_name(name);
    // Nothing half written bears the final name, and none of it is only in the memory of the system.
    let part = target.with_extension("part");
    let _ = std::fs::remove_file(&part);
    conn.execute("VACUUM INTO ?1", [part.to_string_lossy()])?;
    backup::settle(&part)?;
    std::fs::rename(&part, &target)?;
    Ok(target)
}
