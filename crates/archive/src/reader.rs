//! Opening an archive: its files by name, its records in order. What is found wrong is said by [`crate::check`].

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::directory::{self, Entry};
use crate::entry::{Content, Digest};
use crate::error::{ArchiveError, Damage};
use crate::format::{MANIFEST, MAX_SMALL};
use crate::lines::{ChainFile, Lines};
use crate::manifest::{Manifest, parse};

/// An archive on disk.
#[derive(Clone, Debug)]
pub struct ArchiveReader {
    path: PathBuf,
    entries: Vec<Entry>,
}

impl ArchiveReader {
    /// Opens an archive and reads its directory.
    ///
    /// # Errors
    /// When the file is not of the one form that an archive has.
    pub fn open(path: &Path) -> Result<Self, ArchiveError> {
        let entries = directory::read(&mut File::open(path)?)?;
        Ok(Self { path: path.to_path_buf(), entries })
    }

    /// The names of its files, in their order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// True when it has a file of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The manifest, when it is there and in canonical form. Its signature is not looked at here.
    ///
    /// # Errors
    /// When the file cannot be unpacked.
    pub fn manifest(&self) -> Result<Option<Manifest>, ArchiveError> {
        Ok(parse(&self.small(MANIFEST)?))
    }

    /// The records in their order.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn lines(&self) -> Result<Lines, ArchiveError> {
        Lines::open(&self.path, &self.entries)
    }

    /// The files of the chains, to be read line by line.
    pub(crate) fn chain_files(&self) -> Result<Vec<ChainFile>, ArchiveError> {
        ChainFile::open_all(&self.path, &self.entries)
    }

    /// The content of a small file.
    pub(crate) fn small(&self, name: &str) -> Result<Vec<u8>, ArchiveError> {
        let entry = self.entry(name).ok_or(Damage::Name)?;
        if entry.size > MAX_SMALL {
            return Err(Damage::Content.into());
        }
        let mut content = Content::open(&self.path, entry)?;
        let mut bytes = Vec::new();
        content.read_to_end(&mut bytes).map_err(|_| Damage::Content)?;
        content.finish()?;
        Ok(bytes)
    }

    /// What a file turns out to be when it is read.
    pub(crate) fn digest(&self, name: &str) -> Result<Digest, ArchiveError> {
        Content::open(&self.path, self.entry(name).ok_or(Damage::Name)?)?.finish()
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name == name)
    }
}
