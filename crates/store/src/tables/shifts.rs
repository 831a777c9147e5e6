//! Shifts, their running totals and cash movements.

use domain::ids::{MethodId, ShiftId, UserId, WorkstationId};
use domain::money::{Money, Rate};
use domain::payment::PaymentKind;
use domain::shift::{DenominationCount, DrawerFlow};
use rusqlite::Row;
use uuid::Uuid;

use super::settings::{json, named};
use super::{all, one};
use crate::error::Result;
use crate::reader::Db;

/// A shift.
#[derive(Clone, Debug)]
pub struct ShiftRow {
    /// The shift.
    pub id: ShiftId,
    /// Its number on the workstation.
    pub number: u32,
    /// The workstation.
    pub workstation: WorkstationId,
    /// Who opened it.
    pub opened_by: UserId,
    /// When.
    pub opened_ms: i64,
    /// Cash movements.
    pub flow: DrawerFlow,
    /// Tickets.
    pub tickets: u32,
    /// Articles sold.
    pub articles: u32,
    /// Turnover without taxes.
    pub net: Money,
    /// Turnover with taxes.
    pub total: Money,
    /// Returns.
    pub returns: u32,
    /// What they came to, positive.
    pub returned: Money,
    /// Cancellations of tickets.
    pub cancellations: u32,
    /// What they came to, positive.
    pub cancelled: Money,
    /// Sales with a discount.
    pub discounted: u32,
    /// What discounts took off sales, in the shop's price mode.
    pub discounts: Money,
    /// Cash rounding.
    pub rounding: Money,
    /// Abandoned sales.
    pub abandoned: u32,
    /// Drawer openings.
    pub drawer_openings: u32,
    /// Duplicates printed.
    pub duplicates: u32,
    /// First ticket.
    pub first_ticket: Option<String>,
    /// Last ticket.
    pub last_ticket: Option<String>,
    /// What closing froze.
    pub closing: Option<Closing>,
}

impl ShiftRow {
    /// Turnover of the sales alone, before corrections.
    #[must_use]
    pub fn sold(&self) -> Money {
        self.total + self.returned + self.cancelled
    }
}

/// What closing froze.
#[derive(Clone, Debug)]
pub struct Closing {
    /// Who.
    pub by: UserId,
    /// When.
    pub at_ms: i64,
    /// Cash counted.
    pub counted: Money,
    /// The count.
    pub count: Vec<DenominationCount>,
    /// Cash expected.
    pub expected: Money,
    /// Cash left in the drawer.
    pub float_left: Option<Money>,
    /// Note.
    pub note: String,
    /// Perpetual total of the workstation.
    pub perpetual: Money,
    /// Signature extract of the drawer count (JET 170), printed on the Z.
    pub extract: String,
}

const SHIFT: &str = "SELECT id, number, workstation_id, opened_by, opened_ms, opening_float, cash_receipts, cash_refunds, cash_in, cash_out,
  tickets, articles, net, total, rounding, abandoned, drawer_openings, duplicates, first_ticket, last_ticket,
  closed_by, closed_ms, counted, close_count, expected, float_left, close_note, perpetual, close_extract,
  returns, returned, cancellations, cancelled, discounted, discounts, cash_corrected FROM shift";

fn shift_row(r: &Row<'_>) -> rusqlite::Result<ShiftRow> {
    let flow = DrawerFlow {
        opening_float: Money(r.get(5)?),
        receipts: Money(r.get(6)?),
        refunds: Money(r.get(7)?),
        cash_in: Money(r.get(8)?),
        cash_out: Money(r.get(9)?),
        corrected: Money(r.get(35)?),
    };
    Ok(ShiftRow {
        id: ShiftId(r.get(0)?),
        number: r.get(1)?,
        workstation: WorkstationId(r.get(2)?),
        opened_by: UserId(r.get(3)?),
        opened_ms: r.get(4)?,
        flow,
        tickets: r.get(10)?,
        articles: r.get(11)?,
        net: Money(r.get(12)?),
        total: Money(r.get(13)?),
        returns: r.get(29)?,
        returned: Money(r.get(30)?),
        cancellations: r.get(31)?,
        cancelled: Money(r.get(32)?),
        discounted: r.get(33)?,
        discounts: Money(r.get(34)?),
        rounding: Money(r.get(14)?),
        abandoned: r.get(15)?,
        drawer_openings: r.get(16)?,
        duplicates: r.get(17)?,
        first_ticket: r.get(18)?,
        last_ticket: r.get(19)?,
        closing: closing(r)?,
    })
}

fn closing(r: &Row<'_>) -> rusqlite::Result<Option<Closing>> {
    let Some(by) = r.get::<_, Option<Uuid>>(20)? else { return Ok(None) };
    Ok(Some(Closing {
        by: UserId(by),
        at_ms: r.get(21)?,
        counted: Money(r.get(22)?),
        count: json(r, 23)?,
        expected: Money(r.get(24)?),
        float_left: r.get::<_, Option<i64>>(25)?.map(Money),
        note: r.get(26)?,
        perpetual: Money(r.get(27)?),
        extract: r.get(28)?,
    }))
}

