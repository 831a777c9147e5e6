//! Finding documents by hours of the day alone, or in some days.
//!
//! Hours lie on every day. Where the shop is open then, the newest documents hold a page of them at once; where it hardly
//! ever is, reading on through the years would find nothing. So a bounded number of the newest is read first, and if they
//! do not fill the page, each minute is asked for its own newest documents, by an index in which it leads.

use domain::ids::DocumentId;
use uuid::Uuid;

use super::{all, one};
use crate::error::Result;
use crate::reader::Db;

/// Newest documents that are read before minutes are asked one by one: about a millisecond.
const NEWEST: u32 = 4_000;
/// Up to this many documents in them, hours are rarer than a person, a place or an article.
const RARE: i64 = 2_000;
/// Minutes of a day.
const DAY: u16 = 24 * 60;

const BY_TIME: &str =
    "SELECT id, minute FROM document WHERE at_ms >= ?1 AND at_ms < ?2 ORDER BY at_ms DESC, id DESC LIMIT ?3";
const BY_MINUTE: &str = "SELECT at_ms, id FROM document WHERE minute = ?1 AND at_ms >= ?2 AND at_ms < ?3
    ORDER BY at_ms DESC, id DESC LIMIT ?4";

/// True when hardly anything was ever sold in these minutes, so that they may lead a search with other filters.
pub fn are_rare(db: Db<'_>, (from, to): (u16, u16)) -> Result<bool> {
    let sql = "SELECT count(*) FROM (SELECT 1 FROM document WHERE minute >= ?1 AND minute < ?2 LIMIT ?3)";
    let count =
        |from: u16, to: u16| Ok(one(db.0, sql, (from, to, RARE + 1), |r| r.get::<_, i64>(0))?.unwrap_or(0));
    let found: Result<i64> = if from <= to { count(from, to) } else { Ok(count(from, DAY)? + count(0, to)?) };
    Ok(found? <= RARE)
}

/// Hours of the day, and the days in which they are looked for.
pub struct Hours {
    /// From one minute of the day to before another; around midnight when the second is the smaller one.
    pub minutes: (u16, u16),
    /// From one moment to before another, in UTC milliseconds.
    pub days: (i64, i64),
}

impl Hours {
    /// A page of the documents, newest first.
    pub fn newest(&self, db: Db<'_>, offset: u32, limit: u32) -> Result<Vec<DocumentId>> {
        let (from, to) = self.days;
        let wanted = offset.saturating_add(limit);
        let newest = all(db.0, BY_TIME, (from, to, NEWEST), |r| Ok((r.get::<_, Uuid>(0)?, r.get(1)?)))?;
        let all_read = newest.len() < NEWEST as usize;
        let mut found: Vec<Uuid> =
            newest.into_iter().filter(|(_, minute)| self.holds(*minute)).map(|(id, _)| id).collect();
        if found.len() < wanted as usize && !all_read {
            found = self.by_minute(db, wanted)?;
        }
        Ok(found.into_iter().skip(offset as usize).take(limit as usize).map(DocumentId).collect())
    }

    fn holds(&self, minute: u16) -> bool {
        let (from, to) = self.minutes;
        if from <= to { (from..to).contains(&minute) } else { minute >= from || minute < to }
    }

    fn by_minute(&self, db: Db<'_>, wanted: u32) -> Result<Vec<Uuid>> {
        let (from, to) = self.days;
        let mut found: Vec<(i64, Uuid)> = Vec::new();
        for minute in (0..DAY).filter(|minute| self.holds(*minute)) {
            found.extend(all(db.0, BY_MINUTE, (minute, from, to, wanted), |r| Ok((r.get(0)?, r.get(1)?)))?);
        }
        found.sort_unstable_by(|a, b| b.cmp(a));
        Ok(found.into_iter().map(|(_, id)| id).collect())
    }
}

/// How SQLite looks for them, line by line, for the test that reads plans.
pub fn plans(db: Db<'_>) -> Result<Vec<String>> {
    let explain = |sql: &str| format!("EXPLAIN QUERY PLAN {sql}");
    let mut lines: Vec<String> = all(db.0, &explain(BY_TIME), (0, 1, 1), |r| r.get(3))?;
    lines.extend(all(db.0, &explain(BY_MINUTE), (0, 0, 1, 1), |r| r.get::<_, String>(3))?);
    Ok(lines)
}
