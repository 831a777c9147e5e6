//! SAL-01, SAL-02, SAL-04, ART-08: what section A of the sale screen shows.

use api::ImportPhase;
use api::types::{
    ArticlePage, CatalogueSearch, Empty, ImportKind, ImportStatus, LayoutGenerate, LayoutSummary, LayoutView,
    SaleAddArticle, SaleView, TileView,
};
use demo::Sample;
use demo::content::Tile;
use domain::money::Quantity;
use domain::permission::Role;
use testkit::{TestShop, Till};

use crate::imports::Wish;
use crate::world::cashier_with_shift;

/// Imports articles from the text of a CSV file and waits until they are there.
pub fn import_articles(till: &Till, csv: &str) -> ImportStatus {
    let (preview, status) = Wish::new(ImportKind::Articles, "articles.csv", csv).import(till);
    assert_eq!(
        (preview.missing_fields.as_slice(), preview.rejected.as_slice()),
        ([].as_slice(), [].as_slice())
    );
    assert_eq!(status.phase, ImportPhase::Done, "{status:?}");
    status
}

fn layout(till: &Till) -> LayoutView {
    let view: Option<LayoutView> = till.ask("layout_current", Empty {});
    view.unwrap()
}

/// The names on a page, those inside groups behind the name of the group.
fn names(tiles: &[TileView]) -> Vec<String> {
    tiles
        .iter()
        .flat_map(|tile| match tile {
            TileView::Article(a) => vec![a.name.clone()],
            TileView::Macro { name, .. } => vec![name.clone()],
            TileView::Group { name, articles, .. } => {
                let inside = articles.iter().map(|a| format!("{name}/{}", a.name));
                inside.collect()
            }
        })
        .collect()
}

/// SAL-01: the sale screen shows the tiles of the workstation's layout, all of them, in its order.
#[test]
fn tiles_are_shown_in_layout_order() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    let content = Sample::France.content();
    let name_of = |code: &String| content.articles.iter().find(|a| a.code == *code).unwrap().name.to_owned();
    let shown = layout(&till);
    assert_eq!(shown.pages.len(), content.layout.pages.len());
    for (page, planned) in shown.pages.iter().zip(&content.layout.pages) {
        let planned_names: Vec<String> = planned
            .tiles
            .iter()
            .flat_map(|tile| match tile {
                Tile::Article { code } => vec![name_of(code)],
                Tile::Group { name, codes, .. } => {
                    codes.iter().map(|c| format!("{name}/{}", name_of(c))).collect()
                }
            })
            .collect();
        assert_eq!((&*page.name, names(&page.tiles)), (planned.name, planned_names));
    }
}

/// SAL-02, ART-03: «caf» finds every article with it in its name, whatever accents and case, and nothing else;
/// codes, bar codes and departments are found too.
#[test]
fn search_filters_by_any_part() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    let search = |text: &str, department_id| -> ArticlePage {
        till.ask(
            "catalogue_search",
            CatalogueSearch { text: text.to_owned(), department_id, offset: 0, limit: 200 },
        )
    };
    let content = Sample::France.content();
    let mut expected: Vec<&str> = content
        .articles
        .iter()
        .filter(|a| domain::text::fold(a.name).contains("caf"))
        .map(|a| a.name)
        .collect();
    let page = search("caf", None);
    let mut found: Vec<&str> = page.rows.iter().map(|a| a.name.as_str()).collect();
    expected.sort_unstable();
    found.sort_unstable();
    assert!(found.contains(&"Café crème") && !found.contains(&"Thé noir"));
    assert_eq!(found, expected);
    assert_eq!(search("3760999017041", None).rows[0].code, "1704", "by bar code");
    assert_eq!(search("1704", None).rows[0].name, "Eau gazeuse 1 l", "by code");
    let department = search("caf", None).rows[0].department_id;
    assert!(search("", department).rows.iter().all(|a| a.department_id == department), "by department");
}

/// SAL-04: a group tile holds articles, and one picked there becomes a line.
#[test]
fn an_article_is_picked_in_a_group() {
    let (_shop, till) = cashier_with_shift();
    let pages = layout(&till).pages;
    let group = pages.iter().flat_map(|p| &p.tiles).find_map(|tile| match tile {
        TileView::Group { name, articles, .. } if name == "Glaces" => Some(articles.clone()),
        _ => None,
    });
    let ice = group.unwrap().into_iter().find(|a| a.name == "Cornet une boule").unwrap();
    let view: SaleView =
        till.ask("sale_add_article", SaleAddArticle { article_id: ice.article_id, quantity: None });
    assert_eq!(view.lines.len(), 1);
    assert_eq!((view.lines[0].name.as_str(), view.lines[0].quantity), ("Cornet une boule", Quantity::ONE));
}

/// ART-08: a layout made of the departments, given to a workstation, is what its screen shows.
#[test]
fn the_screen_follows_the_layout() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    import_articles(&manager, "code;nom;rayon;prix;tva\n9001;Sirop d’orgeat;Sirops;4,20;5,5\n");
    let made: LayoutSummary = manager.ask("layout_generate", LayoutGenerate { name: "Rayons".to_owned() });
    manager.set_up_workstation(|w| w.layout_id = Some(made.id));
    let shown = layout(&shop.till(Role::Cashier, "C01"));
    let page = shown.pages.iter().find(|p| p.name == "Sirops").unwrap();
    assert_eq!(names(&page.tiles), ["Sirop d’orgeat"]);
    let tiles: usize = shown.pages.iter().map(|p| names(&p.tiles).len()).sum();
    assert_eq!(u32::try_from(tiles).unwrap(), made.tiles);
}
