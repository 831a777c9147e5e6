//! The shop's data in one SQLite file.
//!
//! One writer thread runs every transaction; a few read-only connections answer queries. A use case returns typed
//! operations ([`Op`]); the reducer writes their effect in the transaction that appends them to the log, and
//! nothing else writes replicated tables. The crate decides no rule of the shop: it keeps, finds and guards.

pub mod backup;
mod check;
mod connection;
mod error;
mod guard;
pub mod hlc;
mod inspect;
pub mod limits;
mod migrate;
pub mod op;
#[cfg(feature = "workbench")]
pub mod plans;
mod read_only;
mod reader;
mod reducer;
pub mod replica;
mod start;
pub mod tables;
mod tx;
mod writer;

pub use check::whole as check_whole;
pub use error::{Error, Result};
pub use guard::REPLICATED;
pub use inspect::Inspection;
pub use migrate::known_version;
pub use op::{Actor, MasterEntity, Op, OpRow};
pub use read_only::ReadOnlyStore;
pub use reader::Db;
pub use start::{Opened, Store};
pub use tx::{Stamp, Tx};
