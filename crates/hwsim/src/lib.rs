//! Simulated peers of the shop's devices, on real ports.
//!
//! [`Printer`] is an ESC/POS printer on TCP: it parses strictly, answers status and confirmation requests,
//! decodes what it is sent back to text, draws it, and fails on demand. Tests start it through the library;
//! browser and window tests start the `hwsim` program and steer it through its [`control`] port. [`MailServer`] takes
//! letters.
//!
//! It imitates what drivers depend on, not a model: timing, motors and heads are not simulated.

pub mod command;
pub mod control;
pub mod fault;
pub mod job;
pub mod mail_server;
pub mod printer;
pub mod render;

mod connection;
mod page;

pub use fault::Fault;
pub use job::{PrintedItem, PrintedJob, Span};
pub use mail_server::{MailFault, MailServer, ReceivedLetter};
pub use printer::{Options, Printer, PrinterHandle};
