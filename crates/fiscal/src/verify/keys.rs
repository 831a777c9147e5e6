//! The public keys that a verification trusts, and from which record on.

use domain::ids::WorkstationId;

use crate::key_id;
use crate::signing::{VerifyError, spki_from_point};

/// A key and the record from which it signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustedKey {
    key_id: String,
    spki: Vec<u8>,
    valid_from: i64,
}

impl TrustedKey {
    /// A P-256 key as SPKI or uncompressed point, valid from a `global_seq` until the next key's.
    pub fn new(key: &[u8], valid_from: i64) -> Result<Self, VerifyError> {
        let spki = spki_from_point(key)?;
        Ok(Self { key_id: key_id(&spki), spki, valid_from })
    }

    /// Its name in the records.
    #[must_use]
    pub fn key_id(&self) -> &str {
        &self.key_id
    }

    /// The key.
    #[must_use]
    pub fn spki(&self) -> &[u8] {
        &self.spki
    }
}

/// The keys of one workstation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustedKeys {
    terminal_id: WorkstationId,
    keys: Vec<TrustedKey>,
}

impl TrustedKeys {
    /// The keys of a workstation, in any order.
    #[must_use]
    pub fn new(terminal_id: WorkstationId, mut keys: Vec<TrustedKey>) -> Self {
        keys.sort_by_key(|k| k.valid_from);
        Self { terminal_id, keys }
    }

    /// The workstation.
    #[must_use]
    pub const fn terminal_id(&self) -> WorkstationId {
        self.terminal_id
    }

    /// The key with this name.
    #[must_use]
    pub fn get(&self, key_id: &str) -> Option<&TrustedKey> {
        self.keys.iter().find(|k| k.key_id == key_id)
    }

    /// The key in force at a `global_seq`.
    #[must_use]
    pub fn at(&self, global_seq: i64) -> Option<&TrustedKey> {
        self.keys.iter().rev().find(|k| k.valid_from <= global_seq)
    }
}
