//! Chances, and the order of the causes found.

use super::{Cause, CauseKind, MAX_CAUSES, MAX_DOCUMENTS};
use crate::ids::DocumentId;
use crate::money::Money;

/// A chance in millionths of millionths: integers, because the order must be the same on every machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chance(u64);

impl Chance {
    /// Certainty.
    const ONE: u64 = 1_000_000_000_000;

    /// So many thousandths.
    pub const fn thousandths(n: u64) -> Self {
        Self(n * (Self::ONE / 1_000))
    }

    /// This chance, `part` times in `whole`; none of nothing.
    pub const fn share(self, part: usize, whole: usize) -> Self {
        if whole == 0 {
            return Self(0);
        }
        // A part is never more than the whole by much, and a chance never more than certainty: 128 bits hold it.
        Self((self.0 as u128 * part as u128 / whole as u128) as u64)
    }

    /// The chance of either.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// The causes found so far.
#[derive(Default)]
pub struct Found(Vec<(Chance, Cause)>);

impl Found {
    /// Adds a cause, unless there is no chance of it.
    pub fn add(
        &mut self,
        chance: Chance,
        kind: CauseKind,
        instead_of: Option<Money>,
        documents: impl IntoIterator<Item = DocumentId>,
    ) {
        if chance > Chance::default() {
            let documents = documents.into_iter().take(MAX_DOCUMENTS).collect();
            let cause = Cause { kind, amount: Money::ZERO, instead_of, documents, likelihood: 0 };
            self.0.push((chance, cause));
        }
    }

    /// The likeliest causes first, each with its part of the certainty. Equal chances keep the order of the kinds.
    pub fn ranked(mut self, difference: Money) -> Vec<Cause> {
        self.0.sort_by(|(a, x), (b, y)| {
            b.cmp(a)
                .then_with(|| (x.kind, x.instead_of, &x.documents).cmp(&(y.kind, y.instead_of, &y.documents)))
        });
        let all: u128 = self.0.iter().map(|(chance, _)| u128::from(chance.0)).sum();
        let percent = |chance: Chance| u8::try_from(u128::from(chance.0) * 100 / all.max(1)).unwrap_or(100);
        let top = self.0.into_iter().take(MAX_CAUSES);
        top.map(|(chance, cause)| Cause { amount: difference, likelihood: percent(chance), ..cause })
            .collect()
    }
}
