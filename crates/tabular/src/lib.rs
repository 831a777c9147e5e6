//! Tables that people export from other tills and spreadsheets: bytes in, checked rows out.

pub mod articles;
pub mod table;
pub mod tickets;

pub use table::{Format, Limits, ReadError, Row, Table};
