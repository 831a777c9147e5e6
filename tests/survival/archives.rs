//! The process is killed at every step of making archives: sealing one on demand, writing files, noting that they are written.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use api::types::{ArchiveCreate, ArchiveList, ArchivePage, ArchiveState, ArchiveWaiting};
use app::CrashPoint;
use domain::permission::Role;
use testkit::{TestShop, Till};
use verify::{Options, Verdict, verify};

use crate::closings::{NEXT_MS, year_end};
use crate::killed::at_each_step;
use crate::shop::{alone, assert_verifies};

/// How long the worker may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// The archives, once every file is written.
pub fn written(till: &Till) -> ArchivePage {
    let end = Instant::now() + PATIENCE;
    loop {
        let list = ArchiveList { workstation_id: None, kind: None, offset: 0, limit: 100 };
        let page: ArchivePage = till.ask("archive_list", list);
        let ready = page.rows.iter().all(|row| row.state == ArchiveState::Ready);
        if ready && page.waiting.is_empty() && !page.rows.is_empty() {
            return page;
        }
        assert!(Instant::now() < end, "{page:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The files of a folder and of those below it.
fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { BTreeSet::from([path]) }).collect()
}

/// True of a file that is not complete.
fn is_scratch(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".archive-"))
}

/// Every archive has its file, each of which verifies, and no other file is there.
fn assert_written(shop: &TestShop, page: &ArchivePage, place: &str) {
    let folder = shop.folder().join("archives");
    let named: BTreeSet<_> = page.rows.iter().map(|row| folder.join(row.file.as_ref().unwrap())).collect();
    assert_eq!(files(&folder), named, "{place}");
    for path in named {
        let report = verify(&path, &Options::default());
        assert_eq!(
            (report.verdict, report.findings.len()),
            (Verdict::Sound, 0),
            "{place}: {:?}",
            report.findings
        );
    }
}

/// The shop after the end of its year, with a manager who has asked for an archive of the year besides.
fn asked_for_a_year() -> (TestShop, Till) {
    let shop = TestShop::of(&year_end(&["C01"]), NEXT_MS);
    let manager = shop.signed_in(Role::Manager, 7);
    let asked = ArchiveCreate {
        from_day: "2026-01-01".to_owned(),
        to_day: "2026-12-31".to_owned(),
        workstation_id: Some(manager.workstation_id("C01")),
    };
    let waiting: Vec<ArchiveWaiting> = manager.ask("archive_create", asked);
    assert_eq!(waiting.len(), 1);
    (shop, manager)
}

/// FISC-03: killed at any step, no archive is lost and none is made twice; every file is made good and verifies, and nothing
/// half written stays behind.
#[test]
fn an_archive_killed_at_any_step_is_made_good() {
    let _alone = alone();
    let (shop, manager) = asked_for_a_year();
    let app = shop.app().clone();
    let (page, left) = at_each_step(shop.folder(), &CrashPoint::ARCHIVE, Some(app), || {
        shop.app().start_workers().unwrap();
        written(&manager)
    });
    assert_written(&shop, &page, "not killed");
    let acts = |page: &ArchivePage| -> Vec<_> {
        page.rows.iter().map(|row| (row.number.clone(), row.kind, row.total)).collect()
    };
    let expected = acts(&page);
    assert_eq!(expected.len(), 4, "{expected:?}");
    let reached: BTreeSet<_> = left.iter().map(|left| left.point).collect();
    assert!(reached.iter().eq(CrashPoint::ARCHIVE.iter()), "{reached:?}");
    for (step, left) in left.iter().enumerate() {
        let place = format!("step {step}, {:?}", left.point);
        let folder = left.files.unpack();
        let half_written = files(folder.path()).iter().any(|path| is_scratch(path));
        assert_eq!(half_written, left.point == CrashPoint::ArchivePacked, "{place}");
        let shop = TestShop::over(folder, NEXT_MS);
        let manager = shop.signed_in(Role::Manager, 7);
        shop.app().start_workers().unwrap();
        let page = written(&manager);
        assert_eq!(acts(&page), expected, "{place}");
        assert_written(&shop, &page, &place);
        assert_verifies(&shop);
    }
}
