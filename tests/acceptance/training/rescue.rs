//! Training after a crash, and after damage: the shop never notices.

use std::path::Path;

use api::FaultCode;
use api::types::{AppStatus, Empty, SessionView};
use domain::permission::Role;
use testkit::{TestShop, Till, differences, raw, snapshot};

use super::{assert_chains_are_sound, into_training, journaled, school};

/// After a kill in the middle of training the shop opens as the shop, its journal says that training was cut off, and what was
/// made in training is intact.
#[test]
fn a_crash_in_training_comes_back_to_the_shop() {
    let shop = TestShop::france();
    let trainee = into_training(shop.till(Role::Cashier, "C01"));
    trainee.open_shift(20_00);
    trainee.cash_sale(&["1001"]);
    trainee.scan("2108");
    let name = trainee.session.user.name.clone();
    let token = trainee.client.session;

    let shop = shop.killed_and_reopened();
    let mut window = shop.client(1);
    let status: AppStatus = window.call("app_status", Empty {}).unwrap();
    assert_eq!(status.alerts, []);
    window.session = token;
    let lost = window.call::<SessionView>("session_current", Empty {}).unwrap_err();
    assert_eq!(lost.code, FaultCode::SessionRequired);
    let interrupted = format!("{name} interrompu");
    assert_eq!(journaled(&shop), [(920, name.clone(), name.clone()), (921, name, interrupted)]);
    assert!(shop.snapshot()["training_session"].is_empty());
    let real = shop.till(Role::Cashier, "C01");
    assert!(real.session.training.is_none() && real.sale().lines.is_empty());

    let trainee = into_training(real);
    assert_eq!(trainee.report().shift.tickets, 1);
    assert_eq!(trainee.sale().lines.len(), 1, "the sale in progress is still there");
    assert_chains_are_sound(shop.app().store());
    assert_chains_are_sound(&school(&shop));
}

/// Enters training after something was done to its database, which is then set aside: kept, and replaced by a new one.
fn set_aside_after(damage: impl FnOnce(&Path)) {
    let shop = TestShop::france();
    let mut trainee = into_training(shop.till(Role::Cashier, "C01"));
    trainee.open_shift(0);
    trainee.cash_sale(&["1001"]);
    trainee.client.sign_out().unwrap();
    let shop = shop.reopened_after(|database| damage(&database.with_file_name("ecole.db")));
    let real = shop.till(Role::Cashier, "C01");
    let before = shop.snapshot_except(&["fiscal_record", "fiscal_counter", "op", "self", "idempotency"]);

    let session: SessionView = real.ask("training_enter", Empty {});
    let file = session.training.clone().unwrap().set_aside.unwrap();
    assert!(shop.folder().join(&file).exists(), "{file} is kept");
    let mut trainee = Till { session, ..real };
    trainee.open_shift(0);
    assert!(trainee.cash_sale(&["1001"]).number.ends_with("-00000001"), "a new beginning");
    assert_chains_are_sound(&school(&shop));
    let tables = ["fiscal_record", "fiscal_counter", "op", "self", "idempotency", "training_session"];
    let before: testkit::Tables =
        before.into_iter().filter(|(name, _)| !tables.contains(&name.as_str())).collect();
    assert_eq!(differences(&before, &shop.snapshot_except(&tables)), Vec::<String>::new());
    trainee.client.sign_out().unwrap();
    let again: SessionView = shop.till(Role::Cashier, "C01").ask("training_enter", Empty {});
    assert_eq!(again.training.unwrap().set_aside, None, "said once");
}

/// A file that is no database any more is set aside, and training goes on in a new one.
#[test]
fn a_ruined_file_is_set_aside() {
    set_aside_after(|file| {
        std::fs::write(file, b"not a database").unwrap();
        std::fs::remove_file(file.with_file_name("ecole.db-wal")).ok();
    });
}

/// A signed record that was changed breaks the chain: that database is set aside too.
#[test]
fn a_forged_record_sets_its_database_aside() {
    set_aside_after(|file| {
        let forged = "UPDATE fiscal_record SET ttc_cents = 1 WHERE chain = 'TICKET'";
        let answers = raw::sql(file, &["DROP TRIGGER fiscal_record_no_upd", forged]);
        assert_eq!(answers, ["ok", "ok"]);
    });
}

/// Training of another shop is not training of this one.
#[test]
fn training_of_another_shop_is_set_aside() {
    set_aside_after(|file| {
        let moved = "UPDATE training_source SET instance = zeroblob(16)";
        assert_eq!(raw::sql(file, &[moved]), ["ok"]);
    });
}

/// A training database that cannot be made, because a folder stands in its place, is refused; the shop sells on.
#[test]
fn training_that_cannot_be_opened_does_not_stop_the_shop() {
    let shop = TestShop::france();
    let till = shop.till(Role::LeadCashier, "C01");
    std::fs::create_dir(shop.folder().join("ecole.db")).unwrap();
    std::fs::write(shop.folder().join("ecole.db").join("full"), b"x").unwrap();
    let before = shop.snapshot();
    let fault = till.refused("training_enter", Empty {});
    assert_eq!(fault.code, FaultCode::DiskReadOnly);
    assert_eq!(shop.snapshot(), before);
    till.open_shift(0);
    till.cash_sale(&["1001"]);
    assert!(shop.app().training_store().is_none());
    let _ = snapshot(shop.app().store(), &[]);
}
