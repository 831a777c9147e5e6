//! The sale in progress.

use domain::cart::ServiceMode;
use domain::country::PriceMode;
use domain::embedded::EmbeddedKind;
use domain::ids::{ArticleId, CartId, CustomerId, LineId, UserId};
use domain::language::Language;
use domain::money::{Money, Quantity, UnitPrice};
use domain::tax::ExemptionGround;

use super::{DiscountView, PaymentMethodView, SaleDone, TaxRow, TenderView};

contract! {
    /// The sale screen's section B, complete: the window shows it and computes nothing.
    pub struct SaleView {
        /// The cart.
        pub cart_id: CartId,
        /// Grows with each change; an answer with a smaller number is older.
        pub revision: u32,
        /// Lines, oldest first.
        pub lines: Vec<SaleLineView>,
        /// The line that keys act on.
        pub selected: Option<LineId>,
        /// The customer; the workstation's default when none was chosen.
        pub customer: Option<SaleParty>,
        /// The seller.
        pub seller: Option<SaleSeller>,
        /// Who may be chosen as seller.
        pub sellers: Vec<SaleSeller>,
        /// Note to the order.
        pub note: String,
        /// Articles in the order («Sous-total 5 art.»): whole units, one for each measured line.
        pub articles: u32,
        /// Whether prices and totals contain the taxes: as in the shop, unless the customer is billed before tax.
        pub price_mode: PriceMode,
        /// The legal ground on which the whole sale bears no VAT.
        pub exemption: Option<ExemptionGround>,
        /// Total without taxes.
        pub net: Money,
        /// Tax table.
        pub taxes: Vec<TaxRow>,
        /// Total with taxes.
        pub total: Money,
        /// Payments entered.
        pub tenders: Vec<TenderView>,
        /// Discount of the whole sale.
        pub discount: Option<DiscountView>,
        /// Discounts of lines and sale together, positive.
        pub discounts: Money,
        /// How the sale is served; none where the shop does not ask.
        pub service: Option<ServiceMode>,
        /// What the chosen customer may spend of their account; none without customer or credit (PAY-03).
        pub credit: Option<Money>,
        /// Sales put aside, of the whole shop.
        pub parked: u32,
        /// The law binds the shop to its labels («Exactitude des prix», Québec).
        pub price_accuracy: bool,
        /// Shelf labels that are still to be corrected.
        pub wrong_labels: u32,
        /// Articles brought back, which pay for this sale.
        pub exchange: Option<super::SaleExchange>,
        /// What is left to pay; negative when an exchange gives something back.
        pub due: Money,
        /// What is left to pay if paid in cash (Canada: rounded).
        pub due_in_cash: Money,
        /// Change to give back.
        pub change: Money,
        /// One-tap cash amounts: exact, then likely notes.
        pub quick_cash: Vec<Money>,
        /// The methods of the workstation.
        pub methods: Vec<PaymentMethodView>,
        /// Why payment cannot start; none when it can (SAL-17).
        pub blocked: Option<PaymentBlock>,
        /// Undo would do something.
        pub can_undo: bool,
        /// Redo would do something.
        pub can_redo: bool,
        /// The last scanned or added line, for the flash and the live region.
        pub touched: Option<LineId>,
        /// The sale just finished, until the next one starts (C-10).
        pub done: Option<SaleDone>,
        /// A shift is open.
        pub shift_open: bool,
        /// Tickets waiting for the printer of this workstation.
        pub waiting_prints: u32,
    }

    /// Why payment cannot start.
    #[derive(Copy, Eq)]
    pub enum PaymentBlock {
        /// No shift is open.
        Shift,
        /// The order is empty.
        Empty,
        /// A scanned code is still unknown.
        UnknownCode,
        /// No seller is chosen.
        Seller,
        /// A line bears no VAT and does not say why.
        Exemption,
    }

    /// A line of the sale.
    pub struct SaleLineView {
        /// The line.
        pub id: LineId,
        /// False for a pending unknown code.
        pub known: bool,
        /// The article.
        pub article_id: Option<ArticleId>,
        /// Designation, or the scanned code while it is unknown.
        pub name: String,
        /// Internal code.
        pub code: String,
        /// Quantity.
        pub quantity: Quantity,
        /// Unit of sale.
        pub unit: String,
        /// Price of one unit in the price mode of the sale.
        pub unit_price: UnitPrice,
        /// Total in the price mode of the sale.
        pub total: Money,
        /// What the seller noted on it; empty for nothing.
        pub note: String,
        /// What its label says, where it was scanned from one: its quantity does not change.
        pub label: Option<EmbeddedKind>,
        /// Letters of its taxes.
        pub tax_letters: String,
        /// It bears no VAT by itself, so that a ground is needed.
        pub untaxed: bool,
        /// That ground, once chosen.
        pub exemption: Option<ExemptionGround>,
        /// A fee, not an article.
        pub fee: bool,
        /// Its own discount; `total` is what is left.
        pub discount: Option<DiscountView>,
        /// Its promotion; `total` is what is left. Never together with a discount of its own.
        pub promotion: Option<super::LinePromotion>,
        /// The price list that `unit_price` is from; none for the public price.
        pub price_list: Option<super::LinePriceList>,
        /// Stock left after this line, when it falls below zero (STK-02).
        pub stock_after: Option<Quantity>,
    }

    /// Replaces the note to a line.
    pub struct SaleSetLineNote {
        /// The line.
        pub line_id: LineId,
        /// The note, at most 200 characters; empty to clear.
        pub note: String,
    }

    /// The customer of a sale.
    pub struct SaleParty {
        /// The customer.
        pub id: CustomerId,
        /// Name.
        pub name: String,
        /// True when it is the workstation's default (SHF-11).
        pub is_default: bool,
        /// Language of their papers.
        pub language: Language,
    }

    /// A seller.
    pub struct SaleSeller {
        /// The seller.
        pub id: UserId,
        /// Name.
        pub name: String,
    }

    /// Adds an article.
    pub struct SaleAddArticle {
        /// The article.
        pub article_id: ArticleId,
        /// How much; none for one.
        pub quantity: Option<Quantity>,
    }

    /// Adds what a code stands for; an unknown code becomes a pending line. Codes of articles, bar codes.
    pub struct SaleScan {
        /// The code as scanned or typed.
        pub code: String,
        /// How much; none for one.
        pub quantity: Option<Quantity>,
    }

    /// Says which article a pending code stands for.
    pub struct SaleResolveCode {
        /// The pending line.
        pub line_id: LineId,
        /// The article.
        pub article_id: ArticleId,
    }

    /// Sets a quantity.
    pub struct SaleSetQuantity {
        /// The line.
        pub line_id: LineId,
        /// The new quantity.
        pub quantity: Quantity,
    }

    /// Adds whole units («+», «−»). Below one, the line is removed.
    pub struct SaleStepQuantity {
        /// The line.
        pub line_id: LineId,
        /// Units to add; negative to take away.
        pub steps: i32,
    }

    /// Names a line.
    pub struct SaleLineRef {
        /// The line.
        pub line_id: LineId,
    }

    /// Replaces the note.
    pub struct SaleSetNote {
        /// The note, at most 500 characters.
        pub note: String,
    }

    /// Chooses the customer; none returns to the default.
    pub struct SaleSetCustomer {
        /// The customer.
        pub customer_id: Option<CustomerId>,
    }

    /// Chooses the seller; none clears it.
    pub struct SaleSetSeller {
        /// The seller.
        pub seller_id: Option<UserId>,
    }
}
