//! What tests of the whole program share: a shop in a temporary folder ([`TestShop`]), a clock that stands still
//! ([`FakeClock`]), signed-in callers ([`Till`]), snapshots of the whole database, golden files.
//!
//! A test fails by panicking, and so does everything here. It decides nothing about the program: it only calls
//! commands, reads tables, and (through [`raw`]) does to files what a stranger could do.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod clock;
mod files;
mod golden;
pub mod raw;
mod replay;
mod shop;
mod snapshot;
mod till;

pub use clock::{FakeClock, START_MS};
pub use files::Files;
pub use golden::golden;
pub use replay::{log, replay, replay_differences, store_in};
pub use shop::{TestShop, options};
pub use snapshot::{Tables, differences, replicated, snapshot, table_names};
pub use till::Till;
