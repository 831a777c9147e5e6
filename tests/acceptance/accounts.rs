//! CUS and PAY: customers' files and accounts, credit at the till, cash within the law.

mod ceiling;

use std::sync::atomic::{AtomicUsize, Ordering};

use api::types::{
    CreditAdd, CustomerAccount, CustomerFile, CustomerRef, DocumentRow, PaymentAdd, SaleDone,
    SaleSetCustomer, SaleValidate, SaleView,
};
use api::{Fault, FaultCode};
use domain::ids::CustomerId;
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till, raw};

use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{approval, cashier_with_shift, new_customer, refuses};

fn account(till: &Till, customer_id: CustomerId) -> CustomerAccount {
    till.ask("customer_account", CustomerRef { customer_id })
}

fn figures(till: &Till, customer_id: CustomerId) -> (Money, Money) {
    let account = account(till, customer_id);
    (account.owed, account.credit)
}

fn gesture(customer_id: CustomerId, cents: i64) -> CreditAdd {
    CreditAdd { customer_id, amount: Money(cents), method_id: None, reason: "geste".to_owned() }
}

fn choose(till: &Till, customer_id: CustomerId) -> SaleView {
    till.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(customer_id) })
}

/// A shop with an article at a price in cents, and a customer with so much credit.
fn customer_with_credit(cents: i64, credit: i64) -> (TestShop, Till, CustomerId) {
    let (shop, till) = cashier_with_shift();
    let manager = shop.till(Role::Manager, "C02");
    manager.new_article("PRIX", cents, "TVA 20 %");
    let customer = new_customer(&till, "Durand").id;
    if credit > 0 {
        let _: CustomerAccount = manager.ask("credit_add", gesture(customer, credit));
    }
    (shop, till, customer)
}

fn last(payment: Option<PaymentAdd>) -> SaleValidate {
    SaleValidate { payment, leave_unpaid: false, print: false, seen: None }
}

/// PAY-02: credit 30, a sale of 20 paid by credit: 10 is left, and the drawer is unchanged.
#[test]
fn credit_pays_and_the_drawer_is_unchanged() {
    let (shop, till, customer) = customer_with_credit(20_00, 30_00);
    till.scan("PRIX");
    assert_eq!(choose(&till, customer).credit, Some(Money(30_00)));
    let done: SaleDone = till.ask("sale_validate", last(Some(till.payment(PaymentKind::Credit, None))));
    assert_eq!(
        (done.total, done.unpaid, done.tenders[0].kind),
        (Money(20_00), Money(0), PaymentKind::Credit)
    );
    assert_eq!(figures(&till, customer), (Money(0), Money(10_00)));
    let report = till.report();
    assert_eq!((report.expected_cash, report.total), (Money(100_00), Money(20_00)));
    assert_sound(&shop);
    assert_replays(&shop);
}

/// PAY-03: without customer, and without credit, none is shown.
#[test]
fn credit_is_shown_only_where_there_is_some() {
    let (_shop, till, customer) = customer_with_credit(20_00, 0);
    assert_eq!(till.scan("PRIX").credit, None);
    assert_eq!(choose(&till, customer).credit, None);
}

/// PAY-04: credit 50 covers the total of 50: the sale is finished without any other payment, turnover rises.
#[test]
fn credit_alone_finishes_a_sale() {
    let (_shop, till, customer) = customer_with_credit(50_00, 50_00);
    till.scan("PRIX");
    choose(&till, customer);
    assert_eq!(till.pay(PaymentKind::Credit, None).due, Money(0));
    let done = till.validate();
    assert_eq!((done.unpaid, done.tenders.len()), (Money(0), 1));
    assert_eq!(till.report().total, Money(50_00));
    assert_eq!(figures(&till, customer), (Money(0), Money(0)));
}

/// PAY-20: «Crédit» without customer asks for the customer, with a fault of its own.
#[test]
fn credit_asks_for_the_customer() {
    let (shop, till, customer) = customer_with_credit(20_00, 30_00);
    till.scan("PRIX");
    let credit = till.payment(PaymentKind::Credit, None);
    refuses(&shop, FaultCode::CreditCustomerRequired, || till.refused("payment_add", &credit));
    refuses(&shop, FaultCode::CreditCustomerRequired, || {
        till.refused("sale_validate", last(Some(credit.clone())))
    });
    choose(&till, customer);
    let too_much = till.payment(PaymentKind::Credit, Some(30_01));
    let fault = refuses(&shop, FaultCode::CreditInsufficient, || till.refused("payment_add", too_much));
    assert_eq!(fault.params["available"], 3000);
    till.pay(PaymentKind::Credit, None);
    let _: SaleView = till.ask("sale_set_customer", SaleSetCustomer { customer_id: None });
    refuses(&shop, FaultCode::CreditCustomerRequired, || till.refused("sale_validate", last(None)));
    let other = new_customer(&till, "Petit").id;
    choose(&till, other);
    refuses(&shop, FaultCode::CreditInsufficient, || till.refused("sale_validate", last(None)));
}

