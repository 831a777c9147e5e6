//! Which statements a piece of work ran, and how SQLite carries them out: for tests that no question of the till reads a
//! table from end to end. Not compiled into the program.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::error::Result;
use crate::reader::Db;

thread_local! {
    static SEEN: RefCell<Option<BTreeSet<String>>> = const { RefCell::new(None) };
}

/// Notes a statement of this thread, if somebody asked.
pub fn note(sql: &str) {
    SEEN.with_borrow_mut(|seen| {
        if let Some(seen) = seen {
            seen.insert(sql.to_owned());
        }
    });
}

/// Runs `work` and returns the statements by which it read. Only those of the calling thread: queries, not mutations.
pub fn statements_of<T>(work: impl FnOnce() -> T) -> (T, BTreeSet<String>) {
    SEEN.set(Some(BTreeSet::new()));
    let answer = work();
    (answer, SEEN.take().unwrap_or_default())
}

/// How SQLite carries a statement out, line by line. Parameters stay open: plans do not depend on them here.
pub fn plan(db: Db<'_>, sql: &str) -> Result<Vec<String>> {
    let mut statement = db.0.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
    let rows = statement.raw_query().mapped(|r| r.get(3)).collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}
