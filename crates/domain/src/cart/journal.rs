//! The fold of the cart journal, with undo and redo.

use std::collections::VecDeque;
use std::sync::Arc;

use super::{Cart, CartArticle, CartError, CartLine, Change, LineBody};
use crate::country::Country;
use crate::ids::LineId;
use crate::money::{Money, Quantity};

/// How many steps can be undone (ux.md §5).
pub const UNDO_STEPS: usize = 20;

/// The most lines a cart may have.
const MAX_LINES: usize = 1_000;

/// A cart and what is needed to undo.
#[derive(Clone, Debug)]
pub struct Journal {
    country: Country,
    cart: Arc<Cart>,
    past: VecDeque<Arc<Cart>>,
    future: Vec<Arc<Cart>>,
}

impl Journal {
    /// An empty cart.
    #[must_use]
    pub fn new(country: Country) -> Self {
        Self { country, cart: Arc::default(), past: VecDeque::new(), future: Vec::new() }
    }

    /// The cart as it is now.
    #[must_use]
    pub fn cart(&self) -> &Cart {
        &self.cart
    }

    /// The same, to be kept while the journal goes on.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Cart> {
        Arc::clone(&self.cart)
    }

    /// True when [`Change::Undo`] would do something.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// True when [`Change::Redo`] would do something.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Applies a change, or refuses it and stays as it was.
    pub fn apply(&mut self, change: &Change) -> Result<(), CartError> {
        match change {
            Change::Undo => self.undo(),
            Change::Redo => self.redo(),
            _ => {
                let mut next = Cart::clone(&self.cart);
                next.change(self.country, change)?;
                next.check(self.country)?;
                let before = std::mem::replace(&mut self.cart, Arc::new(next));
                if change.is_undoable() {
                    self.past.push_back(before);
                    self.future.clear();
                    if self.past.len() > UNDO_STEPS {
                        self.past.pop_front();
                    }
                }
                Ok(())
            }
        }
    }

    fn undo(&mut self) -> Result<(), CartError> {
        let target = self.past.back().ok_or(CartError::NothingToUndo)?;
        let target = with_payments_of(target, &self.cart);
        target.check(self.country)?;
        self.past.pop_back();
        self.future.push(std::mem::replace(&mut self.cart, Arc::new(target)));
        Ok(())
    }

    fn redo(&mut self) -> Result<(), CartError> {
        let target = self.future.last().ok_or(CartError::NothingToUndo)?;
        let target = with_payments_of(target, &self.cart);
        target.check(self.country)?;
        self.future.pop();
        self.past.push_back(std::mem::replace(&mut self.cart, Arc::new(target)));
        Ok(())
    }
}

/// Undo moves lines, prices, customer and note; payments and seller stay as they are.
fn with_payments_of(target: &Cart, current: &Cart) -> Cart {
    Cart { tenders: current.tenders.clone(), seller: current.seller.clone(), ..target.clone() }
}

impl Cart {
    fn change(&mut self, country: Country, change: &Change) -> Result<(), CartError> {
        match change {
            Change::AddArticle { line, article, quantity } => self.add_article(*line, article, *quantity),
            Change::AddUnknown { line, code, quantity } => {
                self.push(*line, LineBody::Unknown { code: code.clone() }, *quantity)
            }
            Change::ResolveUnknown { line, article } => {
                let pending = self.line(*line).ok_or(CartError::LineNotFound)?.quantity;
                self.resolve(*line, article, pending)
            }
            Change::AddLabelled { line, article, label } => self.add_labelled(*line, article, *label),
            Change::ResolveLabelled { line, article, label } => self.resolve_labelled(*line, article, *label),
            Change::SetQuantity { line, quantity } => self.set_quantity(*line, *quantity),
            Change::RemoveLine { line } => self.remove(*line),
            Change::Select { line } => {
                self.line(*line).ok_or(CartError::LineNotFound)?;
                self.selected = Some(*line);
                Ok(())
            }
            Change::SetCustomer { customer } => self.set_customer(customer.as_ref()),
            Change::SetSeller { seller } => {
                self.seller.clone_from(seller);
                Ok(())
            }
            Change::SetNote { note } => self.set_note(note),
            Change::SetLineNote { line, note } => self.set_line_note(*line, note),
            Change::SetLineDiscount { line, discount } => self.set_line_discount(*line, discount.as_ref()),
            Change::CorrectPrice { line, correction } => self.correct_price(*line, correction),
            Change::SetDiscount { discount } => self.set_discount(discount.as_ref()),
            Change::AddFee { line, fee } => self.add_fee(*line, fee),
            Change::SetService { service, taxes } => self.set_service(*service, taxes),
            Change::SetExemption { line, ground } => self.set_exemption(*line, *ground),
            Change::SetExchange { exchange } => self.set_exchange(exchange.as_ref()),
            Change::AddTender { tender } => self.add_tender(country, tender),
            Change::RemoveTender { tender } => self.remove_tender(*tender),
            Change::Undo | Change::Redo => Ok(()),
        }
    }

