//! The second part of a verification: the tables held against the operation log ([`store::replica`]).
//!
//! Signatures cover what was sold. Articles, prices, customers, stock and the sums that screens read are covered by the log alone: here
//! it is replayed beside the data, with rests, and compared. Asked for by a person it follows each verification; by itself, once a
//! week, because it writes as much as the shop holds. It says what differs and repairs nothing.

mod pace;
mod run;
mod scratch;
mod sentences;
mod words;

use api::types::{Empty, ReportLanguage, TableCheck, TableCheckState, TableReport};
use domain::country::Country;
pub use run::carry_out;
pub use scratch::clear;
pub use sentences::outcome;
use store::Db;
use store::tables::integrity;
use verify::Language;
pub use words::date_time;

use super::progress;
use crate::context::{Context as _, Query};
use crate::error::Result;

/// A check by itself follows the last one that came to a result after this time: it is of the same day a week later.
const WEEK_MS: i64 = 6 * 24 * 3_600_000 + 12 * 3_600_000;

/// The table that the first part of a verification covers.
const SIGNED: &str = "fiscal_record";

/// The last check of this database, whatever became of it.
pub fn last(db: Db<'_>) -> Result<Option<TableCheck>> {
    parsed(integrity::last_tables(db, false)?)
}

/// The last check that came to a result.
pub fn last_result(db: Db<'_>) -> Result<Option<TableCheck>> {
    parsed(integrity::last_tables(db, true)?)
}

/// True for a check that says something about the tables or their log.
pub const fn is_result(check: &TableCheck) -> bool {
    matches!(check.state, TableCheckState::Sound | TableCheckState::Different | TableCheckState::LogDamaged)
}

fn parsed(report: Option<String>) -> Result<Option<TableCheck>> {
    Ok(report.map(|report| serde_json::from_str(&report)).transpose()?)
}

/// True when a check by itself is due.
pub fn is_due(db: Db<'_>, now_ms: i64) -> Result<bool> {
    let ended = last_result(db)?.and_then(|last| last.ended_ms);
    // A last one that lies ahead is of a clock that was wrong.
    Ok(ended.is_none_or(|ended| !(0..WEEK_MS).contains(&(now_ms - ended))))
}

/// How many differences the last check with a result found; a damaged log is one. None when all is well. Signed records have an
/// alert of their own, which a manager takes note of.
pub fn differences(db: Db<'_>) -> Result<Option<u64>> {
    let Some(last) = last_result(db)? else { return Ok(None) };
    let unsigned = last.tables.iter().filter(|table| table.table != SIGNED);
    let count = unsigned.map(|table| table.count).sum::<u64>();
    let damaged = u64::from(last.state == TableCheckState::LogDamaged);
    Ok(Some(count + damaged).filter(|count| *count > 0))
}

/// What the last check of the tables that came to a result found, in words.
pub fn report(cx: &Query<'_>, request: &ReportLanguage) -> Result<TableReport> {
    let (language, country) = (Language::of(&request.language), cx.country()?);
    let shown = progress(cx, Empty {})?;
    let check = shown.tables_result.or(shown.tables);
    Ok(check.map_or(TableReport { tables: Vec::new() }, |check| in_words(&check, language, country)))
}

/// What a check found, in words.
pub fn in_words(check: &TableCheck, language: Language, country: Country) -> TableReport {
    let tables = check.tables.iter().map(|of| sentences::findings(of, language, country)).collect();
    TableReport { tables }
}
