//! Restoring: what is shown first, what is refused, and what the books say afterwards.

use std::path::{Path, PathBuf};

use api::FaultCode;
use api::types::{
    BackupFolder, BooksHealth, Empty, GapDeclare, IncidentKind, JournalList, JournalPage, RestoreChoice,
    RestorePhase, RestoreState,
};
use domain::permission::Role;
use testkit::{TestShop, differences, raw};

use super::{back_up, check, facts, newest, selling_shop};
use crate::world::{cashier_with_shift, refuses};

/// The events of the journal with these codes, the oldest first: code, workstation, information.
fn events(shop: &TestShop, codes: &[u16]) -> Vec<(u16, String, String)> {
    let list =
        JournalList { workstation_id: None, code: None, from_day: None, to_day: None, offset: 0, limit: 200 };
    let rows = shop.signed_in(Role::Manager, 77).ask::<JournalPage>("journal_list", list).rows;
    let at = |number: &str| number.split('-').nth(1).unwrap().to_owned();
    let event = |row: api::types::JournalRow| (row.code, at(&row.number), row.info);
    rows.into_iter().rev().map(event).filter(|(code, _, _)| codes.contains(code)).collect()
}

/// The data that a restore put aside.
fn aside(shop: &TestShop) -> PathBuf {
    let entries = std::fs::read_dir(shop.folder()).unwrap().map(|e| e.unwrap().path());
    let is_aside = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.starts_with("comptoir-avant-restauration-") && name.ends_with(".db")
    };
    entries.into_iter().find(is_aside).unwrap()
}

fn count(database: &Path) -> String {
    raw::sql(database, &["SELECT count(*) FROM document WHERE kind = 'ticket'"]).remove(0)
}

/// BAK-02: a restore never rolls back fiscal data silently. What the backup lacks is said before; the data in place is kept
/// beside; afterwards nothing is signed until a manager has decided about the missing records, the journal records the
/// restore and the gap, verification lists the gap, and no number is used again.
#[test]
fn a_restore_is_journaled_and_its_gap_is_listed() {
    let (shop, till, manager) = selling_shop();
    till.cash_sale(&["1001"]);
    let (_, path) = newest(&back_up(&manager));
    till.cash_sale(&["1001"]);
    let last = till.cash_sale(&["2108"]).number;
    shop.app().write_anchors();

    let ready = check(&manager, &path, None);
    let preview = ready.preview.unwrap();
    assert_eq!((preview.tickets, preview.missing), (1, Some(2)));
    assert_eq!(count(&shop.database()), "[[3]]", "nothing has changed yet");
    let applied: RestoreState = manager.ask("restore_apply", Empty {});
    assert_eq!(applied.phase, RestorePhase::Applied);
    assert_eq!(
        till.refused("sale_current", Empty {}).code,
        FaultCode::Stopping,
        "nothing is sold into lost data"
    );

    let shop = shop.killed_and_reopened();
    assert_eq!((count(&shop.database()), count(&aside(&shop))), ("[[1]]".to_owned(), "[[3]]".to_owned()));
    let manager = shop.signed_in(Role::Manager, 71);
    let health: BooksHealth = manager.ask("books_health", Empty {});
    let stopped: Vec<_> =
        health.workstations.iter().filter_map(|w| w.incident.as_ref().map(|i| (w, i))).collect();
    assert!(!stopped.is_empty(), "{health:?}");
    for (workstation, incident) in stopped {
        assert_eq!(incident.kind, IncidentKind::RecordsMissing);
        let declare = GapDeclare {
            workstation_id: workstation.workstation_id,
            reason: "sauvegarde du matin".to_owned(),
        };
        let _: BooksHealth = manager.ask("gap_declare", declare);
    }
    let journaled = events(&shop, &[940, 941]);
    assert!(journaled.iter().any(|(code, at, _)| (*code, at.as_str()) == (940, "C01")), "{journaled:?}");
    assert!(journaled.iter().any(|(code, at, _)| (*code, at.as_str()) == (941, "C01")), "{journaled:?}");
    let verify = |db: store::Db<'_>| app::verify_chains(db).map_err(|e| store::Error::Fiscal(e.to_string()));
    let reports = shop.app().store().read(verify).unwrap();
    let listed = reports.iter().flat_map(|(_, r)| &r.findings).map(|f| format!("{:?}", f.defect));
    assert!(listed.into_iter().any(|defect| defect.contains("Gap")), "the gap is listed");
    assert!(reports.iter().all(|(_, r)| r.verdict() != fiscal::verify::Verdict::Broken), "{reports:?}");
    let cashier = shop.till(Role::Cashier, "C01");
    assert!(cashier.cash_sale(&["1001"]).number > last, "no number is used again");

    // The other workstation lacked nothing; nobody could write anything while the first one waited for the decision.
    let again = shop.killed_and_reopened();
    let mut said: Vec<String> = events(&again, &[940]).into_iter().map(|(_, at, _)| at).collect();
    said.sort();
    assert_eq!(said, ["C01", "C02"], "once for each");
}

