//! The editor of layouts (B-22): opening, saving and deleting one. What a till shows of it is `layouts`; which
//! workstation uses it is a setting of the workstation.

use std::collections::BTreeSet;

use api::types::{LayoutDraft, LayoutOpened, LayoutPageDraft, LayoutRef, LayoutSummary, TileDraft};
use api::{Fault, FaultCode, Topic};
use domain::ids::{ArticleId, LayoutId};
use serde_json::Value;
use store::tables::catalogue::{self, LayoutRow};
use store::tables::master::set;
use store::tables::{articles, settings};
use store::{Db, MasterEntity};

use super::layouts::{COLORS, Content, Page, Tile, find, save, summary, tile_of};
use super::macro_keys::check_macro_keys;
use crate::context::{Context, Mutation, Query};
use crate::error::{Result, refusal};
use crate::sale::Offers;
use crate::text::required;

/// Characters of the name of a layout, a page or a group.
pub const NAME_LENGTH: usize = 40;
/// Pages of a layout: a page for each department of a large shop.
pub const MOST_PAGES: usize = 40;
/// Tiles of a page, and articles of a group.
const MOST_TILES: usize = 200;

/// A layout with what its tiles show.
pub fn layout_open(cx: &Query<'_>, request: LayoutRef) -> Result<LayoutOpened> {
    let row = find(cx, request.layout_id)?;
    let content: Content = serde_json::from_str(&row.content)?;
    let offers = Offers::of(cx)?;
    let (mut tiles, mut asleep, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (id, color) in shown(&content).filter(|(id, _)| seen.insert(*id)) {
        let Some(article) = articles::by_id(cx.db, id)? else { continue };
        if !article.active {
            asleep.push(id);
        }
        tiles.push(tile_of(article, &offers, color)?);
    }
    let workstations = users(cx.db, row.id)?;
    Ok(LayoutOpened { draft: draft_of(row, content), articles: tiles, asleep, workstations })
}

/// Every article of a layout with the colour of its tile.
fn shown(content: &Content) -> impl Iterator<Item = (ArticleId, &str)> {
    let tiles = content.pages.iter().flat_map(|page| page.tiles.iter().map(move |tile| (page, tile)));
    tiles.flat_map(|(page, tile)| match tile {
        Tile::Article { id, color } => vec![(*id, color.as_ref().unwrap_or(&page.color).as_str())],
        Tile::Group { color, articles, .. } => articles.iter().map(|id| (*id, color.as_str())).collect(),
        Tile::Macro { .. } => Vec::new(),
    })
}

/// Names of the workstations that use a layout, those out of service included.
fn users(db: Db<'_>, id: LayoutId) -> Result<Vec<String>> {
    let all = settings::workstations(db)?.into_iter();
    Ok(all.filter(|w| w.layout == Some(id)).map(|w| w.name).collect())
}

/// Creates a layout, or replaces all of one; tills that show it follow at once (ART-08).
pub fn layout_save(cx: &mut Mutation<'_, '_>, request: LayoutDraft) -> Result<LayoutSummary> {
    let name = required("name", &request.name, NAME_LENGTH)?;
    let content = check(cx.db(), request.pages)?;
    let before = request.id.map(|id| find(cx, id)).transpose()?;
    let stored = before.as_ref().map(|row| serde_json::from_str::<Content>(&row.content)).transpose()?;
    check_macro_keys(cx, stored.as_ref(), &content)?;
    let id = before.map_or_else(|| LayoutId(cx.new_id()), |row| row.id);
    save(cx, id, &name, &content)?;
    cx.touch(&[Topic::Catalogue, Topic::Workstations]);
    summary(&find(cx, id)?)
}

/// Deletes a layout and answers those that are left. A workstation would have nothing to sell from without its
/// own: it has to be given another one first.
pub fn layout_delete(cx: &mut Mutation<'_, '_>, request: LayoutRef) -> Result<Vec<LayoutSummary>> {
    let row = find(cx, request.layout_id)?;
    let users = users(cx.db(), row.id)?;
    if !users.is_empty() {
        return Err(Fault::refused(FaultCode::LayoutInUse).with("workstations", users.join(", ")).into());
    }
    check_macro_keys(cx, Some(&serde_json::from_str(&row.content)?), &Content { pages: Vec::new() })?;
    set(cx.tx, MasterEntity::Layout, row.id.0, vec![("content", Value::Null)])?;
    cx.touch(&[Topic::Catalogue, Topic::Workstations]);
    catalogue::layouts(cx.db())?.iter().map(summary).collect()
}

fn check(db: Db<'_>, pages: Vec<LayoutPageDraft>) -> Result<Content> {
    at_most(MOST_PAGES, pages.len(), "pages")?;
    let pages = pages.into_iter().map(|page| check_page(db, page)).collect::<Result<_>>()?;
    Ok(Content { pages })
}

fn check_page(db: Db<'_>, page: LayoutPageDraft) -> Result<Page> {
    at_most(MOST_TILES, page.tiles.len(), "tiles")?;
    let on_page = page.tiles.iter().filter_map(|tile| match tile {
        TileDraft::Article { article_id, .. } => Some(*article_id),
        TileDraft::Group { .. } | TileDraft::Macro { .. } => None,
    });
    check_articles(db, on_page)?;
    let tiles = page.tiles.into_iter().map(|tile| check_tile(db, tile)).collect::<Result<_>>()?;
    Ok(Page { name: required("page", &page.name, NAME_LENGTH)?, color: color(page.color)?, tiles })
}

fn check_tile(db: Db<'_>, tile: TileDraft) -> Result<Tile> {
    match tile {
        TileDraft::Article { article_id, color: own } => {
            Ok(Tile::Article { id: article_id, color: own.map(color).transpose()? })
        }
        TileDraft::Group { name, color: own, articles } => {
            at_most(MOST_TILES, articles.len(), "group")?;
            check_articles(db, articles.iter().copied())?;
            Ok(Tile::Group { name: required("group", &name, NAME_LENGTH)?, color: color(own)?, articles })
        }
        TileDraft::Macro { name, color: own, command } => {
            Ok(Tile::Macro { name: required("macro", &name, NAME_LENGTH)?, color: color(own)?, command })
        }
    }
}

/// Each article exists, and stands only once in the list: two equal tiles side by side are a slip.
fn check_articles(db: Db<'_>, ids: impl Iterator<Item = ArticleId>) -> Result<()> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(invalid("article_twice"));
        }
        articles::by_id(db, id)?.ok_or_else(|| refusal(FaultCode::ArticleNotFound))?;
    }
    Ok(())
}

fn color(name: String) -> Result<String> {
    if COLORS.contains(&name.as_str()) { Ok(name) } else { Err(invalid("color")) }
}

fn at_most(limit: usize, count: usize, what: &'static str) -> Result<()> {
    if count > limit { Err(invalid(what)) } else { Ok(()) }
}

/// What the editor cannot make: no text of its own, the window that sent it is wrong.
fn invalid(detail: &'static str) -> crate::error::Error {
    Fault::refused(FaultCode::BadRequest).with("detail", detail).into()
}

fn draft_of(row: LayoutRow, content: Content) -> LayoutDraft {
    let pages = content.pages.into_iter().map(|page| LayoutPageDraft {
        name: page.name,
        color: page.color,
        tiles: page.tiles.into_iter().map(tile_draft).collect(),
    });
    LayoutDraft { id: Some(row.id), name: row.name, pages: pages.collect() }
}

fn tile_draft(tile: Tile) -> TileDraft {
    match tile {
        Tile::Article { id, color } => TileDraft::Article { article_id: id, color },
        Tile::Group { name, color, articles } => TileDraft::Group { name, color, articles },
        Tile::Macro { name, color, command } => TileDraft::Macro { name, color, command },
    }
}
