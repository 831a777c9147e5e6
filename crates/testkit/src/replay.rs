//! The operation log, played again: transaction by transaction into a store, or as the shop's own check does it.

use std::path::Path;

use store::replica::{self, Checked, Difference};
use store::{Actor, Db, Error, OpRow, Stamp, Store, tables::ops};
use uuid::Uuid;

use crate::START_MS;

/// The operations of a shop, in order.
///
/// # Errors
/// When the database cannot be read.
pub fn log(store: &Store) -> Result<Vec<OpRow>, Error> {
    store.read(|db: Db<'_>| ops::after(db, 0, u32::MAX))
}

/// The database in a folder, made if there is none, to play a log into.
///
/// # Panics
/// When it cannot be opened.
#[must_use]
pub fn store_in(folder: &Path) -> Store {
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
/// When the log cannot be read, is not what was written, or a part of it is refused.
///
/// # Panics
/// When there is no temporary folder.
pub fn replay_differences(source: &Store) -> Result<Vec<String>, Error> {
    let folder = tempfile::tempdir().unwrap();
    match replica::check(source.path(), &folder.path().join("replay"), &mut |_| true)? {
        Checked::Compared(found) => {
            let lines = |of: &replica::InTable| {
                let table = of.table;
                of.first.iter().map(move |one| line(table, one)).collect::<Vec<_>>()
            };
            Ok(found.tables.iter().flat_map(lines).collect())
        }
        Checked::LogDamaged { operation } => Err(Error::Op(format!("operation {operation} is damaged"))),
        Checked::Stopped => Err(Error::Stopped),
    }
}

fn line(table: &str, difference: &Difference) -> String {
    match difference {
        Difference::Missing { row } => format!("{table} - {row}"),
        Difference::Added { row } => format!("{table} + {row}"),
        Difference::Changed { row, cell } => format!("{table} {row}: {cell:?}"),
        Difference::Unreadable => format!("{table} cannot be read"),
    }
}
