//! Sales: the document family is read from the signed ticket, so that what is queried is what was signed.

use domain::cart::ServiceMode;
use domain::ids::{DocumentId, MethodId, ShiftId};
use domain::money::Money;
use domain::payment::PaymentKind;
use fiscal::{
    DocumentClass, FiscalRecord, Operation, Payload, PaymentSnapshot, TicketPayload, VatRow, extract,
};
use rusqlite::{Connection, named_params};

use super::{Place, account, fiscal as records, sale_lines, stock, trading_day};
use crate::error::{Error, Result};
use crate::op::{DocumentPrinted, DocumentSent, InvoiceIssued, SaleAbandoned, SaleSealed};

/// A validated sale: records, document, stock, account, shift totals.
pub fn seal(conn: &Connection, sale: &SaleSealed, place: Place) -> Result<()> {
    let ticket = serde_json::from_str::<Payload>(&sale.ticket.payload)?.into_ticket();
    let ticket = ticket.ok_or_else(|| Error::Fiscal(format!("{} holds no ticket", sale.ticket.doc_no)))?;
    records::insert(conn, &sale.ticket)?;
    records::insert(conn, &sale.grand_total)?;
    sale.journal.iter().try_for_each(|record| records::insert(conn, record))?;
    document(conn, &ticket, &sale.ticket, place)?;
    sale_lines::insert(conn, &ticket, place)?;
    ticket.vat.iter().try_for_each(|row| document_tax(conn, ticket.document, row))?;
    for payment in &ticket.payments {
        insert_payment(conn, &ticket, payment)?;
        add_method(conn, ticket.shift.id, payment)?;
    }
    ticket.vat.iter().try_for_each(|row| add_tax(conn, ticket.shift.id, row))?;
    add_sale(conn, &ticket, sale.articles)?;
    sale_lines::count_discounts(conn, &ticket)?;
    trading_day::add_ticket(conn, &ticket, place)?;
    account::of_document(conn, &sale.account, ticket.document, place)?;
    stock::apply(conn, &sale.stock, Some(ticket.document), stock_reason(ticket.operation), place)
}

/// An invoice of a ticket: a document without lines, taxes and payments of its own, for those of the ticket are counted
/// already.
pub fn invoice(conn: &Connection, invoice: &InvoiceIssued, place: Place) -> Result<()> {
    let payload = serde_json::from_str::<Payload>(&invoice.record.payload)?.into_ticket();
    let payload = payload.filter(|p| p.class == DocumentClass::FactureDeTicket);
    let payload =
        payload.ok_or_else(|| Error::Fiscal(format!("{} holds no invoice", invoice.record.doc_no)))?;
    records::insert(conn, &invoice.record)?;
    trading_day::add_invoice(conn, &payload, place)?;
    document(conn, &payload, &invoice.record, place)
}

/// An abandoned sale: the journal, and the count on the shift.
pub fn abandon(conn: &Connection, abandoned: &SaleAbandoned) -> Result<()> {
    records::insert(conn, &abandoned.record)?;
    if let Some(shift) = abandoned.shift {
        conn.prepare_cached("UPDATE shift SET abandoned = abandoned + 1 WHERE id = ?1")?
            .execute([shift.0])?;
    }
    Ok(())
}

/// A mail server took a letter with a document, or its file was saved. The counter of papers does not move (D-29).
pub fn sent(conn: &Connection, sent: &DocumentSent, place: Place) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO document_sent (job_id, document_id, user_id, at_ms) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute((sent.job.0, sent.document.0, sent.user.map(|u| u.0), place.at_ms))?;
    Ok(())
}