/// A backup that lacks nothing is journaled by itself, at each workstation, when the program starts.
#[test]
fn a_restore_without_a_gap_is_journaled_at_start() {
    let (shop, till, manager) = selling_shop();
    till.cash_sale(&["1001"]);
    let (_, path) = newest(&back_up(&manager));
    assert_eq!(check(&manager, &path, None).preview.unwrap().missing, Some(0));
    let _: RestoreState = manager.ask("restore_apply", Empty {});
    let shop = shop.killed_and_reopened();
    let journaled = events(&shop, &[940]);
    let workstations: Vec<&str> = journaled.iter().map(|(_, at, _)| at.as_str()).collect();
    assert_eq!(workstations, ["C01", "C02"], "{journaled:?}");
    assert!(journaled[0].2.contains("C01-00000001"), "{journaled:?}");
    crate::fiscal_chain::assert_sound(&shop);
    assert!(shop.snapshot()["restored_terminal"].is_empty());
    assert!(events(&shop.killed_and_reopened(), &[940]).len() == 2, "once");
    shop.till(Role::Cashier, "C01").cash_sale(&["1001"]);
}

/// A backup that somebody copied over the data by hand is noticed and journaled all the same.
#[test]
fn a_backup_put_in_place_by_hand_is_journaled() {
    let (shop, till, manager) = selling_shop();
    till.cash_sale(&["1001"]);
    let (_, path) = newest(&back_up(&manager));
    let content = std::fs::read(path).unwrap();
    let shop = shop.reopened_after(|database| {
        std::fs::remove_file(database.with_extension("db-wal")).ok();
        std::fs::write(database, content).unwrap();
    });
    assert_eq!(events(&shop, &[940]).len(), 2);
}

/// What is no sound backup of this shop is refused with its cause, before and whatever was said yes to: nothing changes,
/// and nothing can be applied.
#[test]
fn what_is_no_sound_backup_is_refused_and_nothing_changes() {
    let (shop, till, manager) = selling_shop();
    till.cash_sale(&["1001"]);
    let (_, path) = newest(&back_up(&manager));
    let sound = std::fs::read(&path).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let file = |name: &str, make: &dyn Fn(&Path)| {
        let path = dir.path().join(name);
        std::fs::write(&path, &sound).unwrap();
        make(&path);
        path
    };
    let sql = |statement: &'static str| move |path: &Path| assert_eq!(raw::sql(path, &[statement]), ["ok"]);
    let page = |path: &Path| {
        let mut bytes = std::fs::read(path).unwrap();
        bytes[40_960..45_056].fill(0xA5);
        std::fs::write(path, bytes).unwrap();
    };
    let forged = |path: &Path| {
        let payload =
            "UPDATE fiscal_record SET payload = replace(payload, '130', '131') WHERE chain = 'TICKET'";
        assert_eq!(raw::sql(path, &["DROP TRIGGER fiscal_record_no_upd", payload]), ["ok", "ok"]);
    };
    let foreign = |path: &Path| {
        std::fs::remove_file(path).unwrap();
        assert_eq!(raw::sql(path, &["CREATE TABLE recipes (name TEXT)"]), ["ok"]);
    };
    let newer =
        sql("INSERT INTO refinery_schema_history VALUES (999, 'future', '2030-01-01T00:00:00Z', '0')");
    let other_shop = sql("UPDATE self SET account = zeroblob(16)");
    let cases = [
        (file("page.db", &page), FaultCode::BackupDamaged),
        (file("forged.db", &forged), FaultCode::BackupDamaged),
        (file("foreign.db", &foreign), FaultCode::BackupForeign),
        (file("text.db", &|path| std::fs::write(path, "recipes").unwrap()), FaultCode::BackupForeign),
        (file("newer.db", &newer), FaultCode::DatabaseNewer),
        (file("other.db", &other_shop), FaultCode::BackupOtherShop),
        (dir.path().join("nothing.db"), FaultCode::BackupNotFound),
    ];
    let before = facts(&shop);
    for (path, code) in cases {
        let choice = RestoreChoice { path: path.to_string_lossy().into_owned(), passphrase: None };
        let state = check(&manager, &path, None);
        assert_eq!(state.phase, RestorePhase::Failed, "{choice:?}");
        assert_eq!(state.fault.unwrap().code, code, "{choice:?}");
        assert_eq!(std::fs::read_dir(shop.folder().join("restauration")).unwrap().count(), 0, "{choice:?}");
        assert_eq!(manager.refused("restore_apply", Empty {}).code, FaultCode::RestoreNotReady);
    }
    assert_eq!(differences(&before, &facts(&shop)), Vec::<String>::new());
    assert_eq!(count(&shop.database()), "[[1]]");
    crate::fiscal_chain::assert_sound(&shop);
    till.cash_sale(&["1001"]);
}

/// Where there is a shop, the commands that need no right do nothing.
#[test]
fn without_a_right_nobody_restores_over_a_shop() {
    let (shop, _) = cashier_with_shift();
    let stranger = shop.client(5);
    let choice = RestoreChoice { path: "/etc/hostname".to_owned(), passphrase: None };
    let folder = BackupFolder { folder: "/".to_owned() };
    refuses(&shop, FaultCode::ShopExists, || {
        stranger.call::<RestoreState>("rescue_check", choice.clone()).unwrap_err()
    });
    refuses(&shop, FaultCode::ShopExists, || {
        stranger.call::<RestoreState>("rescue_apply", Empty {}).unwrap_err()
    });
    refuses(&shop, FaultCode::ShopExists, || {
        stranger.call::<api::types::RescueView>("rescue_view", folder.clone()).unwrap_err()
    });
}
