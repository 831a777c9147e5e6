//! The books of the shop: facts of a day from what was signed, entries made of them, files made of entries.
//!
//! How facts become entries is in the crate `accounting`, which knows no database. Here they are read, numbered and frozen.

mod entries;
mod facts;
mod plan;
mod reports;

use std::fmt::Write as _;

use api::types::AccountingPeriod;
use api::{Fault, FaultCode};
use domain::country::Country;
use domain::registration;
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};
use store::tables::settings::ShopRow;

pub use entries::{book, freeze, frozen};
pub use facts::{DayFacts, of_day, z_number};
pub use plan::{plan, rows, save, supply};
pub use reports::compute;

use crate::clock::{day_after, start_of_day};
use crate::context::Context;
use crate::error::{Error, Result};

/// Days that one question or export takes at most: a quarter. Entries are made in the transaction that freezes them.
const MAX_DAYS: usize = 92;

/// Days of the shop, both included, with their bounds in UTC milliseconds.
#[derive(Clone, Debug)]
pub struct Days {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// First moment.
    pub from_ms: i64,
    /// First moment behind it.
    pub to_ms: i64,
}

impl Days {
    /// A period as it was asked for; refuses one that ends before it begins or is too long.
    pub fn of(period: &AccountingPeriod, country: Country) -> Result<Self> {
        let (from, to) = (date(&period.from_day)?, date(&period.to_day)?);
        let from_ms = start_of_day(&from.to_string(), country).ok_or_else(bad_period)?;
        let to_ms = day_after(&to.to_string(), country).ok_or_else(bad_period)?;
        let days = Self { from: from.to_string(), to: to.to_string(), from_ms, to_ms };
        let count = days.iter().take(MAX_DAYS + 1).count();
        if from > to || count > MAX_DAYS { Err(bad_period()) } else { Ok(days) }
    }

    /// One day.
    pub fn one(day: &str, country: Country) -> Result<Self> {
        Self::of(&AccountingPeriod { from_day: day.to_owned(), to_day: day.to_owned() }, country)
    }

    /// The days, in order.
    pub fn iter(&self) -> impl Iterator<Item = String> {
        let last = self.to.clone();
        let next = |day: &String| Some(day.parse::<Date>().ok()?.tomorrow().ok()?.to_string());
        std::iter::successors(Some(self.from.clone()), next).take_while(move |day| *day <= last)
    }
}

/// A day of the calendar.
pub fn date(day: &str) -> Result<Date> {
    day.parse().map_err(|_| bad_period())
}

fn bad_period() -> Error {
    Fault::refused(FaultCode::PeriodInvalid).with("max", MAX_DAYS).into()
}

/// True for a day that is over: nothing is dated on it any more.
pub fn is_over(cx: &impl Context, day: &str) -> Result<bool> {
    Ok(day < cx.local_now()?.day().as_str())
}

/// Refuses a period with a day that is not over.
pub fn check_over(cx: &impl Context, days: &Days) -> Result<()> {
    let today = cx.local_now()?.day();
    let open = days.iter().find(|day| *day >= today);
    open.map_or(Ok(()), |day| Err(Fault::refused(FaultCode::AccountingDayOpen).with("day", day).into()))
}

/// What names the shop in files: its SIREN, or its number in Québec.
pub fn siren_of(shop: &ShopRow) -> String {
    let number = match shop.country {
        Country::France => registration::siren(shop.text("siret")).map(str::to_owned),
        Country::Quebec => registration::neq(shop.text("neq")),
    };
    number.unwrap_or_else(|| "000000000".to_owned())
}

/// SHA-256, hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}
