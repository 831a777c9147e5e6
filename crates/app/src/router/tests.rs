//! What the router does with mistakes of the program.

use api::types::Empty;
use api::{IdempotencyKey, Severity};
use serde_json::json;
use store::MasterEntity;
use store::tables::{master, ops};
use uuid::Uuid;

use super::*;
use crate::{App, AppOptions, FileKeys, SystemClock};

fn app(folder: &std::path::Path) -> App {
    let keys = Arc::new(FileKeys::new(&folder.join("keys")));
    let (data_dir, anchors) = (folder.to_path_buf(), folder.join("anchors"));
    App::open(AppOptions { data_dir, clock: Arc::new(SystemClock), keys, anchors }).unwrap()
}

fn probe() -> Call {
    Call {
        command: "probe".to_owned(),
        request: json!({}),
        session: None,
        key: Some(IdempotencyKey(Uuid::now_v7())),
        client: None,
        computer: None,
        approval: None,
    }
}

fn new_customer(cx: &mut Mutation<'_, '_>, _: Empty) -> Result<Empty> {
    let id = cx.new_id();
    master::set(cx.tx, MasterEntity::Customer, id, vec![("name", json!("Durand"))])?;
    Ok(Empty {})
}

fn new_customer_then_panic(cx: &mut Mutation<'_, '_>, request: Empty) -> Result<Empty> {
    new_customer(cx, request)?;
    panic!("a mistake in a use case")
}

/// Rows of what the mutation writes: its effect, its operation, its answer.
fn rows(shared: &Shared) -> Vec<usize> {
    let count = |table| shared.store.read(|db| Ok::<_, Error>(ops::dump(db, table)?.len())).unwrap();
    ["customer", "op", "idempotency"].into_iter().map(count).collect()
}

#[test]
fn a_panic_in_a_mutation_is_a_fault_and_writes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let app = app(dir.path());
    let (shared, call) = (&app.shared, probe());
    let run = |handler| {
        guarded(shared, "probe", || {
            mutation::<Empty, Empty>(shared, &call, Caller::default(), handler, Repeat::Answer)
        })
    };
    let fault = run(new_customer_then_panic).unwrap_err();
    assert_eq!((fault.code, fault.severity), (FaultCode::Internal, Severity::Bug));
    assert!(fault.trace.is_some(), "the log has the cause under this name");
    assert_eq!(rows(shared), [0, 0, 0]);
    run(new_customer).unwrap();
    assert_eq!(rows(shared), [1, 1, 1], "the same call with the same key works once the mistake is gone");
}

#[test]
fn panics_in_queries_use_no_connection_up() {
    let dir = tempfile::tempdir().unwrap();
    let app = app(dir.path());
    let (shared, call) = (&app.shared, probe());
    for _ in 0..8 {
        let broken = |_: &Query<'_>, _: Empty| -> Result<Empty> { panic!("a mistake in a query") };
        let run = || query::<Empty, Empty>(shared, &call, &Caller::default(), broken);
        assert_eq!(guarded(shared, "probe", run).unwrap_err().code, FaultCode::Internal);
    }
    assert_eq!(rows(shared), [0, 0, 0]);
}
