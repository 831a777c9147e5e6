//! Who sells, who looks after customers, who delivers.

use api::FaultCode;
use api::types::{
    CommissionPeriod, CommissionReport, CourierSave, CourierView, CustomerAccount, CustomerFile, CustomerRef,
    DocumentCancel, Empty, RepresentativeSave, RepresentativeView, SaleDone, SaleSetCustomer, SaleValidate,
    SaleView, SetupStep, ShiftOpen, ShiftView, ShopView, UserSave, UserView,
};
use domain::ids::{CourierId, CustomerId, RepresentativeId};
use domain::money::{Money, Rate};
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till};
use uuid::Uuid;

use crate::replay::assert_replays;
use crate::world::{Unchanged, new_customer, refuses};

fn saved(user: &UserView, is_seller: bool) -> UserSave {
    UserSave {
        id: Some(user.id),
        name: user.name.clone(),
        role: user.role,
        is_seller,
        active: true,
        pin: None,
    }
}

/// SEL-01: no seller, and the till opens: a seller must be created first, as the till says; nothing can be sold
/// before; with one seller it opens.
#[test]
fn a_till_without_sellers_asks_for_one() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let missing = || manager.ask::<ShopView>("shop_view", Empty {}).missing;
    assert_eq!(missing(), []);
    let till = shop.till(Role::Cashier, "C02");
    till.open_shift(100_00);
    let users: Vec<UserView> = manager.ask("user_list", Empty {});
    for user in &users {
        let _: UserView = manager.ask("user_save", saved(user, false));
    }
    assert_eq!(missing(), [SetupStep::Seller]);
    let open = ShiftOpen { opening_float: Money(100_00), count: Vec::new(), note: String::new() };
    refuses(&shop, FaultCode::SellerRequired, || manager.refused("shift_open", &open));
    till.scan("1001");
    let payment = Some(till.payment(PaymentKind::Cash, None));
    let request = SaleValidate { payment, leave_unpaid: false, print: false, seen: None };
    refuses(&shop, FaultCode::SellerRequired, || till.refused("sale_validate", request));
    let _: UserView = manager.ask("user_save", saved(&users[0], true));
    assert_eq!(missing(), []);
    let _: ShiftView = manager.ask("shift_open", open);
}

fn representative(till: &Till, name: &str, rate: i64) -> RepresentativeView {
    let save = RepresentativeSave { id: None, name: name.into(), commission_rate: Rate(rate), active: true };
    till.ask("representative_save", save)
}

/// A customer whom a representative looks after.
fn customer_of(till: &Till, name: &str, representative_id: Option<RepresentativeId>) -> CustomerId {
    let customer_id = new_customer(till, name).id;
    let account: CustomerAccount = till.ask("customer_account", CustomerRef { customer_id });
    let file = CustomerFile { representative_id, ..account.file };
    assert_eq!(till.ask::<CustomerFile>("customer_save", &file), file);
    customer_id
}

fn sell(till: &Till, code: &str, customer: CustomerId) -> SaleDone {
    till.scan(code);
    let _: SaleView = till.ask("sale_set_customer", SaleSetCustomer { customer_id: Some(customer) });
    till.cash_sale(&[])
}

fn commissions(till: &Till, day: &str) -> CommissionReport {
    let period = CommissionPeriod { from_day: day.to_owned(), to_day: day.to_owned() };
    till.ask("commission_report", period)
}

