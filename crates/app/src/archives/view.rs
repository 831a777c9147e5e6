//! Archives as the windows see them.

use std::path::Path;

use api::types::{
    ArchiveCopy, ArchiveCopyState, ArchiveKind, ArchiveSettings, ArchiveState, ArchiveView, ArchiveWaiting,
};
use fiscal::{ArchiveType, FiscalRecord, extract};
use store::Db;
use store::tables::archives::{self as rows, CopyRow};
use store::tables::settings;

use super::{folder, payload};
use crate::error::{Error, Result};
use crate::shared::Shared;

/// The letter of a kind in the records.
pub const fn kind_letter(kind: ArchiveKind) -> &'static str {
    match kind {
        ArchiveKind::Day => ArchiveType::J.as_str(),
        ArchiveKind::Month => ArchiveType::M.as_str(),
        ArchiveKind::Year => ArchiveType::E.as_str(),
        ArchiveKind::Period => ArchiveType::P.as_str(),
    }
}

const fn kind(of: ArchiveType) -> ArchiveKind {
    match of {
        ArchiveType::J => ArchiveKind::Day,
        ArchiveType::M => ArchiveKind::Month,
        ArchiveType::E => ArchiveKind::Year,
        ArchiveType::P => ArchiveKind::Period,
    }
}

/// Archives by their records.
pub fn views(db: Db<'_>, records: &[FiscalRecord]) -> Result<Vec<ArchiveView>> {
    records.iter().map(|record| view(db, record)).collect()
}

/// An archive by its record.
pub fn view(db: Db<'_>, record: &FiscalRecord) -> Result<ArchiveView> {
    let payload = payload(record)?;
    let file = rows::file(db, &record.doc_no)?.unwrap_or_default();
    let terminal = payload.header.terminal;
    let name = settings::workstation(db, terminal.id)?.map_or(terminal.code, |w| w.name);
    let damaged = || Error::Store(store::Error::Fiscal(record.doc_no.clone()));
    let at: jiff::Timestamp = record.ts_utc.parse().map_err(|_| damaged())?;
    Ok(ArchiveView {
        number: record.doc_no.clone(),
        kind: kind(payload.archive_type),
        workstation_id: terminal.id,
        workstation: name,
        from_day: payload.period_from,
        to_day: payload.period_to,
        sealed_ms: at.as_millisecond(),
        records: u32::try_from(payload.records).unwrap_or(u32::MAX),
        total: payload.total,
        extract: extract(&record.sig),
        anomaly: payload.anomaly || file.findings > 0,
        state: match file.state.as_str() {
            "ready" => ArchiveState::Ready,
            "failed" => ArchiveState::Failed,
            _ => ArchiveState::Waiting,
        },
        problem: file.problem,
        file: file.name,
        bytes: file.bytes,
        sha256: file.sha256,
        copies: rows::copies(db, &record.doc_no)?.into_iter().map(copy).collect(),
    })
}

fn copy(row: CopyRow) -> ArchiveCopy {
    let state = match row.state.as_str() {
        "done" => ArchiveCopyState::Done,
        "failed" => ArchiveCopyState::Failed,
        _ => ArchiveCopyState::Waiting,
    };
    ArchiveCopy { folder: row.folder, state, problem: row.problem }
}

/// Archives on demand that are not sealed yet.
pub fn waiting(db: Db<'_>) -> Result<Vec<ArchiveWaiting>> {
    let view = |row: rows::RequestRow| {
        let workstation = settings::workstation(db, row.workstation)?.map(|w| w.name).unwrap_or_default();
        Ok(ArchiveWaiting { workstation, from_day: row.from_day, to_day: row.to_day, problem: row.problem })
    };
    rows::requests(db)?.into_iter().map(view).collect()
}

/// Where archives are kept.
pub fn settings(db: Db<'_>, shared: &Shared) -> Result<ArchiveSettings> {
    Ok(ArchiveSettings {
        folder: shown(&folder(&shared.store)),
        second_folder: rows::second_folder(db)?,
        failed: rows::failed(db)?,
    })
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