/// PAY-21: credit 30 and total 50: «Crédit» then «Carte» record 30 and 20.
#[test]
fn another_method_completes_credit() {
    let (_shop, till, customer) = customer_with_credit(50_00, 30_00);
    till.scan("PRIX");
    choose(&till, customer);
    assert_eq!(till.pay(PaymentKind::Credit, None).due, Money(20_00));
    assert_eq!(
        till.refused("payment_add", till.payment(PaymentKind::Credit, None)).code,
        FaultCode::CreditInsufficient
    );
    let card = till.payment(PaymentKind::CardStandalone, None);
    let done: SaleDone = till.ask("sale_validate", last(Some(card)));
    let paid: Vec<_> = done.tenders.iter().map(|t| (t.kind, t.amount)).collect();
    assert_eq!(paid, [(PaymentKind::Credit, Money(30_00)), (PaymentKind::CardStandalone, Money(20_00))]);
    assert_eq!(figures(&till, customer).1, Money(0));
}

/// PAY-22: credit 100 and total 40: 60 stays available.
#[test]
fn the_rest_of_the_credit_stays() {
    let (_shop, till, customer) = customer_with_credit(40_00, 100_00);
    till.scan("PRIX");
    choose(&till, customer);
    till.pay(PaymentKind::Credit, None);
    till.validate();
    assert_eq!(figures(&till, customer).1, Money(60_00));
    till.scan("PRIX");
    assert_eq!(choose(&till, customer).credit, Some(Money(60_00)));
}

/// PAY-02: two workstations spend the same credit at the same moment: it is spent once.
#[test]
fn two_windows_cannot_spend_the_same_credit() {
    let (shop, first, customer) = customer_with_credit(30_00, 30_00);
    let second = shop.till(Role::Cashier, "C02");
    second.open_shift(0);
    for till in [&first, &second] {
        till.scan("PRIX");
        choose(till, customer);
        till.pay(PaymentKind::Credit, None);
    }
    let paid = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for till in [&first, &second] {
            let paid = &paid;
            scope.spawn(move || {
                let answer: Result<SaleDone, Fault> = till.client.call("sale_validate", last(None));
                match answer {
                    Ok(_) => drop(paid.fetch_add(1, Ordering::Relaxed)),
                    Err(fault) => assert_eq!(fault.code, FaultCode::CreditInsufficient),
                }
            });
        }
    });
    assert_eq!(paid.into_inner(), 1);
    assert_eq!(figures(&first, customer), (Money(0), Money(0)));
    assert_sound(&shop);
}

/// CUS-04: what is owed and what may be spent are two figures, and both are found again from the entries alone.
#[test]
fn owed_and_credit_are_two_figures() {
    let (shop, till, customer) = customer_with_credit(20_00, 30_00);
    till.scan("PRIX");
    choose(&till, customer);
    let unpaid = SaleValidate { payment: None, leave_unpaid: true, print: false, seen: None };
    let sale: SaleDone = till.ask("sale_validate", unpaid);
    let account = account(&till, customer);
    assert_eq!((account.owed, account.credit), (Money(20_00), Money(30_00)));
    let entries: Vec<_> = account.entries.iter().map(|e| (e.label.as_str(), e.amount)).collect();
    assert_eq!(entries, [(sale.number.as_str(), Money(-20_00)), ("geste", Money(30_00))], "newest first");
    assert_eq!(account.entries[0].document_id, Some(sale.document_id));
    let sums = "SELECT -sum(amount) FILTER (WHERE side = 'due'), sum(amount) FILTER (WHERE side = 'credit') FROM account_entry";
    assert_eq!(raw::sql(&shop.database(), &[sums]), ["[[2000, 3000]]"]);
    assert_replays(&shop);
}

