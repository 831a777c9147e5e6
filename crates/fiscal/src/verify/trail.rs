//! Which record stood where: what anchors and archives refer back to.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::{FiscalRecord, TerminalHeads};

/// Positions and links of the records so far, links by a short hash: the links themselves are proven one by
/// one, and a reference to one is only compared. 16 bytes per record.
#[derive(Debug)]
pub(super) struct Trail(Vec<(i64, u64)>);

impl Trail {
    pub(super) fn after(heads: &TerminalHeads) -> Self {
        Self(vec![(heads.global_seq, short(&heads.link_global))])
    }

    pub(super) fn push(&mut self, record: &FiscalRecord) {
        self.0.push((record.global_seq, short(&record.link_global)));
    }

    /// True when the record at this position was seen and has this link.
    pub(super) fn has(&self, global_seq: i64, link: &str) -> bool {
        self.0.binary_search(&(global_seq, short(link))).is_ok()
    }

    /// True unless the anchored record should have been seen and was not: it may lie before the start of a
    /// verification that was resumed.
    pub(super) fn passes(&self, end: &TerminalHeads) -> bool {
        let seen = self.0.first().is_some_and(|(start, _)| *start <= end.global_seq);
        !seen || self.has(end.global_seq, &end.link_global)
    }

    /// How many of the records of a range were seen.
    pub(super) fn count(&self, first: i64, last: i64) -> usize {
        let until = |seq: i64| self.0.partition_point(|(at, _)| *at <= seq);
        until(last).saturating_sub(until(first.saturating_sub(1)))
    }
}

fn short(link: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    link.hash(&mut hasher);
    hasher.finish()
}
