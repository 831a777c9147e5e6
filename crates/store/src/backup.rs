//! Copies of a database: made while it is in use, and opened to see what is in them.
//!
//! A copy is one consistent snapshot: the reader that feeds it holds its place in the write-ahead log, so that what is
//! sold meanwhile neither waits nor restarts it. Where copies lie, how often they are made and what becomes of old
//! ones is the caller's business.

mod candidate;
mod copy;

pub use candidate::Candidate;
pub(crate) use copy::settle;
pub use copy::{Copied, copy, remove};
