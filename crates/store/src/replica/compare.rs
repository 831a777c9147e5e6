//! Two databases, table by table, in the order of their keys.

use std::cmp::Ordering;

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator as _;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, Rows, ToSql};

use super::difference::{Cell, Comparison, Difference, InTable, text};
use super::tables::{COMPARED, Compared, Shape};
use super::{Progress, Replica};
use crate::error::{Error, Result};
use crate::reader::Db;

/// Differences of one table that are kept one by one: a table of which half is gone is one disaster.
const KEPT: usize = 20;
/// Rows compared between two questions whether to go on.
const STEP: u64 = 500;

/// Told how far it is; answers whether to go on.
type Watch<'a> = &'a mut dyn FnMut(Progress) -> bool;

/// Compares every table; none when whoever watches said no.
pub fn tables(live: Db<'_>, replica: &Replica, watch: Watch<'_>) -> Result<Option<Comparison>> {
    replica.read(|made| {
        let mut total = 0;
        for table in COMPARED {
            total += count(made.0, table.name)?;
            if !watch(Progress::Comparing { done: 0, total }) {
                return Ok(None);
            }
        }
        let mut walk = Walk { live: live.0, made: made.0, watch, rows: 0, total };
        let mut tables = Vec::new();
        for table in COMPARED {
            match walk.table(table)? {
                None => return Ok(None),
                Some(found) if found.count > 0 => tables.push(found),
                Some(_) => {}
            }
        }
        Ok(Some(Comparison { rows: walk.rows, tables }))
    })
}

fn count(conn: &Connection, table: &str) -> Result<u64> {
    let rows: i64 = conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0))?;
    Ok(u64::try_from(rows).unwrap_or(0))
}

/// Both databases, and how far the comparison is.
struct Walk<'a> {
    live: &'a Connection,
    made: &'a Connection,
    watch: Watch<'a>,
    rows: u64,
    total: u64,
}

impl Walk<'_> {
    /// None when whoever watches said no.
    fn table(&mut self, table: &'static Compared) -> Result<Option<InTable>> {
        let (shape, mut found) =
            (Shape::of(self.made, table)?, InTable { table: table.name, count: 0, first: Vec::new() });
        let (mut live, mut made) = (self.live.prepare(&shape.select)?, self.made.prepare(&shape.select)?);
        let (mut live, mut made) = (live.query([])?, made.query([])?);
        let (mut step_live, mut step_made) = (true, true);
        loop {
            if step_made {
                made.advance()?;
            }
            if step_live && !advance(&mut live)? {
                found.note(|| Ok(Difference::Unreadable))?;
                return Ok(Some(found));
            }
            let order = match (live.get(), made.get()) {
                (None, None) => return Ok(Some(found)),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(live), Some(made)) => shape.order(live, made)?,
            };
            self.row(&shape, order, (&live, &made), &mut found)?;
            (step_live, step_made) = (order != Ordering::Greater, order != Ordering::Less);
            self.rows += 1;
            if self.rows.is_multiple_of(STEP)
                && !(self.watch)(Progress::Comparing { done: self.rows.min(self.total), total: self.total })
            {
                return Ok(None);
            }
        }
    }

    /// Holds one row against the other.
    fn row(
        &self,
        shape: &Shape,
        order: Ordering,
        (live, made): (&Rows<'_>, &Rows<'_>),
        found: &mut InTable,
    ) -> Result<()> {
        match (order, live.get(), made.get()) {
            (Ordering::Less, Some(row), _) => {
                found.note(|| Ok(Difference::Added { row: shape.label(self.live, row)? }))
            }
            (Ordering::Greater, _, Some(row)) => {
                found.note(|| Ok(Difference::Missing { row: shape.label(self.made, row)? }))
            }
            (Ordering::Equal, Some(live), Some(made)) => {
                for (place, column) in shape.columns.iter().enumerate() {
                    let (is, should) = (live.get_ref(place)?, made.get_ref(place)?);
                    if is != should {
                        let cell =
                            || Cell { column: column.clone(), found: text(is), expected: text(should) };
                        found.note(|| {
                            Ok(Difference::Changed { row: shape.label(self.made, made)?, cell: cell() })
                        })?;
                    }
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

impl InTable {
    /// Counts a difference, and keeps it if it is among the first.
    fn note(&mut self, difference: impl FnOnce() -> Result<Difference>) -> Result<()> {
        self.count += 1;
        if self.first.len() < KEPT {
            self.first.push(difference()?);
        }
        Ok(())
    }
}

/// The next row of the database in use; false when the file is damaged there.
fn advance(rows: &mut Rows<'_>) -> Result<bool> {
    match rows.advance().map_err(Error::from) {
        Err(Error::Corrupt(_)) => Ok(false),
        other => other.map(|()| true),
    }
}

impl Shape {
    /// The order of two rows by their keys, as SQLite keeps them.
    fn order(&self, a: &Row<'_>, b: &Row<'_>) -> Result<Ordering> {
        for place in &self.key {
            let order = order(a.get_ref(*place)?, b.get_ref(*place)?);
            if order != Ordering::Equal {
                return Ok(order);
            }
        }
        Ok(Ordering::Equal)
    }

    /// What people call a row, read from the database that has it; its key where it has no name.
    fn label(&self, conn: &Connection, row: &Row<'_>) -> Result<String> {
        let key: Vec<ValueRef<'_>> =
            self.key.iter().map(|place| row.get_ref(*place)).collect::<rusqlite::Result<_>>()?;
        let owned: Vec<rusqlite::types::Value> = key
            .iter()
            .map(|value| (*value).try_into())
            .collect::<Result<_, _>>()
            .map_err(rusqlite::Error::from)?;
        let params: Vec<&dyn ToSql> = owned.iter().map(|value| value as &dyn ToSql).collect();
        // A name that cannot be read does not hide the finding.
        let name: Option<String> = conn
            .prepare_cached(&self.label)?
            .query_row(params.as_slice(), |r| Ok(text(r.get_ref(0)?)))
            .unwrap_or_default();
        let name = name.map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
        Ok(name
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| key.iter().filter_map(|value| text(*value)).collect::<Vec<_>>().join(" ")))
    }
}

/// The order of two values of a key: NULL, numbers, texts, bytes.
fn order(a: ValueRef<'_>, b: ValueRef<'_>) -> Ordering {
    const fn class(value: ValueRef<'_>) -> u8 {
        match value {
            ValueRef::Null => 0,
            ValueRef::Integer(_) | ValueRef::Real(_) => 1,
            ValueRef::Text(_) => 2,
            ValueRef::Blob(_) => 3,
        }
    }
    match (a, b) {
        (ValueRef::Integer(a), ValueRef::Integer(b)) => a.cmp(&b),
        (ValueRef::Text(a), ValueRef::Text(b)) | (ValueRef::Blob(a), ValueRef::Blob(b)) => a.cmp(b),
        (a, b) => class(a).cmp(&class(b)),
    }
}
