//! What a file would do to the catalogue: every row is either planned or rejected with its reason.

use std::collections::HashMap;

use api::types::{ImportColumn, ImportField, ImportFile};
use api::{Fault, FaultCode};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::ids::{ArticleId, DepartmentId, TaxCategoryId};
use domain::text::fold;
use store::Db;
use store::tables::catalogue::{self, TaxCategoryRow};
use store::tables::{articles, settings};
use tabular::articles::{
    ArticleField, ArticleRow, ArticleSheet, Mapping, Reason, Rejection, propose_mapping, read_articles,
};
use tabular::{Limits, Table};

use crate::clock::LocalMoment;
use crate::error::{Result, refusal};

/// A row that will be written.
pub struct Planned {
    /// The row.
    pub row: ArticleRow,
    /// The article that already carries its bar code or code.
    pub existing: Option<ArticleId>,
    /// The tax category of its rate.
    pub tax_category: TaxCategoryId,
}

/// What a file would do.
pub struct Plan {
    /// The table as read.
    pub table: Table,
    /// Which column holds what.
    pub mapping: Mapping,
    /// Rows to write.
    pub planned: Vec<Planned>,
    /// What is wrong with the others.
    pub rejected: Vec<Rejection>,
    /// Departments that do not exist yet, in order of appearance.
    pub new_departments: Vec<String>,
    /// Departments that exist, by folded name.
    pub departments: HashMap<String, DepartmentId>,
    /// Tax categories of the shop.
    pub taxes: Vec<TaxCategoryRow>,
    /// Decimal sign of the price column.
    pub decimal: Option<char>,
}

/// Reads a file as a table.
pub fn read_file(file: &ImportFile) -> Result<Table> {
    let bytes = STANDARD.decode(&file.content).map_err(|_| unreadable("base64"))?;
    tabular::read(&bytes, &Limits::default()).map_err(|error| {
        tracing::info!(file = file.name, %error, "import file cannot be read");
        unreadable(reason_of(&error)).into()
    })
}

fn unreadable(reason: &str) -> Fault {
    Fault::refused(FaultCode::ImportUnreadable).with("reason", reason)
}

fn reason_of(error: &tabular::ReadError) -> &'static str {
    use tabular::ReadError as E;
    match error {
        E::Empty => "empty",
        E::FileTooLarge { .. } => "file_too_large",
        E::TooManyRows { .. } => "too_many_rows",
        E::TooManyColumns { .. } => "too_many_columns",
        E::CellTooLong { .. } => "cell_too_long",
        E::OldExcel => "old_excel",
        E::NotText => "not_text",
        _ => "damaged",
    }
}

impl Plan {
    /// Plans a table through a mapping; proposes one when none is given.
    pub fn of(db: Db<'_>, now_ms: i64, table: Table, columns: Option<&[ImportColumn]>) -> Result<Self> {
        let shop = settings::shop(db)?.ok_or_else(|| refusal(FaultCode::ShopMissing))?;
        let day = LocalMoment::of(now_ms, shop.country).day();
        let taxes = catalogue::tax_categories(db, &day)?;
        let mapping = match columns {
            Some(columns) => mapping(columns),
            None => table.header.as_ref().map(propose_mapping).unwrap_or_default(),
        };
        let ArticleSheet { rows, mut rejected, price_mark, .. } = read_articles(&table, &mapping);
        let codes: HashMap<String, ArticleId> = articles::codes(db)?.into_iter().collect();
        let departments = departments(db)?;
        let mut planned = Vec::with_capacity(rows.len());
        let mut new_departments: Vec<String> = Vec::new();
        for row in rows {
            let Some(tax_category) = category_of(&taxes, &row) else {
                rejected.push(unknown_tax(&mapping, &row));
                continue;
            };
            if let Some(name) = &row.department
                && !departments.contains_key(&fold(name))
                && !new_departments.iter().any(|d| fold(d) == fold(name))
            {
                new_departments.push(name.clone());
            }
            let known = [&row.barcode, &row.code].into_iter().flatten().find_map(|code| codes.get(code));
            planned.push(Planned { existing: known.copied(), tax_category, row });
        }
        rejected.sort_by_key(|r| r.line);
        let decimal = price_mark.map(tabular::number::DecimalMark::char);
        Ok(Self { table, mapping, planned, rejected, new_departments, departments, taxes, decimal })
    }

    /// Required fields that no column holds.
    pub fn missing(&self) -> Vec<ArticleField> {
        ArticleField::REQUIRED.into_iter().filter(|f| !self.mapping.columns.contains_key(f)).collect()
    }

    /// Rows left out.
    pub fn rejected_rows(&self) -> usize {
        let mut lines: Vec<u32> = self.rejected.iter().map(|r| r.line).collect();
        lines.dedup();
        lines.len()
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

fn mapping(columns: &[ImportColumn]) -> Mapping {
    let columns = columns.iter().map(|c| (field(c.field), c.column as usize)).collect();
    Mapping { columns }
}

/// The reader's name of a field.
const fn field(field: ImportField) -> ArticleField {
    match field {
        ImportField::Barcode => ArticleField::Barcode,
        ImportField::Code => ArticleField::Code,
        ImportField::Name => ArticleField::Name,
        ImportField::Department => ArticleField::Department,
        ImportField::Price => ArticleField::Price,
        ImportField::Tax => ArticleField::Tax,
        ImportField::Unit => ArticleField::Unit,
        ImportField::Stock => ArticleField::Stock,
    }
}
