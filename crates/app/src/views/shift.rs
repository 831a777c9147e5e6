//! Shifts and their report.

use api::types::{CashMovementRow, MethodTotal, ShiftReport, ShiftView};
use domain::ids::ShiftId;
use domain::money::Money;
use store::Db;
use store::tables::shifts::{self, ShiftRow};
use store::tables::{fiscal, print_jobs, settings, settlements};

use super::{tax_row, user_name};
use crate::error::{Result, refusal};
use crate::printing::job_view;
use crate::settlements::corrections;

/// The open shift of a workstation.
pub fn shift_view(db: Db<'_>, row: &ShiftRow) -> Result<ShiftView> {
    Ok(ShiftView {
        id: row.id,
        number: row.number,
        workstation_id: row.workstation,
        opened_by: user_name(db, row.opened_by)?,
        opened_ms: row.opened_ms,
        opening_float: row.flow.opening_float,
        tickets: row.tickets,
    })
}

/// A shift in a list.
pub fn shift_row(db: Db<'_>, row: &ShiftRow) -> Result<api::types::ShiftRow> {
    let closing = row.closing.as_ref();
    Ok(api::types::ShiftRow {
        id: row.id,
        number: row.number,
        workstation_id: row.workstation,
        workstation_name: settings::workstation(db, row.workstation)?.map(|w| w.name).unwrap_or_default(),
        opened_by: user_name(db, row.opened_by)?,
        opened_ms: row.opened_ms,
        closed_by: closing.map(|c| user_name(db, c.by)).transpose()?,
        closed_ms: closing.map(|c| c.at_ms),
        tickets: row.tickets,
        total: row.total,
        difference: closing.map(|c| c.counted - c.expected),
        note: closing.map(|c| c.note.clone()).unwrap_or_default(),
    })
}

/// The report of a shift: X while it is open, frozen once it is closed.
pub fn report(db: Db<'_>, id: ShiftId) -> Result<ShiftReport> {
    let row = shifts::by_id(db, id)?.ok_or_else(|| refusal(api::FaultCode::ShiftNotFound))?;
    let closing = row.closing.clone();
    let movements = shifts::movements(db, id)?;
    let job = print_jobs::last_of_report(db, id)?;
    Ok(ShiftReport {
        shift: shift_row(db, &row)?,
        opening_float: row.flow.opening_float,
        methods: shifts::methods(db, id)?.into_iter().map(method_total).collect(),
        taxes: shifts::taxes(db, id)?.into_iter().map(tax_row).collect(),
        net: row.net,
        total: row.total,
        articles: row.articles,
        average: average(row.sold(), row.tickets),
        cash_in: row.flow.cash_in,
        cash_out: row.flow.cash_out,
        rounding: row.rounding,
        cash_corrected: row.flow.corrected,
        corrections: corrections(db, &settlements::of_shift(db, id)?)?,
        expected_cash: closing.as_ref().map_or_else(|| row.flow.expected(), |c| c.expected),
        counted_cash: closing.as_ref().map(|c| c.counted),
        difference: closing.as_ref().map(|c| c.counted - c.expected),
        count: closing.as_ref().map(|c| c.count.clone()).unwrap_or_default(),
        float_left: closing.as_ref().and_then(|c| c.float_left),
        abandoned: row.abandoned,
        drawer_openings: row.drawer_openings,
        duplicates: row.duplicates,
        perpetual_total: match closing {
            Some(closing) => closing.perpetual,
            None => fiscal::state(db, row.workstation)?.perpetual.real,
        },
        first_ticket: row.first_ticket,
        last_ticket: row.last_ticket,
        movements: movements.into_iter().map(|m| movement(db, m)).collect::<Result<_>>()?,
        print_job: job.map(|j| job_view(&j)).transpose()?,
    })
}

/// What one method brought in.
pub fn method_total(row: shifts::MethodTotalRow) -> MethodTotal {
    MethodTotal { method_id: row.method, kind: row.kind, name: row.name, count: row.count, total: row.total }
}

fn movement(db: Db<'_>, row: shifts::CashMovementRow) -> Result<CashMovementRow> {
    Ok(CashMovementRow {
        at_ms: row.at_ms,
        user: user_name(db, row.user)?,
        amount: row.amount,
        reason: row.reason,
    })
}

/// Average ticket, rounded half away from zero like every amount.
pub fn average(total: Money, tickets: u32) -> Money {
    let n = i64::from(tickets);
    if n == 0 { Money::ZERO } else { Money((total.0.abs() * 2 + n) / (2 * n) * total.0.signum()) }
}