/// CUS-05: the history of a customer holds all documents and settlements.
#[test]
fn the_history_of_a_customer_is_listed() {
    let (_shop, till, customer) = customer_with_credit(20_00, 30_00);
    for _ in 0..2 {
        till.scan("PRIX");
        choose(&till, customer);
        till.cash_sale(&[]);
    }
    let history: Vec<DocumentRow> = till.ask("customer_documents", CustomerRef { customer_id: customer });
    assert_eq!(history.len(), 2);
    assert!(history.iter().all(|d| d.methods == "Espèces" && d.total == Money(20_00)));
    assert_eq!(account(&till, customer).entries.len(), 1, "what was paid moves nothing");
}

/// CUS-06: a sale without customer is accepted at the till.
#[test]
fn an_anonymous_sale_is_accepted() {
    let (shop, till) = cashier_with_shift();
    till.cash_sale(&["2101"]);
    let anonymous = "SELECT count(*) FROM document WHERE customer_id IS NULL";
    assert_eq!(raw::sql(&shop.database(), &[anonymous]), ["[[1]]"]);
}

/// A file is changed field by field; a blocked customer buys nothing, not even in a sale begun before.
#[test]
fn a_blocked_customer_buys_nothing() {
    let (shop, till, customer) = customer_with_credit(20_00, 30_00);
    till.scan("PRIX");
    choose(&till, customer);
    let file = account(&till, customer).file;
    let changed = CustomerFile {
        address: "3 rue Haute".to_owned(),
        postcode: "69001".to_owned(),
        city: "Lyon".to_owned(),
        professional: true,
        blocked: true,
        ..file
    };
    let saved: CustomerFile = till.ask("customer_save", &changed);
    assert_eq!(saved, changed);
    let fault = refuses(&shop, FaultCode::CustomerBlocked, || {
        till.refused("sale_validate", last(Some(till.payment(PaymentKind::Cash, None))))
    });
    assert_eq!(fault.params["name"], "Durand");
    let again = SaleSetCustomer { customer_id: Some(customer) };
    refuses(&shop, FaultCode::CustomerBlocked, || till.refused("sale_set_customer", again));
    let nameless = CustomerFile { name: " ".to_owned(), ..changed };
    refuses(&shop, FaultCode::FieldRequired, || till.refused("customer_save", nameless));
}

/// SHF-24: an advance in cash needs an open shift; then the money is in the drawer and in the totals of its method,
/// and is no turnover. A cashier needs a supervisor for it.
#[test]
fn an_advance_is_in_the_drawer_and_no_turnover() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    let customer = new_customer(&till, "Durand").id;
    let advance = CreditAdd {
        method_id: Some(till.method(PaymentKind::Cash)),
        reason: "avance".to_owned(),
        ..gesture(customer, 80_00)
    };
    refuses(&shop, FaultCode::PermissionDenied, || till.refused("credit_add", &advance));
    let lead = till.approved_by(approval(&shop, Role::LeadCashier));
    let refused = |code, request: CreditAdd| {
        refuses(&shop, code, || lead.call::<CustomerAccount>("credit_add", request).unwrap_err())
    };
    refused(FaultCode::ShiftRequired, advance.clone());
    till.open_shift(100_00);
    refused(FaultCode::AmountOutOfRange, CreditAdd { amount: Money(0), ..advance.clone() });
    refused(FaultCode::ReasonRequired, CreditAdd { reason: String::new(), ..gesture(customer, 80_00) });
    let other = Some(till.method(PaymentKind::Credit));
    refused(FaultCode::MethodNotOffered, CreditAdd { method_id: other, ..advance.clone() });
    let account: CustomerAccount = lead.call("credit_add", advance).unwrap();
    assert_eq!((account.owed, account.credit), (Money(0), Money(80_00)));
    let report = till.report();
    assert_eq!((report.total, report.expected_cash, report.cash_in), (Money(0), Money(180_00), Money(80_00)));
    assert_eq!((report.methods[0].name.as_str(), report.methods[0].total), ("Espèces", Money(80_00)));
    assert_eq!(report.movements[0].reason, "avance");
    let journal = "SELECT count(*) FROM fiscal_record WHERE chain = 'JET' AND kind = '910'";
    assert_eq!(raw::sql(&shop.database(), &[journal]), ["[[1]]"]);
    assert_eq!(till.close_shift(180_00, "").difference, Some(Money(0)));
    assert_sound(&shop);
    assert_replays(&shop);
}
