//! Articles: by id, by code, by search.

use domain::ids::{ArticleId, DepartmentId, PriceListId, TaxCategoryId};
use domain::money::{Quantity, UnitPrice};
use domain::text::fold;
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::settings::{flag, json, text};
use super::{all, one};
use crate::error::Result;
use crate::reader::Db;

/// An article with its stock.
#[derive(Clone, Debug)]
pub struct ArticleRow {
    /// The article.
    pub id: ArticleId,
    /// Internal code.
    pub code: String,
    /// Designation.
    pub name: String,
    /// Unit of sale.
    pub unit: String,
    /// Public price of one unit, as last set; what is charged on a day is told by [`ArticleRow::price_on`].
    pub unit_price: UnitPrice,
    /// The public price to come, and the local day from which it holds.
    pub next_price: Option<(UnitPrice, String)>,
    /// Its prices in price lists.
    pub list_prices: Vec<ListPriceRow>,
    /// Tax category; when dual-rate, that of takeaway.
    pub tax_category: TaxCategoryId,
    /// Tax category when served on site, where it is another one (TAX-02).
    pub on_site_tax_category: Option<TaxCategoryId>,
    /// Tax category when delivered, where it is another one (TAX-02).
    pub delivered_tax_category: Option<TaxCategoryId>,
    /// Department.
    pub department: Option<DepartmentId>,
    /// Bar codes.
    pub barcodes: Vec<String>,
    /// Managed in stock.
    pub stocked: bool,
    /// Guarantee mention due.
    pub durable: bool,
    /// May be sold.
    pub active: bool,
    /// Stock on hand.
    pub on_hand: Quantity,
}

/// The price of an article in a price list, as stored in its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListPriceRow {
    /// The price list.
    pub list: PriceListId,
    /// Price of one unit.
    pub unit_price: UnitPrice,
}

impl ArticleRow {
    /// The public price on a local day («2026-11-21»).
    #[must_use]
    pub fn price_on(&self, day: &str) -> UnitPrice {
        match &self.next_price {
            Some((price, from)) if from.as_str() <= day => *price,
            _ => self.unit_price,
        }
    }
}

const ARTICLE: &str = "SELECT a.id, a.code, a.name, a.unit, a.unit_price, a.tax_category_id, a.department_id, a.barcodes, a.stocked, a.durable,
  a.active, coalesce(s.on_hand, 0), a.name_fold, a.on_site_tax_category_id, a.delivered_tax_category_id, a.list_prices, a.next_price, a.next_price_from FROM article a LEFT JOIN stock_level s ON s.article_id = a.id";

fn article_row(r: &Row<'_>) -> rusqlite::Result<ArticleRow> {
    let next: (Option<i64>, Option<String>) = (r.get(16)?, r.get(17)?);
    Ok(ArticleRow {
        id: ArticleId(r.get(0)?),
        code: text(r, 1)?,
        name: text(r, 2)?,
        unit: text(r, 3)?,
        unit_price: UnitPrice(r.get::<_, Option<i64>>(4)?.unwrap_or_default()),
        next_price: next.0.zip(next.1).map(|(price, from)| (UnitPrice(price), from)),
        list_prices: json(r, 15)?,
        tax_category: TaxCategoryId(r.get::<_, Option<Uuid>>(5)?.unwrap_or_default()),
        on_site_tax_category: r.get::<_, Option<Uuid>>(13)?.map(TaxCategoryId),
        delivered_tax_category: r.get::<_, Option<Uuid>>(14)?.map(TaxCategoryId),
        department: r.get::<_, Option<Uuid>>(6)?.map(DepartmentId),
        barcodes: json(r, 7)?,
        stocked: flag(r, 8)?,
        durable: flag(r, 9)?,
        active: flag(r, 10)?,
        on_hand: Quantity(r.get(11)?),
    })
}

/// An article.
pub fn by_id(db: Db<'_>, id: ArticleId) -> Result<Option<ArticleRow>> {
    one(db.0, &format!("{ARTICLE} WHERE a.id = ?1"), [id.0], article_row)
}

