//! Payment methods and the tenders that settle a sale.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ids::{MethodId, TenderId};
use crate::money::Money;

/// What a payment method is, which decides what is asked for and what the drawer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(export_to = "domain.ts"))]
pub enum PaymentKind {
    /// «Espèces», «argent comptant»: the only kind that gives change.
    Cash,
    /// «Carte» on a terminal that is not connected: declared by the cashier.
    CardStandalone,
    /// «Chèque».
    Cheque,
    /// «Autre forme de paiement»: its nature is chosen from a list (PAY-10).
    Other,
    /// «Crédit»: what the customer has on their account (PAY-02). No money moves.
    Credit,
    /// «Pas de règlement»: what a named customer leaves unpaid on their account (PAY-24). No money moves.
    OnAccount,
    /// «Échange»: what articles brought back are worth against those bought in their place. The return pays it out and
    /// the sale receives it, in one transaction, so no money moves.
    Exchange,
    /// «Pertes et Profits»: a difference that the customer will never pay (PAY-17, fiscal.md R-20 «écart de règlement»).
    /// Turnover and VAT stay as they are. No money moves.
    WriteOff,
}

/// The method of [`PaymentKind::Exchange`]: part of the program, the same in every shop, offered at no payment screen.
pub const EXCHANGE_METHOD: MethodId = MethodId(Uuid::from_u128(0x0193_4a10_0000_7000_8000_0000_0000_0001));

/// Name of that method on a document («Échange»).
pub const EXCHANGE_NAME: &str = "Échange";

/// The method of [`PaymentKind::WriteOff`]: part of the program, the same in every shop.
pub const WRITE_OFF_METHOD: MethodId = MethodId(Uuid::from_u128(0x0193_4a10_0000_7000_8000_0000_0000_0002));

/// Name of that method on a document.
pub const WRITE_OFF_NAME: &str = "Pertes et Profits";

impl PaymentKind {
    /// Only cash gives change, so only cash may exceed the amount due (PAY-09).
    #[must_use]
    pub const fn gives_change(self) -> bool {
        matches!(self, Self::Cash)
    }

    /// Cash sales and refused cheques open the drawer; cards do not.
    #[must_use]
    pub const fn opens_drawer(self) -> bool {
        matches!(self, Self::Cash | Self::Cheque)
    }
}

/// A payment entered on the payment screen, not yet validated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tender {
    /// Its identity in the cart.
    pub id: TenderId,
    /// The payment method.
    pub method: MethodId,
    /// What the method is.
    pub kind: PaymentKind,
    /// Name of the method when it was used.
    pub name: String,
    /// What it settles of the document.
    pub amount: Money,
    /// What the customer handed over; greater than `amount` only for cash.
    pub received: Money,
    /// What is given back.
    pub change: Money,
    /// Cash rounding (Canada): what the drawer gets more (or less) than `amount`.
    pub rounding: Money,
    /// Last four digits of the card; never more (PAY-26).
    pub card_last4: Option<String>,
    /// Cheque number, authorisation, or other reference.
    pub reference: Option<String>,
    /// Nature of an «Autre» payment, from the method's list (PAY-10).
    pub nature: Option<String>,
}

impl Tender {
    /// What enters the drawer or the method's total: `received − change`.
    #[must_use]
    pub fn collected(&self) -> Money {
        self.received - self.change
    }
}
