//! One module per table family: row types, reads on [`crate::Db`], writes of local tables on [`crate::Tx`].
//!
//! Replicated tables have no writes here: those are in the reducer.

pub mod accounting;
pub mod accounts;
mod archive_requests;
pub mod archives;
pub mod articles;
pub mod audit;
pub mod backups;
pub mod book_facts;
pub mod books;
pub mod books_of_day;
pub mod carts;
pub mod catalogue;
pub mod closings;
pub mod copies;
pub mod customers;
pub mod documents;
pub mod drawer;
pub mod embedded_codes;
pub mod ereports;
pub mod fiscal;
pub mod integrity;
pub mod journal;
pub mod local;
pub mod mail;
pub mod master;
pub mod missing;
pub mod ops;
pub mod overview;
pub mod print_jobs;
pub mod promotions;
pub mod runs;
pub mod search;
pub mod search_hours;
pub mod sellers;
pub mod settings;
pub mod settlements;
pub mod shelf_labels;
pub mod shifts;
pub mod timings;
pub mod trading_days;
pub mod training;

use rusqlite::{Connection, OptionalExtension, Params, Row};

use crate::error::Result;
#[cfg(feature = "workbench")]
use crate::plans::note;

/// Tests alone ask which statements ran.
#[cfg(not(feature = "workbench"))]
const fn note(_: &str) {}

/// Runs a cached query for at most one row.
fn one<T>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    map: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>> {
    note(sql);
    Ok(conn.prepare_cached(sql)?.query_row(params, map).optional()?)
}

/// Runs a cached query for all its rows.
fn all<T>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    map: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    note(sql);
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(params, map)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Runs a cached statement.
fn run(conn: &Connection, sql: &str, params: impl Params) -> Result<usize> {
    Ok(conn.prepare_cached(sql)?.execute(params)?)
}
