//! The operation log is the whole truth: replayed elsewhere, it makes the same rows, transaction by transaction.

use store::{OpRow, Store, op};
use testkit::{Tables, TestShop, differences, log, replay, replay_differences, replicated, store_in};

use crate::scenario;

/// Replays the log of a shop into an empty database, and compares every replicated table row for row.
pub fn assert_replays(shop: &TestShop) -> Tables {
    assert_store_replays(shop.app().store())
}

/// The same of any database.
pub fn assert_store_replays(source: &Store) -> Tables {
    let different = replay_differences(source).unwrap();
    assert!(different.is_empty(), "{different:#?}");
    replicated(source)
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
    let start = log(shop.app().store()).unwrap().len();
    let mut steps: Vec<(String, usize, Tables)> = Vec::new();
    scenario::day(&shop, |step| {
        let store = shop.app().store();
        steps.push((step.to_owned(), log(store).unwrap().len(), replicated(store)));
    });
    let rows = log(shop.app().store()).unwrap();
    let store = store_in(copy.path());
    let mut done = start;
    for (step, until, tables) in steps {
        let new = &rows[done..until];
        assert!(new.last().is_none_or(OpRow::ends_transaction), "{step}: a transaction is never cut");
        replay(&store, new).unwrap();
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
    let rows = log(shop.app().store()).unwrap();
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
