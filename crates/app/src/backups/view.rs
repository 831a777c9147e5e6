//! What windows are shown of backups. No disk is asked: a folder on a dead network would hold up the answer.

use std::collections::HashMap;

use api::types::{BackupFile, BackupOverview, BackupPlace, BackupPlaceView, BackupSettings, DrillView};
use domain::money::Money;
use store::Db;
use store::tables::backups::{self, BackupDrillRow};

use super::examine::count;
use super::run::data_dir;
use super::schedule::{self, DRILL_MS, Facts, LATE_MS};
use super::settings::{self, PASSPHRASE, Settings, defaults};
use super::{place_name, places, restore};
use crate::context::{Context as _, Query};
use crate::error::Result;
use crate::printing::named;
use crate::shared::{Shared, lock};

/// Drills shown.
const DRILLS: u32 = 12;
const MINUTE_MS: i64 = 60_000;

/// Everything about backups.
pub fn overview(cx: &Query<'_>) -> Result<BackupOverview> {
    let desk = &cx.shared.backups;
    let drills = backups::drills(cx.db, DRILLS)?.into_iter().map(drill).collect::<Result<Vec<_>>>()?;
    let settings = settings::of_shop(cx.db)?;
    let Some(settings) = settings else {
        let row = defaults();
        let has_passphrase = cx.shared.key_store.secret(PASSPHRASE).is_ok_and(|kept| kept.is_some());
        let settings = BackupSettings {
            second: row.second,
            every_min: row.every_min,
            daily_min: row.daily_min,
            encrypted: row.encrypted,
            has_passphrase,
        };
        return Ok(BackupOverview {
            settings,
            places: Vec::new(),
            files: Vec::new(),
            next_ms: None,
            late: false,
            job: desk.job(),
            drills,
            next_drill_ms: None,
            restore: restore::state(desk),
        });
    };
    let facts = facts(cx.db, &settings)?;
    Ok(BackupOverview {
        settings: settings.view(cx.shared)?,
        places: place_views(cx.db, cx.shared, &settings, cx.now_ms())?,
        files: files(cx.db, cx.shared)?,
        next_ms: schedule::next(&facts),
        late: is_late(&facts, &settings, cx.now_ms()),
        job: desk.job(),
        next_drill_ms: next_drill(cx.db, &facts)?,
        drills,
        restore: restore::state(desk),
    })
}

/// What decides when the next backup is due.
pub fn facts(db: Db<'_>, settings: &Settings) -> Result<Facts> {
    let last =
        [BackupPlace::Local, BackupPlace::Second].map(|place| backups::last_success(db, place_name(place)));
    let last =
        last.into_iter().collect::<store::Result<Vec<_>>>()?.into_iter().flatten().max_by_key(|r| r.at_ms);
    let dseq = last.as_ref().map_or(0, |row| row.dseq);
    Ok(Facts {
        every_min: settings.row.every_min,
        daily_min: settings.row.daily_min,
        country: settings.country,
        last_ms: last.as_ref().map(|row| row.at_ms),
        took_ms: last.as_ref().map_or(0, |row| row.took_ms),
        created_ms: settings.about.created_ms.unwrap_or(0),
        changed: settings.tickets > 0 && settings.about.dseq > dseq,
    })
}

fn is_late(facts: &Facts, settings: &Settings, now_ms: i64) -> bool {
    let anything = settings.about.created_ms.is_some();
    anything && now_ms - facts.last_ms.unwrap_or(facts.created_ms) > LATE_MS
}

/// When the next drill is due: a week after the last one, or after the first backup.
pub fn next_drill(db: Db<'_>, facts: &Facts) -> Result<Option<i64>> {
    let last = backups::drills(db, 1)?.into_iter().next();
    Ok(facts.last_ms.map(|backup| last.map_or(backup, |drill| drill.at_ms + DRILL_MS)))
}

fn place_views(
    db: Db<'_>,
    shared: &Shared,
    settings: &Settings,
    now_ms: i64,
) -> Result<Vec<BackupPlaceView>> {
    let shelves = places::shelves(data_dir(shared), settings, settings.about.device);
    let view = |shelf: places::Shelf| {
        let last_ms = backups::last_success(db, place_name(shelf.place))?.map(|row| row.at_ms);
        let failure = backups::failure(db, place_name(shelf.place))?;
        Ok(BackupPlaceView {
            place: shelf.place,
            folder: shelf.folder.to_string_lossy().into_owned(),
            last_ms,
            age_min: last_ms.map(|at| count((now_ms - at) / MINUTE_MS)),
            failed_ms: failure.as_ref().map(|row| row.at_ms),
            problem: failure.and_then(|row| row.problem).map(|name| named(&name)).transpose()?,
        })
    };
    shelves.into_iter().map(view).collect()
}

/// The files as last seen, with what is known of those that this database made.
pub fn files(db: Db<'_>, shared: &Shared) -> Result<Vec<BackupFile>> {
    let known: HashMap<String, i64> =
        backups::successes(db)?.into_iter().map(|row| (row.name, row.tickets)).collect();
    let mut files = lock(&shared.backups.files).clone();
    for file in &mut files {
        file.tickets = known.get(&file.name).map(|tickets| count(*tickets));
    }
    Ok(files)
}

fn drill(row: BackupDrillRow) -> Result<DrillView> {
    Ok(DrillView {
        at_ms: row.at_ms,
        name: row.name,
        tickets: count(row.tickets),
        records: count(row.records),
        total: Money(row.total),
        missing: count(row.missing),
        problem: row.problem.map(|name| named(&name)).transpose()?,
        detail: row.detail,
        took_ms: count(row.took_ms),
    })
}
