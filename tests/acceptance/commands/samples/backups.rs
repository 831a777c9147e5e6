//! Samples of the commands of backups and restoring.

use serde_json::{Value, json};

pub fn backups() -> Vec<(&'static str, Value)> {
    let settings =
        json!({ "second": "", "every_min": 1, "daily_min": 0, "encrypted": false, "passphrase": null });
    let choice = json!({ "path": "/nothing/comptoir-20260101-000000.db", "passphrase": null });
    vec![
        ("backup_overview", json!({})),
        ("backup_job", json!({})),
        ("backup_start", json!({})),
        ("backup_cancel", json!({})),
        ("backup_settings_save", settings),
        ("drill_start", json!({})),
        ("restore_files", json!({ "folder": "/nothing" })),
        ("restore_check", choice.clone()),
        ("restore_apply", json!({})),
        ("rescue_view", json!({ "folder": "" })),
        ("rescue_check", choice),
        ("rescue_apply", json!({})),
    ]
}
