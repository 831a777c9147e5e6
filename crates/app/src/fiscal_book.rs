//! The fiscal book of a workstation, open for one transaction: numbers, seals, and moves the heads forward.

use std::sync::Arc;

use api::{Fault, FaultCode};
use domain::ids::WorkstationId;
use fiscal::{
    Chain, Draft, FiscalRecord, GrandTotalPayload, Header, JetEvent, JetPayload, Payload, Person, Scope,
    Software, Stamp, Terminal, TicketPayload, document_number, seal,
};
use store::tables::fiscal::{TerminalState, last_moment, state};
use store::tables::settings::WorkstationRow;

use crate::VERSION;
use crate::clock::LocalMoment;
use crate::context::Context;
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
}

impl Book {
    /// Opens the book of an enrolled workstation. Refuses when the clock is behind the last record.
    pub fn open(cx: &impl Context, workstation: &WorkstationRow) -> Result<Self> {
        let key = keys::of_terminal(cx.shared(), workstation.id)?;
        let book = Self::with_key(cx, workstation.id, &workstation.code, key)?;
        if let Some(last) = last_moment(cx.db(), workstation.id)? {
            let last = Stamp { ts_utc: last, ..book.at.clone() };
            let behind = utc_seconds(&last)? - cx.now_ms().div_euclid(1000);
            if behind > CLOCK_TOLERANCE_S {
                return Err(Fault::refused(FaultCode::ClockBehind).with("seconds", behind).into());
            }
        }
        Ok(book)
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
        })
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

    /// When this transaction's records are made.
    pub const fn at(&self) -> &Stamp {
        &self.at
    }

    /// Perpetual total of the workstation so far.
    pub const fn perpetual_real(&self) -> domain::money::Money {
        self.state.perpetual.real
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
        let perpetual = self.state.perpetual.after(ticket.totals.total)?;
        let (number, day, vat, total) = (
            ticket.header.number.clone(),
            ticket.business_day.clone(),
            ticket.vat.clone(),
            ticket.totals.total,
        );
        let record = self.seal(&ticket.into())?;
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
        self.state.perpetual = perpetual;
        Ok((record, sum))
    }
}

fn utc_seconds(stamp: &Stamp) -> Result<i64> {
    let at: jiff::Timestamp =
        stamp.ts_utc.parse().map_err(|_| Error::Store(store::Error::Fiscal(stamp.ts_utc.clone())))?;
    Ok(at.as_second())
}
