//! The customer's display (C-18): it follows the sale of its computer, and learns nothing else.

use std::sync::{Arc, Mutex};

use api::types::{
    ArticlePage, CatalogueLists, CatalogueSearch, CreditAdd, CustomerRef, DisplayNotice, DisplayStage,
    DisplayView, Empty, PrintPolicy, SaleDone, SaleSetCustomer, SaleSetLineDiscount, SaleValidate, SaleView,
    SessionView, WorkstationRef,
};
use api::{Event, FaultCode, Topic};
use app::Client;
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::permission::Role;
use serde_json::Value;
use testkit::{TestShop, Till};

use crate::pricing::{amount, on_line};
use crate::world::{cashier_with_shift, new_customer, refuses};

/// The display of the computer at which `till` stands: nobody signs in at it.
fn beside(till: &Till) -> Client {
    Client::new(till.client.app().clone(), till.client.computer)
}

fn shown(display: &Client) -> DisplayView {
    display.call("customer_display", Empty {}).unwrap()
}

fn names(view: &DisplayView) -> Vec<&str> {
    view.lines.iter().map(|line| line.name.as_str()).collect()
}

/// From the shop's name through lines, discount and payments to the change, and to the next sale.
#[test]
fn the_display_follows_the_sale_to_the_change() {
    let shop = TestShop::france();
    let till = shop.till(Role::Manager, "C01");
    till.open_shift(100_00);
    let display = beside(&till);
    let idle = shown(&display);
    assert_eq!((idle.stage, idle.lines.len()), (DisplayStage::Idle, 0));
    assert_eq!(idle.shop.map(|s| s.name).as_deref(), Some("Boulangerie-traiteur du Port"));

    let sale = till.scan_units("1001", 2);
    let seen = shown(&display);
    assert_eq!((seen.stage, seen.total, seen.articles), (DisplayStage::Sale, Money(2_60), 2));
    assert_eq!((names(&seen), seen.touched), (vec![sale.lines[0].name.as_str()], None));
    let discounted: SaleSetLineDiscount = on_line(sale.lines[0].id, amount(60));
    let _: SaleView = till.ask("sale_set_line_discount", discounted);
    let seen = shown(&display);
    assert_eq!(
        (seen.discounts, seen.lines[0].discount, seen.lines[0].total),
        (Money(60), Money(60), Money(2_00))
    );

    till.pay(PaymentKind::CardStandalone, Some(1_00));
    let seen = shown(&display);
    assert_eq!((seen.stage, seen.due, seen.payments.len()), (DisplayStage::Paying, Money(1_00), 1));
    let payment = Some(till.payment(PaymentKind::Cash, Some(5_00)));
    let _: SaleDone =
        till.ask("sale_validate", SaleValidate { payment, leave_unpaid: false, print: false, seen: None });
    let seen = shown(&display);
    assert_eq!((seen.stage, seen.total, seen.change), (DisplayStage::Done, Money(2_00), Money(4_00)));
    let received: Vec<Money> = seen.payments.iter().map(|p| p.received).collect();
    assert_eq!(received, [Money(1_00), Money(5_00)]);

    till.scan("1101");
    let next = shown(&display);
    assert_eq!((next.stage, next.change, next.payments.len()), (DisplayStage::Sale, Money(0), 0));
}

/// A code that nobody knows yet is a line without a name: what was scanned is for the cashier.
#[test]
fn an_unknown_code_is_not_shown() {
    let (_shop, till) = cashier_with_shift();
    till.scan("9999999999994");
    let seen = shown(&beside(&till));
    assert_eq!(names(&seen), [""]);
}

/// Nothing private: no name of staff or customer, no balance, no digits of a card.
#[test]
fn nothing_private_reaches_the_display() {
    let (shop, till) = cashier_with_shift();
    let customer = new_customer(&till, "Mme Confidentielle");
    let manager = shop.till(Role::Manager, "C02");
    let credit = CreditAdd {
        customer_id: customer.id,
        amount: Money(77_77),
        method_id: None,
        reason: "Avoir".to_owned(),
    };
    let _: Value = manager.ask("credit_add", credit);
    let _: Value = till.ask("customer_account", CustomerRef { customer_id: customer.id });
    till.scan("1801");
    let sale: SaleView = till.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(customer.id) });
    assert_eq!(sale.credit, Some(Money(77_77)), "the till knows it");
    let mut card = till.payment(PaymentKind::CardStandalone, Some(1_00));
    card.card_last4 = Some("4321".to_owned());
    let _: SaleView = till.ask("payment_add", card);
    let display = beside(&till);
    let private = ["Confidentielle", "7777", "4321", till.session.user.name.as_str()];
    let check = |when: &str| {
        let text = serde_json::to_string(&shown(&display)).unwrap();
        for word in private {
            assert!(!text.contains(word), "{when}: «{word}» in {text}");
        }
    };
    check("during the sale");
    let payment = Some(till.payment(PaymentKind::Cash, None));
    let _: SaleDone =
        till.ask("sale_validate", SaleValidate { payment, leave_unpaid: false, print: false, seen: None });
    check("after the sale");
}

