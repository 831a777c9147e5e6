//! Closings as the ticket model of `documents`, read from what was signed.

use documents::ticket::{ClosedPeriod, ClosingTicket, CountedAmount, LocalDateTime, MethodTotal, Seal};
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::tax::{AppliedTax, TaxAmount};
use fiscal::{Scope, Tally, VatRow};
use jiff::civil::Date;
use store::tables::closings::ClosingRow;

use super::papers::{identity, local, software};
use crate::clock::LocalMoment;
use crate::closings::closed_period;
use crate::context::Context;
use crate::error::{Error, Result};
use crate::sale::shop_snapshot;
use crate::views::user_name;

/// The paper of a closing.
pub fn closing_ticket(cx: &impl Context, row: &ClosingRow) -> Result<ClosingTicket> {
    let (db, shop) = (cx.db(), cx.shop()?);
    let payload = closed_period(db, row)?;
    let detail = payload.detail.ok_or_else(|| Error::Bug(format!("closing {} without detail", row.id)))?;
    let opened_at = detail.opened_at.as_ref().map(|at| local(&at.ts_local)).transpose()?;
    Ok(ClosingTicket {
        country: shop.country,
        period: match row.scope {
            Scope::Ticket | Scope::Jour => ClosedPeriod::Day,
            Scope::Mois => ClosedPeriod::Month,
            Scope::Exercice => ClosedPeriod::Year,
        },
        number: format!("{:04}", row.number),
        seller: identity(&shop_snapshot(&shop)),
        workstation: payload.header.terminal.code,
        from: day(&row.period_from)?,
        to: day(&row.period_to)?,
        opened_at,
        closed_at: local(&payload.header.at.ts_local)?,
        closed_by: row.user.map(|user| user_name(db, user)).transpose()?,
        printed_at: LocalMoment::of(cx.now_ms(), shop.country).printed(),
        tickets: count(detail.tickets),
        first_ticket: detail.first_ticket,
        last_ticket: detail.last_ticket,
        sales: counted(detail.sales),
        returns: counted(detail.returns),
        cancellations: counted(detail.cancellations),
        discounts: CountedAmount { amount: -detail.discounts.amount, ..counted(detail.discounts) },
        total: payload.period_total,
        taxes: payload.vat.into_iter().map(tax).collect(),
        payments: methods(detail.payments),
        duplicates: count(detail.duplicates),
        drawer_openings: count(detail.drawer_openings),
        perpetual_real: payload.perpetual.real,
        perpetual_abs: payload.perpetual.abs,
        seal: Seal { signature_extract: row.extract.clone() },
        anomaly: row.anomaly,
        software: software(db, shop.country)?,
    })
}

/// An exchange moves no money: what it takes with one ticket it gives with the other.
fn methods(payments: Vec<fiscal::MethodTotal>) -> Vec<MethodTotal> {
    let money = payments.into_iter().filter(|m| m.kind != PaymentKind::Exchange);
    money.map(|m| MethodTotal { label: m.name, count: count(m.count), amount: m.amount }).collect()
}

fn counted(tally: Tally) -> CountedAmount {
    CountedAmount { count: count(tally.count), amount: tally.amount }
}

fn count(n: i64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn tax(row: VatRow) -> TaxAmount {
    let VatRow { code, name, letter, rate, base, tax, gross } = row;
    let amount: Money = tax;
    TaxAmount { tax: AppliedTax { code, name, letter, rate }, base, amount, gross }
}

fn day(text: &str) -> Result<LocalDateTime> {
    let date: Date = text.parse().map_err(|e| Error::Bug(format!("{text}: {e}")))?;
    let small = |n: i8| u8::try_from(n).unwrap_or(0);
    let (year, month, day) = (date.year(), small(date.month()), small(date.day()));
    Ok(LocalDateTime { year, month, day, hour: 0, minute: 0, second: 0 })
}
