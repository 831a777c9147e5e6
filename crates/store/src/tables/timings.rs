//! Durations that this device has measured, as histograms. Kinds and buckets are opaque here.

use domain::ids::WorkstationId;

use super::{all, one, run};
use crate::error::Result;
use crate::reader::Db;
use crate::tx::Tx;

/// One bucket of a histogram.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimingRow {
    /// What was timed, as the contract names it.
    pub kind: String,
    /// The bucket.
    pub bucket: u16,
    /// Durations in it.
    pub count: u64,
    /// The longest of them, in microseconds.
    pub worst_us: u32,
}

/// Adds durations to a bucket of a day («2026-11-21»).
pub fn add(tx: &Tx<'_>, workstation: WorkstationId, day: &str, row: &TimingRow) -> Result<()> {
    let sql = "INSERT INTO timing (workstation_id, kind, day, bucket, count, worst_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
       ON CONFLICT DO UPDATE SET count = count + excluded.count, worst_us = max(worst_us, excluded.worst_us)";
    let count = i64::try_from(row.count).unwrap_or(i64::MAX);
    run(tx.sql(), sql, (workstation.0, &row.kind, day, row.bucket, count, row.worst_us))?;
    Ok(())
}

/// The buckets of a workstation from a day on, those of several days added up.
pub fn since(db: Db<'_>, workstation: WorkstationId, day: &str) -> Result<Vec<TimingRow>> {
    let sql =
        "SELECT kind, bucket, sum(count), max(worst_us) FROM timing WHERE workstation_id = ?1 AND day >= ?2
       GROUP BY kind, bucket ORDER BY kind, bucket";
    all(db.0, sql, (workstation.0, day), |r| {
        let count = u64::try_from(r.get::<_, i64>(2)?).unwrap_or(0);
        Ok(TimingRow { kind: r.get(0)?, bucket: r.get(1)?, count, worst_us: r.get(3)? })
    })
}

/// The first day with a measurement.
pub fn first_day(db: Db<'_>, workstation: WorkstationId) -> Result<Option<String>> {
    let sql = "SELECT min(day) FROM timing WHERE workstation_id = ?1";
    Ok(one(db.0, sql, [workstation.0], |r| r.get::<_, Option<String>>(0))?.flatten())
}

/// Folds the days before `day` into the first of their month, so that the table stays small for ever.
pub fn fold_before(tx: &Tx<'_>, day: &str) -> Result<()> {
    let fold = "INSERT INTO timing (workstation_id, kind, day, bucket, count, worst_us)
       SELECT workstation_id, kind, substr(day, 1, 8) || '01', bucket, sum(count), max(worst_us) FROM timing
       WHERE day < ?1 AND substr(day, 9) <> '01' GROUP BY 1, 2, 3, 4
       ON CONFLICT DO UPDATE SET count = count + excluded.count, worst_us = max(worst_us, excluded.worst_us)";
    run(tx.sql(), fold, [day])?;
    run(tx.sql(), "DELETE FROM timing WHERE day < ?1 AND substr(day, 9) <> '01'", [day])?;
    Ok(())
}
