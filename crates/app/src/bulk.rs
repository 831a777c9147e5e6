//! Writing the past of a shop: the door through which the workbench fills databases, not compiled into the program.
//!
//! A day of business is one transaction, in which each action has its own moment, user and workstation. Shifts, returns,
//! cancellations and cash go through the handlers of the windows. A sale is folded, settled and sealed by the code of
//! `sale_validate`, less what a person needs at the till: the cart's journal on disk, the answer to a repeated call, the
//! print queue. What stays of it, the operation and its signed records, is the same.
//!
//! It checks no rights: nobody is signed in.

use std::sync::Arc;

use api::Fault;
use api::types::{
    CashMove, CustomerCreate, CustomerView, DocumentCancel, PaymentAdd, ReturnValidate, SaleDone, ShiftClose,
    ShiftOpen, ShiftReport, ShiftView,
};
use domain::cart::{CartArticle, CartCustomer, CartSeller, Change, Discount, Journal, ServiceMode};
use domain::ids::{CustomerId, DocumentId, LineId, UserId, WorkstationId};
use domain::money::{Money, Quantity};
use store::tables::{articles, settings, shifts};
use store::{Actor, Op, Stamp, Tx};

use crate::App;
use crate::closings::{clock, make_good_here, open_day};
use crate::context::{Caller, Context as _, Mutation, SignedIn};
use crate::error::{Error, Result, refusal};
use crate::handlers;
use crate::sale::{Sealing, cart_article, check_customer, sale_customer, seal, tender};
use crate::shared::Shared;

/// An article in a basket.
#[derive(Clone, Debug)]
pub struct BasketLine {
    /// The article, as [`Bulk::article`] found it.
    pub article: CartArticle,
    /// How much.
    pub quantity: Quantity,
    /// Its own discount.
    pub discount: Option<Discount>,
}

/// What somebody buys.
#[derive(Clone, Debug)]
pub struct Basket {
    /// The articles.
    pub lines: Vec<BasketLine>,
    /// Discount of the whole.
    pub discount: Option<Discount>,
    /// The customer, when named.
    pub customer: Option<CustomerId>,
    /// The method, and what is handed over; the amount is reckoned by [`Basket::handed`].
    pub payment: PaymentAdd,
    /// Notes and coins are handed over up to the next multiple of this; none pays exactly.
    pub handed: Option<Money>,
}

/// A sale that was recorded.
#[derive(Clone, Copy, Debug)]
pub struct Recorded {
    /// Its ticket.
    pub document: DocumentId,
    /// Total with taxes.
    pub total: Money,
}

/// A transaction that is being filled.
pub struct Bulk<'a, 'tx> {
    tx: &'a mut Tx<'tx>,
    shared: &'a Arc<Shared>,
    caller: Caller,
}

impl App {
    /// Runs `work` in one transaction.
    pub fn bulk<T, F>(&self, work: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&mut Bulk<'_, '_>) -> Result<T, Fault> + Send + 'static,
    {
        let shared = Arc::clone(&self.shared);
        let stamp = Stamp { now_ms: self.now_ms(), actor: Actor::default() };
        let outcome = self.shared.store.write(stamp, move |tx| {
            let mut bulk = Bulk { tx, shared: &shared, caller: Caller::default() };
            work(&mut bulk).map_err(Error::Refused)
        });
        outcome.map_err(fault)
    }
}

fn fault(error: Error) -> Fault {
    error.into_fault("bulk", "bulk")
}

impl Bulk<'_, '_> {
    /// Goes on at a moment (UTC milliseconds), as a user at a workstation.
    pub fn at(&mut self, now_ms: i64, user: UserId, workstation: WorkstationId) -> Result<(), Fault> {
        let mut go_on = || {
            let row = settings::user(self.tx.db(), user)?;
            let row = row.ok_or_else(|| refusal(api::FaultCode::UserNotFound))?;
            let user = SignedIn { id: row.id, name: row.name, role: row.role, is_seller: row.is_seller };
            self.caller.user = Some(user);
            self.caller.workstation = Some(workstation);
            Ok(self.tx.go_on(Stamp { now_ms, actor: self.caller.actor() })?)
        };
        go_on().map_err(fault)
    }

    /// The article of a code, as it enters a basket.
    pub fn article(&mut self, code: &str) -> Result<CartArticle, Fault> {
        self.run(|cx| {
            let row = articles::by_code(cx.db(), code)?;
            let row = row.ok_or_else(|| refusal(api::FaultCode::ArticleNotFound))?;
            cart_article(cx, row, ServiceMode::default())
        })
    }

