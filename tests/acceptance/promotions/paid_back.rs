//! What comes back of sales with promotions: what was really paid, to the cent.

use api::types::{
    DocumentDetail, DocumentRef, FreeReturnCheck, FreeReturnLine, PromotionSave, PromotionView, Refund,
    ReturnChecked, ReturnLine, ReturnValidate, SaleDone,
};
use domain::money::{Money, Quantity, UnitPrice};
use domain::payment::PaymentKind;
use domain::permission::Role;
use domain::promotion::{PromotionRule, PromotionScope};
use testkit::{TestShop, Till};

use super::{TODAY, promotion, rate};
use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::Random;

/// One unit of a line of a ticket.
fn give_back(till: &Till, done: &SaleDone, n: u32) -> SaleDone {
    let line = ReturnLine { n, quantity: Quantity::ONE, restock: false };
    let refund = Refund { method_id: till.method(PaymentKind::Cash), card_last4: None };
    let request = ReturnValidate {
        document_id: done.document_id,
        lines: vec![line],
        reason: "défectueux".to_owned(),
        refund,
        print: false,
    };
    till.ask("return_validate", request)
}

/// RET-01, issue 3: of three pieces for the price of two each gives back its part of what was paid, never more; random
/// sales with promotions of every kind come back to the cent, in both price modes.
#[test]
fn what_was_really_paid_comes_back() {
    for (shop, tax) in [(TestShop::france(), "TVA 20 %"), (TestShop::quebec(), "TPS + TVQ")] {
        let till = shop.till(Role::Manager, "C01");
        till.open_shift(900_00);
        let mut random = Random::new(11);
        let rules = [
            PromotionRule::NForM { pieces: 3, paid: 2 },
            rate(33_000),
            PromotionRule::FixedPrice { unit_price: UnitPrice(1_990_000) },
        ];
        for (n, rule) in rules.into_iter().enumerate() {
            let article = till.new_article(&format!("R{n}"), 3_33 + 7 * i64::try_from(n).unwrap(), tax);
            let save = promotion(&format!("Promo {n}"), rule, article.id, (TODAY, TODAY));
            let _: PromotionView = till.ask("promotion_save", save);
        }
        for _ in 0..5 {
            let sold: Vec<i64> = (0..3).map(|_| 1 + i64::try_from(random.below(6)).unwrap()).collect();
            for (n, units) in sold.iter().enumerate() {
                till.scan_units(&format!("R{n}"), *units);
            }
            till.pay(PaymentKind::CardStandalone, None);
            comes_back_to_the_cent(&till, &till.validate(), &sold);
        }
        let report = till.report();
        assert!(report.taxes.iter().all(|t| (t.base, t.amount, t.gross) == (Money(0), Money(0), Money(0))));
        assert_sound(&shop);
        assert_replays(&shop);
    }
}

fn comes_back_to_the_cent(till: &Till, done: &SaleDone, sold: &[i64]) {
    let detail: DocumentDetail = till.ask("document_open", DocumentRef { document_id: done.document_id });
    let paid: Vec<Money> = detail.lines.iter().map(|line| line.total).collect();
    assert_eq!(paid.len(), sold.len());
    let mut given = Money(0);
    for (n, units) in (1u32..).zip(sold) {
        for _ in 0..*units {
            let back = give_back(till, done, n);
            assert!(back.total <= Money(0));
            given += -back.total;
            assert!(given <= done.total, "{given:?} of {:?}", done.total);
        }
    }
    assert_eq!(given, done.total);
}

/// Without its ticket an article in a promotion gives back no more than it may have cost today.
#[test]
fn a_free_return_gives_back_the_promotional_price() {
    let shop = TestShop::france();
    let till = shop.till(Role::Manager, "C01");
    let article = till.new_article("PROMO", 10_00, "TVA 20 %");
    let save = PromotionSave {
        scope: PromotionScope::Everything,
        ..promotion("Moitié prix", rate(50_000), article.id, (TODAY, TODAY))
    };
    let _: PromotionView = till.ask("promotion_save", save);
    let line = FreeReturnLine { article_id: article.id, quantity: Quantity::ONE, restock: false };
    let request = FreeReturnCheck { lines: vec![line], customer_id: None };
    let checked: ReturnChecked = till.ask("return_free_check", request);
    assert_eq!(checked.total, Money(5_00));
}
