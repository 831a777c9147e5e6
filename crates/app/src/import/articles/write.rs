//! Writing the articles of a planned import.

use std::collections::{BTreeSet, HashMap};

use domain::ids::{ArticleId, DepartmentId};
use domain::money::{Quantity, UnitPrice};
use domain::text::fold;
use serde_json::{Value, json};
use store::op::{StockMove, StockSet};
use store::tables::articles;
use store::tables::master::{Fields, set};
use store::{MasterEntity, Op};

use super::{ArticlePlan, PlannedArticle};
use crate::context::{Context as _, Mutation};
use crate::error::Result;
use crate::import::Import;

/// Writes every planned row.
pub fn write(cx: &mut Mutation<'_, '_>, import: &Import, plan: &ArticlePlan) -> Result<()> {
    let departments = create_departments(cx, plan)?;
    let mut next_code = articles::greatest_code(cx.db())? + 1;
    let mut used: BTreeSet<String> = plan.planned.iter().filter_map(|p| p.row.code.clone()).collect();
    let mut moves = Vec::new();
    let mut levels: HashMap<ArticleId, Quantity> = HashMap::new();
    for planned in &plan.planned {
        let code = match (&planned.row.code, planned.existing) {
            (None, None) => Some(fresh_code(&mut next_code, &mut used)),
            (code, _) => code.clone(),
        };
        let id = write_article(cx, planned, code, &departments)?;
        if let Some(stock) = planned.row.stock {
            // Several rows may name one article by its bar codes: the last one states the level.
            let before = levels.insert(id, stock).map_or_else(|| articles::on_hand(cx.db(), id), Ok)?;
            let delta = Quantity(stock.0 - before.0);
            moves.push(StockMove { article: id, quantity: delta });
        }
        import.wrote(cx.shared, planned.existing.is_some())?;
    }
    if !moves.is_empty() {
        cx.emit(Op::StockSet(StockSet { moves, reason: "import".to_owned() }))?;
    }
    Ok(())
}

fn fresh_code(next: &mut i64, used: &mut BTreeSet<String>) -> String {
    loop {
        let code = next.to_string();
        *next += 1;
        if used.insert(code.clone()) {
            return code;
        }
    }
}

fn create_departments(
    cx: &mut Mutation<'_, '_>,
    plan: &ArticlePlan,
) -> Result<HashMap<String, DepartmentId>> {
    let mut departments = plan.departments.clone();
    for name in &plan.new_departments {
        let id = DepartmentId(cx.new_id());
        let position = i64::try_from(departments.len()).unwrap_or(0);
        set(
            cx.tx,
            MasterEntity::Department,
            id.0,
            vec![("name", json!(name)), ("position", json!(position))],
        )?;
        departments.insert(fold(name), id);
    }
    Ok(departments)
}

/// Writes what the file states; fields it has no column for keep their value.
fn write_article(
    cx: &mut Mutation<'_, '_>,
    planned: &PlannedArticle,
    code: Option<String>,
    departments: &HashMap<String, DepartmentId>,
) -> Result<ArticleId> {
    let row = &planned.row;
    let mut fields: Fields = vec![
        ("name", json!(row.name)),
        ("unit_price", json!(UnitPrice::from_money(row.price))),
        ("tax_category_id", json!(planned.tax_category)),
    ];
    fields.extend(code.map(|code| ("code", json!(code))));
    fields.extend(
        row.department
            .as_ref()
            .and_then(|d| departments.get(&fold(d)))
            .map(|id| ("department_id", json!(id))),
    );
    if row.unit.is_some() || planned.existing.is_none() {
        fields.push(("unit", json!(row.unit.as_deref().unwrap_or("pièce"))));
    }
    if let Some(barcode) = &row.barcode {
        let mut codes = match planned.existing {
            Some(id) => articles::by_id(cx.db(), id)?.map(|a| a.barcodes).unwrap_or_default(),
            None => Vec::new(),
        };
        if !codes.contains(barcode) {
            codes.push(barcode.clone());
        }
        fields.push(("barcodes", Value::String(serde_json::to_string(&codes)?)));
    }
    if planned.existing.is_none() {
        fields.extend([
            ("stocked", json!(i64::from(row.stock.is_some()))),
            ("durable", json!(0)),
            ("active", json!(1)),
        ]);
    } else {
        // An article that comes with a new price is on sale again.
        fields.push(("active", json!(1)));
        fields.extend(row.stock.map(|_| ("stocked", json!(1))));
    }
    fields.extend(superseded(cx, planned.existing)?);
    let id = planned.existing.unwrap_or_else(|| ArticleId(cx.new_id()));
    set(cx.tx, MasterEntity::Article, id.0, fields)?;
    Ok(id)
}

/// A planned price that has taken effect gives way to the price of the file; one to come stays planned.
fn superseded(cx: &Mutation<'_, '_>, existing: Option<ArticleId>) -> Result<Fields> {
    let row = existing.map(|id| articles::by_id(cx.db(), id)).transpose()?.flatten();
    let Some((_, from)) = row.and_then(|row| row.next_price) else { return Ok(Vec::new()) };
    if from > cx.local_now()?.day() {
        return Ok(Vec::new());
    }
    Ok(vec![("next_price", Value::Null), ("next_price_from", Value::Null)])
}
