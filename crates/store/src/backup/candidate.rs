//! A copy that was opened to see whether it is whole and what is in it.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode};

use super::copy::settle;
use crate::connection::{APPLICATION_ID, open_reader, open_writer};
use crate::error::{Error, Result};
use crate::migrate::{known_version, schema_version, upgrade};
use crate::reader::Db;

/// Steps of the check between two pauses.
const STEPS: i32 = 20_000;
const PAUSE: Duration = Duration::from_millis(1);

/// A copy, opened for reading. It is never the database in use.
pub struct Candidate {
    conn: Connection,
}

impl Candidate {
    /// Opens a copy as it is.
    ///
    /// # Errors
    /// When the file is no database of this program, or is of a newer one.
    pub fn open(path: &Path) -> Result<Self> {
        let conn = open_reader(path)?;
        let id: i64 = conn.pragma_query_value(None, "application_id", |r| r.get(0))?;
        let found = schema_version(&conn)?;
        if id != APPLICATION_ID || found == 0 {
            return Err(Error::Foreign);
        }
        let known = known_version();
        if found > known { Err(Error::TooNew { found, known }) } else { Ok(Self { conn }) }
    }

    /// True for a copy that has the form of an older program.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn is_older(&self) -> Result<bool> {
        Ok(schema_version(&self.conn)? < known_version())
    }

    /// Brings a copy up to this program's form, and marks it as a copy. Only ever done to a copy of a copy.
    ///
    /// # Errors
    /// When that fails; the file is then to be thrown away.
    pub fn prepare(path: &Path) -> Result<()> {
        let mut conn = open_writer(path)?;
        upgrade(&mut conn)?;
        conn.close().map_err(|(_, error)| Error::from(error))?;
        settle(path)
    }

    /// Reads every page and every index, with pauses. False when `goes_on` said no.
    ///
    /// # Errors
    /// [`Error::Corrupt`] with what was found first.
    pub fn check(&mut self, goes_on: impl Fn() -> bool + Send + 'static) -> Result<bool> {
        let pause_or_stop = move || {
            std::thread::sleep(PAUSE);
            !goes_on()
        };
        self.conn.progress_handler(STEPS, Some(pause_or_stop))?;
        let found = self.conn.query_row("PRAGMA integrity_check(1)", [], |r| r.get::<_, String>(0));
        self.conn.progress_handler(0, None::<fn() -> bool>)?;
        match found {
            Ok(found) if found == "ok" => Ok(true),
            Ok(found) => Err(Error::Corrupt(found)),
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::OperationInterrupted) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Runs a query on the copy.
    ///
    /// # Errors
    /// Those of the query.
    pub fn read<T, E: From<Error>>(&self, query: impl FnOnce(Db<'_>) -> Result<T, E>) -> Result<T, E> {
        query(Db(&self.conn))
    }
}
