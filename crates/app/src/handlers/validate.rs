//! Validation: the one transaction that makes a sale a signed ticket.

use api::types::{PaymentAdd, PrintPolicy, Refund, SaleDone, SaleSeen, SaleValidate};
use api::{Fault, FaultCode, Topic};
use domain::cart::{Cart, CartCustomer, Change};
use domain::country::Country;
use domain::ids::TenderId;
use domain::money::Money;
use domain::payment::{PaymentKind, Tender};
use store::Op;
use store::tables::carts::{self, CartEnd};
use store::tables::customers;
use store::tables::settings::WorkstationRow;

use super::place::Place;
use crate::closings::open_day;
use crate::context::{Context, Mutation};
use crate::corrections::seal_return;
use crate::crash_points::CrashPoint;
use crate::error::{Result, refusal, refuse};
use crate::printing::queue;
use crate::sale::exemption::check_exemptions;
use crate::sale::invoice::issue;
use crate::sale::{OpenCart, Sealing, cart_customer, check_customer, mark_used, sale_done, seal, tender};
use crate::views::{methods_of, print_policy_of};

/// Validates the sale: document, lines, taxes, payments, stock, shift totals, signed records, drawer and ticket
/// jobs are written together or not at all.
pub fn sale_validate(cx: &mut Mutation<'_, '_>, request: SaleValidate) -> Result<SaleDone> {
    let print = request.print;
    validate(cx, request, Paper::Ticket { print })
}

/// Which paper the customer gets; the other fields say whether it is asked for now.
pub(super) enum Paper {
    /// The ticket.
    Ticket { print: bool },
    /// The invoice, instead of the ticket (PAY-12).
    Invoice { print: bool },
}

/// Enters the last payment and seals the sale.
pub(super) fn validate(cx: &mut Mutation<'_, '_>, request: SaleValidate, paper: Paper) -> Result<SaleDone> {
    CrashPoint::Begun.reached();
    let place = Place::of(cx)?;
    let mut open = OpenCart::load(cx)?;
    check_seen(&open, request.seen)?;
    check_ready(open.cart())?;
    if let Some(payment) = payment(&open, cx.country()?, request.payment.as_ref())? {
        let tender = tender(cx, &place.workstation, open.cart(), payment)?;
        open.journal.apply(&Change::AddTender { tender })?;
    }
    let due = open.cart().due(cx.country()?)?;
    if request.leave_unpaid && due > Money::ZERO {
        let tender = on_account(cx, &place.workstation, open.cart(), due)?;
        open.journal.apply(&Change::AddTender { tender })?;
    } else if due > Money::ZERO {
        return Err(Fault::refused(FaultCode::AmountDueRemains).with("due", due.0).into());
    }
    finish(cx, &place, open, None, paper)
}

/// Seals a sale that is settled, after the return that pays for it if there is one, and closes its cart.
pub(super) fn finish(
    cx: &mut Mutation<'_, '_>,
    place: &Place,
    mut open: OpenCart,
    refund: Option<&Refund>,
    paper: Paper,
) -> Result<SaleDone> {
    let Place { workstation, shift } = place;
    open_day(cx, workstation)?;
    CrashPoint::DayOpen.reached();
    check_customer(cx, open.cart())?;
    check_exemptions(cx, open.cart())?;
    let customer = customer(cx, workstation, open.cart())?;
    let back = seal_return(cx, (workstation, shift), open.cart(), refund)?;
    let gives_cash = back.as_ref().is_some_and(|b| b.in_cash);
    let opens_drawer = gives_cash || open.cart().tenders.iter().any(|t| t.kind.opens_drawer());
    let (returned, exchanged) = back.map(|b| (b.document, b.exchanged)).unzip();
    let (document, sale) = seal(cx, open.cart(), &Sealing { workstation, shift, customer, exchanged })?;
    cx.emit(Op::SaleSealed(Box::new(sale)))?;
    CrashPoint::Written.reached();
    mark_used(cx, open.cart())?;
    open.end(cx, CartEnd::Validated)?;
    carts::show_done(cx.tx, workstation.id, document)?;
    if opens_drawer {
        queue::drawer(cx, workstation)?;
    }
    let (paper, print) = match paper {
        Paper::Ticket { print } => (document, print),
        Paper::Invoice { print } => (issue(cx, (workstation, shift), document, None)?.document_id, print),
    };
    if print || print_policy_of(workstation)? == PrintPolicy::Always {
        for paper in returned.into_iter().chain([paper]) {
            queue::ticket_if_printer(cx, workstation, paper)?;
        }
    }
    CrashPoint::Queued.reached();
    cx.touch(&[Topic::Sale, Topic::Shift, Topic::Documents, Topic::Stock]);
    sale_done(cx, document)
}

/// The payment to enter. A sale that discounts or a return brought down to nothing is validated without one (fiscal.md
/// 1.7): the exact amount of nothing is no payment.
fn payment<'a>(
    open: &OpenCart,
    country: Country,
    asked: Option<&'a PaymentAdd>,
) -> Result<Option<&'a PaymentAdd>> {
    let free = open.cart().tenders.is_empty() && open.cart().due(country)?.is_zero();
    let exact = |p: &&PaymentAdd| p.amount.is_none_or(Money::is_zero);
    Ok(asked.filter(|p| !(free && exact(p))))
}

/// A payment is for the total that was read out, not for what another window made of it meanwhile.
pub(super) fn check_seen(open: &OpenCart, seen: Option<SaleSeen>) -> Result<()> {
    let now = open.row.map(|row| SaleSeen { cart_id: row.id, revision: row.revision });
    match seen {
        Some(_) if seen != now => refuse(FaultCode::CartChanged),
        _ => Ok(()),
    }
}

pub(super) fn check_ready(cart: &Cart) -> Result<()> {
    if cart.lines.is_empty() {
        return refuse(FaultCode::CartEmpty);
    }
    if cart.has_unknown_codes() {
        let count =
            cart.lines.iter().filter(|l| matches!(l.body, domain::cart::LineBody::Unknown { .. })).count();
        return Err(Fault::refused(FaultCode::UnknownCodesPending).with("count", count).into());
    }
    if cart.seller.is_none() {
        return refuse(FaultCode::SellerRequired);
    }
    Ok(())
}

/// The chosen customer, or the workstation's default (SHF-11).
fn customer(cx: &impl Context, workstation: &WorkstationRow, cart: &Cart) -> Result<Option<CartCustomer>> {
    if cart.customer.is_some() {
        return Ok(cart.customer.clone());
    }
    let row = workstation.default_customer.map(|id| customers::by_id(cx.db(), id)).transpose()?.flatten();
    let country = cx.country()?;
    Ok(row.map(|c| cart_customer(country, c)))
}

/// «Pas de règlement»: only a customer who was named for this sale can owe (PAY-24).
fn on_account(
    cx: &Mutation<'_, '_>,
    workstation: &WorkstationRow,
    cart: &Cart,
    due: Money,
) -> Result<Tender> {
    if cart.customer.is_none() {
        return refuse(FaultCode::NamedCustomerRequired);
    }
    let methods = methods_of(cx.db(), workstation)?;
    let method = methods.into_iter().find(|m| m.kind == PaymentKind::OnAccount);
    let method = method.ok_or_else(|| refusal(FaultCode::MethodNotOffered))?;
    Ok(Tender {
        id: TenderId(cx.new_id()),
        method: method.id,
        kind: method.kind,
        name: method.name,
        amount: Money::ZERO,
        received: due,
        change: Money::ZERO,
        rounding: Money::ZERO,
        card_last4: None,
        reference: None,
        nature: None,
    })
}
