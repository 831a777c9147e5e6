//! The journal of technical events, as a manager reads it.

use std::collections::BTreeSet;
use std::path::Path;

use api::types::{
    CashMove, DrawerOpen, Empty, JournalFilters, JournalList, JournalPage, JournalRow, SaleView, ShiftView,
};
use domain::money::Money;
use domain::permission::Role;
use fiscal::JetEvent;
use fluent_bundle::{FluentBundle, FluentResource};
use testkit::Till;

use crate::world::{cashier_with_shift, with_printer};

fn journal(manager: &Till, narrow: impl FnOnce(&mut JournalList)) -> Vec<JournalRow> {
    let mut list =
        JournalList { workstation_id: None, code: None, from_day: None, to_day: None, offset: 0, limit: 200 };
    narrow(&mut list);
    manager.ask::<JournalPage>("journal_list", list).rows
}

/// SEC-02: given an action, then user and workstation are both in the journal: drawer, cash, abandoned sale, X report,
/// count and signing in, each by who did it and where.
#[test]
fn every_journaled_action_names_who_and_where() {
    let (shop, till) = cashier_with_shift();
    let _printer = with_printer(&shop, "C02");
    let lead = shop.till(Role::LeadCashier, "C02");
    lead.open_shift(50_00);
    let _: Empty = lead.ask("drawer_open", DrawerOpen { reason: "monnaie".to_owned() });
    let out = CashMove { amount: Money(-5_00), reason: "timbres".to_owned(), print: false };
    let _: ShiftView = till.ask("cash_move", out);
    till.scan("1001");
    let _: SaleView = till.ask("sale_abandon", Empty {});
    till.close_shift(95_00, "");

    let manager = shop.signed_in(Role::Manager, 7);
    let (cashier, supervisor) = (till.session.user.name.as_str(), lead.session.user.name.as_str());
    let (first, second) = (till.workstation().name, lead.workstation().name);
    let rows = journal(&manager, |_| {});
    let has = |code: u16, who: &str, place: &str, info: &str| {
        rows.iter().any(|r| {
            r.code == code
                && r.operator.as_deref() == Some(who)
                && r.workstation == place
                && r.info.contains(info)
        })
    };
    assert!(has(80, cashier, &first, cashier) && has(80, supervisor, &second, supervisor), "signing in");
    assert!(has(903, supervisor, &second, "monnaie"), "the drawer");
    assert!(has(903, cashier, &first, "timbres"), "cash taken out");
    assert!(has(320, cashier, &first, ""), "the abandoned sale");
    assert!(has(170, cashier, &first, "compté 9500"), "the count");
    assert!(rows.iter().all(|r| !r.workstation.is_empty() && r.extract.len() == 4), "{rows:?}");
    assert!(rows.is_sorted_by(|a, b| a.at_ms >= b.at_ms), "newest first");
}

/// The journal is narrowed by workstation, event and day, all at once, and read page by page.
#[test]
fn the_journal_is_narrowed() {
    let (shop, till) = cashier_with_shift();
    let lead = shop.till(Role::LeadCashier, "C02");
    lead.open_shift(50_00);
    for _ in 0..3 {
        shop.clock.advance_days(1);
        let more = CashMove { amount: Money(5_00), reason: "monnaie".to_owned(), print: false };
        let _: ShiftView = lead.ask("cash_move", more);
    }
    let manager = shop.signed_in(Role::Manager, 7);
    let everything = journal(&manager, |_| {});
    let own = journal(&manager, |list| list.workstation_id = Some(lead.workstation().id));
    assert!(own.len() < everything.len() && own.iter().all(|r| r.workstation == lead.workstation().name));
    let drawers = journal(&manager, |list| list.code = Some(903));
    assert_eq!(drawers.len(), 3);
    let day = app::LocalMoment::of(drawers[1].at_ms, domain::country::Country::France).day();
    let one = journal(&manager, |list| {
        (list.code, list.workstation_id) = (Some(903), Some(lead.workstation().id));
        (list.from_day, list.to_day) = (Some(day.clone()), Some(day.clone()));
    });
    assert_eq!(one, [drawers[1].clone()]);
    let elsewhere = journal(&manager, |list| {
        (list.code, list.workstation_id) = (Some(903), Some(till.workstation().id));
    });
    assert_eq!(elsewhere, []);
    let mut paged = Vec::new();
    while paged.len() < everything.len() {
        let offset = u32::try_from(paged.len()).unwrap();
        paged.extend(journal(&manager, |list| (list.offset, list.limit) = (offset, 2)));
    }
    assert_eq!(paged, everything);
    let filters: JournalFilters = manager.ask("journal_filters", Empty {});
    let codes: BTreeSet<u16> = everything.iter().map(|r| r.code).collect();
    assert_eq!(filters.events.iter().map(|e| e.code).collect::<BTreeSet<_>>(), codes);
}

/// Every event that the journal may hold has words in both languages.
#[test]
fn every_event_has_words() {
    for locale in ["fr", "en"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/locales").join(locale);
        let text = std::fs::read_to_string(folder.join("pilotage.ftl")).unwrap();
        let mut bundle: FluentBundle<FluentResource> = FluentBundle::default();
        bundle.add_resource(FluentResource::try_new(text).unwrap()).unwrap();
        let missing: Vec<u16> = JetEvent::ALL
            .iter()
            .map(|e| e.code())
            .filter(|c| !bundle.has_message(&format!("journal-{c}")))
            .collect();
        assert_eq!(missing, [] as [u16; 0], "{locale}");
    }
}
