//! Sealing: from a paid cart to a signed ticket and the operation that carries it.

use domain::cart::{Cart, CartArticle, CartCustomer, LineBody};
use domain::ids::{DocumentId, PaymentId};
use domain::payment::{PaymentKind, Tender};
use domain::tax::DocumentTotals;
use fiscal::{
    BuyerSnapshot, Chain, Operation, PaymentSnapshot, Person, ShiftRef, ShopSnapshot, TaxSnapshot,
    TicketLine, TicketPayload, TicketTotals, VatRow,
};
use store::op::{AccountEntry, SaleSealed, StockMove};
use store::tables::settings::{ShopRow, WorkstationRow};
use store::tables::shifts::ShiftRow;

use super::view::article_count;
use crate::context::{Context, Mutation};
use crate::error::{Error, Result};
use crate::fiscal_book::Book;
use domain::money::Quantity;

/// What a sale is sealed with, beside its cart.
pub struct Sealing<'a> {
    /// The workstation.
    pub workstation: &'a WorkstationRow,
    /// Its open shift.
    pub shift: &'a ShiftRow,
    /// The customer: the chosen one or the workstation's default.
    pub customer: Option<CartCustomer>,
}

/// Signs the ticket of a paid cart and returns the operation that records the sale.
pub fn seal(cx: &Mutation<'_, '_>, cart: &Cart, with: &Sealing<'_>) -> Result<(DocumentId, SaleSealed)> {
    let shop = cx.shop()?;
    let totals = cart.totals(shop.country)?;
    let mut book = Book::open(cx, with.workstation)?;
    let document = DocumentId(cx.new_id());
    let payload = payload(cx, &book, &shop, cart, &totals, document, with)?;
    let (ticket, grand_total) = book.ticket(payload)?;
    let account = on_account(cart, with.customer.as_ref())?;
    let sold = articles(cart).filter(|(_, article, _)| article.stocked);
    let stock = sold
        .map(|(_, article, quantity)| StockMove { article: article.id, quantity: Quantity(-quantity.0) })
        .collect();
    Ok((document, SaleSealed { ticket, grand_total, stock, account, articles: article_count(cart) }))
}

fn payload(
    cx: &Mutation<'_, '_>,
    book: &Book,
    shop: &ShopRow,
    cart: &Cart,
    totals: &DocumentTotals,
    document: DocumentId,
    with: &Sealing<'_>,
) -> Result<TicketPayload> {
    let operator = cx.caller.user()?;
    let seller = cart.seller.as_ref().filter(|s| s.id != operator.id);
    let lines = articles(cart)
        .map(|(n, article, quantity)| line(cart, n, article, quantity))
        .collect::<Result<Vec<_>>>()?;
    Ok(TicketPayload {
        header: book.header(Chain::Ticket),
        document,
        operation: Operation::Vente,
        business_day: cx.local_now()?.day(),
        shop: shop_snapshot(shop),
        shift: ShiftRef { id: with.shift.id, number: i64::from(with.shift.number) },
        seller: seller.map(|s| Person { id: s.id, name: s.name.clone() }),
        customer: with.customer.as_ref().map(|c| BuyerSnapshot { id: c.id, name: c.name.clone() }),
        origin: None,
        reason: None,
        note: cart.note.clone(),
        price_mode: shop.country.price_mode(),
        currency: shop.country.currency().to_owned(),
        line_count: i64::try_from(lines.len()).unwrap_or(i64::MAX),
        lines,
        vat: totals.taxes.iter().map(VatRow::from).collect(),
        totals: TicketTotals { net: totals.net, tax: totals.tax, total: totals.total },
        payments: cart.tenders.iter().map(|t| payment(cx, t)).collect(),
        print_number: 0,
    })
}

/// Positions, articles and quantities of the lines.
fn articles(cart: &Cart) -> impl Iterator<Item = (usize, &CartArticle, Quantity)> {
    cart.lines.iter().enumerate().filter_map(|(n, line)| match &line.body {
        LineBody::Article(article) => Some((n, article.as_ref(), line.quantity)),
        LineBody::Fee(_) | LineBody::Unknown { .. } => None,
    })
}

fn line(cart: &Cart, n: usize, article: &CartArticle, quantity: Quantity) -> Result<TicketLine> {
    let line = cart.lines.get(n).ok_or_else(|| Error::Bug("line".to_owned()))?;
    Ok(TicketLine {
        n: i64::try_from(n + 1).unwrap_or(i64::MAX),
        line: line.id,
        article: article.id,
        code: article.code.clone(),
        label: article.name.clone(),
        quantity,
        unit: article.unit.clone(),
        unit_price: article.unit_price,
        taxes: article.taxes.iter().map(TaxSnapshot::from).collect(),
        total: line.total()?,
        stocked: article.stocked,
        department: article.department,
    })
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

/// What is left unpaid is owed by the named customer (PAY-24).
fn on_account(cart: &Cart, customer: Option<&CartCustomer>) -> Result<Vec<AccountEntry>> {
    let unpaid = cart.tenders.iter().filter(|t| t.kind == PaymentKind::OnAccount);
    unpaid
        .map(|t| {
            let customer = customer.ok_or_else(|| Error::Bug("unpaid without customer".to_owned()))?.id;
            Ok(AccountEntry { customer, amount: -t.amount })
        })
        .collect()
}

/// The shop as it is on this day (fiscal.md 1.2: on every document, never a reference).
fn shop_snapshot(shop: &ShopRow) -> ShopSnapshot {
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
