//! Making good what is due while nobody sells: each closing in a transaction of its own, so that a crash loses none that was made.

use std::sync::Arc;

use api::{Event, Topic};
use domain::ids::WorkstationId;
use fiscal::SealError;
use store::tables::settings;
use store::{Actor, Stamp};

use super::{clock, due, records};
use crate::context::{Caller, Context as _, Mutation};
use crate::crash_points::CrashPoint;
use crate::error::{Error, Result};
use crate::shared::Shared;

/// At the start of the program: what is missing is made good before anything is sold. That it fails keeps nobody from starting.
pub fn at_start(shared: &Arc<Shared>) {
    if let Err(error) = make_good_all(shared) {
        tracing::error!(%error, "closings at start");
    }
}

/// Closes what is due at every workstation. What cannot be signed now (a clock in doubt, a missing key) waits: the till says so before
/// it sells. Returns how many periods were closed.
pub fn make_good_all(shared: &Arc<Shared>) -> Result<usize> {
    if shared.is_training() {
        return Ok(0);
    }
    let workstations = shared.store.read(|db| Ok::<_, Error>(settings::workstations(db)?))?;
    let mut made = 0;
    for workstation in workstations {
        while !shared.is_stopping() && make_good(shared, workstation.id)? {
            made += 1;
        }
    }
    if made > 0 {
        tracing::info!(made, "periods closed");
        shared.send(&Event::Changed { topics: vec![Topic::Closings], workstation: None, client: None });
    }
    Ok(made)
}

/// Closes the next period of a workstation that is due. False when there is none, or when it has to wait.
fn make_good(shared: &Arc<Shared>, id: WorkstationId) -> Result<bool> {
    let actor = Actor { workstation: Some(id), ..Actor::default() };
    let stamp = Stamp { now_ms: shared.clock.now_ms(), actor };
    let of_job = Arc::clone(shared);
    let outcome = shared.store.write(stamp, move |tx| {
        let caller = Caller::default();
        let mut cx = Mutation::new(tx, &caller, &of_job);
        let workstation = cx.find_workstation(id)?;
        let Some(due) = due(&cx, &workstation)? else { return Ok(false) };
        clock::check_ahead(&cx, &due)?;
        records::seal(&mut cx, &workstation, &due, None)?;
        Ok(true)
    });
    if matches!(outcome, Ok(true)) {
        CrashPoint::PeriodCommitted.reached();
    }
    match outcome {
        Err(error) if can_wait(&error) => {
            tracing::warn!(%error, %id, "a closing waits");
            Ok(false)
        }
        outcome => outcome,
    }
}

/// What a person has to see to first: a clock in doubt, books in question, a key that is missing.
const fn can_wait(error: &Error) -> bool {
    matches!(error, Error::Refused(_) | Error::Seal(SealError::Signer(_)))
}
