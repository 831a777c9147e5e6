//! Price lists, dated prices and promotions, and how a line, a tile and a price check show them.

use domain::ids::{ArticleId, PriceListId, PromotionId};
use domain::money::{Money, UnitPrice};
use domain::promotion::{PromotionRule, PromotionScope};

contract! {
    /// A price list («tarif»): prices that some customers pay instead of the public ones.
    pub struct PriceListView {
        /// The price list.
        pub id: PriceListId,
        /// Name.
        pub name: String,
        /// Its prices are charged; one that is put to sleep keeps them.
        pub active: bool,
        /// Articles that have a price in it.
        pub articles: u32,
        /// Customers who pay its prices.
        pub customers: u32,
    }

    /// Creates or changes a price list.
    pub struct PriceListSave {
        /// The list to change; none creates one.
        pub id: Option<PriceListId>,
        /// Name, of which there is no other.
        pub name: String,
        /// Its prices are charged.
        pub active: bool,
    }

    /// The price of an article in a price list.
    pub struct ArticleListPrice {
        /// The price list.
        pub price_list_id: PriceListId,
        /// Price of one unit in the shop's price mode.
        pub unit_price: UnitPrice,
    }

    /// A public price that takes effect by itself.
    pub struct PlannedPrice {
        /// Price of one unit in the shop's price mode.
        pub unit_price: UnitPrice,
        /// The first local day on which it holds («2026-12-01»).
        pub from_day: String,
    }

    /// Where a promotion stands on the shop's local day.
    #[derive(Copy, Eq)]
    pub enum PromotionState {
        /// Its first day is to come.
        Upcoming,
        /// In force.
        Running,
        /// Its last day is behind, or it was ended.
        Past,
    }

    /// A promotion.
    pub struct PromotionView {
        /// The promotion.
        pub id: PromotionId,
        /// Name, as tickets show it.
        pub name: String,
        /// What it does.
        pub rule: PromotionRule,
        /// What it is for.
        pub scope: PromotionScope,
        /// The articles that it is for, with their names; empty unless it names articles.
        pub articles: Vec<PromotionArticle>,
        /// First local day.
        pub first_day: String,
        /// Last local day.
        pub last_day: String,
        /// Where it stands.
        pub state: PromotionState,
        /// A ticket names it: it is ended, not deleted.
        pub used: bool,
    }

    /// An article of a promotion.
    pub struct PromotionArticle {
        /// The article.
        pub article_id: ArticleId,
        /// Designation.
        pub name: String,
        /// Its public price.
        pub unit_price: UnitPrice,
    }

    /// Creates or changes a promotion. Lines already entered keep what they were given.
    pub struct PromotionSave {
        /// The promotion to change; none creates one.
        pub id: Option<PromotionId>,
        /// Name, as tickets show it.
        pub name: String,
        /// What it does.
        pub rule: PromotionRule,
        /// What it is for.
        pub scope: PromotionScope,
        /// First local day («2026-12-01»).
        pub first_day: String,
        /// Last local day, included.
        pub last_day: String,
    }

    /// Names a promotion.
    pub struct PromotionRef {
        /// The promotion.
        pub promotion_id: PromotionId,
    }

    /// The promotion of a line of the sale.
    pub struct LinePromotion {
        /// Its name.
        pub name: String,
        /// What the line would cost without it.
        pub regular: Money,
        /// What it takes off, positive.
        pub amount: Money,
    }

    /// The price list that a line of the sale is priced by.
    pub struct LinePriceList {
        /// Its name.
        pub name: String,
        /// The public price of one unit.
        pub public_price: UnitPrice,
    }

    /// A promotion as a tile or a price check shows it.
    pub struct PriceOffer {
        /// Its name.
        pub name: String,
        /// What it does.
        pub rule: PromotionRule,
        /// What one unit costs under it; none when that depends on the pieces bought.
        pub unit_price: Option<UnitPrice>,
        /// Its last local day.
        pub last_day: String,
    }

    /// The price of an article in a price list, as a price check shows it.
    pub struct NamedPrice {
        /// Name of the price list.
        pub name: String,
        /// Price of one unit in the shop's price mode.
        pub unit_price: UnitPrice,
    }
}
