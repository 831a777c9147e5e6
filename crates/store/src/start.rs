//! Opening a shop's database.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::check;
use crate::connection::open_writer;
use crate::error::{Error, Result};
use crate::guard::{self, ReducerToken};
use crate::migrate::migrate;
use crate::reader::{Db, Readers};
use crate::tx::{LogHead, Stamp, Tx};
use crate::writer::Writer;

/// Read-only connections of a desktop.
const READERS: usize = 3;

/// An open database.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    // Dropped first: the writer finishes its queue before the readers close.
    writer: Writer,
    readers: Readers,
    path: PathBuf,
}

/// What opening did.
pub struct Opened {
    /// The store.
    pub store: Store,
    /// The copy made before an upgrade, if one was needed.
    pub backup: Option<PathBuf>,
    /// True when the database was created.
    pub created: bool,
    /// False when the file is large: [`check_whole`](crate::check_whole) is still to do.
    pub checked: bool,
}

impl Store {
    /// Opens or creates the database at `path`. `new_ids` are the account, device and instance of a new database.
    pub fn open(path: &Path, now_ms: i64, new_ids: [Uuid; 3]) -> Result<Opened> {
        let mut conn = open_writer(path)?;
        let checked = check::at_start(&conn)?;
        let backup = migrate(&mut conn, path, now_ms)?;
        let created = identify(&conn, new_ids)?;
        let head = log_head(&conn)?;
        let token = ReducerToken::default();
        guard::install(&mut conn, &token)?;
        let writer = Writer::start(conn, token, head)?;
        let readers = Readers::open(path, READERS)?;
        let inner = Inner { writer, readers, path: path.to_path_buf() };
        Ok(Opened { store: Self { inner: Arc::new(inner) }, backup, created, checked })
    }

    /// Runs a write transaction on the writer's thread and waits for it.
    pub fn write<T, E, F>(&self, stamp: Stamp, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        self.inner.writer.write(stamp, work)
    }

    /// Calls `listener` on the writer's thread after each commit that appended to the log; it must not block. The
    /// first listener stands.
    pub fn on_logged(&self, listener: impl Fn() + Send + Sync + 'static) {
        self.inner.writer.on_logged(Box::new(listener));
    }

    /// Runs a query on a read-only snapshot.
    pub fn read<T, E: From<Error>>(&self, query: impl FnOnce(Db<'_>) -> Result<T, E>) -> Result<T, E> {
        self.inner.readers.read(query)
    }

    /// Closes the database for good, so that its file alone is whole: queries and transactions at work end, later ones are refused
    /// with [`Error::Stopped`], and the write-ahead log is copied into the file. Every clone of the store is closed with it.
    ///
    /// # Errors
    /// [`Error::Busy`] when something held the file for longer than `patience` (it is waited for thrice at most: queries,
    /// transactions, connections of others); [`Error::Stopped`] when it was closed before. Nothing is lost either way: the log then
    /// lies beside the file, as after a crash.
    pub fn close(&self, patience: Duration) -> Result<()> {
        self.inner.readers.close(patience);
        self.inner.writer.close(patience)
    }

    /// The database file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.inner.path
    }
}

fn identify(conn: &Connection, [account, device, instance]: [Uuid; 3]) -> Result<bool> {
    let known = conn.query_row("SELECT 1 FROM self WHERE one = 1", [], |_| Ok(())).optional()?.is_some();
    if !known {
        conn.execute(
            "INSERT INTO self (one, account, device, dv, instance, head) VALUES (1, ?1, ?2, 1, ?3, zeroblob(32))",
            (account, device, instance),
        )?;
    }
    Ok(!known)
}

fn log_head(conn: &Connection) -> Result<LogHead> {
    let (dv, dseq, head, hlc): (i64, i64, Vec<u8>, i64) =
        conn.query_row("SELECT dv, dseq, head, hlc FROM self WHERE one = 1", [], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?))
        })?;
    let hash = head.try_into().map_err(|_| Error::Corrupt("head of the operation log".to_owned()))?;
    let last: i64 =
        conn.query_row("SELECT coalesce(max(dseq), 0) FROM op WHERE dv = ?1", [dv], |r| r.get(0))?;
    if last == dseq {
        Ok(LogHead { dv, dseq, hash, hlc })
    } else {
        Err(Error::Corrupt("operation log".to_owned()))
    }
}
