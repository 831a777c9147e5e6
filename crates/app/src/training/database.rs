//! The training database: opened, brought up to date, or set aside when it is damaged.

use std::path::Path;
use std::sync::Arc;

use api::FaultCode;
use store::{Actor, Stamp, Store};
use uuid::Uuid;

use super::{School, copy, session};
use crate::context::Caller;
use crate::error::{Error, Result, refuse};
use crate::shared::{Shared, Surroundings, World, lock};
use crate::start::tidy;
use crate::verify::{self, TailDefect};

/// Files that SQLite keeps beside a database.
const COMPANIONS: [&str; 3] = ["", "-wal", "-shm"];

/// Makes training ready for who enters it: opens its database, copies what is new in the shop, and signs the caller in
/// there. Runs outside the shop's writer, because a first copy of a large shop takes a while.
///
/// A damaged database is set aside, renamed and kept, and a new one takes its place.
pub fn prepare(shop: &Arc<Shared>, caller: &Caller) -> Result<()> {
    let World::Real(school) = &shop.world else { return Ok(()) };
    let Some(workstation) = caller.workstation else { return refuse(FaultCode::WorkstationRequired) };
    let _one_at_a_time = lock(&school.entering);
    let ready = || -> Result<()> {
        let training = open(shop, school)?;
        copy::refresh(shop, &training, caller)?;
        session::sign_in(&training, caller, workstation)
    };
    match ready() {
        Err(error) if is_damage(&error) => {
            tracing::error!(%error, "the training database is damaged and set aside");
            set_aside(shop, school)?;
            ready()
        }
        result => result,
    }
}

fn open(shop: &Arc<Shared>, school: &School) -> Result<Arc<Shared>> {
    if let Some(training) = lock(&school.open).as_ref() {
        return Ok(Arc::clone(training));
    }
    let now_ms = shop.clock.now_ms();
    let ids = [Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7()];
    let store = Store::open(&school.path, now_ms, ids)?.store;
    if let Some(TailDefect { code, position, .. }) = store.read(verify::last_records)?.into_iter().next() {
        return Err(store::Error::Corrupt(format!("chain of {code} at {position}")).into());
    }
    tidy(&store, now_ms)?;
    let around = Surroundings {
        clock: Arc::clone(&shop.clock),
        key_store: Arc::clone(&shop.key_store),
        listeners: Arc::clone(&shop.listeners),
        stopping: Arc::clone(&shop.stopping),
    };
    let training = Arc::new(Shared::over(store, World::Training(Arc::downgrade(shop)), around));
    *lock(&school.open) = Some(Arc::clone(&training));
    Ok(training)
}

/// True when another database would do better. A full disk or a missing right would stop that one as well, and a
/// refusal has its own reason.
fn is_damage(error: &Error) -> bool {
    use store::Error as E;
    match error {
        Error::Store(E::Busy | E::DiskFull | E::ReadOnly | E::Stopped | E::Io(_)) => false,
        Error::Store(_) | Error::Seal(_) | Error::Bug(_) => true,
        Error::Refused(_) | Error::Cancelled => false,
    }
}

/// Ends who is in training, and renames its database.
fn set_aside(shop: &Arc<Shared>, school: &School) -> Result<()> {
    let closed = lock(&school.open).take();
    for entry in closed.iter().flat_map(|training| training.sessions.end_all()) {
        session::end(shop, entry, "interrompu");
    }
    drop(closed);
    let name = format!("ecole.{}.abimee.db", shop.clock.now_ms());
    let target = school.path.with_file_name(&name);
    for companion in COMPANIONS {
        rename(&with_suffix(&school.path, companion), &with_suffix(&target, companion))?;
    }
    *lock(&school.set_aside) = Some(name);
    Ok(())
}

fn with_suffix(path: &Path, suffix: &str) -> std::path::PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(suffix);
    path.with_file_name(name)
}

/// Renames a file, if it is there.
fn rename(from: &Path, to: &Path) -> Result<()> {
    match std::fs::rename(from, to) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(store::Error::from(error).into()),
        _ => Ok(()),
    }
}

/// When and by whom something is written for a caller.
pub(super) fn stamp(shared: &Shared, actor: Actor) -> Stamp {
    Stamp { now_ms: shared.clock.now_ms(), actor }
}
