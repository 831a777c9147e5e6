//! Honest histories of a workstation, drawn at random: what a shop does in weeks of trade, with everything that may
//! happen to it. What is drawn follows from the seed alone, so a history that fails can be made again.

mod archive;
mod chance;
mod closing;
mod incident;
mod key;
mod sale;
mod settle;
mod shop;

use std::collections::BTreeSet;

pub use chance::Chance;
pub use key::RingKey;
pub use shop::Shop;

use fiscal::FiscalRecord;
use fiscal::TerminalHeads;
use fiscal::verify::{Report, TrustedKeys, Verifier};

/// A history that is over: what a verifier gets, and what it may say.
pub struct History {
    /// Records in global order.
    pub records: Vec<FiscalRecord>,
    /// Public keys.
    pub keys: TrustedKeys,
    /// The position that was written outside the database.
    pub anchor: TerminalHeads,
    /// Warnings that the law of the thing wants, by code.
    pub warnings: BTreeSet<&'static str>,
    /// The key in force at the end: an insider has it.
    pub key: RingKey,
}

impl History {
    /// Verifies other records as this history.
    pub fn verify(&self, records: &[FiscalRecord]) -> Report {
        let mut verifier = Verifier::new(self.keys.clone());
        records.iter().for_each(|record| verifier.push(record));
        verifier.finish(Some(&self.anchor))
    }
}

/// The history of a seed: `days` days of trade, then the end of a day.
pub fn honest(seed: u64, days: u32) -> History {
    let mut shop = Shop::opened(seed);
    for _ in 0..days {
        shop.day();
    }
    shop.finished()
}
