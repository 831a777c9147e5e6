//! Backups, drills, and choosing what to restore (S-03). The worker does the work; these ask for it.

use std::path::Path;

use api::types::{
    BackupFile, BackupFolder, BackupJob, BackupOverview, BackupSettings, BackupSettingsSave, Empty,
    RescueView, RestoreChoice, RestoreState,
};
use api::{Fault, FaultCode, Topic};
use domain::country::Country;
use store::tables::backups::{self as rows, BackupSettingsRow};
use store::tables::settings;

use crate::backups::{self, PASSPHRASE, Reason, Task, data_dir};
use crate::context::{Context, Mutation, Query};
use crate::error::{Error, Result, refuse};

/// Minutes between two backups that may be set.
const EVERY_MIN: std::ops::RangeInclusive<u16> = 5..=240;
/// Minutes of a day.
const DAY_MIN: u16 = 24 * 60;
/// Shortest passphrase: what is shorter is guessed from a stolen file.
const PASSPHRASE_CHARS: usize = 12;

/// Everything about backups.
pub fn backup_overview(cx: &Query<'_>, _: Empty) -> Result<BackupOverview> {
    backups::overview(cx)
}

/// What is done at this moment.
pub fn backup_job(cx: &Query<'_>, _: Empty) -> Result<Option<BackupJob>> {
    Ok(cx.shared.backups.job())
}

/// Makes a backup now (BAK-01). Anybody may: it takes nothing away.
pub fn backup_start(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<BackupJob> {
    ask(cx, Task::Backup(Reason::Asked))
}

/// Stops what is done; nothing half made stays.
pub fn backup_cancel(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<Empty> {
    cx.shared.backups.cancel();
    Ok(Empty {})
}

/// Runs a restore drill now.
pub fn drill_start(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<BackupJob> {
    ask(cx, Task::Drill)
}

/// Training has no data worth a backup, and no worker.
fn ask(cx: &Mutation<'_, '_>, task: Task) -> Result<BackupJob> {
    if cx.shared.is_training() {
        return refuse(FaultCode::TrainingReadOnly);
    }
    cx.shop()?;
    cx.shared.backups.ask(task)
}

/// Changes how backups are made, and makes one: a new place or passphrase proves itself at once.
pub fn backup_settings_save(
    cx: &mut Mutation<'_, '_>,
    request: BackupSettingsSave,
) -> Result<BackupSettings> {
    let invalid = |field: &str| Error::from(Fault::refused(FaultCode::BackupInvalid).with("field", field));
    let second = request.second.trim().to_owned();
    if !(second.is_empty() || Path::new(&second).is_absolute()) || second.len() > 1_000 {
        return Err(invalid("second"));
    }
    if !EVERY_MIN.contains(&request.every_min) {
        return Err(invalid("every_min"));
    }
    if request.daily_min >= DAY_MIN {
        return Err(invalid("daily_min"));
    }
    let known = cx.shared.key_store.secret(PASSPHRASE).map_err(store::Error::from)?.is_some();
    let fresh = request.passphrase.filter(|passphrase| !passphrase.is_empty());
    let short = fresh.as_ref().is_some_and(|p| p.chars().count() < PASSPHRASE_CHARS);
    if short || (request.encrypted && !known && fresh.is_none()) {
        return Err(invalid("passphrase"));
    }
    let (every_min, daily_min, encrypted) = (request.every_min, request.daily_min, request.encrypted);
    rows::set_settings(
        cx.tx,
        &BackupSettingsRow { second: second.clone(), every_min, daily_min, encrypted },
    )?;
    if let Some(passphrase) = &fresh {
        cx.shared.key_store.keep_secret(PASSPHRASE, passphrase.as_bytes()).map_err(store::Error::from)?;
    }
    cx.after.push(Box::new(|shared| {
        // Something else may be under way; the next round comes by itself.
        let _ = shared.backups.ask(Task::Backup(Reason::Asked));
    }));
    cx.touch(&[Topic::Backups]);
    Ok(BackupSettings { second, every_min, daily_min, encrypted, has_passphrase: known || fresh.is_some() })
}

/// The backups in a folder that a person names.
pub fn restore_files(cx: &Query<'_>, request: BackupFolder) -> Result<Vec<BackupFile>> {
    if request.folder.trim().is_empty() {
        return backups::files(cx.db, cx.shared);
    }
    Ok(backups::files_in(data_dir(cx.shared), &request, cx.country()?))
}

/// Checks a file that is to be restored.
pub fn restore_check(cx: &mut Mutation<'_, '_>, request: RestoreChoice) -> Result<RestoreState> {
    ask(cx, Task::Check(request))?;
    Ok(backups::state(&cx.shared.backups))
}

/// Puts the checked file in the place of the data at the next start, which must be now: from here on nothing is written.
pub fn restore_apply(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<RestoreState> {
    if cx.shared.is_training() {
        return refuse(FaultCode::TrainingReadOnly);
    }
    apply(cx, cx.country()?)
}

fn apply(cx: &mut Mutation<'_, '_>, country: Country) -> Result<RestoreState> {
    let applied = backups::apply(&cx.shared.backups, data_dir(cx.shared), cx.now_ms(), country)?;
    cx.shared.stop();
    Ok(applied)
}

/// What there is to restore where no shop is yet.
pub fn rescue_view(cx: &Query<'_>, request: BackupFolder) -> Result<RescueView> {
    refuse_beside_a_shop(cx)?;
    Ok(RescueView {
        files: backups::files_in(data_dir(cx.shared), &request, Country::France),
        restore: backups::state(&cx.shared.backups),
        fault: None,
    })
}

/// Checks a file before there is a shop.
pub fn rescue_check(cx: &mut Mutation<'_, '_>, request: RestoreChoice) -> Result<RestoreState> {
    refuse_beside_a_shop(cx)?;
    cx.shared.backups.ask(Task::Check(request))?;
    Ok(backups::state(&cx.shared.backups))
}

/// Takes the checked file as the shop.
pub fn rescue_apply(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<RestoreState> {
    refuse_beside_a_shop(cx)?;
    apply(cx, Country::France)
}

/// Once there is a shop, restoring needs a right.
fn refuse_beside_a_shop(cx: &impl Context) -> Result<()> {
    if settings::country(cx.db())?.is_some() { refuse(FaultCode::ShopExists) } else { Ok(()) }
}
