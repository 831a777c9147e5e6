//! PAY: payments of a sale.

use api::FaultCode;
use api::types::{
    Empty, PaymentMethodView, PaymentRemove, SaleDone, SaleSetCustomer, SaleValidate, SaleView, ShiftReport,
};
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till};

use crate::world::{cashier_with_shift, new_customer, refuses};

/// A shop whose cashier has an order of one article at a price in cents.
fn order_of(cents: i64) -> (TestShop, Till) {
    let (shop, till) = cashier_with_shift();
    shop.till(Role::Manager, "C02").new_article("PRIX", cents, "TVA 20 %");
    assert_eq!(till.scan("PRIX").due, Money(cents));
    (shop, till)
}

fn validate(till: &Till, kind: PaymentKind, amount: Option<i64>) -> SaleDone {
    let payment = Some(till.payment(kind, amount));
    till.ask("sale_validate", SaleValidate { payment, leave_unpaid: false, print: false, seen: None })
}

fn total_of(report: &ShiftReport, name: &str) -> Option<Money> {
    report.methods.iter().find(|m| m.name == name).map(|m| m.total)
}

/// PAY-01: exactly the methods configured on the workstation are offered.
#[test]
fn the_methods_of_the_workstation_are_offered() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let wanted = [PaymentKind::Cash, PaymentKind::CardStandalone].map(|kind| manager.method(kind));
    manager.set_up_workstation(|w| w.method_ids = wanted.to_vec());
    let offered: Vec<_> = shop.till(Role::Cashier, "C01").sale().methods.iter().map(|m| m.id).collect();
    assert_eq!(offered, wanted);
}

/// PAY-19, for the methods that exist so far: a default installation lists cash, card, cheque, other, credit, and unpaid.
#[test]
fn a_new_shop_has_its_methods() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    let methods: Vec<PaymentMethodView> = till.ask("payment_method_list", Empty {});
    let kinds: Vec<PaymentKind> = methods.iter().map(|m| m.kind).collect();
    use PaymentKind::{CardStandalone, Cash, Cheque, Credit, OnAccount, Other};
    assert_eq!(kinds, [Cash, CardStandalone, Cheque, Other, Credit, OnAccount]);
}

/// PAY-08: total 17.50, 20 received: 2.50 to give back, and the drawer rises by 17.50.
#[test]
fn cash_gives_change() {
    let (_shop, till) = order_of(17_50);
    let view = till.pay(PaymentKind::Cash, Some(20_00));
    assert_eq!((view.change, view.due), (Money(2_50), Money(0)));
    let done = till.validate();
    assert_eq!(done.change, Money(2_50));
    let report = till.report();
    assert_eq!(total_of(&report, "Espèces"), Some(Money(17_50)));
    assert_eq!(report.expected_cash, Money(117_50));
}

/// PAY-09: a card, a cheque or another method cannot exceed what is due.
#[test]
fn only_cash_may_exceed_the_due() {
    let (shop, till) = order_of(10_00);
    for kind in [PaymentKind::CardStandalone, PaymentKind::Cheque] {
        let payment = till.payment(kind, Some(12_00));
        let fault = refuses(&shop, FaultCode::OverPayment, || till.refused("payment_add", payment));
        assert_eq!(fault.params["due"], 1000);
    }
    let zero = till.payment(PaymentKind::Cash, Some(0));
    refuses(&shop, FaultCode::TenderNotPositive, || till.refused("payment_add", zero));
}

/// PAY-10: «Autre» asks for its real nature, and the shift's summary shows it under that name.
#[test]
fn other_payments_say_what_they_are() {
    let (shop, till) = order_of(8_00);
    let mut other = till.payment(PaymentKind::Other, Some(8_00));
    refuses(&shop, FaultCode::NatureRequired, || till.refused("payment_add", &other));
    other.nature = Some("Divers".to_owned());
    refuses(&shop, FaultCode::NatureRequired, || till.refused("payment_add", &other));
    other.nature = Some("Titre-restaurant".to_owned());
    let _: SaleView = till.ask("payment_add", other);
    till.validate();
    assert_eq!(total_of(&till.report(), "Titre-restaurant"), Some(Money(8_00)));
}

/// PAY-14: 160 paid by 50 cash, 50 cheque and 60 card: fully paid with three payment lines.
#[test]
fn methods_are_combined() {
    use PaymentKind::{CardStandalone, Cash, Cheque};
    let (_shop, till) = order_of(160_00);
    till.pay(Cash, Some(50_00));
    till.pay(Cheque, Some(50_00));
    let view = till.pay(CardStandalone, Some(60_00));
    assert_eq!((view.tenders.len(), view.due), (3, Money(0)));
    let done = till.validate();
    let lines: Vec<(PaymentKind, Money)> = done.tenders.iter().map(|t| (t.kind, t.amount)).collect();
    assert_eq!(lines, [(Cash, Money(50_00)), (Cheque, Money(50_00)), (CardStandalone, Money(60_00))]);
}

