//! Samples of the till's later commands: discounts, fees, parking, search, returns, accounts, layouts.

use serde_json::{Value, json};

use super::ID;

pub fn till() -> Vec<(&'static str, Value)> {
    let mut samples = sale();
    samples.extend(documents());
    samples.extend(files());
    samples
}

fn sale() -> Vec<(&'static str, Value)> {
    vec![
        ("sale_set_line_discount", json!({ "line_id": ID, "discount": null })),
        (
            "sale_set_discount",
            json!({ "discount": { "reduction": { "kind": "amount", "amount": 0 }, "reason": "r" } }),
        ),
        ("sale_set_line_note", json!({ "line_id": ID, "note": "n" })),
        ("sale_add_fee", json!({ "fee_type_id": ID, "label": "", "amount": null })),
        ("sale_set_service", json!({ "service": "on_site" })),
        ("sale_exempt", json!({ "ground": "export" })),
        ("sale_exempt_line", json!({ "line_id": ID, "ground": "disbursement" })),
        ("payment_write_off", json!({ "reason": "r" })),
        ("sale_park", json!({ "label": "" })),
        ("sale_recall", json!({ "cart_id": ID })),
        ("parked_discard", json!({ "cart_id": ID })),
        ("price_check", json!({ "code": "x" })),
        ("missing_add", json!({ "article_id": ID, "text": "", "quantity": 10_000, "customer_id": null })),
        ("missing_settle", json!({ "missing_id": ID })),
        ("price_accuracy_check", json!({ "line_id": ID, "labelled": 999, "exclusion": null })),
        ("sale_correct_price", json!({ "line_id": ID, "labelled": 999, "exclusion": null })),
        ("shelf_label_settle", json!({ "shelf_label_id": ID, "done": true })),
    ]
}

fn documents() -> Vec<(&'static str, Value)> {
    let search = json!({
        "from_day": null, "to_day": null, "from_minute": null, "to_minute": null, "workstation_id": null,
        "article_id": null, "customer_id": null, "user_id": null, "number": null, "card_last4": null, "offset": 0,
        "limit": 1
    });
    let refund = json!({ "method_id": ID, "card_last4": null });
    vec![
        ("document_search", search),
        ("document_open", json!({ "document_id": ID })),
        ("return_check", json!({ "document_id": ID, "lines": [] })),
        (
            "return_validate",
            json!({ "document_id": ID, "lines": [], "reason": "r", "refund": refund, "print": false }),
        ),
        ("return_free_check", json!({ "lines": [], "customer_id": null })),
        (
            "return_free",
            json!({ "lines": [], "customer_id": null, "reason": "r", "refund": refund, "print": false }),
        ),
        ("exchange_start", json!({ "document_id": ID, "lines": [], "reason": "r" })),
        ("exchange_start_free", json!({ "lines": [], "reason": "r" })),
        ("exchange_remove", json!({})),
        ("exchange_validate", json!({ "refund": null, "print": false, "seen": null })),
        ("invoice_check", json!({ "document_id": ID, "customer_id": null })),
        ("invoice_issue", json!({ "document_id": ID, "customer_id": null, "print": false })),
        (
            "invoice_validate",
            json!({ "sale": { "payment": null, "leave_unpaid": false, "print": false, "seen": null } }),
        ),
        ("invoice_file", json!({ "document_id": ID })),
        ("printer_search", json!({})),
        ("printer_search_start", json!({})),
        ("printer_search_cancel", json!({})),
        ("price_claim_check", json!({ "document_id": ID, "n": 1, "labelled": 0, "exclusion": null })),
        (
            "price_claim",
            json!({
                "claim": { "document_id": ID, "n": 1, "labelled": 0, "exclusion": null },
                "refund": { "method_id": ID, "card_last4": null }, "print": false
            }),
        ),
        ("document_cancel", json!({ "document_id": ID, "reason": "r", "print": false })),
        ("drawer_causes", json!({ "shift_id": null, "counted": 0, "count": [] })),
    ]
}

fn files() -> Vec<(&'static str, Value)> {
    let customer = json!({
        "id": ID, "code": "", "name": "n", "phone": "", "email": "", "address": "", "postcode": "", "city": "",
        "professional": false, "blocked": false, "active": true
    });
    let fee = json!({ "id": ID, "name": "n", "tax_category_id": ID, "amount": null, "active": true });
    let options = json!({
        "service_modes": false, "discount_limit": -1, "write_off_limit": 0, "price_accuracy": true,
        "discount_reasons": [], "return_reasons": []
    });
    vec![
        ("representative_save", json!({ "id": ID, "name": "n", "commission_rate": 0, "active": true })),
        ("commission_report", json!({ "from_day": "2026-11-01", "to_day": "2026-11-30" })),
        ("courier_save", json!({ "id": ID, "name": "n", "active": true })),
        ("layout_open", json!({ "layout_id": ID })),
        ("layout_save", json!({ "id": ID, "name": "", "pages": [] })),
        ("layout_delete", json!({ "layout_id": ID })),
        ("customer_account", json!({ "customer_id": ID })),
        ("customer_save", customer),
        ("credit_add", json!({ "customer_id": ID, "amount": 0, "method_id": null, "reason": "r" })),
        ("shop_options_save", options),
        ("fee_type_save", fee),
        ("embedded_rule_list", json!({})),
        ("embedded_rule_save", json!({ "id": ID, "pattern": "", "decimals": 0, "active": true })),
        ("embedded_rule_order", json!({ "ids": [ID] })),
        ("embedded_test", json!({ "code": "", "rule": null })),
    ]
}
