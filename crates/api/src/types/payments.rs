//! Payments of the sale in progress, and the sale once it is finished.

use domain::ids::{CartId, DocumentId, MethodId, TenderId};
use domain::money::Money;
use domain::payment::PaymentKind;

use super::PrintJobView;

contract! {
    /// A payment entered.
    pub struct TenderView {
        /// The payment.
        pub id: TenderId,
        /// What it is.
        pub kind: PaymentKind,
        /// Name; the nature for «Autre».
        pub name: String,
        /// What it settles.
        pub amount: Money,
        /// What was handed over.
        pub received: Money,
        /// What is given back.
        pub change: Money,
        /// Cash rounding.
        pub rounding: Money,
        /// Card digits or reference.
        pub detail: String,
    }

    /// Enters a payment.
    pub struct PaymentAdd {
        /// The method.
        pub method_id: MethodId,
        /// Amount handed over; none for what is due.
        pub amount: Option<Money>,
        /// Last four digits of the card.
        pub card_last4: Option<String>,
        /// Cheque number or other reference.
        pub reference: Option<String>,
        /// Nature of an «Autre» payment.
        pub nature: Option<String>,
    }

    /// Takes an entered payment back.
    pub struct PaymentRemove {
        /// The payment.
        pub tender_id: TenderId,
    }

    /// Validates the sale: the ticket is signed and stored, and nothing of it changes any more.
    pub struct SaleValidate {
        /// A last payment to enter first: one key finishes a cash sale.
        pub payment: Option<PaymentAdd>,
        /// Leave what is due on the account of the named customer («Pas de règlement»).
        pub leave_unpaid: bool,
        /// Print the ticket now.
        pub print: bool,
        /// The sale on the screen of whoever pays; a sale that another window changed since is refused. None where
        /// nobody looks at a screen.
        pub seen: Option<SaleSeen>,
    }

    /// Which state of which sale a screen shows.
    pub struct SaleSeen {
        /// The cart.
        pub cart_id: CartId,
        /// Its revision.
        pub revision: u32,
    }

    /// A finished sale.
    pub struct SaleDone {
        /// The ticket.
        pub document_id: DocumentId,
        /// Its number.
        pub number: String,
        /// Total with taxes.
        pub total: Money,
        /// Change to give back.
        pub change: Money,
        /// What was left on the customer's account.
        pub unpaid: Money,
        /// Payments.
        pub tenders: Vec<TenderView>,
        /// The signature extract printed on the ticket (fiscal.md R-04).
        pub extract: String,
        /// The print job, if one was made.
        pub print_job: Option<PrintJobView>,
        /// Its invoice, if one was made.
        pub invoice: Option<super::InvoiceRef>,
        /// An invoice can be made of it.
        pub invoiceable: bool,
        /// The law wants a paper for an article of this sale: propose printing first (PRT-12).
        pub paper_due: bool,
        /// The return ticket that was sealed with it, if articles were exchanged.
        pub exchange: Option<super::ExchangeDone>,
    }
}
