//! `csv/*.csv`: the records as tables that a spreadsheet opens. They repeat what the records say and are signed with them;
//! what counts is the records.
//!
//! The tables are data ([`TABLES`]): the writer, the check and the dictionary in `LISEZMOI.txt` are made from the one
//! list. Values are taken from the JSON, so that every schema that was ever signed has the columns of today; a field that
//! a schema does not have is an empty cell.

mod columns;
mod format;

use std::borrow::Cow;

pub use columns::TABLES;
use fiscal::{Chain, FiscalRecord};
pub use format::Format;
use serde_json::Value;

/// Where a cell comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// A column of the record.
    Record(&'static str),
    /// A field of the payload, by its path («totals.net»).
    Payload(&'static str),
    /// A field of the row's item, by its path.
    Item(&'static str),
}

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its title.
    pub title: &'static str,
    /// Where its cells come from.
    pub from: From,
    /// How they are written.
    pub format: Format,
}

/// A table.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its file.
    pub file: &'static str,
    /// The chains whose records it holds.
    pub chains: &'static [Chain],
    /// The list in the payload that has a row per item; none: a row per record.
    pub items: Option<&'static str>,
    /// Its columns.
    pub columns: &'static [Column],
}

/// A record, taken apart once for all tables.
#[derive(Debug)]
pub struct Source {
    chain: Chain,
    record: Value,
    payload: Value,
}

impl Source {
    /// Takes a record apart. A payload that is no JSON has no field.
    #[must_use]
    pub fn of(record: &FiscalRecord) -> Self {
        let payload = serde_json::from_str(&record.payload).unwrap_or(Value::Null);
        let columns = FiscalRecord { payload: String::new(), ..record.clone() };
        let value = serde_json::to_value(columns).unwrap_or(Value::Null);
        Self { chain: record.chain, record: value, payload }
    }

    /// The schema of the payload («ticket/3»), where it states one.
    #[must_use]
    pub fn schema(&self) -> Option<&str> {
        self.payload.get("s").and_then(Value::as_str)
    }
}

impl Table {
    /// The byte order mark and the row of titles.
    #[must_use]
    pub fn head(&self) -> String {
        let titles: Vec<_> = self.columns.iter().map(|c| quoted(Cow::Borrowed(c.title))).collect();
        format!("\u{feff}{}\r\n", titles.join(";"))
    }

    /// The rows of a record; none when it is of another chain.
    #[must_use]
    pub fn rows(&self, source: &Source) -> String {
        if !self.chains.contains(&source.chain) {
            return String::new();
        }
        match self.items {
            None => self.row(source, &Value::Null),
            Some(path) => {
                let items = find(&source.payload, path).as_array().map(Vec::as_slice).unwrap_or_default();
                items.iter().map(|item| self.row(source, item)).collect()
            }
        }
    }

    fn row(&self, source: &Source, item: &Value) -> String {
        let cell = |column: &Column| {
            let value = match column.from {
                From::Record(name) => find(&source.record, name),
                From::Payload(path) => find(&source.payload, path),
                From::Item(path) => find(item, path),
            };
            quoted(column.format.write(value).into())
        };
        let cells: Vec<_> = self.columns.iter().map(cell).collect();
        format!("{}\r\n", cells.join(";"))
    }
}

/// A field by its path; null where there is none.
fn find<'a>(value: &'a Value, path: &str) -> &'a Value {
    path.split('.').fold(value, |value, name| value.get(name).unwrap_or(&Value::Null))
}

/// A cell: in quotes when it holds a separator, a quote or a line break (RFC 4180).
fn quoted(cell: Cow<'_, str>) -> String {
    if cell.contains([';', '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.into_owned()
    }
}
