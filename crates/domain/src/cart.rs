//! The cart: the order in preparation, as the fold of a journal of changes.
//!
//! A cart is never stored as a state. Each action of the cashier is one [`Change`], appended to a journal in a
//! transaction of its own; the cart is what [`Journal::apply`] makes of them in order. So a killed program comes
//! back to the same line, and undo is a change like the others.
//!
//! The module decides what a change does and refuses impossible ones; it knows no prices, articles or customers
//! but those that the change carries.

mod change;
mod journal;
mod price;
mod pricing;
mod settle;

use std::sync::Arc;

pub use change::Change;
pub use journal::{CartError, Journal, UNDO_STEPS, is_sold_by_piece};
pub use price::{CartFee, Discount, Reduction, ServiceMode, ServiceTaxes};
pub use pricing::LinePrice;
use serde::{Deserialize, Serialize};

use crate::country::Country;
use crate::ids::{ArticleId, CustomerId, DepartmentId, LineId, UserId};
use crate::money::{Money, Overflow, Quantity, UnitPrice};
use crate::payment::Tender;
use crate::tax::{AppliedTax, DocumentTotals, TaxableLine, document_totals};
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
    /// Its own discount.
    pub discount: Option<Discount>,
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
        let taxable = |(line, price): (_, &LinePrice)| TaxableLine {
            total: price.total(),
            taxes: CartLine::taxes(line),
        };
        let lines: Vec<_> = self.lines.iter().zip(prices).map(taxable).collect();
        document_totals(country.price_mode(), &lines)
    }

    /// What the entered payments leave unpaid.
    pub fn due(&self, country: Country) -> Result<Money, Overflow> {
        Ok(self.due_of(self.totals(country)?.total))
    }

    /// What the entered payments leave unpaid of a total that is known already.
    #[must_use]
    pub fn due_of(&self, total: Money) -> Money {
        total - self.tenders.iter().map(|t| t.amount).sum()
    }

    /// What is left to pay, as it can be paid in cash.
    pub fn due_in_cash(&self, country: Country) -> Result<Money, Overflow> {
        Ok(round_for_cash(country, self.due(country)?))
    }

    /// True when the cart holds neither lines nor payments.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.tenders.is_empty()
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
