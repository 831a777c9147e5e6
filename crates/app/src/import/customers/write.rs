//! Writing the customers of a planned import.

use std::collections::BTreeSet;

use domain::ids::CustomerId;
use serde_json::json;
use store::MasterEntity;
use store::tables::customers;
use store::tables::master::{Fields, set};
use tabular::customers::CustomerRow;

use super::{CustomerPlan, PlannedCustomer};
use crate::context::{Context as _, Mutation};
use crate::error::Result;
use crate::import::Import;

/// Writes every planned row.
pub fn write(cx: &mut Mutation<'_, '_>, import: &Import, plan: &CustomerPlan) -> Result<()> {
    let taken: BTreeSet<&str> = plan.planned.iter().filter_map(|p| p.row.code.as_deref()).collect();
    let mut last = customers::greatest_number(cx.db())?;
    for PlannedCustomer { row, existing } in &plan.planned {
        match existing {
            Some(id) => update(cx, *id, row)?,
            None => create(cx, row, || fresh_code(&mut last, &taken))?,
        }
        import.wrote(cx.shared, existing.is_some())?;
    }
    Ok(())
}

/// The next customer number that no row of the file has.
fn fresh_code(last: &mut i64, taken: &BTreeSet<&str>) -> String {
    loop {
        *last += 1;
        let code = format!("C{last:06}");
        if !taken.contains(code.as_str()) {
            return code;
        }
    }
}

fn create(cx: &mut Mutation<'_, '_>, row: &CustomerRow, number: impl FnOnce() -> String) -> Result<()> {
    let mut fields: Fields = vec![
        ("code", json!(row.code.clone().unwrap_or_else(number))),
        ("name", json!(row.name)),
        ("professional", json!(i64::from(row.professional))),
        ("active", json!(1)),
    ];
    fields.extend(texts(row).map(|(field, value)| (field, json!(value.unwrap_or_default()))));
    let id = cx.new_id();
    Ok(set(cx.tx, MasterEntity::Customer, id, fields)?)
}

/// Writes what the file states; what it leaves empty keeps its value, and the number given at creation stays.
fn update(cx: &mut Mutation<'_, '_>, id: CustomerId, row: &CustomerRow) -> Result<()> {
    let mut fields: Fields = vec![("name", json!(row.name))];
    fields.extend(texts(row).filter_map(|(field, value)| Some((field, json!(value?)))));
    if row.professional {
        fields.push(("professional", json!(1)));
    }
    if let (Some(siren), None) = (&row.siren, &row.siret) {
        let stored = customers::by_id(cx.db(), id)?.map(|c| c.siret).unwrap_or_default();
        if !stored.starts_with(siren.as_str()) {
            // The establishment of another business.
            fields.push(("siret", json!("")));
        }
    }
    Ok(set(cx.tx, MasterEntity::Customer, id.0, fields)?)
}

fn texts(row: &CustomerRow) -> impl Iterator<Item = (&'static str, Option<&str>)> {
    [
        ("address", &row.address),
        ("postcode", &row.postcode),
        ("city", &row.city),
        ("country", &row.country),
        ("phone", &row.phone),
        ("email", &row.email),
        ("siren", &row.siren),
        ("siret", &row.siret),
        ("vat_number", &row.vat_number),
        ("neq", &row.neq),
        ("note", &row.note),
    ]
    .into_iter()
    .map(|(field, value)| (field, value.as_deref()))
}
