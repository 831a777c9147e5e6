//! The open cart of a workstation: the fold of its journal, kept in memory between two changes.
//!
//! The memory is only a cache. It is used when its revision is that of the database, so a transaction that was
//! rolled back, or another window, can never make it wrong.

use domain::cart::{Cart, CartSeller, Change, Journal};
use domain::country::Country;
use domain::ids::{CartId, LineId, WorkstationId};
use store::tables::carts::{self, CartEnd, CartRow};

use super::Frame;
use crate::context::{Context, Mutation};
use crate::error::Result;
use crate::shared::lock;

/// The open cart of a workstation, or the empty one that the next change will start.
pub struct OpenCart {
    /// Its row, once started.
    pub row: Option<CartRow>,
    /// Its fold.
    pub journal: Journal,
    /// The line that the last change touched.
    pub touched: Option<LineId>,
    workstation: WorkstationId,
}

impl OpenCart {
    /// Loads the cart of the session's workstation.
    pub fn load(cx: &impl Context) -> Result<Self> {
        let frame = Frame::of(cx)?;
        Self::load_at(cx, frame.settings.workstation, frame.settings.country)
    }

    /// Loads the cart of a workstation.
    pub fn load_of(cx: &impl Context, workstation: WorkstationId) -> Result<Self> {
        Self::load_at(cx, workstation, cx.country()?)
    }

    fn load_at(cx: &impl Context, workstation: WorkstationId, country: Country) -> Result<Self> {
        let row = carts::open(cx.db(), workstation)?;
        let journal = match row {
            None => Journal::new(country),
            Some(row) => journal_of(cx, row, country)?,
        };
        Ok(Self { row, journal, touched: None, workstation })
    }

    /// The cart.
    pub fn cart(&self) -> &Cart {
        self.journal.cart()
    }

    /// Its id; nil before the first change.
    pub fn id(&self) -> CartId {
        self.row.map_or(CartId(uuid::Uuid::nil()), |row| row.id)
    }

    /// Applies a change and appends it to the journal, or refuses it and writes nothing.
    pub fn change(&mut self, cx: &mut Mutation<'_, '_>, change: &Change) -> Result<()> {
        let row = match self.row {
            Some(row) => row,
            None => self.start(cx)?,
        };
        self.append(cx, row, change)?;
        self.touched = self.journal.cart().selected;
        Ok(())
    }

    /// Starts a cart: the last sale leaves the screen, and the user becomes its seller if they are one (SAL-24).
    fn start(&mut self, cx: &mut Mutation<'_, '_>) -> Result<CartRow> {
        let row = CartRow { id: CartId(cx.new_id()), revision: 0 };
        carts::start(cx.tx, row.id, self.workstation)?;
        carts::clear_done(cx.tx, self.workstation)?;
        self.row = Some(row);
        let user = cx.caller.user()?.clone();
        if !user.is_seller {
            return Ok(row);
        }
        let seller = Some(CartSeller { id: user.id, name: user.name });
        self.append(cx, row, &Change::SetSeller { seller })
    }

    fn append(&mut self, cx: &mut Mutation<'_, '_>, row: CartRow, change: &Change) -> Result<CartRow> {
        self.journal.apply(change)?;
        let row = carts::append(cx.tx, row, change, cx.caller.user()?.id)?;
        self.row = Some(row);
        Ok(row)
    }

    /// Keeps the fold for the next change.
    pub fn keep(&self, cx: &impl Context) {
        if let Some(row) = self.row {
            lock(&cx.shared().carts).insert(row.id, (row.revision, self.journal.clone()));
        }
    }

    /// Ends the cart.
    pub fn end(&mut self, cx: &mut Mutation<'_, '_>, how: CartEnd) -> Result<()> {
        if let Some(row) = self.row.take() {
            carts::end(cx.tx, row.id, how)?;
            lock(&cx.shared.carts).remove(&row.id);
        }
        self.journal = Journal::new(cx.country()?);
        Ok(())
    }
}

/// The fold of a cart, open or parked: from memory when that has the current revision.
pub fn journal_of(cx: &impl Context, row: CartRow, country: Country) -> Result<Journal> {
    cached(cx, row).map_or_else(|| fold(cx, row, country), Ok)
}

fn cached(cx: &impl Context, row: CartRow) -> Option<Journal> {
    let carts = lock(&cx.shared().carts);
    carts.get(&row.id).filter(|(revision, _)| *revision == row.revision).map(|(_, journal)| journal.clone())
}

fn fold(cx: &impl Context, row: CartRow, country: Country) -> Result<Journal> {
    let mut journal = Journal::new(country);
    for change in carts::changes(cx.db(), row.id)? {
        journal.apply(&change)?;
    }
    Ok(journal)
}
