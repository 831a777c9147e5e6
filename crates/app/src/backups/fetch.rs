//! Bringing a backup into a scratch file, opened if it is under a passphrase. The backup itself is only read.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::cipher::{self, CipherError};
use super::desk::Desk;
use super::lay::pour;

/// How it ended when no failure of the disk stopped it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// The scratch file is there.
    There,
    /// Somebody stopped it.
    GivenUp,
    /// The passphrase is missing or another one.
    Passphrase,
    /// The file is no database.
    Foreign,
    /// It is damaged.
    Damaged(String),
}

/// How files of SQLite begin.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// Fetches a backup into `scratch`, together with the write-ahead log that may lie beside a database that was copied by hand.
pub fn fetch(
    desk: &Desk,
    backup: &Path,
    scratch: &Path,
    passphrase: Option<&str>,
) -> std::io::Result<Fetched> {
    store::backup::remove(scratch).map_err(std::io::Error::other)?;
    let fetched = if cipher::is_sealed(backup)? {
        let Some(passphrase) = passphrase else { return Ok(Fetched::Passphrase) };
        match cipher::open(File::open(backup)?, passphrase) {
            Ok(opened) => pour_into(desk, opened, backup, scratch),
            Err(CipherError::Passphrase) => return Ok(Fetched::Passphrase),
            Err(CipherError::Damaged(detail)) => return Ok(Fetched::Damaged(detail)),
            Err(CipherError::Io(error)) => Err(error),
        }
    } else {
        pour_into(desk, File::open(backup)?, backup, scratch)
    };
    match fetched {
        Ok(false) => Ok(Fetched::GivenUp),
        // So age says that a chunk was tampered with, or that the end is missing.
        Err(error)
            if matches!(
                error.kind(),
                std::io::ErrorKind::InvalidData | std::io::ErrorKind::UnexpectedEof
            ) =>
        {
            Ok(Fetched::Damaged(error.to_string()))
        }
        Err(error) => Err(error),
        Ok(true) if !begins_as_database(scratch)? => Ok(Fetched::Foreign),
        Ok(true) => fetch_log(desk, backup, scratch),
    }
}

/// False when somebody stopped it.
fn pour_into(desk: &Desk, mut from: impl Read, backup: &Path, scratch: &Path) -> std::io::Result<bool> {
    let mut to = File::create(scratch)?;
    Ok(pour(&mut from, &mut to, desk, backup.metadata()?.len())?.is_some())
}

fn begins_as_database(scratch: &Path) -> std::io::Result<bool> {
    let mut head = Vec::new();
    File::open(scratch)?.take(MAGIC.len() as u64).read_to_end(&mut head)?;
    Ok(head == MAGIC)
}

fn fetch_log(desk: &Desk, backup: &Path, scratch: &Path) -> std::io::Result<Fetched> {
    let (log, target) = (with_suffix(backup, "-wal"), with_suffix(scratch, "-wal"));
    if !log.is_file() {
        return Ok(Fetched::There);
    }
    let whole = pour_into(desk, File::open(&log)?, &log, &target)?;
    Ok(if whole { Fetched::There } else { Fetched::GivenUp })
}

/// The file that SQLite keeps beside a database under this ending.
pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
