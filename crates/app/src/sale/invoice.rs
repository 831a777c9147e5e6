//! The invoice («Facture») of a ticket: the same figures, the complete buyer, the sentences that the law wants, and a
//! number of its own (decision 6).
//!
//! It moves no money, no stock and no total: all of that was done by the ticket.

use api::types::{BuyerField, InvoiceRef};
use api::{Fault, FaultCode};
use domain::cart::Cart;
use domain::country::Country;
use domain::ids::{CustomerId, DocumentId};
use domain::invoice_terms::sentences;
use domain::payment::PaymentKind;
use domain::tax::ExemptionGround;
use fiscal::{
    BuyerSnapshot, Chain, DocumentClass, Header, Operation, Origin, ShiftRef, TicketPayload, invoice_number,
    invoice_series,
};
use jiff::ToSpan as _;
use jiff::civil::Date;
use store::Op;
use store::op::InvoiceIssued;
use store::tables::customers::{self, CustomerRow};
use store::tables::settings::{ShopRow, WorkstationRow};
use store::tables::shifts::ShiftRow;
use store::tables::{documents, fiscal as records};

use crate::closings::open_day;
use crate::context::{Context, Mutation};
use crate::error::{Error, Result, refusal, refuse};
use crate::fiscal_book::Book;
use crate::printing::ticket_payload;

/// The country that addresses without one are in, where invoices are made.
const HOME: &str = "FR";

/// The invoice of a ticket, if it has one.
pub fn invoice_of(cx: &impl Context, ticket: DocumentId) -> Result<Option<InvoiceRef>> {
    let row = documents::invoice_of(cx.db(), ticket)?;
    Ok(row.map(|row| InvoiceRef { document_id: row.id, number: row.number }))
}

/// Refuses a document that gets no invoice: what is no sale, what has one, what came back in part. In Québec the ticket
/// is the invoice.
pub fn check_invoiceable(cx: &impl Context, ticket: &TicketPayload) -> Result<()> {
    if cx.country()? != Country::France {
        return refuse(FaultCode::InvoiceNotOffered);
    }
    if ticket.class != DocumentClass::Ticket || ticket.operation != Operation::Vente {
        return refuse(FaultCode::DocumentNotASale);
    }
    if let Some(invoice) = documents::invoice_of(cx.db(), ticket.document)? {
        return Err(Fault::refused(FaultCode::AlreadyInvoiced).with("number", invoice.number).into());
    }
    let corrections = documents::corrections(cx.db(), ticket.document)?;
    if corrections.is_empty() { Ok(()) } else { refuse(FaultCode::DocumentReturned) }
}

/// Whom a ticket is billed to: its own customer. One that was sold to nobody, or to the workstation's default customer,
/// is billed to whom is named now.
pub fn buyer_of(cx: &impl Context, ticket: &TicketPayload, named: Option<CustomerId>) -> Result<CustomerRow> {
    let default = cx.find_workstation(ticket.header.terminal.id)?.default_customer;
    let own = ticket.customer.as_ref().map(|c| c.id).filter(|id| Some(*id) != default);
    let id = own.or(named).ok_or_else(|| refusal(FaultCode::NamedCustomerRequired))?;
    customers::by_id(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::CustomerNotFound))
}

/// Whom the sale in progress would be billed to.
pub fn open_buyer(cx: &impl Context, cart: &Cart) -> Result<CustomerRow> {
    if cx.country()? != Country::France {
        return refuse(FaultCode::InvoiceNotOffered);
    }
    let customer = cart.customer.as_ref().ok_or_else(|| refusal(FaultCode::NamedCustomerRequired))?;
    customers::by_id(cx.db(), customer.id)?.ok_or_else(|| refusal(FaultCode::CustomerNotFound))
}

/// What the file of a customer lacks for an invoice (CUS-07, D-27): an address; of a business in France its SIREN; for
/// a supply to another member state the VAT number.
pub fn missing_fields(buyer: &CustomerRow, ground: Option<ExemptionGround>) -> Vec<BuyerField> {
    let french = buyer.country.is_empty() || buyer.country == HOME;
    let needs_vat_id = ground.is_some_and(ExemptionGround::needs_vat_id);
    let wanted = [
        (BuyerField::Address, buyer.address.is_empty()),
        (BuyerField::Postcode, buyer.postcode.is_empty()),
        (BuyerField::City, buyer.city.is_empty()),
        (BuyerField::Siren, buyer.professional && french && buyer.siren.is_empty()),
        (BuyerField::VatNumber, needs_vat_id && buyer.vat_number.is_empty()),
    ];
    wanted.into_iter().filter(|(_, missing)| *missing).map(|(field, _)| field).collect()
}

