//! Invoices («Facture») made at the till, what bears no VAT, and differences that are given up.

use domain::ids::{CustomerId, DocumentId, LineId};
use domain::tax::ExemptionGround;

use super::{CustomerFile, PrintJobView, SaleValidate};

contract! {
    /// Asks whether an invoice can be made: of the sale in progress, or of a ticket.
    pub struct InvoiceCheck {
        /// The ticket; none for the sale in progress.
        pub document_id: Option<DocumentId>,
        /// Whom to bill, for a ticket without customer.
        pub customer_id: Option<CustomerId>,
    }

    /// What the invoice still needs (CUS-07, D-27).
    pub struct InvoiceChecked {
        /// The customer's file, to be completed.
        pub customer: CustomerFile,
        /// What is missing in it; nothing when the invoice can be made.
        pub missing: Vec<BuyerField>,
    }

    /// A field of the customer that an invoice states.
    #[derive(Copy, Eq)]
    pub enum BuyerField {
        /// Street address.
        Address,
        /// Postcode.
        Postcode,
        /// City.
        City,
        /// SIREN of a business in France.
        Siren,
        /// VAT number, for a supply to another member state.
        VatNumber,
    }

    /// Makes the invoice of a ticket.
    pub struct InvoiceIssue {
        /// The ticket.
        pub document_id: DocumentId,
        /// Whom to bill, for a ticket without customer.
        pub customer_id: Option<CustomerId>,
        /// Print it now.
        pub print: bool,
    }

    /// An invoice that was made.
    pub struct InvoiceIssued {
        /// The invoice.
        pub invoice: InvoiceRef,
        /// Its print job, if one was made.
        pub print_job: Option<PrintJobView>,
    }

    /// An invoice of a ticket.
    pub struct InvoiceRef {
        /// The invoice, a document of its own.
        pub document_id: DocumentId,
        /// Its number.
        pub number: String,
    }

    /// Validates the sale in progress and makes its invoice, together: the invoice is what is printed (PAY-12).
    pub struct InvoiceValidate {
        /// The validation.
        pub sale: SaleValidate,
    }

    /// Sells without VAT on a legal ground (TAX-03).
    pub struct SaleExempt {
        /// The ground; none takes it back.
        pub ground: Option<ExemptionGround>,
    }

    /// Says why a line, whose own VAT is nothing, bears none (TAX-03).
    pub struct SaleExemptLine {
        /// The line.
        pub line_id: LineId,
        /// The ground; none takes it back.
        pub ground: Option<ExemptionGround>,
    }

    /// Gives up what is left to pay («Pertes et Profits», PAY-17).
    pub struct WriteOff {
        /// Why.
        pub reason: String,
    }
}
