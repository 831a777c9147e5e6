//! What is looked at beside selling: customers, the last documents, shifts, differences, the journal.

use app::Client;
use serde_json::{Value, json};

use super::super::figures::{Figures, Times};
use crate::{Failure, fault};

/// Calls of each.
const CALLS: usize = 100;

/// Name, command, and the request of each call.
type Question<'a> = (&'a str, &'a str, &'a dyn Fn(usize) -> Value);

/// `large_view_<name>`
pub fn measure(large: &Client, empty: &Client, figures: &mut Figures) -> Result<(), Failure> {
    let texts = ["le", "mar", "dubois c", "0612", "C0153", ""];
    let text = |i: usize| texts.get(i % texts.len()).copied().unwrap_or_default();
    let page = |more: Value| {
        let mut page = json!({ "offset": 0, "limit": 50 });
        if let (Some(page), Value::Object(more)) = (page.as_object_mut(), more) {
            page.extend(more);
        }
        page
    };
    let requests: [Question<'_>; 13] = [
        ("customers", "customer_search", &|i| json!({ "text": text(i), "limit": 20 })),
        ("recent_documents", "document_recent", &|_| json!({})),
        ("layout", "layout_current", &|_| json!({})),
        ("shifts", "shift_list", &|_| page(json!({ "workstation_id": null, "open_only": false }))),
        ("open_shifts", "shift_list", &|_| page(json!({ "workstation_id": null, "open_only": true }))),
        ("workstations", "workstation_overview", &|_| json!({})),
        ("differences", "difference_list", &|_| page(json!({}))),
        ("differences_of_a_month", "difference_list", &|_| {
            page(json!({ "from_day": "2024-05-01", "to_day": "2024-05-31" }))
        }),
        ("closed_shifts", "closed_shift_list", &|_| page(json!({}))),
        ("journal", "journal_list", &|_| page(json!({}))),
        ("journal_of_a_kind", "journal_list", &|_| page(json!({ "code": 170 }))),
        ("journal_of_a_day", "journal_list", &|_| {
            page(json!({ "from_day": "2024-05-14", "to_day": "2024-05-14" }))
        }),
        ("journal_filters", "journal_filters", &|_| json!({})),
    ];
    for (name, command, request) in requests {
        let look = |client: &Client| {
            Times::of(CALLS, |i| {
                let _: Value = client.call(command, request(i)).map_err(fault)?;
                Ok(())
            })
        };
        figures.times(&format!("large_view_{name}"), &look(large)?, &look(empty)?);
    }
    Ok(())
}
