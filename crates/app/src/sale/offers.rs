//! What an article costs today: its public price, its prices in price lists, and the promotions that it is in.
//!
//! Price lists and promotions are few and are read together, once per head of the log for a sale (`frame`) and once
//! per answer elsewhere; the prices of an article come with its row. So no article costs a query of its own. Which
//! promotion a line gets is not decided here but by the cart.

use api::types::{ArticleListPrice, NamedPrice, PlannedPrice, PriceOffer};
use domain::cart::{Cart, CartArticle, LineBody, ListPrice};
use domain::money::UnitPrice;
use domain::promotion::Promotion;
use serde_json::json;
use store::MasterEntity;
use store::tables::articles::ArticleRow;
use store::tables::master::set;
use store::tables::promotions::{self, PriceListRow, PromotionRow};

use crate::context::{Context, Mutation};
use crate::error::Result;

/// The price lists and promotions of a local day.
pub struct Offers {
    day: String,
    lists: Vec<PriceListRow>,
    promotions: Vec<PromotionRow>,
}

impl Offers {
    /// Those of today.
    pub fn of(cx: &impl Context) -> Result<Self> {
        Self::on(cx, cx.local_now()?.day())
    }

    /// Those of a local day.
    pub fn on(cx: &impl Context, day: String) -> Result<Self> {
        let mut lists = promotions::price_lists(cx.db())?;
        lists.retain(|list| list.active);
        Ok(Self { lists, promotions: promotions::in_force(cx.db(), &day)?, day })
    }

    /// The public price of an article.
    pub fn price(&self, article: &ArticleRow) -> UnitPrice {
        article.price_on(&self.day)
    }

    /// The public price to come, if there is one.
    pub fn next_price(&self, article: &ArticleRow) -> Option<PlannedPrice> {
        let (unit_price, from_day) = article.next_price.clone()?;
        (from_day > self.day).then_some(PlannedPrice { unit_price, from_day })
    }

    /// The prices that customers with a price list pay.
    pub fn list_prices(&self, article: &ArticleRow) -> Vec<ListPrice> {
        let price = |list: &PriceListRow| {
            let found = article.list_prices.iter().find(|p| p.list == list.id)?;
            Some(ListPrice { list: list.id, name: list.name.clone(), unit_price: found.unit_price })
        };
        self.lists.iter().filter_map(price).collect()
    }

    /// The same by name, for people.
    pub fn named_prices(&self, article: &ArticleRow) -> Vec<NamedPrice> {
        let named = |p: ListPrice| NamedPrice { name: p.name, unit_price: p.unit_price };
        self.list_prices(article).into_iter().map(named).collect()
    }

    /// The promotions that an article is in, oldest first.
    pub fn promotions(&self, article: &ArticleRow) -> Vec<Promotion> {
        self.covering(article).map(PromotionRow::frozen).collect()
    }

    /// The same, with what one unit costs under each.
    pub fn offers(&self, article: &ArticleRow) -> Result<Vec<PriceOffer>> {
        let regular = self.price(article);
        let offer = |row: &PromotionRow| {
            let unit_price = row.rule.price_of_one(regular)?;
            let (name, last_day) = (row.name.clone(), row.last_day.clone());
            Ok(PriceOffer { name, rule: row.rule, unit_price, last_day })
        };
        self.covering(article).map(offer).collect()
    }

    /// What a tile shows: the lowest price of one unit, or else the first «n for m».
    pub fn best_offer(&self, article: &ArticleRow) -> Result<Option<PriceOffer>> {
        let regular = self.price(article);
        let offers = self.offers(article)?;
        Ok(offers.into_iter().min_by_key(|o| o.unit_price.unwrap_or(regular)))
    }

    fn covering(&self, article: &ArticleRow) -> impl Iterator<Item = &PromotionRow> {
        let (id, department) = (article.id, article.department);
        self.promotions.iter().filter(move |p| p.covers(id, department))
    }
}

/// The prices of an article as its form keeps them: those of lists put to sleep too.
pub fn stored_prices(article: &ArticleRow) -> Vec<ArticleListPrice> {
    let prices = article.list_prices.iter();
    prices.map(|p| ArticleListPrice { price_list_id: p.list, unit_price: p.unit_price }).collect()
}

/// The least that one unit may have cost today: what is given back for one that comes without its ticket.
pub fn lowest_price(article: &CartArticle) -> Result<UnitPrice> {
    let mut lowest = article.unit_price;
    for promotion in &article.promotions {
        lowest = promotion.rule.price_of_one(article.unit_price)?.map_or(lowest, |price| price.min(lowest));
    }
    Ok(lowest)
}

/// Notes that a ticket names the promotions of a cart: from now on they are ended, not deleted. It writes once for
/// each promotion.
pub fn mark_used(cx: &mut Mutation<'_, '_>, cart: &Cart) -> Result<()> {
    let promoted = |body: &LineBody| matches!(body, LineBody::Article(a) if !a.promotions.is_empty());
    if !cart.lines.iter().any(|line| promoted(&line.body)) {
        return Ok(());
    }
    let prices = cart.prices()?;
    let mut named: Vec<_> =
        cart.lines.iter().zip(prices).filter_map(|(line, price)| Some(line.promotion(price)?.id)).collect();
    named.sort_unstable();
    named.dedup();
    for id in named {
        if promotions::by_id(cx.db(), id)?.is_some_and(|row| !row.used) {
            set(cx.tx, MasterEntity::Promotion, id.0, vec![("used", json!(1))])?;
        }
    }
    Ok(())
}
