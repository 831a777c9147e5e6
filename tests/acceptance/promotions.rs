//! Price lists, prices that change on a day, promotions: from the back office to the signed ticket and back.

mod midnight;
mod paid_back;
mod rights;

use api::FaultCode;
use api::types::{
    ArticleListPrice, ArticleSave, ArticleView, CustomerAccount, CustomerFile, CustomerRef, Empty,
    LayoutView, PlannedPrice, PriceCheck, PriceChecked, PriceListSave, PriceListView, PromotionRef,
    PromotionSave, PromotionState, PromotionView, SaleSetCustomer, SaleView, TileView,
};
use domain::ids::{ArticleId, CustomerId, PriceListId};
use domain::money::{Money, Rate, UnitPrice};
use domain::payment::PaymentKind;
use domain::permission::Role;
use domain::promotion::{PromotionRule, PromotionScope};
use testkit::{TestShop, Till, raw};

use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{cashier_with_shift, new_customer, refuses};

/// The first local day of every test shop.
const TODAY: &str = "2026-11-21";
const TOMORROW: &str = "2026-11-22";
const THREE_FOR_TWO: PromotionRule = PromotionRule::NForM { pieces: 3, paid: 2 };

/// A promotion of an article, as the form sends it.
fn promotion(name: &str, rule: PromotionRule, article: ArticleId, days: (&str, &str)) -> PromotionSave {
    PromotionSave {
        id: None,
        name: name.to_owned(),
        rule,
        scope: PromotionScope::Articles { ids: vec![article] },
        first_day: days.0.to_owned(),
        last_day: days.1.to_owned(),
    }
}

fn rate(rate: i64) -> PromotionRule {
    PromotionRule::Percent { rate: Rate(rate) }
}

fn price_list(manager: &Till, name: &str) -> PriceListView {
    manager.ask("price_list_save", PriceListSave { id: None, name: name.to_owned(), active: true })
}

/// Gives an article a price in a list.
fn listed(manager: &Till, article: &ArticleView, list: PriceListId, cents: i64) -> ArticleView {
    let price = ArticleListPrice { price_list_id: list, unit_price: UnitPrice::from_money(Money(cents)) };
    let save = ArticleSave { list_prices: Some(vec![price]), ..Till::article_save(article) };
    manager.ask("article_save", save)
}

/// A customer who pays the prices of a list.
fn customer_of(manager: &Till, name: &str, list: PriceListId) -> CustomerId {
    let customer_id = new_customer(manager, name).id;
    let account: CustomerAccount = manager.ask("customer_account", CustomerRef { customer_id });
    let file = CustomerFile { price_list_id: Some(list), ..account.file };
    let saved: CustomerFile = manager.ask("customer_save", file);
    assert_eq!(saved.price_list_id, Some(list));
    customer_id
}

fn choose(till: &Till, customer_id: Option<CustomerId>) -> SaleView {
    till.ask("sale_set_customer", SaleSetCustomer { customer_id })
}

fn check(till: &Till, code: &str) -> PriceChecked {
    till.ask("price_check", PriceCheck { code: code.to_owned() })
}

fn totals(view: &SaleView) -> Vec<i64> {
    view.lines.iter().map(|line| line.total.0).collect()
}

/// The one number that a query of the database finds.
fn number(shop: &TestShop, query: &str) -> i64 {
    let answer = &raw::sql(&shop.database(), &[query])[0];
    answer.trim_matches(['[', ']']).parse().unwrap_or_else(|_| panic!("{query}: {answer}"))
}

/// What one of an article costs now; nothing stays in the sale.
fn price_now(till: &Till, code: &str) -> i64 {
    let view = till.scan(code);
    let total = view.lines.last().unwrap().total.0;
    let _: SaleView = till.ask("sale_undo", Empty {});
    total
}

/// A price list, a price in it, a price to come and a promotion: part of a day that is replayed.
pub fn prices_of_a_day(manager: &Till, article: &ArticleView, after: &mut impl FnMut(&str)) {
    let list = price_list(manager, "Professionnel");
    after("create a price list");
    let price = ArticleListPrice { price_list_id: list.id, unit_price: UnitPrice(9_990_000) };
    let planned = PlannedPrice { unit_price: UnitPrice(14_500_000), from_day: "2027-01-01".to_owned() };
    let save = ArticleSave {
        list_prices: Some(vec![price]),
        next_price: Some(planned),
        ..Till::article_save(&manager.article(&article.code))
    };
    let _: ArticleView = manager.ask("article_save", save);
    after("plan a price");
    let save = promotion("3 pour 2", THREE_FOR_TWO, article.id, (TODAY, "2026-12-24"));
    let _: PromotionView = manager.ask("promotion_save", save);
    after("create a promotion");
}

