//! Who may take back and cancel, when, and how often.

use api::types::{FreeReturn, FreeReturnCheck, FreeReturnLine, ReturnChecked, SaleDone, SaleValidate};
use api::{Fault, FaultCode};
use domain::money::{Money, Quantity};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till};

use super::{cancelling, lead_with_shift, open, refund, returning, text_of};
use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{approval, refuses};

/// RET-02: without the ticket a plain seller is refused; with the right and a reason the article comes back at the
/// price of today, and a supervisor may approve it on the spot.
#[test]
fn without_ticket_a_right_and_a_reason_are_needed() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    till.open_shift(100_00);
    let article = till.article("2101");
    let line = FreeReturnLine { article_id: article.id, quantity: Quantity::ONE, restock: true };
    let request = FreeReturn {
        lines: vec![line],
        customer_id: None,
        reason: "ticket perdu".to_owned(),
        refund: refund(&till, PaymentKind::Cash),
        print: false,
    };
    let question = FreeReturnCheck { lines: request.lines.clone(), customer_id: None };
    let price = article.unit_price.times(Quantity::ONE).unwrap();
    let checked: ReturnChecked = till.ask("return_free_check", question);
    assert_eq!(
        (checked.total, checked.due, checked.total_in_cash),
        (price, price, price),
        "anybody who sells may ask"
    );
    let fault = refuses(&shop, FaultCode::PermissionDenied, || till.refused("return_free", &request));
    assert_eq!(fault.params["permission"], "refund_freely");
    let lead = till.approved_by(approval(&shop, Role::LeadCashier));
    let fault = lead.call::<SaleDone>("return_free", &request).unwrap_err();
    assert_eq!(fault.code, FaultCode::PermissionDenied, "a lead cashier may not either");
    let manager = till.approved_by(approval(&shop, Role::Manager));
    let silent = FreeReturn { reason: String::new(), ..request.clone() };
    refuses(&shop, FaultCode::ReasonRequired, || {
        manager.call::<SaleDone>("return_free", silent).unwrap_err()
    });
    let nothing = FreeReturn { lines: Vec::new(), ..request.clone() };
    refuses(&shop, FaultCode::NothingToReturn, || {
        manager.call::<SaleDone>("return_free", nothing).unwrap_err()
    });
    let done: SaleDone = manager.call("return_free", &request).unwrap();
    assert_eq!(done.total, -price);
    assert_eq!(till.article("2101").stock, article.stock.map(|q| Quantity(q.0 + Quantity::ONE.0)));
    let detail = open(&till, done.document_id);
    assert_eq!((detail.origin, detail.cancellable), (None, false));
    let correct = cancelling(done.document_id);
    let lead = shop.till(Role::LeadCashier, "C01");
    refuses(&shop, FaultCode::DocumentNotASale, || lead.refused("document_cancel", correct));
    assert_sound(&shop);
    assert_replays(&shop);
}

/// RET-02: the ticket can be recalled, but taking articles back against it is a right too; a supervisor approves.
#[test]
fn a_cashier_returns_with_approval() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    till.open_shift(100_00);
    let sale = till.cash_sale(&["2101"]).document_id;
    let request = returning(&till, sale, &[(1, 1)], PaymentKind::Cash);
    refuses(&shop, FaultCode::PermissionDenied, || till.refused("return_validate", &request));
    refuses(&shop, FaultCode::PermissionDenied, || till.refused("document_cancel", cancelling(sale)));
    let approved = till.approved_by(approval(&shop, Role::LeadCashier));
    let done: SaleDone = approved.call("return_validate", request).unwrap();
    let by = "SELECT json_extract(payload, '$.by.approved_by') IS NOT NULL FROM op WHERE kind = 60 ORDER BY dseq DESC LIMIT 1";
    assert_eq!(testkit::raw::sql(&shop.database(), &[by]), ["[[1]]"], "the log names who approved");
    assert_eq!(open(&till, done.document_id).row.user, till.session.user.name);
}

