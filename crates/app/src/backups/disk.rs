//! The disk under a place, as far as backups write to it: a seam, so that a test can fill it up.

use std::fs::{File, OpenOptions};
use std::io::{Error, ErrorKind, Result, Write};
use std::path::Path;

use api::types::BackupProblem;

/// A disk.
pub trait Disk: Send + Sync {
    /// Free bytes of the file system of a folder.
    fn free(&self, folder: &Path) -> Result<u64>;
    /// Creates a file that was not there.
    fn create(&self, path: &Path) -> Result<Box<dyn DiskFile>>;
}

/// A file that is being written.
pub trait DiskFile: Write + Send {
    /// Waits until what was written is on the disk.
    fn sync(&self) -> Result<()>;
}

/// The computer's disks.
pub struct SystemDisk;

impl Disk for SystemDisk {
    fn free(&self, folder: &Path) -> Result<u64> {
        fs4::available_space(folder)
    }

    fn create(&self, path: &Path) -> Result<Box<dyn DiskFile>> {
        let file = OpenOptions::new().write(true).create_new(true).open(path)?;
        Ok(Box::new(file))
    }
}

impl DiskFile for File {
    fn sync(&self) -> Result<()> {
        self.sync_all()
    }
}

/// Makes the name of a renamed file last. Only Unix knows how, and some network folders do not.
pub fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = folder;
}

/// What an error of a disk means to a person.
pub fn problem_of(error: &Error) -> BackupProblem {
    match error.kind() {
        ErrorKind::NotFound
        | ErrorKind::NotADirectory
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable => BackupProblem::Missing,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => BackupProblem::ReadOnly,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => BackupProblem::Full,
        _ => BackupProblem::Other,
    }
}

/// The same of an error of the store.
pub fn problem_of_store(error: &store::Error) -> BackupProblem {
    match error {
        store::Error::DiskFull => BackupProblem::Full,
        store::Error::ReadOnly => BackupProblem::ReadOnly,
        store::Error::Corrupt(_) => BackupProblem::Damaged,
        store::Error::Io(error) => problem_of(error),
        _ => BackupProblem::Other,
    }
}
