//! The contract between the program and whoever calls it: commands, requests, responses, events and faults.
//!
//! One list ([`for_each_command`]) names every command with its kind, permission and types. It expands into the
//! router of `app`, the TypeScript schema of `ui/src/bindings`, the listing that `devhost` serves and the test
//! that walks all commands. The crate holds no behaviour and knows no host.

#[macro_use]
mod contract;

mod call;
mod commands;
mod event;
mod fault;
pub mod types;

pub use call::{Approval, Call, IdempotencyKey, SessionToken};
pub use commands::{CommandInfo, CommandKind, Need, command_table};
pub use event::{Event, ImportPhase, Notice, Topic};
pub use fault::{Fault, FaultCode, Retry, Severity};
