//! The journal of technical events (JET, fiscal.md 1.5): every event that the program can cause, caused through the router.

mod lifetime;
mod table;
mod whole;

use domain::ids::WorkstationId;
use store::Db;
use store::tables::journal::{self, EventRow, JournalFilter};
use store::tables::settings;
use testkit::TestShop;

/// The events of a code in all journals, oldest first.
pub fn events(shop: &TestShop, code: u16) -> Vec<EventRow> {
    let filter = JournalFilter { code: Some(code), ..JournalFilter::default() };
    let read = |db: Db<'_>| journal::page(db, &filter, 0, 10_000);
    let mut rows = shop.app().store().read(read).unwrap();
    rows.reverse();
    rows
}

/// The code of a workstation.
fn code_of(shop: &TestShop, id: WorkstationId) -> String {
    let read = |db: Db<'_>| settings::workstation(db, id);
    shop.app().store().read(read).unwrap().unwrap().code
}
