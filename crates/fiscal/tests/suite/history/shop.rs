//! The shop: what its database holds, and a day of its trade.

use std::collections::{BTreeMap, BTreeSet};

use fiscal::verify::{TrustedKey, TrustedKeys};
use fiscal::{
    Anchor, Chain, Draft, FiscalRecord, Header, JetEvent, JetPayload, LastClosing, OpenDays, Payload,
    PeriodTally, PerpetualTotals, Scope, Software, Stamp, TerminalHeads, TicketPayload, document_number,
    seal,
};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Chance, History, RingKey};
use crate::common::samples;

/// A ticket that may still be corrected.
#[derive(Clone)]
pub struct Sold {
    pub ticket: TicketPayload,
    pub reprints: i64,
    pub invoiced: bool,
    pub corrected: bool,
}

/// What the database holds: a backup is a copy of it.
#[derive(Clone)]
pub struct Database {
    pub records: Vec<FiscalRecord>,
    pub heads: TerminalHeads,
    pub perpetual: PerpetualTotals,
    pub days: OpenDays,
    /// Closed days per month, and closed months.
    pub months: BTreeMap<String, PeriodTally>,
    pub year: PeriodTally,
    pub closings: BTreeMap<Scope, LastClosing>,
    pub sold: Vec<Sold>,
    pub series: BTreeMap<String, i64>,
    /// `last_seq` of the last archive of each type.
    pub archived: BTreeMap<fiscal::ArchiveType, i64>,
    /// What a verifier should warn of, by code.
    pub warnings: BTreeSet<&'static str>,
}

/// A shop with one workstation.
pub struct Shop {
    pub chance: Chance,
    pub db: Database,
    pub backup: Option<Database>,
    pub key: RingKey,
    pub keys: Vec<TrustedKey>,
    /// The local day, and the seconds since 1970 of the clock.
    pub day: Date,
    pub clock: i64,
    /// True while the program is one of F.3, which knew no closings.
    pub old: bool,
}

impl Shop {
    /// A shop whose journal is initialised.
    pub fn opened(seed: u64) -> Self {
        let key = RingKey::generate();
        let heads = TerminalHeads::genesis(samples::terminal().id);
        let db = Database {
            records: Vec::new(),
            heads,
            perpetual: PerpetualTotals::default(),
            days: OpenDays::default(),
            months: BTreeMap::new(),
            year: PeriodTally::default(),
            closings: BTreeMap::new(),
            sold: Vec::new(),
            series: BTreeMap::new(),
            archived: BTreeMap::new(),
            warnings: BTreeSet::new(),
        };
        let mut chance = Chance(seed);
        let mut shop = Self {
            old: chance.one_in(5),
            day: Date::constant(2026, 9, 1)
                .checked_add(i64::try_from(chance.below(90)).unwrap().days())
                .unwrap(),
            keys: vec![TrustedKey::new(fiscal::Signer::spki(&key), 1).unwrap()],
            chance,
            db,
            backup: None,
            key,
            clock: 0,
        };
        shop.morning();
        shop.event(JetEvent::JournalInitialised, "T1");
        shop
    }

    /// Eight o'clock of the local day.
    pub fn morning(&mut self) {
        let midnight = self.day.to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp().as_second();
        self.clock = midnight + 7 * 3_600;
    }

    /// A day of trade, after as many days of rest as it happens.
    pub fn day(&mut self) {
        let rest = if self.chance.one_in(3) { 1 + self.chance.below(40) } else { 1 };
        self.day = self.day.checked_add(i64::try_from(rest).unwrap().days()).unwrap();
        self.morning();
        self.update();
        self.event(JetEvent::TerminalStarted, "");
        self.due_closings();
        for _ in 0..1 + self.chance.below(6) {
            self.clock += 60 + i64::try_from(self.chance.below(3_600)).unwrap();
            self.something();
        }
        if !self.old && self.chance.one_in(2) {
            let today = self.today();
            self.close_day(&today);
        }
    }

    /// An F.3 program is replaced by one of today, now and then.
    fn update(&mut self) {
        if self.old && self.chance.one_in(2) {
            self.old = false;
            self.event(JetEvent::VersionChanged, "F.3 → F.4");
        }
    }

    fn something(&mut self) {
        match self.chance.below(20) {
            0..8 => self.sale(),
            8 => self.give_back(),
            9 => self.cancel(),
            10 => self.exchange(),
            11 => self.duplicate(),
            12 => self.invoice(),
            13 => self.correct_method(),
            14 => self.on_account(),
            15 => self.event(JetEvent::DrawerOpened, ""),
            16 => self.event(JetEvent::SaleAbandoned, "12,00"),
            17 => self.archive_on_demand(),
            _ => self.incident(),
        }
    }

    /// The end: the anchor is that of the last record, or of one before when the last anchor was not written.
    pub fn finished(mut self) -> History {
        let mut anchor = self.db.heads.clone();
        if self.chance.one_in(10) {
            self.event(JetEvent::TerminalStopped, "");
            self.db.warnings.insert("anchor_behind");
        } else {
            self.event(JetEvent::TerminalStopped, "");
            anchor = self.db.heads.clone();
        }
        History {
            records: self.db.records,
            keys: TrustedKeys::new(samples::terminal().id, self.keys),
            anchor,
            warnings: self.db.warnings,
            key: self.key,
        }
    }

    pub fn today(&self) -> String {
        self.day.to_string()
    }

    /// A header under the next number of a chain, a second later.
    pub fn header(&mut self, chain: Chain) -> Header {
        self.clock += 1;
        let number = document_number(chain, "T1", self.db.heads.next_seq(chain));
        let version = if self.old { "F.3" } else { fiscal::FISCAL_VERSION };
        let header = samples::header(number, self.clock);
        let software = Software { fiscal_version: version.into(), ..header.software };
        Header { at: Stamp::from_unix(self.clock, 60).unwrap(), software, ..header }
    }

    /// Signs and keeps.
    pub fn put(&mut self, payload: impl Into<Payload>) {
        let mut payload = payload.into();
        if self.old {
            payload = older(payload);
        }
        self.db.days.add(&payload);
        let record = seal(&Draft::of(&payload).unwrap(), &self.db.heads, &self.key).unwrap();
        self.db.heads.advance(&record);
        self.db.records.push(record);
    }

    pub fn event(&mut self, event: JetEvent, info: &str) {
        let header = self.header(Chain::Jet);
        self.put(JetPayload::new(header, event, info));
    }

    /// What is written outside the database after each transaction.
    pub fn anchor(&self) -> Anchor {
        let last = self.db.records.last().map(|r| r.ts_utc.clone()).unwrap_or_default();
        let anchor = self.db.heads.anchor(last, self.db.perpetual);
        Anchor { closings: self.db.closings.clone(), series: self.db.series.clone(), ..anchor }
    }
}

/// The payload as a program of F.3 signed it.
fn older(payload: Payload) -> Payload {
    let schema = match payload {
        Payload::GrandTotal(_) => "gt/1",
        Payload::Jet(_) => "jet/1",
        other => return other,
    };
    let mut old = serde_json::to_value(payload).unwrap();
    old["s"] = schema.into();
    let fields = old.as_object_mut().unwrap();
    fields.remove("detail");
    fields.remove("gap");
    serde_json::from_value(old).unwrap()
}
