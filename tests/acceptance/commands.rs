//! Every command of the contract: who may call it, and what every call must carry.

use std::collections::BTreeMap;

use api::{Call, CommandInfo, CommandKind, FaultCode, IdempotencyKey, Need, command_table};
use domain::permission::{Permission, Role};
use serde_json::{Map, Value, json};
use testkit::{TestShop, Till};
use uuid::Uuid;

use crate::world::{cashier_with_shift, refuses};

/// A request of every command that is of its type; ids name nothing.
fn samples() -> BTreeMap<&'static str, Value> {
    let id = Uuid::nil();
    let line = json!({ "line_id": id });
    let file = json!({ "name": "a.csv", "content": "" });
    let payment =
        json!({ "method_id": id, "amount": null, "card_last4": null, "reference": null, "nature": null });
    let empty = [
        "app_status",
        "sign_in_users",
        "session_close",
        "session_current",
        "shop_view",
        "workstation_list",
        "payment_method_list",
        "user_list",
        "role_list",
        "layout_list",
        "layout_current",
        "catalogue_lists",
        "shift_current",
        "shift_opening",
        "sale_current",
        "sale_undo",
        "sale_redo",
        "sale_abandon",
        "sale_done_clear",
        "document_recent",
        "print_queue",
    ];
    let mut samples: BTreeMap<&'static str, Value> =
        empty.into_iter().map(|name| (name, json!({}))).collect();
    samples.extend([
        ("shop_create", json!({ "country": "france", "identity": identity(), "manager_name": "a", "manager_pin": "1234", "workstation_name": "b" })),
        ("session_open", json!({ "user_id": id, "pin": "0000", "token": id })),
        ("workstation_enter", json!({ "workstation_id": id })),
        ("workstation_set_default", json!({ "workstation_id": id })),
        ("workstation_save", json!({ "id": id, "code": "C09", "name": "n", "layout_id": null, "default_customer_id": null,
            "method_ids": [], "printer": null, "print_policy": "on_request", "active": true })),
        ("user_save", json!({ "id": id, "name": "n", "role": "cashier", "is_seller": true, "active": true, "pin": null })),
        ("layout_generate", json!({ "name": "" })),
        ("catalogue_search", json!({ "text": "", "department_id": null, "offset": 0, "limit": 1 })),
        ("article_save", json!({ "id": id, "code": "c", "name": "n", "unit": "", "unit_price": 0, "tax_category_id": id,
            "department_id": null, "barcodes": [], "stocked": false, "durable": false, "active": true })),
        ("import_analyse", json!({ "file": file, "mapping": null })),
        ("import_start", json!({ "file": file, "mapping": [] })),
        ("import_status", json!({ "import_id": id })),
        ("import_cancel", json!({ "import_id": id })),
        ("customer_search", json!({ "text": "", "limit": 1 })),
        ("customer_create", json!({ "name": "" })),
        ("customer_documents", json!({ "customer_id": id })),
        ("shift_open", json!({ "opening_float": -1, "count": [], "note": "" })),
        ("shift_list", json!({ "workstation_id": null, "open_only": false, "offset": 0, "limit": 1 })),
        ("shift_report", json!({ "shift_id": null })),
        ("shift_ticket", json!({ "shift_id": null })),
        ("shift_report_print", json!({ "shift_id": null })),
        ("shift_close", json!({ "shift_id": id, "counted_cash": 0, "count": [], "float_left": null, "note": "", "print": false })),
        ("cash_move", json!({ "amount": 0, "reason": "r", "print": false })),
        ("drawer_open", json!({ "reason": "" })),
        ("sale_add_article", json!({ "article_id": id, "quantity": null })),
        ("sale_scan", json!({ "code": "", "quantity": null })),
        ("sale_resolve_code", json!({ "line_id": id, "article_id": id })),
        ("sale_set_quantity", json!({ "line_id": id, "quantity": 10_000 })),
        ("sale_step_quantity", json!({ "line_id": id, "steps": 1 })),
        ("sale_remove_line", line.clone()),
        ("sale_select_line", line),
        ("sale_set_note", json!({ "note": "" })),
        ("sale_set_customer", json!({ "customer_id": id })),
        ("sale_set_seller", json!({ "seller_id": id })),
        ("payment_add", payment),
        ("payment_remove", json!({ "tender_id": id })),
        ("sale_validate", json!({ "payment": null, "leave_unpaid": false, "print": false })),
        ("document_ticket", json!({ "document_id": id })),
        ("document_print", json!({ "document_id": id })),
        ("print_job_retry", json!({ "job_id": id })),
        ("print_job_cancel", json!({ "job_id": id })),
        ("print_job_resolve", json!({ "job_id": id, "printed": true })),
        ("printer_test", json!({ "workstation_id": id })),
    ]);
    samples
}

