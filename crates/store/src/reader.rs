//! Read-only connections. A reader never waits for the writer (WAL), and sees one consistent snapshot.

use std::path::Path;
use std::sync::{Condvar, Mutex, PoisonError};

use rusqlite::Connection;

use crate::connection::open_reader;
use crate::error::Result;

/// A view of the database that table modules read from. Opaque: only the store knows SQLite.
#[derive(Clone, Copy)]
pub struct Db<'a>(pub(crate) &'a Connection);

/// The pool: a reader waits only while every connection is busy, and takes the first that is free.
pub struct Readers {
    free: Mutex<Vec<Connection>>,
    returned: Condvar,
}

impl Readers {
    /// Opens `count` connections.
    pub fn open(path: &Path, count: usize) -> Result<Self> {
        let connections = (0..count.max(1)).map(|_| open_reader(path)).collect::<Result<_>>()?;
        Ok(Self { free: Mutex::new(connections), returned: Condvar::new() })
    }

    /// Runs a query on a free connection, inside a read transaction.
    pub fn read<T, E: From<crate::Error>>(&self, query: impl FnOnce(Db<'_>) -> Result<T, E>) -> Result<T, E> {
        let lent = self.take();
        let snapshot = lent.connection()?.unchecked_transaction().map_err(crate::Error::from)?;
        query(Db(&snapshot))
    }

    fn take(&self) -> Lent<'_> {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free =
            self.returned.wait_while(free, |free| free.is_empty()).unwrap_or_else(PoisonError::into_inner);
        Lent { pool: self, connection: free.pop() }
    }
}

/// A connection on loan; it goes back even when the query panics.
struct Lent<'a> {
    pool: &'a Readers,
    connection: Option<Connection>,
}

impl Lent<'_> {
    fn connection(&self) -> Result<&Connection> {
        self.connection.as_ref().ok_or(crate::Error::Stopped)
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            self.pool.free.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
            self.pool.returned.notify_one();
        }
    }
}
