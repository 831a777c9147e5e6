//! Rests between pieces of work: a sale comes first.

use std::time::{Duration, Instant};

/// The longest rest. A longer piece of work was the disk's doing.
const LONGEST: Duration = Duration::from_millis(50);
/// How often windows are told, and the disk is asked for its room.
const TELL: Duration = Duration::from_millis(400);

/// A worker that leaves a third of its time to others.
pub struct Pace {
    worked_since: Instant,
    told: Option<Instant>,
}

impl Pace {
    /// Starts.
    pub fn new() -> Self {
        Self { worked_since: Instant::now(), told: None }
    }

    /// Rests for half the time of the work since the last rest.
    pub fn rest(&mut self) {
        std::thread::sleep((self.worked_since.elapsed() / 2).min(LONGEST));
        self.worked_since = Instant::now();
    }

    /// True when it is time to look around, the first time at once.
    pub fn looks(&mut self) -> bool {
        let due = self.told.is_none_or(|told| told.elapsed() > TELL);
        if due {
            self.told = Some(Instant::now());
        }
        due
    }
}
