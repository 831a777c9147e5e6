//! Which day an entry belongs to, while days are open (fiscal.md 1.4).
//!
//! Tickets and settlements name their day of trade. Duplicates and openings of the drawer belong to the local day on
//! which they were made; one that was made on a day after its closing counts in the next closing, because no
//! closing is ever made again. So a closing takes everything that is dated on its day or before and was in no
//! closing yet.

use std::collections::BTreeMap;

use crate::{DocumentClass, JetEvent, Payload, PeriodTally, Stamp};

/// The days that are not closed yet, each with its sums. The till feeds it the records since the first day that is not
/// closed; the verifier feeds it all of them.
#[derive(Clone, Debug, Default)]
pub struct OpenDays {
    days: BTreeMap<String, PeriodTally>,
}

impl OpenDays {
    /// Takes the next record, in global order; records that no closing counts are passed over.
    pub fn add(&mut self, payload: &Payload) {
        match payload {
            Payload::Duplicate(p) => self.at(&local_day(&p.header.at)).duplicate(),
            Payload::Settlement(p) => self.at(&p.business_day).settlement(p),
            Payload::Jet(p) if p.code == JetEvent::DrawerOpened.code() => {
                self.at(&local_day(&p.header.at)).drawer_opened();
            }
            Payload::JetV1(p) if p.code == JetEvent::DrawerOpened.code() => {
                self.at(&local_day(&p.header.at)).drawer_opened();
            }
            _ => {
                if let Some(p) = payload.ticket().filter(|p| p.class == DocumentClass::Ticket) {
                    self.at(&p.business_day).ticket(&p);
                }
            }
        }
    }

    /// Days with tickets, oldest first: each needs its closing before a later day may begin.
    pub fn to_close(&self) -> impl Iterator<Item = &str> {
        self.days.iter().filter(|(_, tally)| tally.tickets() > 0).map(|(day, _)| day.as_str())
    }

    /// Closes a day («2026-11-21»): everything of that day and of the days before it.
    pub fn close(&mut self, day: &str) -> PeriodTally {
        let mut closed = PeriodTally::default();
        while let Some(first) = self.days.first_entry().filter(|first| first.key().as_str() <= day) {
            closed.merge(&first.remove());
        }
        closed
    }

    fn at(&mut self, day: &str) -> &mut PeriodTally {
        self.days.entry(day.to_owned()).or_default()
    }
}

/// The local day of a stamp, «2026-11-21».
#[must_use]
pub fn local_day(at: &Stamp) -> String {
    iso_day(&at.ts_local)
}

/// «2026-11-21» of «20261121093005»; something that is no day of a text that is no moment.
pub(crate) fn iso_day(ts_local: &str) -> String {
    let part = |range| ts_local.get(range).unwrap_or_default();
    format!("{}-{}-{}", part(0..4), part(4..6), part(6..8))
}
