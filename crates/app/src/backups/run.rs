//! Making a backup: one copy beside the work, read through, then laid down at each place.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use api::types::{BackupPhase, BackupPlace, BackupProblem};
use store::backup::{Candidate, Copied};
use store::tables::backups::{self, BackupRunRow};
use store::tables::copies;
use store::{Actor, Stamp};

use super::desk::Desk;
use super::disk::{Disk, SystemDisk, problem_of, problem_of_store};
use super::examine::{self, Reading};
use super::lay::{Laid, lay_down};
use super::places::{self, PART, Shelf};
use super::retention::expendable;
use super::settings::{Settings, passphrase};
use super::{place_name, settings};
use crate::clock::LocalMoment;
use crate::error::{Error, Result};
use crate::printing::name_of as contract_name;
use crate::shared::Shared;

/// Attempts are remembered this long: as long as the oldest backup that is kept.
const KEEP_MS: i64 = 400 * 86_400_000;
/// Room that must stay on a disk beside the copy.
const MARGIN_BYTES: u64 = 16 << 20;

/// Makes a backup at the wanted places.
pub fn back_up(shared: &Arc<Shared>, wanted: impl Fn(BackupPlace) -> bool) -> Result<()> {
    let Some(settings) = shared.store.read(settings::of_shop)? else { return Ok(()) };
    let shelves = places::shelves(data_dir(shared), &settings, settings.about.device);
    let shelves: Vec<Shelf> = shelves.into_iter().filter(|s| wanted(s.place)).collect();
    let attempt = Attempt { shared, settings, at_ms: shared.clock.now_ms(), started: Instant::now() };
    let ready = attempt.ready(shelves, &SystemDisk)?;
    if ready.is_empty() {
        return Ok(());
    }
    let copy = places::local_folder(data_dir(shared)).join(format!(".copie.db{PART}"));
    let made = attempt.copy(&copy).and_then(|made| match made {
        Made::Copy(about) => attempt.lay_down_all(&ready, &copy, &about),
        Made::Nothing => Ok(()),
        Made::Unfit(problem) => ready.iter().try_for_each(|shelf| attempt.failed(shelf.place, problem)),
    });
    store::backup::remove(&copy)?;
    made
}

/// The folder of the shop's files.
pub fn data_dir(shared: &Shared) -> &Path {
    shared.store.path().parent().unwrap_or_else(|| Path::new("."))
}

/// What came of copying.
enum Made {
    Copy(copies::About),
    Unfit(BackupProblem),
    Nothing,
}

struct Attempt<'a> {
    shared: &'a Arc<Shared>,
    settings: Settings,
    at_ms: i64,
    started: Instant,
}

