//! The ends of a workstation's chains: all that sealing the next record needs to know of the past.

use std::collections::BTreeMap;

use domain::ids::WorkstationId;
use serde::{Deserialize, Serialize};

use crate::{Chain, FiscalRecord, PerpetualTotals, Scope};

/// `prev_global` of the first record of a workstation.
pub const GENESIS_LINK: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The last record of one chain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChainHead {
    /// Its `chain_seq`; 0 while the chain is empty.
    pub seq: i64,
    /// Its signature; empty while the chain is empty.
    pub sig: String,
}

/// The last closing of one scope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LastClosing {
    /// Its number ([`crate::PeriodDetail::number`]).
    pub number: i64,
    /// Its period.
    pub period_key: String,
}

/// A position that was written down outside the database, to detect a missing tail (fiscal.md 7.5). It holds all
/// that a workstation needs to go on when the records before it are lost (fiscal.md 7.7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// The workstation.
    pub terminal_id: WorkstationId,
    /// The last record.
    pub global_seq: i64,
    /// Its link.
    pub link_global: String,
    /// Its moment («2026-11-21T08:30:05Z»).
    pub ts_utc: String,
    /// Heads of the chains that have a record.
    pub chains: BTreeMap<Chain, ChainHead>,
    /// The perpetual totals after it.
    pub perpetual: PerpetualTotals,
    /// The last closing of each scope that was closed once, so that their numbers go on.
    pub closings: BTreeMap<Scope, LastClosing>,
    /// How far each series of invoices is numbered («FA-T1-26-» → 12); the series of the running year suffice.
    pub series: BTreeMap<String, i64>,
}

impl Anchor {
    /// The heads to go on from.
    #[must_use]
    pub fn heads(&self) -> TerminalHeads {
        TerminalHeads {
            terminal_id: self.terminal_id,
            global_seq: self.global_seq,
            link_global: self.link_global.clone(),
            chains: self.chains.clone(),
        }
    }
}

/// The last record of each chain of a workstation, and of its global chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TerminalHeads {
    /// The workstation.
    pub terminal_id: WorkstationId,
    /// The last `global_seq`; 0 before the first record.
    pub global_seq: i64,
    /// The last `link_global`; [`GENESIS_LINK`] before the first record.
    pub link_global: String,
    /// Heads of the chains that have a record.
    pub chains: BTreeMap<Chain, ChainHead>,
}

impl TerminalHeads {
    /// A workstation that has no record yet.
    #[must_use]
    pub fn genesis(terminal_id: WorkstationId) -> Self {
        Self { terminal_id, global_seq: 0, link_global: GENESIS_LINK.to_owned(), chains: BTreeMap::new() }
    }

    /// The last record of a chain (the default, if it has none).
    #[must_use]
    pub fn head(&self, chain: Chain) -> ChainHead {
        self.chains.get(&chain).cloned().unwrap_or_default()
    }

    /// The `chain_seq` that the next record of a chain gets: what its number is made of.
    #[must_use]
    pub fn next_seq(&self, chain: Chain) -> i64 {
        self.chains.get(&chain).map_or(1, |head| head.seq.saturating_add(1))
    }

    /// Moves the heads to a record that was just sealed on them.
    pub fn advance(&mut self, record: &FiscalRecord) {
        self.global_seq = record.global_seq;
        self.link_global.clone_from(&record.link_global);
        self.chains.insert(record.chain, ChainHead { seq: record.chain_seq, sig: record.sig.clone() });
    }

    /// The position to write down outside the database, with the moment of the last record and the perpetual
    /// totals after it. Closings and series of invoices are the caller's to fill in.
    #[must_use]
    pub fn anchor(&self, ts_utc: String, perpetual: PerpetualTotals) -> Anchor {
        Anchor {
            terminal_id: self.terminal_id,
            global_seq: self.global_seq,
            link_global: self.link_global.clone(),
            ts_utc,
            chains: self.chains.clone(),
            perpetual,
            closings: BTreeMap::new(),
            series: BTreeMap::new(),
        }
    }
}
