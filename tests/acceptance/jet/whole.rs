//! The table of events is whole: what is not in it is caused elsewhere, or cannot be caused, and why.

use std::path::Path;

use fiscal::JetEvent;

use super::table::CASES;

/// Caused beside this table, by the part of the program that owns them: the start (`lifetime`), closings, archives, anchors,
/// backups and accounting, each with tests of its own.
const CAUSED_ELSEWHERE: &[JetEvent] = &[
    JetEvent::ArchiveCreated,
    JetEvent::YearArchiveCreated,
    JetEvent::PeriodClosed,
    JetEvent::YearClosed,
    JetEvent::IntegrityDefect,
    JetEvent::DataExported,
    JetEvent::VersionChanged,
    JetEvent::TaxAudit,
    JetEvent::AccountantExchange,
    JetEvent::ClosingStarted,
    JetEvent::AccountingExported,
    JetEvent::ClockAnomaly,
    JetEvent::ClockOverridden,
    JetEvent::BackupRestored,
    JetEvent::GapDeclared,
    JetEvent::UncleanShutdown,
    JetEvent::KeyRotated,
    JetEvent::SyncConflict,
];

/// What the program cannot cause, and why.
const NOT_CAUSED: &[(JetEvent, &str)] = &[
    (JetEvent::NumberingChanged, "the way documents are numbered is part of the program"),
    (
        JetEvent::SeriesChanged,
        "the code of a workstation, which its series begin with, is frozen by its first record",
    ),
    (
        JetEvent::OfflineStarted,
        "a till works on its own database: there is no other way of working to fall back from",
    ),
    (JetEvent::OfflineEnded, "the same"),
    (JetEvent::DataPurged, "nothing is ever purged (R-10, fiscal.md D8)"),
    (JetEvent::KeyPairCreated, "seen in one implementation only; a new pair of keys is event 960 here"),
];

/// The table is whole: each event is in it, caused elsewhere, or cannot be caused, and the sources agree.
#[test]
fn no_event_is_forgotten() {
    let sources = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/app/src"));
    for event in JetEvent::ALL {
        let here = CASES.iter().any(|case| case.event == *event);
        let elsewhere = CAUSED_ELSEWHERE.contains(event);
        let never = NOT_CAUSED.iter().any(|(other, why)| other == event && !why.is_empty());
        assert_eq!([here, elsewhere, never].iter().filter(|yes| **yes).count(), 1, "{event:?}");
        let written = sources.contains(&format!("JetEvent::{event:?}"));
        let gap = *event == JetEvent::GapDeclared && sources.contains("gap_declared");
        assert_eq!(written || gap, !never, "{event:?} in the sources");
    }
}

fn sources(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    entries
        .map(|path| if path.is_dir() { sources(&path) } else { std::fs::read_to_string(path).unwrap() })
        .collect()
}
