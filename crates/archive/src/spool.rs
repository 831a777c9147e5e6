//! One file of an archive while it grows: compressed into a scratch file as it is written, because a ZIP holds its files
//! one after the other and the records come mixed.

use std::fs::File;
use std::io::{Seek, Write};
use std::path::Path;

use sha2::{Digest as _, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::error::ArchiveError;
use crate::manifest::FileEntry;

/// A file that is being written.
pub struct Spool {
    name: String,
    size: u64,
    hash: Sha256,
    zip: ZipWriter<File>,
}

/// A file that is complete.
pub struct Packed {
    /// Its entry in the manifest.
    pub entry: FileEntry,
    zip: ZipArchive<File>,
}

/// The time of every file is the first that a ZIP can hold: the manifest says when the archive was made, and the same
/// records give the same bytes.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
}

impl Spool {
    /// Begins a file; what it takes meanwhile lies unnamed in the folder `scratch`.
    pub fn begin(name: impl Into<String>, scratch: &Path) -> Result<Self, ArchiveError> {
        let name = name.into();
        let mut zip = ZipWriter::new(tempfile::tempfile_in(scratch)?);
        zip.start_file(name.as_str(), options())?;
        Ok(Self { name, size: 0, hash: Sha256::new(), zip })
    }

    /// A file at once.
    pub fn whole(name: impl Into<String>, content: &[u8], scratch: &Path) -> Result<Packed, ArchiveError> {
        let mut spool = Self::begin(name, scratch)?;
        spool.add(content)?;
        spool.finish()
    }

    /// Appends.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), ArchiveError> {
        self.size += bytes.len() as u64;
        if self.size > crate::MAX_ARCHIVE_BYTES {
            return Err(ArchiveError::TooLarge);
        }
        self.hash.update(bytes);
        self.zip.write_all(bytes)?;
        Ok(())
    }

    /// Ends the file.
    pub fn finish(self) -> Result<Packed, ArchiveError> {
        let zip = ZipArchive::new(self.zip.finish()?)?;
        let entry = FileEntry { name: self.name, size: self.size, sha256: hex(&self.hash.finalize()) };
        Ok(Packed { entry, zip })
    }
}

impl Packed {
    /// Copies the packed bytes into the archive.
    pub fn copy_into<W: Write + Seek>(mut self, out: &mut ZipWriter<W>) -> Result<(), ArchiveError> {
        Ok(out.raw_copy_file(self.zip.by_index_raw(0)?)?)
    }
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
