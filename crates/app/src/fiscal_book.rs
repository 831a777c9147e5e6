//! The fiscal book of a workstation, open for one transaction: numbers, seals, and moves the heads forward.

use std::sync::Arc;

use api::{Fault, FaultCode};
use domain::ids::WorkstationId;
use fiscal::{
    Anchor, Chain, Draft, FiscalRecord, GrandTotalPayload, Header, JetEvent, JetPayload, Payload,
    PerpetualTotals, Person, Scope, Software, Stamp, Terminal, TicketPayload, document_number, seal,
};
use store::tables::fiscal::{TerminalState, last_moment, state};
use store::tables::settings::WorkstationRow;

use crate::VERSION;
use crate::clock::LocalMoment;
use crate::context::Context;
use crate::crash_points::CrashPoint;
use crate::error::{Error, Result};
use crate::keys::{self, TerminalKey};

/// How far the clock may be behind the last record (fiscal.md 7.7).
const CLOCK_TOLERANCE_S: i64 = 120;

/// The book of a workstation.
pub struct Book {
    state: TerminalState,
    key: Arc<TerminalKey>,
    terminal: Terminal,
    at: Stamp,
    operator: Option<Person>,
    software: Software,
    /// Why no ticket may be signed; events are.
    no_sales: Option<Error>,
}

impl Book {
    /// Opens the book of an enrolled workstation. Refuses when the clock is behind the last record.
    pub fn open(cx: &impl Context, workstation: &WorkstationRow) -> Result<Self> {
        match seconds_behind(cx, workstation.id)? {
            None => Self::whatever_the_clock(cx, workstation),
            Some(seconds) => Err(Fault::refused(FaultCode::ClockBehind).with("seconds", seconds).into()),
        }
    }

    /// Opens the book although the clock may be behind the last record: for the event that says who accepts it (JET 931).
    pub fn whatever_the_clock(cx: &impl Context, workstation: &WorkstationRow) -> Result<Self> {
        cx.shared().books.allow_writing(workstation.id)?;
        let key = keys::in_force(cx, workstation.id)?;
        let book = Self::with_key(cx, workstation.id, &workstation.code, key)?;
        Ok(Self { no_sales: cx.shared().books.allow_selling(workstation.id).err(), ..book })
    }

    /// The same book for what the program does by itself: nobody is its operator.
    #[must_use]
    pub fn unattended(self) -> Self {
        Self { operator: None, ..self }
    }

    /// The book of a workstation that is being enrolled.
    pub fn with_key(cx: &impl Context, id: WorkstationId, code: &str, key: Arc<TerminalKey>) -> Result<Self> {
        let moment = LocalMoment::of(cx.now_ms(), cx.country()?);
        let at = Stamp::from_unix(cx.now_ms().div_euclid(1000), moment.offset_min)
            .map_err(|e| Error::Bug(e.to_string()))?;
        let user = cx.caller().user.as_ref();
        Ok(Self {
            state: state(cx.db(), id)?,
            key,
            terminal: Terminal { id, code: code.to_owned() },
            at,
            operator: user.map(|u| Person { id: u.id, name: u.name.clone() }),
            software: Software::current(VERSION),
            no_sales: None,
        })
    }

    /// The same book, going on behind records that are lost (fiscal.md 7.7).
    #[must_use]
    pub fn behind(mut self, lost: &Anchor) -> Self {
        self.state.heads = lost.heads();
        self.state.perpetual = lost.perpetual;
        self
    }

    /// The number of the document of a chain that comes after `ahead` others.
    pub fn number(&self, chain: Chain, ahead: i64) -> String {
        document_number(chain, &self.terminal.code, self.state.heads.next_seq(chain) + ahead)
    }

    /// The header of the next record of a chain, with its number.
    pub fn header(&self, chain: Chain) -> Header {
        Header {
            number: self.number(chain, 0),
            at: self.at.clone(),
            terminal: self.terminal.clone(),
            operator: self.operator.clone(),
            software: self.software.clone(),
        }
    }

    /// The workstation.
    pub const fn workstation(&self) -> WorkstationId {
        self.terminal.id
    }

    /// When this transaction's records are made.
    pub const fn at(&self) -> &Stamp {
        &self.at
    }

    /// Perpetual total of the workstation so far.
    pub const fn perpetual_real(&self) -> domain::money::Money {
        self.state.perpetual.real
    }

    /// Both perpetual totals so far.
    pub const fn perpetual(&self) -> PerpetualTotals {
        self.state.perpetual
    }

    /// Position and link of the last record.
    pub fn head(&self) -> (i64, String) {
        (self.state.heads.global_seq, self.state.heads.link_global.clone())
    }

    /// Seals a payload behind the chain it belongs to.
    pub fn seal(&mut self, payload: &Payload) -> Result<FiscalRecord> {
        let draft = Draft::of(payload)?;
        let record = seal(&draft, &self.state.heads, self.key.as_ref())?;
        self.state.heads.advance(&record);
        Ok(record)
    }

    /// Seals a technical event.
    pub fn journal(&mut self, event: JetEvent, info: impl Into<String>) -> Result<FiscalRecord> {
        let payload = JetPayload::new(self.header(Chain::Jet), event, info);
        self.seal(&payload.into())
    }

    /// Seals a ticket and its grand total.
    pub fn ticket(&mut self, ticket: TicketPayload) -> Result<(FiscalRecord, FiscalRecord)> {
        if let Some(refused) = self.no_sales.take() {
            return Err(refused);
        }
        let perpetual = self.state.perpetual.after(ticket.totals.total)?;
        let (number, day, vat, total) = (
            ticket.header.number.clone(),
            ticket.business_day.clone(),
            ticket.vat.clone(),
            ticket.totals.total,
        );
        let record = self.seal(&ticket.into())?;
        CrashPoint::TicketSigned.reached();
        let grand_total = GrandTotalPayload {
            header: self.header(Chain::Gt),
            scope: Scope::Ticket,
            period_key: day,
            document: Some(number),
            vat,
            period_total: total,
            perpetual,
            detail: None,
        };
        let sum = self.seal(&grand_total.into())?;
        CrashPoint::TotalSigned.reached();
        self.state.perpetual = perpetual;
        Ok((record, sum))
    }
}

/// By how many seconds the clock is behind the last record of a workstation, if by more than is tolerated (fiscal.md 7.7).
pub fn seconds_behind(cx: &impl Context, workstation: WorkstationId) -> Result<Option<i64>> {
    let Some(last) = last_moment(cx.db(), workstation)? else { return Ok(None) };
    let behind = utc_seconds(&last)? - cx.now_ms().div_euclid(1000);
    Ok((behind > CLOCK_TOLERANCE_S).then_some(behind))
}

fn utc_seconds(ts_utc: &str) -> Result<i64> {
    let at: jiff::Timestamp =
        ts_utc.parse().map_err(|_| Error::Store(store::Error::Fiscal(ts_utc.to_owned())))?;
    Ok(at.as_second())
}
