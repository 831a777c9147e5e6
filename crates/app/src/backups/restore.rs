//! Restoring a backup, up to the point where the program must start anew: the chosen file is copied, checked, verified and
//! brought up to date in a folder of its own. Until [`apply`] nothing of the shop's has changed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use api::types::{RestoreChoice, RestorePhase, RestorePreview, RestoreState};
use api::{Fault, FaultCode, Retry};
use domain::country::Country;
use store::backup::Candidate;

use super::desk::{Chosen, Desk};
use super::examine::{self, Head, Inside, Reading, count};
use super::fetch::{Fetched, fetch};
use super::settings::PASSPHRASE;
use super::swap;
use crate::clock::LocalMoment;
use crate::error::{Error, Result, refuse, store_fault};
use crate::keys::KeyStore;
use crate::shared::lock;

/// What a check needs to know of the program around it.
pub struct Surroundings<'a> {
    /// Folder of the shop's files.
    pub data_dir: &'a Path,
    /// Where the passphrase is kept.
    pub keys: &'a dyn KeyStore,
    /// The data in use, where it can be read.
    pub live: Option<&'a Inside>,
}

/// Where a restore stands.
pub fn state(desk: &Desk) -> RestoreState {
    let chosen = lock(&desk.chosen).clone();
    let job = desk.job().filter(|job| job.task == api::types::BackupTask::Check);
    RestoreState { phase: chosen.phase, job, preview: chosen.preview, fault: chosen.fault }
}

/// Checks a file that somebody wants to restore, and says on the desk what came of it.
pub fn check(desk: &Arc<Desk>, around: &Surroundings<'_>, choice: &RestoreChoice) {
    *lock(&desk.chosen) = Chosen::at(RestorePhase::Checking);
    let candidate = swap::candidate(around.data_dir);
    let outcome = prepare(desk, around, choice, &candidate);
    if !matches!(outcome, Ok(Some(_)))
        && let Err(error) = store::backup::remove(&candidate)
    {
        tracing::warn!(%error, "a refused backup stays in the folder of restores");
    }
    *lock(&desk.chosen) = match outcome {
        Ok(Some(preview)) => Chosen { phase: RestorePhase::Ready, preview: Some(preview), fault: None },
        Ok(None) => Chosen::at(RestorePhase::None),
        Err(error) => {
            let fault = error.into_fault("restore_check", "restore");
            Chosen { phase: RestorePhase::Failed, preview: None, fault: Some(fault) }
        }
    };
}

/// None when somebody stopped it.
fn prepare(
    desk: &Arc<Desk>,
    around: &Surroundings<'_>,
    choice: &RestoreChoice,
    candidate: &Path,
) -> Result<Option<RestorePreview>> {
    let backup = PathBuf::from(&choice.path);
    if !backup.is_file() {
        return refuse(FaultCode::BackupNotFound);
    }
    swap::make_folder(around.data_dir).map_err(store::Error::from)?;
    let kept =
        || around.keys.secret(PASSPHRASE).ok().flatten().and_then(|bytes| String::from_utf8(bytes).ok());
    let passphrase = choice.passphrase.clone().filter(|p| !p.is_empty()).or_else(kept);
    let fetched = fetch(desk, &backup, candidate, passphrase.as_deref()).map_err(store::Error::from)?;
    match fetched {
        Fetched::There => {}
        Fetched::GivenUp => return Ok(None),
        Fetched::Passphrase => return refuse(FaultCode::BackupPassphrase),
        Fetched::Foreign => return refuse(FaultCode::BackupForeign),
        Fetched::Damaged(detail) => return Err(damaged(detail)),
    }
    let Some((inside, upgraded)) = read_through(desk, candidate).map_err(of_file)? else { return Ok(None) };
    let name = backup.file_name().unwrap_or_default().to_string_lossy().into_owned();
    refuse_other_shop(around.live, &inside)?;
    Ok(Some(preview(name, &inside, upgraded, around.live)))
}