/// The active article that carries a bar code or internal code; bar codes first.
pub fn by_code(db: Db<'_>, code: &str) -> Result<Option<ArticleRow>> {
    let barcode =
        format!("{ARTICLE} JOIN article_barcode b ON b.n = a.n WHERE b.code = ?1 AND a.active = 1 LIMIT 1");
    if let Some(found) = one(db.0, &barcode, [code], article_row)? {
        return Ok(Some(found));
    }
    by_internal_code(db, code)
}

/// The active article with this internal code.
pub fn by_internal_code(db: Db<'_>, code: &str) -> Result<Option<ArticleRow>> {
    one(db.0, &format!("{ARTICLE} WHERE a.code = ?1 AND a.active = 1 LIMIT 1"), [code], article_row)
}

/// Articles in the catalogue.
pub fn count(db: Db<'_>) -> Result<i64> {
    Ok(one(db.0, "SELECT count(*) FROM article", [], |r| r.get(0))?.unwrap_or(0))
}

/// The greatest purely numeric internal code, to propose the next one.
pub fn greatest_code(db: Db<'_>) -> Result<i64> {
    let sql = "SELECT CAST(code AS INTEGER) FROM article WHERE code GLOB '[0-9]*' AND code NOT GLOB '*[^0-9]*' AND length(code) < 9
        ORDER BY CAST(code AS INTEGER) DESC LIMIT 1";
    Ok(one(db.0, sql, [], |r| r.get(0))?.unwrap_or(0))
}

/// Every code and bar code with its article: what an import compares a file with.
pub fn codes(db: Db<'_>) -> Result<Vec<(String, ArticleId)>> {
    let sql = "SELECT code, id FROM (SELECT b.code, a.id, a.active FROM article_barcode b JOIN article a ON a.n = b.n
        UNION ALL SELECT code, id, active FROM article WHERE code <> '') ORDER BY active";
    all(db.0, sql, [], |r| Ok((r.get(0)?, ArticleId(r.get(1)?))))
}

/// Active articles of each department, by name: what a generated layout shows.
pub fn by_department(db: Db<'_>, department: DepartmentId, limit: u32) -> Result<Vec<ArticleRow>> {
    let sql = format!("{ARTICLE} WHERE a.department_id = ?1 AND a.active = 1 ORDER BY a.name_fold LIMIT ?2");
    all(db.0, &sql, (department.0, limit), article_row)
}

/// Active articles that belong to no department, by name.
pub fn without_department(db: Db<'_>, limit: u32) -> Result<Vec<ArticleRow>> {
    let sql =
        format!("{ARTICLE} WHERE a.department_id IS NULL AND a.active = 1 ORDER BY a.name_fold LIMIT ?1");
    all(db.0, &sql, [limit], article_row)
}

/// Rows that a search looks at before it answers.
const CANDIDATES: u32 = 400;

/// Finds articles by code, bar code or any part of the designation: an exact code first, then names that start
/// with the text, then names that hold all its words anywhere.
pub fn search(
    db: Db<'_>,
    query: &str,
    department: Option<DepartmentId>,
    offset: u32,
    limit: u32,
) -> Result<Vec<ArticleRow>> {
    let folded = fold(query);
    if folded.is_empty() {
        return browse(db, department, offset, limit);
    }
    let wanted = offset.saturating_add(limit);
    let mut found: Vec<ArticleRow> = Vec::new();
    if let Some(exact) = by_code(db, &domain::barcode::normalise(query))? {
        found.push(exact);
    }
    let mut add = |rows: Vec<ArticleRow>| {
        for row in rows {
            if !found.iter().any(|f| f.id == row.id) {
                found.push(row);
            }
        }
        found.len() >= wanted as usize
    };
    let enough = add(starting_with(db, &folded, department, wanted)?);
    if !enough {
        add(containing(db, &folded, department, wanted)?);
    }
    let in_department = |a: &ArticleRow| department.is_none() || a.department == department;
    Ok(found.into_iter().filter(in_department).skip(offset as usize).take(limit as usize).collect())
}

fn browse(db: Db<'_>, department: Option<DepartmentId>, offset: u32, limit: u32) -> Result<Vec<ArticleRow>> {
    match department {
        Some(d) => {
            let sql = format!("{ARTICLE} WHERE a.department_id = ?1 ORDER BY a.name_fold LIMIT ?2 OFFSET ?3");
            all(db.0, &sql, (d.0, limit, offset), article_row)
        }
        None => all(
            db.0,
            &format!("{ARTICLE} ORDER BY a.name_fold LIMIT ?1 OFFSET ?2"),
            (limit, offset),
            article_row,
        ),
    }
}

