//! The writer: one thread, one read-write connection, one transaction at a time. Inside the process the database
//! is therefore never busy.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

use crate::error::{Error, Result};
use crate::guard::ReducerToken;
use crate::tx::{LogHead, Stamp, Tx};

/// Without a job for this long, the writer is idle.
const IDLE: Duration = Duration::from_millis(250);

type Job = Box<dyn FnOnce(&mut Desk) + Send>;

/// Called on the writer's thread after each commit that appended to the log; must not block.
pub type Logged = Box<dyn Fn() + Send + Sync>;

/// What the writer's thread owns.
pub struct Desk {
    conn: Connection,
    token: ReducerToken,
    head: LogHead,
    logged: Arc<OnceLock<Logged>>,
}

/// Handle to the writer's thread; it stops, after the queued jobs, when the handle is dropped.
pub struct Writer {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    logged: Arc<OnceLock<Logged>>,
}

impl Writer {
    /// Starts the thread on an opened, migrated connection.
    pub fn start(conn: Connection, token: ReducerToken, head: LogHead) -> Result<Self> {
        let (jobs, queue) = channel::<Job>();
        let logged = Arc::new(OnceLock::new());
        let mut desk = Desk { conn, token, head, logged: Arc::clone(&logged) };
        let thread = std::thread::Builder::new().name("store-writer".to_owned()).spawn(move || {
            desk.work(&queue);
        })?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread), logged })
    }

    /// Says whom to tell of commits that appended to the log. The first listener stands.
    pub fn on_logged(&self, listener: Logged) {
        self.logged.get_or_init(|| listener);
    }

    /// Runs `work` in a transaction and waits for it. `Ok` commits. `Err` and panics roll everything back.
    pub fn write<T, E, F>(&self, stamp: Stamp, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        let (reply, answer) = channel();
        let job: Job = Box::new(move |desk| {
            // The caller may have gone away; its transaction stands all the same.
            let _ = reply.send(desk.run(stamp, work));
        });
        let jobs = self.jobs.as_ref().ok_or(Error::Stopped)?;
        jobs.send(job).map_err(|_| Error::Stopped)?;
        answer.recv().map_err(|_| Error::Stopped)?
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Desk {
    /// Runs jobs until the handle is dropped. Once a moment passes without one, the write-ahead log is copied back
    /// into the database: then, and not in the middle of a queue at the till.
    fn work(&mut self, queue: &Receiver<Job>) {
        let mut written = false;
        loop {
            let next =
                if written { queue.recv_timeout(IDLE) } else { queue.recv().map_err(RecvTimeoutError::from) };
            match next {
                Ok(job) => {
                    job(self);
                    written = true;
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.checkpoint();
                    written = false;
                }
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
    }

    fn checkpoint(&self) {
        if let Err(error) = self.conn.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())) {
            tracing::warn!(%error, "checkpoint");
        }
    }

    fn run<T, E: From<Error>>(
        &mut self,
        stamp: Stamp,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let before = self.head.clone();
        let outcome = catch_unwind(AssertUnwindSafe(|| self.transact(stamp, work)));
        let result = outcome.unwrap_or_else(|panic| Err(Error::Panicked(panic_text(panic.as_ref())).into()));
        if result.is_err() {
            self.head = before;
        } else if self.head.dseq != before.dseq
            && let Some(tell) = self.logged.get()
        {
            tell();
        }
        result
    }

    fn transact<T, E: From<Error>>(
        &mut self,
        stamp: Stamp,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let sql = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Error::from)?;
        let mut tx = Tx::new(&sql, &self.token, &mut self.head, stamp);
        let result = work(&mut tx)?;
        tx.finish()?;
        sql.commit().map_err(Error::from)?;
        Ok(result)
    }
}

fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|s| (*s).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "unknown panic".to_owned())
}
