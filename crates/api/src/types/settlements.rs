//! Corrections of a payment method after the sale (fiscal.md 1.7): a signed pair, never a change of the ticket.

use domain::ids::{DocumentId, MethodId, PaymentId};
use domain::money::Money;
use domain::payment::PaymentKind;

use super::{DocumentRow, PaymentMethodView};

contract! {
    /// How the payments of a document stand, and what they could be corrected into.
    pub struct PaymentCorrectionChecked {
        /// The document.
        pub document: DocumentRow,
        /// What stands, in the order in which it was paid or corrected.
        pub payments: Vec<StandingPayment>,
        /// The methods that may stand in place of another.
        pub methods: Vec<PaymentMethodView>,
        /// The workstation whose drawer it concerns.
        pub workstation: String,
        /// The number of its open shift, in which the correction will count.
        pub shift: u32,
        /// The shift of the document is closed: its figures stay, and the correction counts in the one that is open.
        pub later_shift: bool,
    }

    /// A payment of a document, as corrections left it.
    pub struct StandingPayment {
        /// The payment.
        pub payment_id: PaymentId,
        /// What its method is.
        pub kind: PaymentKind,
        /// Name of the method, or its nature.
        pub name: String,
        /// Digits of the card, or reference.
        pub detail: String,
        /// What of it stands.
        pub amount: Money,
        /// It may be corrected: money moved, and not on the account of a customer.
        pub correctable: bool,
    }

    /// Corrects the method of a payment.
    pub struct PaymentCorrect {
        /// The document.
        pub document_id: DocumentId,
        /// The payment.
        pub payment_id: PaymentId,
        /// How much of it; none for all that stands.
        pub amount: Option<Money>,
        /// The right method.
        pub method_id: MethodId,
        /// Last four digits of the card.
        pub card_last4: Option<String>,
        /// Number of the cheque, or the like.
        pub reference: Option<String>,
        /// Nature of an «Autre» payment, from the list of its method.
        pub nature: Option<String>,
        /// Why.
        pub reason: String,
        /// Print the slip.
        pub print: bool,
    }

    /// Names a correction.
    pub struct PaymentCorrectionRef {
        /// Number of its first leg.
        pub number: String,
    }

    /// A correction: two signed settlements.
    pub struct PaymentCorrection {
        /// Number of the first leg, which takes the old method back.
        pub number: String,
        /// Number of the second, which puts the new one in its place.
        pub second: String,
        /// The document.
        pub document_id: DocumentId,
        /// Its number.
        pub document: String,
        /// When.
        pub at_ms: i64,
        /// Who.
        pub user: String,
        /// Name of the old method.
        pub from: String,
        /// Name of the new one.
        pub to: String,
        /// How much, with the sign that the payment has on the document.
        pub amount: Money,
        /// Why.
        pub reason: String,
        /// The workstation in whose shift it counts.
        pub workstation: String,
        /// Extracts of both signatures.
        pub extracts: [String; 2],
    }
}
