//! What a file of articles would do to the catalogue.

mod reasons;
mod write;

use std::collections::{HashMap, HashSet};

use api::FaultCode;
use api::types::{ImportExisting, ImportPreview, ImportRow, ImportSample};
use domain::ids::{ArticleId, DepartmentId, TaxCategoryId};
use domain::text::fold;
use store::Db;
use store::tables::catalogue::{self, TaxCategoryRow};
use store::tables::{articles, settings};
use tabular::Table;
use tabular::articles::{
    ArticleField, ArticleRow, ArticleSheet, Mapping, Reason, Rejection, propose_mapping, read_articles,
};
pub use write::write;

use super::fields::{Field as _, from_contract, to_contract};
use super::plan::Order;
use super::preview::{self, SAMPLE, small};
use crate::clock::LocalMoment;
use crate::error::{Result, refusal};

/// A row that will be written.
pub struct PlannedArticle {
    /// The row.
    pub row: ArticleRow,
    /// The article that already carries its bar code or code.
    pub existing: Option<ArticleId>,
    /// The tax category of its rate.
    pub tax_category: TaxCategoryId,
}

/// What a file would do.
pub struct ArticlePlan {
    table: Table,
    mapping: Mapping,
    /// Rows to write.
    pub planned: Vec<PlannedArticle>,
    /// Rows skipped because their article exists.
    pub skipped: usize,
    /// What is wrong with the others.
    pub rejected: Vec<Rejection>,
    /// Departments that do not exist yet, in order of appearance.
    pub new_departments: Vec<String>,
    /// Departments that exist, by folded name.
    pub departments: HashMap<String, DepartmentId>,
    /// Folded names of departments that a planned row has.
    named_departments: HashSet<String>,
    taxes: Vec<TaxCategoryRow>,
    decimal: Option<char>,
}

impl ArticlePlan {
    /// Plans a table through a mapping; proposes one when none is given.
    pub fn of(db: Db<'_>, now_ms: i64, table: Table, order: &Order) -> Result<Self> {
        let shop = settings::shop(db)?.ok_or_else(|| refusal(FaultCode::ShopMissing))?;
        let day = LocalMoment::of(now_ms, shop.country).day();
        let mapping = match &order.mapping {
            Some(columns) => Mapping { columns: from_contract(columns)? },
            None => table.header.as_ref().map(propose_mapping).unwrap_or_default(),
        };
        let ArticleSheet { rows, rejected, price_mark, .. } = read_articles(&table, &mapping);
        let mut plan = Self {
            table,
            mapping,
            planned: Vec::with_capacity(rows.len()),
            skipped: 0,
            rejected,
            new_departments: Vec::new(),
            departments: departments(db)?,
            named_departments: HashSet::new(),
            taxes: catalogue::tax_categories(db, &day)?,
            decimal: price_mark.map(tabular::number::DecimalMark::char),
        };
        let codes: HashMap<String, ArticleId> = articles::codes(db)?.into_iter().collect();
        for row in rows {
            let known = [&row.barcode, &row.code].into_iter().flatten().find_map(|code| codes.get(code));
            plan.add(row, known.copied(), order.existing);
        }
        plan.rejected.sort_by_key(|r| r.line);
        Ok(plan)
    }

    fn add(&mut self, row: ArticleRow, existing: Option<ArticleId>, rule: ImportExisting) {
        if existing.is_some() && rule == ImportExisting::Skip {
            self.skipped += 1;
            return;
        }
        let Some(tax_category) = category_of(&self.taxes, &row) else {
            self.rejected.push(unknown_tax(&self.mapping, &row));
            return;
        };
        if let Some(name) = &row.department
            && self.named_departments.insert(fold(name))
            && !self.departments.contains_key(&fold(name))
        {
            self.new_departments.push(name.clone());
        }
        self.planned.push(PlannedArticle { existing, tax_category, row });
    }

    /// The plan as the import screen shows it.
    pub fn preview(&self) -> ImportPreview {
        let updated = self.planned.iter().filter(|p| p.existing.is_some()).count();
        let header = preview::header(&self.table);
        let rejected = self.rejected.iter().map(|r| preview::rejection(&header, r, reasons::in_contract));
        ImportPreview {
            decimal: self.decimal.map(|c| c.to_string()),
            mapping: to_contract(&self.mapping.columns),
            missing_fields: self.mapping.missing().into_iter().map(ArticleField::name).collect(),
            created: small(self.planned.len() - updated),
            updated: small(updated),
            skipped: small(self.skipped),
            new_departments: self.new_departments.clone(),
            sample: ImportSample::Articles {
                rows: self.planned.iter().take(SAMPLE).map(|p| self.row(p)).collect(),
            },
            rejected: rejected.collect(),
            ..preview::of_table(&self.table)
        }
    }

    fn row(&self, planned: &PlannedArticle) -> ImportRow {
        let category = self.taxes.iter().find(|t| t.id == planned.tax_category);
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        ImportRow {
            line: planned.row.line,
            barcode: text(&planned.row.barcode),
            code: text(&planned.row.code),
            name: planned.row.name.clone(),
            department: text(&planned.row.department),
            price: planned.row.price,
            tax_category: category.map(|c| c.name.clone()).unwrap_or_default(),
        }
    }
}

fn departments(db: Db<'_>) -> Result<HashMap<String, DepartmentId>> {
    Ok(catalogue::departments(db)?.into_iter().map(|d| (fold(&d.name), d.id)).collect())
}

/// The category whose taxes add up to the row's rate; the shop's first one when the file states no rate.
fn category_of(taxes: &[TaxCategoryRow], row: &ArticleRow) -> Option<TaxCategoryId> {
    let sum = |c: &TaxCategoryRow| c.taxes.iter().map(|t| t.rate.0).sum::<i64>();
    let found = match row.rate {
        None => taxes.first(),
        Some(rate) => taxes.iter().find(|c| sum(c) == rate.0),
    };
    found.map(|c| c.id)
}

fn unknown_tax(mapping: &Mapping, row: &ArticleRow) -> Rejection {
    let value = row.rate.map(|r| r.to_fraction().normalize().to_string()).unwrap_or_default();
    Rejection {
        line: row.line,
        column: mapping.columns.get(&ArticleField::Tax).copied(),
        field: Some(ArticleField::Tax),
        value,
        reason: Reason::UnknownTaxFormat,
    }
}
