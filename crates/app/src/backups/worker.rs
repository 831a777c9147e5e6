//! The worker that makes backups, runs drills and checks files: one thread, one piece of work at a time, never in the way of
//! a sale.

use std::sync::Arc;
use std::time::Duration;

use api::types::BackupPlace;
use api::{Event, Topic};
use store::tables::backups;

use super::desk::{Reason, Task};
use super::run::{back_up, data_dir};
use super::schedule::{self, RETRY_MS};
use super::{drill, examine, place_name, places, restore, settings, view};
use crate::error::{Error, Result};
use crate::shared::{Shared, lock};

/// How often the worker looks by itself.
const LOOK: Duration = Duration::from_secs(5);

/// Starts the worker; it ends when the program stops.
pub fn start(shared: &Arc<Shared>) -> Result<()> {
    let shared = Arc::clone(shared);
    let body = move || {
        if let Err(error) = settle_in(&shared) {
            tracing::warn!(%error, "backup worker");
        }
        while !shared.is_stopping() {
            if let Err(error) = round(&shared) {
                tracing::error!(%error, "backup worker");
            }
            shared.backups.bell.wait(LOOK);
        }
    };
    std::thread::Builder::new().name("backups".to_owned()).spawn(body).map_err(store::Error::from)?;
    Ok(())
}

/// Clears away what a crash left half written, and sees what is there.
fn settle_in(shared: &Arc<Shared>) -> Result<()> {
    for folder in places::known_folders(data_dir(shared)) {
        places::tidy(&folder);
    }
    look(shared)
}

/// Lists the files, and remembers the second place for a start at which the database cannot be read.
fn look(shared: &Shared) -> Result<()> {
    let Some(settings) = shared.store.read(settings::of_shop)? else { return Ok(()) };
    let second = &settings.row.second;
    places::remember_second(data_dir(shared), second).map_err(store::Error::from)?;
    *lock(&shared.backups.files) = places::list(&places::known_folders(data_dir(shared)), settings.country);
    Ok(())
}

/// Does what was asked for; else what is due.
fn round(shared: &Arc<Shared>) -> Result<()> {
    let asked = shared.backups.take();
    let Some(task) = asked.map_or_else(|| due(shared), |task| Ok(Some(task)))? else { return Ok(()) };
    shared.backups.begin(&task);
    let done = perform(shared, &task);
    let looked = look(shared);
    shared.backups.end();
    shared.send(&Event::Changed { topics: vec![Topic::Backups], workstation: None, client: None });
    done.and(looked)
}

fn perform(shared: &Arc<Shared>, task: &Task) -> Result<()> {
    match task {
        Task::Backup(Reason::Asked) => back_up(shared, |_| true),
        Task::Backup(Reason::Due) => {
            let places = due_places(shared)?;
            back_up(shared, |place| places.contains(&place))
        }
        Task::Drill => drill::drill(shared),
        Task::Check(choice) => {
            let live = shared.store.read(examine::inside)?;
            let around = restore::Surroundings {
                data_dir: data_dir(shared),
                keys: shared.key_store.as_ref(),
                live: Some(&live),
            };
            restore::check(&shared.backups, &around, choice);
            Ok(())
        }
    }
}

/// What is due, if anything.
fn due(shared: &Shared) -> Result<Option<Task>> {
    if !due_places(shared)?.is_empty() {
        return Ok(Some(Task::Backup(Reason::Due)));
    }
    let now_ms = shared.clock.now_ms();
    let drill = shared.store.read(|db| {
        let Some(settings) = settings::of_shop(db)? else { return Ok(None) };
        view::next_drill(db, &view::facts(db, &settings)?)
    })?;
    Ok(drill.filter(|at| *at <= now_ms).map(|_| Task::Drill))
}

/// The places where a backup is due: all of them when it is time, else those where the last attempt failed a while ago.
fn due_places(shared: &Shared) -> Result<Vec<BackupPlace>> {
    let now_ms = shared.clock.now_ms();
    shared.store.read(|db| {
        let Some(settings) = settings::of_shop(db)? else { return Ok(Vec::new()) };
        let mut all = vec![BackupPlace::Local];
        all.extend((!settings.row.second.is_empty()).then_some(BackupPlace::Second));
        let mut places = Vec::new();
        let time = schedule::next(&view::facts(db, &settings)?).is_some_and(|at| at <= now_ms);
        for place in all {
            let failure = backups::failure(db, place_name(place))?;
            let due = failure.map_or(time, |failed| now_ms - failed.at_ms >= RETRY_MS);
            places.extend(due.then_some(place));
        }
        Ok::<_, Error>(places)
    })
}
