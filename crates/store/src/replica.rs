//! The tables held against the operation log.
//!
//! Replicated tables are a function of the log. Playing the log into an empty scratch database ([`Replica`]) and comparing
//! row by row ([`check`]) finds what no signature covers: a page of master data or of cached sums that damage, or a stranger,
//! changed and left readable. Both tables are read in the order of their keys, so memory does not grow with the shop.
//!
//! It repairs nothing, and says nothing to a person: names of tables and stored values are for the caller to put into words.
//! What the schema calls local (carts, queues) has no log to be held against.

mod compare;
mod difference;
mod play;
mod tables;

use std::path::Path;

pub use difference::{Cell, Comparison, Difference, InTable};
pub use play::Replica;
pub use tables::{columns, names};

use crate::error::{Error, Result};
use crate::read_only::ReadOnlyStore;
use crate::reader::Db;
use crate::tables::ops;

/// Operations played between two questions whether to go on.
const PAGE: u32 = 64;

/// How far a check is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The log is being played.
    Replaying {
        /// Operations played.
        done: u64,
        /// Operations of the log.
        total: u64,
    },
    /// Tables are being compared.
    Comparing {
        /// Rows compared.
        done: u64,
        /// Rows that the log makes.
        total: u64,
    },
}

/// How a check ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checked {
    /// Every table was compared.
    Compared(Comparison),
    /// An operation of the log is not what was written, or cannot be read: there is nothing to compare with.
    LogDamaged {
        /// Its number.
        operation: i64,
    },
    /// Whoever watches said no.
    Stopped,
}

/// What playing a part of the log came to.
enum Played {
    /// All of it.
    All,
    /// The log ends being one here.
    Damaged(i64),
    /// Whoever watches said no.
    Stopped,
}

/// Holds the tables of the database in use against its log. The log is played into the new file `scratch`, which is gone
/// afterwards, and compared with one snapshot. `watch` is told how far it is, may rest, and answers whether to go on.
///
/// Reads on a connection of its own: no sale waits for it. The snapshot lasts as long as the comparison.
///
/// # Errors
/// When a file cannot be read or written; [`Error::DiskFull`] when the scratch file finds no room.
pub fn check(live: &Path, scratch: &Path, watch: &mut dyn FnMut(Progress) -> bool) -> Result<Checked> {
    let live = ReadOnlyStore::open(live)?;
    live.spare_memory()?;
    let mut replica = Replica::create(scratch)?;
    // Most of the log in short snapshots: a long one would keep SQLite from folding its write-ahead log back.
    match replay(&mut replica, &live, watch)? {
        Played::All => {}
        Played::Damaged(operation) => return Ok(Checked::LogDamaged { operation }),
        Played::Stopped => return Ok(Checked::Stopped),
    }
    live.read(|db| {
        match replay(&mut replica, &db, watch)? {
            Played::All if ops::head_hash(db)? == replica.hash() => {}
            Played::All => return Ok(Checked::LogDamaged { operation: replica.position() }),
            Played::Damaged(operation) => return Ok(Checked::LogDamaged { operation }),
            Played::Stopped => return Ok(Checked::Stopped),
        }
        let compared = compare::tables(db, &replica, watch)?;
        Ok(compared.map_or(Checked::Stopped, Checked::Compared))
    })
}

/// Where the log is read from: a moment each time, or one snapshot.
trait Log {
    fn read<T>(&self, query: impl FnOnce(Db<'_>) -> Result<T>) -> Result<T>;
}

impl Log for ReadOnlyStore {
    fn read<T>(&self, query: impl FnOnce(Db<'_>) -> Result<T>) -> Result<T> {
        Self::read(self, query)
    }
}

impl Log for Db<'_> {
    fn read<T>(&self, query: impl FnOnce(Db<'_>) -> Result<T>) -> Result<T> {
        query(*self)
    }
}

/// Plays what the log has beyond the replica.
fn replay(replica: &mut Replica, log: &impl Log, watch: &mut dyn FnMut(Progress) -> bool) -> Result<Played> {
    let head = log.read(ops::head)?;
    let count = |dseq: i64| u64::try_from(dseq).unwrap_or(0);
    let mut limit = PAGE;
    while replica.position() < head {
        let after = replica.position();
        if !watch(Progress::Replaying { done: count(after), total: count(head) }) {
            return Ok(Played::Stopped);
        }
        let rows = match log.read(|db| ops::page(db, after, head, limit)) {
            // One by one, up to the one that cannot be read.
            Err(Error::Corrupt(_)) if limit > 1 => {
                limit = 1;
                continue;
            }
            Err(Error::Corrupt(_)) => return Ok(Played::Damaged(after + 1)),
            rows => rows?,
        };
        match replica.play(&rows) {
            Err(Error::Op(_)) => return Ok(Played::Damaged(replica.position() + 1)),
            played => played?,
        }
        if rows.is_empty() {
            return Ok(Played::Damaged(after + 1));
        }
    }
    Ok(Played::All)
}
