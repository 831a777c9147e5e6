//! Returns and cancellations (RET, C-13). All of them move money, so all need an open shift (SHF-24).

use api::types::{
    DocumentCancel, FreeReturn, FreeReturnCheck, PrintPolicy, Refund, ReturnCheck, ReturnChecked,
    ReturnValidate, SaleDone, TaxRow,
};
use api::{FaultCode, Topic};
use domain::ids::{CustomerId, LineId};
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::tax::{DocumentTotals, TaxAmount};
use domain::tender::round_for_cash;
use fiscal::{BuyerSnapshot, Operation, TicketTotals, VatRow};
use store::tables::settings::{MethodRow, WorkstationRow};
use store::tables::shifts::{self, ShiftRow};
use uuid::Uuid;

use super::cash::reason;
use crate::context::{Context, Mutation, Query};
use crate::corrections::{
    Correction, Giving, Returned, Sold, back_to_stock, mirrored_discount, mirrored_line, mirrored_payment,
    refund_due, refund_methods, refund_payments, returned_line, seal, take_freely,
};
use crate::error::{Result, refusal};
use crate::printing::queue;
use crate::sale::{sale_customer, sale_done, tax_row};
use crate::views::{self, print_policy_of};

/// What a return would give back, and how.
pub fn return_check(cx: &Query<'_>, request: ReturnCheck) -> Result<ReturnChecked> {
    let sold = Sold::load(cx, request.document_id)?;
    let taxes = sold.taxes();
    let totals = sold.take(&taxes, &request.lines)?.totals;
    let due = refund_due(cx, &sold, totals.total)?;
    let methods = refund_methods(cx, &cx.workstation_row()?, id_of(sold.ticket.customer.as_ref()))?;
    checked(cx, totals, due, &methods)
}

/// What articles without a ticket would give back, and how.
pub fn return_free_check(cx: &Query<'_>, request: FreeReturnCheck) -> Result<ReturnChecked> {
    let totals = take_freely(cx, &request.lines, || LineId(Uuid::nil()))?.totals;
    let methods = refund_methods(cx, &cx.workstation_row()?, request.customer_id)?;
    let due = totals.total;
    checked(cx, totals, due, &methods)
}

fn checked(
    cx: &Query<'_>,
    totals: DocumentTotals,
    due: Money,
    methods: &[MethodRow],
) -> Result<ReturnChecked> {
    let mut taxes: Vec<TaxRow> = totals.taxes.into_iter().map(tax_row).collect();
    taxes.sort_by_key(|row| row.rate);
    Ok(ReturnChecked {
        total: totals.total,
        due,
        total_in_cash: round_for_cash(cx.country()?, due),
        taxes,
        methods: methods.iter().map(views::method).collect(),
    })
}

fn id_of(customer: Option<&BuyerSnapshot>) -> Option<CustomerId> {
    customer.map(|c| c.id)
}

/// Where a correction is made.
struct Place {
    workstation: WorkstationRow,
    shift: ShiftRow,
}

impl Place {
    /// The workstation of the session, with its open shift.
    fn of(cx: &Mutation<'_, '_>) -> Result<Self> {
        let workstation = cx.workstation_row()?;
        let shift = shifts::open(cx.db(), workstation.id)?;
        Ok(Self { workstation, shift: shift.ok_or_else(|| refusal(FaultCode::ShiftRequired))? })
    }
}

