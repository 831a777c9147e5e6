//! Reading the repository: which files belong to it, and how old they are.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::Failure;
use crate::process::{output, program, root};

/// A text file of the repository.
pub struct Source {
    /// Relative to the root, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Every file that git knows or would add whose name ends in one of `extensions`, except generated ones.
///
/// # Errors
/// When git cannot list them or one cannot be read as UTF-8.
pub fn sources(extensions: &[&str]) -> Result<Vec<Source>, Failure> {
    let listing = output(program("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]))?;
    let wanted = |path: &&str| extensions.iter().any(|extension| path.ends_with(extension));
    let mut paths: Vec<&str> = listing.lines().filter(wanted).filter(|path| !generated(path)).collect();
    paths.sort_unstable();
    paths.dedup();
    // A file that git still lists but that was just deleted is not part of the tree any more.
    paths.into_iter().filter(|path| root().join(path).is_file()).map(source).collect()
}

fn source(path: &str) -> Result<Source, Failure> {
    let text = read(&root().join(path))?;
    Ok(Source { path: path.to_owned(), text })
}

fn generated(path: &str) -> bool {
    path.starts_with("ui/src/bindings/")
}

/// Reads a text file; the error names it.
pub fn read(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// When a file was last written; the beginning of time when it does not exist.
pub fn modified(path: &Path) -> SystemTime {
    path.metadata().and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
}

/// When the newest file under `folder` was written, leaving out the folders named in `skip`.
pub fn newest(folder: &Path, skip: &[&str]) -> SystemTime {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    let kept = paths.iter().filter(|path| !skip.iter().any(|name| path.ends_with(name)));
    kept.map(|path| if path.is_dir() { newest(path, skip) } else { modified(path) })
        .max()
        .unwrap_or(SystemTime::UNIX_EPOCH)
}
