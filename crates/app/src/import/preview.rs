//! What the previews of every kind of file have in common.

use api::types::{ImportPreview, ImportReason, ImportRejection, ImportSample};
use tabular::{Format, Rejection, Table};

/// Rows shown as they would be stored (ux.md 6.2).
pub const SAMPLE: usize = 20;

/// A preview that says how the file was read, and nothing yet of what it would do.
pub fn of_table(table: &Table) -> ImportPreview {
    let (format, encoding, delimiter) = match &table.format {
        Format::Csv { encoding, delimiter } => {
            ("CSV", Some(encoding.to_string()), Some(delimiter.to_string()))
        }
        Format::Xlsx { .. } => ("XLSX", None, None),
        Format::Ods { .. } => ("ODS", None, None),
    };
    ImportPreview {
        format: format.to_owned(),
        encoding,
        delimiter,
        decimal: None,
        header: header(table),
        mapping: Vec::new(),
        missing_fields: Vec::new(),
        rows: small(table.rows.len()),
        created: 0,
        updated: 0,
        skipped: 0,
        new_departments: Vec::new(),
        sample: ImportSample::Articles { rows: Vec::new() },
        rejected: Vec::new(),
    }
}

/// Column names; the column's number where the file has none.
pub fn header(table: &Table) -> Vec<String> {
    match &table.header {
        Some(row) => row.cells.clone(),
        None => {
            let width = table.rows.iter().map(|r| r.cells.len()).max().unwrap_or(0);
            (1..=width).map(|n| n.to_string()).collect()
        }
    }
}

/// A rejection with the name of its column; its reason may name the line of a first occurrence.
pub fn rejection<F, R>(
    header: &[String],
    rejection: &Rejection<F, R>,
    reason: impl FnOnce(&R) -> (ImportReason, Option<u32>),
) -> ImportRejection {
    let (reason, first_line) = reason(&rejection.reason);
    ImportRejection {
        line: rejection.line,
        column: rejection.column.and_then(|at| header.get(at).cloned()).unwrap_or_default(),
        value: rejection.value.clone(),
        reason,
        first_line,
    }
}

/// A count as the contract carries it.
pub fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
