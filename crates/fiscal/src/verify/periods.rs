//! Closings against their parts: tickets make days, days make months, months make the exercice (fiscal.md 1.4), each
//! closed before the next one begins.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::defect::Defect;
use super::figure::PeriodFigure;
use super::finding::Findings;
use super::generation::{CLOSINGS, generation, is_training};
use super::period_figures::differing;
use super::sums::Rates;
use crate::{
    Anchor, DocumentClass, FiscalRecord, GrandTotalPayload, LastClosing, OpenDays, Payload, PeriodTally,
    Scope, TicketPayload,
};

/// Months that an exercice can have before it is worth a warning.
const MONTHS_OF_A_YEAR: u32 = 12;

/// Closed parts of a period that is still open.
#[derive(Debug, Default)]
struct Open {
    tally: PeriodTally,
    /// A part had no detail (`gt/1`), so the sum has none to compare.
    bare: bool,
    parts: u32,
}

impl Open {
    fn add(&mut self, p: &GrandTotalPayload) {
        self.tally.merge(&PeriodTally::of_closing(p));
        self.bare |= p.detail.is_none();
        self.parts = self.parts.saturating_add(1);
    }
}

/// What a declared gap leaves unproven.
#[derive(Debug)]
struct Unproven {
    /// Days up to this one.
    day: String,
    exercice: bool,
    /// Scopes whose number is not known.
    numbers: BTreeSet<Scope>,
}

/// Periods that are open, and the last that was closed.
#[derive(Debug, Default)]
pub(super) struct Periods {
    days: OpenDays,
    months: BTreeMap<String, Open>,
    exercice: Open,
    last: BTreeMap<Scope, LastClosing>,
    /// Periods that were already reported as not closed.
    reported: BTreeSet<String>,
    /// The newest rules seen: a record cannot escape them by naming older ones.
    generation: u32,
    unproven: Option<Unproven>,
}

impl Periods {
    /// Takes the next record that is no closing.
    pub(super) fn entry(&mut self, payload: &Payload, findings: &mut Findings) {
        self.generation = self.generation.max(generation(&payload.header().software));
        if let Payload::Settlement(p) = payload {
            self.dated(&p.business_day, findings);
        }
        if let Some(p) = payload.ticket().filter(|p| p.class == DocumentClass::Ticket) {
            self.ticket(&p, findings);
        }
        self.days.add(payload);
    }

    fn ticket(&mut self, p: &TicketPayload, findings: &mut Findings) {
        self.dated(&p.business_day, findings);
        if self.generation >= CLOSINGS && !is_training(&p.header.terminal.code) {
            let days = self.days.to_close().filter(|day| *day < p.business_day.as_str());
            let month = month_of(&p.business_day);
            let open: Vec<_> = days.chain(self.months.range(..month).map(|(m, _)| m.as_str())).collect();
            let new: Vec<_> =
                open.into_iter().filter(|o| !self.reported.contains(*o)).map(str::to_owned).collect();
            for period in new {
                self.reported.insert(period.clone());
                findings.add(Defect::ClosingMissing { period });
            }
        }
    }

    /// Takes a closing; the grand totals of tickets are of no interest here.
    pub(super) fn closing(&mut self, p: &GrandTotalPayload, findings: &mut Findings) {
        match p.scope {
            Scope::Ticket => return,
            Scope::Jour => self.close_day(p, findings),
            Scope::Mois => self.close_month(p, findings),
            Scope::Exercice => self.close_year(p, findings),
        }
        findings.require(is_key(p), || Defect::ClosingDetail(PeriodFigure::Period));
        self.number(p, findings);
    }

    fn close_day(&mut self, p: &GrandTotalPayload, findings: &mut Findings) {
        let day = p.period_key.as_str();
        self.dated(day, findings);
        let earlier: Vec<_> = self.days.to_close().filter(|open| *open < day).map(str::to_owned).collect();
        for open in &earlier {
            self.days.close(open);
        }
        missing(earlier, findings);
        let tally = self.days.close(day);
        if self.is_proven(day) {
            self.compare(&tally, false, p, findings);
        }
        self.months.entry(month_of(day)).or_default().add(p);
    }

    fn close_month(&mut self, p: &GrandTotalPayload, findings: &mut Findings) {
        let month = p.period_key.as_str();
        self.still_open(Scope::Mois, month, findings);
        self.no_month_skipped(month, findings);
        let sum = self.months.remove(month).unwrap_or_default();
        let proven = self.unproven.as_ref().is_none_or(|u| month_of(&u.day).as_str() < month);
        if proven {
            self.compare(&sum.tally, sum.bare, p, findings);
        }
        let days = self.days.to_close().filter(|day| month_of(day).as_str() <= month).map(str::to_owned);
        missing(days.collect(), findings);
        missing(self.months.range(..month.to_owned()).map(|(m, _)| m.clone()).collect(), findings);
        self.exercice.add(p);
        if self.exercice.parts == MONTHS_OF_A_YEAR + 1 {
            findings.add(Defect::ClosingSkipped { period: Scope::Exercice.as_str().to_owned() });
        }
    }

