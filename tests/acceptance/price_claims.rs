//! «Exactitude des prix» after the sale, and the shop that is not bound to it.

use api::FaultCode;
use api::types::{
    Empty, PriceClaim, PriceClaimCheck, PriceClaimChecked, PriceVerdict, ReturnLine, ReturnValidate,
    SaleDone, ShelfLabelView, ShopOptions,
};
use domain::ids::DocumentId;
use domain::money::{Money, Quantity};
use domain::payment::PaymentKind;
use domain::permission::Role;
use domain::price_accuracy::PriceExclusion;
use testkit::Till;

use crate::fiscal_chain::assert_sound;
use crate::price_accuracy::quebec;
use crate::replay::assert_replays;
use crate::world::{approval, open, refuses, text_of};

const fn shown(document_id: DocumentId, n: u32, cents: i64) -> PriceClaimCheck {
    PriceClaimCheck { document_id, n, labelled: Money(cents), exclusion: None }
}

fn refund(till: &Till) -> api::types::Refund {
    api::types::Refund { method_id: till.method(PaymentKind::Cash), card_last4: None }
}

fn claim(till: &Till, claim: PriceClaimCheck) -> PriceClaim {
    PriceClaim { claim, refund: refund(till), print: false }
}

fn back(till: &Till, document_id: DocumentId, units: i64) -> ReturnValidate {
    let line = ReturnLine { n: 1, quantity: Quantity::units(units), restock: true };
    let reason = "rapporté".to_owned();
    ReturnValidate { document_id, lines: vec![line], reason, refund: refund(till), print: false }
}

/// Issue 3: a customer comes back with the ticket of three at 12.99 $; the label says 9.99 $. One was to be free, the two
/// others at their label: 18.99 $ go back with their taxes, by a ticket that names the sale and says why. No article
/// moves, and the label is reported.
#[test]
fn what_was_due_at_the_till_is_given_back_later() {
    let (shop, _) = quebec();
    let till = shop.till(Role::LeadCashier, "C02");
    till.open_shift(100_00);
    till.scan_units("A12", 3);
    let sale = till.cash_sale(&[]);
    let stock = till.article("A12").stock;
    let asked: PriceClaimChecked = till.ask("price_claim_check", shown(sale.document_id, 1, 9_99));
    assert_eq!((asked.assessed.verdict, asked.assessed.pays), (PriceVerdict::Free, Money(19_98)));
    // 18.99 + 5 % + 9.975 %: the difference of two states of the sale.
    let refund = asked.refund.unwrap();
    assert_eq!(refund.total, refund.due);
    assert_eq!(refund.total - refund.taxes.iter().map(|t| t.amount).sum::<Money>(), Money(18_99));
    let done: SaleDone = till.ask("price_claim", claim(&till, shown(sale.document_id, 1, 9_99)));
    assert_eq!(done.total, -refund.total);
    let detail = open(&till, done.document_id);
    assert_eq!(detail.origin.map(|d| d.id), Some(sale.document_id));
    assert_eq!(detail.reason.unwrap().replace('\u{a0}', " "), "Exactitude des prix : affiché 9,99 $");
    assert!(detail.lines[0].name.starts_with("Exactitude des prix : "));
    assert_eq!((detail.lines.len(), detail.lines[0].total), (1, Money(-18_99)));
    assert!(text_of(&till, done.document_id).contains("Exactitude des prix"));
    assert_eq!(till.article("A12").stock, stock);
    assert_eq!(open(&till, sale.document_id).lines[0].returnable, Quantity::units(3));
    let labels: Vec<ShelfLabelView> = till.ask("shelf_label_list", Empty {});
    assert_eq!((labels.len(), labels[0].indemnity), (1, Money(9_99)));
    assert_sound(&shop);
    assert_replays(&shop);
}

