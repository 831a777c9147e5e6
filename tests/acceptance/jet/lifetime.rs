//! What the journal says of starts, stops, crashes and new versions.

use app::{Clock as _, FileKeys, KeyStore as _, TerminalKey};
use domain::ids::WorkstationId;
use domain::permission::Role;
use fiscal::{Chain, Draft, Header, JetEvent, JetPayload, Software, Stamp, Terminal, document_number, seal};
use store::tables::{fiscal as chains, settings};
use store::{Actor, Db, Op};
use testkit::{TestShop, Till};

use super::{code_of, events};
use crate::fiscal_chain::assert_sound;

/// Where an event of this code stands that contains `info`.
fn places(shop: &TestShop, code: u16, info: &str) -> Vec<String> {
    let all = events(shop, code).into_iter().filter(|e| e.info.contains(info));
    all.map(|e| code_of(shop, e.workstation)).collect()
}

/// JET 80 and 40: the program's start and its stop stand once in the journal of each workstation.
#[test]
fn starts_and_stops_of_the_program() {
    let shop = TestShop::france();
    assert_eq!(
        places(&shop, 80, "démarrage du programme").len(),
        2,
        "two workstations, one start since enrolment"
    );
    let stops = places(&shop, 40, "arrêt du programme").len();
    shop.app().stop();
    assert_eq!(places(&shop, 40, "arrêt du programme").len(), stops + 2);
    shop.app().stop();
    assert_eq!(places(&shop, 40, "arrêt du programme").len(), stops + 2, "a stop is said once");
    assert_eq!(events(&shop, 950).len(), 0, "nothing crashed");
    assert_sound(&shop);
}

/// JET 950: after a kill the next start says so in each journal, before JET 80; after a proper stop it does not.
#[test]
fn a_crash_is_told_at_the_next_start() {
    let shop = TestShop::france();
    let till = shop.till(Role::Cashier, "C01");
    till.open_shift(100_00);
    shop.clock.advance_s(60);
    let after = shop.killed_and_reopened();
    let mut told = places(&after, 950, "sans arrêt noté");
    told.sort();
    assert_eq!(told, ["C01", "C02"]);
    for (crash, start) in events(&after, 950).iter().zip(events(&after, 80).iter().rev().take(2).rev()) {
        assert!(crash.number < start.number, "{} comes before {}", crash.number, start.number);
    }
    assert_sound(&after);
    after.app().stop();
    let clean = TestShop::of(&after.files(), after.clock.now_ms());
    assert_eq!(events(&clean, 950).len(), 2, "no more than before");
    assert_sound(&clean);
}

/// JET 250: the first start of a new version says old and new versions of program and rules, once per workstation.
#[test]
fn a_new_version_is_told_once() {
    let shop = TestShop::france();
    shop.app().stop();
    let ids: Vec<WorkstationId> = ["C01", "C02"]
        .map(|code| {
            let read = |db: Db<'_>| settings::workstations(db);
            shop.app().store().read(read).unwrap().into_iter().find(|w| w.code == code).unwrap().id
        })
        .into();
    ids.iter().for_each(|id| sign_as_older_version(&shop, *id));
    let updated = TestShop::of(&shop.files(), shop.clock.now_ms());
    let said = format!("logiciel 0.0.9 → {}, règles fiscales F.3 → {}", app::VERSION, fiscal::FISCAL_VERSION);
    let mut told = places(&updated, 250, &said);
    told.sort();
    assert_eq!(told, ["C01", "C02"]);
    assert_sound(&updated);
    updated.app().stop();
    let again = TestShop::of(&updated.files(), updated.clock.now_ms());
    assert_eq!(events(&again, 250).len(), 2, "an update is told once");
}

/// Leaves a record at the end of a chain as the version before left them: with its key, under its name.
fn sign_as_older_version(shop: &TestShop, id: WorkstationId) {
    let pkcs8 = FileKeys::new(&shop.folder().join("keys")).load(id).unwrap().unwrap();
    let key = TerminalKey::from_pkcs8(&pkcs8).unwrap();
    let state = shop.app().store().read(|db: Db<'_>| chains::state(db, id)).unwrap();
    let code = code_of(shop, id);
    let header = Header {
        number: document_number(Chain::Jet, &code, state.heads.next_seq(Chain::Jet)),
        at: Stamp::from_unix(shop.clock.now_ms() / 1000, 60).unwrap(),
        terminal: Terminal { id, code },
        operator: None,
        software: Software { version: "0.0.9".to_owned(), fiscal_version: "F.3".to_owned() },
    };
    let payload = JetPayload::new(header, JetEvent::TerminalStopped, "arrêt du programme");
    let record = seal(&Draft::of(&payload.into()).unwrap(), &state.heads, &key).unwrap();
    let stamp = store::Stamp { now_ms: shop.clock.now_ms(), actor: Actor::default() };
    shop.app().store().write(stamp, move |tx| tx.emit(Op::FiscalRecorded(vec![record]))).unwrap();
}

/// Signing in and out stand where it happened, with the name.
#[test]
fn sign_ins_name_the_person() {
    let shop = TestShop::france();
    let mut till: Till = shop.till(Role::Cashier, "C02");
    let name = till.session.user.name.clone();
    assert_eq!(places(&shop, 80, &name), ["C02"]);
    till.client.sign_out().unwrap();
    assert_eq!(places(&shop, 40, &name), ["C02"]);
}
