//! The process is killed at every step of a change of key (fiscal.md 7.4): between the signature, the file of the candidate, the database
//! and the file of the key in force.

use std::path::Path;

use api::types::{BooksHealth, Empty, KeyState, WorkstationBooks, WorkstationRef};
use app::CrashPoint;
use domain::permission::Role;
use testkit::{TestShop, Till};

use crate::killed::at_each_step;
use crate::shop::{Checkout, alone, prepared};

/// The books of C01.
fn books(manager: &Till) -> WorkstationBooks {
    let health: BooksHealth = manager.ask("books_health", Empty {});
    health.workstations.into_iter().find(|one| one.code == "C01").unwrap()
}

fn rotate(manager: &Till) {
    let workstation_id = manager.workstation_id("C01");
    let _: BooksHealth = manager.ask("key_rotate", WorkstationRef { workstation_id });
}

/// Keys that wait to be put in the place of others.
fn candidates(folder: &Path) -> usize {
    let keys = std::fs::read_dir(folder.join("keys")).unwrap();
    let names = keys.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with("candidate-") && name.ends_with(".secret")).count()
}

/// Whichever side of the commit the end comes on, one key is in force and it is here; the shop sells with it, changes it again,
/// and every chain verifies without a warning.
#[test]
fn a_change_of_key_killed_at_any_step_leaves_one_key_in_force() {
    let _alone = alone();
    let shop = TestShop::of(&prepared(), testkit::START_MS);
    shop.app().write_anchors();
    let manager = shop.signed_in(Role::Manager, 7);
    let ((), left) = at_each_step(shop.folder(), &CrashPoint::KEY_CHANGE, None, || rotate(&manager));
    let steps: Vec<_> = left.iter().map(|left| left.point).collect();
    let committed = steps.iter().position(|point| *point == CrashPoint::Committed).unwrap();
    assert!(CrashPoint::KEY_CHANGE.iter().all(|point| steps.contains(point)), "{steps:?}");
    let mut cut_off = 0;
    for (step, left) in left.iter().enumerate() {
        let place = format!("step {step}, {:?}", left.point);
        let folder = left.files.unpack();
        let waiting = candidates(folder.path());
        let checkout = Checkout::over(folder);
        let manager = checkout.shop.signed_in(Role::Manager, 7);
        let found = books(&manager);
        let keys = if step < committed { 1 } else { 2 };
        assert_eq!((found.keys, found.key, &found.incident), (keys, KeyState::Ready, &None), "{place}");
        assert_eq!(candidates(checkout.shop.folder()), 0, "{place}: a candidate is left");
        cut_off += usize::from(waiting > 0);
        checkout.validate().unwrap();
        rotate(&manager);
        checkout.sell_more().unwrap();
        let after = books(&manager);
        assert_eq!((after.keys, after.key), (keys + 1, KeyState::Ready), "{place}");
        assert_eq!((checkout.tickets().len(), checkout.cart().lines.len()), (3, 0), "{place}");
        checkout.assert_sound();
    }
    assert!(cut_off >= 5, "{cut_off} of them left a candidate");
}
