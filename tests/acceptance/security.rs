//! SEC: rights, supervisors, and who did what.

use api::types::{Empty, ShiftView, UserSave, UserView};
use api::{Approval, FaultCode};
use domain::permission::Role;
use store::{Db, Op, tables::ops};
use testkit::TestShop;

use crate::scenario;
use crate::world::{approval, cashier_with_shift, refuses};

/// SEC-01: a plain seller is refused a protected action, or a supervisor approves this one call with their code.
#[test]
fn a_protected_action_asks_for_a_supervisor() {
    let (shop, till) = cashier_with_shift();
    let list = api::types::ShiftList { workstation_id: None, open_only: false, offset: 0, limit: 5 };
    let fault = refuses(&shop, FaultCode::PermissionDenied, || till.refused("shift_list", &list));
    assert_eq!(fault.params["permission"], "view_reports");
    let with_code = till.approved_by(approval(&shop, Role::LeadCashier));
    let page: api::types::ShiftPage = with_code.call("shift_list", &list).unwrap();
    assert_eq!(page.rows.len(), 1);
    let article = testkit::Till::article_save(&till.article("1001"));
    refuses(&shop, FaultCode::PermissionDenied, || till.refused("article_save", &article));
    let _: api::types::ArticleView = with_code.call("article_save", &article).unwrap();
    refuses(&shop, FaultCode::PermissionDenied, || till.refused("article_save", &article));
}

/// SEC-01, SEC-02: an approved action keeps the user, the workstation and the supervisor who approved it.
#[test]
fn an_approval_is_recorded() {
    let (shop, till) = cashier_with_shift();
    let supervisor = approval(&shop, Role::Manager);
    let article = testkit::Till::article_save(&till.article("1001"));
    let with_code = till.approved_by(supervisor.clone());
    let _: api::types::ArticleView = with_code.call("article_save", &article).unwrap();
    let last = shop.app().store().read(|db: Db<'_>| ops::after(db, 0, u32::MAX)).unwrap().pop().unwrap();
    let (_, actor, _) = Op::decode(&last).unwrap();
    assert_eq!(actor.user, Some(till.session.user.id));
    assert_eq!(actor.workstation, Some(till.workstation().id));
    assert_eq!(actor.approved_by, Some(supervisor.user_id));
}

/// SEC-01: a supervisor's wrong code, or the code of someone without the right, approves nothing.
#[test]
fn not_every_code_approves() {
    let (shop, till) = cashier_with_shift();
    let article = testkit::Till::article_save(&till.article("1001"));
    let supervisor = approval(&shop, Role::Manager);
    let wrong = till.approved_by(Approval { pin: "0000".to_owned(), ..supervisor });
    let before = shop.snapshot_except(&["pin_attempt"]);
    let fault = wrong.call::<api::types::ArticleView>("article_save", &article).unwrap_err();
    assert_eq!((fault.code, fault.params["attempts_left"].as_i64()), (FaultCode::WrongPin, Some(4)));
    assert_eq!(shop.snapshot_except(&["pin_attempt"]), before, "only the attempt is counted");
    let powerless = till.approved_by(approval(&shop, Role::Cashier));
    refuses(&shop, FaultCode::PermissionDenied, || {
        powerless.call::<api::types::ArticleView>("article_save", &article).unwrap_err()
    });
}

/// SEC-02: after a day of work, every operation names its user and its workstation.
#[test]
fn every_operation_names_who_and_where() {
    let start = TestShop::france();
    let first = start.app().store().read(|db: Db<'_>| ops::after(db, 0, u32::MAX)).unwrap().len();
    let shop = scenario::finished_day();
    let rows = shop.app().store().read(|db: Db<'_>| ops::after(db, i64::try_from(first).unwrap(), u32::MAX));
    let rows = rows.unwrap();
    assert!(rows.len() > 30);
    for row in rows {
        let (op, actor, _) = Op::decode(&row).unwrap();
        // Starts, stops and what a crash left are the program's own.
        let by_itself = |r: &fiscal::FiscalRecord| {
            ["80", "40", "950"].contains(&r.kind.as_str()) && r.operator_id.is_empty()
        };
        if matches!(&op, Op::FiscalRecorded(records) if records.iter().all(by_itself)) {
            continue;
        }
        assert!(actor.user.is_some(), "{op:?}");
        // Entering a workstation is recorded in its own signed journal, before the session is there.
        let signed =
            matches!(&op, Op::FiscalRecorded(records) if records.iter().all(|r| !r.terminal_id.is_empty()));
        assert!(actor.workstation.is_some() || signed, "{op:?}");
    }
}

/// The shop always keeps an active manager, and names are told apart.
#[test]
fn the_last_manager_stays() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let users: Vec<UserView> = manager.ask("user_list", Empty {});
    let me = users.iter().find(|u| u.id == manager.session.user.id).unwrap();
    let save = |role, active, name: &str, id| UserSave {
        id,
        name: name.to_owned(),
        role,
        is_seller: true,
        active,
        pin: None,
    };
    let refused = |code, request: UserSave| refuses(&shop, code, || manager.refused("user_save", request));
    refused(FaultCode::LastManager, save(Role::Cashier, true, &me.name, Some(me.id)));
    refused(FaultCode::LastManager, save(Role::Manager, false, &me.name, Some(me.id)));
    refused(FaultCode::UserNameTaken, save(Role::Cashier, true, &me.name.to_uppercase(), None));
    refused(FaultCode::PinFormat, save(Role::Cashier, true, "Nouveau", None));
}

/// A user who was put to sleep is signed out at once.
#[test]
fn a_sleeping_user_is_out() {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C02");
    let user = &till.session.user;
    let asleep = UserSave {
        id: Some(user.id),
        name: user.name.clone(),
        role: user.role,
        is_seller: true,
        active: false,
        pin: None,
    };
    let _: UserView = manager.ask("user_save", asleep);
    refuses(&shop, FaultCode::SessionRequired, || till.refused("sale_current", Empty {}));
    let shift: Option<ShiftView> = shop.till(Role::Manager, "C01").ask("shift_current", Empty {});
    assert!(shift.is_some(), "their shift stays open for others");
}
