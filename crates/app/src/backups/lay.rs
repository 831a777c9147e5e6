//! Laying a copy down at a place: written under another name, read back, and only then given its own.

use std::fs::File;
use std::io::{BufWriter, Error, ErrorKind, Read, Result, Write};
use std::path::Path;
use std::time::Duration;

use api::types::BackupPhase;
use blake3::{Hash, Hasher};

use super::cipher::{self, CipherError};
use super::desk::Desk;
use super::disk::{Disk, DiskFile, sync_folder};
use super::places::PART;

/// Bytes moved between two pauses, and how long those are: a sale comes first.
const CHUNK: usize = 256 << 10;
const PAUSE: Duration = Duration::from_millis(2);
/// Bytes after which what was written goes to the disk.
const FLUSH: usize = 4 << 20;

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Laid {
    /// It lies there, this long.
    Down(u64),
    /// Somebody stopped it, and nothing of it is left.
    GivenUp,
}

/// Lays a copy down as `target`, which is not there yet, under a passphrase if there is one.
pub fn lay_down(
    disk: &dyn Disk,
    desk: &Desk,
    copy: &Path,
    target: &Path,
    passphrase: Option<&str>,
) -> Result<Laid> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let part = target.with_file_name(format!(".{name}{PART}"));
    let _ = std::fs::remove_file(&part);
    let laid = write_and_verify(disk, desk, copy, &part, passphrase);
    match laid {
        Ok(true) => {
            std::fs::rename(&part, target)?;
            target.parent().into_iter().for_each(sync_folder);
            Ok(Laid::Down(target.metadata()?.len()))
        }
        other => {
            let _ = std::fs::remove_file(&part);
            other.map(|_| Laid::GivenUp)
        }
    }
}

/// False when somebody stopped it.
fn write_and_verify(
    disk: &dyn Disk,
    desk: &Desk,
    copy: &Path,
    part: &Path,
    passphrase: Option<&str>,
) -> Result<bool> {
    let mut target = Steady { file: disk.create(part)?, waiting: 0 };
    let total = copy.metadata()?.len();
    let written = match passphrase {
        None => pour(&mut File::open(copy)?, &mut target, desk, total)?,
        Some(passphrase) => {
            // The cipher hides why its first bytes could not be written; behind a buffer the disk says so itself.
            let mut sealed = cipher::seal(BufWriter::new(&mut target), passphrase)?;
            let written = pour(&mut File::open(copy)?, &mut sealed, desk, total)?;
            sealed.finish()?.flush()?;
            written
        }
    };
    let Some(written) = written else { return Ok(false) };
    target.file.flush()?;
    target.file.sync()?;
    drop(target);
    let read = match passphrase {
        None => pour(&mut File::open(part)?, &mut std::io::sink(), desk, total)?,
        Some(passphrase) => {
            let mut opened = cipher::open(File::open(part)?, passphrase).map_err(lost)?;
            pour(&mut opened, &mut std::io::sink(), desk, total)?
        }
    };
    match read {
        None => Ok(false),
        Some(read) if read == written => Ok(true),
        Some(_) => Err(Error::new(ErrorKind::InvalidData, "what was read back is not what was written")),
    }
}

fn lost(error: CipherError) -> Error {
    match error {
        CipherError::Io(error) => error,
        other => Error::new(ErrorKind::InvalidData, other),
    }
}

/// Moves everything from one to the other, with pauses; gives its hash, or nothing when somebody stopped it.
pub fn pour(from: &mut impl Read, to: &mut impl Write, desk: &Desk, total: u64) -> Result<Option<Hash>> {
    let mut hasher = Hasher::new();
    let mut chunk = vec![0; CHUNK];
    let mut done = 0;
    let megabytes = |bytes: u64| u32::try_from(bytes >> 20).unwrap_or(u32::MAX);
    loop {
        let read = from.read(&mut chunk)?;
        let Some(filled) = chunk.get(..read).filter(|filled| !filled.is_empty()) else { break };
        to.write_all(filled)?;
        hasher.update(filled);
        done += read as u64;
        if !desk.report(BackupPhase::Storing, megabytes(done), megabytes(total)) {
            return Ok(None);
        }
        std::thread::sleep(PAUSE);
    }
    Ok(Some(hasher.finalize()))
}

