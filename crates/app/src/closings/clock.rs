//! When the clock is believed (fiscal.md 7.7).
//!
//! * **Behind** the last record by more than two minutes: nothing is signed, until a person with the right accepts the clock (JET 931). That
//!   record is the last one from then on, so signing goes on from its moment.
//! * **Ahead**: a wrong year would close months that cannot be opened again. So nothing of a month that is over, neither its last day nor itself,
//!   is closed unless the clock was known to be right within the last three days: by a ticket, an invoice, or the word of a person (JET 930).
//!   Three days, because a shop that is shut on Sunday and Monday is nothing to ask about. Within a month a day is closed without asking: if
//!   that was wrong, the next day sells again.

use api::{Fault, FaultCode};
use fiscal::JetEvent;
use store::Op;
use store::op::ClockAccepted;
use store::tables::closings;
use store::tables::documents;
use store::tables::settings::{self, WorkstationRow};

use super::{Due, due};
use crate::context::{Context, Mutation};
use crate::error::Result;
use crate::fiscal_book::{self, Book};

/// How far the clock may run ahead of the last moment at which it was right, in milliseconds, before a month is closed on its word.
const TRUST_MS: i64 = 3 * 24 * 3_600_000;

/// Refuses to close what is due while the clock is doubtful.
pub fn check_ahead(cx: &impl Context, due: &Due) -> Result<()> {
    match doubt(cx, due)? {
        None => Ok(()),
        Some(last_ms) => Err(Fault::refused(FaultCode::ClockUnconfirmed)
            .with("now_ms", cx.now_ms())
            .with("last_ms", last_ms)
            .into()),
    }
}

/// The moment at which the clock was last right, if it is too long ago to close this period on the clock's word.
fn doubt(cx: &impl Context, due: &Due) -> Result<Option<i64>> {
    let month = |day: &str| day.chars().take(7).collect::<String>();
    if month(&due.to) == month(&cx.local_now()?.day()) {
        return Ok(None);
    }
    let last = closings::trusted_ms(cx.db(), due.terminal)?;
    Ok(last.filter(|last| cx.now_ms() - last > TRUST_MS))
}

/// The workstations whose closings wait for a word on the clock, with the moment at which it was last right.
pub fn doubtful(cx: &impl Context) -> Result<Vec<(WorkstationRow, i64)>> {
    let mut found = Vec::new();
    for workstation in settings::workstations(cx.db())? {
        let Some(due) = due(cx, &workstation)? else { continue };
        if let Some(last_ms) = doubt(cx, &due)? {
            found.push((workstation, last_ms));
        }
    }
    Ok(found)
}

/// The workstations whose last record is ahead of the clock, with how many seconds.
pub fn behind(cx: &impl Context) -> Result<Vec<(WorkstationRow, i64)>> {
    let mut found = Vec::new();
    for workstation in settings::workstations(cx.db())? {
        if let Some(seconds) = fiscal_book::seconds_behind(cx, workstation.id)? {
            found.push((workstation, seconds));
        }
    }
    Ok(found)
}

/// A person says that the date is right although much time has passed (JET 930).
pub fn confirm_ahead(cx: &mut Mutation<'_, '_>) -> Result<()> {
    for (workstation, last_ms) in doubtful(cx)? {
        let days = (cx.now_ms() - last_ms) / (24 * 3_600_000);
        let info = format!("date confirmée par {}, {days} jours après", cx.caller.user()?.name);
        accept(cx, &workstation, JetEvent::ClockAnomaly, info)?;
    }
    Ok(())
}

/// A person says that the clock is right although it is behind the last record (JET 931).
pub fn accept_behind(cx: &mut Mutation<'_, '_>) -> Result<()> {
    for (workstation, seconds) in behind(cx)? {
        if documents::is_enrolled(cx.db(), workstation.id)? {
            let info = format!("horloge acceptée par {}, {seconds} s avant", cx.caller.user()?.name);
            accept(cx, &workstation, JetEvent::ClockOverridden, info)?;
        }
    }
    Ok(())
}

fn accept(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    event: JetEvent,
    info: String,
) -> Result<()> {
    let record = Book::whatever_the_clock(cx, workstation)?.journal(event, info)?;
    let user = cx.caller.user()?.id;
    cx.emit(Op::ClockAccepted(Box::new(ClockAccepted { terminal_id: workstation.id, user, record })))
}
