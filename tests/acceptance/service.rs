//! Fees, the way of service and the taxes they bring.

use api::FaultCode;
use api::types::{
    ArticleSave, ArticleView, CatalogueLists, Empty, FeeTypeSave, FeeTypeView, SaleAddFee, SaleSetService,
    SaleView,
};
use domain::cart::ServiceMode;
use domain::money::{Money, UnitPrice};
use domain::permission::Role;
use store::tables::master::set;
use store::{Actor, MasterEntity, Stamp};
use testkit::{TestShop, Till, raw};

use crate::fiscal_chain::assert_sound;
use crate::pricing::{fee, finish, new_fee_type, on_line, percent, rates, set_options};
use crate::world::{cashier_with_shift, refuses};

/// SAL-05: the fee «Livraison» of 5.00 € is a line of 5.00 € with its VAT; it moves no stock and is no article.
#[test]
fn a_fee_is_a_line_with_its_tax() {
    let (shop, till) = cashier_with_shift();
    till.scan("1001");
    let view: SaleView = till.ask("sale_add_fee", fee(&till, "Livraison", Some(5_00)));
    let line = &view.lines[1];
    assert_eq!(
        (line.name.as_str(), line.total, line.fee, line.article_id),
        ("Livraison", Money(5_00), true, None)
    );
    assert_eq!(rates(&view), [(5_500, 1_30), (20_000, 5_00)]);
    assert_eq!((view.total, view.articles), (Money(6_30), 1));
    let done = finish(&till);
    assert!(till.preview(done.document_id).lines.iter().any(|l| l.text.contains("Livraison")));
    let stored = [
        "SELECT count(*) FROM document_line WHERE fee_type_id IS NOT NULL AND article_id IS NULL AND total = 500",
    ];
    assert_eq!(raw::sql(&shop.database(), &stored), ["[[1]]"]);
    assert_sound(&shop);
}

/// SAL-05: a fee needs an amount, its own or one that is entered, and a kind that is offered.
#[test]
fn a_fee_needs_an_amount_and_a_kind_that_is_offered() {
    let (shop, till) = cashier_with_shift();
    till.scan("1001");
    for cents in [None, Some(0), Some(-1), Some(i64::MAX)] {
        refuses(&shop, FaultCode::AmountOutOfRange, || {
            till.refused("sale_add_fee", fee(&till, "Port", cents))
        });
    }
    let labelled = SaleAddFee { label: "Colis 2 kg".to_owned(), ..fee(&till, "Port", Some(7_90)) };
    let view: SaleView = till.ask("sale_add_fee", labelled);
    assert_eq!((view.lines[1].name.as_str(), view.total), ("Colis 2 kg", Money(9_20)));
    let manager = shop.till(Role::Manager, "C01");
    let kind = new_fee_type(&manager, "Consigne", Some(2_00));
    let request = fee(&till, "Consigne", None);
    let view: SaleView = till.ask("sale_add_fee", &request);
    assert_eq!(view.lines[2].total, Money(2_00), "the usual amount");
    let save = |active, amount| FeeTypeSave {
        id: Some(kind.id),
        name: kind.name.clone(),
        tax_category_id: kind.tax_category_id,
        amount,
        active,
    };
    refuses(&shop, FaultCode::AmountOutOfRange, || {
        manager.refused("fee_type_save", save(true, Some(Money(0))))
    });
    let _: FeeTypeView = manager.ask("fee_type_save", save(false, None));
    refuses(&shop, FaultCode::FeeTypeNotFound, || till.refused("sale_add_fee", &request));
    refuses(&shop, FaultCode::PermissionDenied, || till.refused("fee_type_save", save(true, None)));
}

/// Undo takes discounts, fees and the mode back one by one, exactly.
#[test]
fn undo_takes_prices_back() {
    let (shop, till) = cashier_with_shift();
    let line = till.scan_units("1001", 3).lines[0].id;
    let plain = till.sale();
    let _: SaleView = till.ask("sale_set_line_discount", on_line(line, percent(10_000)));
    let _: SaleView = till.ask("sale_add_fee", fee(&till, "Emballage", None));
    let _: SaleView = till.ask("sale_set_service", SaleSetService { service: ServiceMode::Delivered });
    let full = till.sale();
    assert_eq!((full.total, full.service), (Money(5_01), Some(ServiceMode::Delivered)));
    let mut view = full.clone();
    for _ in 0..3 {
        view = till.ask("sale_undo", Empty {});
    }
    assert_eq!((&view.lines, &view.taxes, view.total), (&plain.lines, &plain.taxes, plain.total));
    for _ in 0..3 {
        view = till.ask("sale_redo", Empty {});
    }
    assert_eq!((&view.lines, view.total), (&full.lines, full.total));
    let after_a_crash = shop.killed_and_reopened();
    assert_eq!(after_a_crash.till(Role::Cashier, "C01").sale().lines, full.lines);
}

