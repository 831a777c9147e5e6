//! The first articles of a shop in one go: what a person types who has no file to import.

use api::types::{ArticleSave, Favourite, FavouritesCreate, LayoutSummary};
use api::{Fault, FaultCode};
use domain::ids::LayoutId;
use store::tables::catalogue::{self, LayoutRow};

use super::articles::article_save;
use super::layouts::{COLORS, Content, Page, Tile, find, give_to_bare_workstations, save, summary};
use crate::context::{Context, Mutation};
use crate::error::{Result, refuse};
use crate::text::required;

/// As many as fit on the screen of the wizard.
const MOST: usize = 5;

/// Creates up to five articles and puts their tiles on the first page of the first layout, which is made if there is
/// none. All of them or none.
pub fn favourites_create(cx: &mut Mutation<'_, '_>, request: FavouritesCreate) -> Result<LayoutSummary> {
    if request.articles.is_empty() {
        return Err(Fault::refused(FaultCode::FieldRequired).with("field", "articles").into());
    }
    if request.articles.len() > MOST {
        return refuse(FaultCode::TooManyLines);
    }
    let name = required("layout_name", &request.layout_name, 40)?;
    let mut tiles = Vec::new();
    for favourite in request.articles {
        tiles.push(Tile::Article { id: article_save(cx, article(favourite))?.id, color: None });
    }
    let id = match catalogue::layouts(cx.db())?.into_iter().next() {
        Some(layout) => extend(cx, layout, tiles)?,
        None => make(cx, name, tiles)?,
    };
    give_to_bare_workstations(cx, id)?;
    summary(&find(cx, id)?)
}

fn article(favourite: Favourite) -> ArticleSave {
    ArticleSave {
        id: None,
        code: String::new(),
        name: favourite.name,
        unit: String::new(),
        unit_price: favourite.unit_price,
        list_prices: None,
        next_price: None,
        tax_category_id: favourite.tax_category_id,
        on_site_tax_category_id: None,
        delivered_tax_category_id: None,
        department_id: None,
        barcodes: Vec::new(),
        stocked: false,
        durable: false,
        active: true,
    }
}

fn make(cx: &mut Mutation<'_, '_>, name: String, tiles: Vec<Tile>) -> Result<LayoutId> {
    let id = LayoutId(cx.new_id());
    let page = Page { name: name.clone(), color: COLORS[0].to_owned(), tiles };
    save(cx, id, &name, &Content { pages: vec![page] })?;
    Ok(id)
}

fn extend(cx: &mut Mutation<'_, '_>, layout: LayoutRow, tiles: Vec<Tile>) -> Result<LayoutId> {
    let mut content: Content = serde_json::from_str(&layout.content)?;
    match content.pages.first_mut() {
        Some(page) => page.tiles.extend(tiles),
        None => {
            content.pages.push(Page { name: layout.name.clone(), color: COLORS[0].to_owned(), tiles });
        }
    }
    save(cx, layout.id, &layout.name, &content)?;
    Ok(layout.id)
}
