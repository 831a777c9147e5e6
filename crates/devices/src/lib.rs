//! The shop's devices: receipt printer and cash drawer.
//!
//! Drivers are blocking, generic over a connection, and hold no queue and no thread: the application keeps jobs
//! in its database and calls a driver from a worker. A device that answers nonsense gives an error, never a
//! panic; an outcome that cannot be known is reported as such and never retried here.

pub mod outcome;
pub mod profile;

pub use outcome::{BlockReason, JobId, NotSent, SubmitOutcome, Unconfirmed};
pub use profile::{Charset, Columns, Confirm, Cut, DrawerProfile, PrinterProfile, TransportConfig};
