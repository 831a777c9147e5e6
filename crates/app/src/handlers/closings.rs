//! Closed periods, the day that is open, and what the shop lacks before it may sell.

use api::types::{
    ClosingDetail, ClosingList, ClosingOverview, ClosingPage, ClosingRef, ClosingRules, DayClose, Empty,
    PrintJobView, SaleReadiness, TicketPreview,
};
use api::{Fault, FaultCode, Topic};
use serde_json::json;
use store::MasterEntity;
use store::tables::closings::{self as rows, ClosingFilter, ClosingRow};
use store::tables::documents;
use store::tables::master::{Fields, set};
use store::tables::settings::{self, WorkstationRow};

use crate::closings::{self, clock};
use crate::context::{Context, Mutation, Query};
use crate::error::{Error, Result, refusal, refuse};
use crate::printing::{closing_preview, queue};
use crate::readiness::readiness;
use crate::sale::OpenCart;
use crate::views;

/// Most rows of a page: the signature of each is verified.
const PAGE: u32 = 100;
/// The latest hour at which the day before is closed.
const LATEST_HOUR: u8 = 6;

/// What the shop lacks before it may sell.
pub fn sale_readiness(cx: &Query<'_>, _: Empty) -> Result<SaleReadiness> {
    readiness(cx)
}

/// A person says that the date is right although much time has passed; what waited for it is closed in the same step.
pub fn clock_confirm(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<SaleReadiness> {
    clock::confirm_ahead(cx)?;
    for workstation in settings::workstations(cx.db())? {
        closings::make_good_here(cx, &workstation)?;
    }
    cx.touch(&[Topic::Closings, Topic::Sale]);
    readiness(cx)
}

/// A person says that the clock is right although it is behind the last record.
pub fn clock_accept(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<SaleReadiness> {
    clock::accept_behind(cx)?;
    cx.touch(&[Topic::Closings, Topic::Sale]);
    readiness(cx)
}

/// What is open at each workstation, and when it is closed.
pub fn closing_overview(cx: &Query<'_>, _: Empty) -> Result<ClosingOverview> {
    views::closing_overview(cx)
}

/// Closings, newest first.
pub fn closing_list(cx: &Query<'_>, request: ClosingList) -> Result<ClosingPage> {
    let filter =
        ClosingFilter { terminal: request.workstation_id, scope: request.scope.map(views::stored_scope) };
    let limit = request.limit.clamp(1, PAGE);
    let mut found = rows::list(cx.db, filter, request.offset, limit + 1)?;
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    Ok(ClosingPage { rows: found.iter().map(|row| views::closing(cx.db, row)).collect::<Result<_>>()?, more })
}

/// What a closing says.
pub fn closing_open(cx: &Query<'_>, request: ClosingRef) -> Result<ClosingDetail> {
    views::closing_detail(cx.db, &named(cx, request)?)
}

/// The paper of a closing, as it would be printed.
pub fn closing_ticket(cx: &Query<'_>, request: ClosingRef) -> Result<TicketPreview> {
    closing_preview(cx, &named(cx, request)?)
}

/// Prints a closing, at the session's workstation or at the one that was closed.
pub fn closing_print(cx: &mut Mutation<'_, '_>, request: ClosingRef) -> Result<PrintJobView> {
    let row = named(cx, request)?;
    let workstation = cx.find_workstation(cx.caller.workstation.unwrap_or(row.terminal))?;
    queue::closing(cx, &workstation, &row)
}

fn named(cx: &impl Context, request: ClosingRef) -> Result<ClosingRow> {
    rows::by_id(cx.db(), request.closing_id)?.ok_or_else(|| refusal(FaultCode::ClosingNotFound))
}

/// «Clôturer la journée»: nothing is sold today any more at these workstations (FISC-05). It is never undone.
pub fn day_close(cx: &mut Mutation<'_, '_>, request: DayClose) -> Result<ClosingOverview> {
    if cx.shared.is_training() {
        return refuse(FaultCode::TrainingReadOnly);
    }
    let mut chosen = settings::workstations(cx.db())?;
    chosen.retain(|w| request.workstation_id.map_or(w.active, |id| id == w.id));
    if chosen.is_empty() {
        return refuse(FaultCode::WorkstationNotFound);
    }
    chosen.retain(|w| request.workstation_id.is_some() || !closed_today(cx, w).unwrap_or(false));
    for workstation in &chosen {
        no_sale_in_progress(cx, workstation)?;
        if documents::is_enrolled(cx.db(), workstation.id)? {
            closings::close_today(cx, workstation)?;
        }
    }
    cx.touch(&[Topic::Closings, Topic::Sale]);
    views::closing_overview(cx)
}

fn closed_today(cx: &impl Context, workstation: &WorkstationRow) -> Result<bool> {
    let closed = rows::open_periods(cx.db(), workstation.id)?.last_closed_day;
    let today = cx.local_now()?.day();
    Ok(closed.is_some_and(|day| today <= day))
}

/// A sale in progress could not be ended today any more.
fn no_sale_in_progress(cx: &Mutation<'_, '_>, workstation: &WorkstationRow) -> Result<()> {
    if OpenCart::load_of(cx, workstation.id)?.cart().is_empty() {
        return Ok(());
    }
    let fault = Fault::refused(FaultCode::CartInProgress).with("workstation", workstation.name.clone());
    Err(Error::Refused(fault))
}

/// When the program closes by itself, and when the fiscal year begins.
pub fn closing_rules_save(cx: &mut Mutation<'_, '_>, request: ClosingRules) -> Result<ClosingRules> {
    let shop = cx.shop()?;
    let year_start = i8::try_from(request.year_start).map_err(|_| refusal(FaultCode::AmountOutOfRange))?;
    if request.hour > LATEST_HOUR {
        return refuse(FaultCode::AmountOutOfRange);
    }
    if views::closing_rules(cx.db())?.year_start != request.year_start {
        closings::check_year_start(cx, year_start)?;
    }
    let fields: Fields =
        vec![("closing_hour", json!(request.hour)), ("year_start", json!(request.year_start))];
    set(cx.tx, MasterEntity::Shop, shop.id, fields)?;
    cx.touch(&[Topic::Shop, Topic::Closings]);
    views::closing_rules(cx.db())
}
