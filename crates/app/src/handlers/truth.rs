//! «Vérité d’une journée»: grand totals, signed tickets, payments and entries of a day, side by side.
//!
//! Each figure is read from its own source, so that a book that was touched does not agree with the others.

use std::collections::{BTreeMap, BTreeSet};

use accounting::{Role, book_till};
use api::types::{
    DayRef, DayTruth, MonthRef, TruthDay, TruthFigure, TruthRow, TruthTicket, TruthTicketPage, TruthTickets,
};
use domain::ids::WorkstationId;
use domain::money::Money;
use store::tables::book_facts::{self, TicketSums};
use store::tables::{accounting as stored, books_of_day};

use crate::bookkeeping::{Days, date, is_over, of_day, plan, z_number};
use crate::context::{Context, Query};
use crate::error::Result;

/// Tickets of one page at most.
const PAGE: usize = 200;

/// The four figures of a till.
#[derive(Clone, Copy, Default)]
struct Figures {
    closing: Money,
    signed: Money,
    payments: Money,
    accounting: Money,
}

impl Figures {
    fn plus(self, other: Self) -> Self {
        Self {
            closing: self.closing + other.closing,
            signed: self.signed + other.signed,
            payments: self.payments + other.payments,
            accounting: self.accounting + other.accounting,
        }
    }

    fn row(self, workstation_id: Option<WorkstationId>, name: String, piece: Option<String>) -> TruthRow {
        let Self { closing, signed, payments, accounting } = self;
        let agrees = [signed, payments, accounting].iter().all(|figure| *figure == closing);
        TruthRow {
            workstation_id,
            name,
            piece,
            closing,
            signed,
            signed_difference: signed - closing,
            payments,
            payments_difference: payments - closing,
            accounting,
            accounting_difference: accounting - closing,
            agrees,
        }
    }
}

/// What the books say of a day.
pub fn truth_day(cx: &Query<'_>, request: DayRef) -> Result<DayTruth> {
    let days = Days::one(&request.day, cx.country()?)?;
    let day = days.from.as_str();
    let batch = stored::first_exported(cx.db, day, day)?.map(|(_, number)| number);
    let totals = books_of_day::totals_of(cx.db, day)?;
    let (signed, booked) = signed_and_booked(cx, day)?;
    let accounting = if batch.is_some() { stored::exported_turnover(cx.db, day)? } else { booked };
    let paid = books_of_day::paid(cx.db, days.from_ms, days.to_ms)?;
    let closings: BTreeMap<_, _> = totals.iter().map(|t| (t.workstation, (t.total, t.closing))).collect();
    let ids: BTreeSet<WorkstationId> = [&signed, &accounting, &paid]
        .into_iter()
        .flat_map(BTreeMap::keys)
        .chain(closings.keys())
        .copied()
        .collect();
    let (mut tills, mut total) = (Vec::new(), Figures::default());
    for id in ids {
        let workstation = cx.find_workstation(id)?;
        let of = |book: &BTreeMap<WorkstationId, Money>| book.get(&id).copied().unwrap_or_default();
        let (closing, number) = closings.get(&id).copied().unwrap_or_default();
        let figures =
            Figures { closing, signed: of(&signed), payments: of(&paid), accounting: of(&accounting) };
        total = total.plus(figures);
        let piece = number.map(|n| z_number(&workstation.code, n));
        tills.push((workstation.code, figures.row(Some(id), workstation.name, piece)));
    }
    tills.sort_by(|a, b| a.0.cmp(&b.0));
    let rows: Vec<TruthRow> = tills.into_iter().map(|(_, row)| row).filter(has_something).collect();
    let mut all = total.row(None, String::new(), None);
    all.agrees = rows.iter().all(|row| row.agrees);
    Ok(DayTruth { over: is_over(cx, day)?, day: days.from, batch, tills: rows, total: all })
}

fn has_something(row: &TruthRow) -> bool {
    row.piece.is_some()
        || [row.closing, row.signed, row.payments, row.accounting].iter().any(|f| !f.is_zero())
}

type Books = BTreeMap<WorkstationId, Money>;