    fn add_article(
        &mut self,
        id: LineId,
        article: &CartArticle,
        quantity: Quantity,
    ) -> Result<(), CartError> {
        let article = self.priced(article);
        let joins = |l: &CartLine| {
            l.label.is_none()
                && l.note.is_empty()
                && (l.discount.is_none() || l.correction.is_some())
                && matches!(&l.body, LineBody::Article(a) if **a == article)
        };
        match self.lines.iter().position(joins) {
            Some(at) => {
                let line = self.lines.get(at).ok_or(CartError::LineNotFound)?;
                self.set_quantity(line.id, Quantity(line.quantity.0 + quantity.0))
            }
            None => self.push(id, LineBody::Article(Arc::new(article)), quantity),
        }
    }

    pub(super) fn push(&mut self, id: LineId, body: LineBody, quantity: Quantity) -> Result<(), CartError> {
        if self.lines.len() >= MAX_LINES {
            return Err(CartError::TooManyLines);
        }
        check_quantity(&body, quantity)?;
        self.lines.push(CartLine {
            id,
            body,
            quantity,
            note: String::new(),
            label: None,
            discount: None,
            correction: None,
            exemption: None,
        });
        self.selected = Some(id);
        Ok(())
    }

    pub(super) fn resolve(
        &mut self,
        id: LineId,
        article: &CartArticle,
        quantity: Quantity,
    ) -> Result<(), CartError> {
        let article = self.priced(article);
        let line = self.lines.iter_mut().find(|l| l.id == id).ok_or(CartError::LineNotFound)?;
        if !matches!(line.body, LineBody::Unknown { .. }) {
            return Err(CartError::WrongLine);
        }
        let body = LineBody::Article(Arc::new(article));
        check_quantity(&body, quantity)?;
        (line.body, line.quantity) = (body, quantity);
        self.selected = Some(id);
        Ok(())
    }

    fn set_quantity(&mut self, id: LineId, quantity: Quantity) -> Result<(), CartError> {
        let line = self.lines.iter_mut().find(|l| l.id == id).ok_or(CartError::LineNotFound)?;
        if line.label.is_some() {
            return Err(CartError::Labelled);
        }
        check_quantity(&line.body, quantity)?;
        line.quantity = quantity;
        line.follow_correction()?;
        self.selected = Some(id);
        Ok(())
    }

    fn remove(&mut self, id: LineId) -> Result<(), CartError> {
        let at = self.lines.iter().position(|l| l.id == id).ok_or(CartError::LineNotFound)?;
        self.lines.remove(at);
        if self.selected == Some(id) {
            self.selected = self.lines.get(at).or_else(|| self.lines.last()).map(|l| l.id);
        }
        Ok(())
    }

    /// Amounts must fit, and lines must not shrink below what has been paid.
    fn check(&self, country: Country) -> Result<(), CartError> {
        let due = self.due(country)?;
        if !self.tenders.is_empty() && due < Money::ZERO { Err(CartError::PaidBeyondTotal) } else { Ok(()) }
    }
}

fn check_quantity(body: &LineBody, quantity: Quantity) -> Result<(), CartError> {
    if quantity <= Quantity(0) || quantity > Quantity::MAX {
        return Err(CartError::QuantityOutOfRange);
    }
    let by_piece = match body {
        LineBody::Article(article) => article.is_sold_by_piece(),
        LineBody::Fee(_) => true,
        LineBody::Unknown { .. } => false,
    };
    if by_piece && !quantity.is_whole() { Err(CartError::QuantityNotWhole) } else { Ok(()) }
}

impl CartArticle {
    /// Everything that is not measured is sold by the piece.
    #[must_use]
    pub fn is_sold_by_piece(&self) -> bool {
        is_sold_by_piece(&self.unit)
    }
}

/// True for a unit that is counted, not measured.
#[must_use]
pub fn is_sold_by_piece(unit: &str) -> bool {
    !matches!(unit, "kg" | "g" | "l" | "cl" | "m" | "m2" | "h")
}

#[cfg(test)]
mod tests;