/// A document came out of a printer. A duplicate counts on the shift during which it was asked for.
pub fn printed(conn: &Connection, print: &DocumentPrinted, place: Place) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO document_print (document_id, print_number, job_id, user_id, at_ms, printer, format) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((
        print.document.0, print.print_number, print.job.0, print.user.map(|u| u.0), place.at_ms, &print.printer, &print.format,
    ))?;
    if let Some(shift) = print.duplicate_in {
        // The shift may have been closed while the printer was down: its figures stay frozen.
        conn.prepare_cached(
            "UPDATE shift SET duplicates = duplicates + 1 WHERE id = ?1 AND closed_ms IS NULL",
        )?
        .execute([shift.0])?;
    }
    Ok(())
}

fn document(conn: &Connection, t: &TicketPayload, record: &FiscalRecord, place: Place) -> Result<()> {
    let operator =
        t.header.operator.as_ref().ok_or_else(|| Error::Fiscal("ticket without operator".to_owned()))?;
    let seller = t.seller.as_ref().unwrap_or(operator);
    let discount = sale_lines::Discount::of(t.discount.as_ref());
    let paid: Money = t.payments.iter().filter(|p| p.kind != PaymentKind::OnAccount).map(|p| p.amount).sum();
    conn.prepare_cached(
        "INSERT INTO document (id, kind, number, operation, workstation_id, shift_id, user_id, seller_id, customer_id, business_day, at_ms,
           net, tax, total, paid, note, extract, global_seq, minute, origin_id, service, discount, discount_rate, discount_reason, discounts)
         VALUES (:id, :kind, :number, :operation, :workstation, :shift, :user, :seller, :customer, :day, :at, :net, :tax, :total, :paid,
           :note, :extract, :seq, :minute, :origin, :service, :discount, :rate, :reason, :discounts)",
    )?
    .execute(named_params! {
        ":id": t.document.0, ":kind": class_name(t.class), ":number": t.header.number, ":operation": t.operation.as_str(), ":workstation": t.header.terminal.id.0,
        ":shift": t.shift.id.0, ":user": operator.id.0, ":seller": seller.id.0, ":customer": t.customer.as_ref().map(|c| c.id.0),
        ":day": t.business_day, ":at": place.at_ms, ":net": t.totals.net.0, ":tax": t.totals.tax.0, ":total": t.totals.total.0,
        ":paid": paid.0, ":note": t.note, ":extract": extract(&record.sig), ":seq": record.global_seq,
        ":minute": minute(&t.header.at.ts_local)?, ":origin": t.origin.as_ref().map(|o| o.document.0),
        ":service": t.service.map(ServiceMode::as_str), ":discount": discount.amount, ":rate": discount.rate,
        ":reason": discount.reason, ":discounts": t.discounts.0,
    })?;
    Ok(())
}

/// Minute of the day of «20261121093005».
fn minute(ts_local: &str) -> Result<i64> {
    let part = |from: usize| ts_local.get(from..from + 2)?.parse::<i64>().ok();
    let minute = part(8).zip(part(10)).map(|(hour, minute)| hour * 60 + minute);
    minute.ok_or_else(|| Error::Fiscal(format!("«{ts_local}» is no local time")))
}

fn document_tax(conn: &Connection, document: DocumentId, row: &VatRow) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO document_tax (document_id, code, rate, name, letter, base, amount, gross) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute((document.0, &row.code, row.rate.0, &row.name, &row.letter, row.base.0, row.tax.0, row.gross.0))?;
    Ok(())
}

fn insert_payment(conn: &Connection, t: &TicketPayload, p: &PaymentSnapshot) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO payment (id, document_id, shift_id, method_id, kind, name, amount, received, change, rounding, card_last4, reference, nature)
         VALUES (:id, :document, :shift, :method, :kind, :name, :amount, :received, :change, :rounding, :last4, :reference, :nature)",
    )?
    .execute(named_params! {
        ":id": p.id.0, ":document": t.document.0, ":shift": t.shift.id.0, ":method": p.method.0, ":kind": kind_name(p.kind), ":name": p.name,
        ":amount": p.amount.0, ":received": p.received.0, ":change": p.change.0, ":rounding": p.rounding.0, ":last4": p.card_last4,
        ":reference": p.reference, ":nature": p.nature,
    })?;
    Ok(())
}

