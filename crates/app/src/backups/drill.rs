//! The restore drill: the newest backup is restored into a scratch file, every signature in it verified, its counts
//! compared with the shop's up to where it ends. What nobody has restored is only hoped to be a backup.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use api::types::{BackupFile, DrillProblem};
use store::backup::Candidate;
use store::tables::backups::{self, BackupDrillRow};
use store::tables::copies::{self, Content};
use store::{Actor, Stamp};

use super::examine::{self, Inside, Reading};
use super::fetch::{Fetched, fetch};
use super::places::{self, PART};
use super::run::data_dir;
use super::settings::{self, passphrase};
use crate::error::{Error, Result};
use crate::printing::name_of as contract_name;
use crate::shared::Shared;

/// Drills that are remembered.
const KEEP: u32 = 60;

/// What a drill found.
struct Finding {
    content: Content,
    missing: i64,
    problem: Option<(DrillProblem, String)>,
}

impl Finding {
    fn problem(problem: DrillProblem, detail: impl Into<String>) -> Self {
        Self { content: Content::default(), missing: 0, problem: Some((problem, detail.into())) }
    }
}

/// Runs a drill with the newest backup and notes what it found. One that somebody stopped leaves no note.
pub fn drill(shared: &Arc<Shared>) -> Result<()> {
    let (at_ms, started) = (shared.clock.now_ms(), Instant::now());
    let Some(newest) = newest(shared)? else {
        let nothing = Finding::problem(DrillProblem::NoBackup, "");
        return note(shared, at_ms, started, String::new(), nothing);
    };
    let scratch = places::local_folder(data_dir(shared)).join(format!(".exercice.db{PART}"));
    let found = restore_and_compare(shared, &newest, &scratch);
    store::backup::remove(&scratch)?;
    match found? {
        Some(finding) => note(shared, at_ms, started, newest.name, finding),
        None => Ok(()),
    }
}

/// The newest backup at the places of this shop.
fn newest(shared: &Shared) -> Result<Option<BackupFile>> {
    let Some(settings) = shared.store.read(settings::of_shop)? else { return Ok(None) };
    let shelves = places::shelves(data_dir(shared), &settings, settings.about.device);
    let folders: Vec<_> = shelves.into_iter().map(|shelf| shelf.folder).collect();
    Ok(places::list(&folders, settings.country).into_iter().next())
}

fn restore_and_compare(shared: &Arc<Shared>, file: &BackupFile, scratch: &Path) -> Result<Option<Finding>> {
    let desk = &shared.backups;
    let secret = passphrase(shared)?;
    std::fs::create_dir_all(places::local_folder(data_dir(shared))).map_err(store::Error::from)?;
    let fetched = fetch(desk, Path::new(&file.path), scratch, secret.as_deref());
    let problem = match fetched {
        Ok(Fetched::There) => None,
        Ok(Fetched::GivenUp) => return Ok(None),
        Ok(Fetched::Passphrase) => Some((DrillProblem::Passphrase, String::new())),
        Ok(Fetched::Foreign) => Some((DrillProblem::Damaged, "header".to_owned())),
        Ok(Fetched::Damaged(detail)) => Some((DrillProblem::Damaged, detail)),
        Err(error) => Some((DrillProblem::Unreadable, error.to_string())),
    };
    if let Some((problem, detail)) = problem {
        return Ok(Some(Finding::problem(problem, detail)));
    }
    match read_through(shared, scratch).or_else(|error| examine::unfit(error).map(Err))? {
        Ok(inside) => compare(shared, &inside).map(Some),
        Err(Reading::Sound | Reading::GivenUp) => Ok(None),
        Err(Reading::Damaged(detail)) => Ok(Some(Finding::problem(DrillProblem::Damaged, detail))),
        Err(Reading::Broken(detail)) => Ok(Some(Finding::problem(DrillProblem::Chain, detail))),
    }
}

/// What is in the scratch file; the reading that stopped it when it is not sound.
fn read_through(shared: &Arc<Shared>, scratch: &Path) -> Result<Result<Inside, Reading>> {
    let (mut copy, _) = examine::open_scratch(scratch)?;
    let mut reading = examine::pages(&mut copy, &shared.backups)?;
    if reading == Reading::Sound {
        reading = examine::chains(&copy, &shared.backups)?;
    }
    Ok(if reading == Reading::Sound { Ok(copy.read(examine::inside)?) } else { Err(reading) })
}

/// Compares with the data in use, up to where the copy ends; a reader of its own reads it beside the work.
fn compare(shared: &Shared, inside: &Inside) -> Result<Finding> {
    let live = Candidate::open(shared.store.path())?;
    let (mut problem, mut in_use) = (None, Content::default());
    for head in &inside.heads {
        let (link, counted, code) = live.read(|db| {
            let link = copies::link_at(db, head.terminal, head.position)?;
            let counted = copies::content(db, head.terminal, head.position)?;
            Ok::<_, Error>((link, counted, examine::code_of(db, head.terminal)?))
        })?;
        in_use = in_use.and(counted);
        if head.position > 0 && link.as_deref() != Some(head.link.as_str()) {
            problem = Some((DrillProblem::Different, format!("{code} {}", head.position)));
        }
    }
    if problem.is_none() && in_use != inside.content {
        let records = format!("{} / {}", inside.content.records, in_use.records);
        problem = Some((DrillProblem::Different, records));
    }
    let missing = (in_use.tickets - inside.content.tickets).max(0);
    Ok(Finding { content: inside.content, missing, problem })
}

fn note(shared: &Arc<Shared>, at_ms: i64, started: Instant, name: String, found: Finding) -> Result<()> {
    let (problem, detail) = found.problem.map_or((None, String::new()), |(p, detail)| (Some(p), detail));
    if let Some(problem) = problem {
        tracing::error!(?problem, detail, name, "the restore drill failed");
    }
    let row = BackupDrillRow {
        at_ms,
        name,
        tickets: found.content.tickets,
        records: found.content.records,
        total: found.content.total.0,
        missing: found.missing,
        problem: problem.map(contract_name).transpose()?,
        detail,
        took_ms: i64::try_from(started.elapsed().as_millis()).unwrap_or(i64::MAX),
    };
    let stamp = Stamp { now_ms: shared.clock.now_ms(), actor: Actor::default() };
    shared.store.write(stamp, move |tx| Ok::<_, Error>(backups::note_drill(tx, &row, KEEP)?))
}
