//! Sales put aside («mise en attente»): they belong to the whole shop and come back at any workstation.
//!
//! A parked sale is its cart with another state: the journal stays, so undo works after the recall, and a killed
//! program loses none. Its prices are those of the moment at which each line was entered, however long it waits:
//! a promotion that ended meanwhile still holds for it, and a new price list does not reach it. A sale for which
//! money was taken is not parked, because the drawer of one workstation would owe for the ticket of another.

use api::types::{Empty, ParkedRef, ParkedSale, SalePark, SaleView};
use api::{Fault, FaultCode, Topic};
use store::tables::carts::{self, CartEnd, ParkedRow};
use store::tables::settings;

use super::sale::journal_abandoned;
use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::sale::{OpenCart, article_count, journal_of, sale_view};
use crate::text::optional;
use crate::views;

/// Puts the sale in progress aside. Refuses an empty one, and one with payments: they are taken back first.
pub fn sale_park(cx: &mut Mutation<'_, '_>, request: SalePark) -> Result<SaleView> {
    let label = optional("label", &request.label, 60)?;
    let open = OpenCart::load(cx)?;
    let Some(row) = open.row.filter(|_| !open.cart().is_empty()) else {
        return refuse(FaultCode::CartEmpty);
    };
    if !open.cart().tenders.is_empty() {
        return refuse(FaultCode::PaidBeyondTotal);
    }
    carts::park(cx.tx, row.id, &label, cx.caller.user()?.id)?;
    cx.touch(&[Topic::Sale]);
    sale_view(cx, &OpenCart::load(cx)?)
}

/// Makes a parked sale the one in progress at the caller's workstation. Refuses while another sale is in progress
/// there, so that nothing is mixed; of two tills that recall the same sale, the second is refused.
pub fn sale_recall(cx: &mut Mutation<'_, '_>, request: ParkedRef) -> Result<SaleView> {
    let workstation = cx.workstation_row()?;
    let parked = find(cx, request)?;
    let mut open = OpenCart::load(cx)?;
    if !open.cart().is_empty() {
        let fault = Fault::refused(FaultCode::CartInProgress).with("workstation", workstation.name);
        return Err(fault.into());
    }
    open.end(cx, CartEnd::Abandoned)?;
    carts::recall(cx.tx, parked.cart.id, workstation.id)?;
    carts::clear_done(cx.tx, workstation.id)?;
    cx.touch(&[Topic::Sale]);
    sale_view(cx, &OpenCart::load(cx)?)
}

/// The parked sales of the shop, oldest first.
pub fn parked_sales(cx: &Query<'_>, _: Empty) -> Result<Vec<ParkedSale>> {
    list(cx)
}

/// Gives a parked sale up, with the trace that every abandoned sale leaves (R-12, JET 320).
pub fn parked_discard(cx: &mut Mutation<'_, '_>, request: ParkedRef) -> Result<Vec<ParkedSale>> {
    let parked = find(cx, request)?;
    let journal = journal_of(cx, parked.cart, cx.country()?)?;
    journal_abandoned(cx, journal.cart())?;
    carts::end(cx.tx, parked.cart.id, CartEnd::Abandoned)?;
    cx.touch(&[Topic::Sale, Topic::Shift]);
    list(cx)
}

fn find(cx: &impl Context, request: ParkedRef) -> Result<ParkedRow> {
    carts::parked_by_id(cx.db(), request.cart_id)?.ok_or_else(|| refusal(FaultCode::ParkedNotFound))
}

fn list(cx: &impl Context) -> Result<Vec<ParkedSale>> {
    carts::parked(cx.db())?.into_iter().map(|row| view(cx, row)).collect()
}

fn view(cx: &impl Context, row: ParkedRow) -> Result<ParkedSale> {
    let country = cx.country()?;
    let journal = journal_of(cx, row.cart, country)?;
    let cart = journal.cart();
    Ok(ParkedSale {
        cart_id: row.cart.id,
        label: row.label,
        customer: cart.customer.as_ref().map(|c| c.name.clone()),
        articles: article_count(cart),
        total: cart.totals(country)?.total,
        at_ms: row.at_ms,
        user: views::user_name(cx.db(), row.user)?,
        workstation: settings::workstation(cx.db(), row.workstation)?.map(|w| w.name).unwrap_or_default(),
    })
}
