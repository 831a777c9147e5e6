//! The public keys that a verification trusts, and from which record on.

use std::collections::BTreeSet;

use domain::ids::WorkstationId;

use crate::key_id;
use crate::signing::{VerifyError, spki_from_point, verify_signature};

/// A key and the record from which it signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustedKey {
    key_id: String,
    spki: Vec<u8>,
    valid_from: i64,
    /// Name of the key before, and its signature of this one's SPKI.
    countersigned: Option<(String, String)>,
}

impl TrustedKey {
    /// A P-256 key as SPKI or uncompressed point, valid from a `global_seq` until the next key's.
    pub fn new(key: &[u8], valid_from: i64) -> Result<Self, VerifyError> {
        let spki = spki_from_point(key)?;
        Ok(Self { key_id: key_id(&spki), spki, valid_from, countersigned: None })
    }

    /// With the signature that the key before gave over the bytes of this one's SPKI (fiscal.md 7.4): its name
    /// and the text of the signature, as in `fiscal_key`.
    #[must_use]
    pub fn countersigned(mut self, prev_key_id: &str, prev_key_sig: &str) -> Self {
        self.countersigned = Some((prev_key_id.to_owned(), prev_key_sig.to_owned()));
        self
    }

    /// Its name in the records.
    #[must_use]
    pub fn key_id(&self) -> &str {
        &self.key_id
    }

    /// Name of the key that is said to have signed it.
    #[must_use]
    pub fn previous(&self) -> Option<&str> {
        self.countersigned.as_ref().map(|(by, _)| by.as_str())
    }

    /// The record from which it signs.
    #[must_use]
    pub const fn valid_from(&self) -> i64 {
        self.valid_from
    }

    /// The key.
    #[must_use]
    pub fn spki(&self) -> &[u8] {
        &self.spki
    }
}

/// Whether the key before signed a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Countersignature {
    None,
    Sound,
    Wrong,
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

    /// All keys, by the record from which they sign.
    #[must_use]
    pub fn all(&self) -> &[TrustedKey] {
        &self.keys
    }

    /// Keys that nobody vouches for: not among the trusted names ([`TrustedKey::key_id`]), and not reached from one of
    /// them by countersignatures.
    #[must_use]
    pub fn unproven(&self, trusted: &BTreeSet<String>) -> Vec<&TrustedKey> {
        let mut proven = trusted.clone();
        let mut unproven = Vec::new();
        for key in &self.keys {
            let vouched = key.countersigned.as_ref().is_some_and(|(by, _)| proven.contains(by))
                && self.countersignature(key) == Countersignature::Sound;
            if vouched || proven.contains(&key.key_id) {
                proven.insert(key.key_id.clone());
            } else {
                unproven.push(key);
            }
        }
        unproven
    }

    /// What the key before says of a key.
    pub(super) fn countersignature(&self, key: &TrustedKey) -> Countersignature {
        let Some((by, sig)) = &key.countersigned else { return Countersignature::None };
        let sound = self.get(by).is_some_and(|old| verify_signature(&old.spki, &key.spki, sig).is_ok());
        if sound { Countersignature::Sound } else { Countersignature::Wrong }
    }

    /// The key in force at a `global_seq`.
    #[must_use]
    pub fn at(&self, global_seq: i64) -> Option<&TrustedKey> {
        self.keys.iter().rev().find(|k| k.valid_from <= global_seq)
    }
}
