//! The running sums of the days of trade against the records from which they come.

use domain::ids::WorkstationId;
use domain::permission::Role;
use fiscal::{OpenDays, Payload, PeriodTally};
use store::Db;
use store::tables::fiscal as chains;
use store::tables::trading_days::{self, DaySums};
use testkit::TestShop;

use crate::scenario;
use crate::world::cashier_with_shift;

/// What the records since the last closing come to, as the verifier computes it.
fn recomputed(db: Db<'_>, terminal: WorkstationId, day: &str) -> PeriodTally {
    let mut days = OpenDays::default();
    for record in chains::records(db, terminal, 0, u32::MAX).unwrap() {
        let payload: Payload = serde_json::from_str(&record.payload).unwrap();
        if let Payload::GrandTotal(p) = &payload
            && p.detail.is_some()
            && p.scope == fiscal::Scope::Jour
        {
            days.close(&p.period_key);
        }
        days.add(&payload);
    }
    days.close(day)
}

fn assert_agree(shop: &TestShop, day: &str) -> i64 {
    let compare = |db: Db<'_>| {
        let mut tickets = 0;
        for terminal in chains::terminals(db)? {
            let (kept, made) = (trading_days::open_sums(db, terminal, day)?, recomputed(db, terminal, day));
            let expected = DaySums { detail: made.detail(0), vat: made.vat(), total: made.total() };
            assert_eq!(kept, expected);
            tickets += kept.detail.tickets;
        }
        Ok::<_, store::Error>(tickets)
    };
    shop.app().store().read(compare).unwrap()
}

/// FISC-05: what a closing would freeze is what its records come to, after a day with every kind of operation, and again when part of it was
/// closed before.
#[test]
fn the_running_sums_are_those_of_the_records() {
    let shop = scenario::finished_day();
    assert!(assert_agree(&shop, "2026-11-21") > 5, "the day was full");
    shop.clock.advance_days(1);
    let till = shop.till(Role::Cashier, "C01");
    till.open_shift(100_00);
    till.cash_sale(&["1001"]);
    assert_eq!(assert_agree(&shop, "2026-11-22"), 1 + open_elsewhere(&shop));
}

/// Tickets of yesterday at workstations that have not sold today: they wait for their first sale, or for the night.
fn open_elsewhere(shop: &TestShop) -> i64 {
    let count = |db: Db<'_>| {
        let mut tickets = 0;
        for terminal in chains::terminals(db)? {
            tickets += trading_days::open_sums(db, terminal, "2026-11-21")?.detail.tickets;
        }
        Ok::<_, store::Error>(tickets)
    };
    shop.app().store().read(count).unwrap()
}

/// A duplicate and an opening of the drawer behind the closing of their day count in the next one: no closing is made again.
#[test]
fn what_comes_after_a_closing_counts_in_the_next() {
    let (shop, till) = cashier_with_shift();
    let sold = till.cash_sale(&["1001"]);
    let manager = shop.till(Role::Manager, "C02");
    let all = api::types::DayClose { workstation_id: None };
    let _: api::types::ClosingOverview = manager.ask("day_close", all);
    let _printer = crate::world::with_printer(&shop, "C01");
    till.print(sold.document_id);
    crate::world::wait_until_printed(&till);
    till.print(sold.document_id);
    crate::world::wait_until_printed(&till);
    shop.clock.advance_days(1);
    till.cash_sale(&["1001"]);
    assert_agree(&shop, "2026-11-22");
    shop.clock.advance_days(1);
    till.cash_sale(&["1001"]);
    let of_till = super::closings(&manager).into_iter().filter(|r| r.workstation_code == "C01");
    let duplicates: Vec<u32> = of_till.map(|row| super::detail(&manager, &row).duplicates).collect();
    assert_eq!(duplicates, [0, 1]);
    crate::fiscal_chain::assert_sound(&shop);
}
