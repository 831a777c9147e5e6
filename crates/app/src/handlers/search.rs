//! «Chercher des factures»: documents of every workstation, by any filters at once.

use api::types::{
    DocumentDetail, DocumentFilters, DocumentLineView, DocumentOperation, DocumentPage, DocumentRef,
    DocumentRow, DocumentSearch, Empty, FilterChoice, TaxRow,
};
use api::{Fault, FaultCode};
use domain::country::Country;
use domain::money::Quantity;
use fiscal::{DocumentClass, Operation, TicketLine, VatRow};
use store::tables::search::Filter;
use store::tables::{documents, search, settings, settlements};

use crate::clock::{day_after, start_of_day};
use crate::context::{Context, Query};
use crate::corrections::Sold;
use crate::error::{Error, Result};
use crate::sale::invoice::{check_invoiceable, invoice_of};
use crate::sale::{card_digits, counterpart, payment_view};
use crate::settlements::{corrections, is_correctable, standing};
use crate::text::optional;
use crate::views;

/// Rows of a page at most.
const PAGE: u32 = 200;
/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// What the filters choose from.
pub fn document_filters(cx: &Query<'_>, _: Empty) -> Result<DocumentFilters> {
    let workstations = settings::workstations(cx.db)?;
    let users = settings::users(cx.db)?;
    Ok(DocumentFilters {
        workstations: workstations.into_iter().map(|w| FilterChoice { id: w.id.0, name: w.name }).collect(),
        users: users.into_iter().map(|u| FilterChoice { id: u.id.0, name: u.name }).collect(),
    })
}

/// Finds documents, newest first.
pub fn document_search(cx: &Query<'_>, request: DocumentSearch) -> Result<DocumentPage> {
    let limit = request.limit.clamp(1, PAGE);
    let mut rows = search::documents(cx.db, &filter(cx, &request)?, request.offset, limit + 1)?;
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    Ok(DocumentPage { rows: document_rows(cx, rows)?, more })
}

fn filter(cx: &Query<'_>, request: &DocumentSearch) -> Result<Filter> {
    let number = optional("number", request.number.as_deref().unwrap_or_default(), 40)?.to_uppercase();
    Ok(Filter {
        from_ms: moment(cx, request.from_day.as_deref(), start_of_day)?,
        to_ms: moment(cx, request.to_day.as_deref(), day_after)?,
        minutes: minutes(request)?,
        workstation: request.workstation_id,
        article: request.article_id,
        customer: request.customer_id,
        user: request.user_id,
        number: Some(number).filter(|n| !n.is_empty()),
        card_last4: card_digits(request.card_last4.as_deref())?,
    })
}

/// A moment of a day, in the shop's time.
fn moment(
    cx: &Query<'_>,
    day: Option<&str>,
    of_day: fn(&str, Country) -> Option<i64>,
) -> Result<Option<i64>> {
    let Some(day) = day else { return Ok(None) };
    let moment = of_day(day, cx.country()?);
    moment.map(Some).ok_or_else(|| bad_request("day"))
}

/// The hours asked for; a side that is missing is that end of the day.
fn minutes(request: &DocumentSearch) -> Result<Option<(u16, u16)>> {
    if request.from_minute.is_none() && request.to_minute.is_none() {
        return Ok(None);
    }
    let minutes = (request.from_minute.unwrap_or(0), request.to_minute.unwrap_or(DAY));
    if minutes.0 > DAY || minutes.1 > DAY { Err(bad_request("minute")) } else { Ok(Some(minutes)) }
}

fn bad_request(detail: &str) -> Error {
    Fault::refused(FaultCode::BadRequest).with("detail", detail).into()
}

fn document_rows(cx: &Query<'_>, rows: Vec<documents::DocumentRow>) -> Result<Vec<DocumentRow>> {
    rows.into_iter().map(|row| views::document(cx.db, row)).collect()
}

/// A document, with what may still come back of it.
pub fn document_open(cx: &Query<'_>, request: DocumentRef) -> Result<DocumentDetail> {
    let sold = Sold::load(cx, request.document_id)?;
    let origin = sold.ticket.origin.as_ref().map(|o| documents::by_id(cx.db, o.document));
    let origin = origin.transpose()?.flatten().map(|row| views::document(cx.db, row)).transpose()?;
    let ticket = &sold.ticket;
    let legs = settlements::of_document(cx.db, request.document_id)?;
    let exchange = counterpart(cx, ticket)?.map(|row| views::document(cx.db, row)).transpose()?;
    Ok(DocumentDetail {
        operation: match ticket.operation {
            _ if ticket.class == DocumentClass::FactureDeTicket => DocumentOperation::Invoice,
            Operation::Vente => DocumentOperation::Sale,
            Operation::Retour => DocumentOperation::Return,
            Operation::Annulation => DocumentOperation::Cancellation,
        },
        lines: ticket.lines.iter().map(|line| line_view(&sold, line)).collect(),
        taxes: taxes(&ticket.vat),
        payments: ticket.payments.iter().map(payment_view).collect(),
        payment_corrections: corrections(cx.db, &legs)?,
        payment_correctable: sold.check_returnable().is_ok()
            && standing(ticket, &legs).iter().any(|s| is_correctable(s.payment.kind)),
        note: ticket.note.clone(),
        reason: ticket.reason.clone(),
        origin,
        corrections: document_rows(cx, documents::corrections(cx.db, request.document_id)?)?,
        invoice: invoice_of(cx, request.document_id)?,
        invoiceable: check_invoiceable(cx, ticket).is_ok(),
        cancellable: exchange.is_none() && sold.check_cancellable().is_ok(),
        exchange,
        row: views::document(cx.db, sold.row.clone())?,
    })
}

fn line_view(sold: &Sold, line: &TicketLine) -> DocumentLineView {
    DocumentLineView {
        n: u32::try_from(line.n).unwrap_or(u32::MAX),
        article_id: line.article,
        code: line.code.clone(),
        name: line.label.clone(),
        quantity: line.quantity,
        unit: line.unit.clone(),
        unit_price: line.unit_price,
        discount: (line.amount - line.total).abs(),
        total: line.total,
        returnable: if sold.check_returnable().is_ok() { sold.left(line) } else { Quantity(0) },
        stocked: line.stocked,
    }
}

/// The tax table of a document, lowest rate first, as printed.
fn taxes(vat: &[VatRow]) -> Vec<TaxRow> {
    let row = |row: &VatRow| TaxRow {
        name: row.name.clone(),
        letter: row.letter.clone(),
        rate: row.rate,
        base: row.base,
        amount: row.tax,
        gross: row.gross,
    };
    let mut rows: Vec<TaxRow> = vat.iter().map(row).collect();
    rows.sort_by_key(|row| row.rate);
    rows
}
