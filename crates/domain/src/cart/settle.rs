//! Entering payments on a cart.

use super::{Cart, CartError};
use crate::country::Country;
use crate::ids::TenderId;
use crate::money::Money;
use crate::payment::{PaymentKind, Tender};
use crate::tender::{round_for_cash, settle_cash};

impl Tender {
    /// Settles this tender against what is due: fills `amount`, `change` and `rounding` from `received`.
    /// Refuses an over-payment by a method that gives no change (PAY-09).
    pub fn settle(mut self, country: Country, due: Money) -> Result<Self, CartError> {
        // In Canada the last cent or two cost nothing in cash: only there is a payment of nothing one.
        let free = self.kind == PaymentKind::Cash && round_for_cash(country, due).is_zero();
        if self.received < Money::ZERO || (self.received.is_zero() && !free) {
            return Err(CartError::TenderNotPositive);
        }
        if self.kind == PaymentKind::Cash && self.received.0 % country.cash_step().0 != 0 {
            return Err(CartError::NoSuchCoin { step: country.cash_step() });
        }
        self.received.checked()?;
        if self.kind == PaymentKind::Cash {
            let settled = settle_cash(country, due, self.received);
            (self.amount, self.change, self.rounding) = (settled.amount, settled.change, settled.rounding);
        } else {
            if self.received > due {
                return Err(CartError::OverPayment { due });
            }
            (self.amount, self.change, self.rounding) = (self.received, Money::ZERO, Money::ZERO);
        }
        Ok(self)
    }
}

impl Cart {
    pub(super) fn add_tender(&mut self, country: Country, tender: &Tender) -> Result<(), CartError> {
        let due = self.due(country)?;
        if due <= Money::ZERO {
            return Err(CartError::OverPayment { due });
        }
        self.tenders.push(tender.clone().settle(country, due)?);
        Ok(())
    }

    pub(super) fn remove_tender(&mut self, id: TenderId) -> Result<(), CartError> {
        let at = self.tenders.iter().position(|t| t.id == id).ok_or(CartError::TenderNotFound)?;
        self.tenders.remove(at);
        Ok(())
    }
}
