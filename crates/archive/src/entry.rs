//! The content of one file of an archive, unpacked and checked while it is read.

use std::fs::File;
use std::io::{BufReader, Read, Seek as _, SeekFrom};
use std::path::Path;

use flate2::Crc;
use flate2::bufread::DeflateDecoder;
use sha2::{Digest as _, Sha256};

use crate::directory::Entry;
use crate::error::{ArchiveError, Damage};
use crate::spool::hex;

/// A file that is being read. Reads at most what the directory states, whatever the packed bytes would unpack to.
pub struct Content {
    entry: Entry,
    from: DeflateDecoder<BufReader<std::io::Take<File>>>,
    read: u64,
    crc: Crc,
    hash: Sha256,
}

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// Bytes, unpacked.
    pub size: u64,
    /// SHA-256, lower-case hexadecimal.
    pub sha256: String,
}

impl Content {
    /// Opens a file of the archive at `path`, with a handle of its own: several are read side by side.
    pub fn open(path: &Path, entry: &Entry) -> Result<Self, ArchiveError> {
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(entry.start))?;
        let from = DeflateDecoder::new(BufReader::new(file.take(entry.packed)));
        Ok(Self { entry: entry.clone(), from, read: 0, crc: Crc::new(), hash: Sha256::new() })
    }

    /// Reads what is left and says what the file is; a defect when it is not what the directory states.
    pub fn finish(mut self) -> Result<Digest, ArchiveError> {
        let mut rest = vec![0; 64 << 10];
        while self.read(&mut rest).map_err(|_| Damage::Content)? > 0 {}
        // One byte more shows whether the packed bytes end where the content does.
        let longer = self.from.read(&mut [0]).map_err(|_| Damage::Content)? > 0;
        let sound = !longer
            && self.read == self.entry.size
            && self.crc.sum() == self.entry.crc
            && self.from.total_in() == self.entry.packed;
        if sound {
            Ok(Digest { size: self.read, sha256: hex(&self.hash.finalize()) })
        } else {
            Err(Damage::Content.into())
        }
    }
}

impl Read for Content {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let left = usize::try_from(self.entry.size - self.read).unwrap_or(usize::MAX);
        let length = buffer.len().min(left);
        let Some(part) = buffer.get_mut(..length).filter(|part| !part.is_empty()) else { return Ok(0) };
        let count = self.from.read(part)?;
        let part = part.get(..count).unwrap_or_default();
        self.read += count as u64;
        self.crc.update(part);
        self.hash.update(part);
        Ok(count)
    }
}
