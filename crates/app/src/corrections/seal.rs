//! Sealing a correction: one signed ticket, its grand total, the journal of each line, and what follows from them.

use domain::ids::{CustomerId, DocumentId};
use domain::money::Money;
use domain::payment::PaymentKind;
use fiscal::{
    BuyerSnapshot, Chain, DiscountSnapshot, DocumentClass, JetEvent, Operation, Origin, PaymentSnapshot,
    Person, ShiftRef, TicketLine, TicketPayload, TicketTotals, VatRow,
};
use store::Op;
use store::op::{AccountEntry, AccountSide, SaleSealed, StockMove};
use store::tables::settings::WorkstationRow;
use store::tables::shifts::ShiftRow;

use super::Sold;
use crate::closings::open_day;
use crate::context::{Context, Mutation};
use crate::error::{Error, Result};
use crate::fiscal_book::Book;
use crate::sale::shop_snapshot;

/// What a correction says; amounts are negative.
pub struct Correction<'a> {
    /// Return or cancellation.
    pub operation: Operation,
    /// The sale; none for a return without ticket.
    pub origin: Option<&'a Sold>,
    /// The customer.
    pub customer: Option<BuyerSnapshot>,
    /// Why.
    pub reason: String,
    /// The supervisor who approved it at another moment than this one; whoever approves now is in the operation.
    pub approved_by: Option<String>,
    /// Lines.
    pub lines: Vec<TicketLine>,
    /// Discount of the whole ticket, given back.
    pub discount: Option<DiscountSnapshot>,
    /// Tax table.
    pub vat: Vec<VatRow>,
    /// Totals.
    pub totals: TicketTotals,
    /// Payments.
    pub payments: Vec<PaymentSnapshot>,
    /// What goes back to stock.
    pub stock: Vec<StockMove>,
}

/// Signs and records a correction.
pub fn seal(
    cx: &mut Mutation<'_, '_>,
    workstation: &WorkstationRow,
    shift: &ShiftRow,
    correction: Correction<'_>,
) -> Result<DocumentId> {
    open_day(cx, workstation)?;
    let mut book = Book::open(cx, workstation)?;
    let document = DocumentId(cx.new_id());
    let stock = correction.stock.clone();
    let account = account(&correction)?;
    let infos = journal_infos(&correction);
    let payload = payload(cx, &book, shift, document, correction)?;
    let (ticket, grand_total) = book.ticket(payload)?;
    let journal = infos.into_iter().map(|info| book.journal(JetEvent::SaleReversed, info));
    let journal = journal.collect::<Result<Vec<_>>>()?;
    let sealed = SaleSealed { ticket, grand_total, stock, account, articles: 0, journal };
    cx.emit(Op::SaleSealed(Box::new(sealed)))?;
    Ok(document)
}

fn payload(
    cx: &Mutation<'_, '_>,
    book: &Book,
    shift: &ShiftRow,
    document: DocumentId,
    c: Correction<'_>,
) -> Result<TicketPayload> {
    let shop = cx.shop()?;
    let of_lines: Money = c.lines.iter().filter_map(|l| Some(l.discount.as_ref()?.amount)).sum();
    let shares: Money = c.lines.iter().map(|l| l.share).sum();
    Ok(TicketPayload {
        header: book.header(Chain::Ticket),
        class: DocumentClass::Ticket,
        document,
        operation: c.operation,
        business_day: cx.local_now()?.day(),
        supplied_on: None,
        due_on: None,
        shop: shop_snapshot(&shop),
        shift: ShiftRef { id: shift.id, number: i64::from(shift.number) },
        seller: c.origin.and_then(|sold| seller(cx, &sold.ticket)),
        customer: c.customer,
        origin: c
            .origin
            .map(|sold| Origin { document: sold.row.id, number: sold.ticket.header.number.clone() }),
        reason: Some(c.reason),
        note: String::new(),
        language: c.origin.and_then(|sold| sold.ticket.language.clone()),
        service: c.origin.and_then(|sold| sold.ticket.service),
        price_mode: c.origin.map_or(shop.country.price_mode(), |sold| sold.ticket.price_mode),
        exemption: c.origin.and_then(|sold| sold.ticket.exemption.clone()),
        currency: shop.country.currency().to_owned(),
        line_count: i64::try_from(c.lines.len()).unwrap_or(i64::MAX),
        lines: c.lines,
        discount: c.discount,
        discounts: of_lines + shares,
        vat: c.vat,
        totals: c.totals,
        payments: c.payments,
        mentions: Vec::new(),
        print_number: 0,
    })
}

/// The correction counts for whoever sold, if that is not who corrects.
fn seller(cx: &Mutation<'_, '_>, sale: &TicketPayload) -> Option<Person> {
    let sold_by = sale.seller.as_ref().or(sale.header.operator.as_ref())?;
    let operator = cx.caller.user.as_ref().map(|u| u.id);
    (Some(sold_by.id) != operator).then(|| sold_by.clone())
}

/// What the payments move on the customer's account: less is owed, or more may be spent.
fn account(c: &Correction<'_>) -> Result<Vec<AccountEntry>> {
    let entry = |p: &PaymentSnapshot| {
        let side = match p.kind {
            PaymentKind::OnAccount => AccountSide::Due,
            PaymentKind::Credit => AccountSide::Credit,
            _ => return None,
        };
        let customer = c.customer.as_ref().map(|b: &BuyerSnapshot| -> CustomerId { b.id });
        let entry = customer.map(|customer| AccountEntry { customer, amount: -p.amount, side });
        Some(entry.ok_or_else(|| Error::Bug("account without customer".to_owned())))
    };
    c.payments.iter().filter_map(entry).collect()
}

/// One event for each line (fiscal.md 1.5).
fn journal_infos(c: &Correction<'_>) -> Vec<String> {
    let origin = c.origin.map_or("sans ticket", |sold| sold.ticket.header.number.as_str());
    let approved = c.approved_by.as_ref().map(|name| format!(" (autorisé par {name})")).unwrap_or_default();
    let info = |l: &TicketLine| {
        let what = format!("{} {origin} {} {} {}", c.operation.as_str(), l.code, l.quantity.0, l.total.0);
        format!("{what} : {}{approved}", c.reason)
    };
    c.lines.iter().map(info).collect()
}
