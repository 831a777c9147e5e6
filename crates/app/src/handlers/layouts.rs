//! Layouts («schémas»): what section A of the sale screen shows. Changing one is the work of `layout_editor`.

use api::types::{
    ArticleTile, Empty, LayoutGenerate, LayoutPageView, LayoutSummary, LayoutView, MacroCommand, TileView,
};
use api::{FaultCode, Topic};
use domain::ids::{ArticleId, LayoutId};
use domain::money::Quantity;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::tables::articles::ArticleRow;
use store::tables::catalogue::{self, LayoutRow};
use store::tables::master::set;
use store::tables::{articles, settings};
use store::{Db, MasterEntity};

use super::layout_editor::{MOST_PAGES, NAME_LENGTH};
use crate::clock::day_after;
use crate::context::{Context, Mutation, Query};
use crate::error::{Error, Result, refusal, refuse};
use crate::sale::Offers;
use crate::text::required;

/// Stock at or below which a tile shows it.
const LOW_STOCK: Quantity = Quantity::units(5);
/// Tiles of a generated page.
const PAGE_TILES: u32 = 35;
/// Colour of the page of articles that belong to no department.
const LOOSE_COLOR: &str = "slate";
/// Names of the colours of pages, groups and tiles, in the order in which generated pages take them.
pub const COLORS: [&str; 8] = ["amber", "rose", "green", "blue", "purple", "teal", "orange", "slate"];

/// Content of a layout, as stored.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Pages in order.
    pub pages: Vec<Page>,
}

/// A page.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Name.
    pub name: String,
    /// Colour name.
    pub color: String,
    /// Tiles in order.
    pub tiles: Vec<Tile>,
}

/// A tile.
#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Tile {
    /// An article, in the colour of its page unless it has its own.
    Article {
        /// The article.
        id: ArticleId,
        /// Colour name.
        #[serde(default)]
        color: Option<String>,
    },
    /// A group.
    Group {
        /// Name.
        name: String,
        /// Colour name.
        color: String,
        /// What it holds.
        articles: Vec<ArticleId>,
    },
    /// A macro key.
    Macro {
        /// Name.
        name: String,
        /// Colour name.
        color: String,
        /// What it runs.
        command: MacroCommand,
    },
}

/// Every layout.
pub fn layout_list(cx: &Query<'_>, _: Empty) -> Result<Vec<LayoutSummary>> {
    catalogue::layouts(cx.db)?.iter().map(summary).collect()
}

/// The layout of the session's workstation with its articles; none when it has none.
pub fn layout_current(cx: &Query<'_>, _: Empty) -> Result<Option<LayoutView>> {
    let Some(id) = cx.workstation_row()?.layout else { return Ok(None) };
    let Some(row) = catalogue::layout(cx.db, id)? else { return Ok(None) };
    let content: Content = serde_json::from_str(&row.content)?;
    let offers = Offers::of(cx)?;
    let pages =
        content.pages.into_iter().map(|page| page_view(cx.db, &offers, page)).collect::<Result<_>>()?;
    Ok(Some(LayoutView { id, name: row.name, pages, fresh_ms: left_of_day(cx)? }))
}

/// Milliseconds until the shop's local day ends.
fn left_of_day(cx: &Query<'_>) -> Result<i64> {
    let day = cx.local_now()?.day();
    let end = day_after(&day, cx.country()?).ok_or_else(|| Error::Bug(format!("no day after {day}")))?;
    Ok(end - cx.now_ms)
}

fn page_view(db: Db<'_>, offers: &Offers, page: Page) -> Result<LayoutPageView> {
    let mut tiles = Vec::new();
    for tile in page.tiles {
        match tile {
            Tile::Article { id, color } => {
                tiles.extend(
                    article_tile(db, offers, id, color.as_ref().unwrap_or(&page.color))?
                        .map(TileView::Article),
                );
            }
            Tile::Group { name, color, articles } => {
                let found = articles
                    .iter()
                    .map(|id| article_tile(db, offers, *id, &color))
                    .collect::<Result<Vec<_>>>()?;
                tiles.push(TileView::Group { name, color, articles: found.into_iter().flatten().collect() });
            }
            Tile::Macro { name, color, command } => tiles.push(TileView::Macro { name, color, command }),
        }
    }
    Ok(LayoutPageView { name: page.name, color: page.color, tiles })
}

