//! «Exactitude des prix» at a till in Québec, and the shelf labels that it asks to correct.

use api::FaultCode;
use api::types::{
    ArticleSave, ArticleView, DiscountInput, Empty, PriceAccuracyCheck, PriceAccuracyChecked,
    PriceAccuracyTerms, PriceVerdict, SaleSetLineDiscount, SaleStepQuantity, SaleView, ShelfLabelSettle,
    ShelfLabelView,
};
use domain::cart::Reduction;
use domain::ids::{LineId, ShelfLabelId};
use domain::money::{Money, Rate, UnitPrice};
use domain::permission::Role;
use domain::price_accuracy::PriceExclusion;
use fiscal::Payload;
use store::tables::documents;
use testkit::{TestShop, Till, raw};
use uuid::Uuid;

use crate::replay::assert_replays;
use crate::world::{Unchanged, cashier_with_shift, refuses};

/// A Québec shop with a cashier who sells, and articles with bar codes at 12.99 $ and 39.99 $.
pub fn quebec() -> (TestShop, Till) {
    let shop = TestShop::quebec();
    let manager = shop.till(Role::Manager, "C02");
    for (code, cents, barcode) in [("A12", 12_99, "5901234123457"), ("A39", 39_99, "4006381333931")] {
        let article = manager.new_article(code, cents, "TPS + TVQ");
        let save = ArticleSave { barcodes: vec![barcode.to_owned()], ..Till::article_save(&article) };
        let _: ArticleView = manager.ask("article_save", save);
    }
    let till = shop.till(Role::Cashier, "C01");
    till.open_shift(100_00);
    (shop, till)
}

fn shown(line_id: LineId, cents: i64, exclusion: Option<PriceExclusion>) -> PriceAccuracyCheck {
    PriceAccuracyCheck { line_id, labelled: Money(cents), exclusion }
}

fn check(till: &Till, request: PriceAccuracyCheck) -> PriceAccuracyChecked {
    till.ask("price_accuracy_check", request)
}

fn correct(till: &Till, request: PriceAccuracyCheck) -> SaleView {
    till.ask("sale_correct_price", request)
}

fn labels(till: &Till) -> Vec<ShelfLabelView> {
    till.ask("shelf_label_list", Empty {})
}

/// Issue 3, «Exactitude des prix»: up to 15 $ on the label the item is free; above it costs its label less 15 $. The
/// question changes nothing, the key does what the question said, and no supervisor is asked.
#[test]
fn free_up_to_fifteen_dollars_and_fifteen_less_above() {
    let (shop, till) = quebec();
    let terms: PriceAccuracyTerms = till.ask("price_accuracy_terms", Empty {});
    assert_eq!((terms.threshold, terms.exclusions.len()), (Money(15_00), 6));
    let cheap = till.scan("A12").lines[0].id;
    let dear = till.scan("A39").lines[1].id;
    let before = shop.snapshot();
    let free = check(&till, shown(cheap, 9_99, None));
    assert_eq!((free.verdict, free.pays), (PriceVerdict::Free, Money(0)));
    assert_eq!((free.correction, free.indemnity), (Money(3_00), Money(9_99)));
    let reduced = check(&till, shown(dear, 29_99, None));
    assert_eq!((reduced.verdict, reduced.pays), (PriceVerdict::Reduced, Money(14_99)));
    assert_eq!(shop.snapshot(), before, "the question changes nothing");

    correct(&till, shown(cheap, 9_99, None));
    let view = correct(&till, shown(dear, 29_99, None));
    let totals: Vec<Money> = view.lines.iter().map(|l| l.total).collect();
    assert_eq!(totals, [Money(0), Money(14_99)]);
    let reason = view.lines[0].discount.as_ref().unwrap().reason.replace('\u{a0}', " ");
    assert_eq!(reason, "Exactitude des prix : affiché 9,99 $");
    assert_eq!((view.net, view.wrong_labels), (Money(14_99), 2));
}

