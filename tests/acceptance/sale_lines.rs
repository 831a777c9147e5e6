//! SAL: lines of the order, and STK-02 and ART-01 where they show there.

use api::FaultCode;
use api::types::{Empty, SaleAddArticle, SaleLineRef, SaleSetQuantity, SaleStepQuantity, SaleView};
use domain::money::{Money, Quantity};
use testkit::Till;

use crate::world::{cashier_with_shift, refuses};

fn set(till: &Till, view: &SaleView, quantity: Quantity) -> SaleView {
    till.ask("sale_set_quantity", SaleSetQuantity { line_id: view.lines[0].id, quantity })
}

/// SAL-03: a tile adds its article as a line of quantity 1; again, it makes it 2.
#[test]
fn a_tile_adds_a_line() {
    let (_shop, till) = cashier_with_shift();
    let article_id = till.article("1801").id;
    let add = || -> SaleView { till.ask("sale_add_article", SaleAddArticle { article_id, quantity: None }) };
    let view = add();
    assert_eq!(view.lines.len(), 1);
    assert_eq!((view.lines[0].name.as_str(), view.lines[0].quantity), ("Expresso", Quantity::ONE));
    let view = add();
    assert_eq!((view.lines.len(), view.lines[0].quantity), (1, Quantity::units(2)));
}

/// SAL-10: a removed line leaves the total; undo brings it back.
#[test]
fn a_line_can_be_removed_until_payment() {
    let (shop, till) = cashier_with_shift();
    till.scan("1001");
    let view = till.scan("1101");
    assert_eq!(view.total, Money(2_55));
    let removed = SaleLineRef { line_id: view.lines[0].id };
    let view: SaleView = till.ask("sale_remove_line", &removed);
    assert_eq!((view.lines.len(), view.total), (1, Money(1_25)));
    refuses(&shop, FaultCode::LineNotFound, || till.refused("sale_remove_line", &removed));
    let view: SaleView = till.ask("sale_undo", Empty {});
    assert_eq!((view.lines.len(), view.total), (2, Money(2_55)));
    let view: SaleView = till.ask("sale_redo", Empty {});
    assert_eq!(view.total, Money(1_25));
    refuses(&shop, FaultCode::NothingToUndo, || till.refused("sale_redo", Empty {}));
}

/// SAL-14: «+» twice makes 3, with the total; «−» below one removes the line.
#[test]
fn plus_and_minus_step_the_quantity() {
    let (_shop, till) = cashier_with_shift();
    let line_id = till.scan("1001").lines[0].id;
    let step = |steps| -> SaleView { till.ask("sale_step_quantity", SaleStepQuantity { line_id, steps }) };
    step(1);
    let view = step(1);
    assert_eq!((view.lines[0].quantity, view.lines[0].total), (Quantity::units(3), Money(3_90)));
    assert_eq!(step(-2).lines[0].quantity, Quantity::ONE);
    assert_eq!(step(-1).lines.len(), 0);
}

/// SAL-15: a quantity can be typed; what cannot be is refused.
#[test]
fn a_quantity_can_be_typed() {
    let (shop, till) = cashier_with_shift();
    let view = till.scan("1001");
    assert_eq!(set(&till, &view, Quantity::units(12)).lines[0].total, Money(15_60));
    let bad = |quantity| SaleSetQuantity { line_id: view.lines[0].id, quantity };
    let refused = |code, q| refuses(&shop, code, || till.refused("sale_set_quantity", bad(q)));
    refused(FaultCode::QuantityNotWhole, Quantity(1_5000));
    refused(FaultCode::QuantityOutOfRange, Quantity(0));
    refused(FaultCode::QuantityOutOfRange, Quantity(-1_0000));
    let by_weight = till.scan("1013");
    let line_id = by_weight.lines[1].id;
    let view: SaleView = till.ask("sale_set_quantity", SaleSetQuantity { line_id, quantity: Quantity(4250) });
    assert_eq!(view.lines[1].total, Money(2_64), "0.425 kg at 6.20 is 2.635: half away from zero");
    assert_eq!(view.articles, 13, "a measured line counts once");
}

/// SAL-25, ART-01: each bar code of an article adds it; its code too.
#[test]
fn every_bar_code_of_an_article_finds_it() {
    let (_shop, till) = cashier_with_shift();
    assert_eq!(till.article("1704").barcodes.len(), 2);
    for code in ["3760999017041", "3760999917044", "1704"] {
        let view = till.scan(code);
        assert_eq!(view.lines.len(), 1, "{code}");
        assert!(view.lines[0].known && view.lines[0].code == "1704", "{code}");
    }
    assert_eq!(till.sale().lines[0].quantity, Quantity::units(3));
}

/// A code that no article has is kept as a line to be resolved: nothing that was scanned is lost.
#[test]
fn an_unknown_code_is_kept() {
    let (_shop, till) = cashier_with_shift();
    let view = till.scan("3760000000017");
    assert_eq!((view.lines[0].known, view.lines[0].name.as_str()), (false, "3760000000017"));
    assert_eq!(view.total, Money(0));
}

/// STK-02: stock goes below zero with a warning, and the sale is not held up.
#[test]
fn negative_stock_warns_and_sells() {
    let (_shop, till) = cashier_with_shift();
    assert_eq!(till.scan_units("2101", 5).lines[0].stock_after, None, "five are there");
    let view = till.scan("2101");
    assert_eq!(view.lines[0].stock_after, Some(Quantity::units(-1)));
    till.cash_sale(&[]);
    assert_eq!(till.article("2101").stock, Some(Quantity::units(-1)));
}
