//! SHF, first part: choosing and setting up workstations.

use api::FaultCode;
use api::types::{
    DocumentRow, LayoutGenerate, LayoutSummary, LayoutView, SessionView, SetupStep, WorkstationView,
};
use api::types::{Empty, ShiftOpen, ShopCreate, ShopIdentity, ShopView, UserTile, WorkstationRef};
use domain::country::Country;
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till};

use crate::layouts::import_articles;
use crate::world::{new_customer, refuses};

/// A request to create a shop in France, with the manager «Ada», PIN 1234.
pub fn new_shop() -> ShopCreate {
    let text = str::to_owned;
    ShopCreate {
        country: Country::France,
        identity: ShopIdentity {
            legal_name: text("Épreuve SARL"),
            trading_name: String::new(),
            legal_form: String::new(),
            neq: String::new(),
            address: text("1 rue de l’Essai"),
            postcode: text("33000"),
            city: text("Bordeaux"),
            siret: text("73282932000074"),
            naf: text("1071C"),
            vat_number: text("FR44732829320"),
            tps_number: String::new(),
            tvq_number: String::new(),
            phone: String::new(),
        },
        manager_name: text("Ada"),
        manager_pin: text("1234"),
        workstation_name: text("Caisse 1"),
        logo: None,
    }
}

/// SHF-01: a fresh shop says what is missing and no sale can start; once articles, a layout and a workstation
/// exist, the shift opens.
#[test]
fn selling_needs_articles_a_layout_and_a_workstation() {
    let shop = TestShop::empty();
    let mut client = shop.client(1);
    let _: Empty = client.call("shop_create", new_shop()).unwrap();
    let tiles: Vec<UserTile> = client.call("sign_in_users", Empty {}).unwrap();
    let session = client.sign_in(tiles[0].id, "1234").unwrap();
    let till = Till::new(client, session);
    let workstation_id = till.workstations()[0].id;
    let _: SessionView = till.ask("workstation_enter", WorkstationRef { workstation_id });

    let view: ShopView = till.ask("shop_view", Empty {});
    assert_eq!(view.missing, [SetupStep::Articles, SetupStep::Layout, SetupStep::Workstation]);
    let open = || ShiftOpen { opening_float: Money(0), count: Vec::new(), note: String::new() };
    refuses(&shop, FaultCode::WorkstationRequired, || till.refused("shift_open", open()));

    import_articles(&till, "code;nom;rayon;prix;tva\n1;Pain;Pains;1,20;5,5\n2;Tarte;Tartes;9,90;5,5\n");
    let _: LayoutSummary = till.ask("layout_generate", LayoutGenerate { name: "Comptoir".to_owned() });
    let view: ShopView = till.ask("shop_view", Empty {});
    assert_eq!(view.missing, []);
    till.open_shift(0);
    assert!(till.sale().shift_open);
}

/// SHF-03: without a default, the user picks the workstation in a list of all of them.
#[test]
fn the_workstation_is_picked_in_a_list() {
    let shop = TestShop::france();
    let till = shop.signed_in(Role::Cashier, 7);
    assert!(till.session.workstation.is_none(), "nothing opens by itself");
    let codes: Vec<String> = till.workstations().into_iter().map(|w| w.code).collect();
    assert_eq!(codes, ["C01", "C02"]);
    refuses(&shop, FaultCode::WorkstationRequired, || till.refused("sale_current", Empty {}));
}

/// SHF-04, SHF-05: the workstation picked is the default of the computer, for every user of it and of no other,
/// and opens by itself.
#[test]
fn the_pick_becomes_the_default_of_the_computer() {
    let shop = TestShop::france();
    let first = shop.signed_in(Role::Cashier, 7);
    let workstation_id = first.workstation_id("C01");
    let _: SessionView = first.ask("workstation_enter", WorkstationRef { workstation_id });

    let other_user = shop.signed_in(Role::Manager, 7);
    assert_eq!(other_user.session.workstation.as_ref().map(|w| w.code.as_str()), Some("C01"));
    assert!(other_user.session.workstation.as_ref().unwrap().is_default_here);
    assert!(shop.signed_in(Role::Cashier, 8).session.workstation.is_none(), "another computer has its own");

    let reopened = shop.killed_and_reopened();
    let later = reopened.signed_in(Role::LeadCashier, 7);
    assert_eq!(later.session.workstation.map(|w| w.code).as_deref(), Some("C01"));
}

