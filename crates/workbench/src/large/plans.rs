//! No question of the till reads a table from end to end that grows with the years: every statement behind the start, the
//! searches and the views is explained by SQLite, on a shop without statistics as shops are.

use std::collections::BTreeSet;
use std::sync::Arc;

use app::{Client, ManualClock};
use domain::money::Money;
use serde_json::{Value, json};
use store::plans::{plan, statements_of};
use tempfile::tempdir;

use super::tests::SMALL;
use super::{make, plan as calendar};
use crate::{Failure, fault, shop};

/// What grows with tickets. The catalogue and the customers are searched by words, which have an index of their own.
const GROWING: &[&str] = &[
    "document",
    "document_line",
    "document_article",
    "document_tax",
    "document_print",
    "payment",
    "account_entry",
    "stock_movement",
    "fiscal_record",
    "fiscal_total",
    "op",
    "shift",
    "cash_movement",
    "print_job",
];

/// Questions of the till and of the manager; `$` stands for ids of the shop.
fn questions(ids: &Ids) -> Vec<(&'static str, Value)> {
    let find = |more: Value| ("document_search", page(more));
    vec![
        find(json!({})),
        find(json!({ "from_day": "2023-11-02", "to_day": "2023-11-03" })),
        find(json!({ "from_minute": 180, "to_minute": 240 })),
        find(json!({ "workstation_id": ids.workstation })),
        find(json!({ "user_id": ids.user })),
        find(json!({ "article_id": ids.article })),
        find(json!({ "customer_id": ids.customer })),
        find(json!({ "number": "C01-00000012" })),
        find(json!({ "number": "12" })),
        find(json!({ "card_last4": "4242" })),
        find(json!({ "from_day": "2023-11-02", "workstation_id": ids.workstation, "from_minute": 600 })),
        find(json!({ "article_id": ids.article, "user_id": ids.user })),
        find(json!({ "customer_id": ids.customer, "card_last4": "4242", "article_id": ids.article })),
        ("shift_report", json!({ "shift_id": null })),
        ("shift_current", json!({})),
        ("shift_opening", json!({})),
        ("shift_list", page(json!({ "workstation_id": null, "open_only": true }))),
        ("shift_list", page(json!({ "workstation_id": null, "open_only": false }))),
        ("document_recent", json!({})),
        ("customer_documents", json!({ "customer_id": ids.customer })),
        ("workstation_overview", json!({})),
        ("difference_list", page(json!({ "from_day": "2023-11-02", "to_day": "2023-11-03" }))),
        ("closed_shift_list", page(json!({}))),
        ("journal_list", page(json!({}))),
        ("journal_list", page(json!({ "code": 170, "from_day": "2023-11-02" }))),
        ("journal_filters", json!({})),
        ("layout_current", json!({})),
        ("sale_current", json!({})),
    ]
}

fn page(mut more: Value) -> Value {
    if let Some(page) = more.as_object_mut() {
        page.insert("offset".to_owned(), json!(0));
        page.insert("limit".to_owned(), json!(50));
    }
    more
}

struct Ids {
    workstation: Value,
    user: Value,
    article: Value,
    customer: Value,
}

fn first(client: &Client, command: &str, request: Value, list: &str) -> Result<Value, Failure> {
    let answer: Value = client.call(command, request).map_err(fault)?;
    let rows = if list.is_empty() { &answer } else { &answer[list] };
    Ok(rows[0]["id"].clone())
}

/// Why a plan reads too much, if it does. A walk along an index that ends with the page is no scan.
fn too_much(sql: &str, steps: &[String]) -> Option<String> {
    let sorted_after = steps.iter().any(|s| s.starts_with("USE TEMP B-TREE FOR ORDER BY"));
    let pages = sql.contains("LIMIT") && sql.contains("ORDER BY") && !sorted_after;
    let bad = |step: &&String| {
        let mut words = step.split(' ');
        let (verb, table) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let table = if table == "d" { "document" } else { table };
        let chain = step.contains("fiscal_record USING PRIMARY KEY (terminal_id=?");
        let whole = verb == "SCAN" || (chain && !step.contains("global_seq=?"));
        let partial = step.contains("shift_open") || step.contains("print_job_waiting");
        whole && GROWING.contains(&table) && !partial && !pages
    };
    steps.iter().find(bad).map(|step| format!("{step}\n{sql}"))
}

#[test]
fn no_question_of_the_till_reads_what_grows_from_end_to_end() -> Result<(), Failure> {
    let dir = tempdir()?;
    drop(make(dir.path(), &SMALL)?);
    let last = SMALL.calendar()?.last().copied().ok_or("no day")?;
    let clock = Arc::new(ManualClock::new(calendar::midnight(last)? + 36 * 3_600_000));
    let (client, mut statements) = statements_of(|| shop::open(dir.path(), clock));
    let mut client = client?;
    shop::sign_in(&mut client, shop::SAMPLE_PIN)?;
    shop::open_shift(&client, Money(15_000))?;
    let ids = Ids {
        workstation: first(&client, "workstation_list", json!({}), "")?,
        user: first(&client, "sign_in_users", json!({}), "")?,
        article: first(
            &client,
            "catalogue_search",
            json!({ "text": "Pain", "department_id": null, "offset": 0, "limit": 1 }),
            "rows",
        )?,
        customer: first(&client, "customer_search", json!({ "text": "Martin", "limit": 1 }), "")?,
    };
    for (command, request) in questions(&ids) {
        let (answer, seen) = statements_of(|| client.call::<Value>(command, request.clone()));
        answer.map_err(|f| format!("{command} {request}: {}", f.code.as_str()))?;
        assert!(!seen.is_empty(), "{command} asks nothing");
        statements.extend(seen);
    }
    assert!(statements.len() > 40, "{}", statements.len());
    let explain = |sql: &String| {
        let steps = client.app().store().read(|db| plan(db, sql))?;
        Ok(too_much(sql, &steps))
    };
    let found: Result<Vec<_>, Failure> = statements.iter().map(explain).collect();
    let found: BTreeSet<String> = found?.into_iter().flatten().collect();
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}

#[test]
fn a_plan_that_reads_a_whole_chain_is_seen() {
    let steps = [
        "SEARCH fiscal_record USING PRIMARY KEY (terminal_id=? AND global_seq<?)",
        "USE TEMP B-TREE FOR ORDER BY",
    ]
    .map(str::to_owned);
    assert!(too_much("SELECT sig FROM fiscal_record ORDER BY chain_seq DESC LIMIT 1", &steps).is_some());
    let steps = ["SCAN d USING COVERING INDEX document_by_time".to_owned()];
    assert!(too_much("SELECT id FROM document d WHERE minute = 1", &steps).is_some());
    assert!(too_much("SELECT id FROM document d ORDER BY at_ms DESC LIMIT 20", &steps).is_none());
}
