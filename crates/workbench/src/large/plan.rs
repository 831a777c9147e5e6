//! How much of what, and when.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date};
use jiff::tz::TimeZone;

use crate::Failure;

/// The size of a shop and the time in which it sold.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Articles of the catalogue.
    pub articles: usize,
    /// Customers.
    pub customers: usize,
    /// Sales; returns and cancellations come on top of them.
    pub tickets: usize,
    /// Business days.
    pub days: usize,
    /// Names the whole past.
    pub seed: u64,
}

/// The day before the first business day. The last one lies in the past of whoever measures.
const BEFORE: Date = date(2023, 11, 1);

impl Plan {
    /// A big shop after two years.
    pub const LARGE: Self =
        Self { articles: 200_000, customers: 20_000, tickets: 500_000, days: 620, seed: 20_261_122 };

    /// The same shop with fewer tickets, for as many fewer days.
    pub fn scaled(self, tickets: usize) -> Self {
        Self { tickets, days: (self.days * tickets / self.tickets.max(1)).max(1), ..self }
    }

    /// Business days: closed on Sundays.
    pub fn calendar(&self) -> Result<Vec<Date>, Failure> {
        let mut days = Vec::with_capacity(self.days);
        let mut day = BEFORE;
        while days.len() < self.days {
            day = day.checked_add(1.day())?;
            if day.weekday() != Weekday::Sunday {
                days.push(day);
            }
        }
        Ok(days)
    }

    /// Tickets of each day: three parts on Monday, six on Saturday, four otherwise, and exactly all of them together.
    pub fn tickets_of(&self, calendar: &[Date]) -> Vec<usize> {
        let weight = |day: &Date| match day.weekday() {
            Weekday::Monday => 3,
            Weekday::Saturday => 6,
            _ => 4,
        };
        let whole: usize = calendar.iter().map(weight).sum();
        let (mut passed, mut given) = (0, 0);
        let share = |day| {
            passed += weight(day);
            let until = self.tickets * passed / whole.max(1);
            let tickets = until - given;
            given = until;
            tickets
        };
        calendar.iter().map(share).collect()
    }
}

/// UTC milliseconds of midnight in France.
pub fn midnight(day: Date) -> Result<i64, Failure> {
    let zone = TimeZone::get("Europe/Paris")?;
    Ok(day.at(0, 0, 0, 0).to_zoned(zone)?.timestamp().as_millisecond())
}
