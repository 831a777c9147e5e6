//! Shift reports and cash slips as the ticket model of `documents`.

use documents::ticket::{
    CashDirection, CashSlip, CountedAmount, DrawerReport, MethodTotal, PrintNumber, Seal, ShiftEvents,
    ShiftReportKind, ShiftTicket, ZFiscal,
};
use domain::country::Country;
use domain::money::Money;
use domain::tax::{AppliedTax, TaxAmount};
use store::tables::settings;
use store::tables::shifts::{self, Closing, ShiftRow, TaxTotalRow};

use super::papers::software;
use crate::clock::LocalMoment;
use crate::context::Context;
use crate::error::Result;
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
        drawer: Some(drawer(row, closing)),
        events: ShiftEvents {
            cancellations: row.abandoned,
            drawer_openings: row.drawer_openings,
            duplicates: row.duplicates,
        },
        note: closing.map(|c| c.note.clone()).unwrap_or_default(),
        print,
        software: software(country),
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
        expected: closing.map_or_else(|| row.flow.expected(), |c| c.expected),
        counted: closing.map(|c| c.counted),
        difference: closing.map(|c| c.counted - c.expected),
        to_bank: closing.and_then(|c| left.map(|l| c.counted - l)),
        left,
    }
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
