//! One connection to the simulated printer: bytes in, commands carried out in order, answers out.
//!
//! Like a real printer it keeps what it cannot print yet, and answers real-time requests all the same.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use crate::command::{self, Command, Step};
use crate::fault::Fault;
use crate::job::PrintedItem;
use crate::page::{Effect, Page};
use crate::printer::Shared;

/// How often a waiting connection looks whether a fault was set or the printer stopped.
pub(crate) const TICK: Duration = Duration::from_millis(10);

/// The longest answer that a broken client can leave unread before it is cut off.
const BATCH: usize = 1_024;

pub(crate) struct Connection {
    stream: TcpStream,
    shared: Arc<Shared>,
    page: Page,
    pending: Vec<u8>,
    taken: usize,
    items: Vec<PrintedItem>,
    errors: Vec<String>,
    closed: bool,
}

impl Connection {
    pub(crate) fn new(stream: TcpStream, shared: Arc<Shared>) -> std::io::Result<Self> {
        stream.set_nonblocking(false)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(TICK))?;
        let page = Page::new(shared.options.columns.count());
        let (pending, items, errors) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Self { stream, shared, page, pending, taken: 0, items, errors, closed: false })
    }

    /// Serves until the peer closes, a fault closes, or the printer stops.
    pub(crate) fn serve(mut self) {
        let mut buffer = [0; BATCH];
        while !self.closed && !self.shared.stopped() {
            match self.stream.read(&mut buffer) {
                Ok(0) => self.closed = true,
                Ok(n) => self.take_in(&buffer[..n]),
                Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
                Err(e) => {
                    self.complain(format!(
                        "the connection broke, and with it perhaps the end of the job: {e}"
                    ));
                    self.closed = true;
                }
            }
            self.process();
        }
        self.wait_for_paper();
        if !self.pending.is_empty() {
            self.errors.push(format!("the connection ended inside a command: {:02x?}", self.pending));
        }
        self.end_job();
    }

    /// What was taken in is printed when the printer can print again, long after the sender has gone: the reason
    /// why a job without confirmation must not be sent again unasked.
    fn wait_for_paper(&mut self) {
        while self.shared.blocked() && !self.pending.is_empty() && !self.shared.stopped() {
            std::thread::sleep(TICK);
        }
        self.process();
    }

    /// Adds bytes to those that wait, as fast as the fault lets it. Real-time requests are answered at once,
    /// before anything that waits for paper.
    fn take_in(&mut self, bytes: &[u8]) {
        self.pending.extend(bytes);
        match self.shared.fault() {
            Fault::Slow { bytes_per_second } => {
                let micros = 1_000_000 / u64::from(bytes_per_second.max(1));
                std::thread::sleep(Duration::from_micros(micros * bytes.len() as u64));
            }
            Fault::CloseMidJob { after_bytes } => {
                let requests = bytes.windows(2).filter(|w| *w == [0x10, 0x04]).count() * 3;
                self.taken += bytes.len() - requests.min(bytes.len());
                let surplus = self.taken.saturating_sub(after_bytes);
                self.pending.truncate(self.pending.len().saturating_sub(surplus));
                self.closed = surplus > 0;
            }
            _ => {}
        }
    }

    fn process(&mut self) {
        loop {
            if self.shared.blocked() {
                self.answer_real_time_only();
                return;
            }
            match command::next(&self.pending) {
                Step::Incomplete => return,
                Step::Unknown(length) => {
                    let bytes: Vec<u8> = self.pending.drain(..length).collect();
                    self.complain(format!("unknown command {bytes:02x?}"));
                }
                Step::Command(command, length) => {
                    self.pending.drain(..length);
                    self.execute(&command);
                }
            }
        }
    }

    /// Finds `DLE EOT n` among the bytes that wait, as the printer's receive interrupt does.
    fn answer_real_time_only(&mut self) {
        while let Some(at) = self.pending.windows(3).position(|w| matches!(w, [0x10, 0x04, 1..=4])) {
            let n = self.pending[at + 2];
            self.pending.drain(at..at + 3);
            self.execute(&Command::RealTimeStatus(n));
        }
    }

    fn execute(&mut self, command: &Command) {
        match command {
            Command::RealTimeStatus(n) => self.answer(&[self.shared.status_byte(*n)]),
            Command::SensorStatus if self.confirms() => self.answer(&[0x00]),
            Command::ProcessId([a, b, c, d]) if self.confirms() => {
                self.answer(&[0x37, 0x22, *a, *b, *c, *d, 0x00]);
            }
            Command::Recover(2) => self.pending.clear(),
            _ => {
                let effect = self.page.execute(command);
                self.keep(effect);
            }
        }
    }

    fn confirms(&self) -> bool {
        self.shared.fault() != Fault::NeverConfirm
    }

    fn answer(&mut self, bytes: &[u8]) {
        if self.shared.fault() == Fault::Mute {
            return;
        }
        if let Err(e) = self.stream.write_all(bytes) {
            self.broken(&e);
        }
    }

    /// A reset: what real printers answer by dropping what they have not printed yet.
    fn broken(&mut self, error: &std::io::Error) {
        self.complain(format!("the connection broke, and with it perhaps the end of the job: {error}"));
        self.closed = true;
    }

    fn keep(&mut self, effect: Effect) {
        if let Some(error) = effect.error {
            self.complain(error);
        }
        let Some(item) = effect.item else { return };
        self.shared.printed(&item);
        let ends = matches!(item, PrintedItem::Cut { .. });
        if !self.items.last_mut().is_some_and(|last| last.takes(&item)) {
            self.items.push(item);
        }
        if ends {
            self.end_job();
        }
    }

    fn complain(&mut self, error: String) {
        if !self.shared.options.lenient {
            self.errors.push(error);
        }
    }

    fn end_job(&mut self) {
        if !(self.items.is_empty() && self.errors.is_empty()) {
            self.shared.finish(std::mem::take(&mut self.items), std::mem::take(&mut self.errors));
        }
    }
}
