//! Hybrid logical clock (sync.md §3): UTC milliseconds in the upper 48 bits, a counter in the lower 16.

/// Next reading: later than the last one and than what it overwrites, and close to the wall clock.
#[must_use]
pub fn next(last: i64, now_ms: i64, overwritten: i64) -> i64 {
    let wall = now_ms.max(0) << 16;
    wall.max(last.saturating_add(1)).max(overwritten.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn the_clock_never_stands_still_and_never_goes_back() {
        let a = next(0, 1_000, 0);
        let b = next(a, 1_000, 0);
        let c = next(b, 10, 0);
        assert!(a < b && b < c, "same millisecond, then a wall clock that went back");
        assert_eq!(next(0, 2_000, 0), 2_000 << 16);
        assert!(next(0, 1, 9_000_000) > 9_000_000, "an edit beats the value that was on the screen");
    }
}
