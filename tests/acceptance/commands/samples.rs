//! A request of every command that is of its type. Ids name nothing, so that none of these does anything.

mod accounting;
mod archives;
mod backups;
mod books;
mod closings;
mod overview;
mod promotions;
mod settlements;
mod till;

use std::collections::BTreeMap;

use api::CommandInfo;
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// The id of nothing.
const ID: Uuid = Uuid::nil();

/// Commands whose request is empty.
const EMPTY: [&str; 40] = [
    "app_status",
    "sign_in_users",
    "session_close",
    "session_current",
    "training_enter",
    "shop_view",
    "logo_view",
    "logo_remove",
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
    "mail_queue",
    "mail_settings",
    "print_queue",
    "shop_options",
    "fee_type_list",
    "parked_sales",
    "missing_list",
    "price_accuracy_terms",
    "shelf_label_list",
    "representative_list",
    "courier_list",
    "document_filters",
    "sample_users",
    "first_run",
    "first_run_finish",
    "price_list_list",
    "promotion_list",
];

/// The request of a command.
pub fn sample(command: &CommandInfo) -> Value {
    let found = samples().remove(command.name);
    found.unwrap_or_else(|| panic!("{} has no sample request: add one to samples.rs", command.name))
}

/// The requests by name of command.
pub fn samples() -> BTreeMap<&'static str, Value> {
    let mut samples: BTreeMap<&'static str, Value> =
        EMPTY.into_iter().map(|name| (name, json!({}))).collect();
    samples.extend(settings());
    samples.extend(catalogue());
    samples.extend(shifts());
    samples.extend(sale());
    samples.extend(printing());
    samples.extend(till::till());
    samples.extend(accounting::accounting());
    samples.extend(archives::archives());
    samples.extend(backups::backups());
    samples.extend(books::books());
    samples.extend(closings::closings());
    samples.extend(overview::overview());
    samples.extend(promotions::promotions());
    samples.extend(settlements::settlements());
    samples
}

fn settings() -> Vec<(&'static str, Value)> {
    let fields = [
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
        "neq",
    ];
    let identity: Map<String, Value> = fields.into_iter().map(|f| (f.to_owned(), json!("x"))).collect();
    let workstation = json!({
        "id": ID, "code": "C09", "name": "n", "layout_id": null, "default_customer_id": null, "method_ids": [],
        "printer": null, "print_policy": "on_request", "customer_display": false, "active": true
    });
    let user = json!({
        "id": ID, "name": "n", "role": "cashier", "is_seller": true, "active": true, "pin": null
    });
    let shop = json!({
        "country": "france", "identity": identity, "manager_name": "a", "manager_pin": "1234", "workstation_name": "b"
    });
    let numbers = json!({
        "country": "france", "siret": "x", "vat_number": "", "neq": "", "tps_number": "", "tvq_number": ""
    });
    vec![
        ("country_profile", json!({ "country": "quebec" })),
        ("registration_check", numbers),
        ("shop_create", shop),
        ("logo_preview", json!({ "base64": "" })),
        ("logo_save", json!({ "base64": "" })),
        ("shop_create_sample", json!({ "country": "france" })),
        ("first_run_move", json!({ "step": "users" })),
        ("favourites_create", json!({ "layout_name": "n", "articles": [] })),
        ("drawer_test", json!({ "workstation_id": ID, "reason": "" })),
        ("session_open", json!({ "user_id": ID, "pin": "0000", "token": ID })),
        ("workstation_enter", json!({ "workstation_id": ID })),
        ("workstation_set_default", json!({ "workstation_id": ID })),
        ("workstation_save", workstation),
        ("user_save", user),
    ]
}

