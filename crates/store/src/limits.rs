//! What the disk and SQLite alone can do: the same rows, committed with the same durability, with nothing around.
//! The workbench puts every figure of the program beside this one, measured in the same run.

use std::path::Path;

use domain::ids::DocumentId;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::connection::open_writer;
use crate::error::Result;
use crate::migrate::migrate;
use crate::reader::Db;

/// Rows to write: table and columns in order.
pub type Rows = Vec<(&'static str, Vec<Value>)>;

/// A database with our tables and indexes, but no trigger, guard or code of ours.
pub struct BareDatabase {
    conn: Connection,
    one_row: i64,
}

impl BareDatabase {
    /// Creates one.
    pub fn create(path: &Path) -> Result<Self> {
        let mut conn = open_writer(path)?;
        migrate(&mut conn, path, 0)?;
        let mut triggers =
            conn.prepare("SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger'")?;
        let drops: Vec<String> = triggers.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
        drop(triggers);
        drops.iter().try_for_each(|sql| conn.execute_batch(sql))?;
        conn.execute_batch("CREATE TABLE one_row (n INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")?;
        Ok(Self { conn, one_row: 0 })
    }

    /// One durable transaction of one small row.
    pub fn commit_one_row(&mut self) -> Result<()> {
        self.one_row += 1;
        let tx = self.conn.transaction()?;
        tx.prepare_cached("INSERT INTO one_row (n, body) VALUES (?1, ?2)")?
            .execute((self.one_row, "a small row"))?;
        Ok(tx.commit()?)
    }

    /// One durable transaction of these rows.
    pub fn commit(&mut self, rows: &Rows) -> Result<()> {
        let tx = self.conn.transaction()?;
        for (table, values) in rows {
            let places = vec!["?"; values.len()].join(", ");
            let sql = format!("INSERT OR REPLACE INTO {table} VALUES ({places})");
            tx.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        }
        Ok(tx.commit()?)
    }
}

/// The rows that a sale leaves, table by table; `?1` is its document.
const ROWS_OF_SALE: [(&str, &str); 16] = [
    ("document", "SELECT * FROM document WHERE id = ?1"),
    ("document_line", "SELECT * FROM document_line WHERE document_id = ?1"),
    ("document_tax", "SELECT * FROM document_tax WHERE document_id = ?1"),
    (
        "document_article",
        "SELECT a.* FROM document d JOIN document_line l ON l.document_id = d.id JOIN document_article a
           ON (a.article_id, a.at_ms, a.document_id) = (l.article_id, d.at_ms, d.id) WHERE d.id = ?1",
    ),
    ("payment", "SELECT * FROM payment WHERE document_id = ?1"),
    ("stock_movement", "SELECT * FROM stock_movement WHERE document_id = ?1"),
    (
        "stock_level",
        "SELECT * FROM stock_level WHERE article_id IN (SELECT article_id FROM stock_movement WHERE document_id = ?1)",
    ),
    (
        "fiscal_record",
        "SELECT r.* FROM fiscal_record r JOIN document d ON r.doc_no = d.number WHERE d.id = ?1",
    ),
    (
        "fiscal_record",
        "SELECT r.* FROM fiscal_record r JOIN document d ON r.global_seq = d.global_seq + 1 WHERE d.id = ?1 AND r.chain = 'GT'",
    ),
    (
        "fiscal_total",
        "SELECT t.* FROM fiscal_total t JOIN document d ON t.global_seq = d.global_seq + 1 WHERE d.id = ?1",
    ),
    (
        "fiscal_counter",
        "SELECT * FROM fiscal_counter WHERE name IN ('global', 'TICKET', 'GT', 'gtp_real', 'gtp_abs') AND ?1 = ?1",
    ),
    (
        "op",
        "SELECT * FROM op WHERE (dv, dseq) IN (SELECT dv, dseq FROM stock_movement WHERE document_id = ?1)",
    ),
    ("shift", "SELECT s.* FROM shift s JOIN document d ON d.shift_id = s.id WHERE d.id = ?1"),
    (
        "shift_method",
        "SELECT m.* FROM shift_method m JOIN document d ON d.shift_id = m.shift_id WHERE d.id = ?1",
    ),
    ("shift_tax", "SELECT t.* FROM shift_tax t JOIN document d ON d.shift_id = t.shift_id WHERE d.id = ?1"),
    (
        "idempotency",
        "SELECT * FROM idempotency WHERE command = 'sale_validate' AND ?1 = ?1 ORDER BY at_ms DESC LIMIT 1",
    ),
];

/// The rows that the sale of a document left in the tables.
pub fn rows_of_sale(db: Db<'_>, document: DocumentId) -> Result<Rows> {
    let mut rows = Rows::new();
    for (table, sql) in ROWS_OF_SALE {
        let mut statement = db.0.prepare(sql)?;
        let columns = statement.column_count();
        let found = statement.query_map([document.0], |r| {
            (0..columns).map(|i| r.get::<_, Value>(i)).collect::<rusqlite::Result<Vec<_>>>()
        })?;
        for row in found {
            rows.push((table, row?));
        }
    }
    Ok(rows)
}

/// Columns that make the key of a row that a sale inserts; rows that it updates have none here.
fn key_columns(table: &str) -> &'static [usize] {
    match table {
        "document" => &[0, 2],
        "document_line" | "document_tax" | "idempotency" => &[0],
        "payment" => &[0, 1],
        "document_article" => &[2],
        "fiscal_record" => &[1, 3, 4],
        "stock_movement" | "fiscal_total" | "op" => &[1],
        _ => &[],
    }
}

/// The same rows under other keys of the same size, so that a further transaction inserts them again.
#[must_use]
pub fn with_fresh_keys(rows: &Rows, n: i64) -> Rows {
    let fresh = |(table, values): &(&'static str, Vec<Value>)| {
        let mut values = values.clone();
        for column in key_columns(table) {
            if let Some(value) = values.get_mut(*column) {
                freshen(value, n);
            }
        }
        (*table, values)
    };
    rows.iter().map(fresh).collect()
}

fn freshen(value: &mut Value, n: i64) {
    match value {
        Value::Integer(i) => *i += (n + 1) * 1_000_000,
        Value::Blob(id) => id.iter_mut().rev().zip(n.to_le_bytes()).for_each(|(byte, with)| *byte ^= with),
        Value::Text(number) => {
            let keep = number.len().saturating_sub(8);
            *number = format!("{}{n:08}", number.get(..keep).unwrap_or_default());
        }
        Value::Null | Value::Real(_) => {}
    }
}

/// Opens a database with SQLite alone and reads one row.
pub fn open_and_read(path: &Path) -> Result<()> {
    let conn = open_writer(path)?;
    conn.query_row("SELECT count(*) FROM shop", [], |r| r.get::<_, i64>(0))?;
    Ok(())
}
