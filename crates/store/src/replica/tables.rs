//! Which tables are compared, and what people call their rows.

use rusqlite::Connection;

use crate::error::Result;
use crate::reader::Db;

/// A table that the log makes.
pub struct Compared {
    /// Its name.
    pub name: &'static str,
    /// What people call the row `r`: an expression of SQL, NULL where there is no name.
    pub label: &'static str,
}

const fn table(name: &'static str, label: &'static str) -> Compared {
    Compared { name, label }
}

/// The document of the row.
const DOCUMENT: &str = "(SELECT number FROM document WHERE id = r.document_id)";
/// The workstation and number of the shift of the row.
const SHIFT: &str = "(SELECT w.code || ' ' || s.number FROM shift s JOIN workstation w ON w.id = s.workstation_id WHERE s.id = r.shift_id) || ' ' || r.name";
/// The code of the workstation and the day of the row.
const DAY: &str = "coalesce((SELECT code FROM fiscal_terminal WHERE terminal_id = r.terminal_id), r.terminal_id) || ' ' || r.day";
/// The same, with what the row counts.
const PART_OF_DAY: &str = "coalesce((SELECT code FROM fiscal_terminal WHERE terminal_id = r.terminal_id), r.terminal_id) || ' ' || r.day || ' ' || r.name";
/// The code of the workstation, and a number in its records.
const RECORD: &str = "coalesce((SELECT code FROM fiscal_terminal WHERE terminal_id = r.terminal_id), r.terminal_id) || ' ' || r.global_seq";
/// The article of the row.
const ARTICLE: &str =
    "(SELECT coalesce(code, '') || ' ' || coalesce(name, '') FROM article WHERE id = r.article_id)";
/// Code and name of the row.
const CODE_NAME: &str = "coalesce(r.code, '') || ' ' || coalesce(r.name, '')";

/// Every replicated table, master data first; and the bar codes, which the reducer derives from the articles: a wrong one
/// sells another article. What people would look for first stands first.
pub const COMPARED: &[Compared] = &[
    table("shop", "coalesce(r.trading_name, r.legal_name)"),
    table("article", CODE_NAME),
    table(
        "article_barcode",
        "r.code || coalesce(' ' || (SELECT coalesce(code, '') || ' ' || coalesce(name, '') FROM article WHERE n = r.n), '')",
    ),
    table("customer", CODE_NAME),
    table("price_list", "r.name"),
    table("promotion", "r.name"),
    table("department", "r.name"),
    table("tax", "r.name"),
    table(
        "tax_rate",
        "coalesce((SELECT name FROM tax WHERE id = r.tax_id), '') || ' ' || coalesce(r.valid_from, '')",
    ),
    table("tax_category", "r.name"),
    table("fee_type", "r.name"),
    table("payment_method", "r.name"),
    table("embedded_rule", "r.pattern"),
    table("layout", "r.name"),
    table("user", "r.name"),
    table("workstation", CODE_NAME),
    table("representative", "r.name"),
    table("courier", "r.name"),
    table("stock_level", ARTICLE),
    table(
        "stock_movement",
        "(SELECT coalesce(code, '') || ' ' || coalesce(name, '') FROM article WHERE id = r.article_id) || ' ' || coalesce((SELECT number FROM document WHERE id = r.document_id), r.reason)",
    ),
    table("document", "r.number"),
    table(
        "document_line",
        "(SELECT number FROM document WHERE id = r.document_id) || ', ' || r.n || ' ' || r.name",
    ),
    table(
        "document_article",
        "(SELECT number FROM document WHERE id = r.document_id) || ' ' || (SELECT coalesce(code, '') || ' ' || coalesce(name, '') FROM article WHERE id = r.article_id)",
    ),
    table("document_tax", "(SELECT number FROM document WHERE id = r.document_id) || ' ' || r.name"),
    table("document_print", DOCUMENT),
    table("document_sent", DOCUMENT),
    table("payment", "(SELECT number FROM document WHERE id = r.document_id) || ' ' || r.name"),
    table("payment_correction", "r.number"),
    table(
        "account_entry",
        "(SELECT coalesce(code, '') || ' ' || coalesce(name, '') FROM customer WHERE id = r.customer_id) || ' ' || coalesce((SELECT number FROM document WHERE id = r.document_id), r.label)",
    ),
    table(
        "shift",
        "coalesce((SELECT code FROM workstation WHERE id = r.workstation_id), '') || ' ' || r.number",
    ),
    table("shift_method", SHIFT),
    table("shift_tax", SHIFT),
    table("cash_movement", "r.reason"),
    table("trading_day", DAY),
    table("trading_day_tax", PART_OF_DAY),
    table("trading_day_method", PART_OF_DAY),
    table(
        "closing",
        "coalesce((SELECT code FROM fiscal_terminal WHERE terminal_id = r.terminal_id), r.terminal_id) || ' ' || r.period_key",
    ),
    table("clock_acceptance", RECORD),
    table("missing_article", "r.text"),
    table("shelf_label", ARTICLE),
    table("accounting_batch", "r.number || ' (' || r.from_day || ' – ' || r.to_day || ')'"),
    table("accounting_day", "r.day"),
    table("accounting_line", "r.entry || ' ' || r.piece || ' ' || r.account"),
    table("ereport", "r.number || ' (' || r.from_day || ' – ' || r.to_day || ')'"),
    table("ereport_line", "r.day || ' ' || r.category"),
    table("fiscal_terminal", "r.code"),
    table("fiscal_key", "r.key_id"),
    table("fiscal_record", "r.doc_no"),
    table("fiscal_total", RECORD),
    table(
        "fiscal_gap",
        "coalesce((SELECT code FROM fiscal_terminal WHERE terminal_id = r.terminal_id), r.terminal_id) || ' ' || r.from_seq",
    ),
    table(
        "fiscal_counter",
        "coalesce((SELECT code FROM fiscal_terminal WHERE terminal_id = r.terminal_id), r.terminal_id) || ' ' || r.name",
    ),
];

