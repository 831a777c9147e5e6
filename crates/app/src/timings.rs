//! How fast this till is: durations gathered in memory and written with a later transaction, so that measuring never
//! costs a write of its own. What was measured in the last seconds before a crash is lost.
//!
//! Only this device's table is written; nothing of it is replicated.

mod histogram;

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;

use api::types::TimingKind;
use domain::ids::WorkstationId;
pub use histogram::{Cell, Histogram};
use store::tables::settings;
use store::tables::timings::{self, TimingRow};
use store::{Db, Tx};

use crate::clock::LocalMoment;
use crate::error::Result;
use crate::printing::{name_of, named};
use crate::shared::lock;

/// Every kind with its targets for p50 and p99 in microseconds (ux.md §5).
pub const TARGETS: [(TimingKind, u32, u32); 5] = [
    (TimingKind::ScanToLine, 20_000, 50_000),
    (TimingKind::Seal, 60_000, 150_000),
    (TimingKind::Print, 300_000, 800_000),
    (TimingKind::ArticleSearch, 40_000, 120_000),
    (TimingKind::DocumentSearch, 100_000, 300_000),
];

/// Measurements wait this long for a transaction to go with.
const WAIT_MS: i64 = 30_000;
/// Days are kept apart for this long.
const KEEP_DAYS_MS: i64 = 35 * 24 * 3_600_000;

/// What a command's duration is counted as, if it is.
pub fn kind_of(command: &str) -> Option<TimingKind> {
    match command {
        "sale_validate" | "return_validate" | "return_free" | "exchange_validate" | "document_cancel" => {
            Some(TimingKind::Seal)
        }
        "catalogue_search" => Some(TimingKind::ArticleSearch),
        "document_search" => Some(TimingKind::DocumentSearch),
        _ => None,
    }
}

type ByKind = HashMap<(WorkstationId, TimingKind), Histogram>;

/// The measurements that are not written yet.
#[derive(Default)]
pub struct Timings {
    pending: Mutex<Pending>,
}

#[derive(Default)]
struct Pending {
    histograms: ByKind,
    /// When the first of them was made.
    since_ms: Option<i64>,
}

impl Timings {
    /// Counts a duration.
    pub fn note(&self, workstation: WorkstationId, kind: TimingKind, took: Duration, now_ms: i64) {
        let us = u32::try_from(took.as_micros()).unwrap_or(u32::MAX);
        let mut pending = lock(&self.pending);
        pending.histograms.entry((workstation, kind)).or_default().record(us);
        pending.since_ms.get_or_insert(now_ms);
    }

    /// Writes what waited long enough, with a transaction that writes anyway.
    pub fn write_due(&self, tx: &Tx<'_>) -> Result<()> {
        let due = lock(&self.pending).since_ms.is_some_and(|since| tx.now_ms() - since >= WAIT_MS);
        if due { self.write_all(tx) } else { Ok(()) }
    }

    /// Writes everything. Should the transaction fail after all, these measurements are lost.
    pub fn write_all(&self, tx: &Tx<'_>) -> Result<()> {
        let Some(country) = settings::country(tx.db())? else { return Ok(()) };
        let day = LocalMoment::of(tx.now_ms(), country).day();
        for ((workstation, kind), histogram) in std::mem::take(&mut *lock(&self.pending)).histograms {
            let kind = name_of(kind)?;
            for (bucket, Cell { count, worst_us }) in histogram.cells() {
                let row = TimingRow { kind: kind.clone(), bucket, count, worst_us };
                timings::add(tx, workstation, &day, &row)?;
            }
        }
        Ok(())
    }

    /// True when nothing waits to be written.
    pub fn is_empty(&self) -> bool {
        lock(&self.pending).since_ms.is_none()
    }

    /// What a workstation has measured from a day on, written or not.
    pub fn since(
        &self,
        db: Db<'_>,
        workstation: WorkstationId,
        day: &str,
    ) -> Result<HashMap<TimingKind, Histogram>> {
        let mut found: HashMap<TimingKind, Histogram> = HashMap::new();
        for TimingRow { kind, bucket, count, worst_us } in timings::since(db, workstation, day)? {
            found.entry(named(&kind)?).or_default().add(bucket, Cell { count, worst_us });
        }
        let pending = lock(&self.pending);
        for ((_, kind), histogram) in pending.histograms.iter().filter(|((at, _), _)| *at == workstation) {
            let known = found.entry(*kind).or_default();
            histogram.cells().for_each(|(bucket, cell)| known.add(bucket, cell));
        }
        Ok(found)
    }
}

/// Folds the days long past into months; done when the program starts.
pub fn fold(tx: &Tx<'_>) -> Result<()> {
    let Some(country) = settings::country(tx.db())? else { return Ok(()) };
    let before = LocalMoment::of(tx.now_ms() - KEEP_DAYS_MS, country).day();
    Ok(timings::fold_before(tx, &before)?)
}
