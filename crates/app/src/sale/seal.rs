//! Sealing: from a paid cart to a signed ticket and the operation that carries it.

use domain::cart::{Cart, CartArticle, CartCustomer, LineBody, LinePrice, ServiceMode};
use domain::ids::{DocumentId, PaymentId};
use domain::payment::{PaymentKind, Tender};
use domain::tax::DocumentTotals;
use fiscal::{
    BuyerSnapshot, Chain, DocumentClass, Operation, PaymentSnapshot, Person, ShiftRef, ShopSnapshot,
    TicketPayload, TicketTotals, VatRow,
};
use store::op::{AccountEntry, AccountSide, SaleSealed, StockMove};
use store::tables::customers;
use store::tables::settings::{self, ShopRow, WorkstationRow};
use store::tables::shifts::ShiftRow;

use super::exemption::signed;
use super::seal_lines::{order_discount, ticket_lines};
use super::view::article_count;
use crate::context::{Context, Mutation};
use crate::corrections::{Exchanged, exchange_payment};
use crate::error::{Error, Result};
use crate::fiscal_book::Book;
use crate::printing::language;
use domain::money::Quantity;

/// What a sale is sealed with, beside its cart.
pub struct Sealing<'a> {
    /// The workstation.
    pub workstation: &'a WorkstationRow,
    /// Its open shift.
    pub shift: &'a ShiftRow,
    /// The customer: the chosen one or the workstation's default.
    pub customer: Option<CartCustomer>,
    /// What a return pays of it.
    pub exchanged: Option<Exchanged>,
}

/// Signs the ticket of a paid cart and returns the operation that records the sale.
pub fn seal(cx: &Mutation<'_, '_>, cart: &Cart, with: &Sealing<'_>) -> Result<(DocumentId, SaleSealed)> {
    let shop = cx.shop()?;
    let prices = cart.prices()?;
    let totals = cart.totals_of(shop.country, &prices)?;
    let mut book = Book::open(cx, with.workstation)?;
    let document = DocumentId(cx.new_id());
    let payload = payload(cx, &book, &shop, cart, (&prices, &totals), document, with)?;
    let (ticket, grand_total) = book.ticket(payload)?;
    let account = on_account(cart, with.customer.as_ref())?;
    let sold = articles(cart).filter(|(article, _)| article.stocked);
    let stock = sold
        .map(|(article, quantity)| StockMove { article: article.id, quantity: Quantity(-quantity.0) })
        .collect();
    Ok((
        document,
        SaleSealed {
            ticket,
            grand_total,
            stock,
            account,
            articles: article_count(cart),
            journal: Vec::new(),
        },
    ))
}

fn payload(
    cx: &Mutation<'_, '_>,
    book: &Book,
    shop: &ShopRow,
    cart: &Cart,
    (prices, totals): (&[LinePrice], &DocumentTotals),
    document: DocumentId,
    with: &Sealing<'_>,
) -> Result<TicketPayload> {
    let operator = cx.caller.user()?;
    let seller = cart.seller.as_ref().filter(|s| s.id != operator.id);
    let day = cx.local_now()?.day();
    let lines = ticket_lines(cart, prices, &day)?;
    let asked = settings::asks_service(cx.db())? || cart.service != ServiceMode::default();
    Ok(TicketPayload {
        header: book.header(Chain::Ticket),
        class: DocumentClass::Ticket,
        document,
        operation: Operation::Vente,
        business_day: day.clone(),
        supplied_on: None,
        due_on: None,
        shop: shop_snapshot(shop),
        shift: ShiftRef { id: with.shift.id, number: i64::from(with.shift.number) },
        seller: seller.map(|s| Person { id: s.id, name: s.name.clone() }),
        customer: with.customer.as_ref().map(|c| BuyerSnapshot::named(c.id, c.name.clone())),
        origin: None,
        reason: None,
        note: cart.note.clone(),
        language: language_of_customer(cx, with.customer.as_ref())?,
        service: asked.then_some(cart.service),
        price_mode: cart.price_mode(shop.country),
        exemption: cart.exemption().map(|ground| signed(ground, &day)),
        currency: shop.country.currency().to_owned(),
        line_count: i64::try_from(lines.len()).unwrap_or(i64::MAX),
        lines,
        discount: order_discount(cart, prices),
        discounts: prices.iter().map(|p| p.discount + p.share).sum(),
        vat: totals.taxes.iter().map(VatRow::from).collect(),
        totals: TicketTotals { net: totals.net, tax: totals.tax, total: totals.total },
        payments: payments(cx, cart, with.exchanged.as_ref()),
        mentions: Vec::new(),
        print_number: 0,
    })
}