/// The articles of a corrected line may still come back, for what they then cost: all together never more than was paid.
#[test]
fn what_was_given_back_is_not_given_back_again() {
    let (shop, _) = quebec();
    let till = shop.till(Role::LeadCashier, "C02");
    till.open_shift(100_00);
    till.scan_units("A39", 2);
    let sale = till.cash_sale(&[]);
    let corrected: SaleDone = till.ask("price_claim", claim(&till, shown(sale.document_id, 1, 29_99)));
    let one: SaleDone = till.ask("return_validate", back(&till, sale.document_id, 1));
    let other: SaleDone = till.ask("return_validate", back(&till, sale.document_id, 1));
    assert_eq!(corrected.total + one.total + other.total, -sale.total);
    assert_eq!(open(&till, sale.document_id).lines[0].returnable, Quantity(0));
    assert_sound(&shop);
    assert_replays(&shop);
}

/// Claimed once; not of what came back, not of a label that is not lower, not of another document; the supervisor who
/// approves a refund approves a claim. What is refused changes nothing.
#[test]
fn what_cannot_be_claimed_is_refused() {
    let (shop, cashier) = quebec();
    cashier.scan_units("A12", 2);
    cashier.scan("A39");
    let sale = cashier.cash_sale(&[]).document_id;
    let wanted = |n, cents| claim(&cashier, shown(sale, n, cents));
    let fault =
        refuses(&shop, FaultCode::PermissionDenied, || cashier.refused("price_claim", wanted(1, 9_99)));
    assert_eq!(fault.params["permission"], "refund");
    let lead = || cashier.approved_by(approval(&shop, Role::LeadCashier));
    let refused = |code, request: PriceClaim| {
        refuses(&shop, code, || lead().call::<SaleDone>("price_claim", request).unwrap_err())
    };
    refused(FaultCode::LabelNotLower, wanted(1, 12_99));
    refused(FaultCode::PriceOutOfRange, wanted(1, -1));
    refused(FaultCode::LineNotFound, wanted(3, 9_99));
    let done = lead().call::<SaleDone>("price_claim", wanted(1, 9_99)).unwrap();
    refused(FaultCode::PriceClaimClosed, wanted(1, 5_00));
    refused(FaultCode::DocumentNotASale, claim(&cashier, shown(done.document_id, 1, 1_00)));
    let excluded = PriceClaimCheck { exclusion: Some(PriceExclusion::Milk), ..shown(sale, 2, 29_99) };
    let asked: PriceClaimChecked = cashier.ask("price_claim_check", excluded);
    assert_eq!((asked.assessed.verdict, asked.assessed.pays), (PriceVerdict::LabelOnly, Money(29_99)));
    let returned = ReturnLine { n: 2, quantity: Quantity::units(1), restock: true };
    let returned = ReturnValidate { lines: vec![returned], ..back(&cashier, sale, 1) };
    let _: SaleDone = lead().call("return_validate", returned).unwrap();
    refused(FaultCode::PriceClaimClosed, wanted(2, 29_99));
    assert_sound(&shop);
}

/// A shop that labels its goods one by one says so: no key, no claim, until it says otherwise.
#[test]
fn a_shop_that_labels_each_good_is_not_bound() {
    let (shop, till) = quebec();
    till.scan("A12");
    let sale = till.cash_sale(&[]).document_id;
    let manager = shop.till(Role::Manager, "C02");
    let options: ShopOptions = manager.ask("shop_options", Empty {});
    assert!(options.price_accuracy, "the law holds until somebody says otherwise");
    assert!(till.sale().price_accuracy);
    let save = |price_accuracy| -> ShopOptions {
        manager.ask("shop_options_save", ShopOptions { price_accuracy, ..options.clone() })
    };
    assert!(!save(false).price_accuracy);
    assert!(!till.sale().price_accuracy);
    let off = FaultCode::PriceAccuracyNotOffered;
    refuses(&shop, off, || till.refused("price_accuracy_terms", Empty {}));
    refuses(&shop, off, || till.refused("price_claim_check", shown(sale, 1, 9_99)));
    save(true);
    assert!(till.sale().price_accuracy);
    assert_replays(&shop);
}
