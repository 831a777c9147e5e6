//! Fiscal archives: their list, on demand, where they are kept, and taking them out of the program.

use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

use api::types::{
    ArchiveCreate, ArchiveExport, ArchiveExported, ArchiveList, ArchiveOpen, ArchiveOpened, ArchivePage,
    ArchivePart, ArchivePartOf, ArchiveRef, ArchiveSettings, ArchiveSettingsSave, ArchiveView,
    ArchiveWaiting, Empty, FileContent, ReportLanguage,
};
use api::{Fault, FaultCode, Topic};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use domain::ids::WorkstationId;
use fiscal::JetEvent;
use jiff::ToSpan as _;
use jiff::civil::Date;
use store::tables::archives::{self as rows, FileRow, RequestRow};
use store::tables::fiscal as chains;

use crate::archives;
use crate::context::{Context as _, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::fiscal_book::Book;
use crate::shared::lock;
use crate::text::optional;
use crate::views;

/// Most rows of a page.
const PAGE: u32 = 100;
/// Bytes of a part: small enough for every host, and whole groups of base64, so that parts can be joined.
const PART: usize = 3 << 20;
/// Longest path.
const LONGEST_PATH: usize = 500;

/// Archives, newest first.
pub fn archive_list(cx: &Query<'_>, request: ArchiveList) -> Result<ArchivePage> {
    let limit = request.limit.clamp(1, PAGE);
    let kind = request.kind.map(archives::kind_letter);
    let mut acts = rows::acts(cx.db, request.workstation_id, kind, (request.offset, limit + 1))?;
    let more = acts.len() > limit as usize;
    acts.truncate(limit as usize);
    let waiting = if request.offset == 0 { archives::waiting(cx.db)? } else { Vec::new() };
    Ok(ArchivePage { waiting, rows: archives::views(cx.db, &acts)?, more })
}

/// What an archive holds.
pub fn archive_open(cx: &Query<'_>, request: ArchiveOpen) -> Result<ArchiveOpened> {
    archives::open(cx, &request)
}

/// Where archives are kept.
pub fn archive_settings(cx: &Query<'_>, _: Empty) -> Result<ArchiveSettings> {
    archives::settings(cx.db, cx.shared)
}

/// Sets the second folder. That it exists is seen when the next archive is copied: a network that does not answer must
/// not hold up the till.
pub fn archive_settings_save(
    cx: &mut Mutation<'_, '_>,
    request: ArchiveSettingsSave,
) -> Result<ArchiveSettings> {
    let folder = path("second_folder", &request.second_folder)?;
    rows::set_second_folder(cx.tx, &folder)?;
    cx.touch(&[Topic::Archives]);
    archives::settings(cx.tx.db(), cx.shared)
}

/// An absolute path, or nothing.
fn path(field: &'static str, text: &str) -> Result<String> {
    let text = optional(field, text, LONGEST_PATH)?;
    if text.is_empty() || Path::new(&text).is_absolute() {
        return Ok(text);
    }
    Err(Fault::refused(FaultCode::ArchiveFolder).with("folder", text).into())
}

/// Asks for archives of a period: they are sealed and written beside the work.
pub fn archive_create(cx: &mut Mutation<'_, '_>, request: ArchiveCreate) -> Result<Vec<ArchiveWaiting>> {
    let (from, to) = period(&request).ok_or_else(|| refusal(FaultCode::ArchivePeriod))?;
    let mut asked = 0;
    for workstation in chains::terminals(cx.db())? {
        if request.workstation_id.is_some_and(|wanted| wanted != workstation) {
            continue;
        }
        if let Some(range) = range(cx, workstation, from, to)? {
            let row = RequestRow {
                id: cx.new_id(),
                workstation,
                from_day: from.to_string(),
                to_day: to.to_string(),
                range,
                user: cx.caller.user.as_ref().map(|user| user.id),
                approved_by: cx.caller.approved_by,
                problem: None,
                next_ms: cx.now_ms(),
            };
            rows::ask(cx.tx, &row)?;
            asked += 1;
        }
    }
    if asked == 0 {
        return refuse(FaultCode::ArchivePeriod);
    }
    announce(cx);
    archives::waiting(cx.db())
}

/// The days, if they are some and at most twelve months (fiscal.md 1.9).
fn period(request: &ArchiveCreate) -> Option<(Date, Date)> {
    let (from, to): (Date, Date) = (request.from_day.parse().ok()?, request.to_day.parse().ok()?);
    let end = from.checked_add(archive::MAX_MONTHS.months()).ok()?;
    (from <= to && to < end).then_some((from, to))
}

/// The positions of the records of these days; none when there are none.
fn range(
    cx: &Mutation<'_, '_>,
    workstation: WorkstationId,
    from: Date,
    to: Date,
) -> Result<Option<(i64, i64)>> {
    let midnight = |day: Date| format!("{:04}{:02}{:02}000000", day.year(), day.month(), day.day());
    let Some(first) = rows::first_at(cx.db(), workstation, &midnight(from))? else { return Ok(None) };
    let behind = to.tomorrow().ok().map(midnight);
    let behind = behind.map(|moment| rows::first_at(cx.db(), workstation, &moment)).transpose()?.flatten();
    let last = rows::last_before(cx.db(), workstation, behind.unwrap_or(i64::MAX))?;
    // The archive starts behind the last record before it, so that a declared gap is in one.
    let before = rows::last_before(cx.db(), workstation, first)?.map_or(0, |(seq, _)| seq);
    Ok(last.filter(|(last, _)| *last >= first).map(|(last, _)| (before + 1, last)))
}

/// Writes the file of an archive again.
pub fn archive_remake(cx: &mut Mutation<'_, '_>, request: ArchiveRef) -> Result<ArchiveView> {
    let act = rows::act(cx.db(), &request.number)?.ok_or_else(|| refusal(FaultCode::ArchiveNotFound))?;
    let row = FileRow { state: "waiting".to_owned(), next_ms: cx.now_ms(), ..FileRow::default() };
    rows::set_file(cx.tx, &request.number, &row)?;
    announce(cx);
    archives::views(cx.db(), &[act])?.pop().ok_or_else(|| refusal(FaultCode::ArchiveNotFound))
}

/// Takes an archive out of the program: journaled (JET 110, or 280 for a tax audit), then copied or read in parts.
pub fn archive_export(cx: &mut Mutation<'_, '_>, request: ArchiveExport) -> Result<ArchiveExported> {
    let act = rows::act(cx.db(), &request.number)?.ok_or_else(|| refusal(FaultCode::ArchiveNotFound))?;
    let missing = || refusal(FaultCode::ArchiveFileMissing);
    let row = rows::file(cx.db(), &request.number)?.filter(|row| row.state == "ready").ok_or_else(missing)?;
    let file = archives::folder(&cx.shared.store).join(row.name.ok_or_else(missing)?);
    if !file.is_file() {
        return Err(missing());
    }
    let folder = request.folder.as_deref().map(|folder| path("folder", folder)).transpose()?;
    let workstation = act.terminal_id.parse().map(WorkstationId).map_err(|_| missing())?;
    let event = if request.tax_audit { JetEvent::TaxAudit } else { JetEvent::DataExported };
    let record = Book::open(cx, &cx.find_workstation(workstation)?)?.journal(event, &request.number)?;
    cx.emit(store::Op::FiscalRecorded(vec![record]))?;
    if let Some(folder) = folder.filter(|folder| !folder.is_empty()) {
        archives::ask_copy(cx.tx, &request.number, &folder)?;
    }
    let export_id = cx.new_id();
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    cx.after.push(Box::new(move |shared| {
        lock(&shared.archives.exports).insert(export_id, file);
    }));
    announce(cx);
    Ok(ArchiveExported { export_id, name, bytes: row.bytes.unwrap_or_default() })
}

fn announce(cx: &mut Mutation<'_, '_>) {
    cx.touch(&[Topic::Archives]);
    cx.after.push(Box::new(|shared| shared.archives.bell.ring()));
}

/// A part of an exported file.
pub fn archive_part(cx: &Query<'_>, request: ArchivePartOf) -> Result<ArchivePart> {
    let file = lock(&cx.shared.archives.exports).get(&request.export_id).cloned();
    let file = file.ok_or_else(|| refusal(FaultCode::ArchiveExportUnknown))?;
    let offset = u64::try_from(request.offset).map_err(|_| refusal(FaultCode::BadRequest))?;
    let read = || -> std::io::Result<Vec<u8>> {
        let (mut file, mut part) = (std::fs::File::open(&file)?, Vec::new());
        file.seek(SeekFrom::Start(offset))?;
        file.take(PART as u64).read_to_end(&mut part)?;
        Ok(part)
    };
    let part = read().map_err(|_| refusal(FaultCode::ArchiveFileMissing))?;
    let next = request.offset.saturating_add(i64::try_from(part.len()).unwrap_or(i64::MAX));
    Ok(ArchivePart { content: BASE64_STANDARD.encode(part), next })
}

/// The report of the last verification of all records, as a page for keeping.
pub fn verification_report(cx: &Query<'_>, request: ReportLanguage) -> Result<FileContent> {
    let last = crate::integrity::progress(cx, Empty {})?;
    if last.ended_ms.is_none() {
        return refuse(FaultCode::VerificationMissing);
    }
    let html = archives::verification_page(&last, verify::Language::of(&request.language), cx.country()?);
    Ok(views::file("verification.html".to_owned(), "text/html;charset=utf-8", html.as_bytes()))
}
