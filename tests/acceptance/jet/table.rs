//! The table of events: each is caused once and found once, in the journal where it belongs, with what it should say.

use api::types::*;
use domain::money::{Money, Rate};
use domain::payment::PaymentKind;
use domain::permission::Role;
use fiscal::JetEvent;
use serde_json::{Value, json};
use testkit::{TestShop, Till};

use super::{code_of, events};
use crate::fiscal_chain::assert_sound;
use crate::layouts::import_articles;
use crate::world::{approval, new_customer, with_printer};

/// What causes an event, in whose journal it must stand, and what it must say.
pub(super) struct Case {
    pub(super) event: JetEvent,
    what: &'static str,
    cause: fn(&Scene) -> (&'static str, String),
}

/// A shop with a manager at C01, whose shift is open, and one in the office, who has no workstation.
pub(super) struct Scene {
    shop: TestShop,
    till: Till,
    office: Till,
}

impl Scene {
    fn new() -> Self {
        let shop = TestShop::france();
        let till = shop.till(Role::Manager, "C02");
        till.open_shift(100_00);
        let office = shop.signed_in(Role::Manager, 7_007);
        assert!(office.session.workstation.is_none());
        Self { shop, till, office }
    }

    /// Any command of which only the effect matters.
    fn ask(till: &Till, command: &str, request: impl serde::Serialize) {
        let _: Value = till.ask(command, request);
    }
}

const fn case(event: JetEvent, what: &'static str, cause: fn(&Scene) -> (&'static str, String)) -> Case {
    Case { event, what, cause }
}

