//! The cart: the order in preparation, as the fold of a journal of changes.
//!
//! A cart is never stored as a state. Each action of the cashier is one [`Change`], appended to a journal in a
//! transaction of its own; the cart is what [`Journal::apply`] makes of them in order. So a killed program comes
//! back to the same line, and undo is a change like the others.
//!
//! The module decides what a change does and refuses impossible ones; it knows no prices, articles or customers
//! but those that the change carries.

mod before_tax;
mod change;
mod correction;
mod error;
mod exchange;
mod journal;
mod label;
mod note;
mod price;
mod pricing;
mod promoting;
mod settle;

use std::sync::Arc;

pub use change::Change;
pub use correction::PriceCorrection;
pub use error::CartError;
pub use exchange::{CartExchange, ExchangeLine};
pub use journal::{Journal, UNDO_STEPS, is_sold_by_piece};
pub use note::{MAX_LINE_NOTE, MAX_NOTE};
pub use price::{CartFee, Discount, ListPrice, Reduction, ServiceMode, ServiceTaxes};
pub use pricing::LinePrice;
use serde::{Deserialize, Serialize};

use crate::country::Country;
use crate::embedded::Label;
use crate::ids::{ArticleId, CustomerId, DepartmentId, LineId, PriceListId, UserId};
use crate::money::{Money, Overflow, Quantity, UnitPrice};
use crate::payment::Tender;
use crate::promotion::Promotion;
use crate::tax::{AppliedTax, DocumentTotals, ExemptionGround, TaxableLine, document_totals};
use crate::tender::round_for_cash;

/// An article as it was when it entered the cart. Later changes of the article do not reach it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CartArticle {
    /// The article.
    pub id: ArticleId,
    /// Its internal code.
    pub code: String,
    /// Its designation.
    pub name: String,
    /// Unit of sale («pièce», «kg»).
    pub unit: String,
    /// Price of one unit in the shop's price mode.
    pub unit_price: UnitPrice,
    /// Taxes in force.
    pub taxes: Vec<AppliedTax>,
    /// Its department, for reports.
    pub department: Option<DepartmentId>,
    /// False for services and fees: no stock movement (STK-06).
    pub stocked: bool,
    /// True when the law wants a guarantee mention, and so a paper, for it (fiscal.md 2.4, 2.5).
    pub durable: bool,
    /// Its prices in price lists, where it has one: a customer chosen later pays the price of then. Empty for a price
    /// that is not looked up, as one printed on a label: no customer changes that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prices: Vec<ListPrice>,
    /// The public price, where `unit_price` is that of the customer's price list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_price: Option<UnitPrice>,
    /// The promotions in force; a line gets the best of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promotions: Vec<Promotion>,
}

/// What a line stands for. The article is shared, because undo keeps twenty carts of the same lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineBody {
    /// An article.
    Article(Arc<CartArticle>),
    /// A fee («Port», «Emballage»).
    Fee(Arc<CartFee>),
    /// A scanned code that no article has: nothing scanned is lost, and payment waits until it is resolved.
    Unknown {
        /// The code as scanned.
        code: String,
    },
}

/// A line of the cart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CartLine {
    /// Its identity, kept by the document.
    pub id: LineId,
    /// What it stands for.
    pub body: LineBody,
    /// How much; always positive.
    pub quantity: Quantity,
    /// What the seller noted on it; empty for nothing.
    pub note: String,
    /// The label that it was scanned from, when that says what the packet holds.
    pub label: Option<Label>,
    /// Its own discount.
    pub discount: Option<Discount>,
    /// Where the discount follows from a label that was lower than the till («Exactitude des prix»).
    pub correction: Option<PriceCorrection>,
    /// Why it bears no VAT, where its own tax is none (TAX-03).
    pub exemption: Option<ExemptionGround>,
}

impl CartLine {
    fn taxes(&self) -> &[AppliedTax] {
        match &self.body {
            LineBody::Article(article) => &article.taxes,
            LineBody::Fee(fee) => &fee.taxes,
            LineBody::Unknown { .. } => &[],
        }
    }
}

/// The customer of the cart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CartCustomer {
    /// The customer.
    pub id: CustomerId,
    /// Name when chosen.
    pub name: String,
    /// Their price list when chosen; none pays public prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_list: Option<PriceListId>,
    /// Prices and totals are before tax («Facturation Hors Taxes», CFG-10).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub before_tax: bool,
    /// Their regime: why nothing that they buy bears VAT.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exemption: Option<ExemptionGround>,
}

/// The seller of the cart (SAL-24).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CartSeller {
    /// The seller.
    pub id: UserId,
    /// Name when chosen.
    pub name: String,
}

/// The order in preparation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cart {
    /// Lines in the order in which they were added.
    pub lines: Vec<CartLine>,
    /// The line that keys and buttons act on.
    pub selected: Option<LineId>,
    /// The customer, if one was chosen.
    pub customer: Option<CartCustomer>,
    /// The seller, if one was chosen.
    pub seller: Option<CartSeller>,
    /// Note to the order (SAL-16).
    pub note: String,
    /// Discount of the whole order.
    pub discount: Option<Discount>,
    /// How it is served.
    pub service: ServiceMode,
    /// Why the whole sale bears no VAT, whatever the customer's regime.
    pub exemption: Option<ExemptionGround>,
    /// Articles brought back, which pay for this sale.
    pub exchange: Option<CartExchange>,
    /// Payments entered so far.
    pub tenders: Vec<Tender>,
}

impl Cart {
    /// The totals with their tax table.
    pub fn totals(&self, country: Country) -> Result<DocumentTotals, Overflow> {
        self.totals_of(country, &self.prices()?)
    }

    /// The totals of lines whose prices are known already, in the order of the lines.
    pub fn totals_of(&self, country: Country, prices: &[LinePrice]) -> Result<DocumentTotals, Overflow> {
        let taxes: Vec<_> = self.lines.iter().map(|line| self.taxes_of(line)).collect();
        let taxable = |(taxes, price): (_, &LinePrice)| TaxableLine { total: price.total(), taxes };
        let lines: Vec<_> = taxes.iter().map(AsRef::as_ref).zip(prices).map(taxable).collect();
        document_totals(self.price_mode(country), &lines)
    }

    /// What the entered payments and articles brought back leave unpaid; negative when something is to be given back.
    pub fn due(&self, country: Country) -> Result<Money, Overflow> {
        Ok(self.due_of(self.totals(country)?.total))
    }

    /// The same of a total that is known already.
    #[must_use]
    pub fn due_of(&self, total: Money) -> Money {
        total - self.credit() - self.tenders.iter().map(|t| t.amount).sum()
    }

    /// What is left to pay, as it can be paid in cash.
    pub fn due_in_cash(&self, country: Country) -> Result<Money, Overflow> {
        Ok(round_for_cash(country, self.due(country)?))
    }

    /// True when the cart holds neither lines nor payments, and no articles brought back.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.tenders.is_empty() && self.exchange.is_none()
    }

    /// True while a scanned code is unknown.
    #[must_use]
    pub fn has_unknown_codes(&self) -> bool {
        self.lines.iter().any(|l| matches!(l.body, LineBody::Unknown { .. }))
    }

    /// The line with this id.
    #[must_use]
    pub fn line(&self, id: LineId) -> Option<&CartLine> {
        self.lines.iter().find(|l| l.id == id)
    }
}
