//! How the program and a till are, and how fast (S-05). Nothing here is asked of a device.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use api::types::{
    Diagnostics, DiagnosticsOf, Empty, PrintJobView, ProgramHealth, Speed, TimingKind, TimingReport,
};
use api::{Fault, FaultCode};
use documents::ticket::{SpeedReceipt, SpeedRow, TimedStep};
use fiscal::FISCAL_VERSION;
use store::tables::settings::WorkstationRow;
use store::tables::timings as rows;

use super::overview::printer_health;
use crate::VERSION;
use crate::clock::{LocalMoment, start_of_day};
use crate::context::{Context, Mutation, Query};
use crate::error::Result;
use crate::printing::queue;
use crate::shared::Shared;
use crate::timings::{Histogram, TARGETS};
use crate::views;

/// Most scans of a report.
const MOST_SCANS: usize = 100;
/// A scan that took longer than this was not waited for: the window slept, or the clock jumped.
const LONGEST_US: u32 = 60_000_000;
/// Before every day.
const EVER: &str = "";

/// The health of the program and one workstation.
pub fn diagnostics(cx: &Query<'_>, request: DiagnosticsOf) -> Result<Diagnostics> {
    let row = workstation(cx, request)?;
    let today = cx.local_now()?.day();
    let (since, total) = (rows::first_day(cx.db, row.id)?, speeds(cx, &row, EVER)?);
    let measured = total.iter().any(|speed| speed.count > 0);
    Ok(Diagnostics {
        workstation_id: row.id,
        printer: printer_health(cx.db, &row)?,
        has_drawer: views::printer_of(&row)?.is_some_and(|p| p.drawer),
        today: speeds(cx, &row, &today)?,
        since: since.or_else(|| measured.then_some(today)),
        total,
        program: program(cx.shared),
        code: row.code,
        name: row.name,
    })
}

fn workstation(cx: &impl Context, request: DiagnosticsOf) -> Result<WorkstationRow> {
    request.workstation_id.map_or_else(|| cx.workstation_row(), |id| cx.find_workstation(id))
}

fn program(shared: &Shared) -> ProgramHealth {
    let database = shared.store.path();
    ProgramHealth {
        version: VERSION.to_owned(),
        fiscal_version: FISCAL_VERSION.to_owned(),
        schema_version: u32::try_from(store::known_version()).unwrap_or(0),
        started_ms: shared.started_ms,
        database_bytes: size(database),
        wal_bytes: size(&write_ahead_log(database)),
        free_bytes: database.parent().and_then(|folder| fs4::available_space(folder).ok()),
        keys_weak: shared.key_store.is_weak(),
    }
}

/// SQLite keeps it beside the database, under the same name with `-wal`.
fn write_ahead_log(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}

/// Bytes of a file; 0 when there is none.
fn size(path: &Path) -> u64 {
    path.metadata().map_or(0, |file| file.len())
}

fn speeds(cx: &impl Context, row: &WorkstationRow, from_day: &str) -> Result<Vec<Speed>> {
    let found = cx.shared().timings.since(cx.db(), row.id, from_day)?;
    Ok(TARGETS.map(|target| speed(target, &found)).into())
}

fn speed(
    (kind, target_p50_us, target_p99_us): (TimingKind, u32, u32),
    found: &HashMap<TimingKind, Histogram>,
) -> Speed {
    let histogram = found.get(&kind);
    let percentile = |percent| histogram.and_then(|h| h.percentile(percent));
    Speed {
        kind,
        count: histogram.map_or(0, Histogram::count),
        p50_us: percentile(50),
        p95_us: percentile(95),
        p99_us: percentile(99),
        worst_us: histogram.and_then(Histogram::worst),
        target_p50_us,
        target_p99_us,
    }
}

/// What a window has measured. It writes the other measurements along.
pub fn timing_report(cx: &mut Mutation<'_, '_>, request: TimingReport) -> Result<Empty> {
    let workstation = cx.caller.workstation()?;
    let scans = request.scans_us;
    let plausible = |us: &u32| (1..=LONGEST_US).contains(us);
    if scans.is_empty() || scans.len() > MOST_SCANS || !scans.iter().all(plausible) {
        return Err(Fault::refused(FaultCode::BadRequest).with("detail", "scans_us").into());
    }
    for us in scans {
        let took = Duration::from_micros(u64::from(us));
        cx.shared.timings.note(workstation, TimingKind::ScanToLine, took, cx.now_ms());
    }
    cx.shared.timings.write_all(cx.tx)?;
    Ok(Empty {})
}

/// Prints the speed receipt: what was measured since installation, beside the targets.
pub fn diagnostics_print(cx: &mut Mutation<'_, '_>, request: DiagnosticsOf) -> Result<PrintJobView> {
    let row = workstation(cx, request)?;
    let country = cx.country()?;
    let first = rows::first_day(cx.db(), row.id)?.and_then(|day| start_of_day(&day, country));
    let receipt = SpeedReceipt {
        trade_name: views::shop_tile(&cx.shop()?).name,
        workstation: format!("{} {}", row.code, row.name),
        since: first.map(|ms| LocalMoment::of(ms, country).printed()),
        printed_at: cx.local_now()?.printed(),
        software: queue::program(cx.db(), country)?,
        rows: speeds(cx, &row, EVER)?.into_iter().map(printed).collect(),
    };
    queue::speed_receipt(cx, &row, &receipt)
}

fn printed(speed: Speed) -> SpeedRow {
    SpeedRow {
        step: match speed.kind {
            TimingKind::ScanToLine => TimedStep::ScanToLine,
            TimingKind::Seal => TimedStep::Seal,
            TimingKind::Print => TimedStep::Print,
            TimingKind::ArticleSearch => TimedStep::ArticleSearch,
            TimingKind::DocumentSearch => TimedStep::DocumentSearch,
        },
        count: speed.count,
        p50_us: speed.p50_us,
        p95_us: speed.p95_us,
        p99_us: speed.p99_us,
        worst_us: speed.worst_us,
        target_p50_us: speed.target_p50_us,
        target_p99_us: speed.target_p99_us,
    }
}