/// A cancelled ticket is reversed whole: lines, taxes, each payment, stock; once, and not after a return.
#[test]
fn a_cancellation_reverses_the_ticket() {
    let (shop, till) = lead_with_shift();
    let before = (till.report(), till.article("2101").stock);
    till.scan_units("2101", 2);
    till.scan("1001");
    till.pay(PaymentKind::CardStandalone, Some(5_00));
    let payment = Some(till.payment(PaymentKind::Cash, Some(200_00)));
    let request = SaleValidate { payment, leave_unpaid: false, print: false, seen: None };
    let sale: SaleDone = till.ask("sale_validate", request);
    assert!(sale.change > Money(0));
    assert!(open(&till, sale.document_id).cancellable);
    let done: SaleDone = till.ask("document_cancel", cancelling(sale.document_id));
    assert_eq!(done.total, -sale.total);
    let report = till.report();
    assert_eq!(
        (report.total, report.net, report.expected_cash),
        (Money(0), Money(0), before.0.expected_cash)
    );
    assert!(report.methods.iter().all(|m| m.total == Money(0)) && report.methods.len() == 2);
    assert_eq!(till.article("2101").stock, before.1);
    let paper = text_of(&till, done.document_id);
    assert!(paper.contains("ANNULATION"), "{paper}");
    assert!(paper.contains(&format!("Ce ticket annule le ticket n° {}", sale.number)), "{paper}");
    let origin = text_of(&till, sale.document_id);
    assert!(origin.contains(&format!("Ce ticket est annulé par le ticket n° {}", done.number)), "{origin}");

    let refused = |code, id| refuses(&shop, code, || till.refused("document_cancel", cancelling(id)));
    refused(FaultCode::DocumentCancelled, sale.document_id);
    refused(FaultCode::DocumentNotASale, done.document_id);
    let returning_it = returning(&till, sale.document_id, &[(1, 1)], PaymentKind::Cash);
    refuses(&shop, FaultCode::DocumentCancelled, || till.refused("return_validate", returning_it));
    till.scan_units("1001", 2);
    let other = till.cash_sale(&[]).document_id;
    let _: SaleDone = till.ask("return_validate", returning(&till, other, &[(1, 1)], PaymentKind::Cash));
    refused(FaultCode::DocumentReturned, other);
    assert!(!open(&till, other).cancellable);
    assert_sound(&shop);
    assert_replays(&shop);
}

/// SHF-24: without an open shift nothing is given back, cancelled or taken back freely.
#[test]
fn no_refund_without_a_shift() {
    let (shop, till) = lead_with_shift();
    let sale = till.cash_sale(&["2101"]).document_id;
    let manager = shop.till(Role::Manager, "C02");
    let article_id = till.article("2101").id;
    let line = FreeReturnLine { article_id, quantity: Quantity::ONE, restock: true };
    let freely = FreeReturn {
        lines: vec![line],
        customer_id: None,
        reason: "essai".to_owned(),
        refund: refund(&manager, PaymentKind::Cash),
        print: false,
    };
    let wanted = returning(&manager, sale, &[(1, 1)], PaymentKind::Cash);
    let refused = FaultCode::ShiftRequired;
    refuses(&shop, refused, || manager.refused("return_validate", wanted));
    refuses(&shop, refused, || manager.refused("return_free", freely));
    refuses(&shop, refused, || manager.refused("document_cancel", cancelling(sale)));
}

/// Two workstations take back the same articles at the same moment: together never more than was sold.
#[test]
fn two_workstations_cannot_return_the_same_article_twice() {
    const SOLD: i64 = 5;
    let shop = TestShop::france();
    let tills = ["C01", "C02"].map(|code| shop.till(Role::LeadCashier, code));
    tills.iter().for_each(|till| drop(till.open_shift(500_00)));
    tills[0].scan_units("2102", SOLD);
    let sale = tills[0].cash_sale(&[]).document_id;
    let stock = tills[0].article("2102").stock.unwrap();
    let returned: usize = std::thread::scope(|scope| {
        let take_back = |till: &Till| -> usize {
            let attempt = || {
                let request = returning(till, sale, &[(1, 1)], PaymentKind::Cash);
                let answer: Result<SaleDone, Fault> = till.client.call("return_validate", request);
                answer.map_err(|fault| assert_eq!(fault.code, FaultCode::ReturnExceedsSold)).is_ok()
            };
            (0..SOLD).filter(|_| attempt()).count()
        };
        let threads = tills.each_ref().map(|till| scope.spawn(move || take_back(till)));
        threads.into_iter().map(|t| t.join().unwrap()).sum()
    });
    assert_eq!(returned, usize::try_from(SOLD).unwrap());
    assert_eq!(tills[0].article("2102").stock, Some(Quantity(stock.0 + SOLD * Quantity::ONE.0)));
    assert_eq!(open(&tills[0], sale).lines[0].returnable, Quantity(0));
    assert_eq!(tills.iter().map(|t| t.report().total.0).sum::<i64>(), 0);
    assert_sound(&shop);
}
