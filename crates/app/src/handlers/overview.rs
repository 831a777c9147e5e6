//! What a manager watches from a tablet: workstations now, differences, closed shifts and their tickets.

use api::types::{
    ClosedShift, ClosedShiftList, ClosedShiftPage, DifferenceList, DifferencePage, DifferenceSum,
    DocumentPage, Empty, LastSale, MethodTotal, OpenTotals, Overview, PrintJobState, PrinterHealth,
    PrinterState, ShiftDocuments, ShiftRow, WorkstationOverview,
};
use api::{Fault, FaultCode};
use domain::country::Country;
use domain::ids::{ShiftId, WorkstationId};
use domain::money::Money;
use domain::payment::PaymentKind;
use store::Db;
use store::tables::overview::{self, ClosedFilter, DifferenceRow};
use store::tables::settings::{self, WorkstationRow};
use store::tables::{documents, print_jobs, shifts};

use super::session::is_forgotten;
use crate::clock::{day_after, start_of_day};
use crate::context::{Context, Query};
use crate::error::{Error, Result, refusal};
use crate::printing::job_view;
use crate::verify::SignedCounts;
use crate::views;

/// Most rows of a page.
const PAGE: u32 = 200;
/// Most rows of a page whose signatures are verified.
const VERIFIED_PAGE: u32 = 100;

/// Every workstation as it is now, and the open shifts together (M-05, M-08).
pub fn workstation_overview(cx: &Query<'_>, _: Empty) -> Result<Overview> {
    let open = shifts::list(cx.db, None, true, 0, PAGE)?;
    let (country, today) = (cx.country()?, cx.local_now()?.day());
    let mut rows = settings::workstations(cx.db)?;
    rows.sort_by(|a, b| (!a.active, &a.code).cmp(&(!b.active, &b.code)));
    let one = |row: &WorkstationRow| {
        let shift = open.iter().find(|s| s.workstation == row.id);
        workstation(cx.db, row, shift, shift.is_some_and(|s| is_forgotten(s, country, &today)))
    };
    Ok(Overview {
        workstations: rows.iter().map(one).collect::<Result<_>>()?,
        open: open_totals(cx.db, &open)?,
    })
}

fn workstation(
    db: Db<'_>,
    row: &WorkstationRow,
    shift: Option<&shifts::ShiftRow>,
    forgotten: bool,
) -> Result<WorkstationOverview> {
    let last = overview::last_document(db, row.id)?;
    Ok(WorkstationOverview {
        id: row.id,
        code: row.code.clone(),
        name: row.name.clone(),
        active: row.active,
        shift: shift.map(|s| views::shift_row(db, s)).transpose()?,
        expected_cash: shift.map(|s| s.flow.expected()),
        forgotten,
        last_sale: last.map(|(number, at_ms, total)| LastSale { number, at_ms, total }),
        printer: printer_health(db, row)?,
    })
}

/// How the printer of a workstation is, as its queue shows it; none without one.
pub(super) fn printer_health(db: Db<'_>, row: &WorkstationRow) -> Result<Option<PrinterHealth>> {
    let Some(settings) = views::printer_of(row)? else { return Ok(None) };
    let waiting = print_jobs::waiting(db, row.id)?;
    let last_printed_ms = overview::last_printed(db, row.id)?;
    // The oldest job holds up those behind it, so it says how the printer is.
    let head = waiting.iter().find(|job| job.kind != "drawer");
    let state = match head.map(job_view).transpose()?.map(|job| job.state) {
        Some(PrintJobState::Blocked) => PrinterState::Blocked,
        Some(PrintJobState::Unconfirmed) => PrinterState::Unconfirmed,
        Some(_) => PrinterState::Printing,
        None if last_printed_ms.is_some() => PrinterState::Ready,
        None => PrinterState::Untried,
    };
    Ok(Some(PrinterHealth {
        state,
        problem: head.and_then(|job| job.problem.clone()),
        waiting: print_jobs::count_waiting(db, row.id)?,
        last_printed_ms,
        settings,
    }))
}

fn open_totals(db: Db<'_>, open: &[shifts::ShiftRow]) -> Result<OpenTotals> {
    let mut methods: Vec<MethodTotal> = Vec::new();
    for shift in open {
        for row in shifts::methods(db, shift.id)? {
            let known = methods.iter_mut().find(|m| m.method_id == row.method && m.name == row.name);
            if let Some(known) = known {
                known.count += row.count;
                known.total += row.total;
            } else {
                methods.push(views::method_total(row));
            }
        }
    }
    methods.sort_by(|a, b| {
        (a.kind != PaymentKind::Cash, -a.total.0, &a.name).cmp(&(
            b.kind != PaymentKind::Cash,
            -b.total.0,
            &b.name,
        ))
    });
    let sum = |of: fn(&shifts::ShiftRow) -> Money| open.iter().fold(Money::ZERO, |sum, s| sum + of(s));
    Ok(OpenTotals {
        shifts: u32::try_from(open.len()).unwrap_or(u32::MAX),
        tickets: open.iter().map(|s| s.tickets).sum(),
        net: sum(|s| s.net),
        total: sum(|s| s.total),
        expected_cash: sum(|s| s.flow.expected()),
        methods,
    })
}

