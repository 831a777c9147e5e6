//! A simulated ESC/POS printer on a real TCP port.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use documents::Columns;

use crate::connection::{Connection, TICK};
use crate::fault::Fault;
use crate::job::{PrintedItem, PrintedJob};
use crate::render;

/// How a simulated printer is made.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// Paper width.
    pub columns: Columns,
    /// Unknown bytes are skipped without an error.
    pub lenient: bool,
    /// Where `job-0001.txt` and `job-0001.png` are written.
    pub out: Option<PathBuf>,
}

/// Starts simulated printers.
#[derive(Debug)]
pub struct Printer;

impl Printer {
    /// Starts a printer. It stops when its handle is dropped.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(options: Options) -> io::Result<PrinterHandle> {
        let listener = listen(SocketAddr::from((Ipv4Addr::LOCALHOST, options.port)))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::new(options));
        let for_thread = Arc::clone(&shared);
        let thread = std::thread::spawn(move || accept(&for_thread, listener, address));
        Ok(PrinterHandle { address, shared, thread: Some(thread) })
    }
}

/// A running printer.
#[derive(Debug)]
pub struct PrinterHandle {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl PrinterHandle {
    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The finished jobs, in order.
    #[must_use]
    pub fn jobs(&self) -> Vec<PrintedJob> {
        self.shared.state().jobs.clone()
    }

    /// Waits until `n` jobs are finished; gives those that are when the time is over.
    #[must_use]
    pub fn wait_for_jobs(&self, n: usize, timeout: Duration) -> Vec<PrintedJob> {
        let state = self.shared.state();
        let waited = self.shared.changed.wait_timeout_while(state, timeout, |s| s.jobs.len() < n);
        waited.unwrap_or_else(PoisonError::into_inner).0.jobs.clone()
    }

    /// Forgets the finished jobs and the drawer pulses.
    pub fn clear(&self) {
        let mut state = self.shared.state();
        state.jobs.clear();
        state.drawer_pulses = 0;
    }

    /// Makes something go wrong, or right again.
    pub fn set_fault(&self, fault: Fault) {
        let mut state = self.shared.state();
        state.fault = fault;
        state.lines = 0;
    }

    /// The fault in force.
    #[must_use]
    pub fn fault(&self) -> Fault {
        self.shared.fault()
    }

    /// How many drawer pulses came.
    #[must_use]
    pub fn drawer_pulses(&self) -> usize {
        self.shared.state().drawer_pulses
    }
}

impl Drop for PrinterHandle {
    fn drop(&mut self) {
        self.shared.stop.store(true, Ordering::SeqCst);
        if let Some(thread) = self.thread.take() {
            // A panic in the printer's thread has been printed by it; there is nothing to add here.
            let _ = thread.join();
        }
    }
}

/// What the threads of a printer share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) options: Options,
    state: Mutex<State>,
    changed: Condvar,
    stop: AtomicBool,
    open: AtomicUsize,
}

#[derive(Debug, Default)]
struct State {
    fault: Fault,
    /// Lines printed since the fault was set.
    lines: usize,
    jobs: Vec<PrintedJob>,
    drawer_pulses: usize,
}

impl Shared {
    fn new(options: Options) -> Self {
        let (state, changed) = (Mutex::default(), Condvar::new());
        Self { options, state, changed, stop: AtomicBool::new(false), open: AtomicUsize::new(0) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn stopped(&self) -> bool {
        self.stop.load(Ordering::SeqCst)
    }

    pub(crate) fn fault(&self) -> Fault {
        self.state().fault
    }

    pub(crate) fn blocked(&self) -> bool {
        let state = self.state();
        state.fault.blocks(state.lines)
    }

    pub(crate) fn status_byte(&self, n: u8) -> u8 {
        let state = self.state();
        state.fault.status_byte(n, state.lines)
    }

    /// Counts what a fault or a test counts.
    pub(crate) fn printed(&self, item: &PrintedItem) {
        let mut state = self.state();
        match item {
            PrintedItem::Line { .. } => state.lines += 1,
            PrintedItem::Drawer { .. } => state.drawer_pulses += 1,
            _ => {}
        }
    }

    pub(crate) fn finish(&self, items: Vec<PrintedItem>, mut errors: Vec<String>) {
        let text = PrintedJob::plain_text(&items, self.options.columns.count());
        let mut state = self.state();
        let number = state.jobs.len() + 1;
        if let Some(folder) = &self.options.out
            && let Err(error) = render::write_files(folder, number, &items, &text, self.options.columns)
        {
            errors.push(format!("job files not written: {error}"));
        }
        state.jobs.push(PrintedJob { number, items, errors, text });
        drop(state);
        self.changed.notify_all();
    }
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let listener = TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Accepts connections until the printer stops. While connections are refused nothing listens at all.
fn accept(shared: &Arc<Shared>, listener: TcpListener, address: SocketAddr) {
    let mut connections: Vec<JoinHandle<()>> = Vec::new();
    let mut listener = Some(listener);
    while !shared.stopped() {
        let refusing = shared.fault() == Fault::RefuseConnections;
        if refusing {
            listener = None;
        } else if listener.is_none() {
            listener = listen(address).ok();
        }
        match listener.as_ref().map(TcpListener::accept) {
            Some(Ok((stream, _))) => connections.extend(serve(shared, stream)),
            Some(Err(_)) | None => std::thread::sleep(TICK),
        }
        connections.retain(|c| !c.is_finished());
    }
    for connection in connections {
        // As above: its panic has been printed already.
        let _ = connection.join();
    }
}

/// Serves a connection in a thread of its own, unless a fault wants it closed.
fn serve(shared: &Arc<Shared>, stream: TcpStream) -> Option<JoinHandle<()>> {
    let busy = shared.open.load(Ordering::SeqCst) > 0;
    if busy && shared.fault() == Fault::SingleConnection {
        return None;
    }
    let connection = Connection::new(stream, Arc::clone(shared)).ok()?;
    shared.open.fetch_add(1, Ordering::SeqCst);
    let shared = Arc::clone(shared);
    Some(std::thread::spawn(move || {
        connection.serve();
        shared.open.fetch_sub(1, Ordering::SeqCst);
    }))
}
