//! Where backups lie and what they are called.
//!
//! `comptoir-AAAAMMJJ-HHMMSS.db`, on the clock of the shop; `.db.age` under a passphrase. At the second place they lie in
//! a folder named after this database, so that two tills may share a stick without tidying up after each other.

use std::path::{Path, PathBuf};

use api::types::{BackupFile, BackupPlace};
use domain::country::Country;
use jiff::civil::DateTime;

use super::settings::Settings;
use crate::clock::{LocalMoment, local_ms};

/// What is being written is called so until it is whole and verified.
pub const PART: &str = ".part";
const PREFIX: &str = "comptoir-";
/// The data that a restore put aside.
const ASIDE: &str = "avant-restauration-";
/// The folder of the local place, beside the data.
const LOCAL_FOLDER: &str = "sauvegardes";
/// Remembers the second place for a start at which the database cannot be read.
const MEMORY: &str = "second.txt";

/// A place of this shop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// The place.
    pub place: BackupPlace,
    /// Its folder.
    pub folder: PathBuf,
}

/// The places that are set: the local one, then the second.
pub fn shelves(data_dir: &Path, settings: &Settings, device: uuid::Uuid) -> Vec<Shelf> {
    let mut shelves = vec![Shelf { place: BackupPlace::Local, folder: local_folder(data_dir) }];
    if !settings.row.second.is_empty() {
        let folder = Path::new(&settings.row.second).join(second_name(device));
        shelves.push(Shelf { place: BackupPlace::Second, folder });
    }
    shelves
}

/// The folder of the local place.
pub fn local_folder(data_dir: &Path) -> PathBuf {
    data_dir.join(LOCAL_FOLDER)
}

/// The end of the device's id is random; its beginning is only a time.
fn second_name(device: uuid::Uuid) -> String {
    let id = device.simple().to_string();
    format!("{PREFIX}{}", id.get(24..).unwrap_or(&id))
}

/// The name of a backup made at a moment.
pub fn name_of(at: &LocalMoment, encrypted: bool) -> String {
    let t = at.civil();
    let age = if encrypted { ".age" } else { "" };
    format!(
        "{PREFIX}{:04}{:02}{:02}-{:02}{:02}{:02}.db{age}",
        t.year(),
        t.month(),
        t.day(),
        t.hour(),
        t.minute(),
        t.second()
    )
}

/// When a backup of this name was made, on the clock of the shop; none for other files.
pub fn moment_of(name: &str) -> Option<DateTime> {
    let rest = name.strip_prefix(PREFIX)?;
    let rest = rest.strip_prefix(ASIDE).unwrap_or(rest);
    let stamp = rest.strip_suffix(".age").unwrap_or(rest).strip_suffix(".db")?;
    DateTime::strptime("%Y%m%d-%H%M%S", stamp).ok()
}

/// The same for a file that may be deleted one day; none for what a restore put aside.
pub fn rotated_moment(name: &str) -> Option<DateTime> {
    moment_of(name).filter(|_| !name.contains(ASIDE))
}

/// The moment of the copy made before an upgrade (`comptoir.db.schema-12.1795249800000.backup`).
fn upgrade_moment(name: &str) -> Option<i64> {
    let rest = name.strip_suffix(".backup")?;
    rest.rsplit_once('.')?.1.parse().ok().filter(|_| rest.contains(".schema-"))
}

/// The backups in a folder, in no order; a folder that cannot be read has none.
fn in_folder(folder: &Path, country: Country) -> Vec<BackupFile> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries.filter_map(|entry| backup(&entry.ok()?.path(), country)).collect()
}

/// A file, if its name is that of a backup.
fn backup(path: &Path, country: Country) -> Option<BackupFile> {
    let name = path.file_name()?.to_str()?.to_owned();
    let made = moment_of(&name).and_then(|civil| local_ms(civil, country));
    let before = upgrade_moment(&name);
    let data = path.metadata().ok().filter(std::fs::Metadata::is_file)?;
    Some(BackupFile {
        path: path.to_string_lossy().into_owned(),
        at_ms: made.or(before)?,
        bytes: data.len(),
        tickets: None,
        encrypted: Path::new(&name).extension().is_some_and(|e| e == "age"),
        before_upgrade: before.is_some(),
        name,
    })
}

/// The backups in some folders, the newest first.
pub fn list(folders: &[PathBuf], country: Country) -> Vec<BackupFile> {
    let mut files: Vec<BackupFile> = folders.iter().flat_map(|folder| in_folder(folder, country)).collect();
    files.sort_by(|a, b| (b.at_ms, &a.path).cmp(&(a.at_ms, &b.path)));
    files
}

/// The backups in a folder that a person names, and in the folders of tills right below it.
pub fn list_folder(folder: &Path, country: Country) -> Vec<BackupFile> {
    list(&with_tills(folder), country)
}

fn with_tills(folder: &Path) -> Vec<PathBuf> {
    let below = std::fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let is_till = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        path.is_dir() && name.is_some_and(|name| name.starts_with(PREFIX))
    };
    std::iter::once(folder.to_path_buf()).chain(below.filter(is_till)).collect()
}

/// Every folder of this computer in which backups of its data may be, whether or not the database can be read.
pub fn known_folders(data_dir: &Path) -> Vec<PathBuf> {
    let local = local_folder(data_dir);
    let second = std::fs::read_to_string(local.join(MEMORY)).unwrap_or_default();
    let mut folders = vec![data_dir.to_path_buf(), local];
    if !second.is_empty() {
        folders.extend(with_tills(Path::new(&second)));
    }
    folders
}

/// Remembers the second place beside the data.
pub fn remember_second(data_dir: &Path, second: &str) -> std::io::Result<()> {
    let folder = local_folder(data_dir);
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(MEMORY);
    if std::fs::read_to_string(&path).is_ok_and(|kept| kept == second) {
        return Ok(());
    }
    std::fs::write(path, second)
}

/// Removes what a crash left half written in a folder.
pub fn tidy(folder: &Path) {
    let entries =
        std::fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    for path in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') && name.contains(PART) && std::fs::remove_file(&path).is_err() {
            tracing::warn!(name, "a half-written backup stays");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_its_moment_and_other_files_have_none() {
        let at = LocalMoment::of(1_795_249_800_000, Country::France);
        assert_eq!(name_of(&at, false), "comptoir-20261121-093000.db");
        for encrypted in [false, true] {
            assert_eq!(moment_of(&name_of(&at, encrypted)), Some(at.civil()));
        }
        assert_eq!(moment_of("comptoir-avant-restauration-20261121-093000.db"), Some(at.civil()));
        for other in
            ["comptoir.db", "comptoir-20261321-093000.db", ".comptoir-20261121-093000.db.part", "x.db"]
        {
            assert_eq!(moment_of(other), None, "{other}");
        }
        assert_eq!(upgrade_moment("comptoir.db.schema-9.1795249800000.backup"), Some(1_795_249_800_000));
        assert_eq!(local_ms(at.civil(), Country::France), Some(at.utc_ms));
    }
}
