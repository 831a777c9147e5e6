//! Grand totals against the tickets before them (R-06, fiscal.md 1.4).

use domain::money::Money;

use super::defect::Defect;
use super::finding::Findings;
use crate::{Anchor, GrandTotalPayload, PerpetualTotals, Scope, TicketPayload, VatRow};

/// A ticket whose grand total is still to come.
#[derive(Debug)]
struct Pending {
    number: String,
    business_day: String,
    total: Money,
    vat: Vec<VatRow>,
}

/// The sums so far.
#[derive(Debug)]
pub(super) struct GrandTotals {
    perpetual: Option<PerpetualTotals>,
    pending: Option<Pending>,
    /// False after a resume until the first ticket: its grand total may stand alone at the beginning.
    ticket_seen: bool,
}

impl GrandTotals {
    pub(super) fn from_genesis() -> Self {
        Self { perpetual: Some(PerpetualTotals::default()), pending: None, ticket_seen: true }
    }

    pub(super) fn resumed(perpetual: Option<PerpetualTotals>) -> Self {
        Self { perpetual, pending: None, ticket_seen: false }
    }

    pub(super) fn perpetual(&self) -> Option<PerpetualTotals> {
        self.perpetual
    }

    /// Remembers a ticket for its grand total.
    pub(super) fn ticket(&mut self, p: &TicketPayload, findings: &mut Findings) {
        self.finish(findings);
        self.ticket_seen = true;
        self.pending = Some(Pending {
            number: p.header.number.clone(),
            business_day: p.business_day.clone(),
            total: p.totals.total,
            vat: p.vat.clone(),
        });
    }

    pub(super) fn grand_total(&mut self, p: &GrandTotalPayload, findings: &mut Findings) {
        if p.scope == Scope::Ticket {
            self.of_ticket(p, findings);
        } else {
            self.finish(findings);
            self.continue_perpetual(Money::ZERO, p, findings);
        }
    }

    /// Goes on from the totals of an anchor.
    pub(super) fn cross(&mut self, anchor: &Anchor) {
        self.perpetual = Some(anchor.perpetual);
    }

    /// Notes the ticket that was left without its grand total.
    pub(super) fn finish(&mut self, findings: &mut Findings) {
        if let Some(pending) = self.pending.take() {
            findings.add(Defect::GrandTotalMissing { ticket: pending.number });
        }
    }

    fn of_ticket(&mut self, p: &GrandTotalPayload, findings: &mut Findings) {
        let sound = match self.pending.take() {
            Some(ticket) => {
                p.document.as_ref() == Some(&ticket.number)
                    && p.period_key == ticket.business_day
                    && p.period_total == ticket.total
                    && p.vat == ticket.vat
            }
            None => !self.ticket_seen,
        };
        self.ticket_seen = true;
        findings.require(sound, || Defect::GrandTotalOfTicket);
        self.continue_perpetual(p.period_total, p, findings);
    }

    fn continue_perpetual(&mut self, amount: Money, p: &GrandTotalPayload, findings: &mut Findings) {
        if let Some(before) = self.perpetual {
            let expected = before.after(amount).ok();
            findings.require(expected == Some(p.perpetual), || Defect::Perpetual { expected });
        }
        self.perpetual = Some(p.perpetual);
    }
}
