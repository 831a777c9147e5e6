//! Articles brought back without their ticket, against those of the sale in progress.

use api::FaultCode;
use api::types::{
    ArticleSave, ArticleView, CustomerAccount, CustomerRef, FreeExchangeStart, FreeReturnLine, SaleDone,
    SaleSetCustomer, SaleView,
};
use domain::money::{Money, Quantity, UnitPrice};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till};

use super::{giving_back, refund, stock_up};
use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{approval, new_customer, open, refuses};

/// A French shop with articles of 12.00, 20.00 and 30.00 €, and a manager with an open shift at C01.
fn manager_with_shift() -> (TestShop, Till) {
    let shop = TestShop::france();
    stock_up(&shop, "TVA 20 %");
    let till = shop.till(Role::Manager, "C01");
    till.open_shift(100_00);
    (shop, till)
}

fn bringing(till: &Till, articles: &[(&str, i64)]) -> FreeExchangeStart {
    let line = |(code, units): &(&str, i64)| FreeReturnLine {
        article_id: till.article(code).id,
        quantity: Quantity::units(*units),
        restock: true,
    };
    FreeExchangeStart { lines: articles.iter().map(line).collect(), reason: "sans ticket".to_owned() }
}

/// RET-02, C-13: two articles without their ticket, at the price of today, pay for a dearer one: two tickets that name
/// each other, the difference in cash, and records that verify and replay.
#[test]
fn articles_without_ticket_pay_for_others() {
    let (shop, till) = manager_with_shift();
    till.scan("TRENTE");
    let view: SaleView = till.ask("exchange_start_free", bringing(&till, &[("DOUZE", 2)]));
    let waiting = view.exchange.unwrap();
    assert_eq!((waiting.document_id, &waiting.number, waiting.articles), (None, &None, 2));
    assert_eq!((waiting.total, waiting.credit, view.due), (Money(24_00), Money(24_00), Money(6_00)));
    let done = till.cash_sale(&[]);
    let back = done.exchange.clone().unwrap();
    assert_eq!((back.total, back.exchanged, back.given_back), (Money(24_00), Money(24_00), Money(0)));
    let (sale, returned) = (open(&till, done.document_id), open(&till, back.document_id));
    assert_eq!(sale.exchange.map(|d| d.id), Some(back.document_id));
    assert_eq!((returned.exchange.map(|d| d.id), returned.origin), (Some(done.document_id), None));
    assert_eq!(till.report().expected_cash, Money(106_00));
    assert_sound(&shop);
    assert_replays(&shop);
}

/// A cheaper sale gives the rest back, to the account of whoever the sale is for when it is paid.
#[test]
fn the_rest_may_go_to_the_customer_of_the_sale() {
    let (shop, till) = manager_with_shift();
    let _: SaleView = till.ask("exchange_start_free", bringing(&till, &[("TRENTE", 1)]));
    till.scan("DOUZE");
    let kinds = |view: &SaleView| -> Vec<PaymentKind> {
        let give = view.exchange.as_ref().and_then(|e| e.give_back.as_ref()).unwrap();
        give.methods.iter().map(|m| m.kind).collect()
    };
    assert!(!kinds(&till.sale()).contains(&PaymentKind::Credit), "nobody has an account yet");
    let credit = refund(&till, PaymentKind::Credit);
    refuses(&shop, FaultCode::CreditCustomerRequired, || {
        till.refused("exchange_validate", giving_back(Some(credit.clone())))
    });
    let customer_id = new_customer(&till, "Alice Martin").id;
    let view: SaleView = till.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(customer_id) });
    assert!(kinds(&view).contains(&PaymentKind::Credit));
    let done: SaleDone = till.ask("exchange_validate", giving_back(Some(credit)));
    assert_eq!(done.exchange.unwrap().given_back, Money(18_00));
    let account: CustomerAccount = till.ask("customer_account", CustomerRef { customer_id });
    assert_eq!(account.credit, Money(18_00));
    assert_sound(&shop);
    assert_replays(&shop);
}

/// The price of today is that of the moment of sealing: if it changed meanwhile, the till says so and seals nothing.
#[test]
fn a_price_that_changed_meanwhile_is_not_paid() {
    let (shop, till) = manager_with_shift();
    let _: SaleView = till.ask("exchange_start_free", bringing(&till, &[("VINGT", 1)]));
    till.scan("TRENTE");
    let article = till.article("VINGT");
    let cheaper =
        ArticleSave { unit_price: UnitPrice::from_money(Money(15_00)), ..Till::article_save(&article) };
    let _: ArticleView = till.ask("article_save", cheaper);
    let paying = || api::types::SaleValidate {
        payment: Some(till.payment(PaymentKind::Cash, Some(10_00))),
        leave_unpaid: false,
        print: false,
        seen: None,
    };
    refuses(&shop, FaultCode::ExchangeChanged, || till.refused("sale_validate", paying()));
}

/// RET-02: it needs the right to take back without ticket, a reason and something to take back, and is one of a kind.
#[test]
fn what_cannot_be_brought_is_refused() {
    let (shop, till) = manager_with_shift();
    let wanted = bringing(&till, &[("VINGT", 1)]);
    let lead = shop.till(Role::LeadCashier, "C02");
    lead.open_shift(50_00);
    let fault = refuses(&shop, FaultCode::PermissionDenied, || lead.refused("exchange_start_free", &wanted));
    assert_eq!(fault.params["permission"], "refund_freely");
    let refused = |code, request: FreeExchangeStart| {
        refuses(&shop, code, || till.refused("exchange_start_free", &request))
    };
    refused(FaultCode::NothingToReturn, bringing(&till, &[]));
    refused(FaultCode::ReasonRequired, FreeExchangeStart { reason: " ".to_owned(), ..wanted.clone() });
    refused(FaultCode::QuantityOutOfRange, bringing(&till, &[("VINGT", 0)]));
    let _: SaleView =
        lead.approved_by(approval(&shop, Role::Manager)).call("exchange_start_free", &wanted).unwrap();
    let again =
        || lead.approved_by(approval(&shop, Role::Manager)).call::<SaleView>("exchange_start_free", &wanted);
    refuses(&shop, FaultCode::ExchangePending, || again().unwrap_err());
    lead.scan("TRENTE");
    lead.cash_sale(&[]);
    assert_sound(&shop);
}
