//! The verifier in Rust and the independent one in Python agree on every archive, good or damaged: so the format is
//! open, and neither verifier sees what the other does not.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod book;
#[expect(dead_code, reason = "the till of another crate's tests can do more than is asked of it here")]
#[path = "../../../fiscal/tests/suite/common/mod.rs"]
mod common;
mod damages;
mod history;
mod own_faults;
mod parts;
mod python;
mod rubbish;

use std::path::{Path, PathBuf};

use verify::{Options, verify};

use self::book::{Book, key_id};

fn verdict(path: &Path, trusted: &[String]) -> u8 {
    verify(path, &Options { trusted: trusted.to_vec(), ..Options::default() }).verdict as u8
}

/// Verifies archives with both and compares. Returns the verdicts.
fn agree(archives: &[(String, Vec<u8>)], trusted: &[String]) -> Vec<u8> {
    let dir = tempfile::tempdir().unwrap();
    let paths: Vec<PathBuf> = archives
        .iter()
        .enumerate()
        .map(|(n, (_, bytes))| {
            let path = dir.path().join(format!("{n:04}.zip"));
            std::fs::write(&path, bytes).unwrap();
            path
        })
        .collect();
    let rust: Vec<u8> = paths.iter().map(|path| verdict(path, trusted)).collect();
    let (python, _) = python::verdicts(&paths, trusted);
    let mut differing = String::new();
    for (((name, _), path), (r, p)) in archives.iter().zip(&paths).zip(rust.iter().zip(&python)) {
        if r != p {
            let options = Options { trusted: trusted.to_vec(), ..Options::default() };
            let report = verify::text(&verify(path, &options), options.language);
            let (_, heard) = python::verdicts(std::slice::from_ref(path), trusted);
            differing += &format!("\n== {name}: Rust {r}, Python {p}\n{report}\n{heard}");
        }
    }
    assert!(differing.is_empty(), "{differing}");
    rust
}

/// FISC-03: an archive opens, its seal is verified, and its operations are listed by type.
#[test]
fn good_archives_are_sound_for_both() {
    let book = Book::two_days();
    let archives = vec![("whole".to_owned(), book.whole()), ("second day".to_owned(), book.second_day())];
    assert_eq!(agree(&archives, &[]), [0, 0]);
    assert_eq!(agree(&archives, &[key_id()]), [0, 0], "the key is the one that was noted");
    assert_eq!(agree(&archives, &["x".repeat(22)]), [2, 2], "another key was noted");

    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.zip");
    std::fs::write(&path, book.whole()).unwrap();
    let report = verify(&path, &Options::default());
    let listed: Vec<_> = report.terminals[0].operations.iter().map(|(c, k, ..)| format!("{c} {k}")).collect();
    for wanted in [
        "TICKET VENTE",
        "TICKET RETOUR",
        "FACTURE FACTURE_DE_TICKET",
        "GT JOUR",
        "JET 260",
        "DUPLICATA TICKET",
    ] {
        assert!(listed.iter().any(|l| l == wanted), "{wanted} in {listed:?}");
    }
}

/// FISC-04: records of five years ago, of schemas that are no longer made, open and verify.
#[test]
fn an_archive_of_old_records_opens_and_verifies() {
    let old = vec![("five years".to_owned(), history::five_years_ago())];
    assert_eq!(agree(&old, &[key_id()]), [0]);
}

/// The bytes follow from the records: only SIGNATURE may differ, and here the key is deterministic.
#[test]
fn the_same_records_give_the_same_bytes() {
    let book = Book::two_days();
    assert!(book.whole() == book.whole());
}

#[test]
fn both_agree_on_every_damage() {
    let damages = damages::all();
    assert!(damages.len() >= 50, "{}", damages.len());
    let archives: Vec<_> = damages.iter().map(|d| (d.name.to_owned(), d.bytes.clone())).collect();
    let found = agree(&archives, &[]);
    for (damage, verdict) in damages.iter().zip(found) {
        assert_eq!(verdict, damage.expected as u8, "{}", damage.name);
    }
}

/// Any byte of the container, the compressed content included: what one verifier sees the other sees too, and a change
/// of the content is never overlooked.
#[test]
fn both_agree_on_any_flipped_byte() {
    let whole = Book::two_days().second_day();
    let flip = |n: usize| {
        let mut bytes = whole.clone();
        let at = (n * 7_919 + n * n) % bytes.len();
        bytes[at] ^= 1 << (n % 8);
        (format!("byte {at}"), bytes)
    };
    let archives: Vec<_> = (1..=250).map(flip).collect();
    let broken = agree(&archives, &[]).iter().filter(|verdict| **verdict == 2).count();
    assert!(broken > 200, "only {broken} of 250 flipped bytes were noticed");
}