/// Reads the candidate through and makes it ready. None when somebody stopped it.
fn read_through(desk: &Arc<Desk>, candidate: &Path) -> Result<Option<(Inside, bool)>> {
    // Pages first: an upgrade of a damaged file would only hide where the damage is.
    let reading = examine::pages(&mut Candidate::open(candidate)?, desk)?;
    if let Some(stop) = stopped(reading)? {
        return Ok(stop);
    }
    let upgraded = Candidate::open(candidate)?.is_older()?;
    Candidate::prepare(candidate)?;
    let copy = Candidate::open(candidate)?;
    if let Some(stop) = stopped(examine::chains(&copy, desk)?)? {
        return Ok(stop);
    }
    Ok(Some((copy.read(examine::inside)?, upgraded)))
}

/// What ends the reading, if something does.
fn stopped<T>(reading: Reading) -> Result<Option<Option<T>>> {
    match reading {
        Reading::Sound => Ok(None),
        Reading::GivenUp => Ok(Some(None)),
        Reading::Damaged(detail) | Reading::Broken(detail) => Err(damaged(detail)),
    }
}

fn damaged(detail: String) -> Error {
    Fault::refused(FaultCode::BackupDamaged).with("detail", detail).into()
}

/// What the store says of the chosen file is said of the file, not of the shop's data.
fn of_file(error: Error) -> Error {
    match error {
        Error::Store(store::Error::Foreign | store::Error::Migration(_)) => {
            Fault::refused(FaultCode::BackupForeign).into()
        }
        Error::Store(store::Error::Corrupt(detail)) => damaged(detail),
        Error::Store(error @ store::Error::TooNew { .. }) => {
            Fault { trace: None, ..store_fault(&error, "restore") }.into()
        }
        other => other,
    }
}

/// The data of one shop never takes the place of another's.
fn refuse_other_shop(live: Option<&Inside>, inside: &Inside) -> Result<()> {
    let other = live.is_some_and(|live| !live.shop.is_empty() && live.about.account != inside.about.account);
    if other {
        return Err(Fault::refused(FaultCode::BackupOtherShop).with("name", inside.shop.clone()).into());
    }
    Ok(())
}

fn preview(name: String, inside: &Inside, upgraded: bool, live: Option<&Inside>) -> RestorePreview {
    RestorePreview {
        name,
        shop: inside.shop.clone(),
        state_ms: inside.about.state_ms,
        last_ticket: inside.last_ticket.as_ref().map(|(number, _)| number.clone()),
        last_ticket_ms: inside.last_ticket.as_ref().map(|(_, at)| *at),
        tickets: count(inside.content.tickets),
        records: count(inside.content.records),
        total: inside.content.total,
        upgraded,
        missing: live
            .filter(|live| !live.shop.is_empty())
            .map(|live| count(missing(&live.heads, &inside.heads))),
    }
}

/// Tickets of the data in use that a copy lacks.
fn missing(live: &[Head], copy: &[Head]) -> i64 {
    let in_copy = |head: &Head| copy.iter().find(|h| h.terminal == head.terminal).map_or(0, |h| h.tickets);
    live.iter().map(|head| (head.tickets - in_copy(head)).max(0)).sum()
}

/// Makes the checked file the one that the next start takes. Refused without one.
pub fn apply(desk: &Desk, data_dir: &Path, now_ms: i64, country: Country) -> Result<RestoreState> {
    let mut chosen = lock(&desk.chosen);
    if chosen.phase != RestorePhase::Ready {
        return refuse(FaultCode::RestoreNotReady);
    }
    swap::announce(data_dir, &LocalMoment::of(now_ms, country)).map_err(|error| {
        tracing::error!(%error, "the restored file cannot be made ready");
        Error::from(Fault::failed(FaultCode::DiskReadOnly, Retry::Now))
    })?;
    chosen.phase = RestorePhase::Applied;
    drop(chosen);
    Ok(state(desk))
}
