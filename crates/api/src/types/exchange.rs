//! Exchange: articles brought back against those of the sale in progress (C-13).

use domain::ids::DocumentId;
use domain::money::{Money, Quantity};

use super::{FreeReturnLine, PaymentMethodView, PrintJobView, Refund, ReturnLine, SaleSeen, TenderView};

contract! {
    /// Puts a return on the sale in progress, which it pays for.
    pub struct ExchangeStart {
        /// The ticket on which the articles were sold.
        pub document_id: DocumentId,
        /// The lines that come back.
        pub lines: Vec<ReturnLine>,
        /// Why.
        pub reason: String,
    }

    /// Puts articles without their ticket on the sale in progress, at the price of today.
    pub struct FreeExchangeStart {
        /// The articles that come back.
        pub lines: Vec<FreeReturnLine>,
        /// Why.
        pub reason: String,
    }

    /// Validates a sale that articles brought back pay for in whole: return and sale are sealed together.
    pub struct ExchangeValidate {
        /// How the rest is given back; none when nothing is.
        pub refund: Option<Refund>,
        /// Print both tickets now.
        pub print: bool,
        /// The sale on the screen of whoever pays; see `SaleValidate`.
        pub seen: Option<SaleSeen>,
    }

    /// The return that waits on the sale in progress.
    pub struct SaleExchange {
        /// The ticket on which the articles were sold; none when it was not brought along.
        pub document_id: Option<DocumentId>,
        /// Its number.
        pub number: Option<String>,
        /// Articles that come back: whole units, one for each measured line.
        pub articles: u32,
        /// What comes back.
        pub lines: Vec<SaleExchangeLine>,
        /// Why.
        pub reason: String,
        /// What the articles are worth with taxes, positive.
        pub total: Money,
        /// What of it counts against the sale; the rest was never paid and is no longer owed.
        pub credit: Money,
        /// What is given back if the sale is finished now; none while something is due.
        pub give_back: Option<GiveBack>,
    }

    /// A part of a sold line that comes back.
    pub struct SaleExchangeLine {
        /// Designation.
        pub name: String,
        /// How much, positive.
        pub quantity: Quantity,
        /// Unit of sale.
        pub unit: String,
        /// What it is worth in the ticket's price mode, positive.
        pub worth: Money,
    }

    /// What an exchange gives back beyond the articles.
    pub struct GiveBack {
        /// How much; zero when the articles are worth the same.
        pub amount: Money,
        /// The same in cash (Canada: rounded).
        pub in_cash: Money,
        /// How it may be given back.
        pub methods: Vec<PaymentMethodView>,
        /// The drawer holds less cash than that, as far as the till knows. A warning; how much it holds is not told,
        /// because it is counted blind.
        pub drawer_short: bool,
    }

    /// The return ticket of an exchange, beside the sale that it paid for.
    pub struct ExchangeDone {
        /// The return ticket.
        pub document_id: DocumentId,
        /// Its number.
        pub number: String,
        /// What the articles were worth with taxes, positive.
        pub total: Money,
        /// What of it paid for the sale.
        pub exchanged: Money,
        /// What was given back beyond that, as it was handed over.
        pub given_back: Money,
        /// How.
        pub refunds: Vec<TenderView>,
        /// The print job of the return ticket, if one was made.
        pub print_job: Option<PrintJobView>,
    }
}
