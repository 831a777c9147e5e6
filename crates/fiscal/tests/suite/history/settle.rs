//! Settlements: corrections of a method, and payments on account.

use domain::money::Money;
use fiscal::{
    BuyerSnapshot, Chain, Header, Operation, PaymentSnapshot, SettlementKind, SettlementPair,
    SettlementPayload,
};

use super::Shop;
use super::sale::{METHODS, payment};
use crate::common::samples;

impl Shop {
    /// A ticket was paid by another method than the cashier said.
    pub fn correct_method(&mut self) {
        let sold = self.db.sold.iter().rev().find(|s| s.ticket.operation == Operation::Vente);
        let Some(ticket) = sold.map(|s| s.ticket.clone()).filter(|_| !self.old) else { return self.sale() };
        let amount = ticket.totals.total;
        let wrong = self.chance.below(METHODS.len());
        let right = (wrong + 1) % METHODS.len();
        let first = self.header(Chain::Reglement);
        let of = first.number.clone();
        for (leg, way, amount) in [(1, wrong, -amount), (2, right, amount)] {
            let header = if leg == 1 { first.clone() } else { self.header(Chain::Reglement) };
            let pair = Some(SettlementPair { leg, of: of.clone() });
            let correction = self.settlement(header, payment(way, amount));
            self.put(SettlementPayload {
                kind: SettlementKind::Correction,
                document: Some(ticket.header.number.clone()),
                pair,
                ..correction
            });
        }
    }

    /// A customer pays what is owed.
    pub fn on_account(&mut self) {
        if self.old {
            return self.sale();
        }
        let header = self.header(Chain::Reglement);
        let settlement = self.settlement(header, payment(2, Money(5_000)));
        let customer = Some(BuyerSnapshot::named(samples::uuid(700).into(), "Anaïs Noël".into()));
        self.put(SettlementPayload { customer, ..settlement });
    }

    fn settlement(&self, header: Header, payment: PaymentSnapshot) -> SettlementPayload {
        SettlementPayload {
            header,
            kind: SettlementKind::OnAccount,
            business_day: self.today(),
            shift: None,
            document: None,
            original_terminal: samples::terminal().id,
            customer: None,
            payment,
            pair: None,
            reason: "erreur de saisie".into(),
        }
    }
}