/// What is signed as the language of the customer's papers; none while it is the shop's.
fn language_of_customer(cx: &Mutation<'_, '_>, customer: Option<&CartCustomer>) -> Result<Option<String>> {
    let row = customer.map(|c| customers::by_id(cx.db(), c.id)).transpose()?.flatten();
    Ok(row.and_then(|c| language::signed(c.language)))
}

/// Articles and quantities of the lines; fees move no stock.
fn articles(cart: &Cart) -> impl Iterator<Item = (&CartArticle, Quantity)> {
    cart.lines.iter().filter_map(|line| match &line.body {
        LineBody::Article(article) => Some((article.as_ref(), line.quantity)),
        LineBody::Fee(_) | LineBody::Unknown { .. } => None,
    })
}

/// What a return pays comes first; the tenders settled the rest.
fn payments(cx: &Mutation<'_, '_>, cart: &Cart, exchanged: Option<&Exchanged>) -> Vec<PaymentSnapshot> {
    let exchange = exchanged.map(|e| exchange_payment(cx, e.amount, e.with.clone()));
    exchange.into_iter().chain(cart.tenders.iter().map(|t| payment(cx, t))).collect()
}

fn payment(cx: &Mutation<'_, '_>, t: &Tender) -> PaymentSnapshot {
    PaymentSnapshot {
        id: PaymentId(cx.new_id()),
        method: t.method,
        kind: t.kind,
        name: t.name.clone(),
        amount: t.amount,
        received: t.received,
        change: t.change,
        rounding: t.rounding,
        card_last4: t.card_last4.clone(),
        reference: t.reference.clone(),
        nature: t.nature.clone(),
    }
}

/// What is left unpaid is owed by the named customer (PAY-24); what credit pays is spent (PAY-02).
fn on_account(cart: &Cart, customer: Option<&CartCustomer>) -> Result<Vec<AccountEntry>> {
    let entry = |t: &Tender| {
        let side = match t.kind {
            PaymentKind::OnAccount => AccountSide::Due,
            PaymentKind::Credit => AccountSide::Credit,
            _ => return None,
        };
        let customer = customer.map(|c| AccountEntry { customer: c.id, amount: -t.amount, side });
        Some(customer.ok_or_else(|| Error::Bug("account without customer".to_owned())))
    };
    cart.tenders.iter().filter_map(entry).collect()
}

/// The shop as it is on this day (fiscal.md 1.2: on every document, never a reference).
pub fn shop_snapshot(shop: &ShopRow) -> ShopSnapshot {
    let text = |column: &str| shop.text(column).to_owned();
    let some = |column: &str| Some(text(column)).filter(|t| !t.is_empty());
    ShopSnapshot {
        legal_name: text("legal_name"),
        trading_name: some("trading_name"),
        address_lines: vec![text("address")],
        postcode: text("postcode"),
        city: text("city"),
        country: match shop.country {
            domain::country::Country::France => "FR",
            domain::country::Country::Quebec => "CA",
        }
        .to_owned(),
        siret: some("siret"),
        naf: some("naf"),
        vat_id: some("vat_number"),
        tps_no: some("tps_number"),
        tvq_no: some("tvq_number"),
    }
}
