//! Which backups stay: the newest of each of the last 24 hours, 14 days and 12 months in which one was made.
//!
//! Counted in hours, days and months that have a backup, not in the calendar: a shop that was closed for a month still
//! has its last 24, and a clock that jumps deletes nothing early. The newest one always stays.

use std::collections::BTreeSet;

use jiff::civil::DateTime;

const HOURS: usize = 24;
const DAYS: usize = 14;
const MONTHS: usize = 12;

/// The moments whose backups may be deleted.
pub fn expendable(moments: &[DateTime]) -> BTreeSet<DateTime> {
    let mut newest_first: Vec<DateTime> = moments.to_vec();
    newest_first.sort_unstable_by(|a, b| b.cmp(a));
    newest_first.dedup();
    let hour = |t: &DateTime| (t.date(), t.hour());
    let day = |t: &DateTime| (t.date(), 0);
    let month = |t: &DateTime| (t.date().first_of_month(), 0);
    let mut kept: BTreeSet<DateTime> = BTreeSet::new();
    kept.extend(newest_of_each(&newest_first, HOURS, hour));
    kept.extend(newest_of_each(&newest_first, DAYS, day));
    kept.extend(newest_of_each(&newest_first, MONTHS, month));
    newest_first.into_iter().filter(|t| !kept.contains(t)).collect()
}

/// The newest moment of each of the last `count` periods.
fn newest_of_each<P: PartialEq>(
    newest_first: &[DateTime],
    count: usize,
    period: impl Fn(&DateTime) -> P,
) -> Vec<DateTime> {
    let mut kept: Vec<DateTime> = Vec::new();
    for moment in newest_first {
        let further = kept.last().is_none_or(|last| period(last) != period(moment));
        if further && kept.len() == count {
            break;
        }
        if further {
            kept.push(*moment);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_year_of_quarters_of_an_hour_comes_to_fifty_files_at_most() {
        let start = date(2026, 1, 1).at(0, 0, 0, 0);
        let mut files: BTreeSet<DateTime> = BTreeSet::new();
        for n in 0..366 * 24 * 4_i64 {
            files.insert(start.checked_add((n * 15).minutes()).unwrap());
            if n % 96 == 0 {
                let gone = expendable(&files.iter().copied().collect::<Vec<_>>());
                files.retain(|t| !gone.contains(t));
                assert!(files.len() <= HOURS + DAYS + MONTHS, "{}", files.len());
            }
        }
        let months: BTreeSet<_> = files.iter().map(|t| t.date().first_of_month()).collect();
        assert_eq!(months.len(), MONTHS);
    }

    proptest! {
        #[test]
        fn the_newest_stays_and_tidying_twice_deletes_nothing_more(minutes in prop::collection::vec(0_i64..2_000_000, 1..200)) {
            let start = date(2024, 1, 1).at(0, 0, 0, 0);
            let all: Vec<DateTime> = minutes.iter().map(|m| start.checked_add((*m).minutes()).unwrap()).collect();
            let gone = expendable(&all);
            prop_assert!(!gone.contains(all.iter().max().unwrap()));
            let left: Vec<DateTime> = all.iter().copied().filter(|t| !gone.contains(t)).collect();
            prop_assert!(expendable(&left).is_empty());
        }
    }
}
