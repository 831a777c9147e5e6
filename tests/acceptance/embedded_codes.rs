//! Labels with a price or a weight at the till (hardware.md §2.5). Their rules, and who changes them, are in
//! `embedded_rules`.

use api::FaultCode;
use api::types::{
    ArticlePage, ArticleView, CatalogueSearch, Empty, ParkedRef, PaymentBlock, PriceCheck, PriceChecked,
    Refund, ReturnLine, ReturnValidate, SaleDone, SaleLineView, SalePark, SaleResolveCode, SaleScan,
    SaleSetLineNote, SaleSetQuantity, SaleStepQuantity, SaleView,
};
use domain::barcode::check_digit;
use domain::embedded::EmbeddedKind;
use domain::money::{Money, Quantity};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till, raw};

use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::refuses;

/// Twelve digits with their check digit.
pub fn with_check(body: &str) -> String {
    let digits: Vec<u8> = body.bytes().map(|b| b - b'0').collect();
    format!("{body}{}", check_digit(&digits))
}

/// An article that is sold by weight.
pub fn by_weight(manager: &Till, code: &str, cents: i64) -> ArticleView {
    let piece = manager.new_article(code, cents, "TVA 5,5 %");
    let mut save = Till::article_save(&piece);
    save.unit = "kg".to_owned();
    manager.ask("article_save", save)
}

/// A French shop with ham at 20.00 a kilogram (98765) and cheese at 12.00 (99999), and somebody who may refund.
fn delicatessen() -> (TestShop, Till) {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    by_weight(&manager, "98765", 20_00);
    by_weight(&manager, "99999", 12_00);
    let till = shop.till(Role::LeadCashier, "C01");
    till.open_shift(100_00);
    (shop, till)
}

fn last(view: &SaleView) -> &SaleLineView {
    view.lines.last().unwrap()
}

/// What a line shows: kind of label, quantity, total.
fn shown(line: &SaleLineView) -> (Option<EmbeddedKind>, i64, i64) {
    (line.label, line.quantity.0, line.total.0)
}

#[test]
fn the_labels_of_the_specification_are_sold() {
    let (_shop, till) = delicatessen();
    assert_eq!(shown(last(&till.scan("2199999012342"))), (Some(EmbeddedKind::Weight), 12_340, 14_81));
    assert_eq!(shown(last(&till.scan("0298765012509"))), (Some(EmbeddedKind::Price), 6_250, 12_50));
    // The same label from a scanner that reports the UPC-A that it is.
    let view = till.scan("298765012509");
    assert_eq!((view.lines.len(), view.total), (3, Money(14_81 + 2 * 12_50)), "two labels never merge");
}

/// The printed price is paid to the cent, although price times quantity is another amount, and that is what is signed.
#[test]
fn a_printed_price_is_signed_and_given_back_to_the_cent() {
    let (shop, till) = delicatessen();
    let printed = with_check("029876501251");
    let view = till.scan(&printed);
    assert_eq!(shown(last(&view)), (Some(EmbeddedKind::Price), 6_260, 12_51), "0.626 kg would be 12.52");
    let done: SaleDone = till.cash_sale(&[]);
    let signed =
        raw::sql(&shop.database(), &["SELECT quantity, unit_price, amount, total FROM document_line"]);
    assert_eq!(signed, ["[[6260, 20000000, 1251, 1251]]"]);
    let payload =
        "SELECT count(*) FROM fiscal_record WHERE chain = 'TICKET' AND payload LIKE '%\"set_amount\":true%'";
    assert_eq!(raw::sql(&shop.database(), &[payload]), ["[[1]]"]);
    assert_sound(&shop);
    let mut back = 0;
    for quantity in [Quantity(2_000), Quantity(4_260)] {
        let lines = vec![ReturnLine { n: 1, quantity, restock: false }];
        let refund = Refund { method_id: till.method(PaymentKind::Cash), card_last4: None };
        let (document_id, reason) = (done.document_id, "défectueux".to_owned());
        let taken = ReturnValidate { document_id, lines, reason, refund, print: false };
        let taken: SaleDone = till.ask("return_validate", taken);
        back += taken.total.0;
    }
    assert_eq!(back, -12_51, "the pieces sum to what was paid");
    assert_sound(&shop);
    assert_replays(&shop);
}