/// Refuses a buyer without VAT number.
pub fn check_vat_id(buyer: &CustomerRow) -> Result<()> {
    refuse_missing(if buyer.vat_number.is_empty() { vec![BuyerField::VatNumber] } else { Vec::new() })
}

fn refuse_missing(missing: Vec<BuyerField>) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let fields = serde_json::to_value(missing)?;
    Err(Fault::refused(FaultCode::BuyerIncomplete).with("fields", fields).into())
}

/// Signs and records the invoice of a ticket.
pub fn issue(
    cx: &mut Mutation<'_, '_>,
    (workstation, shift): (&WorkstationRow, &ShiftRow),
    ticket: DocumentId,
    named: Option<CustomerId>,
) -> Result<InvoiceRef> {
    open_day(cx, workstation)?;
    let (ticket, _) = ticket_payload(cx.db(), ticket)?;
    check_invoiceable(cx, &ticket)?;
    let buyer = buyer_of(cx, &ticket, named)?;
    refuse_missing(missing_fields(&buyer, ticket.exemption.as_ref().map(|e| e.ground)))?;
    let mut book = Book::open(cx, workstation)?;
    let day = cx.local_now()?.day();
    let last = records::last_in_series(cx.db(), workstation.id, &invoice_series(&workstation.code, &day))?;
    let number = invoice_number(&workstation.code, &day, last + 1);
    let document_id = DocumentId(cx.new_id());
    let invoice = TicketPayload {
        header: Header { number: number.clone(), ..book.header(Chain::Facture) },
        document: document_id,
        business_day: day,
        shift: ShiftRef { id: shift.id, number: i64::from(shift.number) },
        ..billed(&cx.shop()?, ticket, &buyer)?
    };
    let record = book.seal(&invoice.into())?;
    cx.emit(Op::InvoiceIssued(Box::new(InvoiceIssued { record })))?;
    Ok(InvoiceRef { document_id, number })
}

/// A ticket with what an invoice says beyond it.
fn billed(shop: &ShopRow, ticket: TicketPayload, buyer: &CustomerRow) -> Result<TicketPayload> {
    let owed = ticket.payments.iter().any(|p| p.kind == PaymentKind::OnAccount);
    let form = Some(shop.text("legal_form").to_owned()).filter(|form| !form.is_empty());
    let terms = sentences(&ticket.business_day, buyer.professional).map(str::to_owned);
    Ok(TicketPayload {
        class: DocumentClass::FactureDeTicket,
        origin: Some(Origin { document: ticket.document, number: ticket.header.number.clone() }),
        due_on: owed.then(|| due_day(&ticket.business_day, buyer.professional)).transpose()?,
        supplied_on: Some(ticket.business_day.clone()),
        mentions: form.into_iter().chain(terms).collect(),
        customer: Some(snapshot(buyer)),
        ..ticket
    })
}

/// A business pays within thirty days (C. com. L441-10), a consumer at once.
fn due_day(day: &str, professional: bool) -> Result<String> {
    let date: Date = day.parse().map_err(|e| Error::Bug(format!("{day}: {e}")))?;
    let days = if professional { 30 } else { 0 };
    let due = date.checked_add(days.days()).map_err(|e| Error::Bug(e.to_string()))?;
    Ok(due.to_string())
}

fn snapshot(buyer: &CustomerRow) -> BuyerSnapshot {
    let some = |text: &String| Some(text.clone()).filter(|t| !t.is_empty());
    BuyerSnapshot {
        id: buyer.id,
        name: buyer.name.clone(),
        address_lines: vec![buyer.address.clone()],
        postcode: some(&buyer.postcode),
        city: some(&buyer.city),
        country: Some(if buyer.country.is_empty() { HOME.to_owned() } else { buyer.country.clone() }),
        siren: some(&buyer.siren),
        siret: some(&buyer.siret),
        vat_id: some(&buyer.vat_number),
    }
}
