//! Closing a shift, and printing its report.

use api::types::{PrintJobView, ShiftClose, ShiftRef, ShiftReport};
use api::{Fault, FaultCode, Topic};
use domain::ids::WorkstationId;
use domain::money::Money;
use domain::permission::Permission;
use fiscal::JetEvent;
use store::Op;
use store::op::ShiftClosed;
use store::tables::settings;
use store::tables::shifts::ShiftRow;

use super::shifts::{check_count, named_shift, readable_shift};
use crate::context::{Context, Mutation};
use crate::error::{Result, refuse};
use crate::fiscal_book::Book;
use crate::printing::queue;
use crate::sale::OpenCart;
use crate::text::optional;
use crate::views;

/// Closes a shift; its totals freeze (SHF-21). A sale in progress must be finished or abandoned first.
pub fn shift_close(cx: &mut Mutation<'_, '_>, request: ShiftClose) -> Result<ShiftReport> {
    let shift = named_shift(cx, request.shift_id)?;
    if shift.closing.is_some() {
        return refuse(FaultCode::ShiftClosed);
    }
    may_close(cx, shift.workstation)?;
    no_sale_in_progress(cx, shift.workstation)?;
    check_count(cx.country()?, &request.count, request.counted_cash)?;
    if request.float_left.is_some_and(|left| left.0 < 0 || left > request.counted_cash) {
        return refuse(FaultCode::AmountOutOfRange);
    }
    let workstation = cx.find_workstation(shift.workstation)?;
    let expected = shift.flow.expected();
    let mut book = Book::open(cx, &workstation)?;
    let info = count_info(shift.number, expected, request.counted_cash);
    let perpetual = book.perpetual_real();
    let closed = ShiftClosed {
        id: shift.id,
        user: cx.caller.user()?.id,
        counted: request.counted_cash,
        count: request.count,
        expected,
        float_left: request.float_left,
        note: optional("note", &request.note, 300)?,
        perpetual,
        record: book.journal(JetEvent::DrawerCounted, info)?,
    };
    cx.emit(Op::ShiftClosed(Box::new(closed)))?;
    if request.print {
        queue::shift_report_if_printer(cx, &workstation, shift.id)?;
    }
    cx.touch(&[Topic::Shift, Topic::Sale, Topic::Workstations]);
    views::report(cx.db(), shift.id)
}

/// What the journal says of a count: the figures that the shift must still have when it is verified.
pub fn count_info(shift: u32, expected: Money, counted: Money) -> String {
    format!("quart {shift}, attendu {}, compté {}, écart {}", expected.0, counted.0, (counted - expected).0)
}

/// Closing the shift of another workstation needs its own right, of the user or of the supervisor who approves.
fn may_close(cx: &mut Mutation<'_, '_>, of: WorkstationId) -> Result<()> {
    let right = Permission::CloseAnyShift;
    if cx.caller.workstation == Some(of) || cx.caller.user()?.role.allows(right) {
        return Ok(());
    }
    let supervisor = cx.caller.approved_by.map(|id| settings::user(cx.db(), id)).transpose()?.flatten();
    if supervisor.is_some_and(|s| s.role.allows(right)) {
        cx.lent.push((right, String::new()));
        Ok(())
    } else {
        Err(Fault::refused(FaultCode::PermissionDenied).with("permission", "close_any_shift").into())
    }
}

fn no_sale_in_progress(cx: &Mutation<'_, '_>, of: WorkstationId) -> Result<()> {
    let open = OpenCart::load_of(cx, of)?;
    if open.cart().is_empty() {
        return Ok(());
    }
    let name = cx.find_workstation(of)?.name;
    Err(Fault::refused(FaultCode::CartInProgress).with("workstation", name).into())
}

/// Prints the report of a shift: X while it is open (journaled, fiscal.md 1.4), a copy of Z afterwards. A manager
/// without a workstation gets the paper at the till that the report is about.
pub fn shift_report_print(cx: &mut Mutation<'_, '_>, request: ShiftRef) -> Result<PrintJobView> {
    let shift: ShiftRow = readable_shift(cx, request.shift_id)?;
    let own = cx.find_workstation(cx.caller.workstation.unwrap_or(shift.workstation))?;
    if shift.closing.is_none() {
        let workstation = cx.find_workstation(shift.workstation)?;
        let record =
            Book::open(cx, &workstation)?.journal(JetEvent::XReport, format!("quart {}", shift.number))?;
        cx.emit(Op::FiscalRecorded(vec![record]))?;
    }
    queue::shift_report(cx, &own, shift.id)
}
