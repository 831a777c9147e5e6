//! Which period is closed next: a pure function of what is closed and of the day.

use domain::ids::WorkstationId;
use fiscal::Scope;
use jiff::ToSpan as _;
use jiff::civil::Date;
use store::tables::closings::OpenPeriods;

use crate::error::{Error, Result};

/// A period that is over and not closed, or the day that a person closes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The workstation.
    pub terminal: WorkstationId,
    /// Day, month or fiscal year.
    pub scope: Scope,
    /// «2026-11-21», «2026-11», «2026» or «2026-04/2027-03».
    pub key: String,
    /// First day, ISO.
    pub from: String,
    /// Last day, ISO.
    pub to: String,
}

impl Due {
    /// A day of trade.
    #[must_use]
    pub fn day(terminal: WorkstationId, day: &str) -> Self {
        let day = day.to_owned();
        Self { terminal, scope: Scope::Jour, key: day.clone(), from: day.clone(), to: day }
    }
}

/// The earliest period of a workstation that is over on the morning of `today` and is not closed: its days of trade, then the
/// month that they lie in, then the fiscal year, which begins in the month `year_start` (1 to 12). Months and years without
/// trade are closed with zero totals, days are not.
///
/// A workstation that is out of service is closed up to the end of the fiscal year in which it last sold.
pub fn next_due(
    terminal: WorkstationId,
    open: &OpenPeriods,
    today: &str,
    year_start: i8,
    in_service: bool,
) -> Result<Option<Due>> {
    let Some(first_day) = &open.first_day else { return Ok(None) };
    let this_month = Month::of(today)?;
    let month = open.last_month.as_deref().map_or_else(|| Month::of(first_day), |m| Month::of(m)?.next())?;
    let year_from = match &open.last_year_to {
        Some(day) => Month::of(day)?.next()?,
        None => Month::of(first_day)?,
    };
    if !in_service && open.open_day.is_none() && is_wound_up(open) {
        return Ok(None);
    }
    let year_to = end_of_year(year_from, year_start)?;
    let day = open.open_day.as_deref().filter(|day| *day < today).map(|day| Due::day(terminal, day));
    let month = (month < this_month).then(|| month_due(terminal, month)).transpose()?;
    let year = (year_to < this_month).then(|| year_due(terminal, year_from, year_to)).transpose()?;
    // Days come before the month that ends with them, and months before their year: at equal ends the order of the list.
    Ok([day, month, year].into_iter().flatten().min_by(|a, b| a.to.cmp(&b.to)))
}

/// True once the fiscal year of the last sale is closed.
fn is_wound_up(open: &OpenPeriods) -> bool {
    open.last_year_to.as_deref().zip(open.last_day.as_deref()).is_some_and(|(closed, sold)| sold <= closed)
}

/// The last month of the fiscal year that goes on in a month. A first year may be longer than twelve months: the one in which
/// the shop set another start.
fn end_of_year(from: Month, year_start: i8) -> Result<Month> {
    let mut end = from;
    while end.next()?.0.month() != year_start {
        end = end.next()?;
    }
    Ok(end)
}

fn month_due(terminal: WorkstationId, month: Month) -> Result<Due> {
    let (from, to) = (month.0.to_string(), month.last_day().to_string());
    Ok(Due { terminal, scope: Scope::Mois, key: month.key(), from, to })
}

fn year_due(terminal: WorkstationId, from: Month, to: Month) -> Result<Due> {
    let calendar = from.0.year() == to.0.year() && to.0.month() == 12;
    let key = if calendar { from.0.year().to_string() } else { format!("{}/{}", from.key(), to.key()) };
    let (from, to) = (from.0.to_string(), to.last_day().to_string());
    Ok(Due { terminal, scope: Scope::Exercice, key, from, to })
}

/// A month, as its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Month(Date);

impl Month {
    /// The month of «2026-11» or «2026-11-21».
    fn of(text: &str) -> Result<Self> {
        let day = if text.len() == 7 { format!("{text}-01") } else { text.to_owned() };
        let day: Date = day.parse().map_err(|e| Error::Bug(format!("{text}: {e}")))?;
        Ok(Self(day.first_of_month()))
    }

    fn next(self) -> Result<Self> {
        self.0.checked_add(1.month()).map(Self).map_err(|e| Error::Bug(e.to_string()))
    }

    fn last_day(self) -> Date {
        self.0.last_of_month()
    }

    fn key(self) -> String {
        self.0.to_string().chars().take(7).collect()
    }
}

#[cfg(test)]
mod tests;
