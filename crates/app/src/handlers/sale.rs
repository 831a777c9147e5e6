//! The sale as a whole: view, undo, note, customer, seller, abandon.

use api::types::{Empty, SaleSetCustomer, SaleSetNote, SaleSetSeller, SaleView};
use api::{FaultCode, Topic};
use domain::cart::{Cart, CartSeller, Change, MAX_NOTE};
use fiscal::JetEvent;
use store::Op;
use store::op::SaleAbandoned;
use store::tables::carts::{self, CartEnd};
use store::tables::{settings, shifts};

use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::fiscal_book::Book;
use crate::sale::{OpenCart, check_discounts, check_write_off, sale_customer, sale_view};
use crate::text::optional;

/// The sale in progress.
pub fn sale_current(cx: &Query<'_>, _: Empty) -> Result<SaleView> {
    sale_view(cx, &OpenCart::load(cx)?)
}

/// Applies one change and answers the new view.
pub fn change(cx: &mut Mutation<'_, '_>, change: &Change) -> Result<SaleView> {
    change_cart(cx, |_, _| Ok(change.clone()))
}

/// Makes a change from the cart as it is, applies it and answers the new view.
pub fn change_cart<'a, 'tx>(
    cx: &mut Mutation<'a, 'tx>,
    make: impl FnOnce(&Mutation<'a, 'tx>, &Cart) -> Result<Change>,
) -> Result<SaleView> {
    let mut open = OpenCart::load(cx)?;
    let before = open.journal.snapshot();
    let change = make(cx, &before)?;
    open.change(cx, &change)?;
    check_discounts(cx, &before, open.cart(), &change)?;
    check_write_off(cx, open.cart(), &change)?;
    open.keep(cx);
    cx.touch(&[Topic::Sale]);
    sale_view(cx, &open)
}

/// Takes back the last change of lines, customer or note.
pub fn sale_undo(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<SaleView> {
    change(cx, &Change::Undo)
}

/// Does again what was undone.
pub fn sale_redo(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<SaleView> {
    change(cx, &Change::Redo)
}

/// Replaces the note (SAL-16).
pub fn sale_set_note(cx: &mut Mutation<'_, '_>, request: SaleSetNote) -> Result<SaleView> {
    let note = optional("note", &request.note, MAX_NOTE)?;
    change(cx, &Change::SetNote { note })
}

/// Chooses the customer (SAL-11); none returns to the workstation's default.
pub fn sale_set_customer(cx: &mut Mutation<'_, '_>, request: SaleSetCustomer) -> Result<SaleView> {
    let customer = request.customer_id.map(|id| sale_customer(cx, id)).transpose()?;
    change(cx, &Change::SetCustomer { customer })
}

/// Chooses the seller (SAL-24).
pub fn sale_set_seller(cx: &mut Mutation<'_, '_>, request: SaleSetSeller) -> Result<SaleView> {
    let row = request.seller_id.map(|id| {
        let user = settings::user(cx.db(), id)?.filter(|u| u.active && u.is_seller);
        user.ok_or_else(|| refusal(FaultCode::UserNotFound))
    });
    let seller = row.transpose()?.map(|u| CartSeller { id: u.id, name: u.name });
    change(cx, &Change::SetSeller { seller })
}

/// Gives the sale up. Lines that were entered leave a trace in the journal (R-12, JET 320).
pub fn sale_abandon(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<SaleView> {
    let mut open = OpenCart::load(cx)?;
    if open.row.is_none() {
        return refuse(FaultCode::CartEmpty);
    }
    if !open.cart().tenders.is_empty() {
        // Money was taken for this sale: it is given back payment by payment first.
        return refuse(FaultCode::PaidBeyondTotal);
    }
    journal_abandoned(cx, open.cart())?;
    open.end(cx, CartEnd::Abandoned)?;
    cx.touch(&[Topic::Sale, Topic::Shift]);
    sale_view(cx, &open)
}

/// Writes the trace of a cart that is given up, if it has lines (R-12, JET 320). The workstation that gives it up
/// signs, and its shift counts it.
pub(super) fn journal_abandoned(cx: &mut Mutation<'_, '_>, cart: &Cart) -> Result<()> {
    if cart.lines.is_empty() {
        return Ok(());
    }
    let workstation = cx.workstation_row()?;
    let shift = shifts::open(cx.db(), workstation.id)?.map(|s| s.id);
    let total = cart.totals(cx.country()?)?.total;
    let info = format!("{} lignes, total {}", cart.lines.len(), total.0);
    let record = Book::open(cx, &workstation)?.journal(JetEvent::SaleAbandoned, info)?;
    cx.emit(Op::SaleAbandoned(SaleAbandoned { shift, record }))
}

/// «Terminé»: the finished sale leaves the screen (SAL-19).
pub fn sale_done_clear(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<SaleView> {
    let workstation = cx.caller.workstation()?;
    carts::clear_done(cx.tx, workstation)?;
    cx.touch(&[Topic::Sale]);
    sale_view(cx, &OpenCart::load(cx)?)
}
