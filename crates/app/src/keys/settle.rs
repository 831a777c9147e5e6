//! Which key this computer has for a workstation, compared with the one that its records want.
//!
//! A new key is first kept as a candidate, then announced in the database, then put in the place of the old one. A crash in
//! between leaves a candidate, and the database says which of the two is in force.

use std::sync::Arc;

use api::types::KeyState;
use api::{Fault, FaultCode};
use domain::ids::WorkstationId;
use fiscal::Signer as _;
use store::tables::books;

use super::{TerminalKey, of_terminal};
use crate::context::Context;
use crate::crash_points::CrashPoint;
use crate::error::{Error, Result};
use crate::shared::{Shared, lock};

/// The name under which a key waits for its announcement to be committed.
pub fn candidate(terminal: WorkstationId) -> String {
    format!("candidate-{terminal}")
}

/// Ends a rotation that a crash cut off, and says which key is here.
pub fn settle(shared: &Shared, terminal: WorkstationId) -> Result<KeyState> {
    let keys = shared.store.read(|db| Ok::<_, Error>(books::keys(db, terminal)?))?;
    let in_force = keys.last().map(|key| key.key_id.clone()).unwrap_or_default();
    let waiting = shared.key_store.secret(&candidate(terminal)).ok().flatten();
    if let Some(pkcs8) = waiting {
        let announced = TerminalKey::from_pkcs8(&pkcs8).is_ok_and(|key| key.key_id() == in_force);
        if announced {
            promote(shared, terminal, &pkcs8)?;
        } else {
            shared.key_store.forget_secret(&candidate(terminal)).map_err(store::Error::from)?;
        }
    }
    let loaded = shared.key_store.load(terminal).ok().flatten();
    Ok(match loaded.map(|pkcs8| TerminalKey::from_pkcs8(&pkcs8)) {
        Some(Ok(key)) if key.key_id() == in_force => KeyState::Ready,
        Some(Ok(_)) => KeyState::Foreign,
        Some(Err(_)) | None => KeyState::Missing,
    })
}

/// The key to sign the next record with: the one that the records before it announce. Between the commit of a rotation and
/// its end that is the candidate.
pub fn in_force(cx: &impl Context, terminal: WorkstationId) -> Result<Arc<TerminalKey>> {
    let (shared, announced) = (cx.shared(), books::key_in_force(cx.db(), terminal)?);
    let known = |key: &TerminalKey| announced.as_deref() == Some(key.key_id().as_str());
    let key = of_terminal(shared, terminal)?;
    if known(&key) {
        return Ok(key);
    }
    let waiting = shared.key_store.secret(&candidate(terminal)).ok().flatten();
    let waiting = waiting.and_then(|pkcs8| TerminalKey::from_pkcs8(&pkcs8).ok()).filter(known);
    let key = Arc::new(waiting.ok_or_else(|| Fault::refused(FaultCode::SigningKeyForeign))?);
    lock(&shared.keys).insert(terminal, Arc::clone(&key));
    Ok(key)
}

/// Puts an announced key in the place of the one before it.
pub fn promote(shared: &Shared, terminal: WorkstationId, pkcs8: &[u8]) -> Result<()> {
    shared.key_store.replace(terminal, pkcs8).map_err(store::Error::from)?;
    CrashPoint::KeyReplaced.reached();
    lock(&shared.keys).remove(&terminal);
    shared.key_store.forget_secret(&candidate(terminal)).map_err(store::Error::from)?;
    CrashPoint::CandidateForgotten.reached();
    Ok(())
}
