//! Entries of a period, and the form in which an export freezes them.

use accounting::{BookingError, Entry, FrozenLine, Plan, book_office, book_till};
use api::{Fault, FaultCode};
use domain::money::Money;
use store::op::BookedLine;

use super::{DayFacts, Days, of_day};
use crate::context::Context;
use crate::error::{Error, Result};

/// The entries of a period, oldest first.
#[derive(Default)]
pub struct Booked {
    /// Entries: tills by code, then the office, day by day.
    pub entries: Vec<Entry>,
    /// The days that have entries.
    pub days: Vec<String>,
}

impl Booked {
    /// Sums of debits and credits.
    pub fn sums(&self) -> (Money, Money) {
        let lines = || self.entries.iter().flat_map(|e| &e.lines);
        (lines().map(|l| l.debit).sum(), lines().map(|l| l.credit).sum())
    }
}

/// Books every day of a period.
pub fn book(cx: &impl Context, plan: &Plan, days: &Days) -> Result<Booked> {
    let mut booked = Booked::default();
    for day in days.iter() {
        let entries = book_day(plan, &day, &of_day(cx, &day)?)?;
        if !entries.is_empty() {
            booked.entries.extend(entries);
            booked.days.push(day);
        }
    }
    Ok(booked)
}

fn book_day(plan: &Plan, day: &str, facts: &DayFacts) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for till in &facts.tills {
        entries.extend(book_till(plan, till)?);
    }
    entries.extend(book_office(plan, day, &facts.office)?);
    Ok(entries)
}

impl From<BookingError> for Error {
    fn from(error: BookingError) -> Self {
        match error {
            BookingError::Unbalanced { piece, difference } => {
                let fault = Fault::refused(FaultCode::AccountingUnbalanced);
                fault.with("piece", piece).with("amount", difference.0).into()
            }
            BookingError::Overflow(overflow) => overflow.into(),
        }
    }
}

/// Numbers entries from `first` on, and writes every line out with all its names.
pub fn freeze(entries: &[Entry], first: u32) -> Vec<BookedLine> {
    let mut lines = Vec::new();
    for (number, entry) in (first..).zip(entries) {
        for (n, line) in (1..).zip(&entry.lines) {
            let detail = if line.detail.is_empty() { String::new() } else { format!(" – {}", line.detail) };
            let auxiliary = line.auxiliary.as_ref();
            lines.push(BookedLine {
                entry: number,
                n,
                journal: entry.journal.code().to_owned(),
                journal_label: entry.journal.label().to_owned(),
                day: entry.day.clone(),
                workstation: entry.till,
                piece: entry.piece.clone(),
                account: line.account.number.clone(),
                account_label: line.account.label.clone(),
                auxiliary: auxiliary.map(|a| a.number.clone()).unwrap_or_default(),
                auxiliary_label: auxiliary.map(|a| a.name.clone()).unwrap_or_default(),
                label: format!("{}{detail}", entry.label),
                role: line.role.as_str().to_owned(),
                debit: line.debit,
                credit: line.credit,
            });
        }
    }
    lines
}

/// Frozen lines as the writers of files take them.
pub fn frozen(lines: &[BookedLine]) -> Vec<FrozenLine> {
    let line = |l: &BookedLine| FrozenLine {
        entry: l.entry,
        journal: l.journal.clone(),
        journal_label: l.journal_label.clone(),
        day: l.day.clone(),
        piece: l.piece.clone(),
        account: l.account.clone(),
        account_label: l.account_label.clone(),
        auxiliary: l.auxiliary.clone(),
        auxiliary_label: l.auxiliary_label.clone(),
        label: l.label.clone(),
        debit: l.debit,
        credit: l.credit,
    };
    lines.iter().map(line).collect()
}
