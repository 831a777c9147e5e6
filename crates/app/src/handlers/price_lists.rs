//! Price lists («tarifs»): their names, and what an article's form says of its prices.

use api::types::{ArticleListPrice, Empty, PlannedPrice, PriceListSave, PriceListView};
use api::{FaultCode, Topic};
use domain::ids::PriceListId;
use domain::money::UnitPrice;
use domain::text::fold;
use serde_json::{Value, json};
use store::MasterEntity;
use store::tables::articles::ListPriceRow;
use store::tables::master::{Fields, set};
use store::tables::promotions::{self, PriceListRow};

use crate::clock::civil_day;
use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::text::required;

/// Every price list, in order.
pub fn price_list_list(cx: &Query<'_>, _: Empty) -> Result<Vec<PriceListView>> {
    promotions::price_lists(cx.db)?.into_iter().map(|row| view(cx, row)).collect()
}

/// Creates or changes a price list. One that is put to sleep keeps its prices and its customers.
pub fn price_list_save(cx: &mut Mutation<'_, '_>, request: PriceListSave) -> Result<PriceListView> {
    let name = required("name", &request.name, 40)?;
    let existing = promotions::price_lists(cx.db())?;
    let same = |row: &PriceListRow| fold(&row.name) == fold(&name) && Some(row.id) != request.id;
    if existing.iter().any(same) {
        return refuse(FaultCode::PriceListNameTaken);
    }
    let mut fields: Fields = vec![("name", json!(name)), ("active", json!(i64::from(request.active)))];
    let id = match request.id {
        Some(id) if existing.iter().any(|row| row.id == id) => id,
        Some(_) => return refuse(FaultCode::PriceListNotFound),
        None => {
            fields.push(("position", json!(existing.len())));
            PriceListId(cx.new_id())
        }
    };
    set(cx.tx, MasterEntity::PriceList, id.0, fields)?;
    cx.touch(&[Topic::Catalogue]);
    let saved = promotions::price_lists(cx.db())?.into_iter().find(|row| row.id == id);
    view(cx, saved.ok_or_else(|| refusal(FaultCode::PriceListNotFound))?)
}

fn view(cx: &impl Context, row: PriceListRow) -> Result<PriceListView> {
    let (articles, customers) = promotions::uses_of_list(cx.db(), row.id)?;
    Ok(PriceListView { id: row.id, name: row.name, active: row.active, articles, customers })
}

/// Refuses a price list that does not exist.
pub(super) fn check_list(cx: &impl Context, id: PriceListId) -> Result<()> {
    let known = promotions::price_lists(cx.db())?.iter().any(|row| row.id == id);
    if known { Ok(()) } else { refuse(FaultCode::PriceListNotFound) }
}

/// The fields of an article that hold its prices beside the public one of today.
pub(super) fn price_fields(
    cx: &impl Context,
    list_prices: Option<&[ArticleListPrice]>,
    planned: Option<&PlannedPrice>,
) -> Result<Fields> {
    let (price, from) = match planned {
        None => (Value::Null, Value::Null),
        Some(planned) => {
            check_price(planned.unit_price)?;
            (json!(planned.unit_price), json!(day_to_come(cx, &planned.from_day)?))
        }
    };
    let mut fields: Fields = vec![("next_price", price), ("next_price_from", from)];
    if let Some(prices) = list_prices {
        fields.push(("list_prices", Value::String(stored(cx, prices)?)));
    }
    Ok(fields)
}

/// A price that is not negative and fits.
pub(super) fn check_price(price: UnitPrice) -> Result<()> {
    if price < UnitPrice(0) || price.to_money().is_err() {
        return refuse(FaultCode::PriceOutOfRange);
    }
    Ok(())
}

fn day_to_come(cx: &impl Context, day: &str) -> Result<String> {
    match civil_day(day) {
        Some(day) if day > cx.local_now()?.day() => Ok(day),
        _ => refuse(FaultCode::PlannedPriceDay),
    }
}

/// Each list once, the last price given for it.
fn stored(cx: &impl Context, prices: &[ArticleListPrice]) -> Result<String> {
    let mut kept: Vec<ListPriceRow> = Vec::new();
    for price in prices {
        check_list(cx, price.price_list_id)?;
        check_price(price.unit_price)?;
        kept.retain(|row| row.list != price.price_list_id);
        kept.push(ListPriceRow { list: price.price_list_id, unit_price: price.unit_price });
    }
    Ok(serde_json::to_string(&kept)?)
}
