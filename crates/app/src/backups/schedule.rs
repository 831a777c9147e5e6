//! When the next backup is due: a pure function of what is known.

use domain::country::Country;

use crate::clock::{LocalMoment, day_after, start_of_day};

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 86_400_000;
/// A backup takes this part of the time between two of them at most: a large file is copied less often.
const SHARE: i64 = 20;
/// A place that failed is tried again after this.
pub const RETRY_MS: i64 = 5 * MINUTE_MS;
/// Without a backup for longer than this, the manager is told.
pub const LATE_MS: i64 = DAY_MS;
/// Days between two drills.
pub const DRILL_MS: i64 = 7 * DAY_MS;

/// What decides.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// Minutes between backups while the shop sells.
    pub every_min: u16,
    /// Minute of the day of the daily one.
    pub daily_min: u16,
    /// Whose clock counts.
    pub country: Country,
    /// When the last backup was made, anywhere.
    pub last_ms: Option<i64>,
    /// How long it took.
    pub took_ms: i64,
    /// When the data began.
    pub created_ms: i64,
    /// Something was sold, or written after a sale, since the last backup.
    pub changed: bool,
}

/// When the next backup is due. It may lie in the past: then it is overdue.
pub fn next(facts: &Facts) -> Option<i64> {
    let since = facts.last_ms.unwrap_or(facts.created_ms);
    let daily = next_daily(since, facts.daily_min, facts.country);
    let pause = (i64::from(facts.every_min) * MINUTE_MS).max(facts.took_ms * SHARE);
    let regular = facts.changed.then_some(since + pause);
    daily.into_iter().chain(regular).min()
}

/// The first daily moment after `since`. On the days on which clocks change it may be an hour off.
fn next_daily(since: i64, daily_min: u16, country: Country) -> Option<i64> {
    let day = LocalMoment::of(since, country).day();
    let after = i64::from(daily_min) * MINUTE_MS;
    let today = start_of_day(&day, country)? + after;
    if today > since { Some(today) } else { Some(day_after(&day, country)? + after) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-21 09:30 in Paris.
    const MORNING: i64 = 1_795_249_800_000;
    const EVENING: i64 = MORNING + (12 * 60 + 30) * MINUTE_MS;

    fn facts() -> Facts {
        Facts {
            every_min: 15,
            daily_min: 22 * 60,
            country: Country::France,
            last_ms: None,
            took_ms: 1_000,
            created_ms: MORNING,
            changed: false,
        }
    }

    #[test]
    fn the_first_one_is_made_this_evening() {
        assert_eq!(next(&facts()), Some(EVENING));
        assert_eq!(next(&Facts { last_ms: Some(EVENING), ..facts() }), Some(EVENING + DAY_MS));
    }

    #[test]
    fn while_the_shop_sells_there_is_one_each_quarter_of_an_hour() {
        let sells = Facts { changed: true, last_ms: Some(MORNING), ..facts() };
        assert_eq!(next(&sells), Some(MORNING + 15 * MINUTE_MS));
        assert_eq!(next(&Facts { took_ms: 2 * MINUTE_MS, ..sells }), Some(MORNING + 40 * MINUTE_MS));
        let late = Facts { last_ms: Some(EVENING - MINUTE_MS), ..sells };
        assert_eq!(next(&late), Some(EVENING), "the daily one comes first");
    }

    #[test]
    fn a_computer_that_was_off_in_the_evening_makes_it_good_in_the_morning() {
        let due = next(&Facts { last_ms: Some(EVENING - DAY_MS), ..facts() }).unwrap();
        assert!(due <= EVENING, "{due}");
    }
}
