//! Opening SQLite: one set of pragmas, each set alone and checked (sync.md §13).

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::{Error, Result};

/// «CAIS»: tells `file` and us that this is our database.
pub const APPLICATION_ID: i64 = 0x4341_4953;

/// Prepared statements kept per connection.
const STATEMENTS: usize = 256;

/// Opens the connection of the writer.
pub fn open_writer(path: &Path) -> Result<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    common(&conn)?;
    set(&conn, "journal_mode", "WAL", "wal")?;
    set(&conn, "synchronous", "FULL", "2")?;
    // A ceiling only: the writer copies the log back while it is idle, so that no scan pays for it.
    set(&conn, "wal_autocheckpoint", "4000", "4000")?;
    set(&conn, "journal_size_limit", "67108864", "67108864")?;
    Ok(conn)
}

/// Opens a connection that can only read.
pub fn open_reader(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    common(&conn)?;
    set(&conn, "query_only", "ON", "1")?;
    Ok(conn)
}

/// Opens a database that is thrown away: nothing of it has to outlast a crash.
pub fn open_scratch(path: &Path) -> Result<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    common(&conn)?;
    set(&conn, "journal_mode", "MEMORY", "memory")?;
    set(&conn, "synchronous", "OFF", "0")?;
    set(&conn, "cache_size", "-16000", "-16000")?;
    Ok(conn)
}

fn common(conn: &Connection) -> Result<()> {
    conn.busy_timeout(Duration::from_secs(5))?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    // Without this guarantee SQLite prepares a statement again whenever a parameter that a partial index might
    // depend on is bound anew: measured at a tenth of the time of a sale.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    set(conn, "foreign_keys", "ON", "1")?;
    set(conn, "recursive_triggers", "ON", "1")?;
    set(conn, "trusted_schema", "OFF", "0")?;
    set(conn, "cell_size_check", "ON", "1")?;
    set(conn, "temp_store", "MEMORY", "2")?;
    set(conn, "cache_size", "-32000", "-32000")?;
    set(conn, "mmap_size", "0", "0")
}

/// Sets a pragma and reads it back: SQLite ignores an unknown or refused pragma without a word.
fn set(conn: &Connection, name: &str, value: &str, expected: &str) -> Result<()> {
    conn.pragma_update(None, name, value)?;
    let found: String = conn.pragma_query_value(None, name, |row| {
        row.get::<_, i64>(0).map(|n| n.to_string()).or_else(|_| row.get::<_, String>(0))
    })?;
    if found.eq_ignore_ascii_case(expected) {
        Ok(())
    } else {
        Err(Error::Migration(format!("pragma {name} is {found}, not {expected}")))
    }
}