pub(super) const CASES: &[Case] = &[
    case(JetEvent::TerminalStarted, "somebody signs in", |s| {
        let name = s.shop.till(Role::Cashier, "C01").session.user.name;
        ("C01", name)
    }),
    case(JetEvent::TerminalStopped, "somebody signs out", |s| {
        let mut gone = s.shop.till(Role::Cashier, "C01");
        gone.client.sign_out().unwrap();
        ("C01", gone.session.user.name)
    }),
    case(JetEvent::RightsChanged, "a new user, from the office", |s| {
        Scene::ask(&s.office, "user_save", user(None, "Zoé", Role::Cashier));
        ("C01", "utilisateur Zoé : créé, caissier".to_owned())
    }),
    case(JetEvent::RightsChanged, "another role, at a till", |s| {
        let colleague = s.shop.user(Role::Cashier).0;
        Scene::ask(
            &s.till,
            "user_save",
            UserSave { pin: None, ..user(Some(colleague.id), &colleague.name, Role::LeadCashier) },
        );
        ("C02", format!("utilisateur {} : rôle : caissier → responsable de caisse", colleague.name))
    }),
    case(JetEvent::RightsChanged, "a supervisor lends a right", |s| {
        let cashier = s.shop.till(Role::Cashier, "C01");
        cashier.open_shift(0);
        let id = cashier.cash_sale(&["1001"]).document_id;
        let lent = cashier.approved_by(approval(&s.shop, Role::LeadCashier));
        let cancel = DocumentCancel { document_id: id, reason: "r".to_owned(), print: false };
        let _: SaleDone = lent.call("document_cancel", cancel).unwrap();
        (
            "C01",
            format!(
                "dérogation «annuler un ticket» (document_cancel), autorisée par {}",
                s.shop.user(Role::LeadCashier).0.name
            ),
        )
    }),
    case(JetEvent::DataImported, "articles, from the office", |s| {
        import_articles(&s.office, "Code;Nom;Prix;TVA\nIMP1;Article importé;1,00;20\n");
        ("C01", "articles.csv: 1 articles".to_owned())
    }),
    case(JetEvent::DrawerCounted, "a shift is closed", |s| {
        s.till.close_shift(99_00, "");
        ("C02", "attendu 10000, compté 9900, écart -100".to_owned())
    }),
    case(JetEvent::SaleReversed, "a ticket of one line is cancelled", |s| {
        let done = s.till.cash_sale(&["1001"]);
        let cancel =
            DocumentCancel { document_id: done.document_id, reason: "erreur".to_owned(), print: false };
        Scene::ask(&s.till, "document_cancel", cancel);
        ("C02", format!("ANNULATION {} 1001", done.number))
    }),
    case(JetEvent::Maintenance, "a technician notes what was done", |s| {
        let technician = s.shop.till(Role::Technician, "C01");
        Scene::ask(
            &technician,
            "maintenance_record",
            MaintenanceRecord { workstation_id: None, text: "câble changé".to_owned() },
        );
        ("C01", "câble changé".to_owned())
    }),
    case(JetEvent::JournalInitialised, "a new workstation", |s| {
        let view = s.office.workstations().into_iter().next().unwrap();
        let save = WorkstationSave {
            id: None,
            code: "C09".to_owned(),
            name: "Neuve".to_owned(),
            ..Till::save_of(&view)
        };
        Scene::ask(&s.office, "workstation_save", save);
        ("C09", "C09 ".to_owned())
    }),
    case(JetEvent::FiscalParameterChanged, "the certificate, from the office", |s| {
        Scene::ask(&s.office, "proof_save", ProofSave { certificate: "NF525 B-0001".to_owned() });
        ("C01", "preuve de conformité : certificat : vide → NF525 B-0001".to_owned())
    }),
    case(JetEvent::FiscalParameterChanged, "name and address", |s| {
        let shop: ShopView = s.till.ask("shop_view", Empty {});
        let identity = ShopIdentity { address: "9 quai Neuf".to_owned(), ..shop.identity.clone() };
        Scene::ask(&s.till, "shop_identity_save", identity);
        ("C02", format!("identité de la boutique : address : {} → 9 quai Neuf", shop.identity.address))
    }),
    case(JetEvent::ParameterChanged, "the options of the till", |s| {
        let options: ShopOptions = s.office.ask("shop_options", Empty {});
        Scene::ask(&s.office, "shop_options_save", ShopOptions { discount_limit: Rate(15_000), ..options });
        ("C01", "options de la caisse : remise sans accord : 10000 → 15000".to_owned())
    }),
    case(JetEvent::ParameterChanged, "a workstation is renamed", |s| {
        let was = s.till.workstation().name;
        s.till.set_up_workstation(|w| w.name = "Fournil".to_owned());
        ("C02", format!("poste C02 : nom : {was} → Fournil"))
    }),
    case(JetEvent::ParameterChanged, "the payment methods of a workstation", |s| {
        s.till.set_up_workstation(|w| w.method_ids.truncate(2));
        ("C02", "poste C02 : modes de règlement : Espèces, Carte bancaire, ".to_owned())
    }),
    case(JetEvent::ParameterChanged, "a kind of fee", |s| {
        let lists: CatalogueLists = s.office.ask("catalogue_lists", Empty {});
        let save = json!({ "id": null, "name": "Gravure", "tax_category_id": lists.tax_categories[0].id, "amount": null, "active": true });
        Scene::ask(&s.office, "fee_type_save", save);
        ("C01", "type de frais «Gravure» enregistré".to_owned())
    }),
    case(JetEvent::ParameterChanged, "a rule for labels", |s| {
        Scene::ask(
            &s.office,
            "embedded_rule_save",
            json!({ "id": null, "pattern": "29IIIIIPPPPPC", "decimals": 2, "active": true }),
        );
        ("C01", "règle d'étiquette 29".to_owned())
    }),
    case(JetEvent::ParameterChanged, "the mail server, without its password", |s| {
        let save = json!({ "host": "smtp.exemple.fr", "port": 465, "security": "tls", "login": "caisse", "password": "très secret", "sender": "caisse@exemple.fr" });
        Scene::ask(&s.office, "mail_settings_save", save);
        assert!(!s.shop.snapshot()["fiscal_record"].iter().any(|r| r.contains("très secret")));
        ("C01", "messagerie : serveur : vide → smtp.exemple.fr:465 caisse caisse@exemple.fr ; mot de passe changé".to_owned())
    }),
    case(JetEvent::SaleAbandoned, "a sale is given up", |s| {
        s.till.scan("1001");
        Scene::ask(&s.till, "sale_abandon", Empty {});
        ("C02", "1 lignes, total 130".to_owned())
    }),
    case(JetEvent::XReport, "an X report on paper", |s| {
        let _printer = with_printer(&s.shop, "C02");
        Scene::ask(&s.till, "shift_report_print", ShiftRef { shift_id: None });
        ("C02", "quart 1".to_owned())
    }),
    case(JetEvent::DrawerOpened, "the drawer without a sale", |s| {
        let _printer = with_printer(&s.shop, "C02");
        Scene::ask(&s.till, "drawer_open", DrawerOpen { reason: "monnaie".to_owned() });
        ("C02", "monnaie".to_owned())
    }),
    case(JetEvent::NonTurnoverAmount, "an advance on an account", |s| {
        let customer = new_customer(&s.till, "Durand").id;
        let credit = CreditAdd {
            customer_id: customer,
            amount: Money(80_00),
            method_id: Some(s.till.method(PaymentKind::Cash)),
            reason: "avance".to_owned(),
        };
        Scene::ask(&s.till, "credit_add", credit);
        ("C02", "8000".to_owned())
    }),
    case(JetEvent::TrainingStarted, "somebody trains", |s| {
        let name = s.till.session.user.name.clone();
        Scene::ask(&s.till, "training_enter", Empty {});
        ("C02", name)
    }),
    case(JetEvent::TrainingEnded, "and comes back", |s| {
        let mut trainee = s.shop.till(Role::Cashier, "C01");
        trainee.session = trainee.ask("training_enter", Empty {});
        trainee.client.sign_out().unwrap();
        ("C01", trainee.session.user.name)
    }),
];

