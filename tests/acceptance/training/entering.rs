//! Who may train, what is copied from the shop, and what training may not do.

use api::types::{
    ArticleView, CustomerView, Empty, SessionOpen, SessionView, ShopOptions, UserSave, WorkstationView,
};
use api::{Call, FaultCode, IdempotencyKey, SessionToken};
use domain::money::{Money, UnitPrice};
use domain::permission::Role;
use testkit::{TestShop, Till, snapshot};
use uuid::Uuid;

use super::{into_training, journaled, school};
use crate::world::{approval, new_customer, refuses};

/// Anybody who can sign in may train; the journal names them. Without a workstation there is no journal to say so.
#[test]
fn everybody_trains_at_a_workstation_and_under_their_name() {
    let shop = TestShop::france();
    let nowhere = shop.signed_in(Role::Cashier, 5_005);
    refuses(&shop, FaultCode::WorkstationRequired, || nowhere.refused("training_enter", Empty {}));
    for role in [Role::Cashier, Role::LeadCashier, Role::Manager] {
        let mut trainee = into_training(shop.till(role, "C02"));
        let name = trainee.session.user.name.clone();
        assert_eq!(journaled(&shop).last(), Some(&(920, name.clone(), name.clone())));
        let workstation = trainee.session.workstation.clone().unwrap();
        assert_eq!(
            (workstation.code.as_str(), workstation.name.as_str()),
            ("ECOLE-C02", "École · Caisse 02")
        );
        trainee.client.sign_out().unwrap();
        assert_eq!(journaled(&shop).last(), Some(&(921, name.clone(), name)));
        let gone = trainee.refused("session_current", Empty {});
        assert_eq!(gone.code, FaultCode::SessionRequired, "the way back is a sign-in");
    }
}

/// The answer of an entry that was lost on the way is given again; nothing is journaled twice.
#[test]
fn an_entry_may_be_repeated() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    let key = IdempotencyKey(Uuid::now_v7());
    let first: SessionView = till.client.call_with_key("training_enter", Empty {}, key).unwrap();
    let again: SessionView = till.client.call_with_key("training_enter", Empty {}, key).unwrap();
    assert_eq!(first, again);
    assert_eq!(journaled(&shop).len(), 1);
}

/// Master data is that of the shop, with what is new at each entry; what was sold in training is still there.
#[test]
fn each_entry_brings_what_is_new_in_the_shop() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C02");
    let mut trainee = into_training(shop.till(Role::Cashier, "C01"));
    trainee.open_shift(0);
    assert_eq!(trainee.cash_sale(&["1001"]).total, Money(1_30));
    trainee.client.sign_out().unwrap();

    let mut bread = Till::article_save(&manager.article("1001"));
    bread.unit_price = UnitPrice::from_money(Money(1_45));
    let _: ArticleView = manager.ask("article_save", bread);
    manager.new_article("7777", 2_00, "TVA 20 %");
    let friend = new_customer(&manager, "Amélie Neuve");
    let workstation: WorkstationView = manager.set_up_workstation(|w| w.name = "Caisse du fond".to_owned());

    let trainee = into_training(shop.till(Role::Cashier, "C01"));
    assert_eq!(trainee.report().shift.tickets, 1, "the shift of the first visit goes on");
    assert_eq!(trainee.cash_sale(&["1001", "7777"]).total, Money(3_45));
    let found: Vec<CustomerView> =
        trainee.ask("customer_search", serde_json::json!({ "text": "Amélie", "limit": 10 }));
    assert_eq!(found.first().map(|c| c.id), Some(friend.id));
    let names: Vec<String> = trainee.workstations().into_iter().map(|w| w.name).collect();
    assert!(names.contains(&format!("École · {}", workstation.name)), "{names:?}");
    assert_eq!(shop.snapshot()["document"].len(), 0);
}

/// The settings of the shop cannot be changed in training, whatever the rights, nor looked up by whoever lacks them.
#[test]
fn training_changes_no_setting() {
    let shop = TestShop::france();
    let options: ShopOptions = shop.till(Role::Manager, "C01").ask("shop_options", Empty {});
    let manager = into_training(shop.till(Role::Manager, "C01"));
    let (user, _) = shop.user(Role::Cashier);
    let save = UserSave {
        id: Some(user.id),
        name: user.name,
        role: Role::Manager,
        is_seller: true,
        active: true,
        pin: Some("9999".to_owned()),
    };
    let article = Till::article_save(&manager.article("1001"));
    let workstation = Till::save_of(&manager.workstation());
    let before = snapshot(&school(&shop), &[]);
    let refused = |name: &str, request: serde_json::Value| {
        refuses(&shop, FaultCode::TrainingReadOnly, || manager.refused(name, request));
    };
    refused("user_save", serde_json::to_value(save).unwrap());
    refused("article_save", serde_json::to_value(article).unwrap());
    refused("workstation_save", serde_json::to_value(workstation).unwrap());
    refused("shop_options_save", serde_json::to_value(options).unwrap());
    assert_eq!(snapshot(&school(&shop), &[]), before);
}

/// A wrong PIN in training counts in the shop: training is no second try. A right one approves.
#[test]
fn training_is_no_way_to_guess_a_pin() {
    let shop = TestShop::france();
    let trainee = into_training(shop.till(Role::Cashier, "C01"));
    trainee.open_shift(0);
    let (manager, pin) = shop.user(Role::Manager);
    let open = serde_json::json!({ "reason": "essai" });
    for left in [4, 3, 2, 1] {
        let mut wrong = approval(&shop, Role::Manager);
        wrong.pin = "0000".to_owned();
        let fault = trainee.approved_by(wrong).call::<Empty>("drawer_open", &open).unwrap_err();
        assert_eq!((fault.code, fault.params["attempts_left"].as_i64()), (FaultCode::WrongPin, Some(left)));
    }
    let token = SessionToken(Uuid::now_v7());
    let request = SessionOpen { user_id: manager.id, pin: "0000".to_owned(), token };
    let locked = shop.client(9).call::<SessionView>("session_open", request).unwrap_err();
    assert_eq!(locked.code, FaultCode::SignInLocked, "the fifth wrong one in all");
    shop.clock.advance_s(31);
    assert_eq!(shop.user(Role::Manager).1, pin);
    let allowed = trainee.approved_by(approval(&shop, Role::Manager));
    let fault = allowed.call::<Empty>("drawer_open", &open).unwrap_err();
    assert_eq!(fault.code, FaultCode::PrinterMissing, "the PIN was right; there is no drawer");
}

/// Signing in is always real, even with the token of a session in training.
#[test]
fn signing_in_is_always_real() {
    let shop = TestShop::france();
    let trainee = into_training(shop.till(Role::Cashier, "C01"));
    let (user, pin) = shop.user(Role::Manager);
    let token = SessionToken(Uuid::now_v7());
    let request = SessionOpen { user_id: user.id, pin: pin.to_owned(), token };
    let call = Call {
        command: "session_open".to_owned(),
        request: serde_json::to_value(request).unwrap(),
        session: trainee.client.session,
        key: Some(IdempotencyKey(Uuid::now_v7())),
        client: None,
        computer: None,
        approval: None,
    };
    let view: SessionView = serde_json::from_str(shop.app().call(&call).unwrap().get()).unwrap();
    assert_eq!(view.training, None);
}
