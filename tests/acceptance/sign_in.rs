//! Signing in: PINs and the limit on guessing them.

use api::types::{Empty, SessionOpen, UserTile};
use api::{Fault, FaultCode, SessionToken};
use domain::permission::Role;
use testkit::{TestShop, differences};
use uuid::Uuid;

fn guess(shop: &TestShop, user: &UserTile, pin: &str) -> Result<(), Fault> {
    let request = SessionOpen { user_id: user.id, pin: pin.to_owned(), token: SessionToken(Uuid::now_v7()) };
    shop.client(1).call::<serde_json::Value>("session_open", request).map(drop)
}

/// A wrong guess writes the count of errors and nothing else; returns what the fault says.
fn wrong(shop: &TestShop, user: &UserTile) -> (FaultCode, Option<i64>) {
    let before = shop.snapshot_except(&["pin_attempt"]);
    let fault = guess(shop, user, "0000").unwrap_err();
    let changed = differences(&before, &shop.snapshot_except(&["pin_attempt"]));
    assert!(changed.is_empty(), "{changed:#?}");
    let number = ["attempts_left", "seconds"].iter().find_map(|name| fault.params.get(*name)?.as_i64());
    (fault.code, number)
}

/// Five wrong PINs lock for 30 seconds, each further one twice as long; the right PIN does not help meanwhile, nor
/// does a restart.
#[test]
fn guessing_is_slowed_down() {
    let shop = TestShop::france();
    let (user, pin) = shop.user(Role::Cashier);
    for left in [4, 3, 2, 1] {
        assert_eq!(wrong(&shop, &user), (FaultCode::WrongPin, Some(left)));
    }
    assert_eq!(wrong(&shop, &user), (FaultCode::SignInLocked, Some(30)));
    assert_eq!(guess(&shop, &user, pin).unwrap_err().code, FaultCode::SignInLocked);
    let tiles: Vec<UserTile> = shop.client(1).call("sign_in_users", Empty {}).unwrap();
    assert_eq!(tiles.iter().find(|t| t.id == user.id).unwrap().locked_seconds, 30);

    let shop = shop.killed_and_reopened();
    assert_eq!(
        guess(&shop, &user, pin).unwrap_err().code,
        FaultCode::SignInLocked,
        "a restart forgets nothing"
    );
    shop.clock.advance_s(31);
    assert_eq!(wrong(&shop, &user), (FaultCode::SignInLocked, Some(60)));
    shop.clock.advance_s(61);
    assert_eq!(wrong(&shop, &user), (FaultCode::SignInLocked, Some(120)));
    shop.clock.advance_s(121);
    guess(&shop, &user, pin).unwrap();
    assert_eq!(wrong(&shop, &user), (FaultCode::WrongPin, Some(4)), "the right PIN starts anew");
}

/// One user's errors do not lock another.
#[test]
fn the_limit_is_per_user() {
    let shop = TestShop::france();
    let (cashier, _) = shop.user(Role::Cashier);
    for _ in 0..5 {
        wrong(&shop, &cashier);
    }
    let (manager, pin) = shop.user(Role::Manager);
    guess(&shop, &manager, pin).unwrap();
}

/// Attempts made side by side count like attempts in a row.
#[test]
fn parallel_guesses_do_not_slip_past_the_limit() {
    let shop = TestShop::france();
    let (user, _) = shop.user(Role::Cashier);
    let answers: Vec<FaultCode> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..8).map(|_| scope.spawn(|| guess(&shop, &user, "0000").unwrap_err().code)).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert_eq!(answers.iter().filter(|c| **c == FaultCode::WrongPin).count(), 4);
    assert_eq!(answers.iter().filter(|c| **c == FaultCode::SignInLocked).count(), 4);
}

/// No PIN stands in the database, not even as a hash that the answer to a repeated request could give away.
#[test]
fn pins_are_not_stored() {
    let shop = TestShop::france();
    let (user, _) = shop.user(Role::Cashier);
    let manager = shop.till(Role::Manager, "C01");
    let save = api::types::UserSave {
        id: Some(user.id),
        name: user.name.clone(),
        role: user.role,
        is_seller: true,
        active: true,
        pin: Some("80417263".to_owned()),
    };
    let _: api::types::UserView = manager.ask("user_save", save);
    guess(&shop, &user, "80417263").unwrap();
    for (table, rows) in shop.snapshot() {
        assert!(!rows.iter().any(|r| r.contains("80417263")), "{table}");
    }
}
