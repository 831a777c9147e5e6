//! Looking at a database file without leaving a trace: no migration, no lock, no file beside it.
//!
//! The file is opened as immutable, so SQLite neither locks it nor makes a shared-memory file. That would overlook what still
//! stands in a write-ahead log, so a file with one is copied, log and all, and the copy is read. Whoever inspects the
//! database of a running program takes a backup instead: a copy of a file that is being written may be torn.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::error::{Error, Result};
use crate::migrate::{known_version, schema_version};
use crate::reader::Db;

/// A database file that is only looked at.
pub struct Inspection {
    conn: Connection,
    /// Removed after the connection.
    _copy: Option<TempDir>,
}

impl Inspection {
    /// Opens a database of this program, of its version or older.
    pub fn open(path: &Path) -> Result<Self> {
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        let log = Path::new(&log);
        let with_log = std::fs::metadata(log).is_ok_and(|file| file.len() > 0);
        let inspection = if with_log { Self::of_copy(path, log)? } else { Self::immutable(path)? };
        let (found, known) = (schema_version(&inspection.conn)?, known_version());
        if found > known {
            return Err(Error::TooNew { found, known });
        }
        Ok(inspection)
    }

    fn immutable(path: &Path) -> Result<Self> {
        let path = std::path::absolute(path)?;
        let uri = format!("file:{}?immutable=1", escaped(&path.to_string_lossy()));
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(uri, flags)?;
        Ok(Self { conn, _copy: None })
    }

    fn of_copy(path: &Path, log: &Path) -> Result<Self> {
        let dir = tempfile::tempdir()?;
        let copy = dir.path().join("copy.db");
        std::fs::copy(path, &copy)?;
        std::fs::copy(log, dir.path().join("copy.db-wal"))?;
        let conn = Connection::open(&copy)?;
        conn.busy_timeout(Duration::from_secs(1))?;
        conn.pragma_update(None, "query_only", "ON")?;
        Ok(Self { conn, _copy: Some(dir) })
    }

    /// Reads.
    pub fn read<T, E: From<Error>>(&self, query: impl FnOnce(Db<'_>) -> Result<T, E>) -> Result<T, E> {
        query(Db(&self.conn))
    }
}

/// A path as part of a URI (SQLite, «URI Filenames», 3.1).
fn escaped(path: &str) -> String {
    let path = if cfg!(windows) { format!("/{}", path.replace('\\', "/")) } else { path.to_owned() };
    path.replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}
