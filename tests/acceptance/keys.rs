//! Idempotency keys: a double tap, a retry after a reload or a crash writes once.

use api::types::{Empty, PaymentAdd, SaleDone, SaleScan, SaleValidate, SaleView};
use api::{Call, FaultCode, IdempotencyKey, SessionToken};
use domain::payment::PaymentKind;
use domain::permission::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::world::{cashier_with_shift, refuses};

fn key() -> IdempotencyKey {
    IdempotencyKey(Uuid::now_v7())
}

fn cash(payment: PaymentAdd) -> SaleValidate {
    SaleValidate { payment: Some(payment), leave_unpaid: false, print: false, seen: None }
}

/// The same key twice writes once and answers the same, for every step of a sale.
#[test]
fn the_same_key_writes_once() {
    let (shop, till) = cashier_with_shift();
    let scan = SaleScan { code: "1001".to_owned(), quantity: None };
    let scanned = key();
    let first: SaleView = till.client.call_with_key("sale_scan", &scan, scanned).unwrap();
    let before = shop.snapshot();
    let again: SaleView = till.client.call_with_key("sale_scan", &scan, scanned).unwrap();
    assert_eq!((again, shop.snapshot()), (first, before));

    let (request, paid) = (cash(till.payment(PaymentKind::Cash, Some(2_00))), key());
    let first: SaleDone = till.client.call_with_key("sale_validate", &request, paid).unwrap();
    let before = shop.snapshot();
    let again: SaleDone = till.client.call_with_key("sale_validate", &request, paid).unwrap();
    assert_eq!((&again, shop.snapshot()), (&first, before));

    let reopened = shop.killed_and_reopened();
    let till = reopened.till(Role::Cashier, "C01");
    let before = reopened.snapshot();
    let retried: SaleDone = till.client.call_with_key("sale_validate", &request, paid).unwrap();
    assert_eq!((&retried, reopened.snapshot()), (&first, before), "a restart remembers the answer");
}

/// The repeat of a scan, after the next one went through, is told the sale as it is: both lines, each once.
#[test]
fn a_late_repeat_is_told_the_sale_of_now() {
    let (shop, till) = cashier_with_shift();
    let (scan, used) = (SaleScan { code: "1001".to_owned(), quantity: None }, key());
    let _: SaleView = till.client.call_with_key("sale_scan", &scan, used).unwrap();
    let newest = till.scan("1101");
    let before = shop.snapshot();
    let told: SaleView = till.client.call_with_key("sale_scan", &scan, used).unwrap();
    assert_eq!((told.lines.len(), told, shop.snapshot()), (2, newest, before));
}

/// A key is for one request: another request, or another command, with it is refused.
#[test]
fn a_key_is_for_one_request() {
    let (shop, till) = cashier_with_shift();
    let used = key();
    let scan = |code: &str| SaleScan { code: code.to_owned(), quantity: None };
    let _: SaleView = till.client.call_with_key("sale_scan", scan("1001"), used).unwrap();
    refuses(&shop, FaultCode::KeyReused, || {
        till.client.call_with_key::<Value>("sale_scan", scan("1101"), used).unwrap_err()
    });
    refuses(&shop, FaultCode::KeyReused, || {
        till.client.call_with_key::<Value>("sale_undo", Empty {}, used).unwrap_err()
    });
}

/// A key is a UUID of version 7, in the order of which answers are forgotten; another is refused.
#[test]
fn a_key_of_another_version_is_refused() {
    let (shop, till) = cashier_with_shift();
    let scan = SaleScan { code: "1001".to_owned(), quantity: None };
    let random = IdempotencyKey(Uuid::from_u128(0x1d0b_9a3c_77e4_4f00_9a51_0c8f_22d3_1b60));
    refuses(&shop, FaultCode::BadRequest, || {
        till.client.call_with_key::<Value>("sale_scan", &scan, random).unwrap_err()
    });
}

/// A refused request leaves its key free: the same request may succeed later.
#[test]
fn a_refusal_does_not_use_up_its_key() {
    let (_shop, till) = cashier_with_shift();
    let (request, paid) = (cash(till.payment(PaymentKind::Cash, None)), key());
    let refused = till.client.call_with_key::<SaleDone>("sale_validate", &request, paid);
    assert_eq!(refused.unwrap_err().code, FaultCode::CartEmpty);
    till.scan("1001");
    till.client.call_with_key::<SaleDone>("sale_validate", &request, paid).unwrap();
}

/// An answer outlives a reload and a restart by an hour and more; old ones go as new ones come, a few at a time.
#[test]
fn answers_are_kept_for_two_hours() {
    let (shop, till) = cashier_with_shift();
    let (scan, used) = (SaleScan { code: "1001".to_owned(), quantity: None }, key());
    let first: SaleView = till.client.call_with_key("sale_scan", &scan, used).unwrap();
    let answers = |shop: &testkit::TestShop| shop.snapshot()["idempotency"].len();
    let kept = answers(&shop);
    shop.clock.advance_s(7199);
    let again: SaleView = till.client.call_with_key("sale_scan", &scan, used).unwrap();
    assert_eq!((again, answers(&shop)), (first, kept));
    shop.clock.advance_s(60);
    for _ in 0..kept {
        till.scan("1101");
    }
    assert_eq!(answers(&shop), kept, "as many came as were forgotten, and no old one is left");
    let second: SaleView = till.client.call_with_key("sale_scan", &scan, used).unwrap();
    assert_eq!(second.lines.len(), 2, "the key is free again");
}

/// A session is known by its token alone, and a made-up one is nobody's.
#[test]
fn a_made_up_session_is_refused() {
    let (shop, till) = cashier_with_shift();
    let call = Call {
        command: "sale_scan".to_owned(),
        request: json!({ "code": "1001", "quantity": null }),
        session: Some(SessionToken(Uuid::now_v7())),
        key: Some(key()),
        client: None,
        computer: Some(till.client.computer),
        approval: None,
    };
    refuses(&shop, FaultCode::SessionRequired, || shop.app().call(&call).unwrap_err());
}
