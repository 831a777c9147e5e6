//! Who may exchange, what is refused, and two tills at once.

use api::types::{
    DiscountInput, DocumentCancel, Empty, ExchangeStart, PaymentAdd, ReturnLine, ReturnValidate, SaleDone,
    SaleSetDiscount, SaleValidate, SaleView,
};
use api::{Fault, FaultCode};
use domain::cart::Reduction;
use domain::money::{Money, Quantity};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till, raw};

use super::{bringing, giving_back, lead_with_shift, open, refund, returns, start, stock_up, taken};
use crate::fiscal_chain::assert_sound;
use crate::world::{approval, refuses};

fn paying(payment: Option<PaymentAdd>) -> SaleValidate {
    SaleValidate { payment, leave_unpaid: false, print: false, seen: None }
}

/// RET-02: taking articles back is a right, also in exchange. A supervisor approves on the spot; the cashier finishes
/// the sale, and the signed journal names who approved.
#[test]
fn a_cashier_exchanges_with_approval() {
    let shop = TestShop::france();
    stock_up(&shop, "TVA 20 %");
    let till = shop.till(Role::Cashier, "C01");
    till.open_shift(100_00);
    let sold = till.cash_sale(&["VINGT"]).document_id;
    till.scan("TRENTE");
    let wanted = bringing(sold, &[(1, 1)]);
    let fault = refuses(&shop, FaultCode::PermissionDenied, || till.refused("exchange_start", &wanted));
    assert_eq!(fault.params["permission"], "refund");
    let supervisor = approval(&shop, Role::LeadCashier);
    let view: SaleView = till.approved_by(supervisor).call("exchange_start", &wanted).unwrap();
    assert_eq!(view.due, Money(10_00));
    till.cash_sale(&[]);
    let name = shop.user(Role::LeadCashier).0.name;
    let journal =
        "SELECT json_extract(payload, '$.info') FROM fiscal_record WHERE chain = 'JET' AND kind = '190'";
    let lines = raw::sql(&shop.database(), &[journal]);
    assert!(
        lines[0].contains(": taille (autoris") && lines[0].contains(&format!("par {name})")),
        "{lines:?}"
    );
    assert_sound(&shop);
}

/// RET-01: never more than was sold, a reason, one return for each sale; and what is refused changes nothing.
#[test]
fn what_cannot_be_exchanged_is_refused() {
    let (shop, till) = lead_with_shift();
    till.scan_units("VINGT", 2);
    let sold = till.cash_sale(&[]);
    let refused =
        |code, request: ExchangeStart| refuses(&shop, code, || till.refused("exchange_start", &request));
    refused(FaultCode::ReturnExceedsSold, bringing(sold.document_id, &[(1, 3)]));
    refused(FaultCode::NothingToReturn, bringing(sold.document_id, &[]));
    refused(FaultCode::LineNotFound, bringing(sold.document_id, &[(2, 1)]));
    let silent = ExchangeStart { reason: " ".to_owned(), ..bringing(sold.document_id, &[(1, 1)]) };
    refused(FaultCode::ReasonRequired, silent);
    let half = ReturnLine { n: 1, quantity: Quantity(5_000), restock: true };
    refused(
        FaultCode::QuantityNotWhole,
        ExchangeStart { lines: vec![half], ..bringing(sold.document_id, &[]) },
    );
    refuses(&shop, FaultCode::NothingToReturn, || till.refused("exchange_remove", Empty {}));
    till.scan("DOUZE");
    refuses(&shop, FaultCode::NothingToReturn, || till.refused("exchange_validate", giving_back(None)));
    till.pay(PaymentKind::Cash, Some(5_00));
    refused(FaultCode::PaidBeyondTotal, bringing(sold.document_id, &[(1, 1)]));
    let tender_id = till.sale().tenders[0].id;
    let _: SaleView = till.ask("payment_remove", api::types::PaymentRemove { tender_id });
    start(&till, sold.document_id, &[(1, 1)]);
    refused(FaultCode::ExchangePending, bringing(sold.document_id, &[(1, 1)]));
}

/// What an exchange gives back goes by a way that was chosen and is offered; what is due is paid first.
#[test]
fn an_exchange_that_is_not_settled_is_refused() {
    let (shop, till) = lead_with_shift();
    let sold = till.cash_sale(&["VINGT"]).document_id;
    start(&till, sold, &[(1, 1)]);
    let validated = |code, kind: Option<PaymentKind>| {
        let wanted = giving_back(kind.map(|kind| refund(&till, kind)));
        refuses(&shop, code, || till.refused("exchange_validate", wanted))
    };
    validated(FaultCode::CartEmpty, None);
    till.scan("DOUZE");
    assert_eq!(validated(FaultCode::RefundMethodRequired, None).params["amount"], 8_00);
    validated(FaultCode::MethodNotOffered, Some(PaymentKind::Cheque));
    validated(FaultCode::CreditCustomerRequired, Some(PaymentKind::Credit));
    refuses(&shop, FaultCode::RefundMethodRequired, || till.refused("sale_validate", paying(None)));
    let cash = till.payment(PaymentKind::Cash, Some(20_00));
    refuses(&shop, FaultCode::OverPayment, || till.refused("payment_add", &cash));
    till.scan("DOUZE");
    assert_eq!(validated(FaultCode::AmountDueRemains, None).params["due"], 4_00);
    refuses(&shop, FaultCode::AmountDueRemains, || till.refused("sale_validate", paying(None)));
    assert_eq!(till.sale().lines[0].quantity, Quantity::units(2), "the sale goes on");
    till.cash_sale(&[]);
    assert_sound(&shop);
}

