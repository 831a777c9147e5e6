//! Closings against their parts: tickets make days, days make months, months make the exercice (fiscal.md 1.4).

use std::collections::BTreeMap;

use domain::money::{Money, Overflow};

use super::finding::{Defect, Findings};
use crate::layout::{RateTotal, rate_totals};
use crate::{GrandTotalPayload, Scope};

/// A sum in progress: turnover, and base, tax and gross per printed rate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Sum {
    total: i64,
    rates: BTreeMap<String, [i64; 3]>,
}

impl Sum {
    fn of(p: &GrandTotalPayload) -> Result<Self, Overflow> {
        let mut sum = Self { total: p.period_total.0, rates: BTreeMap::new() };
        for RateTotal { rate_code, base, tax, gross } in rate_totals(&p.vat)? {
            sum.rates.insert(rate_code, [base.0, tax.0, gross.0]);
        }
        // A rate that comes to nothing is the same as one that did not occur.
        sum.drop_empty();
        Ok(sum)
    }

    /// Sums wrap: one that does is no longer equal to the closing, which is all that is asked of it.
    fn add(&mut self, part: &Self) {
        self.total = self.total.wrapping_add(part.total);
        for (rate, amounts) in &part.rates {
            let sums = self.rates.entry(rate.clone()).or_default();
            for (sum, amount) in sums.iter_mut().zip(amounts) {
                *sum = sum.wrapping_add(*amount);
            }
        }
        self.drop_empty();
    }

    fn drop_empty(&mut self) {
        self.rates.retain(|_, amounts| *amounts != [0; 3]);
    }
}

/// Periods that are open, and the last that was closed.
#[derive(Debug, Default)]
pub(super) struct Periods {
    /// Tickets per day of trade.
    days: BTreeMap<String, Sum>,
    /// Closed days per month.
    months: BTreeMap<String, Sum>,
    /// Closed months.
    exercice: Sum,
    last_day: Option<String>,
    last_month: Option<String>,
}

impl Periods {
    pub(super) fn add(&mut self, p: &GrandTotalPayload, findings: &mut Findings) {
        let Ok(part) = Sum::of(p) else {
            findings.add(Defect::PeriodVat);
            return;
        };
        match p.scope {
            Scope::Ticket => self.ticket(&p.period_key, &part, findings),
            Scope::Jour => self.close_day(&p.period_key, &part, findings),
            Scope::Mois => self.close_month(&p.period_key, &part, findings),
            Scope::Exercice => self.close_year(&part, findings),
        }
    }

    fn ticket(&mut self, day: &str, part: &Sum, findings: &mut Findings) {
        still_open(day, self.last_day.as_deref(), findings);
        self.days.entry(day.to_owned()).or_default().add(part);
    }

    fn close_day(&mut self, day: &str, closing: &Sum, findings: &mut Findings) {
        still_open(day, self.last_day.as_deref(), findings);
        still_open(&month_of(day), self.last_month.as_deref(), findings);
        compare(&self.days.remove(day).unwrap_or_default(), closing, findings);
        all_closed(self.days.range(..day.to_owned()), findings);
        self.months.entry(month_of(day)).or_default().add(closing);
        self.last_day = Some(day.to_owned());
    }

    fn close_month(&mut self, month: &str, closing: &Sum, findings: &mut Findings) {
        still_open(month, self.last_month.as_deref(), findings);
        compare(&self.months.remove(month).unwrap_or_default(), closing, findings);
        all_closed(self.days.iter().filter(|(day, _)| month_of(day).as_str() <= month), findings);
        all_closed(self.months.range(..month.to_owned()), findings);
        self.exercice.add(closing);
        self.last_month = Some(month.to_owned());
    }

    fn close_year(&mut self, closing: &Sum, findings: &mut Findings) {
        compare(&std::mem::take(&mut self.exercice), closing, findings);
        all_closed(&self.days, findings);
        all_closed(&self.months, findings);
    }
}

/// A day or month must lie after the last closed one; the keys are ISO dates, so text order is time order.
fn still_open(period: &str, last_closed: Option<&str>, findings: &mut Findings) {
    if let Some(closed) = last_closed.filter(|closed| period <= *closed) {
        findings.add(Defect::PeriodClosed { closed: closed.to_owned() });
    }
}

fn compare(sum: &Sum, closing: &Sum, findings: &mut Findings) {
    findings.require(sum.total == closing.total, || Defect::PeriodTotal { expected: Money(sum.total) });
    findings.require(sum.rates == closing.rates, || Defect::PeriodVat);
}

fn all_closed<'a>(open: impl IntoIterator<Item = (&'a String, &'a Sum)>, findings: &mut Findings) {
    for (period, _) in open {
        findings.add(Defect::ClosingMissing { period: period.clone() });
    }
}

/// «2026-11» of «2026-11-21».
fn month_of(day: &str) -> String {
    day.chars().take(7).collect()
}
