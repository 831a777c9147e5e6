//! S-01, the first articles of a shop: typed or imported, they stand on the sale screen.

use api::FaultCode;
use api::types::{
    CatalogueLists, Empty, Favourite, FavouritesCreate, LayoutGenerate, LayoutSummary, LayoutView, ShopView,
    TileView,
};
use domain::money::{Money, UnitPrice};
use testkit::{TestShop, Till};

use crate::first_run::first_manager;
use crate::layouts::import_articles;
use crate::workstations::new_shop;
use crate::world::refuses;

fn favourites(till: &Till, names: &[&str]) -> FavouritesCreate {
    let taxes: CatalogueLists = till.ask("catalogue_lists", Empty {});
    let tax_category_id = taxes.tax_categories[0].id;
    let favourite = |name: &&str| Favourite {
        name: (*name).to_owned(),
        unit_price: UnitPrice::from_money(Money(120)),
        tax_category_id,
    };
    FavouritesCreate { layout_name: "Favoris".to_owned(), articles: names.iter().map(favourite).collect() }
}

fn tiles(till: &Till) -> Vec<String> {
    let layout: Option<LayoutView> = till.ask("layout_current", Empty {});
    let tiles = layout.unwrap().pages.into_iter().flat_map(|page| page.tiles);
    let name = |tile| match tile {
        TileView::Article(article) => article.name,
        TileView::Group { name, .. } | TileView::Macro { name, .. } => name,
    };
    tiles.map(name).collect()
}

/// Favourites are articles and tiles at once, in their order; more of them join the same page. All or none.
#[test]
fn favourites_become_articles_and_the_first_layout() {
    let shop = TestShop::empty();
    let till = first_manager(&shop, &new_shop());
    let none = FavouritesCreate { layout_name: "Favoris".to_owned(), articles: Vec::new() };
    refuses(&shop, FaultCode::FieldRequired, || till.refused("favourites_create", none));
    let six = favourites(&till, &["a", "b", "c", "d", "e", "f"]);
    refuses(&shop, FaultCode::TooManyLines, || till.refused("favourites_create", six));
    let one_empty = favourites(&till, &["Pain", " "]);
    refuses(&shop, FaultCode::FieldRequired, || till.refused("favourites_create", one_empty));

    let _: LayoutSummary = till.ask("favourites_create", favourites(&till, &["Pain", "Croissant"]));
    assert_eq!(tiles(&till), ["Pain", "Croissant"]);
    let _: LayoutSummary = till.ask("favourites_create", favourites(&till, &["Brioche"]));
    assert_eq!(tiles(&till), ["Pain", "Croissant", "Brioche"]);
    assert_eq!(till.ask::<ShopView>("shop_view", Empty {}).missing, []);
    till.open_shift(0);
    assert_eq!(till.cash_sale(&["1", "2", "3"]).total, Money(360));
}

/// An imported list without departments still makes a layout.
#[test]
fn articles_without_department_have_a_page() {
    let shop = TestShop::empty();
    let till = first_manager(&shop, &new_shop());
    import_articles(&till, "code;nom;prix;tva\n1;Pain;1,20;5,5\n2;Tarte;9,90;5,5\n");
    let request = LayoutGenerate { name: "Comptoir".to_owned() };
    let _: LayoutSummary = till.ask("layout_generate", request);
    assert_eq!(tiles(&till), ["Pain", "Tarte"]);
}
