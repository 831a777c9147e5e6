//! The scratch file of a check: beside the data, and gone afterwards. A process that is killed meanwhile leaves it behind.

use std::fs::{read_dir, remove_file};
use std::io::Result;
use std::path::{Path, PathBuf};

/// How its name begins.
const PREFIX: &str = ".relecture-";

/// The scratch file beside a database.
pub fn beside(database: &Path) -> PathBuf {
    let name = database.file_name().unwrap_or_default().to_string_lossy();
    database.with_file_name(format!("{PREFIX}{name}"))
}

/// Takes away what a killed process left in the folder of data. Only at the start: no check runs then.
///
/// # Errors
/// When the folder cannot be read, or a file stays.
pub fn clear(data_dir: &Path) -> Result<()> {
    for entry in read_dir(data_dir)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(PREFIX) && entry.file_type()?.is_file() {
            remove_file(entry.path())?;
        }
    }
    Ok(())
}
