//! What happens to the books themselves: a new key, a gap that was declared.

use domain::ids::WorkstationId;
use fiscal::{Anchor, FiscalRecord};
use serde::{Deserialize, Serialize};

use super::FiscalKeyRow;

/// A workstation signs with another key from here on (fiscal.md 7.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyChanged {
    /// The workstation.
    pub terminal_id: WorkstationId,
    /// Its new key.
    pub key: FiscalKeyRow,
    /// The key before.
    pub previous: String,
    /// The public key (SPKI) signed by the key before; none when that one was lost.
    pub countersignature: Option<String>,
    /// JET 960, the first record under the new key, and what else is said of it.
    pub records: Vec<FiscalRecord>,
}

/// Records that an anchor knows of are lost: numbers go on behind them (fiscal.md 7.7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GapDeclared {
    /// First missing record.
    pub from_seq: i64,
    /// What is known of the last missing record: the chains and totals go on from there.
    pub anchor: Anchor,
    /// The record that declares it (JET 941).
    pub declared_at: i64,
    /// The key that it is signed with, where the one before was lost with the records; its records are those of the gap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<KeyChanged>,
    /// The first records behind the gap.
    pub records: Vec<FiscalRecord>,
}
