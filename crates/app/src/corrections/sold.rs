//! A validated sale, and what has come back of it.

use api::types::ReturnLine;
use api::{Fault, FaultCode};
use domain::cart::is_sold_by_piece;
use domain::ids::DocumentId;
use domain::money::{Money, Quantity};
use domain::payment::PaymentKind;
use domain::refund::{SoldLine, refund_totals};
use domain::tax::{AppliedTax, DocumentTotals};
use fiscal::{DocumentClass, Operation, TicketLine, TicketPayload};
use store::tables::documents::{self, DocumentRow};

use super::line::claim_label;
use crate::context::Context;
use crate::error::{Result, refusal, refuse};
use crate::printing::ticket_payload;

/// A document with its corrections, all as they were signed.
pub struct Sold {
    /// Its row.
    pub row: DocumentRow,
    /// What was signed.
    pub ticket: TicketPayload,
    corrections: Vec<TicketPayload>,
}

/// What comes back now of a sale.
pub struct Taken<'a> {
    /// The lines, with how much of each and whether it goes back to stock.
    pub lines: Vec<(&'a TicketLine, SoldLine<'a>, bool)>,
    /// What it gives back, positive.
    pub totals: DocumentTotals,
}

impl Sold {
    /// Loads a document.
    pub fn load(cx: &impl Context, id: DocumentId) -> Result<Self> {
        let row = documents::by_id(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::DocumentNotFound))?;
        let (ticket, _) = ticket_payload(cx.db(), id)?;
        let corrections = documents::corrections(cx.db(), id)?;
        let corrections = corrections.iter().map(|c| Ok(ticket_payload(cx.db(), c.id)?.0));
        Ok(Self { row, ticket, corrections: corrections.collect::<Result<_>>()? })
    }

    /// Refuses what is no sale, and a sale that is cancelled.
    pub fn check_returnable(&self) -> Result<()> {
        if self.ticket.operation != Operation::Vente || self.ticket.class != DocumentClass::Ticket {
            return refuse(FaultCode::DocumentNotASale);
        }
        if self.corrections.iter().any(|c| c.operation == Operation::Annulation) {
            return refuse(FaultCode::DocumentCancelled);
        }
        Ok(())
    }

    /// Refuses, beyond that, a sale of which something came back.
    pub fn check_cancellable(&self) -> Result<()> {
        self.check_returnable()?;
        if self.corrections.is_empty() { Ok(()) } else { refuse(FaultCode::DocumentReturned) }
    }

    /// What may still come back of a line.
    pub fn left(&self, line: &TicketLine) -> Quantity {
        Quantity(line.quantity.0 - self.returned(line).0)
    }

    /// A line by its position.
    pub fn line(&self, n: u32) -> Result<&TicketLine> {
        self.ticket.lines.iter().find(|l| l.n == i64::from(n)).ok_or_else(|| refusal(FaultCode::LineNotFound))
    }

    /// What came back of a line so far; a return keeps the line's identity.
    fn returned(&self, line: &TicketLine) -> Quantity {
        let articles = self.corrections_of(line).filter(|l| l.label != claim_label(line));
        Quantity(-articles.map(|l| l.quantity.0).sum::<i64>())
    }

    /// What a correction of its price gave back so far («Exactitude des prix»).
    pub fn claimed(&self, line: &TicketLine) -> Money {
        let claims = self.corrections_of(line).filter(|l| l.label == claim_label(line));
        -claims.map(|l| l.total).sum::<Money>()
    }

    /// True when something of a line came back, or its price was corrected.
    pub fn is_touched(&self, line: &TicketLine) -> bool {
        self.corrections_of(line).next().is_some()
    }

    fn corrections_of(&self, line: &TicketLine) -> impl Iterator<Item = &TicketLine> {
        let identity = line.line;
        self.corrections.iter().flat_map(|c| &c.lines).filter(move |l| l.line == identity)
    }

    /// What giving back an amount of a line's price comes to with its taxes, positive.
    pub fn correct(&self, line: &TicketLine, amount: Money) -> Result<DocumentTotals> {
        let taxes = self.taxes();
        let mut lines: Vec<_> =
            self.ticket.lines.iter().zip(&taxes).map(|(of, taxes)| self.state(of, taxes)).collect();
        for (part, of) in lines.iter_mut().zip(&self.ticket.lines).filter(|(_, of)| of.n == line.n) {
            part.correcting = amount.min(of.total - part.corrected);
        }
        Ok(refund_totals(self.ticket.price_mode, &lines)?)
    }

    /// A line with what was given back of it so far.
    fn state<'a>(&self, line: &TicketLine, taxes: &'a [AppliedTax]) -> SoldLine<'a> {
        SoldLine {
            quantity: line.quantity,
            paid: line.total,
            taxes,
            before: self.returned(line),
            now: Quantity(0),
            corrected: self.claimed(line),
            correcting: Money::ZERO,
        }
    }

    /// What was given up of the sale («Pertes et Profits»), less what returns took of it.
    pub fn written_off(&self) -> Money {
        let all = std::iter::once(&self.ticket).chain(&self.corrections).flat_map(|t| &t.payments);
        all.filter(|p| p.kind == PaymentKind::WriteOff).map(|p| p.amount).sum()
    }

    /// Taxes of every line, as the arithmetic wants them.
    pub fn taxes(&self) -> Vec<Vec<AppliedTax>> {
        self.ticket.lines.iter().map(applied).collect()
    }

    /// Checks what is brought back and computes what it gives back. Never more than was sold, over all returns.
    pub fn take<'a>(&'a self, taxes: &'a [Vec<AppliedTax>], wanted: &[ReturnLine]) -> Result<Taken<'a>> {
        self.check_returnable()?;
        if wanted.is_empty() {
            return refuse(FaultCode::NothingToReturn);
        }
        let numbers = self.ticket.lines.iter().map(|l| l.n);
        if wanted.iter().any(|w| numbers.clone().filter(|n| *n == i64::from(w.n)).count() != 1) {
            return refuse(FaultCode::LineNotFound);
        }
        let mut all = Vec::with_capacity(self.ticket.lines.len());
        let mut lines = Vec::with_capacity(wanted.len());
        for (line, taxes) in self.ticket.lines.iter().zip(taxes) {
            let mut sold = self.state(line, taxes);
            for want in wanted.iter().filter(|w| i64::from(w.n) == line.n) {
                sold.now = check_quantity(line, &sold, want.quantity)?;
                lines.push((line, sold, want.restock && line.stocked));
            }
            all.push(sold);
        }
        if lines.len() != wanted.len() || has_twins(wanted) {
            return refuse(FaultCode::BadRequest);
        }
        Ok(Taken { lines, totals: refund_totals(self.ticket.price_mode, &all)? })
    }
}

/// A line named twice would be counted twice.
fn has_twins(wanted: &[ReturnLine]) -> bool {
    let twice = |(at, line): (usize, &ReturnLine)| wanted.iter().skip(at + 1).any(|other| other.n == line.n);
    wanted.iter().enumerate().any(twice)
}

fn check_quantity(line: &TicketLine, sold: &SoldLine<'_>, quantity: Quantity) -> Result<Quantity> {
    if quantity <= Quantity(0) || quantity > Quantity::MAX {
        return refuse(FaultCode::QuantityOutOfRange);
    }
    if is_sold_by_piece(&line.unit) && !quantity.is_whole() {
        return refuse(FaultCode::QuantityNotWhole);
    }
    if quantity > sold.left() {
        let fault = Fault::refused(FaultCode::ReturnExceedsSold).with("name", line.label.clone());
        return Err(fault.into());
    }
    Ok(quantity)
}

fn applied(line: &TicketLine) -> Vec<AppliedTax> {
    let tax = |t: &fiscal::TaxSnapshot| AppliedTax {
        code: t.code.clone(),
        name: t.name.clone(),
        letter: t.letter.clone(),
        rate: t.rate,
    };
    line.taxes.iter().map(tax).collect()
}