/// Neither ticket of an exchange is cancelled alone; its articles come back by a return instead.
#[test]
fn one_ticket_of_an_exchange_is_not_cancelled() {
    let (shop, till) = lead_with_shift();
    let sold = till.cash_sale(&["VINGT"]);
    till.scan("TRENTE");
    start(&till, sold.document_id, &[(1, 1)]);
    let done = till.cash_sale(&[]);
    let back = done.exchange.unwrap();
    let cancelled = |code, document_id| {
        let request = DocumentCancel { document_id, reason: "erreur".to_owned(), print: false };
        refuses(&shop, code, || till.refused("document_cancel", &request))
    };
    let fault = cancelled(FaultCode::DocumentExchanged, done.document_id);
    assert_eq!(fault.params["number"], back.number);
    cancelled(FaultCode::DocumentNotASale, back.document_id);
    cancelled(FaultCode::DocumentReturned, sold.document_id);
    let returned = ReturnValidate {
        document_id: done.document_id,
        lines: taken(&[(1, 1)]),
        reason: "erreur".to_owned(),
        refund: refund(&till, PaymentKind::Cash),
        print: false,
    };
    let undone: SaleDone = till.ask("return_validate", returned);
    assert_eq!(
        undone.total,
        Money(-30_00),
        "what was bought is worth what was paid, in articles and in cash"
    );
    assert_eq!(till.report().total, Money(0));
    assert_eq!(till.report().expected_cash, Money(100_00), "everybody has what they came with");
    assert_sound(&shop);
}

/// A piece of a discounted line is worth a cent more or less when others came back first: the sum that was shown is
/// not silently changed.
#[test]
fn what_is_worth_something_else_by_now_is_refused() {
    let (shop, till) = lead_with_shift();
    shop.till(Role::Manager, "C02").new_article("TIERS", 3_34, "TVA 20 %");
    till.scan_units("TIERS", 3);
    let discount =
        DiscountInput { reduction: Reduction::Amount { amount: Money(2) }, reason: "lot".to_owned() };
    let manager = till.approved_by(approval(&shop, Role::Manager));
    let _: SaleView =
        manager.call("sale_set_discount", SaleSetDiscount { discount: Some(discount) }).unwrap();
    let sold = till.cash_sale(&[]);
    assert_eq!(sold.total, Money(10_00));
    till.scan("DOUZE");
    assert_eq!(start(&till, sold.document_id, &[(1, 1)]).exchange.unwrap().credit, Money(3_33));
    let other = shop.till(Role::LeadCashier, "C02");
    other.open_shift(50_00);
    let request = ReturnValidate {
        document_id: sold.document_id,
        lines: taken(&[(1, 1)]),
        reason: "défaut".to_owned(),
        refund: refund(&other, PaymentKind::Cash),
        print: false,
    };
    let _: SaleDone = other.ask("return_validate", request);
    let cash = paying(Some(till.payment(PaymentKind::Cash, None)));
    refuses(&shop, FaultCode::ExchangeChanged, || till.refused("sale_validate", &cash));
    let _: SaleView = till.ask("exchange_remove", Empty {});
    assert_eq!(start(&till, sold.document_id, &[(1, 1)]).exchange.unwrap().credit, Money(3_34));
    till.cash_sale(&[]);
    assert_sound(&shop);
}

/// SHF-24: no exchange without an open shift; the return waits until there is one.
#[test]
fn no_exchange_without_a_shift() {
    let (shop, till) = lead_with_shift();
    let sold = till.cash_sale(&["VINGT"]).document_id;
    let other = shop.till(Role::LeadCashier, "C02");
    other.scan("VINGT");
    start(&other, sold, &[(1, 1)]);
    refuses(&shop, FaultCode::ShiftRequired, || other.refused("exchange_validate", giving_back(None)));
    other.open_shift(0);
    let _: SaleDone = other.ask("exchange_validate", giving_back(None));
    assert_sound(&shop);
}

/// Two tills exchange the same article at the same moment: one wins, and of the other nothing changes.
#[test]
fn two_tills_cannot_exchange_the_same_article() {
    let shop = TestShop::france();
    stock_up(&shop, "TVA 20 %");
    let tills = ["C01", "C02"].map(|code| shop.till(Role::LeadCashier, code));
    tills.iter().for_each(|till| drop(till.open_shift(500_00)));
    for round in 1..=5 {
        let sold = tills[0].cash_sale(&["VINGT"]).document_id;
        for till in &tills {
            till.scan("TRENTE");
            start(till, sold, &[(1, 1)]);
        }
        let validate = |till: &Till| -> Result<SaleDone, Fault> {
            let cash = paying(Some(till.payment(PaymentKind::Cash, None)));
            till.client.call("sale_validate", cash)
        };
        let answers = std::thread::scope(|scope| {
            tills.each_ref().map(|till| scope.spawn(move || validate(till))).map(|t| t.join().unwrap())
        });
        let won = answers.iter().filter(|a| a.is_ok()).count();
        assert_eq!(won, 1, "round {round}: {answers:?}");
        for (till, answer) in tills.iter().zip(answers) {
            let Err(fault) = answer else { continue };
            assert_eq!(fault.code, FaultCode::ReturnExceedsSold);
            let view = till.sale();
            assert_eq!((view.lines.len(), view.due, view.tenders.len()), (1, Money(10_00), 0));
            refuses(&shop, FaultCode::ReturnExceedsSold, || validate(till).unwrap_err());
            let _: SaleView = till.ask("sale_abandon", Empty {});
        }
        assert_eq!(open(&tills[0], sold).lines[0].returnable, Quantity(0));
    }
    let total: i64 = tills.iter().map(|t| t.report().total.0).sum();
    assert_eq!(total, 5 * 30_00, "five articles of 20 became five of 30");
    assert_eq!(returns(&shop), 5);
    assert_sound(&shop);
}
