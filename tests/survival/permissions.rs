//! The shop's files are another user's, or nobody may write them, or the disk is read-only: the program refuses to open with a sentence
//! that says what to do, touches nothing, and opens with everything there once that is mended.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use api::types::{Empty, SessionView};
use api::{Fault, FaultCode, Retry};
use app::App;
use faultdisk::Fault as DiskFault;
use tempfile::TempDir;
use testkit::{FakeClock, START_MS};

use crate::nobody::{Owner, as_nobody, give, give_all, on_a_read_only_mount};
use crate::shop::{Checkout, beside_others, folded, prepared};

/// Every file of a folder with its bytes, the index of the write-ahead log among them.
fn content(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.clone(), std::fs::read(path).unwrap());
            }
        }
    }
    found
}

fn refusal(folder: &Path) -> Fault {
    let opened = App::open(testkit::options(folder, Arc::new(FakeClock::new(START_MS))));
    opened.err().unwrap_or_else(|| panic!("the shop opens"))
}

/// The same refusal wherever the shop cannot be written, with a sentence in both languages that says whom to tell and what to do.
fn assert_refusal(fault: &Fault, case: &str) {
    assert_eq!((fault.code, fault.retry), (FaultCode::DiskReadOnly, Retry::Now), "{case}: {fault:?}");
    for (texts, asked) in [
        (
            include_str!("../../ui/src/locales/fr/faults.ftl"),
            "Prévenez le responsable : le dossier de la boutique doit pouvoir être écrit",
        ),
        (
            include_str!("../../ui/src/locales/en/faults.ftl"),
            "Tell the manager: the shop’s folder must be writable",
        ),
    ] {
        let sentence = texts.lines().find(|line| line.starts_with("fault-disk-read-only = ")).unwrap();
        let sentence = sentence.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(sentence.contains(asked), "{sentence}");
    }
}

/// Once the files are those of the program's user again, the shop opens where it was left, and sells.
fn assert_mended(folder: TempDir, case: &str) {
    give_all(folder.path(), Owner::Nobody, 0o644, 0o755);
    as_nobody(|| {
        let shop = Checkout::over(folder);
        assert_eq!((shop.tickets().len(), shop.cart().lines.len()), (1, 2), "{case}");
        shop.assert_sound();
        shop.validate().unwrap();
        assert_eq!(shop.tickets().len(), 2, "{case}");
        shop.assert_sound();
    });
}

type Change = fn(&Path);

/// Ways in which a shop cannot be written.
const CASES: [(&str, Change); 7] = [
    ("another user's files", |folder| give_all(folder, Owner::Other, 0o644, 0o755)),
    ("another user's files, which nobody else may read", |folder| {
        give_all(folder, Owner::Other, 0o600, 0o700);
    }),
    ("another user's files in a folder for all", |folder| {
        // The first thing that would be made.
        std::fs::remove_file(folder.join("comptoir.lock")).unwrap();
        give_all(folder, Owner::Other, 0o644, 0o755);
        give(folder, Owner::Nobody, 0o777);
    }),
    ("another user's write-ahead log", |folder| {
        give_all(folder, Owner::Nobody, 0o644, 0o755);
        give(&folder.join("comptoir.db-wal"), Owner::Other, 0o644);
    }),
    ("another user's signing keys", |folder| {
        give_all(folder, Owner::Nobody, 0o644, 0o755);
        give_all(&folder.join("keys"), Owner::Other, 0o600, 0o755);
    }),
    ("files that nobody may write", |folder| give_all(folder, Owner::Nobody, 0o444, 0o755)),
    ("a folder that nobody may write", |folder| give_all(folder, Owner::Nobody, 0o644, 0o555)),
];

/// Whatever of the shop cannot be written, the start is refused and leaves no trace; nothing of the shop is lost.
#[test]
fn a_shop_that_cannot_be_written_is_not_opened_and_not_touched() {
    let _beside = beside_others();
    let files = prepared();
    for (case, change) in CASES {
        let folder = files.unpack();
        let mut before = content(folder.path());
        change(folder.path());
        before.retain(|path, _| path.exists());
        for _ in 0..2 {
            assert_refusal(&as_nobody(|| refusal(folder.path())), case);
        }
        give_all(folder.path(), Owner::Nobody, 0o644, 0o755);
        let after = content(folder.path());
        assert!(after.keys().eq(before.keys()), "{case}: {:?}", after.keys());
        assert!(after == before, "{case}: a file is changed");
        assert_mended(folder, case);
    }
}

