//! How long what the tiles show holds.

use api::types::{Empty, LayoutView, PromotionView};
use domain::money::UnitPrice;
use domain::permission::Role;
use testkit::{TestShop, Till};

use super::{TODAY, first_tile, promotion, rate, tiles};

/// Tiles say how long their prices hold: until the shop's midnight, when a promotion ends and nothing else happens. Read
/// again then, they show the price of the new day.
#[test]
fn tiles_hold_until_the_shops_midnight() {
    for (shop, to_midnight) in [(TestShop::france(), 52_200), (TestShop::quebec(), 73_800)] {
        let till = shop.till(Role::Manager, "C01");
        let article = first_tile(&till);
        let before = offer(&till, article);
        let save = promotion("Dernier jour", rate(50_000), article, (TODAY, TODAY));
        let _: PromotionView = till.ask("promotion_save", save);
        let layout: Option<LayoutView> = till.ask("layout_current", Empty {});
        assert_eq!(layout.unwrap().fresh_ms, to_midnight * 1000);
        let reduced = offer(&till, article);
        assert_ne!(reduced, before);
        shop.clock.advance_s(to_midnight - 1);
        assert_eq!(offer(&till, article), reduced, "the last second of the day");
        shop.clock.advance_s(1);
        assert_eq!(offer(&till, article), before);
        let layout: Option<LayoutView> = till.ask("layout_current", Empty {});
        assert_eq!(layout.unwrap().fresh_ms, 86_400_000, "the next day");
    }
}

/// What the tile of an article asks for it now.
fn offer(till: &Till, article: domain::ids::ArticleId) -> UnitPrice {
    let tile = tiles(till.ask("layout_current", Empty {})).into_iter().find(|t| t.article_id == article);
    let tile = tile.unwrap_or_else(|| panic!("no tile of {article:?}"));
    tile.offer.and_then(|o| o.unit_price).unwrap_or(tile.unit_price)
}
