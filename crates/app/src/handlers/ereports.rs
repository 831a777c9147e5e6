//! E-reporting of sales to consumers: periods, what they come to, and the reports that were kept (fiscal.md 4.3, R-21).
//!
//! Nothing is sent: reports leave the program as files.

use accounting::{Category, Frequency, ReportHead, ReportLine, periods_before, report_csv, report_json};
use api::types::{
    AccountingPeriod, EReport, EReportFileRef, EReportFormat, EReportFrequency, EReportKind, EReportLine,
    EReportList, EReportPeriod, EReportView, FileContent,
};
use api::{FaultCode, Topic};
use domain::country::Country;
use store::Op;
use store::op::{EReportComputed, ReportedLine};
use store::tables::books_of_day;
use store::tables::ereports::{self, EReportRow};

use crate::bookkeeping::{Days, check_over, compute, is_over, plan, siren_of};
use crate::context::{Context, Mutation, Query};
use crate::error::{Error, Result, refusal, refuse};
use crate::views;

/// Periods that are listed: the current one and a year of decades.
const PERIODS: usize = 37;

/// «RE», for a report that replaces another.
const REPLACEMENT: &str = "RE";

fn only_in_france(cx: &impl Context) -> Result<()> {
    if cx.country()? == Country::France { Ok(()) } else { refuse(FaultCode::EReportFranceOnly) }
}

/// The periods from the first day of trade to today, newest first, with their reports.
pub fn ereport_list(cx: &Query<'_>, request: EReportList) -> Result<Vec<EReportPeriod>> {
    only_in_france(cx)?;
    let frequency = match request.frequency {
        EReportFrequency::Decade => Frequency::Decade,
        EReportFrequency::Month => Frequency::Month,
    };
    let today = cx.local_now()?.day();
    let first = books_of_day::first_day(cx.db)?.unwrap_or_else(|| today.clone());
    let periods = periods_before(frequency, &today, PERIODS).into_iter().filter(|p| p.to >= first);
    let period = |p: accounting::Period| {
        let reports = reports(cx, &p.from, &p.to)?;
        Ok(EReportPeriod { over: is_over(cx, &p.to)?, from_day: p.from, to_day: p.to, reports })
    };
    periods.map(period).collect()
}

fn reports(cx: &impl Context, from_day: &str, to_day: &str) -> Result<Vec<EReport>> {
    ereports::of_period(cx.db(), from_day, to_day)?.into_iter().map(|row| report(cx, row)).collect()
}

fn report(cx: &impl Context, row: EReportRow) -> Result<EReport> {
    Ok(EReport {
        user: views::user_name(cx.db(), row.user)?,
        kind: if row.kind == REPLACEMENT { EReportKind::Replacement } else { EReportKind::Initial },
        id: row.id,
        number: row.number,
        from_day: row.from_day,
        to_day: row.to_day,
        net: row.net,
        tax: row.tax,
        inputs: row.inputs,
        at_ms: row.at_ms,
    })
}

/// What a period comes to now, and whether a kept report still says so.
pub fn ereport_view(cx: &Query<'_>, request: AccountingPeriod) -> Result<EReportView> {
    view(cx, &request)
}

fn view(cx: &impl Context, request: &AccountingPeriod) -> Result<EReportView> {
    only_in_france(cx)?;
    let days = Days::of(request, cx.country()?)?;
    let now = compute(cx, &plan(cx)?, &days)?;
    let reports = reports(cx, &days.from, &days.to)?;
    let (net, tax) = (now.lines.iter().map(|l| l.net).sum(), now.lines.iter().map(|l| l.tax).sum());
    Ok(EReportView {
        over: is_over(cx, &days.to)?,
        currency: cx.country()?.currency().to_owned(),
        lines: now.lines.iter().map(line).collect(),
        net,
        tax,
        total: net + tax,
        changed: reports.first().is_some_and(|last| last.inputs != now.inputs),
        reports,
        from_day: days.from,
        to_day: days.to,
    })
}

fn line(l: &ReportLine) -> EReportLine {
    let ReportLine { day, category, rate, transactions, net, tax } = l.clone();
    EReportLine { day, category: category.as_str().to_owned(), rate, transactions, net, tax }
}

/// Keeps the report of a period that is over. The same inputs give no second report; others give one that replaces the last.
pub fn ereport_compute(cx: &mut Mutation<'_, '_>, request: AccountingPeriod) -> Result<EReportView> {
    only_in_france(cx)?;
    let days = Days::of(&request, cx.country()?)?;
    check_over(cx, &days)?;
    let now = compute(cx, &plan(cx)?, &days)?;
    let before = ereports::of_period(cx.db(), &days.from, &days.to)?;
    if before.first().is_none_or(|last| last.inputs != now.inputs) {
        let kind = if before.is_empty() { "IN" } else { REPLACEMENT };
        let computed = EReportComputed {
            id: cx.new_id(),
            number: ereports::last_number(cx.db())? + 1,
            kind: kind.to_owned(),
            from_day: days.from,
            to_day: days.to,
            siren: siren_of(&cx.shop()?),
            currency: cx.country()?.currency().to_owned(),
            inputs: now.inputs,
            user: cx.caller.user()?.id,
            lines: now.lines.into_iter().map(kept).collect(),
        };
        cx.emit(Op::EReportComputed(Box::new(computed)))?;
        cx.touch(&[Topic::Accounting]);
    }
    view(cx, &request)
}

fn kept(l: ReportLine) -> ReportedLine {
    let ReportLine { day, category, rate, transactions, net, tax } = l;
    ReportedLine { day, category: category.as_str().to_owned(), rate, transactions, net, tax }
}

/// A kept report as a file.
pub fn ereport_file(cx: &Query<'_>, request: EReportFileRef) -> Result<FileContent> {
    let row = ereports::by_id(cx.db, request.report_id)?;
    let row = row.ok_or_else(|| refusal(FaultCode::EReportNotFound))?;
    let lines = ereports::lines(cx.db, row.id)?.into_iter().map(read).collect::<Result<Vec<_>>>()?;
    let head = ReportHead {
        siren: &row.siren,
        kind: &row.kind,
        from: &row.from_day,
        to: &row.to_day,
        currency: &row.currency,
    };
    let name = format!("ereporting-{}-{}-{}-{}", row.siren, row.from_day, row.to_day, row.kind);
    Ok(match request.format {
        EReportFormat::Csv => {
            views::file(format!("{name}.csv"), "text/csv;charset=utf-8", &report_csv(head, &lines))
        }
        EReportFormat::Json => {
            views::file(format!("{name}.json"), "application/json", &report_json(head, &lines))
        }
    })
}

fn read(l: ReportedLine) -> Result<ReportLine> {
    let ReportedLine { day, category, rate, transactions, net, tax } = l;
    let category = Category::parse(&category).ok_or_else(|| Error::Bug(format!("category {category}")))?;
    Ok(ReportLine { day, category, rate, transactions, net, tax })
}
