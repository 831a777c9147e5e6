//! Section B of the sale screen, complete, so that the window computes nothing.

use api::types::{PaymentBlock, SaleParty, SaleSeller, SaleView, TaxRow, TenderView};
use domain::cart::{Cart, CartLine, LineBody};
use domain::money::Quantity;
use domain::payment::Tender;
use domain::tax::TaxAmount;
use domain::tender::{quick_amounts, round_for_cash};
use store::tables::{carts, customers, print_jobs};

use super::account::credit_of;
use super::exchange::exchange_view;
use super::exemption::without_ground;
use super::view_lines::{line_views, order_discount};
use super::{Frame, OpenCart, sale_done};
use crate::context::Context;
use crate::error::Result;

/// The sale of the session's workstation.
pub fn sale_view(cx: &impl Context, open: &OpenCart) -> Result<SaleView> {
    let (cart, frame) = (open.cart(), Frame::of(cx)?);
    let country = frame.settings.country;
    let prices = cart.prices()?;
    let mut totals = cart.totals_of(country, &prices)?;
    // Shown as printed: TPS before TVQ, the reduced rate before the standard one.
    totals.taxes.sort_by_key(|row| row.tax.rate);
    let due = cart.due_of(totals.total);
    let seller = seller(cx, open);
    let done = carts::done(cx.db(), frame.settings.workstation)?;
    Ok(SaleView {
        cart_id: open.id(),
        revision: open.row.map_or(0, |row| row.revision),
        lines: line_views(cx, &frame, cart, &prices)?,
        selected: cart.selected,
        customer: customer(cx, cart, &frame)?,
        blocked: blocked(cart, &frame, seller.as_ref()),
        seller,
        sellers: frame.settings.sellers.clone(),
        note: cart.note.clone(),
        articles: article_count(cart),
        price_mode: cart.price_mode(country),
        exemption: cart.exemption(),
        net: totals.net,
        taxes: totals.taxes.into_iter().map(tax_row).collect(),
        total: totals.total,
        tenders: cart.tenders.iter().map(tender_view).collect(),
        discount: order_discount(cart, &prices),
        discounts: prices.iter().map(|p| p.discount + p.share).sum(),
        service: frame.settings.asks_service.then_some(cart.service),
        credit: credit_of(cx, cart)?,
        parked: carts::count_parked(cx.db())?,
        price_accuracy: frame.settings.price_accuracy,
        wrong_labels: frame.wrong_labels,
        exchange: exchange_view(cx, cart, due)?,
        due,
        due_in_cash: round_for_cash(country, due),
        change: cart.tenders.iter().map(|t| t.change).sum(),
        quick_cash: quick_amounts(country, due),
        methods: frame.settings.methods.clone(),
        can_undo: open.journal.can_undo(),
        can_redo: open.journal.can_redo(),
        touched: open.touched,
        done: done.filter(|_| open.row.is_none()).map(|id| sale_done(cx, id)).transpose()?,
        shift_open: frame.shift_open,
        waiting_prints: print_jobs::count_waiting(cx.db(), frame.settings.workstation)?,
    })
}

/// The chosen seller; before the first change, the user if they sell.
fn seller(cx: &impl Context, open: &OpenCart) -> Option<SaleSeller> {
    let chosen = open.cart().seller.as_ref().map(|s| SaleSeller { id: s.id, name: s.name.clone() });
    let user = cx.caller().user.as_ref().filter(|u| u.is_seller && open.row.is_none());
    chosen.or_else(|| user.map(|u| SaleSeller { id: u.id, name: u.name.clone() }))
}

fn blocked(cart: &Cart, frame: &Frame, seller: Option<&SaleSeller>) -> Option<PaymentBlock> {
    if !frame.shift_open {
        Some(PaymentBlock::Shift)
    } else if cart.lines.is_empty() {
        Some(PaymentBlock::Empty)
    } else if cart.has_unknown_codes() {
        Some(PaymentBlock::UnknownCode)
    } else if seller.is_none() {
        Some(PaymentBlock::Seller)
    } else if without_ground(frame.settings.country, cart).is_some() {
        Some(PaymentBlock::Exemption)
    } else {
        None
    }
}

/// The chosen customer, or the workstation's default (SHF-11).
fn customer(cx: &impl Context, cart: &Cart, frame: &Frame) -> Result<Option<SaleParty>> {
    let Some(chosen) = &cart.customer else { return Ok(frame.settings.default_customer.clone()) };
    let language = customers::by_id(cx.db(), chosen.id)?.map(|c| c.language).unwrap_or_default();
    Ok(Some(SaleParty { id: chosen.id, name: chosen.name.clone(), is_default: false, language }))
}

/// Articles in the order: whole units, one for each measured line.
pub fn article_count(cart: &Cart) -> u32 {
    let count = |line: &CartLine| match &line.body {
        LineBody::Article(a) if a.is_sold_by_piece() => line.quantity.0 / Quantity::ONE.0,
        LineBody::Article(_) => 1,
        LineBody::Fee(_) | LineBody::Unknown { .. } => 0,
    };
    u32::try_from(cart.lines.iter().map(count).sum::<i64>()).unwrap_or(u32::MAX)
}

/// A row of a computed tax table.
pub fn tax_row(row: TaxAmount) -> TaxRow {
    let TaxAmount { tax, base, amount, gross } = row;
    TaxRow { name: tax.name, letter: tax.letter, rate: tax.rate, base, amount, gross }
}

/// A payment as shown.
pub fn tender_view(t: &Tender) -> TenderView {
    let digits = t.card_last4.as_ref().map(|d| format!("•••• {d}"));
    TenderView {
        id: t.id,
        kind: t.kind,
        name: t.nature.clone().unwrap_or_else(|| t.name.clone()),
        amount: t.amount,
        received: t.received,
        change: t.change,
        rounding: t.rounding,
        detail: digits.or_else(|| t.reference.clone()).unwrap_or_default(),
    }
}
