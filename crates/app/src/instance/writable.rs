//! Whether this user may write where the shop's files are: asked before anything is touched, so that a refusal leaves the folder as it
//! was.
//!
//! SQLite would find out by itself, but late: it opens for reading what it may not write, and makes companions beside it that belong to
//! this user. The right one would then stumble over those at the next start.
//!
//! Not here: whether there is room, and a right that is taken away later. What is open stays writable until the program ends.

use std::io::Result;
use std::path::Path;

/// Companions of a database, which is the first.
const FILES: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Says whether files can be made in the folder of data, and whether the database, its companions and the file that is
/// locked can be written where they are there.
///
/// # Errors
/// What the system says: no permission, or a file system that is read-only.
pub fn check(data_dir: &Path, database: &str, lock: &str) -> Result<()> {
    // A file without a name, where the system has such; it leaves nothing behind.
    drop(tempfile::tempfile_in(data_dir)?);
    for suffix in FILES {
        may_write(&data_dir.join(format!("{database}{suffix}")))?;
    }
    may_write(&data_dir.join(lock))
}

/// Asks the system whether a file can be read and written; one that is not there can. It is not opened for that: closing it again would
/// drop the locks that SQLite holds on it in this process.
#[cfg(unix)]
pub fn may_write(path: &Path) -> Result<()> {
    use rustix::fs::{Access, access};
    match access(path, Access::READ_OK | Access::WRITE_OK) {
        Err(rustix::io::Errno::NOENT) => Ok(()),
        answer => Ok(answer?),
    }
}

/// Looks at the mark that forbids writing; who else may is the folder's business there.
#[cfg(not(unix))]
pub fn may_write(path: &Path) -> Result<()> {
    use std::io::ErrorKind;
    match std::fs::metadata(path) {
        Ok(found) if found.permissions().readonly() => Err(ErrorKind::PermissionDenied.into()),
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
