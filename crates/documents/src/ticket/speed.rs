//! The speed receipt: how fast a till was, beside what it aims at.

use super::common::{LocalDateTime, Software};

/// What is timed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimedStep {
    /// From the end of a scan to its line on the screen.
    ScanToLine,
    /// The write of a signed document.
    Seal,
    /// A paper, until the printer proves it.
    Print,
    /// A search for articles.
    ArticleSearch,
    /// A search for documents.
    DocumentSearch,
}

/// Everything that a speed receipt shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeedReceipt {
    /// Trading name of the shop.
    pub trade_name: String,
    /// Code and name of the workstation.
    pub workstation: String,
    /// First day with a measurement; its time of day is not shown.
    pub since: Option<LocalDateTime>,
    /// When it was asked for, shop time.
    pub printed_at: LocalDateTime,
    /// The program.
    pub software: Software,
    /// What was measured.
    pub rows: Vec<SpeedRow>,
}

/// Durations of one step, in microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeedRow {
    /// What was timed.
    pub step: TimedStep,
    /// How often.
    pub count: u64,
    /// Half were as fast; none without a measurement.
    pub p50_us: Option<u32>,
    /// 95 in 100 were as fast.
    pub p95_us: Option<u32>,
    /// 99 in 100 were as fast.
    pub p99_us: Option<u32>,
    /// The slowest.
    pub worst_us: Option<u32>,
    /// Target of p50.
    pub target_p50_us: u32,
    /// Target of p99.
    pub target_p99_us: u32,
}
