//! `csv/*.csv`: the records as tables that a spreadsheet opens. They repeat what the records say and are signed with them;
//! what counts is the records.
//!
//! The tables are data ([`TABLES`]): the writer, the check and the dictionary in `LISEZMOI.txt` are made from the one
//! list. Values are taken from the JSON, so that every schema that was ever signed has the columns of today; a field that
//! a schema does not have is an empty cell.

mod columns;
mod format;
mod json;

use std::borrow::Cow;

pub use columns::TABLES;
use fiscal::{Chain, FiscalRecord};
pub use format::Format;
pub use json::Json;

/// More than most records take in a table.
const CAPACITY: usize = 256;

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
pub struct Source<'r> {
    record: &'r FiscalRecord,
    payload: Json<'r>,
}

impl<'r> Source<'r> {
    /// Takes a record apart. A payload that is no JSON has no field.
    #[must_use]
    pub fn of(record: &'r FiscalRecord) -> Self {
        Self { record, payload: serde_json::from_str(&record.payload).unwrap_or(Json::Null) }
    }

    /// The schema of the payload («ticket/3»), where it states one.
    #[must_use]
    pub fn schema(&self) -> Option<&str> {
        self.payload.field("s").as_str()
    }

    /// A column by its name; null for one that no table shows.
    fn column(&self, name: &str) -> Json<'r> {
        let record = self.record;
        let text = match name {
            "global_seq" => return Json::Number(record.global_seq.into()),
            "chain" => record.chain.as_str(),
            "doc_no" => &record.doc_no,
            "kind" => &record.kind,
            "ts_utc" => &record.ts_utc,
            "ts_local" => &record.ts_local,
            "sig" => &record.sig,
            "sw_version" => &record.sw_version,
            "fiscal_version" => &record.fiscal_version,
            _ => return Json::Null,
        };
        Json::Text(Cow::Borrowed(text))
    }
}

impl Table {
    /// The byte order mark and the row of titles.
    #[must_use]
    pub fn head(&self) -> String {
        let titles: Vec<_> = self.columns.iter().map(|c| quoted(c.title.into())).collect();
        format!("\u{feff}{}\r\n", titles.join(";"))
    }

    /// The rows of a record; none when it is of another chain.
    #[must_use]
    pub fn rows(&self, source: &Source<'_>) -> String {
        let mut rows = String::with_capacity(CAPACITY);
        if self.chains.contains(&source.record.chain) {
            match self.items {
                None => self.row(source, &Json::Null, &mut rows),
                Some(path) => {
                    let items = source.payload.find(path).items();
                    items.iter().for_each(|item| self.row(source, item, &mut rows));
                }
            }
        }
        rows
    }

    fn row(&self, source: &Source<'_>, item: &Json<'_>, rows: &mut String) {
        for (n, column) in self.columns.iter().enumerate() {
            rows.push_str(if n == 0 { "" } else { ";" });
            let cell = match column.from {
                From::Record(name) => &source.column(name),
                From::Payload(path) => source.payload.find(path),
                From::Item(path) => item.find(path),
            };
            rows.push_str(&quoted(column.format.write(cell)));
        }
        rows.push_str("\r\n");
    }
}

/// A cell: in quotes when it holds a separator, a quote or a line break (RFC 4180).
fn quoted(cell: Cow<'_, str>) -> Cow<'_, str> {
    if cell.contains([';', '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\"")).into()
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_the_record_that_a_table_shows_is_known() {
        let record: FiscalRecord = serde_json::from_str(
            r#"{"chain":"JET","chain_seq":1,"doc_no":"a","fiscal_version":"b","global_seq":1,"key_id":"","kind":"c","layout":"",
            "link_global":"","operator_id":"","payload":"{}","payload_sha256":"","prev_global":"","prev_sig":"","sig":"d",
            "sw_version":"e","terminal_id":"","ts_local":"f","ts_utc":"g","ttc_cents":0,"utc_off_min":0,"vat_json":""}"#,
        )
        .unwrap();
        let source = Source::of(&record);
        for column in TABLES.iter().flat_map(|table| table.columns) {
            if let From::Record(name) = column.from {
                assert_ne!(source.column(name), Json::Null, "{name}");
            }
        }
    }
}
