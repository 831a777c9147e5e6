//! Printing: from signed data to bytes in the queue, and the worker that sends them.
//!
//! A job is final bytes, stored in the transaction of what it prints. No use case waits for a printer.

mod closings;
pub mod invoice_file;
mod invoice_paper;
mod jobs;
pub mod language;
mod mark;
pub mod outputs;
mod papers;
mod preview;
pub mod profile;
pub mod queue;
mod reports;
pub mod worker;

pub use invoice_paper::invoiced;
pub use jobs::{job_view, name_of, named};
pub use papers::{PROGRAM, sale_ticket, ticket_payload};
pub use preview::{closing_preview, shift_preview, ticket_preview};