fn catalogue() -> Vec<(&'static str, Value)> {
    let article = json!({
        "id": ID, "code": "c", "name": "n", "unit": "", "unit_price": 0, "tax_category_id": ID, "department_id": null,
        "barcodes": [], "stocked": false, "durable": false, "active": true
    });
    let file = json!({ "name": "a.csv", "content": "" });
    vec![
        ("layout_generate", json!({ "name": "" })),
        ("catalogue_search", json!({ "text": "", "department_id": null, "offset": 0, "limit": 1 })),
        ("article_save", article),
        ("import_analyse", json!({ "kind": "customers", "existing": "skip", "file": file, "mapping": null })),
        ("import_start", json!({ "kind": "articles", "existing": "update", "file": file, "mapping": [] })),
        ("import_status", json!({ "import_id": ID })),
        ("import_cancel", json!({ "import_id": ID })),
        ("customer_search", json!({ "text": "", "limit": 1 })),
        ("customer_create", json!({ "name": "" })),
        ("customer_documents", json!({ "customer_id": ID })),
    ]
}

fn shifts() -> Vec<(&'static str, Value)> {
    let close = json!({
        "shift_id": ID, "counted_cash": 0, "count": [], "float_left": null, "note": "", "print": false
    });
    vec![
        ("shift_open", json!({ "opening_float": -1, "count": [], "note": "" })),
        ("shift_list", json!({ "workstation_id": null, "open_only": false, "offset": 0, "limit": 1 })),
        ("shift_report", json!({ "shift_id": null })),
        ("cash_count", json!({ "count": [] })),
        ("shift_check", json!({ "shift_id": null, "counted_cash": 0 })),
        ("shift_ticket", json!({ "shift_id": null })),
        ("shift_report_print", json!({ "shift_id": null })),
        ("shift_close", close),
        ("cash_move", json!({ "amount": 0, "reason": "r", "print": false })),
        ("drawer_open", json!({ "reason": "" })),
    ]
}

fn sale() -> Vec<(&'static str, Value)> {
    let payment = json!({
        "method_id": ID, "amount": null, "card_last4": null, "reference": null, "nature": null
    });
    vec![
        ("sale_add_article", json!({ "article_id": ID, "quantity": null })),
        ("sale_scan", json!({ "code": "", "quantity": null })),
        ("sale_resolve_code", json!({ "line_id": ID, "article_id": ID })),
        ("sale_set_quantity", json!({ "line_id": ID, "quantity": 10_000 })),
        ("sale_step_quantity", json!({ "line_id": ID, "steps": 1 })),
        ("sale_remove_line", json!({ "line_id": ID })),
        ("sale_select_line", json!({ "line_id": ID })),
        ("sale_set_note", json!({ "note": "" })),
        ("sale_set_customer", json!({ "customer_id": ID })),
        ("sale_set_seller", json!({ "seller_id": ID })),
        ("payment_add", payment),
        ("payment_remove", json!({ "tender_id": ID })),
        ("sale_validate", json!({ "payment": null, "leave_unpaid": false, "print": false, "seen": null })),
    ]
}

fn printing() -> Vec<(&'static str, Value)> {
    vec![
        ("document_ticket", json!({ "document_id": ID })),
        ("document_print", json!({ "document_id": ID })),
        ("print_job_retry", json!({ "job_id": ID })),
        ("print_job_cancel", json!({ "job_id": ID })),
        ("print_job_resolve", json!({ "job_id": ID, "printed": true })),
        ("printer_test", json!({ "workstation_id": ID })),
        ("customer_display", json!({})),
        ("diagnostics", json!({ "workstation_id": ID })),
        ("diagnostics_print", json!({ "workstation_id": ID })),
        ("timing_report", json!({ "scans_us": [20_000] })),
        ("document_recipient", json!({ "document_id": ID })),
        ("document_send", json!({ "document_id": ID, "recipient": "a@exemple.fr" })),
        ("mail_test", json!({ "recipient": "a@exemple.fr" })),
        ("mail_job_retry", json!({ "job_id": ID })),
        ("mail_job_cancel", json!({ "job_id": ID })),
        (
            "mail_settings_save",
            json!({ "host": "h", "port": 465, "security": "tls", "login": "", "password": null, "sender": "a@exemple.fr" }),
        ),
    ]
}
