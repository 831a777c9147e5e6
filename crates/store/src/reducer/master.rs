//! Master data: the last writer of a field wins, by clock, whatever the order of arrival (sync.md §2).

use std::collections::BTreeMap;

use domain::text::fold;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use uuid::Uuid;

use super::Place;
use crate::error::{Error, Result};
use crate::op::{Clock, FieldType, MasterEntity, MasterSet, Value};

/// Key of the row's base clock; other keys are fields written later.
const ROW: &str = "";

type Clocks = BTreeMap<String, Clock>;

/// Sets the fields whose clock is newer than the stored one.
pub fn apply(conn: &Connection, set: &MasterSet, place: Place) -> Result<()> {
    let now: Clock = (place.hlc, place.dv, place.dseq);
    match clocks(conn, set.entity, set.id)? {
        None => insert(conn, set, now)?,
        Some(clocks) => update(conn, set, now, clocks)?,
    }
    match set.entity {
        MasterEntity::Article => index_article(conn, set),
        MasterEntity::Customer => index_customer(conn, set),
        _ => Ok(()),
    }
}

/// The clocks of a record, or none when it does not exist.
pub fn clocks(conn: &Connection, entity: MasterEntity, id: Uuid) -> Result<Option<Clocks>> {
    let sql = format!("SELECT clk FROM {} WHERE id = ?1", entity.table());
    let text: Option<String> = conn.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?;
    Ok(text.map(|t| serde_json::from_str(&t)).transpose()?)
}

/// The clock of one field.
pub fn clock_of(clocks: &Clocks, field: &str) -> Option<Clock> {
    clocks.get(field).or_else(|| clocks.get(ROW)).copied()
}

fn insert(conn: &Connection, set: &MasterSet, now: Clock) -> Result<()> {
    let mut columns = String::from("id, clk");
    let mut places = String::from("?1, ?2");
    let mut values = vec![
        Sql::Blob(set.id.as_bytes().to_vec()),
        Sql::Text(serde_json::to_string(&Clocks::from([(ROW.to_owned(), now)]))?),
    ];
    for (field, (value, _)) in &set.set {
        values.push(to_sql(set.entity, field, value)?);
        columns.push_str(&format!(", {field}"));
        places.push_str(&format!(", ?{}", values.len()));
    }
    let sql = format!("INSERT INTO {} ({columns}) VALUES ({places})", set.entity.table());
    conn.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}

fn update(conn: &Connection, set: &MasterSet, now: Clock, mut clocks: Clocks) -> Result<()> {
    let mut values = vec![Sql::Blob(set.id.as_bytes().to_vec()), Sql::Null];
    let mut sets = String::from("clk = ?2");
    for (field, (value, _)) in &set.set {
        if clock_of(&clocks, field).is_some_and(|stored| stored >= now) {
            continue;
        }
        values.push(to_sql(set.entity, field, value)?);
        sets.push_str(&format!(", {field} = ?{}", values.len()));
        clocks.insert(field.clone(), now);
    }
    values[1] = Sql::Text(serde_json::to_string(&clocks)?);
    let sql = format!("UPDATE {} SET {sets} WHERE id = ?1", set.entity.table());
    conn.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}

/// Field names come from operations of other devices: only known ones reach SQL.
fn to_sql(entity: MasterEntity, field: &str, value: &Value) -> Result<Sql> {
    let known = entity.fields().iter().find(|(name, _)| *name == field);
    let (_, kind) = known.ok_or_else(|| Error::Op(format!("{} has no field {field}", entity.table())))?;
    let wrong = || Error::Op(format!("{}.{field} cannot hold {value}", entity.table()));
    match (kind, value) {
        (_, Value::Null) => Ok(Sql::Null),
        (FieldType::Text, Value::String(text)) => Ok(Sql::Text(text.clone())),
        (FieldType::Integer, Value::Number(n)) => n.as_i64().map(Sql::Integer).ok_or_else(wrong),
        (FieldType::Integer, Value::Bool(b)) => Ok(Sql::Integer(i64::from(*b))),
        (FieldType::Id, Value::String(text)) => {
            let id: Uuid = text.parse().map_err(|_| wrong())?;
            Ok(Sql::Blob(id.as_bytes().to_vec()))
        }
        _ => Err(wrong()),
    }
}

/// Keeps the search index, the folded name and the bar codes of an article in step with its fields.
fn index_article(conn: &Connection, set: &MasterSet) -> Result<()> {
    let (n, code, name, barcodes, active): (
        i64,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<i64>,
    ) = conn
        .prepare_cached("SELECT n, code, name, barcodes, active FROM article WHERE id = ?1")?
        .query_row([set.id], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?)))?;
    let name_fold = fold(name.as_deref().unwrap_or_default());
    if set.set.contains_key("name") || set.set.contains_key("code") || set.set.contains_key("active") {
        conn.prepare_cached("UPDATE article SET name_fold = ?2 WHERE n = ?1")?.execute((n, &name_fold))?;
        let text = format!("{name_fold} {}", fold(code.as_deref().unwrap_or_default()));
        reindex(conn, "article_search", n, (active != Some(0)).then_some(text))?;
    }
    if set.set.contains_key("barcodes") {
        let codes: Vec<String> = serde_json::from_str(barcodes.as_deref().unwrap_or("[]"))?;
        conn.prepare_cached("DELETE FROM article_barcode WHERE n = ?1")?.execute([n])?;
        let mut insert =
            conn.prepare_cached("INSERT OR IGNORE INTO article_barcode (code, n) VALUES (?1, ?2)")?;
        for code in codes {
            insert.execute((code, n))?;
        }
    }
    Ok(())
}

fn index_customer(conn: &Connection, set: &MasterSet) -> Result<()> {
    let (n, code, name, phone): (i64, Option<String>, Option<String>, Option<String>) = conn
        .prepare_cached("SELECT n, code, name, phone FROM customer WHERE id = ?1")?
        .query_row([set.id], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))?;
    let digits: String = phone.unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    let text = format!(
        "{} {digits} {}",
        fold(name.as_deref().unwrap_or_default()),
        fold(code.as_deref().unwrap_or_default())
    );
    conn.prepare_cached("UPDATE customer SET name_fold = ?2 WHERE n = ?1")?.execute((n, &text))?;
    reindex(conn, "customer_search", n, Some(text))
}

fn reindex(conn: &Connection, index: &str, n: i64, text: Option<String>) -> Result<()> {
    conn.prepare_cached(&format!("DELETE FROM {index} WHERE rowid = ?1"))?.execute([n])?;
    if let Some(text) = text {
        conn.prepare_cached(&format!("INSERT INTO {index} (rowid, text) VALUES (?1, ?2)"))?
            .execute((n, text))?;
    }
    Ok(())
}
