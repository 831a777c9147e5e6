//! Pages that SQLite refuses to read, in the middle of a table: the file is damaged while the shop is open, for a small one that is
//! damaged before does not open at all.

use std::fs::OpenOptions;
use std::io::{Seek as _, SeekFrom, Write as _};

use api::FaultCode;
use api::types::{Empty, IntegrityPhase, IntegrityProgress, RowChange, TableCheckState};
use domain::permission::Role;
use testkit::{TestShop, raw};

use super::{check, damaged, ended, sentences};
use crate::anchors::alerts;
use crate::world::cashier_with_shift;

const PAGE: u64 = 4_096;

/// Overwrites a page in the middle of a table, in the file of an open shop.
fn damage_page(shop: &TestShop, table: &str) {
    let sql = format!("SELECT pageno FROM dbstat WHERE name = '{table}' AND pagetype = 'leaf' ORDER BY path");
    let answer = raw::sql(&shop.database(), &[&sql]);
    let pages: Vec<[u64; 1]> = serde_json::from_str(&answer[0]).unwrap();
    assert!(pages.len() > 2, "{table} has {} pages", pages.len());
    let [page] = pages[pages.len() / 2];
    let mut file = OpenOptions::new().write(true).open(shop.database()).unwrap();
    file.seek(SeekFrom::Start((page - 1) * PAGE)).unwrap();
    file.write_all(&[0xFF; PAGE as usize]).unwrap();
    file.sync_all().unwrap();
}

/// A shop of some sales, of which everything is in the database file: a page there is the page that is read. Who opens a database
/// last, and really reads it, takes what waits beside it into the file.
fn in_one_file() -> TestShop {
    let (shop, till) = cashier_with_shift();
    (0..20).for_each(|_| drop(till.cash_sale(&["1001", "2102"])));
    shop.reopened_after(|file| assert_eq!(raw::sql(file, &["DELETE FROM courier WHERE 0"]), ["ok"]))
}

/// A table that cannot be read to its end is a difference, named in both languages and told to whoever signs in; the tables
/// behind it are compared all the same.
#[test]
fn a_page_that_is_refused_is_a_finding_and_the_other_tables_are_compared() {
    let shop = damaged(&["DELETE FROM department WHERE name = 'Pains'"]);
    damage_page(&shop, "article");
    let manager = shop.signed_in(Role::Manager, 7);
    let found = check(&manager);
    assert_eq!(found.state, TableCheckState::Different, "{found:?}");
    let article = found.tables.iter().find(|table| table.table == "article").unwrap();
    assert_eq!((article.count, article.rows.last().unwrap().change), (1, RowChange::Unreadable));
    assert!(found.tables.iter().any(|table| table.table == "department"), "{found:?}");
    let french = sentences(&manager, "fr");
    let said = "Articles | Article : la suite ne se lit plus, car le fichier est abîmé.";
    assert!(french.iter().any(|one| one == said), "{french:?}");
    let english = sentences(&manager, "en-CA");
    assert!(english.iter().any(|one| one.ends_with("cannot be read any further: the file is damaged.")));
    assert_eq!(alerts(&shop)[0].code, FaultCode::TablesDiffer);
}

/// A page of the log itself: there is nothing to compare with from that operation on, and its number is said.
#[test]
fn a_page_of_the_log_that_is_refused_is_a_damaged_log() {
    let shop = in_one_file();
    damage_page(&shop, "op");
    let found = check(&shop.signed_in(Role::Manager, 7));
    assert_eq!(found.state, TableCheckState::LogDamaged, "{found:?}");
    assert!(found.operation.unwrap() > 1 && found.tables.is_empty());
    assert_eq!(alerts(&shop)[0].code, FaultCode::TablesDiffer);
}

/// A page of the signed records: the verification failed and says so, to whoever signs in too, and says nothing of the tables.
#[test]
fn a_page_of_the_signed_records_that_is_refused_is_a_verification_that_failed() {
    let shop = in_one_file();
    damage_page(&shop, "fiscal_record");
    let manager = shop.signed_in(Role::Manager, 7);
    let _: IntegrityProgress = manager.ask("integrity_start", Empty {});
    let ended = ended(&manager);
    assert_eq!(ended.phase, IntegrityPhase::Failed, "{ended:?}");
    assert_eq!(ended.tables, None);
    assert!(alerts(&shop).iter().any(|alert| alert.code == FaultCode::VerificationFailed));
}
