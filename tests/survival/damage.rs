//! Files that are not as the program left them.

use std::path::Path;

use api::{Fault, FaultCode};
use app::{App, AppOptions, FileKeys};
use fiscal::verify::Verdict;
use std::sync::Arc;
use testkit::{FakeClock, Files, START_MS, Tables, TestShop, replicated};

use crate::shop::prepared;

const PAGE: usize = 4096;

fn try_open(folder: &Path) -> Result<App, Fault> {
    let keys = Arc::new(FileKeys::new(&folder.join("keys")));
    App::open(AppOptions { data_dir: folder.to_path_buf(), clock: Arc::new(FakeClock::new(START_MS)), keys })
}

/// Everything in one file: nothing waits in the write-ahead log.
fn folded() -> Files {
    let folder = prepared().unpack();
    let answers = testkit::raw::sql(&folder.path().join("comptoir.db"), &["PRAGMA wal_checkpoint(TRUNCATE)"]);
    assert!(answers[0].starts_with("[[0"), "{answers:?}");
    Files::of(folder.path())
}

fn content(app: &App) -> Tables {
    replicated(app.store())
}

/// A page of the file is not what was written: the shop does not open, or says where the damage is, or the page holds
/// nothing that counts. It never sells on as if nothing was.
#[test]
fn a_damaged_page_is_refused_or_found_or_does_not_matter() {
    let files = folded();
    let sound = content(&try_open(files.unpack().path()).unwrap());
    let pages = std::fs::metadata(files.unpack().path().join("comptoir.db")).unwrap().len() as usize / PAGE;
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
            Ok(app) if content(&app) == sound => harmless += 1,
            Ok(app) => {
                let reports = app.store().read(app::verify_chains);
                let broken = reports.is_ok_and(|r| r.iter().any(|(_, r)| r.verdict() == Verdict::Broken));
                assert!(broken, "page {page}: other content and no finding");
                found += 1;
            }
        }
    }
    println!("{refused} refused, {found} found by the chains, {harmless} of no account");
    assert!(refused > 30, "{refused} refused, {found} found, {harmless} harmless");
}

/// The write-ahead log ends anywhere: what opens is a moment of the past, whole.
#[test]
fn a_log_cut_anywhere_leaves_a_whole_moment_of_the_past() {
    let files = prepared();
    let length = std::fs::metadata(files.unpack().path().join("comptoir.db-wal")).unwrap().len();
    assert!(length > 100_000, "{length}");
    for part in 0..12 {
        let folder = files.unpack();
        let log =
            std::fs::OpenOptions::new().write(true).open(folder.path().join("comptoir.db-wal")).unwrap();
        log.set_len(length * part / 12 + part * 7).unwrap();
        drop(log);
        let shop = TestShop::over(folder, START_MS);
        let reports = shop.app().store().read(app::verify_chains).unwrap();
        for (_, report) in reports {
            assert_ne!(report.verdict(), Verdict::Broken, "part {part}: {:?}", report.findings);
        }
    }
}
