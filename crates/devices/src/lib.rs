//! The shop's devices: receipt printer and the cash drawer on it.
//!
//! Drivers are blocking, generic over a connection, and hold no queue and no thread: the application keeps jobs
//! in its database and calls a driver from a worker. A device that answers nonsense gives an error, never a
//! panic; an outcome that cannot be known is reported as such and never retried here. What a job says is not
//! known here either: it is bytes, made by `documents`.

pub mod discover;
pub mod file;
pub mod outcome;
pub mod printer;
pub mod profile;
pub mod status;
pub mod tcp;
pub mod transport;

mod confirm;

pub use outcome::{BlockReason, JobId, NotSent, SubmitOutcome, Unconfirmed};
pub use printer::{DrawerKick, EscPosPrinter, Timing};
pub use profile::{Charset, Columns, Confirm, Cut, DrawerProfile, PrinterProfile, TransportConfig};
pub use status::PrinterStatus;
pub use transport::{Connector, LinkError, Transport, WriteError};