impl Attempt<'_> {
    fn desk(&self) -> &Arc<Desk> {
        &self.shared.backups
    }

    /// The places that can take a backup; for the others it is noted why not.
    fn ready(&self, shelves: Vec<Shelf>, disk: &dyn Disk) -> Result<Vec<Shelf>> {
        let bytes = self.shared.store.path().metadata().map_or(0, |file| file.len());
        let mut ready = Vec::new();
        for shelf in shelves {
            match probe(&shelf, disk, bytes + MARGIN_BYTES) {
                Ok(()) => ready.push(shelf),
                Err(problem) => self.failed(shelf.place, problem)?,
            }
        }
        Ok(ready)
    }

    /// Copies the database and reads the copy through.
    fn copy(&self, to: &Path) -> Result<Made> {
        let watch = |done, total| self.desk().report(BackupPhase::Copying, done, total);
        std::fs::create_dir_all(to.parent().unwrap_or(to)).map_err(store::Error::from)?;
        match store::backup::copy(self.shared.store.path(), to, watch) {
            Ok(Copied::GivenUp) => return Ok(Made::Nothing),
            Ok(Copied::Whole) => {}
            Err(error) => {
                tracing::warn!(%error, "the database cannot be copied");
                return Ok(Made::Unfit(problem_of_store(&error)));
            }
        }
        let mut copy = Candidate::open(to)?;
        let mut reading = examine::pages(&mut copy, self.desk())?;
        if reading == Reading::Sound {
            reading = examine::tails(&copy)?;
        }
        Ok(match reading {
            Reading::Sound => Made::Copy(copy.read(copies::about)?),
            Reading::GivenUp => Made::Nothing,
            Reading::Damaged(detail) | Reading::Broken(detail) => {
                tracing::error!(detail, "the copy does not verify");
                Made::Unfit(BackupProblem::Damaged)
            }
        })
    }

    fn lay_down_all(&self, shelves: &[Shelf], copy: &Path, about: &copies::About) -> Result<()> {
        let secret = if self.settings.row.encrypted { passphrase(self.shared)? } else { None };
        for shelf in shelves {
            if self.settings.row.encrypted && secret.is_none() {
                self.failed(shelf.place, BackupProblem::Passphrase)?;
                continue;
            }
            let name = self.free_name(shelf);
            let target = shelf.folder.join(&name);
            match lay_down(&SystemDisk, self.desk(), copy, &target, secret.as_deref()) {
                Ok(Laid::Down(bytes)) => {
                    self.succeeded(shelf.place, name, bytes, about)?;
                    rotate(&shelf.folder);
                }
                Ok(Laid::GivenUp) => return Ok(()),
                Err(error) => {
                    tracing::warn!(place = ?shelf.place, %error, "a backup cannot be laid down");
                    self.failed(shelf.place, problem_of(&error))?;
                }
            }
        }
        Ok(())
    }

    /// The name of this moment, or of the first second after it that is free.
    fn free_name(&self, shelf: &Shelf) -> String {
        let name = |s: i64| {
            let at = LocalMoment::of(self.at_ms + s * 1_000, self.settings.country);
            places::name_of(&at, self.settings.row.encrypted)
        };
        (0..60).map(name).find(|name| !shelf.folder.join(name).exists()).unwrap_or_else(|| name(60))
    }

    fn succeeded(&self, place: BackupPlace, name: String, bytes: u64, about: &copies::About) -> Result<()> {
        let (bytes, dseq) = (i64::try_from(bytes).unwrap_or(i64::MAX), about.dseq);
        let row =
            BackupRunRow { name, bytes, dseq, tickets: self.settings.tickets, ..self.row(place, None)? };
        self.note(row)
    }

    fn failed(&self, place: BackupPlace, problem: BackupProblem) -> Result<()> {
        self.note(self.row(place, Some(problem))?)
    }

    fn row(&self, place: BackupPlace, problem: Option<BackupProblem>) -> Result<BackupRunRow> {
        Ok(BackupRunRow {
            at_ms: self.at_ms,
            place: place_name(place).to_owned(),
            name: String::new(),
            bytes: 0,
            tickets: 0,
            dseq: 0,
            took_ms: i64::try_from(self.started.elapsed().as_millis()).unwrap_or(i64::MAX),
            problem: problem.map(contract_name).transpose()?,
        })
    }

    fn note(&self, row: BackupRunRow) -> Result<()> {
        let stamp = Stamp { now_ms: self.shared.clock.now_ms(), actor: Actor::default() };
        self.shared.store.write(stamp, move |tx| Ok::<_, Error>(backups::note_run(tx, &row, KEEP_MS)?))
    }
}

/// Whether a place can take a backup, before anything is copied. The local folder is made; the root of the second must be
/// there, or a stick that was taken out would become a folder of this disk.
fn probe(shelf: &Shelf, disk: &dyn Disk, bytes: u64) -> Result<(), BackupProblem> {
    let of = |error: std::io::Error| problem_of(&error);
    if shelf.place == BackupPlace::Second {
        let root = shelf.folder.parent().unwrap_or(&shelf.folder);
        if !root.is_dir() {
            return Err(BackupProblem::Missing);
        }
    }
    std::fs::create_dir_all(&shelf.folder).map_err(of)?;
    let trial = shelf.folder.join(format!(".essai{PART}"));
    let _ = std::fs::remove_file(&trial);
    drop(disk.create(&trial).map_err(of)?);
    std::fs::remove_file(&trial).map_err(of)?;
    if disk.free(&shelf.folder).map_err(of)? < bytes { Err(BackupProblem::Full) } else { Ok(()) }
}

/// Deletes what need not be kept. A file that cannot be deleted stays; the next round tries again.
fn rotate(folder: &Path) {
    let entries =
        std::fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let dated = |path: std::path::PathBuf| Some((places::rotated_moment(path.file_name()?.to_str()?)?, path));
    let files: Vec<_> = entries.filter_map(dated).collect();
    let gone = expendable(&files.iter().map(|(moment, _)| *moment).collect::<Vec<_>>());
    for (_, path) in files.iter().filter(|(moment, _)| gone.contains(moment)) {
        if let Err(error) = std::fs::remove_file(path) {
            tracing::warn!(%error, "an old backup stays");
        }
    }
}
