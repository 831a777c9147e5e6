//! A histogram of durations on a logarithmic scale: small, exact in its counts, and known in its error.
//!
//! Below [`STEPS`] microseconds each value has a bucket of its own; above, each octave is cut into [`STEPS`] equal
//! buckets. Each bucket keeps its count and its longest duration. A percentile is the longest duration of the bucket in
//! which it falls: never below the true value, and above it by less than a [`STEPS`]th of it.

use std::collections::BTreeMap;

/// Buckets per octave.
pub const STEPS: u32 = 16;
const STEP_BITS: u32 = STEPS.trailing_zeros();

/// A bucket's content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Durations in it.
    pub count: u64,
    /// The longest, in microseconds.
    pub worst_us: u32,
}

/// Durations in microseconds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram(BTreeMap<u16, Cell>);

impl Histogram {
    /// Adds a duration.
    pub fn record(&mut self, us: u32) {
        self.add(bucket(us), Cell { count: 1, worst_us: us });
    }

    /// Adds what another histogram holds in a bucket.
    pub fn add(&mut self, bucket: u16, more: Cell) {
        let cell = self.0.entry(bucket).or_default();
        cell.count = cell.count.saturating_add(more.count);
        cell.worst_us = cell.worst_us.max(more.worst_us);
    }

    /// The buckets that are not empty, rising.
    pub fn cells(&self) -> impl Iterator<Item = (u16, Cell)> + '_ {
        self.0.iter().map(|(bucket, cell)| (*bucket, *cell))
    }

    /// How many durations.
    pub fn count(&self) -> u64 {
        self.0.values().map(|cell| cell.count).sum()
    }

    /// The longest duration.
    pub fn worst(&self) -> Option<u32> {
        self.0.values().map(|cell| cell.worst_us).max()
    }

    /// The duration within which `percent` in 100 stay (nearest rank); none without durations.
    pub fn percentile(&self, percent: u8) -> Option<u32> {
        let rank = (u128::from(self.count()) * u128::from(percent)).div_ceil(100).max(1);
        let mut seen = 0;
        self.0.values().find_map(|cell| {
            seen += u128::from(cell.count);
            (seen >= rank).then_some(cell.worst_us)
        })
    }
}

/// The bucket of a duration.
fn bucket(us: u32) -> u16 {
    let Some(octave) = us.checked_ilog2().and_then(|e| e.checked_sub(STEP_BITS)) else {
        return u16::try_from(us).unwrap_or(u16::MAX);
    };
    let step = (us >> octave) - STEPS;
    u16::try_from((octave + 1) * STEPS + step).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn exact(values: &[u32], percent: u8) -> u32 {
        let mut sorted = values.to_vec();
        sorted.sort_unstable();
        sorted[(sorted.len() * usize::from(percent)).div_ceil(100).max(1) - 1]
    }

    /// Durations of all sizes, from a microsecond to a minute: as many short ones as long ones.
    fn duration() -> impl Strategy<Value = u32> {
        (0_u32..26, 0_u32..=u32::MAX).prop_map(|(bits, noise)| (noise & ((1 << bits) - 1)) | (1 << bits))
    }

    proptest! {
        /// The stated bound: percentiles lie within a sixteenth above those of sorting; count and worst are exact.
        #[test]
        fn percentiles_are_those_of_sorting_within_a_sixteenth(values in prop::collection::vec(duration(), 1..400)) {
            let mut histogram = Histogram::default();
            values.iter().for_each(|us| histogram.record(*us));
            for percent in [1, 50, 95, 99, 100] {
                let (found, exact) = (histogram.percentile(percent).unwrap(), exact(&values, percent));
                prop_assert!(found >= exact, "p{percent}: {found} < {exact}");
                prop_assert!(found - exact <= exact / STEPS, "p{percent}: {found} is far above {exact}");
            }
            prop_assert_eq!(histogram.count(), values.len() as u64);
            prop_assert_eq!(histogram.worst(), values.iter().copied().max());
        }

        /// Two histograms added up are the histogram of both.
        #[test]
        fn buckets_add_up(one in prop::collection::vec(duration(), 0..50), two in prop::collection::vec(duration(), 0..50)) {
            let of = |values: &[u32]| {
                let mut histogram = Histogram::default();
                values.iter().for_each(|us| histogram.record(*us));
                histogram
            };
            let mut sum = of(&one);
            of(&two).cells().for_each(|(bucket, cell)| sum.add(bucket, cell));
            prop_assert_eq!(sum, of(&[one, two].concat()));
        }

        /// A longer duration never lies in a bucket before that of a shorter one.
        #[test]
        fn buckets_rise(one in any::<u32>(), two in any::<u32>()) {
            prop_assert!(bucket(one.min(two)) <= bucket(one.max(two)));
        }
    }

    #[test]
    fn nothing_measured_has_no_percentiles() {
        assert_eq!((Histogram::default().percentile(50), Histogram::default().worst()), (None, None));
    }
}
