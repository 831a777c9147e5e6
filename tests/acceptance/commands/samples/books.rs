//! Requests about the signed books: keys, anchors, incidents, verification.

use serde_json::{Value, json};

use super::ID;

pub fn books() -> Vec<(&'static str, Value)> {
    vec![
        ("books_health", json!({})),
        ("restore_examine", json!({ "path": "/nowhere.db" })),
        ("restore_fetch", json!({ "path": "/nowhere.db" })),
        ("gap_declare", json!({ "workstation_id": ID, "reason": "r" })),
        ("key_rotate", json!({ "workstation_id": ID })),
        ("key_replace", json!({ "workstation_id": ID, "reason": "r" })),
        ("key_slip_print", json!({ "workstation_id": ID })),
        ("integrity_acknowledge", json!({ "workstation_id": ID })),
        ("integrity_progress", json!({})),
        ("integrity_start", json!({})),
        ("integrity_cancel", json!({})),
        ("integrity_tables", json!({ "language": "fr" })),
    ]
}
