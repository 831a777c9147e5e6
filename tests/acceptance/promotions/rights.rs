//! Who makes promotions, what is refused, what a promotion covers, and what replaces it.

use api::FaultCode;
use api::types::{Empty, PromotionRef, PromotionSave, PromotionView, SaleView};
use domain::ids::ArticleId;
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::permission::Role;
use domain::promotion::{PromotionRule, PromotionScope};

use super::{THREE_FOR_TWO, TODAY, TOMORROW, promotion, rate, totals};
use crate::fiscal_chain::assert_sound;
use crate::pricing::{on_line, on_sale, percent};
use crate::replay::assert_replays;
use crate::world::{cashier_with_shift, refuses};

/// Only who keeps the catalogue makes promotions and price lists; what makes no sense is refused; one that no ticket
/// names is deleted, and a recalled line still has it.
#[test]
fn who_makes_promotions_and_what_is_refused() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C01");
    let article = manager.new_article("PROMO", 10_00, "TVA 20 %");
    let sound = promotion("Promo", THREE_FOR_TWO, article.id, (TODAY, TOMORROW));
    refuses(&shop, FaultCode::PermissionDenied, || till.refused("promotion_save", &sound));
    let wrong = |change: &dyn Fn(&mut PromotionSave)| {
        let mut save = sound.clone();
        change(&mut save);
        save
    };
    for (code, save) in [
        (FaultCode::FieldRequired, wrong(&|s| s.name = " ".to_owned())),
        (FaultCode::PromotionDays, wrong(&|s| s.last_day = "2026-11-20".to_owned())),
        (FaultCode::PromotionDays, wrong(&|s| s.first_day = "bientôt".to_owned())),
        (FaultCode::PromotionRule, wrong(&|s| s.rule = PromotionRule::NForM { pieces: 2, paid: 2 })),
        (FaultCode::PromotionRule, wrong(&|s| s.rule = rate(100_001))),
        (FaultCode::PromotionEmpty, wrong(&|s| s.scope = PromotionScope::Departments { ids: Vec::new() })),
        (
            FaultCode::ArticleNotFound,
            wrong(&|s| {
                s.scope = PromotionScope::Articles { ids: vec![ArticleId(uuid::Uuid::nil())] };
            }),
        ),
        (
            FaultCode::PromotionNotFound,
            wrong(&|s| {
                s.id = Some(domain::ids::PromotionId(uuid::Uuid::nil()));
            }),
        ),
    ] {
        refuses(&shop, code, || manager.refused("promotion_save", &save));
    }
    let saved: PromotionView = manager.ask("promotion_save", &sound);
    assert_eq!(totals(&till.scan_units("PROMO", 4)), [30_00]);
    let request = PromotionRef { promotion_id: saved.id };
    let left: Vec<PromotionView> = manager.ask("promotion_delete", &request);
    assert!(left.is_empty());
    refuses(&shop, FaultCode::PromotionNotFound, || manager.refused("promotion_end", &request));
    assert_eq!(totals(&till.sale()), [30_00], "a line keeps what it was given");
    till.pay(PaymentKind::Cash, None);
    till.validate();
    assert_sound(&shop);
    assert_replays(&shop);
}

/// A scope by department or for everything covers what it says; fees are in none.
#[test]
fn scopes_cover_what_they_say() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C01");
    let in_department = manager.article("1001");
    let id = in_department.department_id.unwrap();
    let loose = manager.new_article("LIBRE", 10_00, "TVA 20 %");
    let of = |scope| PromotionSave { scope, ..promotion("Promo", rate(50_000), loose.id, (TODAY, TODAY)) };
    let by_department: PromotionView =
        manager.ask("promotion_save", of(PromotionScope::Departments { ids: vec![id] }));
    till.scan_units("1001", 2);
    let view = till.scan("LIBRE");
    assert_eq!((view.lines[0].promotion.is_some(), view.lines[1].total), (true, Money(10_00)));
    let _: SaleView = till.ask("sale_abandon", Empty {});
    let request = PromotionRef { promotion_id: by_department.id };
    let _: PromotionView = manager.ask("promotion_end", request);
    let _: PromotionView = manager.ask("promotion_save", of(PromotionScope::Everything));
    crate::pricing::new_fee_type(&manager, "Consigne", Some(2_00));
    till.scan("LIBRE");
    let fee: SaleView = till.ask("sale_add_fee", crate::pricing::fee(&till, "Consigne", None));
    assert_eq!(totals(&fee), [5_00, 2_00]);
}

/// A discount by hand replaces the promotion and gives it back; the discount of the whole sale comes after it, and a
/// promotion deeper than the limit of discounts needs nobody's approval.
#[test]
fn discounts_by_hand_and_promotions() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C01");
    let article = manager.new_article("PROMO", 10_00, "TVA 20 %");
    let save = promotion("Moitié prix", rate(50_000), article.id, (TODAY, TODAY));
    let _: PromotionView = manager.ask("promotion_save", save);
    let line = till.scan("PROMO").lines[0].id;
    let by_hand: SaleView = till.ask("sale_set_line_discount", on_line(line, percent(5_000)));
    assert_eq!((totals(&by_hand), by_hand.lines[0].promotion.is_none()), (vec![9_50], true));
    let back: SaleView = till.ask("sale_set_line_discount", on_line(line, None));
    assert_eq!((totals(&back), back.lines[0].promotion.is_some()), (vec![5_00], true));
    let whole: SaleView = till.ask("sale_set_discount", on_sale(percent(10_000)));
    assert_eq!((whole.total, whole.discounts), (Money(4_50), Money(5_50)));
    till.pay(PaymentKind::Cash, None);
    till.validate();
    assert_sound(&shop);
}
