//! Periods of e-reporting: decades or months (fiscal.md 4.3).

use serde::{Deserialize, Serialize};

/// How often the shop reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Three times a month: the «réel normal» regime.
    Decade,
    /// Every month.
    Month,
}

/// Days as «2026-11-01», both included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

/// The period of a day; none for a text that is no day.
#[must_use]
pub fn period_of(frequency: Frequency, day: &str) -> Option<Period> {
    let (year, month, date) = parts(day)?;
    let last = last_of(year, month);
    let (from, to) = match (frequency, date) {
        (Frequency::Month, _) => (1, last),
        (Frequency::Decade, ..=10) => (1, 10),
        (Frequency::Decade, ..=20) => (11, 20),
        (Frequency::Decade, _) => (21, last),
    };
    let text = |date: u32| format!("{year:04}-{month:02}-{date:02}");
    Some(Period { from: text(from), to: text(to) })
}

/// The period of a day and those before it, newest first.
#[must_use]
pub fn periods_before(frequency: Frequency, day: &str, count: usize) -> Vec<Period> {
    let mut periods: Vec<Period> = Vec::new();
    let mut at = day.to_owned();
    while periods.len() < count {
        let Some(period) = period_of(frequency, &at) else { break };
        let Some(before) = day_before(&period.from) else { break };
        at = before;
        periods.push(period);
    }
    periods
}

fn parts(day: &str) -> Option<(i32, u32, u32)> {
    let mut parts = day.split('-');
    let (year, month, date) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, month, date) = (year.parse().ok()?, month.parse().ok()?, date.parse().ok()?);
    ((1..=12).contains(&month) && (1..=last_of(year, month)).contains(&date)).then_some((year, month, date))
}

fn day_before(day: &str) -> Option<String> {
    let (year, month, date) = parts(day)?;
    let (year, month, date) = match (month, date) {
        (1, 1) => (year - 1, 12, 31),
        (_, 1) => (year, month - 1, last_of(year, month - 1)),
        _ => (year, month, date - 1),
    };
    Some(format!("{year:04}-{month:02}-{date:02}"))
}

const fn last_of(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: &str, to: &str) -> Period {
        Period { from: from.to_owned(), to: to.to_owned() }
    }

    #[test]
    fn decades_are_three_a_month_and_months_end_on_their_last_day() {
        assert_eq!(period_of(Frequency::Decade, "2028-02-21"), Some(period("2028-02-21", "2028-02-29")));
        assert_eq!(period_of(Frequency::Decade, "2026-11-20"), Some(period("2026-11-11", "2026-11-20")));
        assert_eq!(period_of(Frequency::Month, "2026-02-03"), Some(period("2026-02-01", "2026-02-28")));
        assert_eq!(period_of(Frequency::Month, "2026-02-30"), None);
    }

    #[test]
    fn earlier_periods_go_back_over_the_new_year() {
        let periods = periods_before(Frequency::Decade, "2027-01-05", 3);
        let expected =
            [("2027-01-01", "2027-01-10"), ("2026-12-21", "2026-12-31"), ("2026-12-11", "2026-12-20")];
        assert_eq!(periods, expected.map(|(from, to)| period(from, to)));
    }
}