/// A shift.
pub fn by_id(db: Db<'_>, id: ShiftId) -> Result<Option<ShiftRow>> {
    one(db.0, &format!("{SHIFT} WHERE id = ?1"), [id.0], shift_row)
}

/// The open shift of a workstation.
pub fn open(db: Db<'_>, workstation: WorkstationId) -> Result<Option<ShiftRow>> {
    one(db.0, &format!("{SHIFT} WHERE workstation_id = ?1 AND closed_ms IS NULL"), [workstation.0], shift_row)
}

/// The last closed shift of a workstation.
pub fn last_closed(db: Db<'_>, workstation: WorkstationId) -> Result<Option<ShiftRow>> {
    let sql =
        format!("{SHIFT} WHERE workstation_id = ?1 AND closed_ms IS NOT NULL ORDER BY number DESC LIMIT 1");
    one(db.0, &sql, [workstation.0], shift_row)
}

/// The greatest shift number of a workstation.
pub fn last_number(db: Db<'_>, workstation: WorkstationId) -> Result<u32> {
    let sql = "SELECT coalesce(max(number), 0) FROM shift WHERE workstation_id = ?1";
    Ok(one(db.0, sql, [workstation.0], |r| r.get(0))?.unwrap_or(0))
}

/// Shifts, newest first.
pub fn list(
    db: Db<'_>,
    workstation: Option<WorkstationId>,
    open_only: bool,
    offset: u32,
    limit: u32,
) -> Result<Vec<ShiftRow>> {
    // Open shifts have an index of their own, which the order by time must not lead away from.
    let (open, sign) = if open_only { ("AND closed_ms IS NULL", "+") } else { ("", "") };
    let sql = format!(
        "{SHIFT} WHERE (?1 IS NULL OR workstation_id = ?1) {open} ORDER BY {sign}opened_ms DESC, number DESC LIMIT ?2 OFFSET ?3"
    );
    all(db.0, &sql, (workstation.map(|w| w.0), limit, offset), shift_row)
}

/// What a method brought in during a shift.
#[derive(Clone, Debug)]
pub struct MethodTotalRow {
    /// The method.
    pub method: MethodId,
    /// What it is.
    pub kind: PaymentKind,
    /// Name, or nature of an «Autre» payment.
    pub name: String,
    /// Payments.
    pub count: u32,
    /// Sum.
    pub total: Money,
}

/// Totals by method, greatest first. Exchanges bring nothing in: what a return pays out, the sale of the same
/// transaction receives, so they are left out. So is a method of which a correction left nothing.
pub fn methods(db: Db<'_>, shift: ShiftId) -> Result<Vec<MethodTotalRow>> {
    let sql = "SELECT method_id, kind, CASE nature WHEN '' THEN name ELSE nature END, count, total FROM shift_method WHERE shift_id = ?1 AND kind <> 'exchange' AND (count <> 0 OR total <> 0) ORDER BY kind = 'cash' DESC, total DESC, name";
    all(db.0, sql, [shift.0], |r| {
        Ok(MethodTotalRow {
            method: MethodId(r.get(0)?),
            kind: named(r, 1)?,
            name: r.get(2)?,
            count: r.get(3)?,
            total: Money(r.get(4)?),
        })
    })
}

/// A row of the tax table of a shift or a document.
#[derive(Clone, Debug)]
pub struct TaxTotalRow {
    /// Name.
    pub name: String,
    /// Letter.
    pub letter: String,
    /// Rate.
    pub rate: Rate,
    /// Base.
    pub base: Money,
    /// Tax.
    pub amount: Money,
    /// Both.
    pub gross: Money,
}

/// The tax table as it is shown and printed, lowest rate first.
pub fn taxes(db: Db<'_>, shift: ShiftId) -> Result<Vec<TaxTotalRow>> {
    let sql = "SELECT name, letter, rate, base, amount, gross FROM shift_tax WHERE shift_id = ?1 ORDER BY rate, code";
    all(db.0, sql, [shift.0], tax_total)
}

pub(super) fn tax_total(r: &Row<'_>) -> rusqlite::Result<TaxTotalRow> {
    Ok(TaxTotalRow {
        name: r.get(0)?,
        letter: r.get(1)?,
        rate: Rate(r.get(2)?),
        base: Money(r.get(3)?),
        amount: Money(r.get(4)?),
        gross: Money(r.get(5)?),
    })
}

/// A movement of cash without a sale.
#[derive(Clone, Debug)]
pub struct CashMovementRow {
    /// When.
    pub at_ms: i64,
    /// Who.
    pub user: UserId,
    /// Amount, signed.
    pub amount: Money,
    /// Why.
    pub reason: String,
}

/// The movements of a shift, in order.
pub fn movements(db: Db<'_>, shift: ShiftId) -> Result<Vec<CashMovementRow>> {
    let sql =
        "SELECT at_ms, user_id, amount, reason FROM cash_movement WHERE shift_id = ?1 ORDER BY at_ms, id";
    all(db.0, sql, [shift.0], |r| {
        Ok(CashMovementRow {
            at_ms: r.get(0)?,
            user: UserId(r.get(1)?),
            amount: Money(r.get(2)?),
            reason: r.get(3)?,
        })
    })
}
