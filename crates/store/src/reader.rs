//! Read-only connections. A reader never waits for the writer (WAL), and sees one consistent snapshot.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

use rusqlite::Connection;

use crate::connection::open_reader;
use crate::error::Result;

/// A view of the database that table modules read from. Opaque: only the store knows SQLite.
#[derive(Clone, Copy)]
pub struct Db<'a>(pub(crate) &'a Connection);

/// The pool.
pub struct Readers {
    connections: Vec<Mutex<Connection>>,
}

impl Readers {
    /// Opens `count` connections.
    pub fn open(path: &Path, count: usize) -> Result<Self> {
        let connections =
            (0..count.max(1)).map(|_| open_reader(path).map(Mutex::new)).collect::<Result<_>>()?;
        Ok(Self { connections })
    }

    /// Runs a query on a free connection, inside a read transaction.
    pub fn read<T, E: From<crate::Error>>(&self, query: impl FnOnce(Db<'_>) -> Result<T, E>) -> Result<T, E> {
        let conn = self.take();
        let snapshot = conn.unchecked_transaction().map_err(crate::Error::from)?;
        query(Db(&snapshot))
    }

    fn take(&self) -> MutexGuard<'_, Connection> {
        for connection in &self.connections {
            match connection.try_lock() {
                Ok(free) => return free,
                Err(TryLockError::Poisoned(poisoned)) => return poisoned.into_inner(),
                Err(TryLockError::WouldBlock) => {}
            }
        }
        let first = &self.connections[0];
        first.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
