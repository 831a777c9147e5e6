//! Fiscal archives as a shop makes, keeps and hands them out (fiscal.md 1.9, 7.8).

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use api::FaultCode;
use api::types::{
    ArchiveCopyState, ArchiveCreate, ArchiveExport, ArchiveExported, ArchiveKind, ArchiveList, ArchiveOpen,
    ArchiveOpened, ArchivePage, ArchivePart, ArchivePartOf, ArchiveRef, ArchiveSettings, ArchiveSettingsSave,
    ArchiveState, ArchiveView, ArchiveWaiting, ClosingOverview, DayClose, Empty, IntegrityVerdict,
    JournalList, JournalPage,
};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use domain::permission::Role;
use testkit::{TestShop, Till, raw};
use verify::{Language, Options, Report, Verdict, page, verify};

use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{cashier_with_shift, refuses};

/// How long the worker may take.
const PATIENCE: Duration = Duration::from_secs(60);

fn list(till: &Till) -> ArchivePage {
    till.ask("archive_list", ArchiveList { workstation_id: None, kind: None, offset: 0, limit: 100 })
}

/// Waits until the archives are as wanted.
fn wait(till: &Till, wanted: impl Fn(&ArchivePage) -> bool) -> ArchivePage {
    let started = Instant::now();
    loop {
        let page = list(till);
        if wanted(&page) {
            return page;
        }
        assert!(started.elapsed() < PATIENCE, "{page:?}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

fn all_ready(page: &ArchivePage) -> bool {
    page.waiting.is_empty()
        && !page.rows.is_empty()
        && page.rows.iter().all(|row| row.state == ArchiveState::Ready)
}

/// A shop that sold and closed its day; its workers run.
fn closed_day() -> (TestShop, Till) {
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    till.cash_sale(&["2108", "1001"]);
    let manager = shop.till(Role::Manager, "C02");
    let _: ClosingOverview = manager.ask("day_close", DayClose { workstation_id: None });
    shop.app().start_workers().unwrap();
    (shop, manager)
}

fn file_of(shop: &TestShop, row: &ArchiveView) -> PathBuf {
    shop.folder().join("archives").join(row.file.as_ref().unwrap())
}

fn verified(path: &Path) -> Report {
    verify(path, &Options::default())
}

fn opened(till: &Till, number: &str) -> ArchiveOpened {
    let open = ArchiveOpen {
        number: number.to_owned(),
        chain: None,
        kind: None,
        after: 0,
        limit: 5,
        language: "fr".to_owned(),
    };
    till.ask("archive_open", open)
}

fn codes(till: &Till) -> Vec<u16> {
    let list =
        JournalList { workstation_id: None, code: None, from_day: None, to_day: None, offset: 0, limit: 200 };
    till.ask::<JournalPage>("journal_list", list).rows.iter().map(|row| row.code).collect()
}

/// FISC-03: the archive of a closing opens, its seal is verified, and its operations are listed by type.
#[test]
fn the_archive_of_a_day_opens_and_lists_its_operations() {
    let (shop, manager) = closed_day();
    let page = wait(&manager, all_ready);
    let row = page.rows.iter().find(|row| row.total.0 > 0).unwrap();
    assert_eq!((row.kind, row.anomaly, row.from_day.as_str()), (ArchiveKind::Day, false, "2026-11-21"));
    let report = verified(&file_of(&shop, row));
    assert_eq!((report.verdict, report.findings.len()), (Verdict::Sound, 0), "{:?}", report.findings);

    let found = opened(&manager, &row.number);
    assert_eq!((found.verdict, found.findings.len()), (Some(IntegrityVerdict::Sound), 0));
    let kinds: Vec<_> =
        found.operations.iter().map(|o| (o.chain.as_str(), o.kind.as_str(), o.count)).collect();
    for wanted in [("TICKET", "VENTE", 2), ("GT", "TICKET", 2), ("GT", "JOUR", 1), ("JET", "260", 1)] {
        assert!(kinds.contains(&wanted), "{wanted:?} in {kinds:?}");
    }
    assert!(found.rows.len() == 5 && found.more && found.rows[0].kind == "260");
    assert_sound(&shop);
    assert_replays(&shop);
}

/// FISC-03, FISC-04: an archive on demand is sealed and journaled, and leaves the program whole.
#[test]
fn an_archive_on_demand_is_journaled_and_leaves_the_program_whole() {
    let (shop, manager) = closed_day();
    let before = wait(&manager, all_ready).rows.len();
    let year = |from: &str, to: &str| ArchiveCreate {
        from_day: from.to_owned(),
        to_day: to.to_owned(),
        workstation_id: None,
    };
    for (from, to) in
        [("2026-01-01", "2027-01-01"), ("2026-11-22", "2026-11-21"), ("2019-01-01", "2019-02-01")]
    {
        refuses(&shop, FaultCode::ArchivePeriod, || manager.refused("archive_create", year(from, to)));
    }
    let asked: Vec<ArchiveWaiting> = manager.ask("archive_create", year("2026-01-01", "2026-12-31"));
    assert!(!asked.is_empty());
    let page = wait(&manager, |page| all_ready(page) && page.rows.len() > before);
    let row = page.rows.iter().find(|row| row.kind == ArchiveKind::Period && row.total.0 > 0).unwrap();
    let all = codes(&manager);
    assert!(all.contains(&20) && all.contains(&110), "{all:?}");

    let export = ArchiveExport { number: row.number.clone(), folder: None, tax_audit: true };
    let exported: ArchiveExported = manager.ask("archive_export", export);
    let part = ArchivePartOf { export_id: exported.export_id, offset: 0 };
    let part: ArchivePart = manager.ask("archive_part", part);
    let bytes = BASE64_STANDARD.decode(part.content).unwrap();
    assert_eq!((bytes.len(), part.next), (usize::try_from(exported.bytes).unwrap(), exported.bytes));
    let copy = tempfile::tempdir().unwrap();
    let path = copy.path().join(&exported.name);
    std::fs::write(&path, bytes).unwrap();
    assert_eq!(verified(&path).verdict, Verdict::Sound);
    assert!(codes(&manager).contains(&280), "a tax audit is journaled");
    assert_sound(&shop);
    assert_replays(&shop);
}

/// A disk that is not there loses nothing: it is said, tried again, and the copy is the same to the byte. A file that was
/// deleted is made again from the records.
#[test]
fn a_missing_folder_is_said_and_the_copy_made_later() {
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    let manager = shop.till(Role::Manager, "C02");
    let elsewhere = tempfile::tempdir().unwrap();
    let disk = elsewhere.path().join("usb");
    let save = ArchiveSettingsSave { second_folder: disk.to_string_lossy().into_owned() };
    let _: ArchiveSettings = manager.ask("archive_settings_save", save);
    let relative = ArchiveSettingsSave { second_folder: "usb".to_owned() };
    refuses(&shop, FaultCode::ArchiveFolder, || manager.refused("archive_settings_save", relative));
    let _: ClosingOverview = manager.ask("day_close", DayClose { workstation_id: None });
    shop.app().start_workers().unwrap();
    let failed = |page: &ArchivePage| {
        all_ready(page)
            && page.rows.iter().flat_map(|r| &r.copies).all(|c| c.state == ArchiveCopyState::Failed)
    };
    let page = wait(&manager, failed);
    assert_eq!(page.rows[0].copies[0].problem.as_deref(), Some("folder_missing"));
    let settings: ArchiveSettings = manager.ask("archive_settings", Empty {});
    assert_eq!(settings.failed as usize, page.rows.len(), "it is said");

    std::fs::create_dir(&disk).unwrap();
    shop.clock.advance_days(1);
    let done = |page: &ArchivePage| {
        all_ready(page) && page.rows.iter().flat_map(|r| &r.copies).all(|c| c.state == ArchiveCopyState::Done)
    };
    let page = wait(&manager, done);
    let row = &page.rows[0];
    let file = file_of(&shop, row);
    let copy = disk.join(file.file_name().unwrap());
    assert!(std::fs::read(&file).unwrap() == std::fs::read(copy).unwrap());

    std::fs::remove_file(&file).unwrap();
    let gone = ArchiveExport { number: row.number.clone(), folder: None, tax_audit: false };
    refuses(&shop, FaultCode::ArchiveFileMissing, || manager.refused("archive_export", gone));
    let _: ArchiveView = manager.ask("archive_remake", ArchiveRef { number: row.number.clone() });
    wait(&manager, all_ready);
    assert_eq!(verified(&file).verdict, Verdict::Sound);
}

/// FISC-01: a row changed in the database file is reported with its position; looking leaves no trace, and the report is
/// one page that needs nothing from elsewhere.
#[test]
fn a_row_changed_in_the_file_is_reported_with_its_position() {
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    till.cash_sale(&["2108"]);
    let dir = shop.files().unpack();
    let database = dir.path().join("comptoir.db");
    let folded = raw::sql(&database, &["PRAGMA wal_checkpoint(TRUNCATE)"]);
    assert_eq!(folded.len(), 1);
    assert_eq!(verified(&database).verdict, Verdict::Sound);

    let position = raw::sql(
        &database,
        &["SELECT global_seq FROM fiscal_record WHERE chain = 'TICKET' ORDER BY chain_seq LIMIT 1"],
    );
    let change = "UPDATE fiscal_record SET payload = replace(payload, '\"line_count\":1', '\"line_count\":2') WHERE chain = 'TICKET' AND chain_seq = 1";
    let done = raw::sql(
        &database,
        &["DROP TRIGGER fiscal_record_no_upd", change, "PRAGMA wal_checkpoint(TRUNCATE)"],
    );
    assert_eq!(&done[..2], ["ok", "ok"]);
    let state = || {
        let names = std::fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name());
        (names.collect::<std::collections::BTreeSet<_>>(), std::fs::read(&database).unwrap())
    };
    let before = state();
    let report = verified(&database);
    assert!(state() == before, "nothing was written into the file or beside it");
    assert_eq!(report.verdict as u8, 2);
    let hash = report.findings.iter().find(|finding| finding.code == "payload_hash").unwrap();
    assert_eq!(position, [format!("[[{}]]", hash.position.unwrap())]);
    assert!(!hash.number.is_empty() && hash.text.contains("modifié"));
    let html = page(&report, Language::Fr);
    assert!(html.contains("Non conforme") && html.contains(&hash.number));
    assert!(!html.contains("http") && !html.contains("<script") && !html.contains("src="));
}
