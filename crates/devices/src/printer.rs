//! The receipt printer: connect, probe, send, confirm, drain, close.

use std::time::{Duration, Instant};

use crate::confirm;
use crate::outcome::{JobId, NotSent, SubmitOutcome, Unconfirmed};
use crate::profile::{Confirm, PrinterProfile, TransportConfig};
use crate::status::{self, PrinterStatus};
use crate::transport::{Connector, Transport};

/// How long the driver waits for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// A connection, per address.
    pub connect: Duration,
    /// An answer to a status request.
    pub answer: Duration,
    /// Progress while writing.
    pub stall: Duration,
    /// A confirmation, before the allowance for length.
    pub confirm: Duration,
    /// The allowance per hundred lines of the job.
    pub confirm_per_100_lines: Duration,
    /// The end of the exchange.
    pub finish: Duration,
}

impl Default for Timing {
    /// The times of hardware.md 1.9.
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(3),
            answer: Duration::from_millis(1_500),
            stall: Duration::from_secs(10),
            confirm: Duration::from_secs(10),
            confirm_per_100_lines: Duration::from_secs(1),
            finish: Duration::from_millis(500),
        }
    }
}

/// A drawer pulse that is worth sending only for a short while: a drawer must not open when nobody expects it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawerKick {
    /// The bytes of the pulse.
    pub bytes: Vec<u8>,
    /// After this the pulse is not sent.
    pub deadline: Instant,
}

/// Driver of one ESC/POS printer. Holds no connection between calls.
#[derive(Debug)]
pub struct EscPosPrinter<C: Connector = TransportConfig> {
    connector: C,
    confirm: Confirm,
    timing: Timing,
}

impl EscPosPrinter {
    /// The printer of a profile, with the usual times.
    #[must_use]
    pub fn from_profile(profile: &PrinterProfile) -> Self {
        Self::new(profile.transport.clone(), profile.confirm, Timing::default())
    }
}

impl<C: Connector> EscPosPrinter<C> {
    /// A printer behind any connection.
    pub const fn new(connector: C, confirm: Confirm, timing: Timing) -> Self {
        Self { connector, confirm, timing }
    }

    /// Sends a job and waits for what the profile takes as proof. Blocks for at most the sum of [`Timing`].
    ///
    /// `job` is sent as it is, followed by the request for confirmation that names `id`.
    pub fn submit(&self, job: &[u8], id: JobId) -> SubmitOutcome {
        let mut link = match self.open(self.timing.connect) {
            Ok(link) => link,
            Err(outcome) => return outcome,
        };
        let confirm = if link.can_read() { self.confirm } else { Confirm::None };
        let bytes = [job, &confirm::suffix(confirm, id)].concat();
        let outcome = match self.write(link.as_mut(), &bytes) {
            Ok(()) => confirm::wait(link.as_mut(), confirm, id, self.patience(job), &self.timing),
            Err(outcome) => outcome,
        };
        link.finish(self.timing.finish);
        outcome
    }

    /// Sends a drawer pulse unless its deadline has passed. Never confirmed, never to be sent again once a byte
    /// has left. A printer that cannot print gets none: it would open the drawer later, after new paper.
    pub fn kick(&self, kick: &DrawerKick) -> SubmitOutcome {
        let left = kick.deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return SubmitOutcome::NotSent(NotSent::Expired);
        }
        let mut link = match self.open(self.timing.connect.min(left)) {
            Ok(link) => link,
            Err(outcome) => return outcome,
        };
        let outcome = if Instant::now() < kick.deadline {
            let sent = self.write(link.as_mut(), &kick.bytes);
            sent.err().unwrap_or(SubmitOutcome::SentUnconfirmed(Unconfirmed::NotAsked))
        } else {
            SubmitOutcome::NotSent(NotSent::Expired)
        };
        link.finish(self.timing.finish);
        outcome
    }

    /// Asks the printer how it is.
    ///
    /// # Errors
    /// Any [`NotSent`]; [`NotSent::NoAnswer`] also for a connection that can only be written to.
    pub fn status(&self) -> Result<PrinterStatus, NotSent> {
        let mut link = self.connector.connect(self.timing.connect)?;
        let status = if link.can_read() {
            status::ask(link.as_mut(), self.timing.answer)
        } else {
            Err(NotSent::NoAnswer)
        };
        link.finish(self.timing.finish);
        status
    }

    /// Connects and, where the profile lets the printer answer, makes sure that it can print.
    fn open(&self, timeout: Duration) -> Result<Box<dyn Transport>, SubmitOutcome> {
        let mut link = self.connector.connect(timeout).map_err(SubmitOutcome::NotSent)?;
        if self.confirm == Confirm::None || !link.can_read() {
            return Ok(link);
        }
        let refusal = match status::ask(link.as_mut(), self.timing.answer) {
            Ok(status) => status.block_reason().map(SubmitOutcome::Blocked),
            Err(reason) => Some(SubmitOutcome::NotSent(reason)),
        };
        match refusal {
            None => Ok(link),
            Some(outcome) => {
                link.finish(self.timing.finish);
                Err(outcome)
            }
        }
    }

    fn write(&self, link: &mut dyn Transport, bytes: &[u8]) -> Result<(), SubmitOutcome> {
        link.write_all(bytes, self.timing.stall).map_err(|error| match (error.written, &error.cause) {
            (0, cause) => SubmitOutcome::NotSent(NotSent::Lost { message: cause.to_string() }),
            (_, cause) => SubmitOutcome::SentUnconfirmed(confirm::lost(cause)),
        })
    }

    /// 10 s and 1 s per hundred lines, by default.
    fn patience(&self, job: &[u8]) -> Duration {
        let lines = job.iter().filter(|b| **b == b'\n').count();
        let hundreds = u32::try_from(lines / 100).unwrap_or(u32::MAX);
        self.timing.confirm + self.timing.confirm_per_100_lines.saturating_mul(hundreds)
    }
}
