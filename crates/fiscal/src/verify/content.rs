//! What records say, each against what those before it said.

use super::archives::Archives;
use super::defect::Defect;
use super::documents::Documents;
use super::exchanges::Exchanges;
use super::finding::Findings;
use super::grand_totals::GrandTotals;
use super::periods::Periods;
use super::settlements::Settlements;
use super::trail::Trail;
use crate::{
    Anchor, DocumentClass, FiscalRecord, JetEvent, JetPayload, Payload, PerpetualTotals, TerminalHeads,
    TicketPayload,
};

/// What is known at a place of the records.
#[derive(Debug)]
pub(super) struct Content {
    grand_totals: GrandTotals,
    documents: Documents,
    exchanges: Exchanges,
    settlements: Settlements,
    /// None after a resume: periods and archives may have begun before.
    periods: Option<Periods>,
    archives: Option<Archives>,
}

impl Content {
    pub(super) fn from_genesis() -> Self {
        Self {
            grand_totals: GrandTotals::from_genesis(),
            documents: Documents::from_genesis(),
            exchanges: Exchanges::from_genesis(),
            settlements: Settlements::from_genesis(),
            periods: Some(Periods::default()),
            archives: Some(Archives::default()),
        }
    }

    pub(super) fn resumed(perpetual: Option<PerpetualTotals>) -> Self {
        Self {
            grand_totals: GrandTotals::resumed(perpetual),
            documents: Documents::resumed(),
            exchanges: Exchanges::resumed(),
            settlements: Settlements::resumed(),
            periods: None,
            archives: None,
        }
    }

    pub(super) fn perpetual(&self) -> Option<PerpetualTotals> {
        self.grand_totals.perpetual()
    }

    /// Takes what the next record says.
    pub(super) fn check(&mut self, payload: &Payload, seq: i64, trail: &Trail, findings: &mut Findings) {
        self.documents.check_number(payload, findings);
        if let Some(periods) = &mut self.periods {
            periods.entry(payload, findings);
        }
        if let Some(ticket) = payload.ticket() {
            self.ticket(&ticket, seq, findings);
        } else if let Some(p) = payload.grand_total() {
            self.grand_totals.grand_total(&p, findings);
            if let Some(periods) = &mut self.periods {
                periods.closing(&p, findings);
            }
            self.archives.iter_mut().for_each(|a| a.grand_total(seq, &p));
        } else if let Some(event) = payload.event() {
            event_is_known(&event, findings);
        }
        match payload {
            Payload::Settlement(p) => self.settlements.check(p, &self.documents, findings),
            Payload::Duplicate(p) => self.documents.check_duplicate(p, findings),
            Payload::Archive(p) => {
                self.archives.iter_mut().for_each(|a| a.check(p, seq, trail, findings));
            }
            _ => {}
        }
    }

    fn ticket(&mut self, ticket: &TicketPayload, seq: i64, findings: &mut Findings) {
        self.documents.check_origin(ticket, findings);
        if ticket.class == DocumentClass::Ticket {
            self.exchanges.check(ticket, findings);
            self.grand_totals.ticket(ticket, findings);
            self.archives.iter_mut().for_each(|a| a.ticket(seq, ticket));
        }
    }

    /// What must have come by the end.
    pub(super) fn finish(&mut self, findings: &mut Findings) {
        self.grand_totals.finish(findings);
        self.exchanges.finish(findings);
        self.settlements.finish(findings);
    }

    /// Whether the totals of an anchor can follow the known ones: the absolute one never falls.
    pub(super) fn accounts_for(&self, anchor: &Anchor) -> bool {
        self.perpetual().is_none_or(|known| anchor.perpetual.abs >= known.abs)
    }

    /// Goes on behind a declared gap: from the numbers and totals of its anchor, with everything left open that
    /// the missing records may have said.
    pub(super) fn cross(
        &mut self,
        before: &TerminalHeads,
        anchor: &Anchor,
        record: &FiscalRecord,
        findings: &mut Findings,
    ) {
        self.finish(findings);
        self.grand_totals.cross(anchor);
        self.documents.cross(before, anchor);
        self.settlements = Settlements::from_genesis();
        if let Some(periods) = &mut self.periods {
            periods.cross(anchor, record);
        }
        self.archives.iter_mut().for_each(|a| a.cross(record.global_seq, anchor));
    }
}

/// Its code is one of ours, and event 941 says which records are missing.
fn event_is_known(event: &JetPayload, findings: &mut Findings) {
    match JetEvent::try_from(event.code) {
        Err(_) => findings.add(Defect::UnknownEvent { code: event.code }),
        Ok(JetEvent::GapDeclared) if event.gap.is_none() => findings.add(Defect::GapUnfounded),
        Ok(_) => {}
    }
}