/// PAY-15: total 80, 30 typed, «Chèque» pressed: a cheque of 30, and 50 remain.
#[test]
fn an_amount_is_typed_before_its_method() {
    let (shop, till) = order_of(80_00);
    let view = till.pay(PaymentKind::Cheque, Some(30_00));
    assert_eq!((view.tenders[0].kind, view.tenders[0].amount), (PaymentKind::Cheque, Money(30_00)));
    assert_eq!(view.due, Money(50_00));
    let unpaid = SaleValidate { payment: None, leave_unpaid: false, print: false, seen: None };
    let fault = refuses(&shop, FaultCode::AmountDueRemains, || till.refused("sale_validate", unpaid));
    assert_eq!(fault.params["due"], 5000);
}

/// PAY-16: validated payments are numbered with their ticket and signed; they cannot be taken back here any more.
#[test]
fn validated_payments_are_final() {
    let (shop, till) = order_of(80_00);
    let entered = till.pay(PaymentKind::Cheque, Some(30_00)).tenders[0].id;
    let done = validate(&till, PaymentKind::Cash, None);
    let stored = shop.snapshot();
    assert_eq!(stored["payment"].len(), 2);
    let record = stored["fiscal_record"].iter().find(|r| r.contains("|TICKET|")).unwrap();
    assert!(record.contains("Chèque") && record.contains("Espèces") && record.contains(&done.number));
    for tender_id in [entered, done.tenders[0].id] {
        let remove = PaymentRemove { tender_id };
        let before = shop.snapshot();
        let fault = till.refused("payment_remove", remove);
        assert_eq!(fault.code, FaultCode::TenderNotFound);
        assert_eq!(before, shop.snapshot());
    }
}

/// A payment that was only entered can be taken back, and lines cannot fall below what is paid.
#[test]
fn an_entered_payment_can_be_taken_back() {
    let (shop, till) = order_of(80_00);
    let view = till.pay(PaymentKind::Cheque, Some(30_00));
    let line = api::types::SaleLineRef { line_id: view.lines[0].id };
    refuses(&shop, FaultCode::PaidBeyondTotal, || till.refused("sale_remove_line", line));
    let view: SaleView = till.ask("payment_remove", PaymentRemove { tender_id: view.tenders[0].id });
    assert_eq!((view.tenders.len(), view.due), (0, Money(80_00)));
}

/// PAY-24: an anonymous sale must be paid in full; a named customer may owe, on their account.
#[test]
fn only_a_named_customer_may_owe() {
    let (shop, till) = order_of(20_00);
    let unpaid = || SaleValidate { payment: None, leave_unpaid: true, print: false, seen: None };
    refuses(&shop, FaultCode::NamedCustomerRequired, || till.refused("sale_validate", unpaid()));
    let customer = new_customer(&till, "Durand");
    let _: SaleView = till.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(customer.id) });
    till.pay(PaymentKind::Cash, Some(5_00));
    let done: SaleDone = till.ask("sale_validate", unpaid());
    assert_eq!((done.unpaid, done.total), (Money(15_00), Money(20_00)));
    let account = &shop.snapshot()["account_entry"];
    assert_eq!(account.len(), 1);
    assert!(account[0].contains("|-1500|"), "the customer owes 15.00: {account:?}");
    let report = till.report();
    assert_eq!(
        (report.total, report.expected_cash),
        (Money(20_00), Money(105_00)),
        "no money moved for the rest"
    );
}

/// PAY-24: the default customer of the workstation was not named for this sale, so it cannot owe.
#[test]
fn the_default_customer_cannot_owe() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let counter = new_customer(&manager, "Comptoir");
    manager.set_up_workstation(|w| w.default_customer_id = Some(counter.id));
    manager.open_shift(0);
    manager.scan("1001");
    let unpaid = SaleValidate { payment: None, leave_unpaid: true, print: false, seen: None };
    refuses(&shop, FaultCode::NamedCustomerRequired, || manager.refused("sale_validate", unpaid));
}

/// PAY-26: only the last four digits of a card are kept. A full number is refused wherever it is typed, and
/// neither tables nor files hold it.
#[test]
fn a_full_card_number_is_never_stored() {
    const NUMBER: &str = "4970101122334455";
    let (shop, till) = order_of(10_00);
    let card = |last4: &str, reference: &str| {
        let mut payment = till.payment(PaymentKind::CardStandalone, None);
        payment.card_last4 = Some(last4.to_owned());
        payment.reference = Some(reference.to_owned());
        payment
    };
    for bad in [card(NUMBER, ""), card("", NUMBER), card("", "4970 1011 2233 4455"), card("44a5", "")] {
        refuses(&shop, FaultCode::CardDigitsInvalid, || till.refused("payment_add", bad));
    }
    let view: SaleView = till.ask("payment_add", card("4455", ""));
    assert_eq!(view.tenders[0].detail, "•••• 4455");
    till.validate();
    let payments = &shop.snapshot()["payment"];
    assert!(payments[0].split('|').any(|cell| cell == "4455"), "{payments:?}");
    for file in std::fs::read_dir(shop.folder()).unwrap().map(Result::unwrap).filter(|f| f.path().is_file()) {
        let bytes = std::fs::read(file.path()).unwrap();
        assert!(!bytes.windows(NUMBER.len()).any(|w| w == NUMBER.as_bytes()), "{:?}", file.path());
    }
}
