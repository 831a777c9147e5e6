//! The journal of technical events («JET»), for reading: who did what, where and when.

use api::types::{Empty, JournalEvent, JournalFilters, JournalList, JournalPage, JournalRow};
use api::{Fault, FaultCode};
use domain::country::Country;
use fiscal::{JetEvent, Stamp, extract};
use store::Db;
use store::tables::journal::{self, EventRow, JournalFilter};
use store::tables::settings;

use crate::clock::{day_after, start_of_day};
use crate::context::{Context as _, Query};
use crate::error::{Error, Result};

/// Most rows of a page.
const PAGE: u32 = 200;

/// Events of all workstations, newest first (M-09).
pub fn journal_list(cx: &Query<'_>, request: JournalList) -> Result<JournalPage> {
    let filter = JournalFilter {
        workstation: request.workstation_id,
        code: request.code,
        from: moment(cx, request.from_day.as_deref(), "from_day", start_of_day)?,
        before: moment(cx, request.to_day.as_deref(), "to_day", day_after)?,
    };
    let limit = request.limit.clamp(1, PAGE);
    let mut rows = journal::page(cx.db, &filter, request.offset, limit + 1)?;
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    Ok(JournalPage { rows: rows.into_iter().map(|row| view(cx.db, row)).collect::<Result<_>>()?, more })
}

fn view(db: Db<'_>, row: EventRow) -> Result<JournalRow> {
    let damaged = || Error::Store(store::Error::Fiscal(row.number.clone()));
    let at: jiff::Timestamp = row.ts_utc.parse().map_err(|_| damaged())?;
    Ok(JournalRow {
        at_ms: at.as_millisecond(),
        code: row.code.parse().map_err(|_| damaged())?,
        workstation: settings::workstation(db, row.workstation)?.map(|w| w.name).unwrap_or_default(),
        workstation_id: row.workstation,
        extract: extract(&row.sig),
        number: row.number,
        operator: row.operator,
        label: row.label,
        info: row.info,
    })
}

/// A moment of a day of the shop, as records write it.
fn moment(
    cx: &Query<'_>,
    day: Option<&str>,
    field: &str,
    of_day: fn(&str, Country) -> Option<i64>,
) -> Result<Option<String>> {
    let Some(day) = day else { return Ok(None) };
    let refused = || Error::from(Fault::refused(FaultCode::BadRequest).with("detail", field));
    let ms = of_day(day, cx.country()?).ok_or_else(refused)?;
    Stamp::from_unix(ms.div_euclid(1000), 0).map(|stamp| Some(stamp.ts_utc)).map_err(|_| refused())
}

/// The kinds of event that occur.
pub fn journal_filters(cx: &Query<'_>, _: Empty) -> Result<JournalFilters> {
    let known = |code: &String| code.parse().ok().and_then(|code: u16| JetEvent::try_from(code).ok());
    let mut events: Vec<JetEvent> = journal::codes(cx.db)?.iter().filter_map(known).collect();
    events.sort_by_key(|event| event.code());
    let view = |event: JetEvent| JournalEvent { code: event.code(), label: event.label().to_owned() };
    Ok(JournalFilters { events: events.into_iter().map(view).collect() })
}
