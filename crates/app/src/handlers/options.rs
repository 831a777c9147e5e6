//! How the till of the shop behaves, and its kinds of fees.

use api::types::{Empty, FeeTypeSave, FeeTypeView, ShopOptions};
use api::{FaultCode, Topic};
use domain::ids::FeeTypeId;
use domain::money::{Money, Rate};
use fiscal::JetEvent;
use serde_json::{Value, json};
use store::MasterEntity;
use store::tables::catalogue::{self, FeeTypeRow};
use store::tables::master::{Fields, set};

use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::journal::{Changes, note, yes};
use crate::options::options;
use crate::sale::category_taxes;
use crate::text::{optional, required};

/// The options as they hold now.
pub fn shop_options(cx: &Query<'_>, _: Empty) -> Result<ShopOptions> {
    options(cx)
}

/// Changes the options.
pub fn shop_options_save(cx: &mut Mutation<'_, '_>, request: ShopOptions) -> Result<ShopOptions> {
    let (shop, before) = (cx.shop()?, options(cx)?);
    let limit = request.write_off_limit;
    if !(Rate(0)..=Rate(100_000)).contains(&request.discount_limit)
        || limit < Money::ZERO
        || limit.checked().is_err()
    {
        return refuse(FaultCode::AmountOutOfRange);
    }
    let fields: Fields = vec![
        ("service_modes", json!(i64::from(request.service_modes))),
        ("discount_limit", json!(request.discount_limit)),
        ("write_off_limit", json!(request.write_off_limit)),
        ("price_accuracy", json!(i64::from(request.price_accuracy))),
        ("discount_reasons", reasons(&request.discount_reasons)?),
        ("return_reasons", reasons(&request.return_reasons)?),
    ];
    set(cx.tx, MasterEntity::Shop, shop.id, fields)?;
    let after = options(cx)?;
    journal_options(cx, &before, &after)?;
    cx.touch(&[Topic::Shop, Topic::Sale]);
    Ok(after)
}

fn journal_options(cx: &mut Mutation<'_, '_>, before: &ShopOptions, after: &ShopOptions) -> Result<()> {
    Changes::default()
        .field("modes de service", yes(before.service_modes), yes(after.service_modes))
        .field("remise sans accord", before.discount_limit.0, after.discount_limit.0)
        .field("écart sans accord", before.write_off_limit.0, after.write_off_limit.0)
        .field("motifs de remise", before.discount_reasons.join(", "), after.discount_reasons.join(", "))
        .field("motifs de retour", before.return_reasons.join(", "), after.return_reasons.join(", "))
        .note(cx, JetEvent::ParameterChanged, "options de la caisse")
}

/// Reasons in their order, each once, without empty ones.
fn reasons(texts: &[String]) -> Result<Value> {
    let mut kept: Vec<String> = Vec::new();
    for text in texts {
        let text = optional("reason", text, 60)?;
        if !text.is_empty() && !kept.contains(&text) {
            kept.push(text);
        }
    }
    Ok(Value::String(serde_json::to_string(&kept)?))
}

/// Every kind of fee, in order; the till offers the active ones.
pub fn fee_type_list(cx: &Query<'_>, _: Empty) -> Result<Vec<FeeTypeView>> {
    Ok(catalogue::fee_types(cx.db)?.into_iter().map(view).collect())
}

/// Creates or changes a kind of fee. Fees already entered keep their name, tax and amount.
pub fn fee_type_save(cx: &mut Mutation<'_, '_>, request: FeeTypeSave) -> Result<FeeTypeView> {
    let name = required("name", &request.name, 40)?;
    category_taxes(cx, request.tax_category_id)?;
    if request.amount.is_some_and(|a| a <= Money::ZERO || a.checked().is_err()) {
        return refuse(FaultCode::AmountOutOfRange);
    }
    let existing = catalogue::fee_types(cx.db())?;
    let mut fields: Fields = vec![
        ("name", json!(name)),
        ("tax_category_id", json!(request.tax_category_id)),
        ("amount", json!(request.amount)),
        ("active", json!(i64::from(request.active))),
    ];
    let id = match request.id {
        Some(id) if existing.iter().any(|k| k.id == id) => id,
        Some(_) => return refuse(FaultCode::FeeTypeNotFound),
        None => {
            fields.push(("position", json!(existing.len())));
            FeeTypeId(cx.new_id())
        }
    };
    set(cx.tx, MasterEntity::FeeType, id.0, fields)?;
    note(cx, JetEvent::ParameterChanged, format!("type de frais «{name}» enregistré"))?;
    cx.touch(&[Topic::Catalogue]);
    let saved = catalogue::fee_types(cx.db())?.into_iter().find(|k| k.id == id);
    saved.map(view).ok_or_else(|| refusal(FaultCode::FeeTypeNotFound))
}

fn view(row: FeeTypeRow) -> FeeTypeView {
    let FeeTypeRow { id, name, tax_category, amount, active } = row;
    FeeTypeView { id, name, tax_category_id: tax_category, amount, active }
}
