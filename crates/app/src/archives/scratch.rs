//! Scratch files: an archive has another name until it is complete and synced. A process that is killed meanwhile leaves one behind.

use std::fs::{read_dir, remove_file};
use std::io::{ErrorKind, Result};
use std::path::Path;

use tempfile::NamedTempFile;

/// How their names begin.
const PREFIX: &str = ".archive-";

/// A scratch file in a folder; it is gone with the value.
pub fn file(folder: &Path) -> Result<NamedTempFile> {
    tempfile::Builder::new().prefix(PREFIX).tempfile_in(folder)
}

/// Takes away what a killed process left in the folder of archives and in those below it. Only before the worker begins: no other
/// program writes there. In a second folder, which shops may share, nothing is taken away.
pub fn clear(archives: &Path) -> Result<()> {
    let entries = match read_dir(archives) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            clear(&entry.path())?;
        } else if kind.is_file() && entry.file_name().to_string_lossy().starts_with(PREFIX) {
            remove_file(entry.path())?;
        }
    }
    Ok(())
}
