//! The operation log is the whole truth: replayed elsewhere, it makes the same rows, transaction by transaction.

use store::{Actor, Db, OpRow, Stamp, Store, op, tables::ops};
use testkit::{START_MS, Tables, TestShop, differences, replicated};
use uuid::Uuid;

use crate::scenario;

/// Flag of the last operation of a transaction.
const LAST: i64 = 1;

fn log(store: &Store) -> Vec<OpRow> {
    store.read(|db: Db<'_>| ops::after(db, 0, u32::MAX)).unwrap()
}

fn open(folder: &std::path::Path) -> Store {
    let ids = [(); 3].map(|()| Uuid::now_v7());
    Store::open(&folder.join("comptoir.db"), START_MS, ids).unwrap().store
}

/// Replays operations in the transactions that made them.
fn replay(store: &Store, rows: &[OpRow]) {
    for transaction in rows.split_inclusive(|row| row.flags & LAST == LAST) {
        let rows = transaction.to_vec();
        let stamp = Stamp { now_ms: START_MS, actor: Actor::default() };
        store.write(stamp, move |tx| tx.apply_foreign(&rows)).unwrap();
    }
}

/// Replays the log of a shop into an empty database, and compares every replicated table row for row.
pub fn assert_replays(shop: &TestShop) -> Tables {
    assert_store_replays(shop.app().store())
}

/// The same of any database.
pub fn assert_store_replays(source: &Store) -> Tables {
    let copy = tempfile::tempdir().unwrap();
    let store = open(copy.path());
    replay(&store, &log(source));
    let (original, replayed) = (replicated(source), replicated(&store));
    let different = differences(&original, &replayed);
    assert!(different.is_empty(), "{different:#?}");
    original
}

/// A day's log, replayed into an empty database, gives every replicated table row for row.
#[test]
fn a_replay_into_an_empty_database_gives_the_same_tables() {
    let tables = assert_replays(&scenario::finished_day());
    assert!(tables["document"].len() > 8 && tables["document_print"].len() == 3, "the day was full");
}

/// What each step of the day changed is exactly what its operations change in a copy: no code but the reducer
/// writes, and the reducer depends on nothing but the operations.
#[test]
fn each_transaction_changes_what_its_operations_change() {
    let shop = TestShop::france();
    let copy = shop.files().unpack();
    let start = log(shop.app().store()).len();
    let mut steps: Vec<(String, usize, Tables)> = Vec::new();
    scenario::day(&shop, |step| {
        let store = shop.app().store();
        steps.push((step.to_owned(), log(store).len(), replicated(store)));
    });
    let rows = log(shop.app().store());
    let store = open(copy.path());
    let mut done = start;
    for (step, until, tables) in steps {
        let new = &rows[done..until];
        assert!(new.last().is_none_or(|row| row.flags & LAST == LAST), "{step}: a transaction is never cut");
        replay(&store, new);
        let different = differences(&tables, &replicated(&store));
        assert!(different.is_empty(), "{step}: {different:#?}");
        done = until;
    }
    assert_eq!(done, rows.len());
}

/// The log is numbered without gap from 1, and each hash covers the one before it, the header and the payload.
#[test]
fn the_log_is_gapless_and_its_hashes_chain() {
    let shop = scenario::finished_day();
    let rows = log(shop.app().store());
    let mut previous = [0_u8; 32];
    for (row, expected) in rows.iter().zip(1_i64..) {
        assert_eq!(row.dseq, expected);
        previous = op::chain_hash(row, &previous);
        assert_eq!(row.hash, previous, "operation {expected}");
    }
    assert!(rows.windows(2).all(|pair| pair[0].hlc < pair[1].hlc), "the hybrid clock never stands still");
    let mut forged = rows[10].clone();
    forged.payload = forged.payload.replacen('1', "2", 1);
    let before: [u8; 32] = rows[9].hash.clone().try_into().unwrap();
    assert_ne!(op::chain_hash(&forged, &before).to_vec(), forged.hash, "a changed payload shows");
}