fn identity() -> Value {
    let names = [
        "legal_name",
        "trading_name",
        "legal_form",
        "address",
        "postcode",
        "city",
        "siret",
        "naf",
        "vat_number",
        "tps_number",
        "tvq_number",
        "phone",
    ];
    Value::Object(names.into_iter().map(|name| (name.to_owned(), json!("x"))).collect::<Map<_, _>>())
}

fn sample(command: &CommandInfo) -> Value {
    let found = samples().remove(command.name);
    found.unwrap_or_else(|| panic!("{} has no sample request: add one to samples()", command.name))
}

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
    for command in command_table().iter().filter(|c| !["session_close", "session_open"].contains(&c.name)) {
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
    for command in needs {
        refuses(&shop, FaultCode::SessionRequired, || {
            shop.app().call(&call(&command, sample(&command), None, true)).unwrap_err()
        });
    }
}

/// What anybody may call changes nothing either: the shop exists, the user does not.
#[test]
fn public_commands_give_nothing_away() {
    let (shop, _) = cashier_with_shift();
    let public: Vec<CommandInfo> = command_table().into_iter().filter(|c| c.need == Need::Public).collect();
    let names: Vec<&str> = public.iter().map(|c| c.name).collect();
    assert_eq!(names, ["app_status", "sign_in_users", "shop_create", "session_open"]);
    for (command, code) in public[2..].iter().zip([FaultCode::ShopExists, FaultCode::UserNotFound]) {
        refuses(&shop, code, || shop.app().call(&call(command, sample(command), None, true)).unwrap_err());
    }
}

/// SEC-01: every command with a right refuses every role without it, and changes nothing.
#[test]
fn a_caller_without_the_right_is_refused_everywhere() {
    let (shop, _) = cashier_with_shift();
    let tills: Vec<(Role, Till)> = Role::ALL.into_iter().map(|role| (role, shop.till(role, "C01"))).collect();
    for command in command_table() {
        let Need::Right(right) = command.need else { continue };
        let lacks_it = Role::ALL.iter().any(|role| !role.allows(right));
        assert!(lacks_it || right == Permission::ManagePrinting, "every role has {right:?}");
        for (_, till) in tills.iter().filter(|(role, _)| !role.allows(right)) {
            let fault = refuses(&shop, FaultCode::PermissionDenied, || {
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
    for command in command_table() {
        let mut request = sample(&command);
        request["zzz"] = json!(1);
        refuses(&shop, FaultCode::BadRequest, || {
            shop.app().call(&call(&command, request, Some(&manager), true)).unwrap_err()
        });
    }
}

/// Every mutation refuses a call without idempotency key, and changes nothing.
#[test]
fn mutations_need_a_key() {
    let (shop, _) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C01");
    for command in mutations() {
        let mut request = sample(&command);
        if command.name == "session_open" {
            let (user, pin) = shop.user(Role::Cashier);
            request = json!({ "user_id": user.id, "pin": pin, "token": Uuid::now_v7() });
        }
        refuses(&shop, FaultCode::KeyRequired, || {
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