fn add_method(conn: &Connection, shift: ShiftId, p: &PaymentSnapshot) -> Result<()> {
    let collected = p.received.0 - p.change.0;
    let nature = p.nature.as_deref().unwrap_or_default();
    count_method(conn, shift, (p.method, nature, p.kind, &p.name), (1, collected))?;
    if p.kind == PaymentKind::Cash {
        conn.prepare_cached(
            "UPDATE shift SET cash_receipts = cash_receipts + max(?2, 0), cash_refunds = cash_refunds - min(?2, 0),
               rounding = rounding + ?3 WHERE id = ?1",
        )?
        .execute((shift.0, collected, p.rounding.0))?;
    }
    Ok(())
}

/// Adds payments and what they brought in, or gave back if negative, to the totals of a method in the shift.
pub fn count_method(
    conn: &Connection,
    shift: ShiftId,
    (method, nature, kind, name): (MethodId, &str, PaymentKind, &str),
    (payments, collected): (i64, i64),
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO shift_method (shift_id, method_id, nature, kind, name, count, total) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT DO UPDATE SET count = count + excluded.count, total = total + excluded.total",
    )?
    .execute((shift.0, method.0, nature, kind_name(kind), name, payments, collected))?;
    Ok(())
}

fn add_tax(conn: &Connection, shift: ShiftId, row: &VatRow) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO shift_tax (shift_id, code, rate, name, letter, base, amount, gross) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT DO UPDATE SET base = base + excluded.base, amount = amount + excluded.amount, gross = gross + excluded.gross",
    )?
    .execute((shift.0, &row.code, row.rate.0, &row.name, &row.letter, row.base.0, row.tax.0, row.gross.0))?;
    Ok(())
}

/// Turnover of a shift is what is left after corrections; its tickets and articles are those of its sales.
fn add_sale(conn: &Connection, t: &TicketPayload, articles: u32) -> Result<()> {
    let (count, sum) = match t.operation {
        Operation::Vente => ("tickets", None),
        Operation::Retour => ("returns", Some("returned")),
        Operation::Annulation => ("cancellations", Some("cancelled")),
    };
    let articles = if sum.is_some() { 0 } else { articles };
    let sum = sum.map(|column| format!("{column} = {column} - ?4, ")).unwrap_or_default();
    let sql = format!(
        "UPDATE shift SET {count} = {count} + 1, {sum}articles = articles + ?2, net = net + ?3, total = total + ?4,
           first_ticket = coalesce(first_ticket, ?5), last_ticket = ?5 WHERE id = ?1"
    );
    let (net, total) = (t.totals.net.0, t.totals.total.0);
    let updated =
        conn.prepare_cached(&sql)?.execute((t.shift.id.0, articles, net, total, &t.header.number))?;
    if updated == 1 { Ok(()) } else { Err(Error::Op("sale without shift".to_owned())) }
}

/// The stored kind of a document.
const fn class_name(class: DocumentClass) -> &'static str {
    match class {
        DocumentClass::Ticket => "ticket",
        DocumentClass::FactureDeTicket => "invoice",
    }
}

const fn stock_reason(operation: Operation) -> &'static str {
    match operation {
        Operation::Vente => "sale",
        Operation::Retour => "return",
        Operation::Annulation => "cancellation",
    }
}

/// The stored name of a payment kind.
pub const fn kind_name(kind: PaymentKind) -> &'static str {
    match kind {
        PaymentKind::Cash => "cash",
        PaymentKind::CardStandalone => "card_standalone",
        PaymentKind::Cheque => "cheque",
        PaymentKind::Other => "other",
        PaymentKind::Credit => "credit",
        PaymentKind::OnAccount => "on_account",
        PaymentKind::Exchange => "exchange",
        PaymentKind::WriteOff => "write_off",
    }
}
