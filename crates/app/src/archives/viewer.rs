//! What an archive holds, read from its file and from nothing else (FISC-03).

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use api::types::{ArchiveFinding, ArchiveOpen, ArchiveOperation, ArchiveRow, IntegrityVerdict};
use api::{FaultCode, types::ArchiveOpened};
use archive::check::{self, ArchiveReport, Options};
use archive::{ArchiveError, ArchiveReader, Line};
use domain::money::Money;
use fiscal::verify::Verdict;
use fiscal::{Chain, FiscalRecord, JetEvent, extract};
use serde_json::Value;
use store::tables::archives as rows;

use super::folder;
use super::view::view;
use crate::context::Query;
use crate::error::{Result, refusal};
use crate::shared::{Shared, lock};

/// Records of the largest archive that is checked while a person waits.
const MOST_CHECKED: u64 = 60_000;
/// Most rows of a page.
const PAGE: u32 = 200;

/// An archive as it was found when it was opened first.
#[derive(Clone)]
pub struct Opened {
    path: PathBuf,
    state: FileState,
    report: ArchiveReport,
    operations: BTreeMap<(Chain, String), (u64, i64)>,
}

/// Tells a file from the one that was in its place before.
#[derive(Clone, Copy, PartialEq, Eq)]
struct FileState {
    bytes: u64,
    changed: Option<SystemTime>,
}

impl FileState {
    /// None when the file is gone.
    fn of(path: &Path) -> Option<Self> {
        let found = std::fs::metadata(path).ok().filter(Metadata::is_file)?;
        Some(Self { bytes: found.len(), changed: found.modified().ok() })
    }
}

/// Opens an archive and reads a page of it.
pub fn open(cx: &Query<'_>, request: &ArchiveOpen) -> Result<ArchiveOpened> {
    let record = rows::act(cx.db, &request.number)?.ok_or_else(|| refusal(FaultCode::ArchiveNotFound))?;
    let archive = view(cx.db, &record)?;
    let missing = || refusal(FaultCode::ArchiveFileMissing);
    let path = folder(&cx.shared.store).join(archive.file.as_deref().ok_or_else(missing)?);
    let opened = opened(cx.shared, &path, FileState::of(&path).ok_or_else(missing)?);
    let (rows, more) = page(&path, request)?;
    let language = verify::Language::of(&request.language);
    Ok(ArchiveOpened {
        archive,
        verdict: (!opened.report.cancelled).then(|| verdict(opened.report.verdict())),
        findings: findings(&opened.report, language),
        operations: opened.operations.into_iter().map(operation).collect(),
        rows,
        more,
    })
}

/// Checks a file, unless it is the one that was checked last.
fn opened(shared: &Shared, path: &Path, state: FileState) -> Opened {
    let known = lock(&shared.archives.opened).clone();
    if let Some(known) = known.filter(|known| known.path == path && known.state == state) {
        return known;
    }
    let options =
        Options { trusted: &[], threads: NonZeroUsize::MIN, goes_on: &|records| records < MOST_CHECKED };
    let report = check::check(path, &options);
    let mut operations: BTreeMap<(Chain, String), (u64, i64)> = BTreeMap::new();
    for line in ArchiveReader::open(path).and_then(|reader| reader.lines()).into_iter().flatten() {
        if let Line::Record(record) = line {
            let (count, amount) = operations.entry((record.chain, record.kind.clone())).or_default();
            *count += 1;
            *amount = amount.saturating_add(record.ttc_cents.0);
        }
    }
    let opened = Opened { path: path.to_path_buf(), state, report, operations };
    *lock(&shared.archives.opened) = Some(opened.clone());
    opened
}

const fn verdict(found: Verdict) -> IntegrityVerdict {
    match found {
        Verdict::Sound => IntegrityVerdict::Sound,
        Verdict::Warnings => IntegrityVerdict::Warnings,
        Verdict::Broken => IntegrityVerdict::Broken,
    }
}

fn findings(report: &ArchiveReport, language: verify::Language) -> Vec<ArchiveFinding> {
    let shown = verify::archive_findings(report, language).into_iter().take(PAGE as usize);
    shown
        .map(|finding| ArchiveFinding {
            file: finding.file,
            seq: finding.position,
            number: finding.number,
            warning: finding.warning,
            text: finding.text,
        })
        .collect()
}

fn operation(((chain, kind), (count, amount)): ((Chain, String), (u64, i64))) -> ArchiveOperation {
    let event =
        (chain == Chain::Jet).then(|| kind.parse().ok().and_then(|code: u16| JetEvent::try_from(code).ok()));
    ArchiveOperation {
        chain: chain.to_string(),
        label: event.flatten().map(|event| event.label().to_owned()).unwrap_or_default(),
        kind,
        count: u32::try_from(count).unwrap_or(u32::MAX),
        amount: Money(amount),
    }
}

fn page(path: &Path, request: &ArchiveOpen) -> Result<(Vec<ArchiveRow>, bool)> {
    let limit = request.limit.clamp(1, PAGE) as usize;
    let wanted = |record: &FiscalRecord| {
        record.global_seq > request.after
            && request.chain.as_ref().is_none_or(|chain| chain == record.chain.as_str())
            && request.kind.as_ref().is_none_or(|kind| *kind == record.kind)
    };
    let unreadable = |error: ArchiveError| {
        tracing::warn!(%error, "archive");
        refusal(FaultCode::ArchiveFileMissing)
    };
    let lines = ArchiveReader::open(path).and_then(|reader| reader.lines()).map_err(unreadable)?;
    let records = lines.filter_map(|line| match line {
        Line::Record(record) if wanted(&record) => Some(row(&record)),
        _ => None,
    });
    let mut rows: Vec<ArchiveRow> = records.take(limit + 1).collect();
    let more = rows.len() > limit;
    rows.truncate(limit);
    Ok((rows, more))
}

/// A record as it stands in the file, which may be damaged: what cannot be read of it is empty, and among the findings.
fn row(record: &FiscalRecord) -> ArchiveRow {
    let payload: Value = serde_json::from_str(&record.payload).unwrap_or(Value::Null);
    let text = |path: &str| payload.pointer(path).and_then(Value::as_str).map(str::to_owned);
    let detail = match record.chain {
        Chain::Ticket | Chain::Facture => text("/origin/number"),
        Chain::Reglement => text("/document"),
        Chain::Gt => text("/document").or_else(|| text("/period_key")),
        Chain::Duplicata => text("/original_number"),
        Chain::Jet => text("/info").filter(|info| !info.is_empty()).or_else(|| text("/label")),
        Chain::Archive => {
            text("/period_from").zip(text("/period_to")).map(|(from, to)| format!("{from} → {to}"))
        }
    };
    let at: Option<jiff::Timestamp> = record.ts_utc.parse().ok();
    ArchiveRow {
        seq: record.global_seq,
        chain: record.chain.to_string(),
        kind: record.kind.clone(),
        number: record.doc_no.clone(),
        at_ms: at.map(jiff::Timestamp::as_millisecond),
        operator: text("/header/operator/name"),
        amount: record.ttc_cents,
        detail: detail.unwrap_or_default(),
        extract: extract(&record.sig),
    }
}
