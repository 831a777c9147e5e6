//! S-01: printers are looked for beside the program. Nothing of a search is written anywhere.

use std::time::{Duration, Instant};

use api::FaultCode;
use api::types::{Empty, PrinterSearch, PrinterSearchPhase};
use domain::permission::Role;
use testkit::{TestShop, Till, raw};

use crate::world::refuses;

fn ended(till: &Till) -> PrinterSearch {
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        let search: PrinterSearch = till.ask("printer_search", Empty {});
        if search.phase != PrinterSearchPhase::Running {
            return search;
        }
        assert!(Instant::now() < deadline, "{search:?}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// A search begins when it is asked for, ends by itself, and says what it found; none has begun before. Device files of
/// the computer are among it, and nothing is added to the log.
#[test]
fn a_search_ends_and_tells_what_answers() {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C01");
    let nothing: PrinterSearch = manager.ask("printer_search", Empty {});
    assert_eq!((nothing.phase, nothing.found), (PrinterSearchPhase::Idle, Vec::new()));
    let devices = shop.folder().join("devices");
    std::fs::create_dir(&devices).unwrap();
    std::fs::write(devices.join("lp0"), "").unwrap();
    let operations = || raw::sql(&shop.database(), &["SELECT count(*) FROM op"]);
    let before = operations();
    let _: PrinterSearch = manager.ask("printer_search_start", Empty {});
    let search = ended(&manager);
    assert_eq!((search.phase, search.done, search.total), (PrinterSearchPhase::Done, 0, 0));
    let names: Vec<_> = search.found.iter().map(|f| f.name.clone()).collect();
    assert_eq!(names, [devices.join("lp0").to_string_lossy()]);
    let stopped: PrinterSearch = manager.ask("printer_search_cancel", Empty {});
    assert_eq!(stopped.found, search.found, "what was found stays");
    assert_eq!(operations(), before);
}

/// Whoever may set printers may look for them.
#[test]
fn a_cashier_does_not_look_for_printers() {
    let shop = TestShop::france();
    let cashier = shop.till(Role::Cashier, "C01");
    for command in ["printer_search", "printer_search_start", "printer_search_cancel"] {
        refuses(&shop, FaultCode::PermissionDenied, || cashier.refused(command, Empty {}));
    }
}
