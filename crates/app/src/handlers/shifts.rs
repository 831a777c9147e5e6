//! Shifts: opening, lists, reports.

use api::types::{
    CashCount, CashCounted, Empty, SetupStep, ShiftCheck, ShiftChecked, ShiftList, ShiftOpen, ShiftOpening,
    ShiftPage, ShiftRef, ShiftReport, ShiftView, TicketPreview,
};
use api::{Fault, FaultCode, Topic};
use domain::country::Country;
use domain::ids::ShiftId;
use domain::money::Money;
use domain::permission::Permission;
use domain::shift::{DenominationCount, count_total};
use store::Op;
use store::op::ShiftOpened;
use store::tables::{carts, shifts};

use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::printing::shift_preview;
use crate::text::optional;
use crate::views;

/// The open shift of the workstation.
pub fn shift_current(cx: &Query<'_>, _: Empty) -> Result<Option<ShiftView>> {
    let row = shifts::open(cx.db, cx.caller.workstation()?)?;
    row.map(|s| views::shift_view(cx.db, &s)).transpose()
}

/// What the last shift left in the drawer.
pub fn shift_opening(cx: &Query<'_>, _: Empty) -> Result<ShiftOpening> {
    let last = shifts::last_closed(cx.db, cx.caller.workstation()?)?.and_then(|s| s.closing);
    Ok(ShiftOpening {
        suggested_float: last.as_ref().and_then(|c| c.float_left),
        last_closed_by: last.as_ref().map(|c| views::user_name(cx.db, c.by)).transpose()?,
        last_closed_ms: last.as_ref().map(|c| c.at_ms),
    })
}

/// Nothing is sold before the shop is set up (SHF-01); where only a seller is missing it says so (SEL-01).
fn check_ready(cx: &Mutation<'_, '_>) -> Result<()> {
    let missing = views::missing_steps(cx.db())?;
    if missing == [SetupStep::Seller] {
        return refuse(FaultCode::SellerRequired);
    }
    let ready = missing.is_empty() && cx.workstation_row()?.layout.is_some();
    if ready { Ok(()) } else { refuse(FaultCode::WorkstationRequired) }
}

/// Opens a shift, or joins the one that is open (SHF-08).
pub fn shift_open(cx: &mut Mutation<'_, '_>, request: ShiftOpen) -> Result<ShiftView> {
    let workstation = cx.caller.workstation()?;
    if let Some(open) = shifts::open(cx.db(), workstation)? {
        return views::shift_view(cx.db(), &open);
    }
    check_ready(cx)?;
    check_count(cx.country()?, &request.count, request.opening_float)?;
    let opened = ShiftOpened {
        id: ShiftId(cx.new_id()),
        number: shifts::last_number(cx.db(), workstation)? + 1,
        workstation,
        user: cx.caller.user()?.id,
        opening_float: request.opening_float,
        count: request.count,
        note: optional("note", &request.note, 300)?,
    };
    cx.emit(Op::ShiftOpened(opened))?;
    cx.touch(&[Topic::Shift, Topic::Sale, Topic::Workstations]);
    let row = shifts::open(cx.db(), workstation)?.ok_or_else(|| refusal(FaultCode::ShiftNotFound))?;
    views::shift_view(cx.db(), &row)
}

/// A counted total: never negative, made of denominations that exist, and equal to its count if there is one.
pub fn check_count(country: Country, count: &[DenominationCount], total: Money) -> Result<()> {
    if total < Money::ZERO || total.checked().is_err() {
        return refuse(FaultCode::AmountOutOfRange);
    }
    if let Some(unknown) = count.iter().find(|c| !country.denominations().contains(&c.denomination)) {
        return Err(Fault::refused(FaultCode::DenominationUnknown)
            .with("denomination", unknown.denomination.0)
            .into());
    }
    let counted = count_total(count)?;
    if count.is_empty() || counted == total { Ok(()) } else { refuse(FaultCode::AmountOutOfRange) }
}

/// Shifts, newest first (SHF-22).
pub fn shift_list(cx: &Query<'_>, request: ShiftList) -> Result<ShiftPage> {
    let limit = request.limit.clamp(1, 200);
    let mut rows = shifts::list(cx.db, request.workstation_id, request.open_only, request.offset, limit + 1)?;
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    Ok(ShiftPage { rows: rows.iter().map(|s| views::shift_row(cx.db, s)).collect::<Result<_>>()?, more })
}

/// The shift that a request names, or the open one of the workstation.
pub fn named_shift(cx: &impl Context, id: Option<ShiftId>) -> Result<shifts::ShiftRow> {
    match id {
        Some(id) => shifts::by_id(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::ShiftNotFound)),
        None => shifts::open(cx.db(), cx.caller().workstation()?)?
            .ok_or_else(|| refusal(FaultCode::ShiftRequired)),
    }
}

/// A shift that the caller may read: their workstation's, or any with the right to see reports.
pub fn readable_shift(cx: &impl Context, id: Option<ShiftId>) -> Result<shifts::ShiftRow> {
    let row = named_shift(cx, id)?;
    let caller = cx.caller();
    let role = caller.user()?.role;
    let own = caller.workstation == Some(row.workstation);
    let sees_all = role.allows(Permission::ViewReports) || role.allows(Permission::CloseAnyShift);
    if own || sees_all || caller.approved_by.is_some() {
        Ok(row)
    } else {
        Err(Fault::refused(FaultCode::PermissionDenied).with("permission", "view_reports").into())
    }
}

/// The report of a shift (SHF-14).
pub fn shift_report(cx: &Query<'_>, request: ShiftRef) -> Result<ShiftReport> {
    views::report(cx.db, readable_shift(cx, request.shift_id)?.id)
}

/// Adds up a count while it is being typed.
pub fn cash_count(_: &Query<'_>, request: CashCount) -> Result<CashCounted> {
    Ok(CashCounted { total: count_total(&request.count)? })
}

/// Compares a count with what the drawer must hold (SHF-23).
pub fn shift_check(cx: &Query<'_>, request: ShiftCheck) -> Result<ShiftChecked> {
    let expected = readable_shift(cx, request.shift_id)?.flow.expected();
    let counted = request.counted_cash.checked()?;
    let parked = carts::count_parked(cx.db)?;
    Ok(ShiftChecked { counted, expected, difference: counted - expected, parked })
}

/// The report as it would be printed.
pub fn shift_ticket(cx: &Query<'_>, request: ShiftRef) -> Result<TicketPreview> {
    shift_preview(cx, &readable_shift(cx, request.shift_id)?)
}