fn user(id: Option<domain::ids::UserId>, name: &str, role: Role) -> UserSave {
    UserSave { id, name: name.to_owned(), role, is_seller: true, active: true, pin: Some("7410".to_owned()) }
}

/// R-10, fiscal.md 1.5: every event that the program can cause through its commands is found once, in the journal of the workstation
/// at which it was caused (of the first one that can sign for what the back office does), with what it should say.
#[test]
fn every_event_is_found_once_where_it_belongs() {
    for Case { event, what, cause } in CASES {
        let scene = Scene::new();
        let before: Vec<String> = events(&scene.shop, event.code()).into_iter().map(|e| e.number).collect();
        let (place, info) = cause(&scene);
        let mut new = events(&scene.shop, event.code());
        new.retain(|e| !before.contains(&e.number));
        let said: Vec<(String, &str)> =
            new.iter().map(|e| (code_of(&scene.shop, e.workstation), e.info.as_str())).collect();
        let right = said.iter().filter(|(at, text)| at == place && text.contains(&info)).count();
        assert!(said.len() == 1 && right == 1, "{event:?}, {what}: «{info}» at {place} is not {said:?}");
        assert_sound(&scene.shop);
    }
}

/// What did not change is not journaled.
#[test]
fn saving_without_a_change_says_nothing() {
    let scene = Scene::new();
    let count = |code| events(&scene.shop, code).len();
    let before = [130, 270, 300].map(count);
    let options: ShopOptions = scene.till.ask("shop_options", Empty {});
    Scene::ask(&scene.till, "shop_options_save", options);
    scene.till.set_up_workstation(|_| ());
    let shop: ShopView = scene.till.ask("shop_view", Empty {});
    Scene::ask(&scene.till, "shop_identity_save", shop.identity);
    Scene::ask(&scene.till, "proof_save", ProofSave { certificate: String::new() });
    let me = scene.shop.user(Role::Manager).0;
    let users: Vec<UserView> = scene.till.ask("user_list", Empty {});
    let seller = users.iter().find(|u| u.id == me.id).unwrap().is_seller;
    let same = UserSave { pin: None, is_seller: seller, ..user(Some(me.id), &me.name, Role::Manager) };
    Scene::ask(&scene.till, "user_save", same);
    assert_eq!([130, 270, 300].map(count), before);
}
