//! What a comparison found.

use rusqlite::types::ValueRef;

/// Characters of a text that are kept of a value.
const KEPT: usize = 160;

/// What a comparison found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Rows that were compared.
    pub rows: u64,
    /// Tables that differ.
    pub tables: Vec<InTable>,
}

/// What differs in one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InTable {
    /// The table.
    pub table: &'static str,
    /// How many differences there are.
    pub count: u64,
    /// The first of them.
    pub first: Vec<Difference>,
}

/// A row, or a cell, that is not what the log says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The row is not there.
    Missing {
        /// What people call the row.
        row: String,
    },
    /// The log knows nothing of the row.
    Added {
        /// What people call the row.
        row: String,
    },
    /// A column holds something else.
    Changed {
        /// What people call the row.
        row: String,
        /// The column.
        cell: Cell,
    },
    /// The table cannot be read from some row on.
    Unreadable,
}

/// A column, with what it holds and what the log says: text for a person, none for NULL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The column.
    pub column: String,
    /// What it holds.
    pub found: Option<String>,
    /// What the log says.
    pub expected: Option<String>,
}

/// A value as text.
pub fn text(value: ValueRef<'_>) -> Option<String> {
    match value {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(number.to_string()),
        ValueRef::Text(text) => Some(String::from_utf8_lossy(text).chars().take(KEPT).collect()),
        ValueRef::Blob(bytes) => Some(uuid::Uuid::from_slice(bytes).map_or_else(
            |_| bytes.iter().take(KEPT / 2).map(|byte| format!("{byte:02x}")).collect(),
            |id| id.to_string(),
        )),
    }
}
