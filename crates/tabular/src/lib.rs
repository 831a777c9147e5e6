//! Tables that people export from other tills and spreadsheets: bytes in, checked rows out.
//!
//! [`read`] turns a CSV, XLSX or ODS file into a [`Table`] of text cells, each row with its line number in the
//! file. [`articles`], [`customers`] and [`tickets`] give the columns a meaning and check every value, so that a preview can
//! name each wrong cell. Nothing here opens a file, writes to the database or decides what an import does
//! with a row that already exists: that is the `app` crate's work.

pub mod articles;
mod cells;
pub mod customers;
mod delimited;
mod delimiter;
mod encoding;
mod header;
pub mod number;
mod sheet;
pub mod table;
mod text;
pub mod tickets;

pub use cells::Rejection;
pub use table::{Format, Limits, ReadError, Row, Table, read};
