//! Read-only connections. A reader never waits for the writer (WAL), and sees one consistent snapshot.

use std::path::Path;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::Connection;

use crate::connection::open_reader;
use crate::error::Result;

/// A view of the database that table modules read from. Opaque: only the store knows SQLite.
#[derive(Clone, Copy)]
pub struct Db<'a>(pub(crate) &'a Connection);

/// The pool: a reader waits only while every connection is busy, and takes the first that is free.
pub struct Readers {
    pool: Mutex<Pool>,
    returned: Condvar,
}

struct Pool {
    free: Vec<Connection>,
    lent: usize,
    closed: bool,
}

impl Readers {
    /// Opens `count` connections.
    pub fn open(path: &Path, count: usize) -> Result<Self> {
        let free = (0..count.max(1)).map(|_| open_reader(path)).collect::<Result<_>>()?;
        Ok(Self { pool: Mutex::new(Pool { free, lent: 0, closed: false }), returned: Condvar::new() })
    }

    /// Runs a query on a free connection, inside a read transaction.
    pub fn read<T, E: From<crate::Error>>(&self, query: impl FnOnce(Db<'_>) -> Result<T, E>) -> Result<T, E> {
        let lent = self.take();
        let snapshot = lent.connection()?.unchecked_transaction().map_err(crate::Error::from)?;
        query(Db(&snapshot))
    }

    /// Closes the connections and refuses every later query. Waits at most `patience` for those that are at work; each of
    /// them is closed when it is done.
    pub fn close(&self, patience: Duration) {
        let mut pool = self.pool();
        pool.closed = true;
        pool.free.clear();
        self.returned.notify_all();
        let _done = self.returned.wait_timeout_while(pool, patience, |pool| pool.lent > 0);
    }

    fn take(&self) -> Lent<'_> {
        let waited = self.returned.wait_while(self.pool(), |pool| pool.free.is_empty() && !pool.closed);
        let mut pool = waited.unwrap_or_else(PoisonError::into_inner);
        let connection = pool.free.pop();
        pool.lent += usize::from(connection.is_some());
        Lent { readers: self, connection }
    }

    fn pool(&self) -> MutexGuard<'_, Pool> {
        self.pool.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection on loan; it goes back even when the query panics.
struct Lent<'a> {
    readers: &'a Readers,
    connection: Option<Connection>,
}

impl Lent<'_> {
    fn connection(&self) -> Result<&Connection> {
        self.connection.as_ref().ok_or(crate::Error::Stopped)
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        let mut pool = self.readers.pool();
        pool.lent -= 1;
        if !pool.closed {
            pool.free.push(connection);
        }
        // All of them: a query that waits for a connection, and whoever waits for the last one to close the file.
        self.readers.returned.notify_all();
    }
}
