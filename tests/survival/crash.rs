//! The process is killed at every named step of a sale (fiscal.md 7.6): what it leaves on the disk is looked at by a new one.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use api::types::{Empty, PrintQueue};
use app::CrashPoint;
use hwsim::{Options, Printer};
use testkit::{Files, TestShop};

use crate::shop::{Checkout, alone, prepared_with};

/// What a process leaves that is killed the next time it comes to `point`.
fn left_at(point: CrashPoint, folder: PathBuf) -> Arc<Mutex<Option<Files>>> {
    let left = Arc::new(Mutex::new(None));
    let kept = Arc::clone(&left);
    app::watch_crash_points(Some(Arc::new(move |reached| {
        let mut kept = kept.lock().unwrap();
        if reached == point && kept.is_none() {
            *kept = Some(Files::of(&folder));
        }
    })));
    left
}

fn wait_for(left: &Mutex<Option<Files>>, point: CrashPoint) -> Files {
    let end = Instant::now() + Duration::from_secs(30);
    loop {
        if let Some(files) = left.lock().unwrap().take() {
            app::watch_crash_points(None);
            return files;
        }
        assert!(Instant::now() < end, "{point:?} is never reached");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// FISC-01: killed at any named step, the sale is there whole from the commit on and not at all before it; the cart is there until then;
/// the same request sells once; the paper is printed once, or a person is asked where nobody can know.
#[test]
fn a_process_killed_at_every_step_neither_loses_nor_doubles() {
    let _alone = alone();
    let printer = Printer::start(Options::default()).unwrap();
    let files = prepared_with(Some(printer.address()));
    for point in CrashPoint::SALE {
        let checkout = Checkout::of(&files);
        checkout.shop.app().start_workers().unwrap();
        // The anchors of the start are written, so the next are those of the sale.
        checkout.shop.app().write_anchors();
        let left = left_at(point, checkout.shop.folder().to_path_buf());
        let done = checkout.print().unwrap();
        let after = checkout.again_on(&wait_for(&left, point));
        let sold = after.tickets().len() == 2;
        assert_eq!(sold, point >= CrashPoint::Committed, "{point:?}");
        assert_eq!(after.cart().lines.len(), if sold { 0 } else { 2 }, "{point:?}");
        after.assert_sound();
        let again = after.print().unwrap();
        assert_eq!((again.number, after.tickets().len()), (done.number, 2), "{point:?}");
        after.assert_sound();
        assert_paper(&after.shop, point);
    }
}

/// One job for the ticket: it waits, unless the crash came while it was with the printer.
fn assert_paper(shop: &TestShop, point: CrashPoint) {
    let till = shop.till(domain::permission::Role::Cashier, "C01");
    let queue: PrintQueue = till.ask("print_queue", Empty {});
    let states: Vec<String> = queue.waiting.iter().map(|job| format!("{:?}", job.state)).collect();
    let asked = point >= CrashPoint::PrintMarked;
    let unsure = states.iter().filter(|state| state.as_str() == "Unconfirmed").count();
    assert_eq!(unsure > 0, asked, "{point:?}: {states:?}");
}