    /// Cash that the drawer of the open shift must hold.
    pub fn expected_cash(&mut self) -> Result<Money, Fault> {
        self.run(|cx| {
            let shift = shifts::open(cx.db(), cx.caller.workstation()?)?;
            Ok(shift.ok_or_else(|| refusal(api::FaultCode::ShiftRequired))?.flow.expected())
        })
    }

    /// The morning of a shop: what is due is closed at every workstation, as at the start of the program. Somebody who comes back from a
    /// holiday says that the date is right.
    pub fn start_day(&mut self) -> Result<(), Fault> {
        self.run(|cx| {
            clock::confirm_ahead(cx)?;
            settings::workstations(cx.db())?.iter().try_for_each(|w| make_good_here(cx, w))
        })
    }

    /// Records a sale.
    pub fn sell(&mut self, basket: Basket) -> Result<Recorded, Fault> {
        self.run(|cx| sell(cx, basket))
    }

    /// `shift_open`
    pub fn open_shift(&mut self, request: ShiftOpen) -> Result<ShiftView, Fault> {
        self.run(|cx| handlers::shift_open(cx, request))
    }

    /// `shift_close`
    pub fn close_shift(&mut self, request: ShiftClose) -> Result<ShiftReport, Fault> {
        self.run(|cx| handlers::shift_close(cx, request))
    }

    /// `cash_move`
    pub fn move_cash(&mut self, request: CashMove) -> Result<ShiftView, Fault> {
        self.run(|cx| handlers::cash_move(cx, request))
    }

    /// `return_validate`
    pub fn take_back(&mut self, request: ReturnValidate) -> Result<SaleDone, Fault> {
        self.run(|cx| handlers::return_validate(cx, request))
    }

    /// `document_cancel`
    pub fn cancel(&mut self, request: DocumentCancel) -> Result<SaleDone, Fault> {
        self.run(|cx| handlers::document_cancel(cx, request))
    }

    /// `customer_create`
    pub fn create_customer(&mut self, request: CustomerCreate) -> Result<CustomerView, Fault> {
        self.run(|cx| handlers::customer_create(cx, request))
    }

    /// One action: what came before it has ended.
    fn run<T>(&mut self, work: impl FnOnce(&mut Mutation<'_, '_>) -> Result<T>) -> Result<T, Fault> {
        let stamp = Stamp { now_ms: self.tx.now_ms(), actor: self.caller.actor() };
        self.tx.go_on(stamp).map_err(|error| fault(error.into()))?;
        work(&mut Mutation::new(self.tx, &self.caller, self.shared)).map_err(fault)
    }
}

/// `sale_validate` of a cart that is folded in memory.
fn sell(cx: &mut Mutation<'_, '_>, basket: Basket) -> Result<Recorded> {
    let workstation = cx.workstation_row()?;
    let shift = shifts::open(cx.db(), workstation.id)?;
    let shift = shift.ok_or_else(|| refusal(api::FaultCode::ShiftRequired))?;
    open_day(cx, &workstation)?;
    let (country, handed, mut payment) = (cx.country()?, basket.handed, basket.payment.clone());
    let mut journal = folded(cx, basket)?;
    if let Some(step) = handed {
        let due = journal.cart().due_in_cash(country)?;
        payment.amount = Some(Money((due.0 + step.0 - 1) / step.0 * step.0));
    }
    let tender = tender(cx, &workstation, journal.cart(), &payment)?;
    journal.apply(&Change::AddTender { tender })?;
    check_customer(cx, journal.cart())?;
    let (total, customer) = (journal.cart().totals(country)?.total, journal.cart().customer.clone());
    let with = Sealing { workstation: &workstation, shift: &shift, customer, exchanged: None };
    let (document, sale) = seal(cx, journal.cart(), &with)?;
    cx.emit(Op::SaleSealed(Box::new(sale)))?;
    Ok(Recorded { document, total })
}

fn folded(cx: &mut Mutation<'_, '_>, basket: Basket) -> Result<Journal> {
    let mut journal = Journal::new(cx.country()?);
    let user = cx.caller.user()?;
    let seller = Some(CartSeller { id: user.id, name: user.name.clone() });
    journal.apply(&Change::SetSeller { seller })?;
    for BasketLine { article, quantity, discount } in basket.lines {
        let line = LineId(cx.new_id());
        journal.apply(&Change::AddArticle { line, article, quantity })?;
        if discount.is_some() {
            journal.apply(&Change::SetLineDiscount { line, discount })?;
        }
    }
    if basket.discount.is_some() {
        journal.apply(&Change::SetDiscount { discount: basket.discount })?;
    }
    let customer: Option<CartCustomer> = basket.customer.map(|id| sale_customer(cx, id)).transpose()?;
    if customer.is_some() {
        journal.apply(&Change::SetCustomer { customer })?;
    }
    Ok(journal)
}
