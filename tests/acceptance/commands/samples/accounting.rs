//! Samples of the books: days in which nothing happened, exports and reports that do not exist.

use serde_json::{Value, json};

use super::ID;

pub fn accounting() -> Vec<(&'static str, Value)> {
    let period = json!({ "from_day": "2020-01-01", "to_day": "2020-01-03" });
    let tickets =
        json!({ "day": "2020-01-01", "workstation_id": null, "figure": "signed", "offset": 0, "limit": 1 });
    let correction = json!({ "customer_id": ID, "side": "due", "amount": 1, "reason": "r" });
    let mut samples: Vec<(&'static str, Value)> = [
        "accounting_preview",
        "accounting_export",
        "accounting_report",
        "accounting_report_file",
        "ereport_view",
    ]
    .map(|command| (command, period.clone()))
    .into();
    samples.extend([
        ("ereport_compute", json!({ "from_day": "2050-01-01", "to_day": "2050-01-10" })),
        ("accounting_plan", json!({})),
        (
            "accounting_plan_save",
            json!({ "rows": [{ "key": "nothing", "account": "", "label": "", "nature": null }] }),
        ),
        ("accounting_batches", json!({})),
        ("accounting_file", json!({ "batch_id": ID, "journal": null })),
        ("truth_day", json!({ "day": "2020-01-01" })),
        ("truth_month", json!({ "month": "2020-01" })),
        ("truth_tickets", tickets),
        ("ereport_list", json!({ "frequency": "month" })),
        ("ereport_file", json!({ "report_id": ID, "format": "csv" })),
        ("balance_correct", correction),
    ]);
    samples
}
