//! The host over a real socket: who is answered, what is refused, and that events arrive.

#[cfg(test)]
mod client;

use client::{Answer, Served, TOKEN};
use futures_util::StreamExt as _;
use serde_json::{Value, json};

const STATUS: &str = "/rpc/app_status";

#[tokio::test]
async fn a_query_is_answered_and_a_fault_is_json() {
    let host = Served::start().await;
    let answer = host.call("app_status", &json!({}), &[]).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert!(answer.json().is_object());

    let fault = host.call("shop_view", &json!({}), &[]).await;
    assert_eq!((fault.status, &fault.json()["code"]), (401, &json!("session_required")));
}

#[tokio::test]
async fn without_the_token_nothing_is_told() {
    let host = Served::start().await;
    for authorization in [None, Some("Bearer wrong"), Some("Bearer "), Some(TOKEN)] {
        let headers: Vec<_> = authorization.map(|value| ("Authorization", value)).into_iter().collect();
        for (method, path) in [("POST", STATUS), ("GET", "/commands")] {
            let answer = host.request(method, path, &headers, b"{}").await;
            assert_eq!(
                (answer.status, answer.json()),
                (401, json!({ "refused": "token" })),
                "{authorization:?}"
            );
        }
    }
}

#[tokio::test]
async fn pages_of_other_origins_are_refused() {
    let host = Served::start().await;
    let foreign = host.call("app_status", &json!({}), &[("Origin", "https://example.org")]).await;
    assert_eq!((foreign.status, foreign.json()), (403, json!({ "refused": "origin" })));
    assert!(!foreign.head.to_lowercase().contains("access-control-allow"), "{}", foreign.head);

    let own = format!("http://{}", host.address);
    assert_eq!(host.call("app_status", &json!({}), &[("Origin", &own)]).await.status, 200);
}

#[tokio::test]
async fn a_foreign_host_name_that_resolves_here_is_refused() {
    let host = Served::start().await;
    let rebound = host.raw("GET / HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n", b"").await;
    assert_eq!((rebound.status, rebound.json()), (421, json!({ "refused": "host" })));
}

#[tokio::test]
async fn only_post_calls_and_only_known_commands() {
    let host = Served::start().await;
    assert_eq!(host.request("GET", STATUS, &[client::BEARER], b"").await.status, 405);
    let unknown = host.call("drop_everything", &json!({}), &[]).await;
    assert_eq!((unknown.status, &unknown.json()["code"]), (404, &json!("unknown_command")));
}

#[tokio::test]
async fn a_body_that_is_no_json_or_too_large_is_refused() {
    let host = Served::start().await;
    let broken = host.request("POST", STATUS, &[client::BEARER], b"{").await;
    assert_eq!((broken.status, &broken.json()["code"]), (400, &json!("bad_request")));

    let body = vec![b' '; devhost::MAX_REQUEST + 1];
    let large = host.request("POST", STATUS, &[client::BEARER], &body).await;
    assert_eq!((large.status, &large.json()["code"]), (413, &json!("request_too_large")));
}

#[tokio::test]
async fn the_commands_are_listed_with_their_schemas() {
    let host = Served::start().await;
    let list = host.request("GET", "/commands", &[client::BEARER], b"").await.json();
    let undo = list.as_array().unwrap().iter().find(|row| row["name"] == "sale_undo").unwrap();
    assert_eq!((&undo["kind"], &undo["need"]), (&json!("mutation"), &json!({ "right": "sell" })));
    let scan = list.as_array().unwrap().iter().find(|row| row["name"] == "sale_scan").unwrap();
    assert!(scan["request"]["properties"].is_object());
    assert_eq!(list.as_array().unwrap().len(), api::command_table().len());
}

#[tokio::test]
async fn the_interface_is_served_with_a_strict_policy() {
    let host = Served::start().await;
    let page: Answer = host.request("GET", "/", &[], b"").await;
    assert_eq!((page.status, page.body.as_str()), (200, "<title>Comptoir</title>"));
    let head = page.head.to_lowercase();
    assert!(head.contains("content-security-policy: default-src 'none'; script-src 'self';"), "{head}");
    assert!(!head.contains("unsafe"), "{head}");
    assert_eq!(host.request("GET", "/../Cargo.toml", &[], b"").await.status, 404);
}

#[tokio::test]
async fn a_change_reaches_the_windows_that_listen() {
    let host = Served::start().await;
    assert!(host.events("wrong").await.is_err());
    let mut events = host.events(TOKEN).await.unwrap();
    let window = uuid::Uuid::now_v7().to_string();
    host.create_shop(&window).await;
    let message = tokio::time::timeout(client::PATIENCE, events.next()).await.unwrap().unwrap().unwrap();
    let notice: Value = serde_json::from_str(message.to_text().unwrap()).unwrap();
    assert_eq!(notice["training"], json!(false));
    let event = &notice["event"];
    assert_eq!((&event["event"], &event["client"]), (&json!("changed"), &json!(window)));
    assert!(event["topics"].as_array().unwrap().contains(&json!("shop")), "{event}");
}

#[tokio::test]
async fn the_same_key_twice_changes_nothing_twice() {
    let host = Served::start().await;
    let key = uuid::Uuid::now_v7().to_string();
    let first = host.call("shop_create", &client::shop(), &[("Idempotency-Key", &key)]).await;
    let second = host.call("shop_create", &client::shop(), &[("Idempotency-Key", &key)]).await;
    assert_eq!((first.status, second.status), (200, 200), "{} {}", first.body, second.body);
    let third = host.call("shop_create", &client::shop(), &[]).await;
    assert_eq!((third.status, &third.json()["code"]), (400, &json!("key_required")));
}
