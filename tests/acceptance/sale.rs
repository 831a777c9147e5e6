//! SAL: the sale as a whole.

use api::FaultCode;
use api::types::{
    CustomerSearch, CustomerView, DocumentRow, Empty, PaymentBlock, SaleAddArticle, SaleDone, SaleSeen,
    SaleSetCustomer, SaleSetNote, SaleSetSeller, SaleValidate, SaleView,
};
use domain::money::{Money, Quantity};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::TestShop;

use crate::world::{cashier_with_shift, new_customer, refuses};

/// SAL-07: «Actions» lists the 20 last tickets of the open shift, newest first.
#[test]
fn the_twenty_last_tickets_of_the_shift() {
    let (shop, till) = cashier_with_shift();
    let mut numbers: Vec<String> = Vec::new();
    for _ in 0..25 {
        shop.clock.advance_s(1);
        numbers.push(till.cash_sale(&["1001"]).number);
    }
    let rows: Vec<DocumentRow> = till.ask("document_recent", Empty {});
    let listed: Vec<&String> = rows.iter().map(|d| &d.number).collect();
    assert_eq!(listed, numbers.iter().rev().take(20).collect::<Vec<_>>());
    till.close_shift(132_50, "");
    till.open_shift(0);
    let rows: Vec<DocumentRow> = till.ask("document_recent", Empty {});
    assert_eq!(rows, [], "a new shift starts with an empty list");
}

/// SAL-11: a customer found by a part of the name is attached to the order.
#[test]
fn a_customer_is_found_and_attached() {
    let (_shop, till) = cashier_with_shift();
    let durand = new_customer(&till, "Durand");
    let found: Vec<CustomerView> =
        till.ask("customer_search", CustomerSearch { text: "dur".to_owned(), limit: 100 });
    assert!(found.contains(&durand));
    assert!(found.iter().all(|c| domain::text::fold(&c.name).contains("dur")), "{found:?}");
    let view: SaleView = till.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(durand.id) });
    assert_eq!(view.customer.map(|c| c.name).as_deref(), Some("Durand"));
}

/// SAL-12, SAL-13: a name is enough for a new customer, who is then in the customer file; no name is not.
#[test]
fn a_customer_needs_only_a_name() {
    let (shop, till) = cashier_with_shift();
    let fault = refuses(&shop, FaultCode::FieldRequired, || {
        till.refused("customer_create", serde_json::json!({ "name": "  " }))
    });
    assert_eq!(fault.params["field"], "name");
    let martin: CustomerView = till.ask("customer_create", serde_json::json!({ "name": "Martin" }));
    let view: SaleView = till.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(martin.id) });
    assert_eq!(view.customer.map(|c| c.id), Some(martin.id));
    let found: Vec<CustomerView> =
        till.ask("customer_search", CustomerSearch { text: "Martin".to_owned(), limit: 100 });
    assert!(found.contains(&martin));
}

/// SAL-16: the note of the order is stored with the ticket and printed on it.
#[test]
fn the_note_is_stored_with_the_ticket() {
    let (shop, till) = cashier_with_shift();
    till.scan("1001");
    let _: SaleView = till.ask("sale_set_note", SaleSetNote { note: "emballage cadeau".to_owned() });
    let done = till.cash_sale(&[]);
    let documents = &shop.snapshot()["document"];
    assert!(documents[0].split('|').any(|cell| cell == "emballage cadeau"), "{documents:?}");
    assert!(till.preview(done.document_id).lines.iter().any(|l| l.text.contains("emballage cadeau")));
    let long = SaleSetNote { note: "x".repeat(501) };
    refuses(&shop, FaultCode::FieldTooLong, || till.refused("sale_set_note", long));
}

/// SAL-17: payment cannot start on an empty order, nor with a code that nobody knows.
#[test]
fn an_empty_order_cannot_be_paid() {
    let (shop, till) = cashier_with_shift();
    assert_eq!(till.sale().blocked, Some(PaymentBlock::Empty));
    let cash = || till.payment(PaymentKind::Cash, None);
    let validate = || SaleValidate { payment: Some(cash()), leave_unpaid: false, print: false, seen: None };
    refuses(&shop, FaultCode::CartEmpty, || till.refused("payment_add", cash()));
    refuses(&shop, FaultCode::CartEmpty, || till.refused("sale_validate", validate()));
    assert_eq!(till.scan("0000").blocked, Some(PaymentBlock::UnknownCode));
    let fault = refuses(&shop, FaultCode::UnknownCodesPending, || till.refused("sale_validate", validate()));
    assert_eq!(fault.params["count"], 1);
    let line_id = till.sale().lines[0].id;
    let article_id = till.article("1001").id;
    let view: SaleView = till.ask("sale_resolve_code", api::types::SaleResolveCode { line_id, article_id });
    assert_eq!((view.blocked, view.total), (None, Money(1_30)));
}

/// SAL-19, PAY-13: after «Terminé» the screen is empty: no lines, no customer but the default one, no note.
#[test]
fn done_leaves_an_empty_order() {
    let (_shop, till) = cashier_with_shift();
    let customer = new_customer(&till, "Durand");
    till.scan("1001");
    let _: SaleView = till.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(customer.id) });
    let _: SaleView = till.ask("sale_set_note", SaleSetNote { note: "note".to_owned() });
    let done = till.cash_sale(&[]);
    assert_eq!(till.sale().done.as_ref(), Some(&done), "the finished sale stays until «Terminé»");
    let view: SaleView = till.ask("sale_done_clear", Empty {});
    assert_eq!((view.lines.len(), view.customer, view.note.as_str(), view.done), (0, None, "", None));
    assert_eq!((view.total, view.tenders.len(), view.due), (Money(0), 0, Money(0)));
}

