//! A disk for tests, between SQLite and the real one, that fails where it is told to.
//!
//! [`install`] puts it under every database that the process opens from then on, so the program under test is the very
//! one that ships. A [`Watch`] looks at the files under one folder: it counts what is written, synced and cut, makes one
//! of these steps fail, and can end with a power cut, after which what was not synced is there in part, in whole or not
//! at all, as a seed decides.
//!
//! Deliberately not here: reads that fail, locks that get lost, and a disk that lies about having synced. Only files
//! that SQLite writes are seen. One process has one such disk, so tests with it have a binary of their own.

mod power;
mod vfs;
mod watch;

pub use vfs::{InstallError, install};
pub use watch::{Fault, Step, Watch};