    fn close_year(&mut self, p: &GrandTotalPayload, findings: &mut Findings) {
        let sum = std::mem::take(&mut self.exercice);
        let unproven = self.unproven.as_mut().is_some_and(|u| std::mem::take(&mut u.exercice));
        if !unproven {
            self.compare(&sum.tally, sum.bare, p, findings);
        }
        // Days after its last month are of the next exercice: closings that are made good come late.
        let last = self.last.get(&Scope::Mois).map(|last| last.period_key.clone());
        let within = |day: &&str| last.as_ref().is_none_or(|last| month_of(day) <= *last);
        missing(self.days.to_close().filter(within).map(str::to_owned).collect(), findings);
        missing(self.months.keys().cloned().collect(), findings);
    }

    /// Sums, and what the closing says beyond them.
    fn compare(&self, tally: &PeriodTally, bare: bool, p: &GrandTotalPayload, findings: &mut Findings) {
        let expected = tally.total();
        findings.require(expected == p.period_total, || Defect::PeriodTotal { expected });
        let equal = Rates::of(&tally.vat()) == Rates::of(&p.vat);
        findings.require(equal && Rates::of(&p.vat).is_ok(), || Defect::PeriodVat);
        match &p.detail {
            Some(_) if bare => {}
            Some(found) => {
                let figures = differing(&tally.detail(found.number), found);
                figures.for_each(|figure| findings.add(Defect::ClosingDetail(figure)));
            }
            None => {
                let needed = self.generation >= CLOSINGS;
                findings.require(!needed, || Defect::ClosingDetail(PeriodFigure::Missing));
            }
        }
    }

    /// Closings of a scope are numbered from 1, and the last one is remembered.
    fn number(&mut self, p: &GrandTotalPayload, findings: &mut Findings) {
        let last = self.last.get(&p.scope).map_or(0, |last| last.number);
        let expected = last.saturating_add(1);
        let lost = self.unproven.as_mut().is_some_and(|u| u.numbers.remove(&p.scope));
        let number = p.detail.as_ref().map_or(expected, |d| d.number);
        let sound = number == expected || (lost && number > expected);
        findings.require(sound, || Defect::ClosingDetail(PeriodFigure::Number { expected }));
        self.last.insert(p.scope, LastClosing { number, period_key: p.period_key.clone() });
    }

    /// What is of a day is of a month too: both must be open.
    fn dated(&self, day: &str, findings: &mut Findings) {
        self.still_open(Scope::Jour, day, findings);
        self.still_open(Scope::Mois, &month_of(day), findings);
    }

    /// A day or month must lie after the last closed one; the keys are ISO dates, so text order is time order.
    fn still_open(&self, scope: Scope, period: &str, findings: &mut Findings) {
        if let Some(last) = self.last.get(&scope).filter(|last| period <= last.period_key.as_str()) {
            findings.add(Defect::PeriodClosed { closed: last.period_key.clone() });
        }
    }

    fn no_month_skipped(&self, month: &str, findings: &mut Findings) {
        let Some(last) = self.last.get(&Scope::Mois) else { return };
        let next = month_after(&last.period_key);
        if let Some(period) = next.filter(|next| next.as_str() < month) {
            findings.add(Defect::ClosingSkipped { period });
        }
    }

    fn is_proven(&self, day: &str) -> bool {
        self.unproven.as_ref().is_none_or(|u| u.day.as_str() < day)
    }

    /// Goes on behind a declared gap: what was open may have been closed, sold in or both.
    pub(super) fn cross(&mut self, anchor: &Anchor, record: &FiscalRecord) {
        let day = crate::days::iso_day(&record.ts_local);
        self.days = OpenDays::default();
        self.months.clear();
        self.exercice = Open::default();
        let numbers = [Scope::Jour, Scope::Mois, Scope::Exercice].into_iter();
        let numbers = numbers.filter(|scope| !anchor.closings.contains_key(scope)).collect();
        self.last.extend(anchor.closings.clone());
        self.unproven = Some(Unproven { day, exercice: true, numbers });
    }
}

/// A day or a month by its ISO name; an exercice is named as the shop likes.
fn is_key(p: &GrandTotalPayload) -> bool {
    let is_day = |text: &str| text.parse::<Date>().is_ok_and(|day| day.to_string() == text);
    match p.scope {
        Scope::Jour => is_day(&p.period_key),
        Scope::Mois => is_day(&format!("{}-01", p.period_key)),
        Scope::Exercice | Scope::Ticket => !p.period_key.is_empty(),
    }
}

fn missing(open: Vec<String>, findings: &mut Findings) {
    open.into_iter().for_each(|period| findings.add(Defect::ClosingMissing { period }));
}

/// «2026-11» of «2026-11-21».
fn month_of(day: &str) -> String {
    day.chars().take(7).collect()
}

/// «2026-12» of «2026-11»; none for what is no month.
fn month_after(month: &str) -> Option<String> {
    let (year, month) = month.split_once('-')?;
    let (year, month): (i64, i64) = (year.parse().ok()?, month.parse().ok()?);
    let (year, month) = if month == 12 { (year.checked_add(1)?, 1) } else { (year, month.checked_add(1)?) };
    Some(format!("{year:04}-{month:02}"))
}
