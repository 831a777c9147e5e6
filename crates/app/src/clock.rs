//! Time: the only place that asks the system for it, and the shop's local view of it.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::country::Country;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// Where the time comes from. Tests and replays bring their own.
pub trait Clock: Send + Sync {
    /// UTC milliseconds since 1970.
    fn now_ms(&self) -> i64;
}

/// The computer's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the system's clock")]
    fn now_ms(&self) -> i64 {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        since.map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX))
    }
}

/// A clock that stands where it is put: replays of the past, and tests.
#[derive(Debug)]
pub struct ManualClock(AtomicI64);

impl ManualClock {
    /// A clock that shows `now_ms`.
    #[must_use]
    pub const fn new(now_ms: i64) -> Self {
        Self(AtomicI64::new(now_ms))
    }

    /// Puts the clock.
    pub fn set(&self, now_ms: i64) {
        self.0.store(now_ms, Ordering::Relaxed);
    }

    /// Moves the clock, back if negative.
    pub fn advance(&self, ms: i64) {
        self.0.fetch_add(ms, Ordering::Relaxed);
    }
}

impl Clock for ManualClock {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A moment as the shop's wall clock shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalMoment {
    /// UTC milliseconds.
    pub utc_ms: i64,
    /// Local time less UTC, in minutes.
    pub offset_min: i64,
    local: DateTime,
}

impl LocalMoment {
    /// The moment in the shop's time zone. A moment outside the calendar (year 9999) is read as the epoch.
    #[must_use]
    pub fn of(utc_ms: i64, country: Country) -> Self {
        let zone = zone(country);
        let at = Timestamp::from_millisecond(utc_ms).unwrap_or(Timestamp::UNIX_EPOCH);
        let offset = zone.to_offset(at);
        Self { utc_ms, offset_min: i64::from(offset.seconds() / 60), local: offset.to_datetime(at) }
    }

    /// The local day, «2026-11-21».
    #[must_use]
    pub fn day(&self) -> String {
        self.local.date().to_string()
    }

    /// Day and time as the wall shows them.
    #[must_use]
    pub const fn civil(&self) -> DateTime {
        self.local
    }

    /// The moment as a ticket prints it.
    #[must_use]
    pub fn printed(&self) -> documents::ticket::LocalDateTime {
        let t = self.local;
        let small = |n: i8| u8::try_from(n).unwrap_or(0);
        documents::ticket::LocalDateTime {
            year: t.year(),
            month: small(t.month()),
            day: small(t.day()),
            hour: small(t.hour()),
            minute: small(t.minute()),
            second: small(t.second()),
        }
    }
}

/// A day as it is stored and compared («2026-11-21»); none for a text that is no day.
#[must_use]
pub fn civil_day(text: &str) -> Option<String> {
    text.parse::<Date>().ok().map(|day| day.to_string())
}

/// The first moment of a local day («2026-11-21»), in UTC milliseconds; none for a text that is no day.
#[must_use]
pub fn start_of_day(day: &str, country: Country) -> Option<i64> {
    let date: Date = day.parse().ok()?;
    Some(date.to_zoned(zone(country).clone()).ok()?.timestamp().as_millisecond())
}

/// The first moment behind a local day, in UTC milliseconds; none for a text that is no day.
#[must_use]
pub fn day_after(day: &str, country: Country) -> Option<i64> {
    let date: Date = day.parse().ok()?;
    start_of_day(&date.tomorrow().ok()?.to_string(), country)
}

/// The moment at which the shop's wall clock shows this, in UTC milliseconds; the first one where it does so twice.
#[must_use]
pub fn local_ms(civil: DateTime, country: Country) -> Option<i64> {
    Some(civil.to_zoned(zone(country).clone()).ok()?.timestamp().as_millisecond())
}

/// The zone of a country, looked up once.
fn zone(country: Country) -> &'static TimeZone {
    static FRANCE: OnceLock<TimeZone> = OnceLock::new();
    static QUEBEC: OnceLock<TimeZone> = OnceLock::new();
    let once = match country {
        Country::France => &FRANCE,
        Country::Quebec => &QUEBEC,
    };
    once.get_or_init(|| TimeZone::get(country.time_zone()).unwrap_or(TimeZone::UTC))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_that_of_the_shop_not_of_greenwich() {
        let new_year = 1_798_758_000_000; // 2026-12-31T23:00:00Z
        assert_eq!(LocalMoment::of(new_year, Country::France).day(), "2027-01-01");
        assert_eq!(LocalMoment::of(new_year, Country::Quebec).day(), "2026-12-31");
        assert_eq!(LocalMoment::of(new_year, Country::Quebec).offset_min, -300);
    }
    #[test]
    fn a_day_lasts_from_its_midnight_to_the_next_also_when_clocks_change() {
        let bounds =
            |day| (start_of_day(day, Country::France).unwrap(), day_after(day, Country::France).unwrap());
        let (from, to) = bounds("2026-10-25");
        assert_eq!(to - from, 25 * 3_600_000, "the night that has an hour more");
        assert_eq!(LocalMoment::of(from, Country::France).day(), "2026-10-25");
        assert_eq!(LocalMoment::of(to - 1, Country::France).day(), "2026-10-25");
        assert_eq!(start_of_day("25/10/2026", Country::France), None);
    }
}
