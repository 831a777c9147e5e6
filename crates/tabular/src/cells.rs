//! The cells of one row through a mapping, and what is wrong with them.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::table::{Format, Row, Table};

/// A value that keeps its row out. A row with several wrong values has several rejections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejection<F, R> {
    /// Line in the file.
    pub line: u32,
    /// Column from 0; none when the field has no column or the whole row is wrong.
    pub column: Option<usize>,
    /// The field that was being read; none when the whole row is wrong.
    pub field: Option<F>,
    /// The cell as written.
    pub value: String,
    /// What is wrong with it.
    pub reason: R,
}

/// One row being read: fields `F`, reasons `R`.
pub(crate) struct Cells<'a, F, R> {
    row: &'a Row,
    columns: &'a BTreeMap<F, usize>,
    /// What is wrong so far.
    pub rejected: Vec<Rejection<F, R>>,
}

/// Columns of the header, where an additional cell means that the row has slipped: in text, an unquoted delimiter
/// within a value moves everything after it one column on.
pub(crate) fn strict_width(table: &Table) -> Option<usize> {
    let delimited = matches!(table.format, Format::Csv { .. });
    table.header.as_ref().filter(|_| delimited).map(|header| header.cells.len())
}

impl<'a, F: Copy + Ord, R> Cells<'a, F, R> {
    pub const fn new(row: &'a Row, columns: &'a BTreeMap<F, usize>) -> Self {
        Self { row, columns, rejected: Vec::new() }
    }

    /// Line in the file.
    pub const fn line(&self) -> u32 {
        self.row.line
    }

    /// The cell of a field; empty when the field has no column.
    pub fn text(&self, field: F) -> &'a str {
        self.columns.get(&field).map_or("", |column| self.row.cell(*column))
    }

    /// Keeps the row out because of a field.
    pub fn reject(&mut self, field: F, reason: R) {
        let (line, column) = (self.row.line, self.columns.get(&field).copied());
        let value = self.text(field).to_owned();
        self.rejected.push(Rejection { line, column, field: Some(field), value, reason });
    }

    /// The value of an optional field: none when the cell is empty or wrong.
    pub fn read<T>(&mut self, field: F, parse: impl FnOnce(&str) -> Result<T, R>) -> Option<T> {
        let text = self.text(field);
        if text.is_empty() {
            return None;
        }
        parse(text).map_err(|reason| self.reject(field, reason)).ok()
    }

    /// The value of a field that must not be empty.
    pub fn require<T>(
        &mut self,
        field: F,
        missing: R,
        parse: impl FnOnce(&str) -> Result<T, R>,
    ) -> Option<T> {
        if self.text(field).is_empty() {
            self.reject(field, missing);
        }
        self.read(field, parse)
    }

    /// Keeps the row out when an earlier one has the same value; `reason` is given that row's line.
    pub fn check_seen(
        &mut self,
        field: F,
        value: Option<&String>,
        seen: &HashMap<String, u32>,
        reason: impl FnOnce(u32) -> R,
    ) {
        if let Some(first_line) = value.and_then(|value| seen.get(value)) {
            self.reject(field, reason(*first_line));
        }
    }

    /// Keeps a row out that has content to the right of the header's columns; `reason` is given the cells found and
    /// expected.
    pub fn check_width(&mut self, width: Option<usize>, reason: impl FnOnce(usize, usize) -> R) {
        let Some(expected) = width else { return };
        let extra = self.row.cells.iter().skip(expected).find(|cell| !cell.is_empty());
        if let Some(value) = extra {
            let reason = reason(self.row.cells.len(), expected);
            let (line, value) = (self.row.line, value.clone());
            self.rejected.push(Rejection { line, column: None, field: None, value, reason });
        }
    }
}