/// Closed shifts that did not count right, largest difference first (M-04).
pub fn difference_list(cx: &Query<'_>, request: DifferenceList) -> Result<DifferencePage> {
    let country = cx.country()?;
    let filter = ClosedFilter {
        from_ms: day(request.from_day.as_deref(), "from_day", country, start_of_day)?,
        before_ms: day(request.to_day.as_deref(), "to_day", country, day_after)?,
        workstation: request.workstation_id,
    };
    let limit = request.limit.clamp(1, PAGE);
    let mut ids = overview::differences(cx.db, filter, request.offset, limit + 1)?;
    let more = ids.len() > limit as usize;
    ids.truncate(limit as usize);
    let by_user = overview::differences_by_user(cx.db, filter)?;
    let by_workstation = overview::differences_by_workstation(cx.db, filter)?;
    Ok(DifferencePage {
        rows: ids.into_iter().map(|id| shift_of(cx.db, id)).collect::<Result<_>>()?,
        more,
        closed: overview::count_closed(cx.db, filter)?,
        sum: by_user.iter().fold(sum_of(String::new(), 0, Money::ZERO, Money::ZERO), |sum, row| {
            sum_of(String::new(), sum.count + row.count, sum.missing + row.missing, sum.extra + row.extra)
        }),
        by_user: named(&by_user, |id| views::user_name(cx.db, id))?,
        by_workstation: named(&by_workstation, |id| workstation_name(cx.db, id))?,
    })
}

fn named<Id: Copy>(
    rows: &[DifferenceRow<Id>],
    name: impl Fn(Id) -> Result<String>,
) -> Result<Vec<DifferenceSum>> {
    rows.iter().map(|row| Ok(sum_of(name(row.of)?, row.count, row.missing, row.extra))).collect()
}

fn sum_of(name: String, count: u32, missing: Money, extra: Money) -> DifferenceSum {
    DifferenceSum { name, count, sum: missing + extra, missing, extra }
}

fn workstation_name(db: Db<'_>, id: WorkstationId) -> Result<String> {
    Ok(settings::workstation(db, id)?.map(|w| w.name).unwrap_or_default())
}

/// The moment that a day of a filter stands for; refuses what is no day.
fn day(
    text: Option<&str>,
    field: &str,
    country: Country,
    moment: fn(&str, Country) -> Option<i64>,
) -> Result<Option<i64>> {
    let Some(text) = text else { return Ok(None) };
    let refused = || Error::from(Fault::refused(FaultCode::BadRequest).with("detail", field));
    moment(text, country).map(Some).ok_or_else(refused)
}

fn shift_of(db: Db<'_>, id: ShiftId) -> Result<ShiftRow> {
    views::shift_row(db, &found(db, id)?)
}

fn found(db: Db<'_>, id: ShiftId) -> Result<shifts::ShiftRow> {
    shifts::by_id(db, id)?.ok_or_else(|| refusal(FaultCode::ShiftNotFound))
}

/// The closed shifts with their signed counts, newest first (M-05).
pub fn closed_shift_list(cx: &Query<'_>, request: ClosedShiftList) -> Result<ClosedShiftPage> {
    let filter = ClosedFilter { workstation: request.workstation_id, ..ClosedFilter::default() };
    let limit = request.limit.clamp(1, VERIFIED_PAGE);
    let mut ids = overview::closed(cx.db, filter, request.offset, limit + 1)?;
    let more = ids.len() > limit as usize;
    ids.truncate(limit as usize);
    let rows = ids.into_iter().map(|id| found(cx.db, id)).collect::<Result<Vec<_>>>()?;
    let counts = SignedCounts::of(cx.db, &rows)?;
    let view = |row: &shifts::ShiftRow| {
        Ok(ClosedShift {
            shift: views::shift_row(cx.db, row)?,
            extract: row.closing.as_ref().map(|c| c.extract.clone()).unwrap_or_default(),
            intact: counts.prove(row),
        })
    };
    Ok(ClosedShiftPage { rows: rows.iter().map(view).collect::<Result<_>>()?, more })
}

/// The tickets of a shift, newest first (M-03).
pub fn shift_documents(cx: &Query<'_>, request: ShiftDocuments) -> Result<DocumentPage> {
    let shift = found(cx.db, request.shift_id)?;
    let limit = request.limit.clamp(1, PAGE);
    let offset = request.offset.min(shift.tickets);
    let wanted = offset.saturating_add(limit).saturating_add(1);
    let rows = documents::of_shift(cx.db, shift.id, wanted)?;
    let more = rows.len() == wanted as usize;
    let shown = rows.into_iter().skip(offset as usize).take(limit as usize);
    Ok(DocumentPage { rows: shown.map(|row| views::document(cx.db, row)).collect::<Result<_>>()?, more })
}
