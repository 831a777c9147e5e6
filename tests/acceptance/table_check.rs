//! The tables held against the operation log: what no signature covers, and damage left readable.

mod calendar;
mod pages;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use api::FaultCode;
use api::types::{
    ArticleSave, ArticleView, Empty, FileContent, IntegrityPhase, IntegrityProgress, ReportLanguage,
    TableCheck, TableCheckState, TableReport,
};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use domain::money::UnitPrice;
use domain::permission::Role;
use testkit::{TestShop, Till, raw};

use crate::anchors::alerts;
use crate::scenario;
use crate::world::{new_customer, refuses};

/// What a verification came to, once it has ended.
fn ended(manager: &Till) -> IntegrityProgress {
    let deadline = Instant::now() + Duration::from_secs(120);
    loop {
        let now: IntegrityProgress = manager.ask("integrity_progress", Empty {});
        if now.phase != IntegrityPhase::Running {
            return now;
        }
        assert!(Instant::now() < deadline, "{now:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Verifies everything; what became of the tables.
fn check(manager: &Till) -> TableCheck {
    let _: IntegrityProgress = manager.ask("integrity_start", Empty {});
    let ended = ended(manager);
    assert_eq!(ended.phase, IntegrityPhase::Done, "{ended:?}");
    ended.tables.unwrap()
}

/// What was found, in words: each sentence behind the title of its table.
fn sentences(manager: &Till, language: &str) -> Vec<String> {
    let request = ReportLanguage { language: language.to_owned() };
    let report: TableReport = manager.ask("integrity_tables", request);
    let lines = report.tables.iter().flat_map(|table| {
        table.sentences.iter().map(|sentence| format!("{} | {sentence}", table.title).replace('\u{a0}', " "))
    });
    lines.collect()
}

/// Scratch files in a folder.
fn scratch(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(".relecture-")).collect()
}

/// A shop with a customer and a sale, and the same with SQL carried out on its closed database.
fn damaged(statements: &[&str]) -> TestShop {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    new_customer(&till, "Marie Dupont");
    till.open_shift(100_00);
    till.cash_sale(&["1001", "2102"]);
    shop.reopened_after(|file| {
        for answer in raw::sql(file, statements) {
            assert_eq!(answer, "ok");
        }
    })
}

/// A price, a name, a stock, a row that is gone, one that nobody made, the total of a ticket: each is found, named in both
/// languages with what stands there and what the log says, told to whoever signs in, and part of the report for keeping.
#[test]
fn each_damage_is_found_and_named() {
    let shop = damaged(&[
        "UPDATE article SET unit_price = 990000 WHERE code = '1001'",
        "UPDATE customer SET name = 'Marie Durand' WHERE name = 'Marie Dupont'",
        "UPDATE stock_level SET on_hand = 70000 WHERE article_id = (SELECT id FROM article WHERE code = '2102')",
        "DELETE FROM department WHERE name = 'Pains'",
        "INSERT INTO courier (id, name, active, clk) VALUES (zeroblob(16), 'Personne', 1, '{}')",
        "DROP TRIGGER document_no_upd",
        "UPDATE document SET total = total - 100",
    ]);
    let manager = shop.signed_in(Role::Manager, 7);
    assert!(alerts(&shop).is_empty(), "nobody knows yet");
    let before = shop.snapshot();
    let found = check(&manager);
    assert_eq!(found.state, TableCheckState::Different, "{found:?}");
    let after = shop.snapshot_except(&["integrity_run", "idempotency"]);
    assert!(after.iter().all(|(table, rows)| before[table] == *rows), "it looks and repairs nothing");

    let french = sentences(&manager, "fr");
    for expected in [
        "Articles | Article 1001 Baguette de tradition : « Prix » vaut 0,99 ; le journal dit 1,30.",
        "« Nom » vaut « Marie Durand » ; le journal dit « Marie Dupont ».",
        "Stock | Stock 2102 Grille-pain : « Quantité en stock » vaut 7 ; le journal dit 9.",
        "Rayons | Rayon Pains n’est plus là, alors que le journal des opérations l’a enregistré.",
        "Livreurs | Livreur Personne est là, alors que le journal des opérations n’en sait rien.",
        "Documents | Document C01-00000001 : « Total » vaut",
    ] {
        assert!(french.iter().any(|one| one.contains(expected)), "{expected}: {french:#?}");
    }
    let english = sentences(&manager, "en-CA");
    assert_eq!(english.len(), french.len());
    assert!(
        english.iter().any(|one| one.ends_with("“Name” is “Marie Durand”; the log says “Marie Dupont”."))
    );
    assert_eq!(alerts(&shop)[0].code, FaultCode::TablesDiffer);

    let page: FileContent = manager.ask("verification_report", ReportLanguage { language: "fr".to_owned() });
    let page = String::from_utf8(BASE64_STANDARD.decode(page.base64).unwrap()).unwrap();
    assert!(
        page.contains("Marie Durand") && page.contains("Conforme"),
        "the verdict is about what was signed"
    );
    assert_eq!(scratch(shop.folder()), Vec::<PathBuf>::new());

    let again = shop.killed_and_reopened();
    assert_eq!(alerts(&again)[0].code, FaultCode::TablesDiffer, "it is remembered");
    assert_eq!(sentences(&again.signed_in(Role::Manager, 7), "fr"), french);
}

/// What a person may not see is not said: the difference is, its values are not.
#[test]
fn secrets_are_not_part_of_a_finding() {
    let shop = damaged(&["UPDATE user SET pin_hash = 'forged' WHERE name = 'Théo Lacoste'"]);
    let manager = shop.signed_in(Role::Manager, 7);
    let found = check(&manager);
    let text = format!("{found:?} {:?}", sentences(&manager, "fr"));
    assert!(
        text.contains("Utilisateur Théo Lacoste : « Code PIN » n’est pas ce que dit le journal."),
        "{text}"
    );
    assert!(!text.contains("forged") && !text.contains("argon2"), "{text}");
}

/// A wrong price is put right in the form of its article, as any price is changed; the next check finds nothing, and the alert
/// is gone.
#[test]
fn a_price_that_is_put_right_in_its_form_differs_no_more() {
    let shop = damaged(&["UPDATE article SET unit_price = 990000 WHERE code = '1001'"]);
    let manager = shop.till(Role::Manager, "C01");
    assert_eq!(check(&manager).state, TableCheckState::Different);
    let right =
        ArticleSave { unit_price: UnitPrice(1_300_000), ..Till::article_save(&manager.article("1001")) };
    let _: ArticleView = manager.ask("article_save", right);
    assert_eq!(alerts(&shop)[0].code, FaultCode::TablesDiffer, "until it is checked");
    assert_eq!(check(&manager).state, TableCheckState::Sound);
    assert!(alerts(&shop).is_empty());
}

/// An operation of the log is not what was written: it is named, and nothing is compared with what it is worth no more.
#[test]
fn a_damaged_log_is_found_where_it_is_damaged() {
    let shop = damaged(&[
        "DROP TRIGGER op_no_change",
        "UPDATE op SET payload = replace(payload, 'Marie Dupont', 'Marie Durand') WHERE payload LIKE '%Marie Dupont%' AND st = 1",
    ]);
    let place =
        raw::sql(&shop.database(), &["SELECT dseq FROM op WHERE payload LIKE '%Marie Durand%' AND st = 1"]);
    let found = check(&shop.signed_in(Role::Manager, 7));
    assert_eq!(found.state, TableCheckState::LogDamaged);
    assert_eq!(place, [format!("[[{}]]", found.operation.unwrap())]);
    assert!(found.tables.is_empty());
}

/// A full day with every kind of operation, checked again and again while two tills sell: nothing ever differs.
#[test]
fn an_honest_busy_shop_differs_nowhere_while_it_sells() {
    let shop = scenario::finished_day();
    let manager = shop.signed_in(Role::Manager, 7);
    let tills = ["C01", "C02"].map(|code| shop.till(Role::Cashier, code));
    for till in &tills {
        till.open_shift(50_00);
    }
    let selling = AtomicBool::new(true);
    let (sold, started) = (AtomicU32::new(0), Instant::now());
    std::thread::scope(|scope| {
        for till in &tills {
            scope.spawn(|| {
                while selling.load(Ordering::Relaxed) && started.elapsed() < Duration::from_secs(240) {
                    till.cash_sale(&["1001", "1001"]);
                    sold.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        for _ in 0..4 {
            let before = sold.load(Ordering::Relaxed);
            let found = check(&manager);
            if found.state != TableCheckState::Sound || sold.load(Ordering::Relaxed) == before {
                selling.store(false, Ordering::Relaxed);
                panic!("{found:?}, {before} sold before");
            }
        }
        selling.store(false, Ordering::Relaxed);
    });
    assert_eq!(scratch(shop.folder()), Vec::<PathBuf>::new());
}

/// Holds a check in the middle: says when it is there, and goes on when it is told to.
struct Halfway {
    reached: Receiver<()>,
    go_on: Sender<()>,
}

/// The check asks for the room on the disk before it makes a file, and again when it has made one.
fn stops_halfway(shop: &TestShop) -> Halfway {
    let ((reach, reached), (go_on, wait)) = (channel(), channel::<()>());
    let (asked, wait) = (AtomicU32::new(0), Mutex::new(wait));
    shop.app().measure_room_with(Box::new(move |_| {
        if asked.fetch_add(1, Ordering::Relaxed) == 1 {
            reach.send(()).unwrap();
            let _ = wait.lock().unwrap().recv();
        }
        Ok(u64::MAX)
    }));
    Halfway { reached, go_on }
}

/// A check that is stopped says so and leaves nothing; a second one is refused meanwhile; what a kill leaves behind is gone after
/// the next start.
#[test]
fn a_check_that_is_stopped_or_killed_leaves_nothing_behind() {
    let shop = damaged(&[]);
    let halfway = stops_halfway(&shop);
    let manager = shop.signed_in(Role::Manager, 7);
    let _: IntegrityProgress = manager.ask("integrity_start", Empty {});
    halfway.reached.recv().unwrap();
    let running: IntegrityProgress = manager.ask("integrity_progress", Empty {});
    assert_eq!(running.tables.unwrap().state, TableCheckState::Replaying);
    assert_eq!(scratch(shop.folder()).len(), 1);
    refuses(&shop, FaultCode::IntegrityRunning, || manager.refused("integrity_start", Empty {}));

    let killed = shop.killed_and_reopened();
    assert_eq!(scratch(killed.folder()), Vec::<PathBuf>::new(), "gone at the start");
    assert_eq!(check(&killed.signed_in(Role::Manager, 7)).state, TableCheckState::Sound);

    let _: Empty = manager.ask("integrity_cancel", Empty {});
    halfway.go_on.send(()).unwrap();
    let stopped = ended(&manager);
    assert_eq!(stopped.phase, IntegrityPhase::Done, "the records were verified before");
    assert_eq!(stopped.tables.unwrap().state, TableCheckState::Cancelled);
    assert_eq!(scratch(shop.folder()), Vec::<PathBuf>::new());
    assert!(alerts(&shop).is_empty(), "what was stopped proves nothing");
    assert_eq!(check(&manager).state, TableCheckState::Sound);
}

/// Without room on the disk nothing is written, and the person is told how much is wanted; a disk that fills up meanwhile stops the
/// check, because what is left belongs to the till.
#[test]
fn a_disk_without_room_is_said_and_left_alone() {
    let full = damaged(&[]);
    full.app().measure_room_with(Box::new(|_| Ok(1 << 20)));
    let manager = full.signed_in(Role::Manager, 7);
    let found = check(&manager);
    assert_eq!(found.state, TableCheckState::NoSpace);
    assert!(found.needs_bytes.unwrap() > 256 << 20);
    assert_eq!(scratch(full.folder()), Vec::<PathBuf>::new());

    let filling = damaged(&[]);
    let asked = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&asked);
    filling.app().measure_room_with(Box::new(move |_| {
        Ok(if count.fetch_add(1, Ordering::Relaxed) == 0 { u64::MAX } else { 1 << 20 })
    }));
    assert_eq!(check(&filling.signed_in(Role::Manager, 7)).state, TableCheckState::NoSpace);
    assert!(asked.load(Ordering::Relaxed) > 1);
    assert_eq!(scratch(filling.folder()), Vec::<PathBuf>::new());
}
