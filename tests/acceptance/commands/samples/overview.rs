//! Samples of what a manager watches.

use serde_json::{Value, json};

use super::ID;

pub fn overview() -> Vec<(&'static str, Value)> {
    let period = json!({ "from_day": null, "to_day": null, "workstation_id": null, "offset": 0, "limit": 1 });
    let mut journal = period.clone();
    journal["code"] = Value::Null;
    vec![
        ("workstation_overview", json!({})),
        ("difference_list", period),
        ("closed_shift_list", json!({ "workstation_id": null, "offset": 0, "limit": 1 })),
        ("shift_documents", json!({ "shift_id": ID, "offset": 0, "limit": 1 })),
        ("journal_list", journal),
        ("journal_filters", json!({})),
    ]
}
