//! «Pertes et Profits»: what a customer will never pay.

use api::FaultCode;
use api::types::{Refund, ReturnLine, ReturnValidate, SaleDone, SaleView, WriteOff};
use domain::money::{Money, Quantity};
use domain::payment::PaymentKind;
use domain::permission::Role;

use super::{address, choose, save, shop_with_customer, validation};
use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{Unchanged, approval, cashier_with_shift, refuses};

fn give_up(reason: &str) -> WriteOff {
    WriteOff { reason: reason.to_owned() }
}

/// PAY-17: an invoice of 100.00 and a payment of 99.50: «Pertes et Profits» settles the invoice with 0.50, and
/// turnover stays 100, VAT unchanged.
#[test]
fn a_difference_is_given_up_and_the_turnover_stays() {
    let (shop, till, customer) = shop_with_customer("Martin");
    shop.till(Role::Manager, "C02").new_article("CENT", 100_00, "TVA 20 %");
    save(&till, customer, address);
    till.scan("CENT");
    choose(&till, customer);
    till.pay(PaymentKind::CardStandalone, Some(99_50));
    let view: SaleView = till.ask("payment_write_off", give_up("centimes"));
    assert_eq!((view.due, view.tenders[1].amount), (Money::ZERO, Money(50)));
    let mut request = validation(&till, PaymentKind::Cash);
    request.sale.payment = None;
    let done: SaleDone = till.ask("invoice_validate", request);
    assert_eq!((done.total, done.unpaid), (Money(100_00), Money::ZERO));
    let report = till.report();
    assert_eq!(report.total, Money(100_00));
    assert_eq!(report.taxes[0].amount, Money(16_67));
    let written = report.methods.iter().find(|m| m.name == "Pertes et Profits").unwrap();
    assert_eq!(written.total, Money(50), "the shift report says what was given up");
    assert_eq!(report.expected_cash, Money(100_00), "no money moved: the drawer holds its float");

    // All of it comes back: what was never paid is not given back.
    let lead = shop.till(Role::LeadCashier, "C01");
    let refund = Refund { method_id: lead.method(PaymentKind::CardStandalone), card_last4: None };
    let lines = vec![ReturnLine { n: 1, quantity: Quantity::ONE, restock: true }];
    let document_id = done.document_id;
    let back = ReturnValidate { document_id, lines, reason: "retour".to_owned(), refund, print: false };
    let returned: SaleDone = lead.ask("return_validate", back);
    assert_eq!(returned.total, Money(-100_00));
    let given: Vec<_> = returned.tenders.iter().map(|t| (t.kind, t.amount)).collect();
    assert_eq!(given, [(PaymentKind::WriteOff, Money(-50)), (PaymentKind::CardStandalone, Money(-99_50))]);
    assert_sound(&shop);
    assert_replays(&shop);
}

/// PAY-17, its limit: a cashier gives up 1.00 €; beyond, a supervisor approves on the spot. What was not paid at all is
/// no difference, and nothing is given up without a reason.
#[test]
fn more_than_the_limit_needs_a_supervisor() {
    let (shop, till) = cashier_with_shift();
    shop.till(Role::Manager, "C02").new_article("CENT", 100_00, "TVA 20 %");
    till.scan("CENT");
    refuses(&shop, FaultCode::NothingToWriteOff, || till.refused("payment_write_off", give_up("r")));
    till.pay(PaymentKind::CardStandalone, Some(98_00));
    let unchanged = Unchanged::from_now(&shop);
    unchanged.refuses(FaultCode::ReasonRequired, || till.refused("payment_write_off", give_up(" ")));
    let fault =
        unchanged.refuses(FaultCode::PermissionDenied, || till.refused("payment_write_off", give_up("r")));
    assert_eq!(fault.params["permission"], "write_off");
    let client = till.approved_by(approval(&shop, Role::LeadCashier));
    let view: SaleView = client.call("payment_write_off", give_up("litige")).unwrap();
    assert_eq!(view.due, Money::ZERO);
    till.validate();
    assert_sound(&shop);
}