/// SAL-23, TAX-02: an article at 10 % on site and 5.5 % to take away has the VAT of the mode, whichever comes first.
#[test]
fn the_mode_of_service_selects_the_rate() {
    let (shop, till) = cashier_with_shift();
    let view = till.scan("1001");
    assert_eq!((rates(&view), view.service), (vec![(5_500, 1_30)], Some(ServiceMode::Takeaway)));
    let on_site = || SaleSetService { service: ServiceMode::OnSite };
    let view: SaleView = till.ask("sale_set_service", on_site());
    assert_eq!(rates(&view), [(10_000, 1_30)]);
    let view = till.scan("1101");
    assert_eq!(rates(&view), [(10_000, 2_55)], "what is added takes the mode of the sale");
    let view = till.scan("2108");
    assert_eq!(rates(&view), [(10_000, 2_55), (20_000, 5_90)], "other articles keep their rate");
    let delivered = SaleSetService { service: ServiceMode::Delivered };
    let view: SaleView = till.ask("sale_set_service", delivered);
    assert_eq!(rates(&view), [(5_500, 2_55), (20_000, 5_90)], "food delivered is food to take away");
    let _: SaleView = till.ask("sale_set_service", on_site());
    let done = finish(&till);
    assert!(till.preview(done.document_id).lines.iter().any(|l| l.text.contains("Sur place")));
    assert_eq!(raw::sql(&shop.database(), &["SELECT service FROM document"]), [r#"[["on_site"]]"#]);
    let next = till.scan("1001");
    assert_eq!(
        (rates(&next), next.service),
        (vec![(5_500, 1_30)], Some(ServiceMode::Takeaway)),
        "a new sale"
    );
    set_options(&shop, |o| o.service_modes = false);
    assert_eq!(till.sale().service, None);
    refuses(&shop, FaultCode::ServiceNotOffered, || till.refused("sale_set_service", on_site()));
}

/// TAX-02: the file of an article names its categories; one that does not exist is refused.
#[test]
fn an_article_has_a_category_for_each_mode() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let lists: CatalogueLists = manager.ask("catalogue_lists", Empty {});
    let tax = |name: &str| lists.tax_categories.iter().find(|t| t.name == name).map(|t| t.id);
    let article = manager.new_article("DOUBLE", 10_00, "TVA 5,5 %");
    let save = ArticleSave {
        on_site_tax_category_id: tax("TVA 10 %"),
        delivered_tax_category_id: tax("TVA 20 %"),
        ..Till::article_save(&article)
    };
    let saved: ArticleView = manager.ask("article_save", &save);
    assert_eq!(saved.on_site_tax_category_id, tax("TVA 10 %"));
    let unknown = ArticleSave {
        delivered_tax_category_id: Some(domain::ids::TaxCategoryId(uuid::Uuid::nil())),
        ..save
    };
    refuses(&shop, FaultCode::TaxCategoryNotFound, || manager.refused("article_save", unknown));
    manager.open_shift(0);
    manager.scan("DOUBLE");
    for (service, rate) in
        [(ServiceMode::OnSite, 10_000), (ServiceMode::Delivered, 20_000), (ServiceMode::Takeaway, 5_500)]
    {
        let view: SaleView = manager.ask("sale_set_service", SaleSetService { service });
        assert_eq!(rates(&view), [(rate, 10_00)]);
    }
}

/// TAX-01: rates are dated data. A new rate holds from its day on; what was sold before keeps the old one, in its rows
/// and on its paper, and no command edits a rate.
#[test]
fn a_new_rate_starts_on_its_day() {
    let (shop, till) = cashier_with_shift();
    let old = till.cash_sale(&["1001"]);
    let paper = till.preview(old.document_id);
    let tax = raw::sql(&shop.database(), &["SELECT id FROM tax WHERE code = 'TVA55'"]);
    let tax: Vec<[String; 1]> = serde_json::from_str(&tax[0]).unwrap();
    let stamp = Stamp { now_ms: testkit::START_MS, actor: Actor::default() };
    let (tax, id) = (tax[0][0].clone(), uuid::Uuid::now_v7());
    let tomorrow = vec![
        ("tax_id", serde_json::json!(tax)),
        ("valid_from", serde_json::json!("2026-11-22")),
        ("rate", serde_json::json!(6_000)),
    ];
    let written = shop.app().store().write(stamp, move |tx| set(tx, MasterEntity::TaxRate, id, tomorrow));
    written.unwrap();
    assert_eq!(rates(&till.scan("1001")), [(5_500, 1_30)], "today's rate");
    let _: SaleView = till.ask("sale_abandon", Empty {});
    shop.clock.advance_s(86_400);
    assert_eq!(rates(&till.scan("1001")), [(6_000, 1_30)], "tomorrow's");
    finish(&till);
    let stored = ["SELECT rate FROM document_tax ORDER BY rate"];
    assert_eq!(raw::sql(&shop.database(), &stored), ["[[5500], [6000]]"]);
    assert_eq!(till.preview(old.document_id), paper);
    let edits = api::command_table().iter().filter(|c| c.name.contains("tax")).count();
    assert_eq!(edits, 0, "no command changes a tax or a rate");
}

/// ART-09: what was sold keeps its price, its tax and its discount when the article changes.
#[test]
fn a_validated_document_keeps_its_prices() {
    let (shop, till) = cashier_with_shift();
    let line = till.scan("2108").lines[0].id;
    let _: SaleView = till.ask("sale_set_line_discount", on_line(line, percent(10_000)));
    let done = finish(&till);
    let before = (till.preview(done.document_id), shop.snapshot()["document_line"].clone());
    let manager = shop.till(Role::Manager, "C01");
    let article = manager.article("2108");
    let dearer = ArticleSave { unit_price: UnitPrice(20_000_000), ..Till::article_save(&article) };
    let _: ArticleView = manager.ask("article_save", dearer);
    assert_eq!((till.preview(done.document_id), shop.snapshot()["document_line"].clone()), before);
}
