//! The moment at which a restored file takes the place of the data: when the program starts and nothing is open yet.
//!
//! The checked file is renamed to `restauration/pret-….db`, and that name is the whole message. The next start renames the data
//! to `comptoir-avant-restauration-….db`, companions first, and then the restored file to its place. Each step is a rename, so a
//! crash in between is gone on from at the start after; nothing is ever deleted or overwritten.

use std::io::{ErrorKind, Result};
use std::path::{Path, PathBuf};

use super::disk::sync_folder;
use super::fetch::with_suffix;
use crate::clock::LocalMoment;

/// The folder in which a backup becomes the data.
const FOLDER: &str = "restauration";
const CANDIDATE: &str = "candidat.db";
const READY: &str = "pret-";
/// Companions of a database, in the order in which they are put aside: the database last, for it says that there is one.
const COMPANIONS: [&str; 3] = ["-shm", "-wal", ""];

/// Where the file lies that is being checked.
pub fn candidate(data_dir: &Path) -> PathBuf {
    data_dir.join(FOLDER).join(CANDIDATE)
}

/// Makes the folder of restores.
pub fn make_folder(data_dir: &Path) -> Result<()> {
    std::fs::create_dir_all(data_dir.join(FOLDER))
}

/// Says that the checked file is to be taken at the next start, and under which moment the data is put aside.
pub fn announce(data_dir: &Path, at: &LocalMoment) -> Result<()> {
    let stamp = at.civil().strftime("%Y%m%d-%H%M%S").to_string();
    let candidate = candidate(data_dir);
    std::fs::rename(&candidate, candidate.with_file_name(format!("{READY}{stamp}.db")))?;
    sync_folder(&data_dir.join(FOLDER));
    Ok(())
}

/// At start: takes the announced file, if there is one. `database` is the name of the data in its folder. True when it was
/// taken.
pub fn carry_out(data_dir: &Path, database: &str) -> Result<bool> {
    let Some((ready, stamp)) = announced(data_dir)? else { return Ok(false) };
    let live = data_dir.join(database);
    let aside = data_dir.join(format!("comptoir-avant-restauration-{stamp}.db"));
    for companion in COMPANIONS {
        rename(&with_suffix(&live, companion), &with_suffix(&aside, companion))?;
    }
    std::fs::rename(&ready, &live)?;
    sync_folder(data_dir);
    tracing::warn!(aside = %aside.display(), "a backup was restored; the data before it is kept");
    Ok(true)
}

fn announced(data_dir: &Path) -> Result<Option<(PathBuf, String)>> {
    let entries = match std::fs::read_dir(data_dir.join(FOLDER)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let stamp = |path: &PathBuf| {
        let name = path.file_name()?.to_str()?;
        Some(name.strip_prefix(READY)?.strip_suffix(".db")?.to_owned())
    };
    let mut ready: Vec<PathBuf> =
        entries.collect::<Result<Vec<_>>>()?.into_iter().map(|e| e.path()).collect();
    ready.retain(|path| stamp(path).is_some());
    ready.sort();
    Ok(ready.pop().and_then(|path| stamp(&path).map(|stamp| (path, stamp))))
}

/// Renames a file that may not be there. One that lies there already is never overwritten.
fn rename(from: &Path, to: &Path) -> Result<()> {
    if !from.exists() {
        return Ok(());
    }
    if to.exists() {
        return Err(std::io::Error::new(ErrorKind::AlreadyExists, to.display().to_string()));
    }
    std::fs::rename(from, to)
}

#[cfg(test)]
mod tests {
    use domain::country::Country;

    use super::*;

    /// A folder with data and an announced restore.
    fn announced_restore() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for (name, content) in [("comptoir.db", "old"), ("comptoir.db-wal", "old log")] {
            std::fs::write(dir.path().join(name), content).unwrap();
        }
        make_folder(dir.path()).unwrap();
        std::fs::write(candidate(dir.path()), "restored").unwrap();
        announce(dir.path(), &LocalMoment::of(1_795_249_800_000, Country::France)).unwrap();
        dir
    }

    fn read(dir: &tempfile::TempDir, name: &str) -> String {
        std::fs::read_to_string(dir.path().join(name)).unwrap()
    }

    #[test]
    fn the_data_is_put_aside_and_the_restored_file_takes_its_place() {
        let dir = announced_restore();
        assert!(carry_out(dir.path(), "comptoir.db").unwrap());
        assert_eq!(read(&dir, "comptoir.db"), "restored");
        assert_eq!(read(&dir, "comptoir-avant-restauration-20261121-093000.db"), "old");
        assert_eq!(read(&dir, "comptoir-avant-restauration-20261121-093000.db-wal"), "old log");
        assert!(!dir.path().join("comptoir.db-wal").exists(), "the old log never meets the restored file");
        assert!(!carry_out(dir.path(), "comptoir.db").unwrap(), "once");
    }

    #[test]
    fn a_crash_between_any_two_steps_is_gone_on_from() {
        let aside = "comptoir-avant-restauration-20261121-093000.db";
        for steps in 0..=2 {
            let dir = announced_restore();
            for companion in ["-wal", ""].into_iter().take(steps) {
                let live = with_suffix(&dir.path().join("comptoir.db"), companion);
                rename(&live, &with_suffix(&dir.path().join(aside), companion)).unwrap();
            }
            assert!(carry_out(dir.path(), "comptoir.db").unwrap(), "{steps}");
            assert_eq!(
                (read(&dir, "comptoir.db"), read(&dir, aside)),
                ("restored".to_owned(), "old".to_owned())
            );
        }
    }
}