/// An article that was put to sleep has no tile.
fn article_tile(db: Db<'_>, offers: &Offers, id: ArticleId, color: &str) -> Result<Option<ArticleTile>> {
    articles::by_id(db, id)?.filter(|a| a.active).map(|a| tile_of(a, offers, color)).transpose()
}

/// An article as a tile of a colour shows it.
pub fn tile_of(a: ArticleRow, offers: &Offers, color: &str) -> Result<ArticleTile> {
    Ok(ArticleTile {
        article_id: a.id,
        unit_price: offers.price(&a),
        offer: offers.best_offer(&a)?,
        low_stock: (a.stocked && a.on_hand <= LOW_STOCK).then_some(a.on_hand),
        name: a.name,
        unit: a.unit,
        color: color.to_owned(),
    })
}

/// Makes a layout with one page per department, and one of what belongs to none; workstations without layout get it.
pub fn layout_generate(cx: &mut Mutation<'_, '_>, request: LayoutGenerate) -> Result<LayoutSummary> {
    let name = required("name", &request.name, NAME_LENGTH)?;
    let mut pages = Vec::new();
    for (department, color) in catalogue::departments(cx.db())?.into_iter().zip(COLORS.iter().cycle()) {
        let rows = articles::by_department(cx.db(), department.id, PAGE_TILES)?;
        pages.extend(page_of(department.name, color, rows));
    }
    let loose = articles::without_department(cx.db(), PAGE_TILES)?;
    pages.extend(page_of(name.clone(), LOOSE_COLOR, loose));
    // A page beyond could be shown, but not edited.
    pages.truncate(MOST_PAGES);
    if pages.is_empty() {
        return refuse(FaultCode::ArticleNotFound);
    }
    let id = LayoutId(cx.new_id());
    save(cx, id, &name, &Content { pages })?;
    give_to_bare_workstations(cx, id)?;
    summary(&find(cx, id)?)
}

/// A page of articles; none when there are none.
fn page_of(name: String, color: &str, rows: Vec<ArticleRow>) -> Option<Page> {
    let tiles: Vec<Tile> = rows.into_iter().map(|a| Tile::Article { id: a.id, color: None }).collect();
    let name = name.chars().take(NAME_LENGTH).collect();
    (!tiles.is_empty()).then(|| Page { name, color: color.to_owned(), tiles })
}

/// Workstations without layout get this one.
pub fn give_to_bare_workstations(cx: &mut Mutation<'_, '_>, id: LayoutId) -> Result<()> {
    for workstation in settings::workstations(cx.db())?.into_iter().filter(|w| w.layout.is_none()) {
        set(cx.tx, MasterEntity::Workstation, workstation.id.0, vec![("layout_id", json!(id))])?;
    }
    cx.touch(&[Topic::Catalogue, Topic::Workstations]);
    Ok(())
}

/// A layout that exists; refuses any other.
pub fn find(cx: &impl Context, id: LayoutId) -> Result<LayoutRow> {
    catalogue::layout(cx.db(), id)?.ok_or_else(|| refusal(FaultCode::LayoutNotFound))
}

/// Stores a layout.
pub fn save(cx: &mut Mutation<'_, '_>, id: LayoutId, name: &str, content: &Content) -> Result<()> {
    let fields = vec![("name", json!(name)), ("content", Value::String(serde_json::to_string(content)?))];
    Ok(set(cx.tx, MasterEntity::Layout, id.0, fields)?)
}

/// A layout in a list.
pub fn summary(row: &LayoutRow) -> Result<LayoutSummary> {
    let content: Content = serde_json::from_str(&row.content)?;
    let count = |tile: &Tile| match tile {
        Tile::Article { .. } | Tile::Macro { .. } => 1,
        Tile::Group { articles, .. } => articles.len(),
    };
    let tiles: usize = content.pages.iter().flat_map(|p| p.tiles.iter().map(count)).sum();
    Ok(LayoutSummary { id: row.id, name: row.name.clone(), tiles: u32::try_from(tiles).unwrap_or(u32::MAX) })
}