/// Names of the tables that are compared.
pub fn names() -> impl Iterator<Item = &'static str> {
    COMPARED.iter().map(|table| table.name)
}

/// Columns of a table that is compared.
///
/// # Errors
/// When the database cannot be read.
pub fn columns(db: Db<'_>, table: &str) -> Result<Vec<String>> {
    Ok(schema(db.0, table)?.into_iter().map(|(name, _)| name).collect())
}

/// Name of each column, and its place in the key; 0 outside it.
fn schema(conn: &Connection, table: &str) -> Result<Vec<(String, i64)>> {
    let mut statement = conn.prepare("SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid")?;
    let columns = statement.query_map([table], |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(columns.collect::<rusqlite::Result<_>>()?)
}

/// How a table is read.
pub struct Shape {
    /// Its columns.
    pub columns: Vec<String>,
    /// Places of the columns of its key, in the order of the key.
    pub key: Vec<usize>,
    /// Reads all of it in the order of the key.
    pub select: String,
    /// Reads what people call the row with a key.
    pub label: String,
}

impl Shape {
    /// The shape of a table, as the scratch database has it: its schema is not damaged.
    pub fn of(conn: &Connection, table: &Compared) -> Result<Self> {
        let columns = schema(conn, table.name)?;
        let mut key: Vec<(i64, usize)> =
            columns.iter().enumerate().filter(|(_, c)| c.1 > 0).map(|(place, c)| (c.1, place)).collect();
        key.sort_unstable();
        let columns: Vec<String> = columns.into_iter().map(|(name, _)| name).collect();
        let key: Vec<usize> = key.into_iter().map(|(_, place)| place).collect();
        let by: Vec<&str> = key.iter().filter_map(|place| columns.get(*place)).map(String::as_str).collect();
        let is: Vec<String> =
            by.iter().enumerate().map(|(i, name)| format!("r.{name} IS ?{}", i + 1)).collect();
        Ok(Self {
            select: format!("SELECT {} FROM {} ORDER BY {}", columns.join(", "), table.name, by.join(", ")),
            label: format!("SELECT {} FROM {} r WHERE {}", table.label, table.name, is.join(" AND ")),
            columns,
            key,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::REPLICATED;
    use crate::replica::Replica;

    /// A replicated table that nobody compares would be damaged unseen; and every label is SQL that the schema knows.
    #[test]
    fn every_replicated_table_is_compared_and_its_rows_can_be_named() {
        let named: BTreeSet<&str> = names().collect();
        let replicated: BTreeSet<&str> = REPLICATED.iter().copied().chain(["article_barcode"]).collect();
        assert_eq!(named, replicated);
        let dir = tempfile::tempdir().unwrap();
        let replica = Replica::create(&dir.path().join("scratch")).unwrap();
        replica
            .read(|db| {
                for table in COMPARED {
                    let shape = Shape::of(db.0, table)?;
                    assert!(!shape.key.is_empty(), "{}", table.name);
                    db.0.prepare(&shape.select)?;
                    db.0.prepare(&shape.label)?;
                }
                Ok::<_, crate::Error>(())
            })
            .unwrap();
    }
}
