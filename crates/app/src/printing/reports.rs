//! Shift reports and cash slips as the ticket model of `documents`.

use api::types::PaymentCorrection;
use documents::ticket::{
    CashDirection, CashSlip, CorrectionSlip, CountedAmount, DrawerReport, MethodTotal, PaymentMoved,
    PrintNumber, Seal, ShiftEvents, ShiftReportKind, ShiftTicket, ZFiscal,
};
use domain::country::Country;
use domain::ids::ShiftId;
use domain::money::Money;
use domain::tax::{AppliedTax, TaxAmount};
use store::Db;
use store::tables::shifts::{self, Closing, ShiftRow, TaxTotalRow};
use store::tables::{settings, settlements};

use super::papers::software;
use crate::clock::LocalMoment;
use crate::context::Context;
use crate::error::Result;
use crate::settlements::corrections;
use crate::views::{average, shop_tile, user_name};

/// The report of a shift as paper shows it.
pub fn shift_ticket(cx: &impl Context, row: &ShiftRow, print: Option<PrintNumber>) -> Result<ShiftTicket> {
    let (db, shop) = (cx.db(), cx.shop()?);
    let country = shop.country;
    let at = |ms: i64| LocalMoment::of(ms, country).printed();
    let closing = row.closing.as_ref();
    Ok(ShiftTicket {
        country,
        kind: kind(row, country),
        trade_name: shop_tile(&shop).name,
        workstation: settings::workstation(db, row.workstation)?.map(|w| w.name).unwrap_or_default(),
        shift: format!("{:04}", row.number),
        opened_at: at(row.opened_ms),
        opened_by: user_name(db, row.opened_by)?,
        closed_at: closing.map(|c| at(c.at_ms)),
        closed_by: closing.map(|c| user_name(db, c.by)).transpose()?,
        approved_by: None,
        reported_at: at(cx.now_ms()),
        sales: CountedAmount { count: row.tickets, amount: row.sold() },
        returns: CountedAmount {
            count: row.returns + row.cancellations,
            amount: row.returned + row.cancelled,
        },
        discounts: CountedAmount { count: row.discounted, amount: -row.discounts },
        turnover: row.total,
        average_basket: (row.tickets > 0).then(|| average(row.sold(), row.tickets)),
        taxes: shifts::taxes(db, row.id)?.into_iter().map(tax).collect(),
        payments: shifts::methods(db, row.id)?.into_iter().map(method).collect(),
        corrections: moved(db, row.id)?,
        drawer: Some(drawer(row, closing)),
        events: ShiftEvents {
            cancellations: row.abandoned,
            drawer_openings: row.drawer_openings,
            duplicates: row.duplicates,
        },
        note: closing.map(|c| c.note.clone()).unwrap_or_default(),
        print,
        software: software(db, country)?,
    })
}

fn kind(row: &ShiftRow, country: Country) -> ShiftReportKind {
    let Some(closing) = &row.closing else { return ShiftReportKind::X };
    let fiscal = match country {
        Country::Quebec => None,
        Country::France => Some(ZFiscal {
            period_total: row.total,
            perpetual_total: closing.perpetual,
            first_ticket: row.first_ticket.clone(),
            last_ticket: row.last_ticket.clone(),
            seal: Seal { signature_extract: closing.extract.clone() },
        }),
    };
    ShiftReportKind::Z { number: format!("{:04}", row.number), fiscal }
}

fn drawer(row: &ShiftRow, closing: Option<&Closing>) -> DrawerReport {
    let left = closing.and_then(|c| c.float_left);
    DrawerReport {
        opening_float: row.flow.opening_float,
        receipts: row.flow.receipts,
        refunds: row.flow.refunds,
        cash_in: row.flow.cash_in,
        cash_out: row.flow.cash_out,
        corrected: row.flow.corrected,
        expected: closing.map_or_else(|| row.flow.expected(), |c| c.expected),
        counted: closing.map(|c| c.counted),
        difference: closing.map(|c| c.counted - c.expected),
        to_bank: closing.and_then(|c| left.map(|l| c.counted - l)),
        left,
    }
}

/// Payments that were corrected during the shift.
fn moved(db: Db<'_>, shift: ShiftId) -> Result<Vec<PaymentMoved>> {
    let all = corrections(db, &settlements::of_shift(db, shift)?)?.into_iter();
    Ok(all.map(|c| PaymentMoved { ticket: c.document, from: c.from, to: c.to, amount: c.amount }).collect())
}

/// The slip of a correction as paper shows it.
pub fn correction_slip(cx: &impl Context, correction: &PaymentCorrection) -> Result<CorrectionSlip> {
    let shop = cx.shop()?;
    let seal = |extract: &String| Seal { signature_extract: extract.clone() };
    let PaymentCorrection { number, second, extracts: [first, last], .. } = correction;
    Ok(CorrectionSlip {
        country: shop.country,
        trade_name: shop_tile(&shop).name,
        numbers: [number.clone(), second.clone()],
        corrected_at: LocalMoment::of(correction.at_ms, shop.country).printed(),
        workstation: correction.workstation.clone(),
        ticket: correction.document.clone(),
        from: correction.from.clone(),
        to: correction.to.clone(),
        amount: correction.amount,
        reason: correction.reason.clone(),
        operator: correction.user.clone(),
        seals: (shop.country == Country::France).then(|| [seal(first), seal(last)]),
        software: software(cx.db(), shop.country)?,
    })
}

fn method(row: shifts::MethodTotalRow) -> MethodTotal {
    MethodTotal { label: row.name, count: row.count, amount: row.total }
}

fn tax(row: TaxTotalRow) -> TaxAmount {
    let TaxTotalRow { name, letter, rate, base, amount, gross } = row;
    TaxAmount { tax: AppliedTax { code: name.clone(), name, letter, rate }, base, amount, gross }
}

/// The slip of a cash movement.
pub fn cash_slip(cx: &impl Context, shift: &ShiftRow, amount: Money, reason: &str) -> Result<CashSlip> {
    let shop = cx.shop()?;
    Ok(CashSlip {
        country: shop.country,
        trade_name: shop_tile(&shop).name,
        direction: if amount < Money::ZERO { CashDirection::Out } else { CashDirection::In },
        number: String::new(),
        moved_at: cx.local_now()?.printed(),
        workstation: cx.find_workstation(shift.workstation)?.name,
        shift: Some(format!("{:04}", shift.number)),
        amount: amount.abs(),
        reason: reason.to_owned(),
        operator: cx.caller().user()?.name.clone(),
        note: String::new(),
    })
}