/// The discount is signed with its reason, and taxes are computed on what is left.
#[test]
fn the_ticket_is_signed_with_the_reason() {
    let (shop, till) = quebec();
    let line = till.scan("A39").lines[0].id;
    correct(&till, shown(line, 29_99, None));
    let done = till.cash_sale(&[]);
    let signed = shop.app().store().read(|db| documents::ticket_payload(db, done.document_id)).unwrap();
    let ticket = serde_json::from_str::<Payload>(&signed.unwrap().0).unwrap().into_ticket().unwrap();
    let discount = ticket.lines[0].discount.as_ref().unwrap();
    assert_eq!((discount.amount, discount.rate), (Money(25_00), None));
    let reason = discount.reason.replace('\u{a0}', " ");
    assert_eq!(reason, "Exactitude des prix : affiché 29,99 $");
    // 14.99 + 0.75 (5 %) + 1.50 (9.975 %, 1.4952…)
    assert_eq!(
        (ticket.totals.net, ticket.totals.tax, ticket.totals.total),
        (Money(14_99), Money(2_25), Money(17_24))
    );
    let printed = till.preview(done.document_id);
    assert!(printed.lines.iter().any(|l| l.text.contains("Exactitude des prix")));
}

/// One indemnity for identical items: the others have their labelled price, on the line and on another line.
#[test]
fn identical_items_are_compensated_once() {
    let (_shop, till) = quebec();
    let line_id = till.scan_units("A12", 3).lines[0].id;
    let asked = check(&till, shown(line_id, 9_99, None));
    assert_eq!((asked.scanned, asked.labelled, asked.pays), (Money(38_97), Money(29_97), Money(19_98)));
    assert_eq!(correct(&till, shown(line_id, 9_99, None)).net, Money(19_98));
    let more: SaleView = till.ask("sale_step_quantity", SaleStepQuantity { line_id, steps: 1 });
    assert_eq!(more.net, Money(29_97), "the fourth at its label");
    let scanned = till.scan("A12");
    assert_eq!((scanned.lines.len(), scanned.net), (1, Money(39_96)), "a scan joins the corrected line");

    // A second line of the article, kept apart by a discount when the first was corrected.
    let _: SaleView = till.ask("sale_abandon", Empty {});
    let first = till.scan("A12").lines[0].id;
    let discount = DiscountInput { reduction: Reduction::Percent { rate: Rate(5_000) }, reason: "x".into() };
    let given = SaleSetLineDiscount { line_id: first, discount: Some(discount) };
    let _: SaleView = till.ask("sale_set_line_discount", given);
    let second = till.scan("A12").lines[1].id;
    correct(&till, shown(second, 9_99, None));
    let again = check(&till, shown(first, 9_99, None));
    assert_eq!(again.verdict, PriceVerdict::LabelOnly);
    assert_eq!((again.exclusion, again.pays), (Some(PriceExclusion::AlreadyCompensated), Money(9_99)));
}

/// Excluded goods have their label and no indemnity: what a person chooses, and articles without a bar code.
#[test]
fn excluded_goods_have_their_label_only() {
    let (shop, till) = quebec();
    shop.till(Role::Manager, "C02").new_article("VRAC", 12_99, "TPS + TVQ");
    let line = till.scan("A12").lines[0].id;
    for exclusion in PriceExclusion::CHOICES {
        let asked = check(&till, shown(line, 9_99, Some(exclusion)));
        assert_eq!((asked.verdict, asked.pays), (PriceVerdict::LabelOnly, Money(9_99)));
        assert_eq!(asked.exclusion, Some(exclusion));
    }
    let view = correct(&till, shown(line, 9_99, Some(PriceExclusion::Tobacco)));
    assert!(view.lines[0].discount.as_ref().unwrap().reason.ends_with("(tabac)"));
    let loose = till.scan("VRAC").lines[1].id;
    let asked = check(&till, shown(loose, 9_99, None));
    assert_eq!((asked.exclusion, asked.pays), (Some(PriceExclusion::NoBarcode), Money(9_99)));
}

