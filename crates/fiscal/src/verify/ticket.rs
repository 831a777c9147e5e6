//! A ticket against its own lines: the arithmetic of fiscal.md 2.9, done again.

use domain::money::{Money, Overflow, Rate};
use domain::tax::{AppliedTax, DocumentTotals, TaxableLine, document_totals};

use super::defect::Defect;
use super::figure::TicketFigure;
use super::finding::Findings;
use super::{discounts, returned};
use crate::{Operation, TicketLine, TicketPayload, TicketTotals, VatRow};

/// The greatest rate a ticket can hold: 1 000 %. Beyond it a payload is damaged or forged, and arithmetic on it
/// could overflow.
const MAX_RATE: Rate = Rate(1_000_000);

/// Checks lines, tax table, totals and payments.
pub(super) fn check(ticket: &TicketPayload, findings: &mut Findings) {
    let mut require = |sound, figure| findings.require(sound, || Defect::Ticket(figure));
    if !in_range(ticket) {
        require(false, TicketFigure::Range);
        return;
    }
    let numbered = ticket.lines.iter().zip(1..).all(|(line, n)| line.n == n);
    let counted = i64::try_from(ticket.lines.len()) == Ok(ticket.line_count);
    require(numbered && counted, TicketFigure::LineCount);
    for line in &ticket.lines {
        require(discounts::line(line, ticket.operation), TicketFigure::LineTotal { n: line.n });
    }
    require(discounts::ticket(ticket), TicketFigure::Discounts);
    require(exempt(ticket), TicketFigure::Exemption);
    match recompute(ticket) {
        Ok(again) => {
            let vat: Vec<_> = again.taxes.iter().map(VatRow::from).collect();
            let totals = TicketTotals { net: again.net, tax: again.tax, total: again.total };
            if ticket.operation == Operation::Retour && ticket.origin.is_some() {
                require(returned::vat(ticket, &vat), TicketFigure::Vat);
                require(returned::totals(ticket, totals), TicketFigure::Totals);
            } else {
                require(vat == ticket.vat, TicketFigure::Vat);
                require(totals == ticket.totals, TicketFigure::Totals);
            }
        }
        Err(Overflow) => require(false, TicketFigure::Range),
    }
    require(paid(ticket), TicketFigure::Payments);
}

/// What the rest of the module relies on: no sum of these can overflow.
fn in_range(ticket: &TicketPayload) -> bool {
    let small = |amount: Money| amount.checked().is_ok();
    let rates = ticket.lines.iter().flat_map(|l| &l.taxes).map(|t| t.rate);
    let payments = ticket.payments.iter().flat_map(|p| [p.amount, p.received, p.change, p.rounding]);
    rates.into_iter().all(|rate| (Rate(0)..=MAX_RATE).contains(&rate))
        && ticket.lines.iter().all(|line| small(line.total) && discounts::in_range(line))
        && ticket.discount.as_ref().is_none_or(|d| small(d.amount))
        && payments.into_iter().all(small)
}

fn recompute(ticket: &TicketPayload) -> Result<DocumentTotals, Overflow> {
    let taxes: Vec<Vec<AppliedTax>> = ticket.lines.iter().map(applied).collect();
    let lines: Vec<_> = ticket
        .lines
        .iter()
        .zip(&taxes)
        .map(|(line, taxes)| TaxableLine { total: line.total, taxes })
        .collect();
    document_totals(ticket.price_mode, &lines)
}

fn applied(line: &TicketLine) -> Vec<AppliedTax> {
    let taxes = line.taxes.iter().cloned();
    taxes.map(|t| AppliedTax { code: t.code, name: t.name, letter: t.letter, rate: t.rate }).collect()
}

/// What is exempt bears no tax (TAX-03): a whole document, or single lines of one that is not.
fn exempt(ticket: &TicketPayload) -> bool {
    let whole = ticket.exemption.is_some();
    let untaxed = |line: &TicketLine| line.taxes.iter().all(|tax| tax.rate == Rate(0));
    ticket.lines.iter().all(|line| match (whole, line.exemption.is_some()) {
        (true, of_line) => !of_line && untaxed(line),
        (false, of_line) => !of_line || untaxed(line),
    })
}

/// Payments settle the total, and each collected what it settles, cash rounding aside.
fn paid(ticket: &TicketPayload) -> bool {
    let settled: Money = ticket.payments.iter().map(|p| p.amount).sum();
    settled == ticket.totals.total
        && ticket.payments.iter().all(|p| p.received - p.change == p.amount + p.rounding)
}
