//! The catalogue of a sample shop, written in the transaction that creates the shop.

use std::collections::HashMap;

use domain::barcode;
use domain::ids::{ArticleId, LayoutId};
use domain::money::{Quantity, UnitPrice};
use serde_json::{Value, json};
use store::op::{StockMove, StockSet};
use store::tables::catalogue;
use store::tables::master::{Fields, set};
use store::tables::settings;
use store::{MasterEntity, Op, Result, Tx};
use uuid::Uuid;

use crate::content::{Article, Customer, ShopContent, TaxKey, Tile};

/// Writes departments, articles, stock, customers and the layout; returns the layout.
pub fn write(tx: &mut Tx<'_>, content: &ShopContent) -> Result<LayoutId> {
    let taxes = tax_categories(tx)?;
    options(tx, content)?;
    departments(tx, content)?;
    fees(tx, content, &taxes)?;
    articles(tx, content, &taxes)?;
    content.customers.iter().try_for_each(|c| customer(tx, c))?;
    layout(tx, content)
}

/// The id that a code always has: a UUIDv8 from its hash.
fn id(kind: &str, code: &str) -> Uuid {
    let hash = blake3::hash(format!("comptoir sample {kind} {code}").as_bytes());
    let mut bytes = [0u8; 16];
    bytes.copy_from_slice(&hash.as_bytes()[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// A shop where people eat asks how each sale is served (SAL-23).
fn options(tx: &mut Tx<'_>, content: &ShopContent) -> Result<()> {
    match settings::shop(tx.db())? {
        Some(shop) if !content.eaten_on_site.is_empty() => {
            set(tx, MasterEntity::Shop, shop.id, vec![("service_modes", json!(1))])
        }
        _ => Ok(()),
    }
}

fn departments(tx: &mut Tx<'_>, content: &ShopContent) -> Result<()> {
    for (position, department) in (0i64..).zip(&content.departments) {
        let fields = vec![("name", json!(department.name)), ("position", json!(position))];
        set(tx, MasterEntity::Department, id("department", department.name), fields)?;
    }
    Ok(())
}

/// The shop's own name of a tax category.
const fn category(key: TaxKey) -> &'static str {
    match key {
        TaxKey::Reduced => "TVA 5,5 %",
        TaxKey::Intermediate => "TVA 10 %",
        TaxKey::Standard => "TVA 20 %",
        TaxKey::Taxable => "TPS + TVQ",
        TaxKey::ZeroRated => "Détaxé",
    }
}

/// Ids of the shop's tax categories by name.
type TaxIds = HashMap<String, Uuid>;

fn tax_categories(tx: &Tx<'_>) -> Result<TaxIds> {
    Ok(catalogue::tax_categories(tx.db(), "9999-12-31")?.into_iter().map(|c| (c.name, c.id.0)).collect())
}

fn tax_id(taxes: &TaxIds, key: TaxKey) -> Uuid {
    taxes.get(category(key)).copied().unwrap_or_default()
}

fn fees(tx: &mut Tx<'_>, content: &ShopContent, taxes: &TaxIds) -> Result<()> {
    for (position, fee) in (0i64..).zip(content.fees) {
        let fields = vec![
            ("name", json!(fee.name)),
            ("tax_category_id", json!(tax_id(taxes, fee.tax))),
            ("amount", json!(fee.amount)),
            ("position", json!(position)),
            ("active", json!(1)),
        ];
        set(tx, MasterEntity::FeeType, id("fee", fee.name), fields)?;
    }
    Ok(())
}

fn articles(tx: &mut Tx<'_>, content: &ShopContent, taxes: &TaxIds) -> Result<()> {
    let mut moves = Vec::new();
    for article in &content.articles {
        let mut fields = article_fields(article, tax_id(taxes, article.tax))?;
        if article.tax == TaxKey::Reduced && content.eaten_on_site.contains(&article.department) {
            fields.push(("on_site_tax_category_id", json!(tax_id(taxes, TaxKey::Intermediate))));
        }
        set(tx, MasterEntity::Article, id("article", article.code), fields)?;
        if let Some(quantity) = article.stock {
            moves.push(StockMove { article: ArticleId(id("article", article.code)), quantity });
        }
    }
    moves.retain(|m| m.quantity != Quantity(0));
    tx.emit(Op::StockSet(StockSet { moves, reason: "sample".to_owned() }))
}

fn article_fields(article: &Article, tax: Uuid) -> Result<Fields> {
    let barcodes: Vec<String> = article.barcodes.iter().map(|code| barcode::normalise(code)).collect();
    Ok(vec![
        ("code", json!(article.code)),
        ("name", json!(article.name)),
        ("unit", json!(article.unit.name())),
        ("unit_price", json!(UnitPrice::from_money(article.price))),
        ("tax_category_id", json!(tax)),
        ("department_id", json!(id("department", article.department))),
        ("barcodes", Value::String(serde_json::to_string(&barcodes)?)),
        ("stocked", json!(i64::from(article.stock.is_some()))),
        ("durable", json!(i64::from(article.durable))),
        ("active", json!(1)),
    ])
}

fn customer(tx: &mut Tx<'_>, customer: &Customer) -> Result<()> {
    let fields = vec![
        ("code", json!(customer.code)),
        ("name", json!(customer.name)),
        ("phone", json!(customer.phone)),
        ("email", json!(customer.email)),
        ("address", json!(customer.address)),
        ("postcode", json!(customer.postcode)),
        ("city", json!(customer.city)),
        ("professional", json!(i64::from(customer.professional))),
        ("active", json!(1)),
    ];
    set(tx, MasterEntity::Customer, id("customer", customer.code), fields)
}

fn layout(tx: &mut Tx<'_>, content: &ShopContent) -> Result<LayoutId> {
    let colors: HashMap<&str, &str> = content.departments.iter().map(|d| (d.name, d.color.name())).collect();
    let article = |code: &str| id("article", code);
    let color_of = |code: &str| {
        let department = content.articles.iter().find(|a| a.code == code).map(|a| a.department);
        department.and_then(|d| colors.get(d).copied())
    };
    let tile = |tile: &Tile| match tile {
        Tile::Article { code } => json!({ "kind": "article", "id": article(code), "color": color_of(code) }),
        Tile::Group { name, color, codes } => {
            let articles: Vec<Uuid> = codes.iter().map(|c| article(c)).collect();
            json!({ "kind": "group", "name": name, "color": color.name(), "articles": articles })
        }
    };
    let page = |page: &crate::content::Page| {
        let tiles: Vec<Value> = page.tiles.iter().map(tile).collect();
        json!({ "name": page.name, "color": page.color.name(), "tiles": tiles })
    };
    let pages: Vec<Value> = content.layout.pages.iter().map(page).collect();
    let layout = id("layout", content.layout.name);
    let fields = vec![
        ("name", json!(content.layout.name)),
        ("content", Value::String(json!({ "pages": pages }).to_string())),
    ];
    set(tx, MasterEntity::Layout, layout, fields)?;
    Ok(LayoutId(layout))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use app::{App, AppOptions, FileKeys, SystemClock};
    use store::tables::articles;

    use super::*;
    use crate::{Sample, create};

    fn app(dir: &tempfile::TempDir) -> App {
        let keys = Arc::new(FileKeys::new(&dir.path().join("keys")));
        let (data_dir, anchors) = (dir.path().to_path_buf(), dir.path().join("anchors"));
        App::open(AppOptions { data_dir, clock: Arc::new(SystemClock), keys, anchors }).unwrap()
    }

    #[test]
    fn both_sample_shops_are_created_once_and_ready_to_sell() {
        for (sample, size) in [(Sample::France, 300), (Sample::Quebec, 150)] {
            let dir = tempfile::tempdir().unwrap();
            let app = app(&dir);
            create(&app, sample).unwrap();
            create(&app, sample).unwrap();
            let count = app.store().read(articles::count).unwrap();
            assert_eq!(count, size, "{sample:?}");
            let categories: Vec<Uuid> = app
                .store()
                .read(|db| articles::search(db, "", None, 0, 400))
                .unwrap()
                .iter()
                .map(|a| a.tax_category.0)
                .collect();
            assert!(!categories.contains(&Uuid::nil()), "every article has a tax category");
        }
    }
}