/// A promotion is in force from the midnight of its first day to that of the day after its last one, as the clock on
/// the shop's wall shows them, on the line, on the tile, in the price check and in the list alike.
#[test]
fn a_promotion_begins_and_ends_at_the_shops_midnight() {
    // 09:30 in Paris and 03:30 in Québec, as every test begins.
    for (shop, tax, to_midnight) in
        [(TestShop::france(), "TVA 20 %", 52_200), (TestShop::quebec(), "TPS + TVQ", 73_800)]
    {
        let manager = shop.till(Role::Manager, "C01");
        let article = manager.new_article("PROMO", 10_00, tax);
        let save = promotion("Dimanche", rate(10_000), article.id, (TOMORROW, TOMORROW));
        let saved: PromotionView = manager.ask("promotion_save", save);
        assert_eq!(saved.state, PromotionState::Upcoming);
        let seen = |price: i64, state: PromotionState| {
            assert_eq!(price_now(&manager, "PROMO"), price);
            let offers = check(&manager, "PROMO").offers;
            let prices: Vec<_> = offers.iter().map(|o| o.unit_price).collect();
            let running = state == PromotionState::Running;
            assert_eq!(prices, if running { vec![Some(UnitPrice(9_000_000))] } else { Vec::new() });
            let all: Vec<PromotionView> = manager.ask("promotion_list", Empty {});
            assert_eq!(all[0].state, state);
        };
        seen(10_00, PromotionState::Upcoming);
        shop.clock.advance_s(to_midnight - 1);
        seen(10_00, PromotionState::Upcoming);
        shop.clock.advance_s(1);
        seen(9_00, PromotionState::Running);
        shop.clock.advance_s(86_399);
        seen(9_00, PromotionState::Running);
        shop.clock.advance_s(1);
        seen(10_00, PromotionState::Past);
        assert_replays(&shop);
    }
}

/// A price to come takes effect by itself at the shop's midnight; saving the article afterwards keeps it.
#[test]
fn a_planned_price_takes_effect_by_itself() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C01");
    let article = manager.new_article("PRIX", 10_00, "TVA 20 %");
    let planned = |day: &str, price: i64| ArticleSave {
        next_price: Some(PlannedPrice { unit_price: UnitPrice(price), from_day: day.to_owned() }),
        ..Till::article_save(&article)
    };
    for day in [TODAY, "2026-11-20", "demain", ""] {
        refuses(&shop, FaultCode::PlannedPriceDay, || {
            manager.refused("article_save", planned(day, 12_000_000))
        });
    }
    refuses(&shop, FaultCode::PriceOutOfRange, || manager.refused("article_save", planned(TOMORROW, -1)));
    let saved: ArticleView = manager.ask("article_save", planned(TOMORROW, 12_000_000));
    assert_eq!(
        (saved.unit_price, saved.next_price.unwrap().from_day),
        (UnitPrice(10_000_000), TOMORROW.to_owned())
    );
    assert_eq!(price_now(&till, "PRIX"), 10_00);
    shop.clock.advance_s(52_200);
    assert_eq!(price_now(&till, "PRIX"), 12_00);
    let now = manager.article("PRIX");
    assert_eq!((now.unit_price, &now.next_price), (UnitPrice(12_000_000), &None));
    let _: ArticleView = manager.ask("article_save", Till::article_save(&now));
    assert_eq!(price_now(&till, "PRIX"), 12_00);
    assert_replays(&shop);
}

/// Choosing a customer reprices the lines at once, undo takes both back, and the ticket is signed at the list's price.
#[test]
fn a_customer_brings_their_price_list() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C01");
    let list = price_list(&manager, "Professionnel");
    refuses(&shop, FaultCode::PriceListNameTaken, || {
        let same = PriceListSave { id: None, name: "professionnel".to_owned(), active: true };
        manager.refused("price_list_save", same)
    });
    let article = manager.new_article("PRO", 10_00, "TVA 20 %");
    listed(&manager, &article, list.id, 7_50);
    let professional = customer_of(&manager, "Durand", list.id);
    let counted: Vec<PriceListView> = manager.ask("price_list_list", Empty {});
    assert_eq!((counted[0].articles, counted[0].customers), (1, 1));
    till.scan_units("PRO", 2);
    assert_eq!(totals(&till.scan("1001")).len(), 2);
    let view = choose(&till, Some(professional));
    let line = &view.lines[0];
    let shown = line.price_list.as_ref().map(|l| (l.name.as_str(), l.public_price));
    assert_eq!((line.total, shown), (Money(15_00), Some(("Professionnel", UnitPrice(10_000_000)))));
    assert!(view.lines[1].price_list.is_none(), "an article without a price in the list");
    let undone: SaleView = till.ask("sale_undo", Empty {});
    assert_eq!(
        (undone.lines[0].total, undone.customer.is_some_and(|c| !c.is_default)),
        (Money(20_00), false)
    );
    let again: SaleView = till.ask("sale_redo", Empty {});
    assert_eq!(again.lines[0].total, Money(15_00));
    assert_eq!(choose(&till, None).lines[0].total, Money(20_00));
    choose(&till, Some(professional));
    assert_eq!(till.scan("PRO").lines[0].total, Money(22_50), "a scan joins the line of its price");
    let named: Vec<_> =
        check(&till, "PRO").list_prices.into_iter().map(|p| (p.name, p.unit_price.0)).collect();
    assert_eq!(named, [("Professionnel".to_owned(), 7_500_000)]);
    till.pay(PaymentKind::Cash, None);
    till.validate();
    let sold = number(&shop, "SELECT total FROM document_line WHERE n = 1 AND name = 'Article PRO'");
    assert_eq!(sold, 22_50);
    let asleep = PriceListSave { id: Some(list.id), name: list.name, active: false };
    let _: PriceListView = manager.ask("price_list_save", asleep);
    till.scan("PRO");
    assert_eq!(totals(&choose(&till, Some(professional))), [10_00], "a list put to sleep prices nothing");
    assert_sound(&shop);
    assert_replays(&shop);
}

