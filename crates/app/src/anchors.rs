//! Anchors: the end of a workstation's books, written down outside the database and signed (fiscal.md 7.5).
//!
//! A chain proves that nothing inside it was changed, but not that its end is still there. So the last position is kept
//! in two other places: beside the signing keys, and in `head.json` in a folder that is not the database's. A worker
//! writes them after the commit; the till never waits for it, and a crash in between is harmless, because a database that
//! is ahead of its anchors is sound.
//!
//! What this cannot see: an attacker who puts back a database of before the first anchor and also deletes both anchors.
//! Only a third place would: the cloud, or the printed Z.

mod check;
mod media;
mod worker;

pub use check::{Standing, TerminalStanding, standing};
use fiscal::signing::{encode_signature, verify_signature};
use fiscal::{Anchor, CanonicalJson, Signer as _};
pub use media::{Held, Media, Medium, beside};
use serde::{Deserialize, Serialize};
use store::Db;
use store::tables::{books, fiscal as chains};
pub use worker::{start, write_last, write_now};

use crate::error::Result;
use crate::keys::TerminalKey;
use domain::ids::WorkstationId;

/// What is signed begins with this, so that no signature of a record can be taken for one of an anchor.
const LAYOUT: &str = "FR1.ANCHOR,";

/// An anchor, signed by the key of its workstation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedAnchor {
    /// The position.
    pub anchor: Anchor,
    /// Name of the key.
    pub key_id: String,
    /// Signature of the anchor's canonical form.
    pub sig: String,
}

impl SignedAnchor {
    /// Signs an anchor.
    pub fn sign(anchor: Anchor, key: &TerminalKey) -> Result<Self> {
        let data = data(&anchor).map_err(fiscal::SealError::from)?;
        let sig = key.sign(data.as_bytes()).map_err(fiscal::SealError::from)?;
        Ok(Self { anchor, key_id: key.key_id(), sig: encode_signature(&sig) })
    }

    /// True when one of these public keys signed it.
    #[must_use]
    pub fn verifies(&self, keys: &[Vec<u8>]) -> bool {
        let Ok(data) = data(&self.anchor) else { return false };
        let key = keys.iter().find(|spki| fiscal::key_id(spki) == self.key_id);
        key.is_some_and(|spki| verify_signature(spki, data.as_bytes(), &self.sig).is_ok())
    }
}

fn data(anchor: &Anchor) -> Result<String, fiscal::CanonicalError> {
    Ok(format!("{LAYOUT}{}", CanonicalJson::of(anchor)?.as_str()))
}

/// The anchor of a workstation's books as they are now; none before the first record.
pub fn current(db: Db<'_>, terminal: WorkstationId) -> Result<Option<Anchor>> {
    let state = chains::state(db, terminal)?;
    let Some(moment) = chains::last_moment(db, terminal)? else { return Ok(None) };
    let mut anchor = state.heads.anchor(moment, state.perpetual);
    anchor.series.extend(chains::running_series(db, terminal)?);
    anchor.closings = books::last_closings(db, terminal)?;
    Ok(Some(anchor))
}
