//! The finished sale that the screen still shows (C-10), read back from what was signed.

use api::FaultCode;
use api::types::{SaleDone, TenderView};
use domain::country::Country;
use domain::ids::{DocumentId, TenderId};
use domain::payment::PaymentKind;
use fiscal::{PaymentSnapshot, TicketPayload};
use store::tables::{articles, documents, print_jobs};

use super::exchange::exchange_done;
use super::invoice::{check_invoiceable, invoice_of};
use crate::context::Context;
use crate::error::{Result, refusal};
use crate::printing::{job_view, ticket_payload};

/// A finished sale.
pub fn sale_done(cx: &impl Context, id: DocumentId) -> Result<SaleDone> {
    let row = documents::by_id(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::DocumentNotFound))?;
    let (ticket, _) = ticket_payload(cx.db(), id)?;
    let job = print_jobs::last_of_document(cx.db(), id)?;
    let paid = ticket.payments.iter().filter(|p| p.kind != PaymentKind::OnAccount);
    Ok(SaleDone {
        document_id: id,
        number: row.number,
        total: row.total,
        change: ticket.payments.iter().map(|p| p.change).sum(),
        unpaid: row.total - row.paid,
        tenders: paid.map(payment_view).collect(),
        extract: row.extract,
        print_job: job.map(|j| job_view(&j)).transpose()?,
        invoice: invoice_of(cx, id)?,
        invoiceable: check_invoiceable(cx, &ticket).is_ok(),
        paper_due: paper_due(cx, &ticket)?,
        exchange: exchange_done(cx, &ticket)?,
    })
}

/// The law wants a paper for articles with a guarantee mention (fiscal.md 2.5, PRT-12).
fn paper_due(cx: &impl Context, ticket: &TicketPayload) -> Result<bool> {
    if cx.country()? != Country::France {
        return Ok(false);
    }
    for article in ticket.lines.iter().filter_map(|line| line.article) {
        if articles::by_id(cx.db(), article)?.is_some_and(|a| a.durable) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A payment of a validated document, as shown.
pub fn payment_view(p: &PaymentSnapshot) -> TenderView {
    let digits = p.card_last4.as_ref().map(|d| format!("•••• {d}"));
    TenderView {
        id: TenderId(p.id.0),
        kind: p.kind,
        name: p.nature.clone().unwrap_or_else(|| p.name.clone()),
        amount: p.amount,
        received: p.received,
        change: p.change,
        rounding: p.rounding,
        detail: digits.or_else(|| p.reference.clone()).unwrap_or_default(),
    }
}
