//! A plan as the import screen shows it.

use api::types::{ImportColumn, ImportField, ImportPreview, ImportReason, ImportRejection, ImportRow};
use tabular::Format;
use tabular::articles::{ArticleField, Reason, Rejection};

use super::Plan;
use super::plan::Planned;

/// Rows shown as they would be stored (ux.md 6.2).
const SAMPLE: usize = 20;

/// What an import would do.
pub fn preview(plan: &Plan) -> ImportPreview {
    let (format, encoding, delimiter) = match &plan.table.format {
        Format::Csv { encoding, delimiter } => {
            ("CSV", Some(encoding.to_string()), Some(delimiter.to_string()))
        }
        Format::Xlsx { .. } => ("XLSX", None, None),
        Format::Ods { .. } => ("ODS", None, None),
    };
    let updated = plan.planned.iter().filter(|p| p.existing.is_some()).count();
    ImportPreview {
        format: format.to_owned(),
        encoding,
        delimiter,
        decimal: plan.decimal.map(|c| c.to_string()),
        header: header(plan),
        mapping: plan
            .mapping
            .columns
            .iter()
            .map(|(f, c)| ImportColumn { column: small(*c), field: field(*f) })
            .collect(),
        missing_fields: plan.missing().into_iter().map(field).collect(),
        rows: small(plan.table.rows.len()),
        created: small(plan.planned.len() - updated),
        updated: small(updated),
        new_departments: plan.new_departments.clone(),
        sample: plan.planned.iter().take(SAMPLE).map(|p| row(plan, p)).collect(),
        rejected: plan.rejected.iter().map(|r| rejection(plan, r)).collect(),
    }
}

/// Column names; the column's number where the file has none.
fn header(plan: &Plan) -> Vec<String> {
    match &plan.table.header {
        Some(row) => row.cells.clone(),
        None => {
            let width = plan.table.rows.iter().map(|r| r.cells.len()).max().unwrap_or(0);
            (1..=width).map(|n| n.to_string()).collect()
        }
    }
}

fn row(plan: &Plan, planned: &Planned) -> ImportRow {
    let category = plan.taxes.iter().find(|t| t.id == planned.tax_category);
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

fn rejection(plan: &Plan, rejection: &Rejection) -> ImportRejection {
    let (reason, first_line) = reason(&rejection.reason);
    let column = rejection.column.and_then(|at| header(plan).get(at).cloned());
    ImportRejection {
        line: rejection.line,
        column: column.unwrap_or_default(),
        value: rejection.value.clone(),
        reason,
        first_line,
    }
}

const fn reason(reason: &Reason) -> (ImportReason, Option<u32>) {
    let plain = match reason {
        Reason::MissingName => ImportReason::MissingName,
        Reason::MissingPrice => ImportReason::MissingPrice,
        Reason::BadNumber => ImportReason::BadNumber,
        Reason::AmbiguousNumber => ImportReason::AmbiguousNumber,
        Reason::TooManyDecimals => ImportReason::TooManyDecimals,
        Reason::NegativePrice => ImportReason::Negative,
        Reason::PriceTooLarge | Reason::QuantityTooLarge => ImportReason::TooLarge,
        Reason::EanCheckDigit { .. } => ImportReason::EanCheckDigit,
        Reason::EanLength { .. } => ImportReason::EanLength,
        Reason::EanNotDigits => ImportReason::EanNotDigits,
        Reason::EanRounded => ImportReason::EanRounded,
        Reason::UnknownTaxFormat => ImportReason::UnknownTax,
        Reason::TooLong { .. } => ImportReason::TooLong,
        Reason::ExtraCells { .. } => ImportReason::ExtraCells,
        Reason::DuplicateBarcode { first_line } => {
            return (ImportReason::DuplicateBarcode, Some(*first_line));
        }
        Reason::DuplicateCode { first_line } => return (ImportReason::DuplicateCode, Some(*first_line)),
    };
    (plain, None)
}

/// The contract's name of a field.
const fn field(field: ArticleField) -> ImportField {
    match field {
        ArticleField::Barcode => ImportField::Barcode,
        ArticleField::Code => ImportField::Code,
        ArticleField::Name => ImportField::Name,
        ArticleField::Department => ImportField::Department,
        ArticleField::Price => ImportField::Price,
        ArticleField::Tax => ImportField::Tax,
        ArticleField::Unit => ImportField::Unit,
        ArticleField::Stock => ImportField::Stock,
    }
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
