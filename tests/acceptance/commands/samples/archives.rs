//! Samples of fiscal archives.

use serde_json::{Value, json};

use super::ID;

pub fn archives() -> Vec<(&'static str, Value)> {
    let none = json!({ "number": "ARCHIVE-C99-00000001" });
    let mut open = none.clone();
    for (field, value) in [
        ("chain", Value::Null),
        ("kind", Value::Null),
        ("after", json!(0)),
        ("limit", json!(1)),
        ("language", json!("fr")),
    ] {
        open[field] = value;
    }
    vec![
        ("archive_list", json!({ "workstation_id": null, "kind": null, "offset": 0, "limit": 1 })),
        ("archive_open", open),
        ("archive_settings", json!({})),
        ("archive_settings_save", json!({ "second_folder": "x" })),
        (
            "archive_create",
            json!({ "from_day": "2026-11-30", "to_day": "2026-11-01", "workstation_id": null }),
        ),
        ("archive_remake", none),
        ("archive_export", json!({ "number": "ARCHIVE-C99-00000001", "folder": null, "tax_audit": false })),
        ("archive_part", json!({ "export_id": ID, "offset": 0 })),
        ("verification_report", json!({ "language": "fr" })),
    ]
}