/// Takes articles back against their ticket (RET-01).
pub fn return_validate(cx: &mut Mutation<'_, '_>, request: ReturnValidate) -> Result<SaleDone> {
    let place = Place::of(cx)?;
    let why = reason(&request.reason)?;
    let sold = Sold::load(cx, request.document_id)?;
    let taxes = sold.taxes();
    let taken = sold.take(&taxes, &request.lines)?;
    let customer = sold.ticket.customer.clone();
    let due = refund_due(cx, &sold, taken.totals.total)?;
    let (mut lines, mut stock) = (Vec::new(), Vec::new());
    for (n, (line, part, restock)) in (1..).zip(&taken.lines) {
        let returned = returned_line(n, line, part, sold.ticket.discount.as_ref())?;
        stock.extend(back_to_stock(&returned).filter(|_| *restock));
        lines.push(returned);
    }
    let taken = Returned { lines, stock, totals: taken.totals };
    let back = TakenBack { origin: Some(&sold), customer, why, due, taken };
    take_back(cx, &place, back, &request.refund, request.print)
}

/// Takes articles back without their ticket, at the price of today (RET-02).
pub fn return_free(cx: &mut Mutation<'_, '_>, request: FreeReturn) -> Result<SaleDone> {
    let place = Place::of(cx)?;
    let why = reason(&request.reason)?;
    let customer = request.customer_id.map(|id| sale_customer(cx, id)).transpose()?;
    let customer = customer.map(|c| BuyerSnapshot::named(c.id, c.name));
    let taken = take_freely(cx, &request.lines, || LineId(cx.new_id()))?;
    let due = taken.totals.total;
    let back = TakenBack { origin: None, customer, why, due, taken };
    take_back(cx, &place, back, &request.refund, request.print)
}

/// Articles that come back, with or without their ticket.
struct TakenBack<'a> {
    origin: Option<&'a Sold>,
    customer: Option<BuyerSnapshot>,
    why: String,
    /// What is given back of their price.
    due: Money,
    taken: Returned,
}

fn take_back(
    cx: &mut Mutation<'_, '_>,
    place: &Place,
    back: TakenBack<'_>,
    refund: &Refund,
    print: bool,
) -> Result<SaleDone> {
    let TakenBack { origin, customer, why, due, taken } = back;
    let giving = Giving { total: taken.totals.total, due, customer: id_of(customer.as_ref()) };
    let payments = refund_payments(cx, &place.workstation, giving, refund)?;
    let (vat, totals) = negative(taken.totals);
    let correction = Correction {
        operation: Operation::Retour,
        origin,
        customer,
        reason: why,
        lines: taken.lines,
        discount: None,
        vat,
        totals,
        payments,
        stock: taken.stock,
    };
    finish(cx, place, correction, print)
}

/// Cancels a ticket by one that reverses its lines, its taxes and each of its payments.
pub fn document_cancel(cx: &mut Mutation<'_, '_>, request: DocumentCancel) -> Result<SaleDone> {
    let place = Place::of(cx)?;
    let why = reason(&request.reason)?;
    let sold = Sold::load(cx, request.document_id)?;
    sold.check_cancellable()?;
    let ticket = &sold.ticket;
    let lines: Vec<_> = ticket.lines.iter().map(mirrored_line).collect();
    let TicketTotals { net, tax, total } = ticket.totals;
    let correction = Correction {
        operation: Operation::Annulation,
        origin: Some(&sold),
        customer: ticket.customer.clone(),
        reason: why,
        stock: lines.iter().filter_map(back_to_stock).collect(),
        lines,
        discount: ticket.discount.as_ref().map(mirrored_discount),
        vat: ticket.vat.iter().map(mirrored_row).collect(),
        totals: TicketTotals { net: -net, tax: -tax, total: -total },
        payments: ticket.payments.iter().map(|p| mirrored_payment(cx, p)).collect(),
    };
    finish(cx, &place, correction, request.print)
}

fn negative(totals: DocumentTotals) -> (Vec<VatRow>, TicketTotals) {
    let row = |row: &TaxAmount| mirrored_row(&VatRow::from(row));
    let vat = totals.taxes.iter().map(row).collect();
    (vat, TicketTotals { net: -totals.net, tax: -totals.tax, total: -totals.total })
}

fn mirrored_row(row: &VatRow) -> VatRow {
    VatRow { base: -row.base, tax: -row.tax, gross: -row.gross, ..row.clone() }
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
