//! Samples of closings, and of what keeps the shop from selling.

use serde_json::{Value, json};

use super::ID;

pub fn closings() -> Vec<(&'static str, Value)> {
    let closing = json!({ "closing_id": ID });
    vec![
        ("sale_readiness", json!({})),
        ("clock_confirm", json!({})),
        ("clock_accept", json!({})),
        ("closing_overview", json!({})),
        ("closing_list", json!({ "workstation_id": null, "scope": "day", "offset": 0, "limit": 1 })),
        ("closing_open", closing.clone()),
        ("closing_ticket", closing.clone()),
        ("closing_print", closing),
        ("day_close", json!({ "workstation_id": ID })),
        ("closing_rules_save", json!({ "hour": 9, "year_start": 1 })),
    ]
}
