//! Cash without a sale (CSH-01).

use api::types::{CashMove, DrawerOpen, DrawerTest, Empty, ShiftView};
use api::{FaultCode, Topic};
use domain::ids::{CashMovementId, ShiftId};
use domain::money::Money;
use fiscal::JetEvent;
use store::Op;
use store::op::{CashMoved, CashMovementKind};
use store::tables::settings::WorkstationRow;
use store::tables::shifts;

use super::shifts::named_shift;
use crate::closings::open_day;
use crate::context::{Context, Mutation};
use crate::error::{Result, refusal, refuse};
use crate::fiscal_book::Book;
use crate::printing::queue;
use crate::text::optional;
use crate::views;

/// Puts cash into the drawer or takes it out, with a reason. More than the drawer holds cannot be taken.
pub fn cash_move(cx: &mut Mutation<'_, '_>, request: CashMove) -> Result<ShiftView> {
    let shift = named_shift(cx, None)?;
    let reason = reason(&request.reason)?;
    let after = shift.flow.expected() + request.amount.checked()?;
    if request.amount.is_zero() || after < Money::ZERO {
        return refuse(FaultCode::AmountOutOfRange);
    }
    let kind = if request.amount > Money::ZERO { CashMovementKind::In } else { CashMovementKind::Out };
    let workstation = cx.workstation_row()?;
    open_day(cx, &workstation)?;
    // The drawer opens without a sale, so the journal says why (fiscal.md §6, JET 903).
    let info = format!("{} {}", request.amount.0, reason);
    let record = Some(Book::open(cx, &workstation)?.journal(JetEvent::DrawerOpened, info)?);
    let id = CashMovementId(cx.new_id());
    let user = cx.caller.user()?.id;
    let (amount, why) = (request.amount, reason.clone());
    cx.emit(Op::CashMoved(CashMoved { id, shift: shift.id, user, kind, amount, reason: why, record }))?;
    queue::drawer(cx, &workstation)?;
    if request.print {
        queue::cash_slip(cx, &workstation, &shift, request.amount, &reason)?;
    }
    cx.touch(&[Topic::Shift]);
    let row = shifts::by_id(cx.db(), shift.id)?.ok_or_else(|| refusal(FaultCode::ShiftNotFound))?;
    views::shift_view(cx.db(), &row)
}

/// Opens the drawer without a sale: journaled, with its reason (JET 903).
pub fn drawer_open(cx: &mut Mutation<'_, '_>, request: DrawerOpen) -> Result<Empty> {
    let shift = named_shift(cx, None)?;
    let reason = reason(&request.reason)?;
    let workstation = cx.workstation_row()?;
    open_drawer(cx, &workstation, Some(shift.id), reason)
}

/// Opens the drawer of a workstation to see whether it opens. Journaled like every opening without a sale (JET 903);
/// it counts for the shift, if one is open.
pub fn drawer_test(cx: &mut Mutation<'_, '_>, request: DrawerTest) -> Result<Empty> {
    let reason = reason(&request.reason)?;
    let workstation = cx.find_workstation(request.workstation_id)?;
    let shift = shifts::open(cx.db(), workstation.id)?.map(|shift| shift.id);
    open_drawer(cx, &workstation, shift, reason)
}

fn open_drawer(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    shift: Option<ShiftId>,
    reason: String,
) -> Result<Empty> {
    let record = Book::open(cx, workstation)?.journal(JetEvent::DrawerOpened, reason.clone())?;
    let op = match shift {
        None => Op::FiscalRecorded(vec![record]),
        Some(shift) => Op::CashMoved(CashMoved {
            id: CashMovementId(cx.new_id()),
            shift,
            user: cx.caller.user()?.id,
            kind: CashMovementKind::Drawer,
            amount: Money::ZERO,
            reason,
            record: Some(record),
        }),
    };
    cx.emit(op)?;
    if !queue::drawer(cx, workstation)? {
        return refuse(FaultCode::PrinterMissing);
    }
    cx.touch(&[Topic::Shift]);
    Ok(Empty {})
}

/// A reason as a person gave it; refuses an empty one.
pub(super) fn reason(text: &str) -> Result<String> {
    let reason = optional("reason", text, 100)?;
    if reason.is_empty() { refuse(FaultCode::ReasonRequired) } else { Ok(reason) }
}
