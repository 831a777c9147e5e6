//! Departments, taxes and layouts.

use std::collections::HashMap;

use domain::ids::{DepartmentId, FeeTypeId, LayoutId, TaxCategoryId};
use domain::money::{Money, Rate};
use domain::tax::AppliedTax;
use uuid::Uuid;

use super::settings::{flag, json, text};
use super::{all, one};
use crate::error::Result;
use crate::reader::Db;

/// A tax category with the taxes in force on a day.
#[derive(Clone, Debug)]
pub struct TaxCategoryRow {
    /// The category.
    pub id: TaxCategoryId,
    /// Name.
    pub name: String,
    /// Its taxes.
    pub taxes: Vec<AppliedTax>,
}

/// Every tax category with the rates in force on a day («2026-11-21»), in order.
pub fn tax_categories(db: Db<'_>, day: &str) -> Result<Vec<TaxCategoryRow>> {
    let sql = "SELECT t.id, t.code, t.name, t.letter, r.rate FROM tax t JOIN tax_rate r ON r.tax_id = t.id
       WHERE r.valid_from = (SELECT max(valid_from) FROM tax_rate WHERE tax_id = t.id AND valid_from <= ?1)";
    let taxes: HashMap<Uuid, AppliedTax> = all(db.0, sql, [day], |r| {
        let tax =
            AppliedTax { code: text(r, 1)?, name: text(r, 2)?, letter: text(r, 3)?, rate: Rate(r.get(4)?) };
        Ok((r.get::<_, Uuid>(0)?, tax))
    })?
    .into_iter()
    .collect();
    all(db.0, "SELECT id, name, taxes FROM tax_category ORDER BY position, id", [], |r| {
        let ids: Vec<Uuid> = json(r, 2)?;
        let taxes = ids.iter().filter_map(|id| taxes.get(id).cloned()).collect();
        Ok(TaxCategoryRow { id: TaxCategoryId(r.get(0)?), name: text(r, 1)?, taxes })
    })
}

/// A department.
#[derive(Clone, Debug)]
pub struct DepartmentRow {
    /// The department.
    pub id: DepartmentId,
    /// Name.
    pub name: String,
}

/// Every department, in order.
pub fn departments(db: Db<'_>) -> Result<Vec<DepartmentRow>> {
    all(db.0, "SELECT id, name FROM department ORDER BY position, name, id", [], |r| {
        Ok(DepartmentRow { id: DepartmentId(r.get(0)?), name: text(r, 1)? })
    })
}

/// A kind of fee.
#[derive(Clone, Debug)]
pub struct FeeTypeRow {
    /// The kind.
    pub id: FeeTypeId,
    /// Name.
    pub name: String,
    /// Its tax category.
    pub tax_category: TaxCategoryId,
    /// Usual amount.
    pub amount: Option<Money>,
    /// Offered at the till.
    pub active: bool,
}

/// Every kind of fee, in order.
pub fn fee_types(db: Db<'_>) -> Result<Vec<FeeTypeRow>> {
    let sql = "SELECT id, name, tax_category_id, amount, active FROM fee_type ORDER BY position, name, id";
    all(db.0, sql, [], |r| {
        Ok(FeeTypeRow {
            id: FeeTypeId(r.get(0)?),
            name: text(r, 1)?,
            tax_category: TaxCategoryId(r.get::<_, Option<Uuid>>(2)?.unwrap_or_default()),
            amount: r.get::<_, Option<i64>>(3)?.map(Money),
            active: flag(r, 4)?,
        })
    })
}

/// A layout; its content is JSON of the use cases, opaque here.
#[derive(Clone, Debug)]
pub struct LayoutRow {
    /// The layout.
    pub id: LayoutId,
    /// Name.
    pub name: String,
    /// Pages, groups and tiles.
    pub content: String,
}

/// A layout without content is deleted: the row stays, so that a change made elsewhere before finds its clock.
const LAYOUT: &str = "SELECT id, name, content FROM layout WHERE content IS NOT NULL";

/// Every layout by name.
pub fn layouts(db: Db<'_>) -> Result<Vec<LayoutRow>> {
    all(db.0, &format!("{LAYOUT} ORDER BY name, id"), [], |r| {
        Ok(LayoutRow { id: LayoutId(r.get(0)?), name: text(r, 1)?, content: text(r, 2)? })
    })
}

/// A layout that is not deleted.
pub fn layout(db: Db<'_>, id: LayoutId) -> Result<Option<LayoutRow>> {
    one(db.0, &format!("{LAYOUT} AND id = ?1"), [id.0], |r| {
        Ok(LayoutRow { id: LayoutId(r.get(0)?), name: text(r, 1)?, content: text(r, 2)? })
    })
}
