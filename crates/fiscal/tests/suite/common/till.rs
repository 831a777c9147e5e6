//! A workstation that keeps its records in memory.

use domain::country::PriceMode;
use domain::ids::DocumentId;
use domain::money::Money;
use fiscal::verify::{Report, Verifier};
use fiscal::{
    Chain, Draft, DuplicatePayload, DuplicatedDocument, FiscalRecord, GrandTotalPayload, Header, JetEvent,
    JetPayload, OpenDays, Operation, Payload, PeriodDetail, PeriodTally, PerpetualTotals, Scope,
    TerminalHeads, TicketPayload, VatRow, document_number, invoice_number, seal,
};

use super::DeterministicSigner;
use super::samples::{self, Item, OPENING};

pub struct Till {
    pub signer: DeterministicSigner,
    pub heads: TerminalHeads,
    pub records: Vec<FiscalRecord>,
    pub perpetual: PerpetualTotals,
    pub mode: PriceMode,
    clock: i64,
    days: OpenDays,
    /// What the next monthly and yearly closings sum, and how many closings of each scope there were.
    parts: [PeriodTally; 2],
    closings: [i64; 3],
}

impl Till {
    /// A workstation whose journal is initialised.
    pub fn open() -> Self {
        let mut till = Self::bare();
        till.event(JetEvent::JournalInitialised, "T1");
        till.event(JetEvent::TerminalStarted, "");
        till
    }

    pub fn bare() -> Self {
        Self {
            signer: DeterministicSigner::golden(),
            heads: TerminalHeads::genesis(samples::terminal().id),
            records: Vec::new(),
            perpetual: PerpetualTotals::default(),
            mode: PriceMode::TaxInclusive,
            clock: OPENING,
            days: OpenDays::default(),
            parts: Default::default(),
            closings: [0; 3],
        }
    }

    pub fn wait(&mut self, seconds: i64) {
        self.clock += seconds;
    }

    pub fn header(&mut self, chain: Chain) -> Header {
        self.clock += 1;
        let number = document_number(chain, "T1", self.heads.next_seq(chain));
        samples::header(number, self.clock)
    }

    pub fn put(&mut self, payload: impl Into<Payload>) {
        let payload = payload.into();
        self.days.add(&payload);
        let draft = Draft::of(&payload).unwrap();
        let record = seal(&draft, &self.heads, &self.signer).unwrap();
        self.heads.advance(&record);
        self.records.push(record);
    }

    pub fn event(&mut self, event: JetEvent, info: &str) {
        let header = self.header(Chain::Jet);
        self.put(JetPayload::new(header, event, info));
    }

    /// A ticket and its grand total.
    pub fn ticket(&mut self, operation: Operation, items: &[Item]) -> TicketPayload {
        let header = self.header(Chain::Ticket);
        let ticket = samples::ticket(self.mode, header, operation, items);
        self.put(ticket.clone());
        self.grand_total_of(&ticket);
        ticket
    }

    /// An invoice made from a ticket: no grand total follows.
    pub fn invoice(&mut self, ticket: &TicketPayload) -> TicketPayload {
        let header = self.header(Chain::Facture);
        let number = invoice_number("T1", &ticket.business_day, self.heads.next_seq(Chain::Facture));
        let invoice = samples::invoice_of(ticket, Header { number, ..header });
        self.put(invoice.clone());
        invoice
    }

    pub fn grand_total_of(&mut self, ticket: &TicketPayload) {
        self.perpetual = self.perpetual.after(ticket.totals.total).unwrap();
        let day = &ticket.business_day;
        let number = Some(ticket.header.number.clone());
        let total = self.grand_total(Scope::Ticket, day, ticket.vat.clone(), ticket.totals.total);
        self.put(GrandTotalPayload { document: number, ..total });
    }

    /// A closing whose detail is right; tax table and total are what the caller says.
    pub fn close(&mut self, scope: Scope, period: &str, vat: Vec<VatRow>, total: Money) {
        let detail = Some(self.detail(scope, period));
        let total = self.grand_total(scope, period, vat, total);
        let total = GrandTotalPayload { detail, ..total };
        match scope {
            Scope::Jour => self.parts[0].merge(&PeriodTally::of_closing(&total)),
            Scope::Mois => self.parts[1].merge(&PeriodTally::of_closing(&total)),
            Scope::Exercice | Scope::Ticket => {}
        }
        self.put(total);
    }

    fn detail(&mut self, scope: Scope, period: &str) -> PeriodDetail {
        let (place, tally) = match scope {
            Scope::Jour => (0, self.days.close(period)),
            Scope::Mois => (1, std::mem::take(&mut self.parts[0])),
            Scope::Exercice | Scope::Ticket => (2, std::mem::take(&mut self.parts[1])),
        };
        self.closings[place] += 1;
        tally.detail(self.closings[place])
    }

    fn grand_total(&mut self, scope: Scope, key: &str, vat: Vec<VatRow>, total: Money) -> GrandTotalPayload {
        GrandTotalPayload {
            header: self.header(Chain::Gt),
            scope,
            period_key: key.to_owned(),
            document: None,
            vat,
            period_total: total,
            perpetual: self.perpetual,
            detail: None,
        }
    }

    pub fn duplicate(&mut self, number: &str, reprint_number: i64) {
        let header = self.header(Chain::Duplicata);
        self.put(DuplicatePayload {
            header,
            document_type: DuplicatedDocument::Ticket,
            document: DocumentId(samples::uuid(500)),
            original_number: number.to_owned(),
            original_terminal: samples::terminal().id,
            reprint_number,
        });
    }

    /// Verifies the whole history against its anchor.
    pub fn verify(&self) -> Report {
        verify(&self.records, self)
    }
}

/// Verifies records as the history of a till.
pub fn verify(records: &[FiscalRecord], till: &Till) -> Report {
    let mut verifier = Verifier::new(till.signer.trusted());
    records.iter().for_each(|r| verifier.push(r));
    verifier.finish(Some(&till.heads))
}

/// Two days of trade with every kind of record: sales, a return, duplicates, events, all closings.
pub fn two_days() -> Till {
    let mut till = Till::open();
    let sold = till.ticket(Operation::Vente, &samples::bread_and_book());
    till.invoice(&sold);
    till.event(JetEvent::SaleReversed, "T1-00000001, ligne 1");
    let returned = till.ticket(Operation::Retour, &[(12_500_000, -10_000, sold_taxes())]);
    till.duplicate("T1-00000001", 1);
    till.duplicate("T1-00000001", 2);
    let rows = balance(&sold, &returned);
    let total = sold.totals.total + returned.totals.total;
    till.close(Scope::Jour, "2026-11-21", rows.clone(), total);
    till.wait(86_400);
    let next = till.ticket(Operation::Vente, &[(12_500_000, 10_000, sold_taxes())]);
    till.close(Scope::Jour, "2026-11-22", next.vat.clone(), next.totals.total);
    let month: Vec<_> = rows.into_iter().chain(next.vat).collect();
    let total = total + next.totals.total;
    till.close(Scope::Mois, "2026-11", month.clone(), total);
    till.close(Scope::Exercice, "2026", month, total);
    till.event(JetEvent::YearClosed, "2026");
    till
}

pub fn sold_taxes() -> Vec<domain::tax::AppliedTax> {
    vec![samples::vat("TVA20", "A", 20_000)]
}

/// Rows of a sale, then those of its return: the verifier sums them per rate.
fn balance(sold: &TicketPayload, returned: &TicketPayload) -> Vec<VatRow> {
    sold.vat.iter().chain(&returned.vat).cloned().collect()
}
