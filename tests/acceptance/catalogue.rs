//! ART, STK, TAX: articles, stock and taxes as far as the till shows and writes them.

use api::FaultCode;
use api::types::{ArticleSave, ArticleView, CatalogueLists, Empty};
use domain::ids::TaxCategoryId;
use domain::money::{Money, Quantity, UnitPrice};
use domain::permission::Role;
use testkit::{TestShop, Till, replicated};

use crate::world::{cashier_with_shift, refuses};

/// ART-09: a later price never alters a ticket; the cart keeps the price of the moment of the scan.
#[test]
fn a_validated_price_is_frozen() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C02");
    let article = manager.new_article("GEL", 10_00, "TVA 20 %");
    let done = till.cash_sale(&["GEL"]);
    let (ticket, tables) = (till.preview(done.document_id), replicated(shop.app().store()));
    till.scan("GEL");
    let dearer =
        ArticleSave { unit_price: UnitPrice::from_money(Money(12_00)), ..Till::article_save(&article) };
    let _: ArticleView = manager.ask("article_save", dearer);
    assert_eq!(till.preview(done.document_id), ticket);
    assert_eq!(replicated(shop.app().store())["document_line"], tables["document_line"]);
    assert_eq!(till.sale().total, Money(10_00), "a cart in progress keeps what the customer was told");
    let second = till.scan("1001");
    assert_eq!(second.total, Money(11_30));
}

/// STK-01: every sale writes one movement per stocked line, with its document and moment, and the level is their
/// sum.
#[test]
fn stock_moves_with_its_document() {
    let (shop, till) = cashier_with_shift();
    let before = shop.snapshot()["stock_movement"].len();
    let done = till.cash_sale(&["2101", "2102", "1001"]);
    let movements = &shop.snapshot()["stock_movement"];
    assert_eq!(movements.len(), before + 2, "the bread is not managed in stock");
    let document = done.document_id.0.simple().to_string();
    let of_sale: Vec<&String> = movements.iter().filter(|m| m.contains(&document)).collect();
    assert_eq!(of_sale.len(), 2);
    let moment = testkit::START_MS.to_string();
    assert!(of_sale.iter().all(|m| m.contains("|-10000|") && m.contains("|sale|") && m.ends_with(&moment)));
    assert_eq!(till.article("2102").stock, Some(Quantity::units(9)));
}

/// STK-06: an article that is not managed in stock makes no movement.
#[test]
fn services_make_no_movement() {
    let (shop, till) = cashier_with_shift();
    let before = shop.snapshot();
    till.cash_sale(&["1801", "1001"]);
    let after = shop.snapshot();
    assert_eq!(before["stock_movement"], after["stock_movement"]);
    assert_eq!(before["stock_level"], after["stock_level"]);
    assert_eq!(till.article("1801").stock, None);
}

/// An article's codes belong to it alone, its bar codes have right check digits, its tax exists, its price is
/// one.
#[test]
fn an_article_that_cannot_be_is_refused() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let article = manager.article("1001");
    let save = |change: &dyn Fn(&mut ArticleSave)| {
        let mut save = Till::article_save(&article);
        change(&mut save);
        save
    };
    let refused =
        |code, request: ArticleSave| refuses(&shop, code, || manager.refused("article_save", request));
    let fault = refused(FaultCode::BarcodeTaken, save(&|a| a.barcodes = vec!["3760999017041".to_owned()]));
    assert_eq!(fault.params["name"], "Eau gazeuse 1 l");
    refused(FaultCode::BarcodeTaken, save(&|a| a.code = "1002".to_owned()));
    refused(FaultCode::BarcodeInvalid, save(&|a| a.barcodes = vec!["3760999017042".to_owned()]));
    refused(FaultCode::TaxCategoryNotFound, save(&|a| a.tax_category_id = TaxCategoryId(uuid::Uuid::nil())));
    refused(FaultCode::PriceOutOfRange, save(&|a| a.unit_price = UnitPrice(-1)));
    refused(FaultCode::FieldRequired, save(&|a| a.name = " ".to_owned()));
    refused(FaultCode::FieldTooLong, save(&|a| a.name = "x".repeat(121)));
}

/// An article put to sleep is sold no more and keeps its history.
#[test]
fn a_sleeping_article_is_not_sold() {
    let (shop, till) = cashier_with_shift();
    let done = till.cash_sale(&["2108"]);
    let manager = shop.till(Role::Manager, "C02");
    let asleep = ArticleSave { active: false, ..Till::article_save(&manager.article("2108")) };
    let _: ArticleView = manager.ask("article_save", asleep);
    assert!(!till.scan("2108").lines[0].known, "its code is unknown to the till");
    assert!(till.preview(done.document_id).lines.iter().any(|l| l.text.contains("Sac en coton")));
}

/// The French rates are data with a day from which they hold; the till offers each as a category.
#[test]
fn rates_are_dated_data() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    let lists: CatalogueLists = till.ask("catalogue_lists", Empty {});
    let names: Vec<String> = lists.tax_categories.into_iter().map(|t| t.name).collect();
    assert_eq!(names, ["TVA 20 %", "TVA 10 %", "TVA 5,5 %", "TVA 2,1 %", "TVA 0 %"]);
    let rates = &shop.snapshot()["tax_rate"];
    assert_eq!(rates.len(), 5);
    assert!(rates.iter().any(|r| r.contains("|2014-01-01|20000|")), "{rates:?}");
}
