//! Closings as windows see them. What one says is read from its signed record.

use api::types::{
    ClosingDetail, ClosingOverview, ClosingRow, ClosingRules, ClosingScope, ClosingSum, DuePeriod,
    MethodTotal, OpenDay, TaxRow,
};
use domain::money::Money;
use domain::payment::PaymentKind;
use fiscal::{PeriodDetail, Scope, Tally, VatRow};
use store::Db;
use store::tables::closings::{self as rows, OpenPeriods};
use store::tables::settings::{self, WorkstationRow};
use store::tables::trading_days;

use super::user_name;
use crate::closings::{CLOSING_HOUR, YEAR_START, closed_period, due};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::sale::OpenCart;
use crate::verify::proves_closing;

/// A row of the list.
pub fn closing(db: Db<'_>, row: &rows::ClosingRow) -> Result<ClosingRow> {
    let workstation = settings::workstation(db, row.terminal)?;
    let (code, name) = workstation.map(|w| (w.code, w.name)).unwrap_or_default();
    Ok(ClosingRow {
        id: row.id,
        workstation_id: row.terminal,
        workstation_code: code,
        workstation_name: name,
        scope: shown_scope(row.scope),
        period_key: row.period_key.clone(),
        number: count(row.number),
        closed_ms: row.closed_ms,
        closed_by: row.user.map(|user| user_name(db, user)).transpose()?,
        tickets: count(row.tickets),
        total: row.total,
        perpetual_real: row.perpetual.real,
        perpetual_abs: row.perpetual.abs,
        extract: row.extract.clone(),
        intact: proves_closing(db, row)?,
    })
}

/// What a closing says.
pub fn closing_detail(db: Db<'_>, row: &rows::ClosingRow) -> Result<ClosingDetail> {
    let payload = closed_period(db, row)?;
    let detail = payload.detail.ok_or_else(|| Error::Bug(format!("closing {} without detail", row.id)))?;
    let PeriodDetail { first_ticket, last_ticket, payments, .. } = detail.clone();
    Ok(ClosingDetail {
        row: closing(db, row)?,
        period_from: row.period_from.clone(),
        period_to: row.period_to.clone(),
        first_ticket,
        last_ticket,
        sales: sum(detail.sales),
        returns: sum(detail.returns),
        cancellations: sum(detail.cancellations),
        discounts: sum(detail.discounts),
        duplicates: count(detail.duplicates),
        drawer_openings: count(detail.drawer_openings),
        net: payload.vat.iter().fold(payload.period_total, |net, row| net - row.tax),
        taxes: payload.vat.into_iter().map(tax).collect(),
        methods: payments.into_iter().filter(|m| m.kind != PaymentKind::Exchange).map(method).collect(),
        first_seq: row.first_seq,
        last_seq: row.last_seq,
        anomaly: row.anomaly,
    })
}

/// What is open at each workstation, and when it is closed.
pub fn closing_overview(cx: &impl Context) -> Result<ClosingOverview> {
    let today = cx.local_now()?.day();
    let mut workstations = settings::workstations(cx.db())?;
    workstations.retain(|w| w.active);
    let open = |w: &WorkstationRow| open_day(cx, w, &today);
    Ok(ClosingOverview {
        workstations: workstations.iter().map(open).collect::<Result<_>>()?,
        today: today.clone(),
        rules: closing_rules(cx.db())?,
        training: cx.shared().is_training(),
    })
}

fn open_day(cx: &impl Context, workstation: &WorkstationRow, today: &str) -> Result<OpenDay> {
    let OpenPeriods { last_closed_day, open_day, .. } = rows::open_periods(cx.db(), workstation.id)?;
    let closed = last_closed_day.is_some_and(|day| *today <= *day);
    let (tickets, total) = if closed {
        let closing = rows::of_period(cx.db(), workstation.id, Scope::Jour, today)?;
        closing.map_or((0, Money::ZERO), |row| (row.tickets, row.total))
    } else if open_day.as_deref() == Some(today) {
        let sums = trading_days::open_sums(cx.db(), workstation.id, today)?;
        (sums.detail.tickets, sums.total)
    } else {
        (0, Money::ZERO)
    };
    let due = due(cx, workstation)?;
    Ok(OpenDay {
        workstation_id: workstation.id,
        code: workstation.code.clone(),
        name: workstation.name.clone(),
        tickets: count(tickets),
        total,
        closed,
        cart_open: !OpenCart::load_of(cx, workstation.id)?.cart().is_empty(),
        due: due.map(|due| DuePeriod { scope: shown_scope(due.scope), period_key: due.key }),
    })
}

/// When the program closes by itself, with what holds until somebody chooses.
pub fn closing_rules(db: Db<'_>) -> Result<ClosingRules> {
    let rules = settings::closing_rules(db)?;
    let small = |n: i8| u8::try_from(n).unwrap_or(0);
    Ok(ClosingRules {
        hour: small(rules.hour.unwrap_or(CLOSING_HOUR)),
        year_start: small(rules.year_start.unwrap_or(YEAR_START)),
    })
}

/// The scope of the records that stands for one of the contract.
pub const fn stored_scope(scope: ClosingScope) -> Scope {
    match scope {
        ClosingScope::Day => Scope::Jour,
        ClosingScope::Month => Scope::Mois,
        ClosingScope::Year => Scope::Exercice,
    }
}

const fn shown_scope(scope: Scope) -> ClosingScope {
    match scope {
        Scope::Ticket | Scope::Jour => ClosingScope::Day,
        Scope::Mois => ClosingScope::Month,
        Scope::Exercice => ClosingScope::Year,
    }
}

fn count(n: i64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn sum(tally: Tally) -> ClosingSum {
    ClosingSum { count: count(tally.count), amount: tally.amount }
}

fn tax(row: VatRow) -> TaxRow {
    let VatRow { name, letter, rate, base, tax, gross, .. } = row;
    TaxRow { name, letter, rate, base, amount: tax, gross }
}

fn method(total: fiscal::MethodTotal) -> MethodTotal {
    MethodTotal {
        method_id: total.method,
        kind: total.kind,
        name: total.name,
        count: count(total.count),
        total: total.amount,
    }
}
