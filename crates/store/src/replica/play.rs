//! A scratch database into which a log is played.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::backup;
use crate::connection::open_scratch;
use crate::error::{Error, Result};
use crate::migrate::upgrade;
use crate::op::{Op, OpRow, chain_hash};
use crate::reader::Db;
use crate::reducer;

/// Pages of operations after which what was written goes to the disk. A commit of the till would else have to wait until
/// all of it is there: file systems write in order.
const FLUSH_PAGES: u32 = 32;

/// A scratch database that holds what a log makes. Its file is gone with the value.
pub struct Replica {
    conn: Connection,
    disk: File,
    unsynced: u32,
    position: i64,
    hash: [u8; 32],
    /// Removed after the connection and the handle are closed.
    _file: Scratch,
}

/// A file that is not kept.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = backup::remove(&self.0) {
            tracing::warn!(%error, "the scratch file of a check is left over");
        }
    }
}

impl Replica {
    /// Makes an empty database in a new file, in place of what a killed process may have left there.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn create(path: &Path) -> Result<Self> {
        backup::remove(path)?;
        let file = Scratch(path.to_path_buf());
        let mut conn = open_scratch(path)?;
        upgrade(&mut conn)?;
        // Windows flushes only what is open for writing.
        let disk = OpenOptions::new().write(true).open(path)?;
        Ok(Self { conn, disk, unsynced: 0, position: 0, hash: [0; 32], _file: file })
    }

    /// Number of the last operation that was played.
    #[must_use]
    pub const fn position(&self) -> i64 {
        self.position
    }

    /// Its hash.
    #[must_use]
    pub const fn hash(&self) -> [u8; 32] {
        self.hash
    }

    /// Plays the next operations of the log. Behind an error the replica stands on the last operation before it.
    ///
    /// # Errors
    /// [`Error::Op`] for an operation that does not follow from the one before it, or that the reducer cannot carry out.
    pub fn play(&mut self, rows: &[OpRow]) -> Result<()> {
        self.conn.execute_batch("BEGIN")?;
        let played = rows.iter().try_for_each(|row| self.play_one(row));
        // A full disk may have undone it all by itself: what it then says of the end hides why.
        let committed = self.conn.execute_batch("COMMIT");
        played?;
        committed?;
        self.unsynced += 1;
        if self.unsynced == FLUSH_PAGES {
            self.unsynced = 0;
            self.disk.sync_data()?;
        }
        Ok(())
    }

    fn play_one(&mut self, row: &OpRow) -> Result<()> {
        let hash = chain_hash(row, &self.hash);
        if row.dseq != self.position + 1 || row.hash != hash {
            return Err(Error::Op(format!("operation {} does not follow", row.dseq)));
        }
        let (op, _, at_ms) = Op::decode(row)?;
        let place = reducer::Place { dv: row.dv, dseq: row.dseq, hlc: row.hlc, at_ms };
        reducer::apply(&self.conn, &op, place)?;
        (self.position, self.hash) = (row.dseq, hash);
        Ok(())
    }

    /// Reads what the log made.
    ///
    /// # Errors
    /// Those of the query.
    pub fn read<T, E: From<Error>>(&self, query: impl FnOnce(Db<'_>) -> Result<T, E>) -> Result<T, E> {
        query(Db(&self.conn))
    }
}
