//! Archives against the records they hold (fiscal.md 1.9): range, sums, link, and that nothing is left out.
//!
//! The sums of a daily, monthly or yearly archive are those of the closing that it follows. They are the sums of its
//! range too, except where closings were made good or records are missing: then the closing is what was signed.

use std::collections::{BTreeMap, BTreeSet};

use domain::money::Money;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::defect::Defect;
use super::figure::ArchiveFigure;
use super::finding::Findings;
use super::sums::{Rates, wrapping};
use super::trail::Trail;
use crate::{
    Anchor, ArchivePayload, ArchiveType, GrandTotalPayload, PerpetualTotals, Scope, TicketPayload, VatRow,
};

/// A sum after each record that changed it, so that the sum of any range is a difference of two.
type Steps<T> = Vec<(i64, T)>;

/// What was sold up to each record, and which archives there were.
#[derive(Debug, Default)]
pub(super) struct Archives {
    turnover: Steps<Money>,
    rates: BTreeMap<String, Steps<[i64; 3]>>,
    perpetual: Steps<PerpetualTotals>,
    /// Sums of the last closing of each scope.
    closed: BTreeMap<Scope, (Money, Vec<VatRow>)>,
    /// `last_seq` of the last archive of each type.
    last: BTreeMap<ArchiveType, i64>,
    /// Types whose last archive may be among the records of a declared gap.
    lost: BTreeSet<ArchiveType>,
}

impl Archives {
    /// Remembers what a ticket adds.
    pub(super) fn ticket(&mut self, seq: i64, p: &TicketPayload) {
        let before = until(&self.turnover, seq);
        self.turnover.push((seq, wrapping(before, p.totals.total)));
        let Ok(rates) = Rates::of(&p.vat) else { return };
        for (rate, amounts) in rates.iter() {
            let steps = self.rates.entry(rate.clone()).or_default();
            let mut sums = until(steps, seq);
            sums.iter_mut().zip(amounts).for_each(|(sum, amount)| *sum = sum.wrapping_add(*amount));
            steps.push((seq, sums));
        }
    }

    /// Remembers the perpetual totals after a grand total, and the sums of a closing.
    pub(super) fn grand_total(&mut self, seq: i64, p: &GrandTotalPayload) {
        self.perpetual.push((seq, p.perpetual));
        if p.scope != Scope::Ticket {
            self.closed.insert(p.scope, (p.period_total, p.vat.clone()));
        }
    }

    /// Takes an archive's record.
    pub(super) fn check(&mut self, p: &ArchivePayload, seq: i64, trail: &Trail, findings: &mut Findings) {
        let mut require = |sound, figure| findings.require(sound, || Defect::Archive(figure));
        require(is_period(p), ArchiveFigure::Period);
        require(1 <= p.first_seq && p.first_seq <= p.last_seq && p.last_seq < seq, ArchiveFigure::Range);
        if let Some(expected) = self.expected_first(p) {
            require(p.first_seq == expected, ArchiveFigure::Coverage { expected });
        }
        require(trail.has(p.last_seq, &p.link_global), ArchiveFigure::Link);
        let records = i64::try_from(trail.count(p.first_seq, p.last_seq));
        require(records == Ok(p.records), ArchiveFigure::Records);
        let (total, vat) = self.sums(p);
        require(total == p.total, ArchiveFigure::Total);
        require(Rates::of(&p.vat) == Ok(vat), ArchiveFigure::Vat);
        require(until(&self.perpetual, p.last_seq) == p.perpetual, ArchiveFigure::Perpetual);
        if p.archive_type != ArchiveType::P {
            self.last.insert(p.archive_type, p.last_seq);
            self.lost.remove(&p.archive_type);
        }
    }

    /// Goes on behind a declared gap: perpetual totals from the anchor, and archives in the gap are not known.
    pub(super) fn cross(&mut self, seq: i64, anchor: &Anchor) {
        self.perpetual.push((seq, anchor.perpetual));
        self.lost.extend([ArchiveType::J, ArchiveType::M, ArchiveType::E]);
    }

    /// Where an archive must begin: after the one before of its type. An archive on demand begins anywhere.
    fn expected_first(&self, p: &ArchivePayload) -> Option<i64> {
        let last = self.last.get(&p.archive_type).copied().unwrap_or(0);
        let expected = last.saturating_add(1);
        let free = p.archive_type == ArchiveType::P
            || (self.lost.contains(&p.archive_type) && p.first_seq >= expected);
        (!free).then_some(expected)
    }

    /// The sums of the closing, or of the tickets in the range for an archive that follows none.
    fn sums(&self, p: &ArchivePayload) -> (Money, Rates) {
        let closed = match p.archive_type {
            ArchiveType::J => self.closed.get(&Scope::Jour),
            ArchiveType::M => self.closed.get(&Scope::Mois),
            ArchiveType::E => self.closed.get(&Scope::Exercice),
            ArchiveType::P => None,
        };
        let signed = closed.and_then(|(total, vat)| Some((*total, Rates::of(vat).ok()?)));
        signed.unwrap_or_else(|| (self.total(p), self.vat(p)))
    }

    fn total(&self, p: &ArchivePayload) -> Money {
        let before = until(&self.turnover, p.first_seq.saturating_sub(1));
        Money(until(&self.turnover, p.last_seq).0.wrapping_sub(before.0))
    }

    fn vat(&self, p: &ArchivePayload) -> Rates {
        let mut rates = Rates::default();
        for (rate, steps) in &self.rates {
            let (after, before) = (until(steps, p.last_seq), until(steps, p.first_seq.saturating_sub(1)));
            let mut sums = after;
            sums.iter_mut().zip(before).for_each(|(sum, before)| *sum = sum.wrapping_sub(before));
            rates.add(rate, sums);
        }
        rates
    }
}

/// The sum up to a record, nothing before the first.
fn until<T: Copy + Default>(steps: &Steps<T>, seq: i64) -> T {
    let passed = steps.partition_point(|(at, _)| *at <= seq);
    passed.checked_sub(1).and_then(|last| steps.get(last)).map(|(_, sum)| *sum).unwrap_or_default()
}

/// Two days in order, at most a year apart; a first fiscal year may be longer.
fn is_period(p: &ArchivePayload) -> bool {
    let years = if p.archive_type == ArchiveType::E { 2 } else { 1 };
    let day = |text: &str| text.parse::<Date>().ok().filter(|day| day.to_string() == text);
    match (day(&p.period_from), day(&p.period_to)) {
        (Some(from), Some(to)) => from <= to && from.checked_add(years.years()).is_ok_and(|end| to < end),
        _ => false,
    }
}