/// The display needs no PIN and may ask one question: anything else is refused, and another computer's sees no sale.
#[test]
fn the_display_may_ask_nothing_else() {
    let (shop, till) = cashier_with_shift();
    till.scan("1001");
    let display = beside(&till);
    for command in ["sale_current", "session_current", "document_recent", "shift_current", "diagnostics"] {
        refuses(&shop, FaultCode::SessionRequired, || display.call::<Value>(command, Empty {}).unwrap_err());
    }
    let elsewhere = shown(&shop.client(4711));
    assert_eq!((elsewhere.stage, elsewhere.workstation_id), (DisplayStage::Idle, None));
}

/// The display goes with the session of its computer: to another workstation, and to the shop's name after sign-out.
#[test]
fn the_display_goes_where_the_session_goes() {
    let (_shop, mut till) = cashier_with_shift();
    till.scan("1001");
    let display = beside(&till);
    assert_eq!(shown(&display).lines.len(), 1);
    let second = till.workstation_id("C02");
    let entered: SessionView = till.ask("workstation_enter", WorkstationRef { workstation_id: second });
    let seen = shown(&display);
    assert_eq!((seen.stage, seen.workstation_id), (DisplayStage::Idle, entered.workstation.map(|w| w.id)));
    let first = till.workstation_id("C01");
    let _: SessionView = till.ask("workstation_enter", WorkstationRef { workstation_id: first });
    assert_eq!(shown(&display).lines.len(), 1);
    till.client.sign_out().unwrap();
    let seen = shown(&display);
    assert_eq!((seen.stage, seen.lines.len(), seen.workstation_id), (DisplayStage::Idle, 0, None));
    assert!(seen.shop.is_some());
}

/// fiscal.md R-17: in France the notice stands unless every ticket is printed; Québec shows its taxes and no notice.
#[test]
fn the_notice_is_of_the_country_and_the_policy() {
    let shop = TestShop::france();
    let till = shop.till(Role::Manager, "C01");
    let display = beside(&till);
    assert_eq!(shown(&display).notice, Some(DisplayNotice::PrintedOnRequest));
    till.set_up_workstation(|w| w.print_policy = PrintPolicy::Always);
    assert_eq!(shown(&display).notice, None);

    let quebec = TestShop::quebec();
    let till = quebec.till(Role::Manager, "C01");
    till.open_shift(100_00);
    let lists: CatalogueLists = till.ask("catalogue_lists", Empty {});
    let taxed = lists.tax_categories.iter().find(|c| c.name == "TPS + TVQ").unwrap().id;
    let all = CatalogueSearch { text: String::new(), department_id: None, offset: 0, limit: 200 };
    let page: ArticlePage = till.ask("catalogue_search", all);
    let article = page.rows.iter().find(|a| a.tax_category_id == taxed).unwrap();
    till.scan(&article.code);
    let seen = shown(&beside(&till));
    assert_eq!((seen.notice, seen.taxes.len()), (None, 2));
    assert_eq!(seen.net + seen.taxes.iter().map(|t| t.amount).sum(), seen.total);
}

/// Within one event: each change of the sale, and each coming and going of a session, is told.
#[test]
fn what_the_display_shows_is_told_by_one_event() {
    let (shop, mut till) = cashier_with_shift();
    let told: Arc<Mutex<Vec<Topic>>> = Arc::default();
    let sink = Arc::clone(&told);
    shop.app().subscribe(Box::new(move |notice| {
        if let Event::Changed { topics, .. } = &notice.event {
            sink.lock().unwrap().extend(topics);
        }
    }));
    till.scan("1001");
    assert_eq!(std::mem::take(&mut *told.lock().unwrap()), [Topic::Sale]);
    till.client.sign_out().unwrap();
    assert_eq!(std::mem::take(&mut *told.lock().unwrap()), [Topic::Sessions]);
}

/// The setting of the workstation is kept, and off where nobody chose.
#[test]
fn the_display_is_a_setting_of_the_workstation() {
    let shop = TestShop::france();
    let till = shop.till(Role::Manager, "C01");
    assert!(!till.workstation().customer_display);
    assert!(till.set_up_workstation(|w| w.customer_display = true).customer_display);
    let reopened = shop.killed_and_reopened();
    let again = reopened.till(Role::Cashier, "C01");
    assert!(again.workstation().customer_display);
}
