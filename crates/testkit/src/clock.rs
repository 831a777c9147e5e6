//! A clock that moves only when a test moves it.

use std::sync::atomic::{AtomicI64, Ordering};

use app::Clock;

/// Where every shop starts: Saturday 2026-11-21, 08:30 UTC (09:30 in Paris, 03:30 in Québec).
pub const START_MS: i64 = 1_795_249_800_000;

/// A clock to set.
#[derive(Debug)]
pub struct FakeClock(AtomicI64);

impl FakeClock {
    /// A clock that shows `now_ms`.
    #[must_use]
    pub const fn new(now_ms: i64) -> Self {
        Self(AtomicI64::new(now_ms))
    }

    /// Moves the clock by seconds; backwards when they are negative.
    pub fn advance_s(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1000, Ordering::SeqCst);
    }

    /// Moves the clock by whole days of 24 hours.
    pub fn advance_days(&self, days: i64) {
        self.advance_s(days * 86_400);
    }
}

impl Clock for FakeClock {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}