#[test]
fn leading_zeros_of_the_item_find_its_internal_code() {
    let (shop, till) = delicatessen();
    shop.till(Role::Manager, "C02").new_article("12", 18_00, "TVA 5,5 %");
    let view = till.scan("2300012019990");
    assert_eq!(shown(last(&view)), (Some(EmbeddedKind::Price), 10_000, 19_99), "a packet is one piece");
    assert_eq!((last(&view).code.as_str(), view.articles), ("12", 1));
}

#[test]
fn an_article_with_the_whole_code_wins() {
    let (shop, till) = delicatessen();
    let manager = shop.till(Role::Manager, "C02");
    let mut save = Till::article_save(&manager.article("1001"));
    save.barcodes.push("0298765012509".to_owned());
    let _: ArticleView = manager.ask("article_save", save);
    let view = till.scan("0298765012509");
    assert_eq!((last(&view).code.as_str(), shown(last(&view))), ("1001", (None, 10_000, 1_30)));
}

/// Nothing scanned is lost: what a label leaves open is a pending line, which holds payment back.
#[test]
fn a_label_that_leaves_a_question_open_waits() {
    let (shop, till) = delicatessen();
    let (worthless, piece, stranger) =
        (with_check("029876500000"), with_check("210100101234"), with_check("025555501250"));
    let misread = "0298765012508";
    for (code, count) in [(worthless.as_str(), 1), (&piece, 2), (&stranger, 3), (misread, 4)] {
        let view = till.scan(code);
        assert_eq!((view.lines.len(), last(&view).known, last(&view).name.as_str()), (count, false, code));
    }
    assert_eq!(till.sale().blocked, Some(PaymentBlock::UnknownCode));
    // The label keeps what it says once its article is found.
    let (ham, lines) = (till.article("98765").id, till.sale().lines);
    let resolve = |at: usize| SaleResolveCode { line_id: lines[at].id, article_id: ham };
    let view: SaleView = till.ask("sale_resolve_code", resolve(2));
    assert_eq!(shown(&view.lines[2]), (Some(EmbeddedKind::Price), 6_250, 12_50));
    // A price of nothing says nothing: the article enters as by hand, and is weighed.
    let view: SaleView = till.ask("sale_resolve_code", resolve(0));
    assert_eq!(shown(&view.lines[0]), (None, 10_000, 20_00));
    refuses(&shop, FaultCode::LineWrongKind, || till.refused("sale_resolve_code", resolve(0)));
}

#[test]
fn a_packet_is_taken_whole_or_not_at_all() {
    let (shop, till) = delicatessen();
    let code = || "0298765012509".to_owned();
    let three = SaleScan { code: code(), quantity: Some(Quantity::units(3)) };
    let view: SaleView = till.ask("sale_scan", three);
    assert_eq!(shown(last(&view)), (Some(EmbeddedKind::Price), 18_750, 37_50));
    let half = SaleScan { code: code(), quantity: Some(Quantity(5_000)) };
    refuses(&shop, FaultCode::QuantityNotWhole, || till.refused("sale_scan", &half));
    let line_id = last(&view).id;
    let typed = SaleSetQuantity { line_id, quantity: Quantity::ONE };
    refuses(&shop, FaultCode::LineLabelled, || till.refused("sale_set_quantity", &typed));
    let more = SaleStepQuantity { line_id, steps: 1 };
    refuses(&shop, FaultCode::LineLabelled, || till.refused("sale_step_quantity", &more));
    let less: SaleView = till.ask("sale_step_quantity", SaleStepQuantity { line_id, steps: -1 });
    assert_eq!(less.lines.len(), 0, "a packet less is a line less");
    let undone: SaleView = till.ask("sale_undo", Empty {});
    assert_eq!(undone.total, Money(37_50));
}

