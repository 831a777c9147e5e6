//! Promotions: the back office's list of them. What they take off is a rule of the cart.

use api::types::{Empty, PromotionArticle, PromotionRef, PromotionSave, PromotionState, PromotionView};
use api::{Fault, FaultCode, Topic};
use domain::ids::PromotionId;
use domain::promotion::PromotionScope;
use serde_json::{Value, json};
use store::MasterEntity;
use store::tables::master::{Fields, set};
use store::tables::promotions::{self, PromotionRow};
use store::tables::{articles, catalogue};

use crate::clock::civil_day;
use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal, refuse};
use crate::text::required;

/// The most articles that a promotion may name; more are a department.
const MOST_ARTICLES: usize = 500;

/// Every promotion, the last to begin first.
pub fn promotion_list(cx: &Query<'_>, _: Empty) -> Result<Vec<PromotionView>> {
    list(cx)
}

/// Creates or changes a promotion. One that was ended runs again with its new days. Lines already entered keep what
/// they were given.
pub fn promotion_save(cx: &mut Mutation<'_, '_>, request: PromotionSave) -> Result<PromotionView> {
    let name = required("name", &request.name, 60)?;
    let (first_day, last_day) = days(&request)?;
    if !request.rule.is_sound() {
        return refuse(FaultCode::PromotionRule);
    }
    check_scope(cx, &request.scope)?;
    let id = match request.id {
        Some(id) => find(cx, id)?.id,
        None => PromotionId(cx.new_id()),
    };
    let fields: Fields = vec![
        ("name", json!(name)),
        ("rule", Value::String(serde_json::to_string(&request.rule)?)),
        ("scope", Value::String(serde_json::to_string(&request.scope)?)),
        ("first_day", json!(first_day)),
        ("last_day", json!(last_day)),
        ("ended", json!(0)),
    ];
    set(cx.tx, MasterEntity::Promotion, id.0, fields)?;
    cx.touch(&[Topic::Catalogue]);
    view(cx, find(cx, id)?)
}

/// Ends a promotion now. What it gave to lines already entered stays.
pub fn promotion_end(cx: &mut Mutation<'_, '_>, request: PromotionRef) -> Result<PromotionView> {
    let row = find(cx, request.promotion_id)?;
    let today = cx.local_now()?.day();
    if state(&row, &today) != PromotionState::Past {
        let mut fields: Fields = vec![("ended", json!(1))];
        if row.first_day <= today {
            fields.push(("last_day", json!(today)));
        }
        set(cx.tx, MasterEntity::Promotion, row.id.0, fields)?;
        cx.touch(&[Topic::Catalogue]);
    }
    view(cx, find(cx, request.promotion_id)?)
}

/// Deletes a promotion that no ticket names.
pub fn promotion_delete(cx: &mut Mutation<'_, '_>, request: PromotionRef) -> Result<Vec<PromotionView>> {
    let row = find(cx, request.promotion_id)?;
    if row.used {
        return refuse(FaultCode::PromotionUsed);
    }
    set(cx.tx, MasterEntity::Promotion, row.id.0, vec![("rule", Value::Null)])?;
    cx.touch(&[Topic::Catalogue]);
    list(cx)
}

fn list(cx: &impl Context) -> Result<Vec<PromotionView>> {
    promotions::promotions(cx.db())?.into_iter().map(|row| view(cx, row)).collect()
}

fn find(cx: &impl Context, id: PromotionId) -> Result<PromotionRow> {
    promotions::by_id(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::PromotionNotFound))
}

fn days(request: &PromotionSave) -> Result<(String, String)> {
    match (civil_day(&request.first_day), civil_day(&request.last_day)) {
        (Some(first), Some(last)) if first <= last => Ok((first, last)),
        _ => refuse(FaultCode::PromotionDays),
    }
}

fn check_scope(cx: &impl Context, scope: &PromotionScope) -> Result<()> {
    if scope.is_empty() {
        return refuse(FaultCode::PromotionEmpty);
    }
    match scope {
        PromotionScope::Everything => Ok(()),
        PromotionScope::Departments { ids } => {
            let known = catalogue::departments(cx.db())?;
            let all_known = ids.iter().all(|id| known.iter().any(|d| d.id == *id));
            if all_known { Ok(()) } else { refuse(FaultCode::PromotionEmpty) }
        }
        PromotionScope::Articles { ids } if ids.len() > MOST_ARTICLES => {
            let fault = Fault::refused(FaultCode::FieldTooLong).with("field", "articles");
            Err(fault.with("max", MOST_ARTICLES).into())
        }
        PromotionScope::Articles { ids } => ids.iter().try_for_each(|id| {
            articles::by_id(cx.db(), *id)?.map(|_| ()).ok_or_else(|| refusal(FaultCode::ArticleNotFound))
        }),
    }
}

fn view(cx: &impl Context, row: PromotionRow) -> Result<PromotionView> {
    let today = cx.local_now()?.day();
    let mut named = Vec::new();
    if let PromotionScope::Articles { ids } = &row.scope {
        for id in ids {
            let article = articles::by_id(cx.db(), *id)?;
            named.extend(article.map(|a| PromotionArticle {
                article_id: a.id,
                unit_price: a.price_on(&today),
                name: a.name,
            }));
        }
    }
    Ok(PromotionView {
        id: row.id,
        state: state(&row, &today),
        name: row.name,
        rule: row.rule,
        scope: row.scope,
        articles: named,
        first_day: row.first_day,
        last_day: row.last_day,
        used: row.used,
    })
}

fn state(row: &PromotionRow, today: &str) -> PromotionState {
    if row.ended || row.last_day.as_str() < today {
        PromotionState::Past
    } else if row.first_day.as_str() > today {
        PromotionState::Upcoming
    } else {
        PromotionState::Running
    }
}
