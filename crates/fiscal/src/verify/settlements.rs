//! Settlements after the sale (fiscal.md 1.7): a correction is two legs that cancel out, on a document that exists.

use domain::money::Money;

use super::defect::Defect;
use super::documents::Documents;
use super::figure::SettlementFault;
use super::finding::Findings;
use crate::{PaymentSnapshot, SettlementKind, SettlementPayload};

/// A first leg that waits for its second.
#[derive(Debug)]
struct Waiting {
    number: String,
    document: Option<String>,
    business_day: String,
    payment: PaymentSnapshot,
}

/// What is known of settlements at a place of the records.
#[derive(Debug)]
pub(super) struct Settlements {
    waiting: Option<Waiting>,
    /// The settlement before is not known: a second leg here may belong to it.
    blind: bool,
}

impl Settlements {
    pub(super) const fn from_genesis() -> Self {
        Self { waiting: None, blind: false }
    }

    pub(super) const fn resumed() -> Self {
        Self { waiting: None, blind: true }
    }

    /// Takes the next settlement.
    pub(super) fn check(&mut self, p: &SettlementPayload, documents: &Documents, findings: &mut Findings) {
        let waiting = self.waiting.take();
        let blind = std::mem::replace(&mut self.blind, false);
        let fault = |fault| move || Defect::Settlement(fault);
        findings.require(balances(&p.payment), fault(SettlementFault::Payment));
        findings.require(documents.has_settled(p), fault(SettlementFault::Document));
        let leg = p.pair.as_ref().map(|pair| (pair.leg, pair.of.as_str()));
        let sound = match (p.kind, leg, &waiting) {
            (SettlementKind::OnAccount, None, None) => true,
            (SettlementKind::Correction, Some((1, of)), None) => {
                self.waiting = Some(first(p));
                of == p.header.number && p.document.is_some()
            }
            (SettlementKind::Correction, Some((2, of)), Some(first)) => second(p, of, first),
            (SettlementKind::Correction, Some((2, _)), None) => blind,
            _ => false,
        };
        findings.require(sound, fault(SettlementFault::Pair));
    }

    /// No first leg may still wait when the records end: both were sealed together.
    pub(super) fn finish(&self, findings: &mut Findings) {
        findings.require(self.waiting.is_none(), || Defect::Settlement(SettlementFault::Pair));
    }
}

fn first(p: &SettlementPayload) -> Waiting {
    Waiting {
        number: p.header.number.clone(),
        document: p.document.clone(),
        business_day: p.business_day.clone(),
        payment: p.payment.clone(),
    }
}

fn second(p: &SettlementPayload, of: &str, first: &Waiting) -> bool {
    of == first.number
        && p.document == first.document
        && p.business_day == first.business_day
        && !is_same(&p.payment, &first.payment)
        && Some(p.amount().0) == first.payment.amount.0.checked_neg()
}

/// A correction changes the method, or what it says of it.
fn is_same(a: &PaymentSnapshot, b: &PaymentSnapshot) -> bool {
    (a.method, &a.nature, &a.card_last4, &a.reference) == (b.method, &b.nature, &b.card_last4, &b.reference)
}

/// Something is settled, in range, and what was collected is what it settles, cash rounding aside.
fn balances(p: &PaymentSnapshot) -> bool {
    let small = |amount: Money| amount.checked().is_ok();
    [p.amount, p.received, p.change, p.rounding].into_iter().all(small)
        && !p.amount.is_zero()
        && p.received - p.change == p.amount + p.rounding
}
