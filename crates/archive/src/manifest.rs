//! `manifest.json`: what an archive holds, where its records start, and the hash of every file. It is what is signed.

use std::collections::BTreeMap;

use domain::ids::WorkstationId;
use fiscal::{CanonicalJson, Chain, ChainHead, PerpetualTotals, Software, Terminal, TerminalHeads};
use serde::{Deserialize, Serialize};

/// The manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// [`crate::FORMAT`].
    pub format: String,
    /// J (day), M (month), E (fiscal year) or P (any period).
    #[serde(rename = "type")]
    pub kind: String,
    /// Number of the record that seals the archive (`archive.json`).
    pub number: String,
    /// The workstation.
    pub terminal: Terminal,
    /// The days it covers.
    pub period: Period,
    /// The positions it covers.
    pub range: Range,
    /// Where the chains stood before the first record.
    pub start: Start,
    /// Records per chain, each of the seven.
    pub counts: BTreeMap<Chain, u64>,
    /// Public keys of the workstation, by rising `valid_from`.
    pub keys: Vec<KeyEntry>,
    /// True when the records did not verify while the archive was made: it holds them as they are (fiscal.md 1.9).
    pub anomaly: bool,
    /// Number of defects found then.
    pub findings: u64,
    /// The program that made the sealing record.
    pub software: Software,
    /// When: the moment of the sealing record, UTC.
    pub created: String,
    /// Every file but `manifest.json` and `SIGNATURE`, by rising name.
    pub files: Vec<FileEntry>,
}

/// Local days, both included («2026-11-21»).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

/// Positions in the global chain of the workstation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// `global_seq` of the first record.
    pub first_seq: i64,
    /// `global_seq` of the last record.
    pub last_seq: i64,
    /// `link_global` of the last record.
    pub link_global: String,
}

/// The ends of the chains before the first record: what its `prev_sig` and `prev_global` must repeat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Start {
    /// Position; 0 when the archive starts with the workstation's first record.
    pub global_seq: i64,
    /// Link at that position; 64 zeros before the first record.
    pub link_global: String,
    /// Ends of the chains that have a record.
    pub chains: BTreeMap<Chain, ChainHead>,
    /// Perpetual totals.
    pub perpetual: PerpetualTotals,
}

impl Start {
    /// The start after some heads.
    #[must_use]
    pub fn after(heads: TerminalHeads, perpetual: PerpetualTotals) -> Self {
        let TerminalHeads { global_seq, link_global, chains, .. } = heads;
        Self { global_seq, link_global, chains, perpetual }
    }

    /// The heads of a workstation there.
    #[must_use]
    pub fn heads(&self, terminal_id: WorkstationId) -> TerminalHeads {
        TerminalHeads {
            terminal_id,
            global_seq: self.global_seq,
            link_global: self.link_global.clone(),
            chains: self.chains.clone(),
        }
    }
}

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyEntry {
    /// Its name in the records.
    pub key_id: String,
    /// First position that it signs.
    pub valid_from: i64,
    /// Its file.
    pub file: String,
    /// The key before it.
    pub prev_key_id: Option<String>,
    /// Signature of this key's SPKI by the one before it, where there is one (fiscal.md 7.4).
    pub prev_key_sig: Option<String>,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    /// Name with its folder.
    pub name: String,
    /// Bytes, unpacked.
    pub size: u64,
    /// SHA-256, lower-case hexadecimal.
    pub sha256: String,
}

/// The content of `SIGNATURE`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealText {
    /// [`fiscal::signing::ALGORITHM`].
    pub alg: String,
    /// The key that signed.
    pub key_id: String,
    /// Signature of the bytes of `manifest.json`.
    pub sig: String,
}

impl Manifest {
    /// The entry of a file.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&FileEntry> {
        self.files.iter().find(|file| file.name == name)
    }
}

/// Reads a text that must be the canonical form of its value.
pub(crate) fn parse<T: Serialize + for<'a> Deserialize<'a>>(text: &[u8]) -> Option<T> {
    let text = std::str::from_utf8(text).ok()?;
    let value: T = serde_json::from_str(text).ok()?;
    CanonicalJson::is_of(&value, text).then_some(value)
}
