//! Samples of the commands of price lists and promotions.

use serde_json::{Value, json};

use super::ID;

pub fn promotions() -> Vec<(&'static str, Value)> {
    let promotion = json!({
        "id": ID, "name": "n", "rule": { "kind": "percent", "rate": 10_000 }, "scope": { "kind": "everything" },
        "first_day": "2026-12-01", "last_day": "2026-12-24"
    });
    vec![
        ("price_list_save", json!({ "id": ID, "name": "n", "active": true })),
        ("promotion_save", promotion),
        ("promotion_end", json!({ "promotion_id": ID })),
        ("promotion_delete", json!({ "promotion_id": ID })),
    ]
}
