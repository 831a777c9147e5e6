//! Fiscal closings: days, months and years, sealed in order, never undone (fiscal.md 1.4, R-06 to R-09).
//!
//! A day of trade is the shop's local date. What is over is closed at the start of the program, by a worker in the night, and at the
//! latest in the transaction of the first sale of a later day: so the till never refuses for a closing that is missing, and no sale
//! is ever made in a day that began more than 24 hours ago. By hand a day is closed before it is over; nothing is sold in it
//! any more. A shift is another thing: it stays open over a closing (SHF-25, D-31).
//!
//! Training has no closings: its records are of no period (fiscal.md 1.8).

mod calendar;
pub mod clock;
mod period;
mod records;
mod round;
pub mod worker;

use api::{Fault, FaultCode};
pub use calendar::Due;
use calendar::next_due;
pub use period::closed_period;
pub use round::{at_start, make_good_all};
use store::tables::closings::{self, OpenPeriods};
use store::tables::documents;
use store::tables::settings::{self, WorkstationRow};

use crate::context::{Context, Mutation};
use crate::error::{Error, Result};
use crate::readiness::check_identity;

/// The night's hour at which the day before is closed, until the shop sets its own.
pub const CLOSING_HOUR: i8 = 3;
/// The month in which a fiscal year begins, until the shop sets its own.
pub const YEAR_START: i8 = 1;

/// Makes ready for a document or a movement of cash of today at a workstation: closes what is due before it, in this transaction.
/// Refuses a day that was closed by hand (FISC-05), and closings of long periods on the word of a doubtful clock.
///
/// After the first ticket of the day this is one read.
pub fn open_day(cx: &mut Mutation<'_, '_>, workstation: &WorkstationRow) -> Result<()> {
    if cx.shared.is_training() {
        return Ok(());
    }
    let today = cx.local_now()?.day();
    check_identity(&cx.shop()?)?;
    if closings::has_begun(cx.db(), workstation.id, &today)? {
        return Ok(());
    }
    let open = closings::open_periods(cx.db(), workstation.id)?;
    if let Some(closed) = open.last_closed_day.filter(|closed| *today <= **closed) {
        return Err(Fault::refused(FaultCode::DayClosed).with("day", closed).into());
    }
    make_good_here(cx, workstation)
}

/// Closes what is due at a workstation, in this transaction.
pub fn make_good_here(cx: &mut Mutation<'_, '_>, workstation: &WorkstationRow) -> Result<()> {
    while let Some(due) = due(cx, workstation)? {
        clock::check_ahead(cx, &due)?;
        records::seal(cx, workstation, &due, None)?;
    }
    Ok(())
}

/// The next period of a workstation that is over and not closed.
pub fn due(cx: &impl Context, workstation: &WorkstationRow) -> Result<Option<Due>> {
    if cx.shared().is_training() || !documents::is_enrolled(cx.db(), workstation.id)? {
        return Ok(None);
    }
    let open = closings::open_periods(cx.db(), workstation.id)?;
    due_of(cx, workstation, &open)
}

/// The same, for who knows what is open.
fn due_of(cx: &impl Context, workstation: &WorkstationRow, open: &OpenPeriods) -> Result<Option<Due>> {
    let year_start = settings::closing_rules(cx.db())?.year_start.unwrap_or(YEAR_START);
    next_due(workstation.id, open, &cx.local_now()?.day(), year_start, workstation.active)
}

/// Closes today by hand, after what is due before it. Refuses a day that is closed already.
pub fn close_today(cx: &mut Mutation<'_, '_>, workstation: &WorkstationRow) -> Result<()> {
    open_day(cx, workstation)?;
    let today = Due::day(workstation.id, &cx.local_now()?.day());
    let user = cx.caller.user()?.id;
    records::seal(cx, workstation, &today, Some(user))
}

/// Why a start of the fiscal year cannot be set now: with it, months that are closed already would lie behind its end, and a year
/// is closed as a whole or not at all.
pub fn check_year_start(cx: &impl Context, year_start: i8) -> Result<()> {
    if !(1..=12).contains(&year_start) {
        return Err(Fault::refused(FaultCode::AmountOutOfRange).into());
    }
    let today = cx.local_now()?.day();
    for workstation in settings::workstations(cx.db())? {
        let open = closings::open_periods(cx.db(), workstation.id)?;
        let OpenPeriods { last_year_to, first_day, .. } = &open;
        let closed_to_date = OpenPeriods {
            open_day: None,
            last_month: Some(today.chars().take(7).collect()),
            last_year_to: last_year_to.clone(),
            first_day: first_day.clone(),
            ..OpenPeriods::default()
        };
        let due = next_due(workstation.id, &closed_to_date, &today, year_start, true)?;
        if let Some(due) = due {
            let fault = Fault::refused(FaultCode::YearStartTooLate).with("day", due.to);
            return Err(Error::Refused(fault));
        }
    }
    Ok(())
}
