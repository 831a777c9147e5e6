//! What changes the price of a line or of the whole order, as data. The arithmetic is in `pricing`.

use serde::{Deserialize, Serialize};

use super::CartArticle;
use crate::ids::{ArticleId, FeeTypeId, PriceListId};
use crate::money::{Money, Rate, UnitPrice};
use crate::tax::AppliedTax;

/// How much a discount takes off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(export_to = "domain.ts"))]
pub enum Reduction {
    /// A share of the price.
    Percent {
        /// More than zero, at most 100 %.
        rate: Rate,
    },
    /// A sum, positive, in the shop's price mode.
    Amount {
        /// At most what the line or the order is worth.
        amount: Money,
    },
}

/// A discount and why it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Discount {
    /// How much.
    pub reduction: Reduction,
    /// Why; recorded with the ticket.
    pub reason: String,
}

/// The price of an article in a price list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListPrice {
    /// The price list.
    pub list: PriceListId,
    /// Its name.
    pub name: String,
    /// Price of one unit in the shop's price mode.
    pub unit_price: UnitPrice,
}

impl CartArticle {
    /// Takes the price of a price list; the public price where the list has none, or without a list.
    pub(super) fn price_for(&mut self, list: Option<PriceListId>) {
        if self.prices.is_empty() {
            return;
        }
        let public = self.public_price.unwrap_or(self.unit_price);
        let listed = self.prices.iter().find(|p| Some(p.list) == list);
        self.unit_price = listed.map_or(public, |p| p.unit_price);
        self.public_price = listed.map(|_| public);
    }

    /// The price list behind its price; none for the public price.
    #[must_use]
    pub fn price_list(&self, list: Option<PriceListId>) -> Option<&ListPrice> {
        self.public_price.and_then(|_| self.prices.iter().find(|p| Some(p.list) == list))
    }
}

/// How a sale is served; dual-rate articles take the tax of that mode (SAL-23, TAX-02).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema), ts(export_to = "domain.ts"))]
pub enum ServiceMode {
    /// «Sur place».
    OnSite,
    /// «À emporter».
    #[default]
    Takeaway,
    /// «Livré».
    Delivered,
}

impl ServiceMode {
    /// The stored name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OnSite => "on_site",
            Self::Takeaway => "takeaway",
            Self::Delivered => "delivered",
        }
    }
}

/// A fee as it was when it entered the cart (SAL-05).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CartFee {
    /// Its kind.
    pub id: FeeTypeId,
    /// What is printed.
    pub label: String,
    /// Amount in the shop's price mode, positive.
    pub amount: Money,
    /// Taxes in force.
    pub taxes: Vec<AppliedTax>,
}

impl CartFee {
    /// The fee as the price of one unit.
    #[must_use]
    pub const fn unit_price(&self) -> UnitPrice {
        UnitPrice::from_money(self.amount)
    }
}

/// The taxes of an article in one service mode (TAX-02).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceTaxes {
    /// The article.
    pub article: ArticleId,
    /// Its taxes in force in that mode.
    pub taxes: Vec<AppliedTax>,
}