/// SEL-03: representatives are linked to customers; with a rate, what is credited back reduces the base of the
/// commission.
#[test]
fn credit_notes_reduce_the_base_of_a_commission() {
    let shop = TestShop::france();
    let till = shop.till(Role::Manager, "C01");
    till.open_shift(100_00);
    till.new_article("CENT", 120_00, "TVA 20 %");
    till.new_article("DIX", 12_00, "TVA 20 %");
    let (ana, bob) = (representative(&till, "Ana", 5_000), representative(&till, "Bob", 2_500));
    let (first, second) =
        (customer_of(&till, "Durand", Some(ana.id)), customer_of(&till, "Petit", Some(bob.id)));
    let day = sell_and_cancel(&till, first, second);
    let report = commissions(&till, &day);
    let row = |id| report.rows.iter().find(|r| r.representative_id == id).unwrap();
    let (a, b) = (row(ana.id), row(bob.id));
    assert_eq!(
        (a.sold, a.returned, a.base, a.commission),
        (Money(110_00), Money(10_00), Money(100_00), Money(5_00))
    );
    assert_eq!((b.sold, b.returned, b.base, b.commission), (Money(10_00), Money(0), Money(10_00), Money(25)));
    assert_eq!(report.commission, Money(5_25));
    assert_replays(&shop);
    assert!(commissions(&till, "2020-01-01").rows.iter().all(|r| r.base.is_zero()));
    let all: Vec<RepresentativeView> = till.ask("representative_list", Empty {});
    assert_eq!(
        all.iter().map(|r| (r.name.as_str(), r.customers)).collect::<Vec<_>>(),
        [("Ana", 1), ("Bob", 1)]
    );
}

/// Two sales to the first customer, one of them cancelled; one to the second and one to nobody. Answers the day.
fn sell_and_cancel(till: &Till, first: CustomerId, second: CustomerId) -> String {
    sell(till, "CENT", first);
    let wrong = sell(till, "DIX", first);
    let cancel =
        DocumentCancel { document_id: wrong.document_id, reason: "Erreur de caisse".into(), print: false };
    let _: SaleDone = till.ask("document_cancel", cancel);
    sell(till, "DIX", second);
    till.cash_sale(&["CENT"]);
    "2026-11-21".to_owned()
}

/// Names, rates and links that do not exist are refused and change nothing.
#[test]
fn what_does_not_exist_is_refused() {
    let shop = TestShop::france();
    let till = shop.till(Role::Manager, "C01");
    let customer_id = customer_of(&till, "Durand", None);
    let account: CustomerAccount = till.ask("customer_account", CustomerRef { customer_id });
    let nothing = Unchanged::from_now(&shop);
    let stranger = RepresentativeId(Uuid::from_u128(7));
    let linked = CustomerFile { representative_id: Some(stranger), ..account.file };
    nothing.refuses(FaultCode::RepresentativeNotFound, || till.refused("customer_save", &linked));
    let save = |id, name: &str, rate| RepresentativeSave {
        id,
        name: name.into(),
        commission_rate: Rate(rate),
        active: true,
    };
    for (code, request) in [
        (FaultCode::FieldRequired, save(None, " ", 0)),
        (FaultCode::AmountOutOfRange, save(None, "Ana", 100_001)),
        (FaultCode::AmountOutOfRange, save(None, "Ana", -1)),
        (FaultCode::RepresentativeNotFound, save(Some(stranger), "Ana", 0)),
    ] {
        nothing.refuses(code, || till.refused("representative_save", &request));
    }
    let courier = CourierSave { id: Some(CourierId(Uuid::from_u128(7))), name: "Karim".into(), active: true };
    nothing.refuses(FaultCode::CourierNotFound, || till.refused("courier_save", &courier));
    let backwards = CommissionPeriod { from_day: "2026-11-22".into(), to_day: "2026-11-21".into() };
    nothing.refuses(FaultCode::BadRequest, || till.refused("commission_report", &backwards));
}

/// Couriers are a list of names, of which some are in use; a name may change.
#[test]
fn couriers_are_listed() {
    let shop = TestShop::france();
    let till = shop.till(Role::Manager, "C01");
    let save = |id, name: &str, active| CourierSave { id, name: name.into(), active };
    let karim: CourierView = till.ask("courier_save", save(None, "Karim", true));
    let _: CourierView = till.ask("courier_save", save(None, "Ana", true));
    let changed: CourierView = till.ask("courier_save", save(Some(karim.id), "Karim B.", false));
    assert_eq!((changed.id, changed.active), (karim.id, false));
    let all: Vec<CourierView> =
        shop.killed_and_reopened().till(Role::Cashier, "C02").ask("courier_list", Empty {});
    assert_eq!(
        all.iter().map(|c| (c.name.as_str(), c.active)).collect::<Vec<_>>(),
        [("Ana", true), ("Karim B.", false)]
    );
}
