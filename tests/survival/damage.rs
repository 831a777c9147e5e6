//! Files that are not as the program left them.

use std::path::Path;
use std::sync::Arc;

use api::{Fault, FaultCode};
use app::App;
use fiscal::verify::Verdict;
use store::Store;
use testkit::{FakeClock, START_MS, replay_differences};

use crate::shop::{beside_others, folded, prepared};

const PAGE: usize = 4096;

fn try_open(folder: &Path) -> Result<App, Fault> {
    App::open(testkit::options(folder, Arc::new(FakeClock::new(START_MS))))
}

/// True when the rows are those that the shop's own log makes in an empty database.
fn replays(source: &Store) -> bool {
    replay_differences(source).is_ok_and(|differences| differences.is_empty())
}

/// True when every chain of a shop verifies.
fn verifies(store: &Store) -> bool {
    let reports = store.read(app::verify_chains);
    reports.is_ok_and(|reports| reports.iter().all(|(_, report)| report.verdict() != Verdict::Broken))
}

/// A page of the file is not what was written: the shop does not open; or it opens, and the chains or a replay of the log
/// show the damage; or the page held nothing that counts. What is signed never changes unseen.
#[test]
fn a_damaged_page_is_refused_or_found_or_does_not_matter() {
    let _beside = beside_others();
    let files = folded();
    let size = std::fs::metadata(files.unpack().path().join("comptoir.db")).unwrap().len();
    let pages = usize::try_from(size).unwrap() / PAGE;
    let (mut refused, mut found, mut harmless) = (0, 0, 0);
    for page in (0..pages).step_by(pages / 60) {
        let folder = files.unpack();
        let file = folder.path().join("comptoir.db");
        let mut bytes = std::fs::read(&file).unwrap();
        for place in [100, 1_000, 2_500, 4_000] {
            bytes[page * PAGE + place..][..40].iter_mut().for_each(|byte| *byte = !*byte);
        }
        std::fs::write(&file, bytes).unwrap();
        match try_open(folder.path()) {
            Err(fault) => {
                assert_eq!(fault.code, FaultCode::DatabaseCorrupt, "page {page}: {fault:?}");
                refused += 1;
            }
            Ok(app) if verifies(app.store()) && replays(app.store()) => harmless += 1,
            Ok(_) => found += 1,
        }
    }
    println!("{refused} refused, {found} found, {harmless} of no account");
    assert!(refused > 10 && found > 10, "{refused} refused, {found} found, {harmless} of no account");
}

/// The write-ahead log ends anywhere: what opens is a moment of the past, whole.
#[test]
fn a_log_cut_anywhere_leaves_a_whole_moment_of_the_past() {
    let _beside = beside_others();
    let files = prepared();
    let length = std::fs::metadata(files.unpack().path().join("comptoir.db-wal")).unwrap().len();
    assert!(length > 100_000, "{length}");
    for part in 0..12 {
        let folder = files.unpack();
        let log =
            std::fs::OpenOptions::new().write(true).open(folder.path().join("comptoir.db-wal")).unwrap();
        log.set_len(length * part / 12 + part * 7).unwrap();
        drop(log);
        match try_open(folder.path()) {
            Ok(app) => assert!(verifies(app.store()), "part {part}"),
            // Of a shop whose whole history was in the log nothing is left that is one.
            Err(fault) => assert_eq!(fault.code, FaultCode::DatabaseForeign, "part {part}: {fault:?}"),
        }
    }
}