/// The folder of the shop cannot even be made: refused, and nothing is there.
#[test]
fn a_place_for_a_new_shop_that_cannot_be_written_stays_empty() {
    let _beside = beside_others();
    let place = tempfile::tempdir().unwrap();
    give(place.path(), Owner::Other, 0o555);
    let fault = as_nobody(|| refusal(&place.path().join("boutique")));
    assert_refusal(&fault, "new shop");
    assert!(std::fs::read_dir(place.path()).unwrap().next().is_none());
}

/// A file system that is mounted read-only stops every user. With and without a write-ahead log the shop is not opened and not touched.
#[test]
fn a_shop_on_a_read_only_file_system_is_not_opened_and_not_touched() {
    let _beside = beside_others();
    for (case, files) in [("with a write-ahead log", prepared()), ("in one file", folded())] {
        let folder = files.unpack();
        let before = content(folder.path());
        let tried = on_a_read_only_mount(folder.path(), || [refusal(folder.path()), refusal(folder.path())]);
        let Some(faults) = tried else {
            println!("not tried: this user may mount nothing");
            return;
        };
        faults.iter().for_each(|fault| assert_refusal(fault, case));
        assert!(content(folder.path()) == before, "{case}: something is changed");
        assert_mended(folder, case);
    }
}

/// Rights that are taken away while the shop runs. What is open stays open, so the next sale is signed and whole; what needs a
/// file that is not there yet is refused with the sentence, and made once that is mended. A start meanwhile is refused too.
#[test]
fn rights_taken_away_while_the_shop_runs_lose_nothing() {
    let _beside = beside_others();
    let folder = prepared().unpack();
    give_all(folder.path(), Owner::Nobody, 0o644, 0o755);
    let left = as_nobody(|| {
        let shop = Checkout::over(folder);
        let inside = shop.shop.folder().to_path_buf();
        give_all(&inside, Owner::Nobody, 0o444, 0o555);
        let sold = shop.validate().unwrap();
        assert_eq!(shop.cart().lines.len(), 0);
        assert_refusal(&shop.till().refused("training_enter", Empty {}), "a file to be made");
        let left = shop.shop.files();
        give_all(&inside, Owner::Nobody, 0o644, 0o755);
        assert!(shop.tickets().contains(&sold.number), "{sold:?}");
        shop.assert_sound();
        let _: SessionView = shop.till().ask("training_enter", Empty {});
        left
    });
    let left = left.unpack();
    let before = content(left.path());
    give_all(left.path(), Owner::Nobody, 0o444, 0o555);
    assert_refusal(&as_nobody(|| refusal(left.path())), "a start meanwhile");
    assert!(content(left.path()) == before, "something is changed");
    give_all(left.path(), Owner::Nobody, 0o644, 0o755);
    as_nobody(|| {
        let shop = Checkout::over(left);
        assert_eq!((shop.tickets().len(), shop.cart().lines.len()), (2, 0));
        shop.assert_sound();
    });
}

/// A disk that takes no more writing between two sales: the sale is refused with a sentence and nothing of it is there, however
/// often it is tried; in the same run of the program it is sold once when the disk writes again, and so is the next.
#[test]
fn a_disk_that_turns_read_only_refuses_and_goes_on_when_it_writes_again() {
    let _beside = beside_others();
    let shop = Checkout::of(&folded());
    shop.watch.fail_at(1, DiskFault::Dead);
    for _ in 0..3 {
        let fault = shop.validate().unwrap_err();
        assert!(matches!(fault.code, FaultCode::DiskFailed | FaultCode::DiskReadOnly), "{fault:?}");
        assert_eq!((shop.tickets().len(), shop.cart().lines.len()), (1, 2), "nothing half written");
    }
    shop.watch.heal();
    shop.assert_sound();
    let first = shop.validate().unwrap();
    assert_eq!(shop.validate().unwrap().number, first.number, "once");
    let second = shop.sell_more().unwrap();
    let sold = shop.tickets();
    assert_eq!(sold[1..], [first.number, second.number]);
    shop.assert_sound();
}
