//! The disk fails while a sale is sealed.

use api::FaultCode;
use faultdisk::Fault;
use testkit::Files;

use crate::shop::{Checkout, beside_others, folded};

/// What the cashier may be told. Every one of these says that nothing was recorded and what to do.
const TRUTHS: [FaultCode; 3] = [FaultCode::DiskFailed, FaultCode::DiskFull, FaultCode::DiskReadOnly];

/// Steps at which to fail, at most so many: the first and the last ones of a sale, where transactions begin and end, and some
/// between. A few behind the end fail after the commit.
fn steps(files: &Files, at_most: usize) -> Vec<u64> {
    let checkout = Checkout::of(files);
    checkout.watch.heal();
    checkout.validate().unwrap();
    let all: Vec<u64> = (1..=checkout.watch.steps() + 2).collect();
    let (edge, middle) = (at_most / 3, at_most - 2 * (at_most / 3));
    if all.len() <= at_most {
        return all;
    }
    let (first, rest) = all.split_at(edge);
    let (between, last) = rest.split_at(rest.len() - edge);
    let every = between.len().div_ceil(middle.max(1));
    first.iter().chain(between.iter().step_by(every)).chain(last).copied().collect()
}

/// The request once more, on a disk that works: exactly one ticket more than before, and the same one if it was there.
fn settle(checkout: &Checkout, acknowledged: Option<String>) {
    let before = checkout.tickets();
    let done = checkout.validate().unwrap_or_else(|fault| panic!("again: {fault:?}"));
    let after = checkout.tickets();
    assert_eq!(
        after.len(),
        2,
        "{done:?}, sold before {before:?}, now {after:?}, acknowledged {acknowledged:?}"
    );
    assert!(after.contains(&done.number), "{done:?}");
    if let Some(number) = acknowledged {
        assert_eq!(done.number, number, "the answer of the first time");
        assert_eq!(before, after, "what was acknowledged was there");
    }
    assert!(checkout.cart().lines.is_empty());
    checkout.assert_sound();
}

/// FISC-01: an error of the disk at any step refuses the sale with a sentence, changes nothing that is seen, and the same
/// request sells once when the disk answers again.
#[test]
fn an_error_at_any_step_refuses_and_the_next_try_sells_once() {
    let _beside = beside_others();
    let files = folded();
    for at in steps(&files, 18) {
        let checkout = Checkout::of(&files);
        checkout.watch.fail_at(at, Fault::Error);
        let answer = checkout.validate();
        checkout.watch.heal();
        if let Err(fault) = &answer {
            assert!(TRUTHS.contains(&fault.code), "step {at}: {fault:?}");
            assert_eq!(checkout.tickets().len(), 1, "step {at}: refused, so nothing was sold");
            assert_eq!(checkout.cart().lines.len(), 2, "step {at}: the cart is as it was");
        }
        settle(&checkout, answer.ok().map(|done| done.number));
    }
}

/// A full disk refuses the sale, whenever it fills up, and forgets nothing; with room again the sale goes on.
#[test]
fn a_full_disk_refuses_and_goes_on_once_there_is_room() {
    let _beside = beside_others();
    let files = folded();
    for at in steps(&files, 12) {
        let checkout = Checkout::of(&files);
        checkout.watch.fail_at(at, Fault::Full);
        let answer = checkout.validate();
        if let Err(fault) = &answer {
            assert_eq!(fault.code, FaultCode::DiskFull, "step {at}");
            assert_eq!(checkout.validate().unwrap_err().code, FaultCode::DiskFull, "still full");
            assert_eq!(checkout.cart().lines.len(), 2, "what is there can be read");
        }
        checkout.watch.heal();
        settle(&checkout, answer.ok().map(|done| done.number));
    }
}

/// FISC-01: a power cut at any step, with writes torn, lost or reordered as a disk may: what was acknowledged is there, what
/// was not is there whole or not at all, and the request sells exactly once afterwards.
#[test]
fn a_power_cut_at_any_step_loses_no_ticket_and_doubles_none() {
    let _beside = beside_others();
    let files = folded();
    for at in steps(&files, 15) {
        for (seed, fault) in [(at, Fault::PowerCut), (at + 1000, Fault::Torn)] {
            let checkout = Checkout::of(&files);
            checkout.watch.fail_at(at, fault);
            let answer = checkout.validate();
            let checkout = checkout.after_power_cut(seed);
            let sold = checkout.tickets().len() == 2;
            assert!(sold || answer.is_err(), "step {at}, {fault:?}: an acknowledged ticket is lost");
            assert_eq!(checkout.cart().lines.len(), if sold { 0 } else { 2 }, "step {at}, {fault:?}");
            checkout.assert_sound();
            settle(&checkout, answer.ok().map(|done| done.number));
        }
    }
}

/// A disk that is gone refuses every sale with the same sentence, and what was sold before is there on the next start.
#[test]
fn a_dead_disk_refuses_everything_and_has_lost_nothing() {
    let _beside = beside_others();
    let files = folded();
    let checkout = Checkout::of(&files);
    checkout.watch.fail_at(1, Fault::Dead);
    for _ in 0..3 {
        assert!(TRUTHS.contains(&checkout.validate().unwrap_err().code));
    }
    let checkout = checkout.after_power_cut(7);
    assert_eq!(checkout.tickets().len(), 1);
    settle(&checkout, None);
}