fn starting_with(
    db: Db<'_>,
    folded: &str,
    department: Option<DepartmentId>,
    limit: u32,
) -> Result<Vec<ArticleRow>> {
    let end = format!("{folded}\u{10FFFF}");
    match department {
        Some(d) => {
            let sql = format!(
                "{ARTICLE} WHERE a.department_id = ?1 AND a.name_fold >= ?2 AND a.name_fold < ?3 AND a.active = 1 ORDER BY a.name_fold LIMIT ?4"
            );
            all(db.0, &sql, (d.0, folded, &end, limit), article_row)
        }
        None => {
            let sql = format!(
                "{ARTICLE} WHERE a.name_fold >= ?1 AND a.name_fold < ?2 AND a.active = 1 ORDER BY a.name_fold LIMIT ?3"
            );
            all(db.0, &sql, (folded, &end, limit), article_row)
        }
    }
}

/// Articles whose text holds every word of the query somewhere. Words of three letters and more are looked up in
/// the trigram index; shorter ones filter what those find, or match the start of a word when they stand alone.
fn containing(
    db: Db<'_>,
    folded: &str,
    department: Option<DepartmentId>,
    limit: u32,
) -> Result<Vec<ArticleRow>> {
    let words: Vec<&str> = folded.split(' ').collect();
    let trigrams = trigram_query(&words);
    let mut values: Vec<Value> = Vec::new();
    let mut conditions = Vec::new();
    if trigrams.is_empty() {
        return short_words(db, &words, department, limit);
    }
    values.push(Value::Text(trigrams));
    for word in &words {
        values.push(Value::Text((*word).to_owned()));
        conditions.push(format!("instr(a.name_fold || ' ' || lower(a.code), ?{}) > 0", values.len()));
    }
    if let Some(d) = department {
        values.push(Value::Blob(d.0.as_bytes().to_vec()));
        conditions.push(format!("a.department_id = ?{}", values.len()));
    }
    values.push(Value::Integer(i64::from(limit.max(1))));
    let sql = format!(
        "{ARTICLE} JOIN (SELECT rowid AS hit FROM article_search WHERE article_search MATCH ?1) f ON a.n = f.hit WHERE {} LIMIT ?{}",
        conditions.join(" AND "),
        values.len()
    );
    all(db.0, &sql, params_from_iter(values), article_row)
}

/// One or two letters: the start of any word, looked for among names in order until enough are found.
fn short_words(
    db: Db<'_>,
    words: &[&str],
    department: Option<DepartmentId>,
    limit: u32,
) -> Result<Vec<ArticleRow>> {
    let first = words.first().copied().unwrap_or_default();
    let sql = format!(
        "{ARTICLE} WHERE a.n IN (SELECT n FROM article WHERE name_fold LIKE '% ' || ?1 || '%' AND active = 1 LIMIT ?2)",
    );
    let rows = all(db.0, &sql, (first, limit.min(CANDIDATES)), article_row)?;
    let holds =
        |a: &ArticleRow| words.iter().all(|w| fold(&a.name).split(' ').any(|part| part.starts_with(w)));
    Ok(rows
        .into_iter()
        .filter(|a| (department.is_none() || a.department == department) && holds(a))
        .collect())
}

/// `"cho" AND "hoc"`: every trigram of every word that has one.
fn trigram_query(words: &[&str]) -> String {
    let mut grams: Vec<String> = Vec::new();
    for word in words {
        let letters: Vec<char> = word.chars().collect();
        for gram in letters.windows(3) {
            let gram = format!("\"{}\"", gram.iter().collect::<String>());
            if !grams.contains(&gram) {
                grams.push(gram);
            }
        }
    }
    grams.join(" AND ")
}

/// Stock on hand of an article.
pub fn on_hand(db: Db<'_>, id: ArticleId) -> Result<Quantity> {
    let level = one(db.0, "SELECT on_hand FROM stock_level WHERE article_id = ?1", [id.0], |r| {
        r.get(0).map(Quantity)
    })?;
    Ok(level.unwrap_or_default())
}
