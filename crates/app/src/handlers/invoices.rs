//! Invoices («Facture») at the till, grounds for selling without VAT, and differences that are given up.

use api::Topic;
use api::types::{
    DocumentRef, FileContent, InvoiceCheck, InvoiceChecked, InvoiceIssue, InvoiceIssued, InvoiceValidate,
    SaleDone, SaleExempt, SaleExemptLine, SaleView, WriteOff,
};
use domain::cart::Change;

use super::accounts::file;
use super::cash::reason;
use super::place::Place;
use super::sale::{change, change_cart};
use super::validate::{Paper, validate};
use crate::context::{Mutation, Query};
use crate::error::Result;
use crate::printing::invoice_file::put_out;
use crate::printing::{queue, ticket_payload};
use crate::sale::exemption::check_offered;
use crate::sale::invoice::{self, buyer_of, check_invoiceable, missing_fields, open_buyer};
use crate::sale::{OpenCart, write_off};

/// Whether an invoice can be made, and what the customer's file still lacks for it (CUS-07): asked before anything is
/// written, so that the sale waits where it was.
pub fn invoice_check(cx: &Query<'_>, request: InvoiceCheck) -> Result<InvoiceChecked> {
    let (buyer, ground) = if let Some(id) = request.document_id {
        let (ticket, _) = ticket_payload(cx.db, id)?;
        check_invoiceable(cx, &ticket)?;
        (buyer_of(cx, &ticket, request.customer_id)?, ticket.exemption.map(|e| e.ground))
    } else {
        let open = OpenCart::load(cx)?;
        (open_buyer(cx, open.cart())?, open.cart().exemption())
    };
    let missing = missing_fields(&buyer, ground);
    Ok(InvoiceChecked { customer: file(buyer), missing })
}

/// Makes the invoice of a ticket: after the sale, or days later.
pub fn invoice_issue(cx: &mut Mutation<'_, '_>, request: InvoiceIssue) -> Result<InvoiceIssued> {
    let place = Place::of(cx)?;
    let at = (&place.workstation, &place.shift);
    let invoice = invoice::issue(cx, at, request.document_id, request.customer_id)?;
    let print_job = request.print.then(|| queue::ticket(cx, &place.workstation, invoice.document_id));
    let print_job = print_job.transpose()?;
    cx.touch(&[Topic::Sale, Topic::Documents]);
    Ok(InvoiceIssued { invoice, print_job })
}

/// Puts an invoice out as an A4 file: the original once, then duplicates.
pub fn invoice_file(cx: &mut Mutation<'_, '_>, request: DocumentRef) -> Result<FileContent> {
    let file = put_out(cx, request.document_id)?;
    cx.touch(&[Topic::Documents]);
    Ok(file)
}

/// Validates the sale in progress and makes its invoice, in one transaction.
pub fn invoice_validate(cx: &mut Mutation<'_, '_>, request: InvoiceValidate) -> Result<SaleDone> {
    let print = request.sale.print;
    validate(cx, request.sale, Paper::Invoice { print })
}

/// Sells without VAT on a legal ground, or no longer (TAX-03).
pub fn sale_exempt(cx: &mut Mutation<'_, '_>, request: SaleExempt) -> Result<SaleView> {
    check_offered(cx)?;
    change(cx, &Change::SetExemption { line: None, ground: request.ground })
}

/// Says why a line, whose own VAT is nothing, bears none (TAX-03).
pub fn sale_exempt_line(cx: &mut Mutation<'_, '_>, request: SaleExemptLine) -> Result<SaleView> {
    check_offered(cx)?;
    change(cx, &Change::SetExemption { line: Some(request.line_id), ground: request.ground })
}

/// Gives up what is left to pay («Pertes et Profits», PAY-17). Beyond the limit of the shop it needs a right or an
/// approval.
pub fn payment_write_off(cx: &mut Mutation<'_, '_>, request: WriteOff) -> Result<SaleView> {
    let why = reason(&request.reason)?;
    change_cart(cx, |cx, cart| Ok(Change::AddTender { tender: write_off(cx, cart, why)? }))
}
