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

/// What the thread is told.
enum Order {
    Run(Job),
    /// The last order: the log is copied into the database, the connection closed, the outcome told.
    Close(Duration, Sender<Result<()>>),
}

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
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<()>>,
    logged: Arc<OnceLock<Logged>>,
}

impl Writer {
    /// Starts the thread on an opened, migrated connection.
    pub fn start(conn: Connection, token: ReducerToken, head: LogHead) -> Result<Self> {
        let (orders, queue) = channel();
        let logged = Arc::new(OnceLock::new());
        let desk = Desk { conn, token, head, logged: Arc::clone(&logged) };
        let thread = std::thread::Builder::new().name("store-writer".to_owned()).spawn(move || {
            desk.work(&queue);
        })?;
        Ok(Self { orders: Some(orders), thread: Some(thread), logged })
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
        self.order(Order::Run(job))?;
        answer.recv().map_err(|_| Error::Stopped)?
    }

    /// Closes the file once the queue is done, and refuses every later transaction. Waits for other connections, and to be
    /// done, no longer than `patience` each; what is not done by then goes on without anybody who waits.
    pub fn close(&self, patience: Duration) -> Result<()> {
        let (reply, answer) = channel();
        self.order(Order::Close(patience, reply))?;
        answer.recv_timeout(patience.saturating_mul(2)).map_err(|_| Error::Busy)?
    }

    fn order(&self, order: Order) -> Result<()> {
        let orders = self.orders.as_ref().ok_or(Error::Stopped)?;
        orders.send(order).map_err(|_| Error::Stopped)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Desk {
    /// Runs jobs until it is told to close, or the handle is dropped. Once a moment passes without one, the write-ahead log is copied back
    /// into the database: then, and not in the middle of a queue at the till.
    fn work(mut self, queue: &Receiver<Order>) {
        let mut written = false;
        loop {
            let next =
                if written { queue.recv_timeout(IDLE) } else { queue.recv().map_err(RecvTimeoutError::from) };
            match next {
                Ok(Order::Run(job)) => {
                    job(&mut self);
                    written = true;
                }
                Ok(Order::Close(patience, reply)) => {
                    // Whoever asked may have lost patience; the file is closed all the same.
                    let _ = reply.send(self.close(patience));
                    break;
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

    /// Copies all of the log into the database and closes it. The last connection to close removes the log.
    fn close(self, patience: Duration) -> Result<()> {
        self.conn.busy_timeout(patience)?;
        let others: i64 = self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |r| r.get(0))?;
        self.conn.close().map_err(|(_, error)| error)?;
        if others == 0 { Ok(()) } else { Err(Error::Busy) }
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
