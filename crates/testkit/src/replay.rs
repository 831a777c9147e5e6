//! The operation log, played again into an empty database.

use std::path::Path;

use store::{Actor, Db, Error, OpRow, Stamp, Store, tables::ops};
use uuid::Uuid;

use crate::{START_MS, differences, replicated};

/// The operations of a shop, in order.
///
/// # Errors
/// When the database cannot be read.
pub fn log(store: &Store) -> Result<Vec<OpRow>, Error> {
    store.read(|db: Db<'_>| ops::after(db, 0, u32::MAX))
}

/// An empty database in a folder, to play a log into.
///
/// # Panics
/// When it cannot be made.
#[must_use]
pub fn empty_store(folder: &Path) -> Store {
    let ids = [(); 3].map(|()| Uuid::now_v7());
    Store::open(&folder.join("comptoir.db"), START_MS, ids).unwrap().store
}

/// Plays operations in the transactions that made them.
///
/// # Errors
/// Of the first transaction that is refused; those before it stay.
pub fn replay(store: &Store, rows: &[OpRow]) -> Result<(), Error> {
    for transaction in rows.split_inclusive(OpRow::ends_transaction) {
        let rows = transaction.to_vec();
        let stamp = Stamp { now_ms: START_MS, actor: Actor::default() };
        store.write(stamp, move |tx| tx.apply_foreign(&rows))?;
    }
    Ok(())
}

/// What differs, in the replicated tables, between a shop and a replay of its log; nothing when the log is the truth.
///
/// # Errors
/// When the log cannot be read or a part of it is refused.
///
/// # Panics
/// When a table cannot be read.
pub fn replay_differences(source: &Store) -> Result<Vec<String>, Error> {
    let folder = tempfile::tempdir().unwrap();
    let copy = empty_store(folder.path());
    replay(&copy, &log(source)?)?;
    Ok(differences(&replicated(source), &replicated(&copy)))
}
