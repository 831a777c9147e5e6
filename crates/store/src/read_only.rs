//! Another database file of the shop, which is read and never written: a copy that may hold what this one has lost.

use std::path::Path;

use rusqlite::Connection;

use crate::connection::{APPLICATION_ID, open_reader};
use crate::error::{Error, Result};
use crate::migrate::schema_version;
use crate::reader::Db;

/// A database file opened for reading.
pub struct ReadOnlyStore {
    conn: Connection,
}

impl ReadOnlyStore {
    /// Opens a file that must be a database of ours, of any schema up to this program's.
    pub fn open(path: &Path) -> Result<Self> {
        let conn = open_reader(path)?;
        let id: i64 = conn.pragma_query_value(None, "application_id", |r| r.get(0))?;
        if id != APPLICATION_ID {
            return Err(Error::Corrupt("not a database of this program".to_owned()));
        }
        let (found, known) = (schema_version(&conn)?, crate::known_version());
        if found > known {
            return Err(Error::TooNew { found, known });
        }
        Ok(Self { conn })
    }

    /// Keeps little of what it reads: for whoever reads everything once.
    ///
    /// # Errors
    /// When the connection refuses.
    pub fn spare_memory(&self) -> Result<()> {
        Ok(self.conn.pragma_update(None, "cache_size", -4_000)?)
    }

    /// Runs a query on one snapshot.
    pub fn read<T, E: From<Error>>(&self, query: impl FnOnce(Db<'_>) -> Result<T, E>) -> Result<T, E> {
        let snapshot = self.conn.unchecked_transaction().map_err(Error::from)?;
        query(Db(&snapshot))
    }
}