/// SHF-06: the default is switched without leaving the workstation in use.
#[test]
fn the_default_can_be_switched() {
    let shop = TestShop::france();
    let till = shop.signed_in(Role::Cashier, 7);
    let (one, two) = (till.workstation_id("C01"), till.workstation_id("C02"));
    let _: SessionView = till.ask("workstation_enter", WorkstationRef { workstation_id: one });
    let _: Empty = till.ask("workstation_set_default", WorkstationRef { workstation_id: two });
    let now: SessionView = till.ask("session_current", Empty {});
    assert_eq!(now.workstation.map(|w| w.code).as_deref(), Some("C01"));
    let next = shop.signed_in(Role::Cashier, 7);
    assert_eq!(next.session.workstation.map(|w| w.code).as_deref(), Some("C02"));
}

/// SHF-09: each workstation shows its own layout.
#[test]
fn each_workstation_has_its_layout() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C02");
    let made: LayoutSummary = manager.ask("layout_generate", LayoutGenerate { name: "Bar".to_owned() });
    manager.set_up_workstation(|w| w.layout_id = Some(made.id));
    let shown = |code: &str| -> LayoutView {
        let view: Option<LayoutView> = shop.till(Role::Cashier, code).ask("layout_current", Empty {});
        view.unwrap()
    };
    assert_eq!((shown("C01").name.as_str(), shown("C02").name.as_str()), ("Boutique", "Bar"));
    assert_ne!(shown("C01").pages, shown("C02").pages);
}

/// SHF-10: a method that the workstation does not take is not offered, and refused.
#[test]
fn a_workstation_takes_only_its_methods() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C02");
    let cheque = manager.method(PaymentKind::Cheque);
    manager.set_up_workstation(|w| w.method_ids.retain(|m| *m != cheque));
    let till = shop.till(Role::Cashier, "C02");
    till.open_shift(0);
    let view = till.scan("1001");
    assert!(!view.methods.iter().any(|m| m.kind == PaymentKind::Cheque));
    let mut payment = till.payment(PaymentKind::Cash, None);
    payment.method_id = cheque;
    refuses(&shop, FaultCode::MethodNotOffered, || till.refused("payment_add", payment));
    let elsewhere = shop.till(Role::Cashier, "C01").workstation();
    assert!(elsewhere.methods.iter().any(|m| m.kind == PaymentKind::Cheque), "C01 still takes cheques");
}

/// SHF-11: a sale without a chosen customer is in the history of the workstation's default customer.
#[test]
fn the_default_customer_gets_the_sale() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let counter = new_customer(&manager, "Comptoir");
    manager.set_up_workstation(|w| w.default_customer_id = Some(counter.id));
    let till = shop.till(Role::Cashier, "C01");
    till.open_shift(0);
    let party = till.scan("1001").customer.unwrap();
    assert_eq!((party.id, party.is_default), (counter.id, true));
    let done = till.cash_sale(&[]);
    let history: Vec<DocumentRow> =
        till.ask("customer_documents", api::types::CustomerRef { customer_id: counter.id });
    assert_eq!(history.iter().map(|d| d.number.as_str()).collect::<Vec<_>>(), [done.number.as_str()]);

    let chosen = new_customer(&till, "Durand");
    till.scan("1001");
    let _: api::types::SaleView =
        till.ask("sale_set_customer", api::types::SaleSetCustomer { customer_id: Some(chosen.id) });
    till.cash_sale(&[]);
    let history: Vec<DocumentRow> =
        till.ask("customer_documents", api::types::CustomerRef { customer_id: counter.id });
    assert_eq!(history.len(), 1, "a chosen customer replaces the default one");
}

/// The code of a workstation numbers its tickets: once it has sold it cannot change.
#[test]
fn the_code_is_frozen_by_the_first_ticket() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    manager.open_shift(0);
    manager.cash_sale(&["1001"]);
    let mut save = Till::save_of(&manager.workstation());
    save.code = "X1".to_owned();
    refuses(&shop, FaultCode::WorkstationCodeInUse, || manager.refused("workstation_save", &save));
    save.code = "C02".to_owned();
    refuses(&shop, FaultCode::WorkstationCodeTaken, || manager.refused("workstation_save", &save));
    let all: Vec<WorkstationView> = manager.workstations();
    assert_eq!(all[0].code, "C01");
}