/// Nothing is due when the till does not ask for more: it says so, and the key changes nothing.
#[test]
fn nothing_is_due_for_a_label_that_is_not_lower() {
    let (shop, till) = quebec();
    let line = till.scan("A12").lines[0].id;
    for cents in [12_99, 14_99] {
        let asked = check(&till, shown(line, cents, None));
        assert_eq!((asked.verdict, asked.pays), (PriceVerdict::NothingDue, Money(12_99)));
        let request = shown(line, cents, None);
        refuses(&shop, FaultCode::LabelNotLower, || till.refused("sale_correct_price", request));
    }
    let nothing = Unchanged::from_now(&shop);
    let stranger = LineId(Uuid::from_u128(7));
    nothing.refuses(FaultCode::LineNotFound, || till.refused("sale_correct_price", shown(stranger, 1, None)));
    nothing.refuses(FaultCode::PriceOutOfRange, || till.refused("sale_correct_price", shown(line, -1, None)));
    assert_eq!(labels(&till).len(), 0);
}

/// France has no such law, and so no such key.
#[test]
fn the_key_is_of_quebec() {
    let (shop, till) = cashier_with_shift();
    let view = till.scan("1001");
    assert!(!view.price_accuracy);
    let request = shown(view.lines[0].id, 1, None);
    refuses(&shop, FaultCode::PriceAccuracyNotOffered, || till.refused("sale_correct_price", request));
    refuses(&shop, FaultCode::PriceAccuracyNotOffered, || till.refused("price_accuracy_terms", Empty {}));
}

/// Each press reports the label: «Étiquettes à corriger» has it for every workstation, once for each label and how
/// often it was shown, until somebody corrects it; that can be taken back.
#[test]
fn a_wrong_label_waits_to_be_corrected() {
    let (shop, till) = quebec();
    for _ in 0..2 {
        let line = till.scan("A12").lines[0].id;
        correct(&till, shown(line, 9_99, None));
        let _: SaleView = till.ask("sale_abandon", Empty {});
        shop.clock.advance_s(60);
    }
    let other = shop.till(Role::Manager, "C02");
    let wrong = labels(&other);
    assert_eq!(wrong.len(), 1);
    let label = &wrong[0];
    assert_eq!((label.code.as_str(), label.times, label.indemnity), ("A12", 2, Money(2 * 9_99)));
    assert_eq!((label.labelled, label.price), (UnitPrice::from_money(Money(9_99)), label.scanned));
    assert_eq!((label.user.as_str(), label.done_ms), (till.session.user.name.as_str(), None));
    assert_eq!(till.sale().wrong_labels, 1);

    let settle = |done| ShelfLabelSettle { shelf_label_id: label.id, done };
    let done: Vec<ShelfLabelView> = other.ask("shelf_label_settle", settle(true));
    assert_replays(&shop);
    assert_eq!(
        (done.len(), done[0].times, done[0].done_by.as_deref()),
        (1, 2, Some(other.session.user.name.as_str()))
    );
    assert_eq!(till.sale().wrong_labels, 0);
    let again: Vec<ShelfLabelView> = other.ask("shelf_label_settle", settle(false));
    assert_eq!((again.len(), again[0].times, again[0].done_ms), (1, 2, None));
    let _: Vec<ShelfLabelView> = other.ask("shelf_label_settle", settle(true));
    shop.clock.advance_s(8 * 24 * 3600);
    assert_eq!(labels(&other), [], "a corrected label leaves the list after a week");
    let unknown = ShelfLabelSettle { shelf_label_id: ShelfLabelId(Uuid::from_u128(7)), done: true };
    refuses(&shop, FaultCode::ShelfLabelNotFound, || other.refused("shelf_label_settle", unknown));
}

/// The reports are the log of the policy: another program can neither change nor erase one.
#[test]
fn a_report_withstands_a_foreign_program() {
    let (shop, till) = quebec();
    let line = till.scan("A12").lines[0].id;
    correct(&till, shown(line, 9_99, None));
    let statements = [
        ("DELETE FROM shelf_label", "immutable"),
        ("UPDATE shelf_label SET indemnity = 0", "immutable"),
        ("INSERT OR REPLACE INTO shelf_label SELECT * FROM shelf_label", "duplicate"),
    ];
    let answers = raw::sql(&shop.database(), &statements.map(|(sql, _)| sql));
    for ((sql, why), answer) in statements.iter().zip(answers) {
        assert!(answer.contains(why), "{sql}: {answer}");
    }
}
