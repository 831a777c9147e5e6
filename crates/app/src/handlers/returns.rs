//! Returns and cancellations (RET, C-13). All of them move money, so all need an open shift (SHF-24).

use api::Topic;
use api::types::{
    DocumentCancel, FreeReturn, FreeReturnCheck, PrintPolicy, Refund, ReturnCheck, ReturnChecked,
    ReturnValidate, SaleDone, TaxRow,
};
use domain::ids::{CustomerId, LineId};
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::tax::DocumentTotals;
use domain::tender::round_for_cash;
use fiscal::{BuyerSnapshot, Operation, TicketTotals};
use store::tables::settings::WorkstationRow;
use store::tables::{settlements, shifts};
use uuid::Uuid;

use super::cash::reason;
use super::place::Place;
use crate::context::{Context, Mutation, Query};
use crate::corrections::{
    Correction, Sold, TakenBack, back_to_stock, drawer_short, mirrored_discount, mirrored_line,
    mirrored_payment, mirrored_row, refund_due, refund_methods, seal, take_freely,
};
use crate::error::Result;
use crate::printing::queue;
use crate::sale::{check_not_exchanged, sale_customer, sale_done, tax_row};
use crate::settlements::standing;
use crate::views::{self, print_policy_of};

/// What a return would give back, and how.
pub fn return_check(cx: &Query<'_>, request: ReturnCheck) -> Result<ReturnChecked> {
    let sold = Sold::load(cx, request.document_id)?;
    let taxes = sold.taxes();
    let totals = sold.take(&taxes, &request.lines)?.totals;
    let due = refund_due(cx, &sold, totals.total)?;
    let workstation = cx.workstation_row()?;
    let customer = sold.ticket.customer.as_ref().map(|c| c.id);
    checked(cx, totals, due, &workstation, customer)
}

/// What articles without a ticket would give back, and how.
pub fn return_free_check(cx: &Query<'_>, request: FreeReturnCheck) -> Result<ReturnChecked> {
    let totals = take_freely(cx, &request.lines, || LineId(Uuid::nil()))?.totals;
    let due = totals.total;
    checked(cx, totals, due, &cx.workstation_row()?, request.customer_id)
}

/// What giving back comes to, and how it may be given.
pub(super) fn checked(
    cx: &Query<'_>,
    totals: DocumentTotals,
    due: Money,
    workstation: &WorkstationRow,
    customer: Option<CustomerId>,
) -> Result<ReturnChecked> {
    let total_in_cash = round_for_cash(cx.country()?, due);
    let shift = shifts::open(cx.db(), workstation.id)?;
    let mut taxes: Vec<TaxRow> = totals.taxes.into_iter().map(tax_row).collect();
    taxes.sort_by_key(|row| row.rate);
    Ok(ReturnChecked {
        total: totals.total,
        due,
        total_in_cash,
        taxes,
        methods: refund_methods(cx, workstation, customer)?.iter().map(views::method).collect(),
        drawer_short: drawer_short(shift.as_ref(), total_in_cash),
    })
}

/// Takes articles back against their ticket (RET-01).
pub fn return_validate(cx: &mut Mutation<'_, '_>, request: ReturnValidate) -> Result<SaleDone> {
    let place = Place::of(cx)?;
    let why = reason(&request.reason)?;
    let sold = Sold::load(cx, request.document_id)?;
    let back = TakenBack::against(cx, &sold, &request.lines, why)?;
    take_back(cx, &place, back, &request.refund, request.print)
}

/// Takes articles back without their ticket, at the price of today (RET-02).
pub fn return_free(cx: &mut Mutation<'_, '_>, request: FreeReturn) -> Result<SaleDone> {
    let place = Place::of(cx)?;
    let why = reason(&request.reason)?;
    let customer = request.customer_id.map(|id| sale_customer(cx, id)).transpose()?;
    let customer = customer.map(|c| BuyerSnapshot::named(c.id, c.name));
    let back = TakenBack::freely(cx, &request.lines, customer, why)?;
    take_back(cx, &place, back, &request.refund, request.print)
}

/// Pays back and seals.
pub(super) fn take_back(
    cx: &mut Mutation<'_, '_>,
    place: &Place,
    back: TakenBack<'_>,
    refund: &Refund,
    print: bool,
) -> Result<SaleDone> {
    let payments = back.payments(cx, &place.workstation, None, Some(refund))?;
    finish(cx, place, back.correction(payments), print)
}

/// Cancels a ticket by one that reverses its lines, its taxes and each of its payments.
pub fn document_cancel(cx: &mut Mutation<'_, '_>, request: DocumentCancel) -> Result<SaleDone> {
    let place = Place::of(cx)?;
    let why = reason(&request.reason)?;
    let sold = Sold::load(cx, request.document_id)?;
    sold.check_cancellable()?;
    check_not_exchanged(cx, &sold.ticket)?;
    let ticket = &sold.ticket;
    // What goes back is what came in: by the methods that corrections left.
    let stands = standing(ticket, &settlements::of_document(cx.db(), sold.row.id)?);
    let lines: Vec<_> = ticket.lines.iter().map(mirrored_line).collect();
    let TicketTotals { net, tax, total } = ticket.totals;
    let correction = Correction {
        operation: Operation::Annulation,
        origin: Some(&sold),
        customer: ticket.customer.clone(),
        reason: why,
        approved_by: None,
        stock: lines.iter().filter_map(back_to_stock).collect(),
        lines,
        discount: ticket.discount.as_ref().map(mirrored_discount),
        vat: ticket.vat.iter().map(mirrored_row).collect(),
        totals: TicketTotals { net: -net, tax: -tax, total: -total },
        payments: stands.iter().map(|s| mirrored_payment(cx, &s.payment)).collect(),
    };
    finish(cx, &place, correction, request.print)
}

/// Seals the correction, opens the drawer for what is given back in cash, prints.
fn finish(
    cx: &mut Mutation<'_, '_>,
    place: &Place,
    correction: Correction<'_>,
    print: bool,
) -> Result<SaleDone> {
    let in_cash = correction.payments.iter().any(|p| p.kind == PaymentKind::Cash);
    let document = seal(cx, &place.workstation, &place.shift, correction)?;
    if in_cash {
        queue::drawer(cx, &place.workstation)?;
    }
    if print || print_policy_of(&place.workstation)? == PrintPolicy::Always {
        queue::ticket_if_printer(cx, &place.workstation, document)?;
    }
    cx.touch(&[Topic::Sale, Topic::Shift, Topic::Documents, Topic::Stock, Topic::Customers]);
    sale_done(cx, document)
}
