//! What a power cut takes: writes that no sync has confirmed.
//!
//! Nothing here opens a file before the cut: closing it would drop the locks that SQLite holds on it in this process.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::OpenOptions;
use std::io::Result;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};

/// A write or cut that was carried out, and what was there before.
#[derive(Debug)]
struct Change {
    offset: u64,
    before: Vec<u8>,
    /// Length of the file before.
    length: u64,
}

/// Changes of each file since its last sync, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Unsynced {
    changes: BTreeMap<PathBuf, Vec<Change>>,
    /// Files that SQLite maps instead of writing (`-shm`): memory, for the purpose of a power cut.
    memory: BTreeSet<PathBuf>,
}

impl Unsynced {
    /// Notes what a place held before it changes: the length of the file, and the bytes that were there.
    pub(crate) fn note(&mut self, path: &Path, offset: u64, before: Vec<u8>, length: u64) {
        self.changes.entry(path.to_path_buf()).or_default().push(Change { offset, before, length });
    }

    /// Everything written to a file is on the disk.
    pub(crate) fn synced(&mut self, path: &Path) {
        self.changes.remove(path);
    }

    /// A file that is memory only.
    pub(crate) fn in_memory(&mut self, path: PathBuf) {
        self.memory.insert(path);
    }

    /// Takes back some of the changes, newest first.
    pub(crate) fn lose(self, seed: u64) -> Result<()> {
        let mut chance = Chance(seed);
        for path in &self.memory {
            let _ = std::fs::remove_file(path);
        }
        for (path, changes) in self.changes {
            let Ok(file) = OpenOptions::new().write(true).open(&path) else { continue };
            for change in changes.iter().rev() {
                if chance.toss() {
                    continue;
                }
                file.write_all_at(&change.before, change.offset)?;
                // A write at the end is taken back whole; what was written behind it stays only in part.
                let end = change.offset.saturating_add(change.before.len() as u64);
                if end >= change.length && chance.toss() {
                    file.set_len(change.length)?;
                }
            }
        }
        Ok(())
    }
}

/// A small generator (SplitMix64): the same seed loses the same writes.
struct Chance(u64);

impl Chance {
    fn toss(&mut self) -> bool {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) & 1 == 0
    }
}