/// What the signed tickets of each till come to, and what their entries say of sales and taxes.
fn signed_and_booked(cx: &Query<'_>, day: &str) -> Result<(Books, Books)> {
    let plan = plan(cx)?;
    let (mut signed, mut booked) = (Books::new(), Books::new());
    for till in of_day(cx, day)?.tills {
        let lines = plan_lines(&plan, &till, day)?;
        let total: Money = lines.iter().map(|l| l.net + l.tax).sum();
        signed.insert(till.workstation, total);
        // An entry that does not balance says nothing: the payments beside it say why.
        let entry = book_till(&plan, &till).ok().flatten();
        let turnover =
            entry.iter().flat_map(|e| &e.lines).filter(|l| matches!(l.role, Role::Sales | Role::Tax));
        booked.insert(till.workstation, turnover.map(|l| l.credit - l.debit).sum());
    }
    Ok((signed, booked))
}

fn plan_lines(
    plan: &accounting::Plan,
    till: &accounting::TillDay,
    day: &str,
) -> Result<Vec<accounting::ReportLine>> {
    Ok(accounting::aggregate(plan, day, till.tickets.iter())?)
}

/// The days of a month, with what the grand totals say and whether the other books agree.
pub fn truth_month(cx: &Query<'_>, request: MonthRef) -> Result<Vec<TruthDay>> {
    let first = date(&format!("{}-01", request.month))?;
    let period = api::types::AccountingPeriod {
        from_day: first.to_string(),
        to_day: first.last_of_month().to_string(),
    };
    let days = Days::of(&period, cx.country()?)?;
    let totals = books_of_day::totals_by_day(cx.db, &days.from, &days.to)?;
    let sums = books_of_day::signed_and_paid_by_day(cx.db, days.from_ms, days.to_ms)?;
    let exported = stored::exported_by_day(cx.db, &days.from, &days.to)?;
    let day = |day: String| {
        let closing = totals.get(&day).copied().unwrap_or_default();
        let (signed, paid) = sums.get(&day).copied().unwrap_or_default();
        let booked = exported.get(&day).copied();
        let agrees = signed == closing && paid == closing && booked.is_none_or(|booked| booked == closing);
        TruthDay { day, closing, agrees, exported: booked.is_some() }
    };
    Ok(days.iter().map(day).collect())
}

/// The tickets behind a figure of a day. Those that differ from their grand total come first.
pub fn truth_tickets(cx: &Query<'_>, request: TruthTickets) -> Result<TruthTicketPage> {
    let days = Days::one(&request.day, cx.country()?)?;
    let mut sums = book_facts::ticket_sums(cx.db, days.from_ms, days.to_ms)?;
    sums.retain(|s| request.workstation_id.is_none_or(|id| id == s.workstation));
    let signed = match request.figure {
        TruthFigure::Signed | TruthFigure::Accounting => totals_of_payloads(cx, &days.from)?,
        TruthFigure::Closing | TruthFigure::Payments => BTreeMap::new(),
    };
    let amount = |s: &TicketSums| match request.figure {
        TruthFigure::Closing => s.grand_total.unwrap_or_default(),
        TruthFigure::Payments => s.payments,
        TruthFigure::Signed | TruthFigure::Accounting => signed.get(&s.number).copied().unwrap_or_default(),
    };
    let difference = |s: &TicketSums| match request.figure {
        TruthFigure::Closing => amount(s) - s.signed,
        _ => amount(s) - s.grand_total.unwrap_or_default(),
    };
    sums.sort_by_key(|s| difference(s).is_zero());
    let differing = sums.iter().filter(|s| !difference(s).is_zero()).count();
    let (offset, limit) = (request.offset as usize, (request.limit as usize).min(PAGE));
    let mut rows = Vec::new();
    for s in sums.iter().skip(offset).take(limit) {
        rows.push(TruthTicket {
            document_id: Some(s.document),
            number: s.number.clone(),
            at_ms: s.at_ms,
            workstation: cx.find_workstation(s.workstation)?.name,
            amount: amount(s),
            difference: difference(s),
        });
    }
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(TruthTicketPage { rows, count: number(sums.len()), differing: number(differing) })
}

/// What each signed payload of a day comes to, by number.
fn totals_of_payloads(cx: &Query<'_>, day: &str) -> Result<BTreeMap<String, Money>> {
    let plan = plan(cx)?;
    let mut totals = BTreeMap::new();
    for ticket in of_day(cx, day)?.tills.into_iter().flat_map(|till| till.tickets) {
        let lines = accounting::aggregate(&plan, day, std::iter::once(&ticket))?;
        totals.insert(ticket.number, lines.iter().map(|l| l.net + l.tax).sum());
    }
    Ok(totals)
}