/// A parked sale keeps the promotion of the day on which it was entered, also after the program was killed.
#[test]
fn a_parked_sale_keeps_its_price_the_next_day() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C01");
    let article = manager.new_article("PROMO", 10_00, "TVA 20 %");
    let save = promotion("Samedi", rate(50_000), article.id, (TODAY, TODAY));
    let _: PromotionView = manager.ask("promotion_save", save);
    let view = till.scan_units("PROMO", 2);
    let shown = view.lines[0].promotion.as_ref().map(|p| (p.name.as_str(), p.regular, p.amount));
    assert_eq!((view.lines[0].total, shown), (Money(10_00), Some(("Samedi", Money(20_00), Money(10_00)))));
    let cart_id = view.cart_id;
    let _: SaleView = till.ask("sale_park", api::types::SalePark { label: String::new() });
    let shop = shop.killed_and_reopened();
    let till = shop.till(Role::Cashier, "C01");
    shop.clock.advance_days(1);
    let back: SaleView = till.ask("sale_recall", api::types::ParkedRef { cart_id });
    assert_eq!(totals(&back), [10_00]);
    assert_eq!(totals(&till.scan("PROMO")), [10_00, 10_00], "what is entered now pays the price of now");
    let fewer = api::types::SaleStepQuantity { line_id: back.lines[0].id, steps: -1 };
    let _: SaleView = till.ask("sale_step_quantity", fewer);
    let undone: SaleView = till.ask("sale_undo", Empty {});
    assert_eq!(totals(&undone), [10_00, 10_00]);
}

/// The tile shows the price of the promotion, the ticket names it, and from then on it is ended, not deleted.
#[test]
fn a_promotion_is_printed_and_then_kept() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C01");
    let tile = first_tile(&till);
    let save = promotion("Offre de saison", rate(10_000), tile, (TODAY, TODAY));
    let promoted: PromotionView = manager.ask("promotion_save", save);
    let layout: Option<LayoutView> = till.ask("layout_current", Empty {});
    let shown = tiles(layout).into_iter().find(|t| t.article_id == tile).unwrap();
    assert_eq!(shown.offer.map(|o| o.name), Some("Offre de saison".to_owned()));
    let request = PromotionRef { promotion_id: promoted.id };
    let add = api::types::SaleAddArticle { article_id: tile, quantity: None };
    let _: SaleView = till.ask("sale_add_article", add);
    till.pay(PaymentKind::Cash, None);
    let done = till.validate();
    let paper: String =
        till.preview(done.document_id).lines.iter().map(|l| format!("{}\n", l.text)).collect();
    assert!(paper.contains("Offre de saison") && paper.contains("10 %"), "{paper}");
    let reason = "SELECT count(*) FROM document_line WHERE discount_reason = 'Offre de saison' AND discount_rate = 10000";
    assert_eq!(number(&shop, reason), 1);
    refuses(&shop, FaultCode::PromotionUsed, || manager.refused("promotion_delete", &request));
    let ended: PromotionView = manager.ask("promotion_end", &request);
    assert_eq!((ended.state, ended.used), (PromotionState::Past, true));
    assert!(check(&till, "1001").offers.is_empty());
    assert_sound(&shop);
    assert_replays(&shop);
}

fn tiles(layout: Option<LayoutView>) -> Vec<api::types::ArticleTile> {
    let tile = |tile: TileView| match tile {
        TileView::Article(article) => vec![article],
        _ => Vec::new(),
    };
    layout.unwrap().pages.into_iter().flat_map(|p| p.tiles).flat_map(tile).collect()
}

fn first_tile(till: &Till) -> ArticleId {
    let layout: Option<LayoutView> = till.ask("layout_current", Empty {});
    let of_a_price = |t: &api::types::ArticleTile| t.unit_price.0 >= 1_000_000;
    tiles(layout).into_iter().find(of_a_price).unwrap().article_id
}