#[test]
fn prices_are_asked_and_articles_are_searched_by_label() {
    let (_shop, till) = delicatessen();
    let code = "0298765012509".to_owned();
    let checked: PriceChecked = till.ask("price_check", PriceCheck { code: code.clone() });
    let label = checked.label.unwrap();
    assert_eq!(
        (checked.article.unwrap().code.as_str(), label.quantity, label.amount),
        ("98765", Quantity(6_250), Money(12_50))
    );
    let search =
        |text: &str| CatalogueSearch { text: text.to_owned(), department_id: None, offset: 0, limit: 5 };
    let page: ArticlePage = till.ask("catalogue_search", search(&code));
    assert_eq!((page.rows[0].code.as_str(), page.label.unwrap().amount), ("98765", Money(12_50)));
    let page: ArticlePage = till.ask("catalogue_search", search("98765"));
    assert_eq!((page.rows[0].code.as_str(), page.label), ("98765", None), "its code alone is no label");
    assert_eq!(till.sale().lines.len(), 0, "nothing was added");
}

#[test]
fn parking_and_killing_keep_what_a_label_says() {
    let (shop, till) = delicatessen();
    till.scan("0298765012509");
    till.scan("2199999012342");
    let cart_id = till.sale().cart_id;
    let _: SaleView = till.ask("sale_park", SalePark { label: String::new() });
    let shop = shop.killed_and_reopened();
    let till = shop.till(Role::LeadCashier, "C01");
    let view: SaleView = till.ask("sale_recall", ParkedRef { cart_id });
    let labels: Vec<_> = view.lines.iter().map(shown).collect();
    assert_eq!(
        labels,
        [(Some(EmbeddedKind::Price), 6_250, 12_50), (Some(EmbeddedKind::Weight), 12_340, 14_81)]
    );
}

/// In Québec scales print a verifier before four digits of price.
#[test]
fn a_north_american_label_is_verified() {
    let shop = TestShop::quebec();
    let manager = shop.till(Role::Manager, "C01");
    manager.new_article("54321", 3_99, "Détaxé");
    let till = shop.till(Role::Cashier, "C01");
    till.open_shift(100_00);
    let good = with_check("025432192875");
    assert_eq!(shown(last(&till.scan(&good[1..]))), (Some(EmbeddedKind::Price), 10_000, 28_75));
    let view = till.scan(&with_check("025432182875"));
    assert!(!last(&view).known, "the verifier of 28.75 is 9");
}

/// A note goes with its line: shown, parked, undone, printed and signed; with one, a line is not joined.
#[test]
fn a_line_has_a_note() {
    let (shop, till) = delicatessen();
    let line_id = last(&till.scan("1001")).id;
    let note = |text: &str| SaleSetLineNote { line_id, note: text.to_owned() };
    let view: SaleView = till.ask("sale_set_line_note", note(" sans sel "));
    assert_eq!(last(&view).note, "sans sel");
    refuses(&shop, FaultCode::FieldTooLong, || till.refused("sale_set_line_note", note(&"x".repeat(201))));
    refuses(&shop, FaultCode::CardDigitsInvalid, || {
        till.refused("sale_set_line_note", note("carte 4970 1012 3456 7890 ou 5555 5555 5555 4444"))
    });
    assert_eq!(till.scan("1001").lines.len(), 2, "another one without salt is not meant");
    let _: SaleView = till.ask("sale_undo", Empty {});
    let undone: SaleView = till.ask("sale_undo", Empty {});
    assert_eq!((undone.lines.len(), last(&undone).note.as_str()), (1, ""));
    let _: SaleView = till.ask("sale_redo", Empty {});
    let done = till.cash_sale(&[]);
    let paper = till.preview(done.document_id);
    assert!(paper.lines.iter().any(|l| format!("{l:?}").contains("sans sel")), "{paper:?}");
    assert_sound(&shop);
    assert_replays(&shop);
}
