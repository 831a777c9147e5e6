//! Where backups go, and what happens when a place cannot take one.

use std::collections::BTreeSet;
use std::path::Path;

use api::FaultCode;
use api::types::{BackupPlace, BackupProblem, BackupSettingsSave};
use domain::permission::Role;
use testkit::raw;

use super::{back_up, newest, save, selling_shop, settled, until};
use crate::world::{cashier_with_shift, refuses};

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

/// A folder that is not there is said with its cause, the other place gets its backup all the same, and once the folder is
/// there the backup is made good without anybody asking.
#[test]
fn a_missing_place_is_said_and_made_good() {
    let (shop, _, manager) = selling_shop();
    let stick = shop.folder().join("stick");
    let overview = save(&manager, |s| s.second = stick.to_string_lossy().into_owned());
    let [local, second] = overview.places.as_slice() else { panic!("{overview:?}") };
    assert_eq!((local.problem, second.place), (None, BackupPlace::Second));
    assert_eq!((second.problem, second.last_ms), (Some(BackupProblem::Missing), None));
    assert!(!stick.exists(), "a stick that is not there is not made");

    std::fs::create_dir(&stick).unwrap();
    shop.clock.advance_s(5 * 60);
    until("the second place is not tried again", || settled(&manager).places[1].problem.is_none());
    let overview = settled(&manager);
    let copies: Vec<_> = overview.files.iter().filter(|f| Path::new(&f.path).starts_with(&stick)).collect();
    assert_eq!(copies.len(), 1, "{overview:?}");
    assert_eq!(raw::sql(Path::new(&copies[0].path), &["PRAGMA integrity_check"]), [r#"[["ok"]]"#]);
}

/// A place that is a file, and one without room for a second copy, change nothing of what lies there.
#[test]
fn a_place_that_is_no_folder_is_said() {
    let (shop, _, manager) = selling_shop();
    let file = shop.folder().join("no-folder");
    std::fs::write(&file, "kept").unwrap();
    let overview = save(&manager, |s| s.second = file.to_string_lossy().into_owned());
    assert_eq!(overview.places[1].problem, Some(BackupProblem::Missing));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "kept");
}

/// Settings that cannot work are refused by name.
#[test]
fn settings_that_cannot_work_are_refused() {
    let (shop, _) = cashier_with_shift();
    let manager = shop.signed_in(Role::Manager, 71);
    let good = BackupSettingsSave {
        second: String::new(),
        every_min: 15,
        daily_min: 1320,
        encrypted: false,
        passphrase: None,
    };
    let wrong = [
        ("second", BackupSettingsSave { second: "stick".to_owned(), ..good.clone() }),
        ("every_min", BackupSettingsSave { every_min: 4, ..good.clone() }),
        ("daily_min", BackupSettingsSave { daily_min: 1440, ..good.clone() }),
        ("passphrase", BackupSettingsSave { encrypted: true, ..good.clone() }),
        ("passphrase", BackupSettingsSave { passphrase: Some("too short".to_owned()), ..good }),
    ];
    for (field, settings) in wrong {
        let fault = refuses(&shop, FaultCode::BackupInvalid, || {
            manager.refused("backup_settings_save", settings.clone())
        });
        assert_eq!(fault.params["field"], field);
    }
}

/// Old backups go by the rule, the newest never, and files that are not backups are nobody's business.
#[test]
fn old_backups_go_by_the_rule() {
    let (shop, _, manager) = selling_shop();
    let (_, first) = newest(&back_up(&manager));
    let folder = first.parent().unwrap();
    for day in 1..=20 {
        for hour in [9, 12] {
            std::fs::copy(&first, folder.join(format!("comptoir-202610{day:02}-{hour:02}0000.db"))).unwrap();
        }
    }
    std::fs::write(folder.join("comptoir-notes.txt"), "mine").unwrap();
    shop.clock.advance_s(60);
    let (newest, _) = newest(&back_up(&manager));
    let left = names(folder);
    assert!(left.contains(&newest.name) && left.contains("comptoir-notes.txt"));
    // Of two in the same hour the later stays; 24 hours and 14 days reach back to 2026-10-08.
    assert!(!left.contains(first.file_name().unwrap().to_str().unwrap()));
    assert!(left.contains("comptoir-20261020-120000.db") && left.contains("comptoir-20261008-120000.db"));
    assert!(!left.contains("comptoir-20261001-120000.db") && !left.contains("comptoir-20261008-090000.db"));
}

/// What a kill left half written is cleared away at the next start; what was whole stays.
#[test]
fn a_kill_leaves_no_half_written_file() {
    let (shop, till, manager) = selling_shop();
    till.cash_sale(&["1001"]);
    let (whole, path) = newest(&back_up(&manager));
    let folder = path.parent().unwrap();
    let content = std::fs::read(&path).unwrap();
    for half in [".copie.db.part", ".exercice.db.part", ".comptoir-20261121-094500.db.part"] {
        std::fs::write(folder.join(half), &content[..content.len() / 2]).unwrap();
    }
    let shop = shop.killed_and_reopened();
    shop.app().start_workers().unwrap();
    let folder = shop.folder().join("sauvegardes");
    until("half-written files stay", || names(&folder).iter().all(|name| !name.ends_with(".part")));
    assert_eq!(std::fs::read(folder.join(&whole.name)).unwrap(), content);
}