/// The next scan takes the finished sale off the screen too.
#[test]
fn the_next_sale_replaces_the_finished_one() {
    let (_shop, till) = cashier_with_shift();
    till.cash_sale(&["1001"]);
    let view = till.scan("1101");
    assert_eq!((view.done, view.lines.len()), (None, 1));
}

/// SAL-20: a sale for exact cash takes two requests, without one in between that would ask something.
#[test]
fn a_cash_sale_takes_two_requests() {
    let (_shop, till) = cashier_with_shift();
    let article_id = till.article("1001").id;
    let payment = Some(till.payment(PaymentKind::Cash, None));
    let added: SaleView = till.ask("sale_add_article", SaleAddArticle { article_id, quantity: None });
    assert_eq!(added.blocked, None);
    let done: SaleDone =
        till.ask("sale_validate", SaleValidate { payment, leave_unpaid: false, print: false, seen: None });
    assert_eq!((done.total, done.change), (Money(1_30), Money(0)));
}

/// SAL-21: stock 5, two sold: stock 3, and turnover, VAT and drawer rise by the sale.
#[test]
fn a_sale_moves_stock_turnover_tax_and_drawer() {
    let (_shop, till) = cashier_with_shift();
    assert_eq!(till.article("2101").stock, Some(Quantity::units(5)));
    till.scan_units("2101", 2);
    till.cash_sale(&[]);
    assert_eq!(till.article("2101").stock, Some(Quantity::units(3)));
    let report = till.report();
    assert_eq!((report.total, report.net), (Money(79_80), Money(66_50)));
    assert_eq!((report.taxes.len(), report.taxes[0].amount), (1, Money(13_30)));
    assert_eq!(report.expected_cash, Money(179_80));
}

/// SAL-24: a sale without seller is refused, and the reminder is there before.
#[test]
fn a_sale_needs_a_seller() {
    let (shop, till) = cashier_with_shift();
    assert_eq!(till.scan("1001").seller.map(|s| s.id), Some(till.session.user.id), "the user sells");
    let view: SaleView = till.ask("sale_set_seller", SaleSetSeller { seller_id: None });
    assert_eq!(view.blocked, Some(PaymentBlock::Seller));
    let payment = Some(till.payment(PaymentKind::Cash, None));
    let validate = SaleValidate { payment, leave_unpaid: false, print: false, seen: None };
    refuses(&shop, FaultCode::SellerRequired, || till.refused("sale_validate", &validate));
    let other = view.sellers.iter().find(|s| s.id != till.session.user.id).unwrap();
    let _: SaleView = till.ask("sale_set_seller", SaleSetSeller { seller_id: Some(other.id) });
    let done: SaleDone = till.ask("sale_validate", validate);
    assert!(till.preview(done.document_id).lines.iter().any(|l| l.text.contains(&other.name)));
}

/// An abandoned sale leaves a signed trace and no document.
#[test]
fn an_abandoned_sale_is_journaled() {
    let (shop, till) = cashier_with_shift();
    till.scan("1001");
    let view: SaleView = till.ask("sale_abandon", Empty {});
    assert_eq!((view.lines.len(), till.report().abandoned), (0, 1));
    let after = shop.snapshot();
    assert_eq!(after["document"].len(), 0);
    let journal = after["fiscal_record"].iter().filter(|r| r.contains("1 lignes, total 130"));
    assert_eq!(journal.count(), 1);
    refuses(&shop, FaultCode::CartEmpty, || till.refused("sale_abandon", Empty {}));
}

/// A manager sees the sale of the other workstation nowhere in theirs: carts belong to workstations.
#[test]
fn carts_belong_to_workstations() {
    let (shop, till) = cashier_with_shift();
    till.scan("1001");
    assert_eq!(shop.till(Role::Manager, "C02").sale().lines.len(), 0);
    assert_eq!(shop.till(Role::Manager, "C01").sale().lines.len(), 1);
    let quebec = TestShop::quebec();
    assert_eq!(quebec.till(Role::Cashier, "C01").sale().lines.len(), 0);
}

/// A payment is for the sale on the screen: what another window of the workstation added meanwhile is not sold unseen.
#[test]
fn a_sale_that_another_window_changed_is_not_paid_unseen() {
    let (shop, till) = cashier_with_shift();
    let shown = till.scan("1001");
    let other = shop.till(Role::Cashier, "C01");
    let changed = other.scan("1101");
    let pay = |view: &SaleView| SaleValidate {
        payment: Some(till.payment(PaymentKind::Cash, None)),
        leave_unpaid: false,
        print: false,
        seen: Some(SaleSeen { cart_id: view.cart_id, revision: view.revision }),
    };
    refuses(&shop, FaultCode::CartChanged, || till.refused("sale_validate", pay(&shown)));
    let done: SaleDone = till.ask("sale_validate", pay(&changed));
    assert_eq!(done.total, changed.total);
    let next = till.scan("1001");
    let stale = SaleView { cart_id: changed.cart_id, ..next };
    refuses(&shop, FaultCode::CartChanged, || till.refused("sale_validate", pay(&stale)));
}
