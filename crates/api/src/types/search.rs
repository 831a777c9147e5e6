//! «Chercher des factures»: documents of every workstation, by any filters at once.

use domain::ids::{ArticleId, CustomerId, DocumentId, UserId, WorkstationId};
use domain::money::{Money, Quantity, UnitPrice};

use super::{DocumentRow, TaxRow, TenderView};

contract! {
    /// Filters are joined by AND (SRCH-10); an absent one lets everything through.
    #[derive(Default)]
    pub struct DocumentSearch {
        /// First day («2026-11-21»), in the shop's time zone.
        pub from_day: Option<String>,
        /// Last day, included.
        pub to_day: Option<String>,
        /// Minute of the day from which.
        pub from_minute: Option<u16>,
        /// Minute of the day before which; smaller than `from_minute` for hours around midnight.
        pub to_minute: Option<u16>,
        /// Workstation.
        pub workstation_id: Option<WorkstationId>,
        /// An article on a line.
        pub article_id: Option<ArticleId>,
        /// Customer.
        pub customer_id: Option<CustomerId>,
        /// Who recorded it («administrateur»).
        pub user_id: Option<UserId>,
        /// Number, or its end.
        pub number: Option<String>,
        /// Last four digits of a card.
        pub card_last4: Option<String>,
        /// Rows to skip.
        pub offset: u32,
        /// Rows wanted, at most 200.
        pub limit: u32,
    }

    /// What was found, newest first.
    pub struct DocumentPage {
        /// The rows wanted.
        pub rows: Vec<DocumentRow>,
        /// More follow.
        pub more: bool,
    }

    /// What the filters choose from.
    pub struct DocumentFilters {
        /// Workstations.
        pub workstations: Vec<FilterChoice>,
        /// Users, those put to sleep included.
        pub users: Vec<FilterChoice>,
    }

    /// A choice of a filter.
    pub struct FilterChoice {
        /// Its id.
        pub id: uuid::Uuid,
        /// Its name.
        pub name: String,
    }

    /// A document, opened.
    pub struct DocumentDetail {
        /// As in the list.
        pub row: DocumentRow,
        /// Sale, return or cancellation.
        pub operation: DocumentOperation,
        /// Lines.
        pub lines: Vec<DocumentLineView>,
        /// Tax table.
        pub taxes: Vec<TaxRow>,
        /// Payments.
        pub payments: Vec<TenderView>,
        /// Note.
        pub note: String,
        /// Why, for returns and cancellations.
        pub reason: Option<String>,
        /// The document that this one corrects.
        pub origin: Option<DocumentRow>,
        /// Returns and the cancellation of this document, oldest first.
        pub corrections: Vec<DocumentRow>,
        /// Corrections of its payments, oldest first.
        pub payment_corrections: Vec<super::PaymentCorrection>,
        /// A payment of it may be corrected.
        pub payment_correctable: bool,
        /// The other ticket of an exchange: what was bought in place of what came back, or the reverse.
        pub exchange: Option<DocumentRow>,
        /// Its invoice, if one was made.
        pub invoice: Option<super::InvoiceRef>,
        /// An invoice can be made of it.
        pub invoiceable: bool,
        /// It may be cancelled as a whole: a sale without returns that is no part of an exchange.
        pub cancellable: bool,
    }

    /// What a document did.
    #[derive(Copy, Eq)]
    pub enum DocumentOperation {
        /// Sale.
        Sale,
        /// Return.
        Return,
        /// Cancellation.
        Cancellation,
        /// Invoice of a ticket.
        Invoice,
    }

    /// A line of a document.
    pub struct DocumentLineView {
        /// Position from 1.
        pub n: u32,
        /// The article; none for a fee.
        pub article_id: Option<ArticleId>,
        /// Code.
        pub code: String,
        /// Designation.
        pub name: String,
        /// Quantity; negative on returns.
        pub quantity: Quantity,
        /// Unit of sale.
        pub unit: String,
        /// Price of one unit.
        pub unit_price: UnitPrice,
        /// Discount taken off, positive.
        pub discount: Money,
        /// Total.
        pub total: Money,
        /// What may still be returned.
        pub returnable: Quantity,
        /// Managed in stock: whether it goes back there is asked.
        pub stocked: bool,
    }

    /// A part of a sold line to take back.
    pub struct ReturnLine {
        /// Position of the sold line.
        pub n: u32,
        /// How much, positive.
        pub quantity: Quantity,
        /// Put back to stock.
        pub restock: bool,
    }

    /// Asks what taking back these lines gives.
    pub struct ReturnCheck {
        /// The sale.
        pub document_id: DocumentId,
        /// The lines.
        pub lines: Vec<ReturnLine>,
    }

    /// What a return gives back.
    pub struct ReturnChecked {
        /// What the articles are worth with taxes, positive.
        pub total: Money,
        /// What of it is given back; the rest was never paid and is no longer owed.
        pub due: Money,
        /// What is given back in cash (Canada: rounded).
        pub total_in_cash: Money,
        /// Tax table, positive.
        pub taxes: Vec<TaxRow>,
        /// How it may be refunded.
        pub methods: Vec<super::PaymentMethodView>,
        /// The drawer holds less cash than that, as far as the till knows. A warning; see `GiveBack`.
        pub drawer_short: bool,
    }

    /// Takes articles back against their ticket (RET-01).
    pub struct ReturnValidate {
        /// The sale.
        pub document_id: DocumentId,
        /// The lines.
        pub lines: Vec<ReturnLine>,
        /// Why.
        pub reason: String,
        /// How it is refunded.
        pub refund: Refund,
        /// Print the ticket now.
        pub print: bool,
    }

    /// How money is given back.
    pub struct Refund {
        /// The method; one of kind «credit» puts it on the account of the document's customer.
        pub method_id: domain::ids::MethodId,
        /// Last four digits of the card.
        pub card_last4: Option<String>,
    }

    /// An article taken back without its ticket (RET-02).
    pub struct FreeReturnLine {
        /// The article.
        pub article_id: ArticleId,
        /// How much, positive.
        pub quantity: Quantity,
        /// Put back to stock.
        pub restock: bool,
    }

    /// Asks what taking back these articles without their ticket gives.
    pub struct FreeReturnCheck {
        /// The articles.
        pub lines: Vec<FreeReturnLine>,
        /// The customer, wanted when the refund is a credit.
        pub customer_id: Option<CustomerId>,
    }

    /// Takes articles back without their ticket, at the price of today.
    pub struct FreeReturn {
        /// The articles.
        pub lines: Vec<FreeReturnLine>,
        /// The customer, wanted when the refund is a credit.
        pub customer_id: Option<CustomerId>,
        /// Why.
        pub reason: String,
        /// How it is refunded.
        pub refund: Refund,
        /// Print the ticket now.
        pub print: bool,
    }

    /// Cancels a ticket by one that reverses it, payments included.
    pub struct DocumentCancel {
        /// The sale.
        pub document_id: DocumentId,
        /// Why.
        pub reason: String,
        /// Print the ticket now.
        pub print: bool,
    }
}
