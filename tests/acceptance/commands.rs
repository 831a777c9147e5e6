//! Every command of the contract: who may call it, and what every call must carry.

mod fuzz;
mod samples;

use api::{Call, CommandInfo, CommandKind, FaultCode, IdempotencyKey, Need, command_table};
use domain::permission::{Permission, Role};
use samples::{sample, samples};
use serde_json::{Value, json};
use testkit::{TestShop, Till};
use uuid::Uuid;

use crate::world::{Unchanged, cashier_with_shift, refuses};

fn mutations() -> impl Iterator<Item = CommandInfo> {
    command_table().into_iter().filter(|c| c.kind == CommandKind::Mutation)
}

/// A call as a host makes it.
fn call(command: &CommandInfo, request: Value, till: Option<&Till>, key: bool) -> Call {
    Call {
        command: command.name.to_owned(),
        request,
        session: till.and_then(|t| t.client.session),
        key: key.then(|| IdempotencyKey(Uuid::now_v7())),
        client: None,
        computer: None,
        approval: None,
    }
}

/// The table of samples names commands that exist, and each is of its command's type.
#[test]
fn samples_are_of_their_commands() {
    let names: Vec<&str> = command_table().iter().map(|c| c.name).collect();
    let unknown: Vec<&str> = samples().into_keys().filter(|name| !names.contains(name)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    let (shop, _) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C02");
    for command in command_table()
        .iter()
        .filter(|c| !["session_close", "session_open", "training_enter"].contains(&c.name))
    {
        if let Err(fault) = shop.app().call(&call(command, sample(command), Some(&manager), true)) {
            assert_ne!(fault.code, FaultCode::BadRequest, "{}: {fault:?}", command.name);
            assert_ne!(fault.code, FaultCode::Internal, "{}: {fault:?}", command.name);
        }
    }
}

/// Every command that needs a session refuses an anonymous caller and changes nothing.
#[test]
fn an_anonymous_caller_is_refused_everywhere() {
    let (shop, _) = cashier_with_shift();
    let needs: Vec<CommandInfo> = command_table().into_iter().filter(|c| c.need != Need::Public).collect();
    assert!(needs.len() > 50);
    let nothing = Unchanged::from_now(&shop);
    for command in needs {
        nothing.refuses(FaultCode::SessionRequired, || {
            shop.app().call(&call(&command, sample(&command), None, true)).unwrap_err()
        });
    }
}

/// What anybody may call changes nothing either: the shop exists, the user does not.
#[test]
fn public_commands_give_nothing_away() {
    let (shop, _) = cashier_with_shift();
    let public: Vec<CommandInfo> = command_table().into_iter().filter(|c| c.need == Need::Public).collect();
    let names = |kind| public.iter().filter(move |c| c.kind == kind).map(|c| c.name).collect::<Vec<_>>();
    let queries = names(CommandKind::Query);
    let known = [
        "app_status",
        "sign_in_users",
        "country_profile",
        "registration_check",
        "logo_preview",
        "sample_users",
        "rescue_view",
    ];
    assert_eq!(queries, known);
    let refusals = [
        ("shop_create", FaultCode::ShopExists),
        ("shop_create_sample", FaultCode::ShopExists),
        ("session_open", FaultCode::UserNotFound),
        ("rescue_check", FaultCode::ShopExists),
        ("rescue_apply", FaultCode::ShopExists),
    ];
    assert_eq!(names(CommandKind::Mutation), refusals.map(|(name, _)| name));
    let mutations = public.iter().filter(|c| c.kind == CommandKind::Mutation);
    for (command, (_, code)) in mutations.zip(refusals) {
        refuses(&shop, code, || shop.app().call(&call(command, sample(command), None, true)).unwrap_err());
    }
}

/// SEC-01: every command with a right refuses every role without it, and changes nothing.
#[test]
fn a_caller_without_the_right_is_refused_everywhere() {
    let (shop, _) = cashier_with_shift();
    let tills: Vec<(Role, Till)> = Role::ALL.into_iter().map(|role| (role, shop.till(role, "C01"))).collect();
    let nothing = Unchanged::from_now(&shop);
    for command in command_table() {
        let Need::Right(right) = command.need else { continue };
        let lacks_it = Role::ALL.iter().any(|role| !role.allows(right));
        assert!(lacks_it || right == Permission::ManagePrinting, "every role has {right:?}");
        for (_, till) in tills.iter().filter(|(role, _)| !role.allows(right)) {
            let fault = nothing.refuses(FaultCode::PermissionDenied, || {
                shop.app().call(&call(&command, sample(&command), Some(till), true)).unwrap_err()
            });
            assert_eq!(fault.params["permission"], serde_json::to_value(right).unwrap(), "{}", command.name);
        }
    }
}

/// Every command refuses a field that it does not know, and changes nothing.
#[test]
fn unknown_fields_are_refused_everywhere() {
    let (shop, _) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C01");
    let nothing = Unchanged::from_now(&shop);
    for command in command_table() {
        let mut request = sample(&command);
        request["zzz"] = json!(1);
        nothing.refuses(FaultCode::BadRequest, || {
            shop.app().call(&call(&command, request, Some(&manager), true)).unwrap_err()
        });
    }
}

/// Every mutation refuses a call without idempotency key, and changes nothing.
#[test]
fn mutations_need_a_key() {
    let (shop, _) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C01");
    let (user, pin) = shop.user(Role::Cashier);
    let nothing = Unchanged::from_now(&shop);
    for command in mutations() {
        let mut request = sample(&command);
        if command.name == "session_open" {
            request = json!({ "user_id": user.id, "pin": pin, "token": Uuid::now_v7() });
        }
        nothing.refuses(FaultCode::KeyRequired, || {
            shop.app().call(&call(&command, request, Some(&manager), false)).unwrap_err()
        });
    }
}

/// A command that does not exist is refused.
#[test]
fn an_unknown_command_is_refused() {
    let shop = TestShop::france();
    let client = shop.client(1);
    refuses(&shop, FaultCode::UnknownCommand, || client.call::<Value>("sale_delete", json!({})).unwrap_err());
}

/// Queries write nothing, whatever they are asked.
#[test]
fn queries_write_nothing() {
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    till.scan("1101");
    let manager = shop.till(Role::Manager, "C01");
    let before = shop.snapshot();
    for command in command_table().into_iter().filter(|c| c.kind == CommandKind::Query) {
        let _ = shop.app().call(&call(&command, sample(&command), Some(&manager), false));
    }
    assert_eq!(shop.snapshot(), before);
}
