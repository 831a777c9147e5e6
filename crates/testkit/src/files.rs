//! A shop's files kept in memory, so that each test gets its own copy and nothing stays on the disk.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// The files of a folder: paths inside it and contents.
#[derive(Clone, Debug)]
pub struct Files(Vec<(PathBuf, Vec<u8>)>);

impl Files {
    /// The files as they are on the disk at this moment. The index of SQLite's write-ahead log is left out: it is
    /// made anew, as after a crash.
    ///
    /// # Panics
    /// When the folder cannot be read.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        let mut files = Vec::new();
        collect(folder, folder, &mut files);
        Self(files)
    }

    /// Writes them into a new folder.
    ///
    /// # Panics
    /// When that fails.
    #[must_use]
    pub fn unpack(&self) -> TempDir {
        let dir = tempfile::tempdir().unwrap();
        for (path, bytes) in &self.0 {
            let target = dir.path().join(path);
            std::fs::create_dir_all(target.parent().unwrap()).unwrap();
            std::fs::write(target, bytes).unwrap();
        }
        dir
    }
}

fn collect(root: &Path, folder: &Path, into: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, into);
        } else if !path.to_string_lossy().ends_with("-shm") {
            let inside = path.strip_prefix(root).unwrap().to_path_buf();
            match std::fs::read(&path) {
                Ok(bytes) => into.push((inside, bytes)),
                // A program at work renames its scratch files; whoever kills it finds what is there at that moment.
                Err(error) => assert_eq!(error.kind(), ErrorKind::NotFound, "{}: {error}", path.display()),
            }
        }
    }
}
