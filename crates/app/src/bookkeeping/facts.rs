//! What happened in a day, as the books see it. Tickets come from their signed payloads, whatever the tables beside say.

use std::collections::BTreeMap;

use accounting::{
    Auxiliary, DrawerFact, LineFact, MoneyFact, OfficeFact, PaymentFact, TaxFact, TicketFact, TillDay,
};
use domain::ids::WorkstationId;
use domain::tax::AppliedTax;
use fiscal::{Payload, TicketLine, TicketPayload};
use store::op::AccountSide;
use store::tables::book_facts::{self, CorrectedPayment, LoneEntry, SignedTicket};
use store::tables::books_of_day;

use super::Days;
use crate::context::Context;
use crate::error::{Error, Result};

/// A day of the shop.
pub struct DayFacts {
    /// Its tills, by code.
    pub tills: Vec<TillDay>,
    /// What the office wrote on customers' accounts.
    pub office: Vec<OfficeFact>,
    /// Numbers and hashes of the tickets, in order: what a report is made from.
    pub signed: Vec<(String, String)>,
}

/// Reads a day.
pub fn of_day(cx: &impl Context, day: &str) -> Result<DayFacts> {
    let days = Days::one(day, cx.country()?)?;
    let mut tills = Tills::new(cx, day)?;
    let mut signed = Vec::new();
    for row in book_facts::tickets(cx.db(), days.from_ms, days.to_ms)? {
        let (till, sha256) = (row.workstation, row.sha256.clone());
        let fact = ticket(row)?;
        signed.push((fact.number.clone(), sha256));
        tills.of(till)?.tickets.push(fact);
    }
    drawers(cx, &days, &mut tills)?;
    let mut office = Vec::new();
    for entry in book_facts::lone_entries(cx.db(), days.from_ms, days.to_ms)? {
        match lone(entry) {
            Lone::Till(till, fact) => tills.of(till)?.money.push(fact),
            Lone::Office(fact) => office.push(fact),
        }
    }
    for leg in book_facts::corrected(cx.db(), days.from_ms, days.to_ms)? {
        tills.of(leg.workstation)?.money.push(corrected(leg));
    }
    Ok(DayFacts { tills: tills.into_days(), office, signed })
}

/// The tills of a day; each is made when something of it comes.
struct Tills<'a, C> {
    cx: &'a C,
    day: &'a str,
    closings: BTreeMap<WorkstationId, u32>,
    days: BTreeMap<WorkstationId, TillDay>,
}

impl<'a, C: Context> Tills<'a, C> {
    fn new(cx: &'a C, day: &'a str) -> Result<Self> {
        let totals = books_of_day::totals_of(cx.db(), day)?;
        let closings = totals.into_iter().filter_map(|t| Some((t.workstation, t.closing?))).collect();
        Ok(Self { cx, day, closings, days: BTreeMap::new() })
    }

    fn of(&mut self, workstation: WorkstationId) -> Result<&mut TillDay> {
        if !self.days.contains_key(&workstation) {
            let code = self.cx.find_workstation(workstation)?.code;
            let piece =
                self.closings.get(&workstation).map_or_else(|| self.day.to_owned(), |n| z_number(&code, *n));
            let day = TillDay {
                workstation,
                code,
                day: self.day.to_owned(),
                piece,
                tickets: Vec::new(),
                movements: Vec::new(),
                drawers: Vec::new(),
                money: Vec::new(),
            };
            self.days.insert(workstation, day);
        }
        self.days.get_mut(&workstation).ok_or_else(|| Error::Bug("a till was lost".to_owned()))
    }

    fn into_days(self) -> Vec<TillDay> {
        let mut days: Vec<TillDay> = self.days.into_values().collect();
        days.sort_by(|a, b| a.code.cmp(&b.code));
        days
    }
}

/// What names a daily closing on a piece: the tills count theirs apart.
pub fn z_number(code: &str, number: u32) -> String {
    format!("Z-{code}-{number}")
}

fn drawers<C: Context>(cx: &C, days: &Days, tills: &mut Tills<'_, C>) -> Result<()> {
    for (till, float, carried) in book_facts::openings(cx.db(), days.from_ms, days.to_ms)? {
        tills.of(till)?.drawers.push(DrawerFact::Opened { float, carried });
    }
    for c in book_facts::closings(cx.db(), days.from_ms, days.to_ms)? {
        let closed = DrawerFact::Closed { expected: c.expected, counted: c.counted, left: c.left };
        tills.of(c.workstation)?.drawers.push(closed);
    }
    for (till, amount) in book_facts::movements(cx.db(), days.from_ms, days.to_ms)? {
        tills.of(till)?.movements.push(amount);
    }
    Ok(())
}

/// The facts of a signed ticket.
fn ticket(row: SignedTicket) -> Result<TicketFact> {
    let payload = serde_json::from_str::<Payload>(&row.payload)?.into_ticket();
    let payload = payload.ok_or_else(|| Error::Bug("a ticket without a ticket".to_owned()))?;
    let TicketPayload { header, price_mode, lines, vat, totals, payments, customer, .. } = payload;
    let tax =
        |row: fiscal::VatRow| TaxFact { code: row.code, rate: row.rate, base: row.base, amount: row.tax };
    let payment = |p: fiscal::PaymentSnapshot| PaymentFact {
        method: p.method,
        kind: p.kind,
        amount: p.amount,
        collected: p.received - p.change,
    };
    Ok(TicketFact {
        number: header.number,
        mode: price_mode,
        lines: lines.into_iter().map(line).collect(),
        taxes: vat.into_iter().map(tax).collect(),
        net: totals.net,
        total: totals.total,
        payments: payments.into_iter().map(payment).collect(),
        customer: row.customer.zip(customer).map(|(number, c)| Auxiliary { number, name: c.name }),
    })
}

fn line(line: TicketLine) -> LineFact {
    let tax =
        |t: fiscal::TaxSnapshot| AppliedTax { code: t.code, name: t.name, letter: t.letter, rate: t.rate };
    LineFact {
        department: line.department,
        fee: line.fee,
        taxes: line.taxes.into_iter().map(tax).collect(),
        total: line.total,
    }
}

/// Where a movement without a document belongs.
enum Lone {
    Till(WorkstationId, MoneyFact),
    Office(OfficeFact),
}

fn lone(entry: LoneEntry) -> Lone {
    let LoneEntry { code, name, amount, side, correction, advance } = entry;
    let customer = Auxiliary { number: code, name };
    match advance {
        Some((till, method, kind)) => {
            let payment = PaymentFact { method, kind, amount, collected: amount };
            Lone::Till(till, MoneyFact::Advance { payment, customer })
        }
        None if correction => {
            Lone::Office(OfficeFact::Corrected { due: side == AccountSide::Due, amount, customer })
        }
        None => Lone::Office(OfficeFact::Gesture { amount, customer }),
    }
}

fn corrected(leg: CorrectedPayment) -> MoneyFact {
    let CorrectedPayment { method, kind, amount, collected, customer, .. } = leg;
    let customer = customer.map(|(number, name)| Auxiliary { number, name });
    MoneyFact::Corrected { payment: PaymentFact { method, kind, amount, collected }, customer }
}