/// A file whose writes go to the disk as they come, so that a commit of the till does not wait for all of them at once.
struct Steady {
    file: Box<dyn DiskFile>,
    waiting: usize,
}

impl Write for Steady {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let written = self.file.write(bytes)?;
        self.waiting += written;
        if self.waiting >= FLUSH {
            self.waiting = 0;
            self.file.sync()?;
        }
        Ok(written)
    }

    fn flush(&mut self) -> Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    use api::types::BackupProblem;

    use super::super::desk::{Reason, Task};
    use super::super::disk::{SystemDisk, problem_of};
    use super::*;

    /// A disk with room for so many bytes.
    struct SmallDisk(usize);

    struct SmallFile {
        file: File,
        room: usize,
    }

    impl Disk for SmallDisk {
        fn free(&self, _: &Path) -> Result<u64> {
            Ok(u64::MAX)
        }
        fn create(&self, path: &Path) -> Result<Box<dyn DiskFile>> {
            Ok(Box::new(SmallFile { file: File::create_new(path)?, room: self.0 }))
        }
    }

    impl Write for SmallFile {
        fn write(&mut self, bytes: &[u8]) -> Result<usize> {
            let fits = bytes.len().min(self.room);
            self.room -= fits;
            if fits == 0 { Err(ErrorKind::StorageFull.into()) } else { self.file.write(&bytes[..fits]) }
        }
        fn flush(&mut self) -> Result<()> {
            self.file.flush()
        }
    }

    impl DiskFile for SmallFile {
        fn sync(&self) -> Result<()> {
            self.file.sync_all()
        }
    }

    /// A folder with an older backup, and a copy of a megabyte to lay down in it.
    fn folder() -> (tempfile::TempDir, PathBuf, PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let (copy, target) = (dir.path().join("copy.db"), dir.path().join("comptoir-20261121-093000.db"));
        std::fs::write(&copy, vec![7_u8; 1 << 20]).unwrap();
        std::fs::write(dir.path().join("comptoir-20261120-220000.db"), "older").unwrap();
        (dir, copy, target)
    }

    fn desk() -> Desk {
        let desk = Desk::new(Arc::new(AtomicBool::new(false)));
        desk.begin(&Task::Backup(Reason::Due));
        desk
    }

    fn names(dir: &tempfile::TempDir) -> Vec<String> {
        let entries = std::fs::read_dir(dir.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_disk_that_fills_up_keeps_the_older_backups_and_nothing_half_written() {
        for passphrase in [None, Some("trois petits chats")] {
            for room in [0, 1, 4096, 700_000] {
                let (dir, copy, target) = folder();
                let error = lay_down(&SmallDisk(room), &desk(), &copy, &target, passphrase).unwrap_err();
                assert_eq!(problem_of(&error), BackupProblem::Full, "{room}");
                assert_eq!(names(&dir), ["comptoir-20261120-220000.db", "copy.db"]);
                assert_eq!(std::fs::read(dir.path().join("comptoir-20261120-220000.db")).unwrap(), b"older");
            }
        }
    }

    #[test]
    fn what_is_stopped_leaves_nothing_and_what_is_whole_has_its_name() {
        let (dir, copy, target) = folder();
        let stopped = desk();
        stopped.cancel();
        assert_eq!(lay_down(&SystemDisk, &stopped, &copy, &target, None).unwrap(), Laid::GivenUp);
        assert_eq!(names(&dir).len(), 2);
        assert_eq!(lay_down(&SystemDisk, &desk(), &copy, &target, None).unwrap(), Laid::Down(1 << 20));
        assert_eq!(std::fs::read(&target).unwrap(), std::fs::read(&copy).unwrap());
    }
}
