//! In which shift a correction counts, and what a closed one keeps (D-39, SHF-21).

use api::types::{
    DocumentCancel, DrawerAnswer, DrawerQuestion, Empty, PaymentCorrection, SaleDone, ShiftRef, ShiftReport,
    TicketPreview,
};
use domain::drawer::CauseKind;
use domain::money::Money;
use domain::payment::PaymentKind::{CardStandalone, Cash};
use domain::permission::Role;

use super::{check, correct, lead_with_shift, of_method, request, sell, settlements};
use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::open;

/// A ticket of a closed shift: its Z stays to the cent; the pair counts in the shift that is open, whose drawer then shows the
/// difference of before with the other sign.
#[test]
fn a_closed_shift_keeps_its_figures() {
    let (shop, till) = lead_with_shift();
    let id = sell(&till, "VINGT", Cash, Some(20_00)).document_id;
    let closed = till.close_shift(100_00, "il manque 20 €");
    assert_eq!(closed.difference, Some(Money(-20_00)));
    let z: TicketPreview = till.ask("shift_ticket", ShiftRef { shift_id: Some(closed.shift.id) });
    till.open_shift(100_00);
    let asked = check(&till, id);
    assert!(asked.later_shift && asked.shift == 2, "{asked:?}");
    correct(&till, id, Cash, CardStandalone);
    let report = till.report();
    assert_eq!(
        (of_method(&report, Cash), of_method(&report, CardStandalone)),
        (Some((0, Money(-20_00))), Some((1, Money(20_00))))
    );
    assert_eq!((report.expected_cash, report.cash_corrected), (Money(80_00), Money(-20_00)));
    let same: ShiftReport = till.ask("shift_report", ShiftRef { shift_id: Some(closed.shift.id) });
    assert_eq!(
        (same.methods, same.expected_cash, same.corrections),
        (closed.methods, closed.expected_cash, Vec::new())
    );
    let unchanged: TicketPreview = till.ask("shift_ticket", ShiftRef { shift_id: Some(closed.shift.id) });
    let text = |p: &TicketPreview| {
        p.lines.iter().map(|l| l.text.clone()).filter(|l| !l.starts_with("Édité")).collect::<Vec<_>>()
    };
    assert_eq!(text(&unchanged), text(&z));
    let second = till.close_shift(100_00, "");
    assert_eq!(second.difference, Some(Money(20_00)), "over both shifts nothing is missing");
    assert_sound(&shop);
    assert_replays(&shop);
}

/// Whoever corrects from wherever: it counts, and is signed, where the drawer took the payment.
#[test]
fn it_counts_where_the_drawer_is() {
    let (shop, till) = lead_with_shift();
    let id = sell(&till, "VINGT", CardStandalone, None).document_id;
    let other = shop.till(Role::Manager, "C02");
    other.open_shift(50_00);
    let made: PaymentCorrection = other.ask("payment_correct", request(&till, id, (CardStandalone, Cash)));
    assert_eq!(made.workstation, till.workstation().name);
    assert!(settlements(&shop).iter().all(|l| l.header.terminal.code == "C01"));
    assert_eq!((till.report().expected_cash, other.report().expected_cash), (Money(120_00), Money(50_00)));
    assert_eq!(till.report().corrections[0].user, other.session.user.name);
    assert_sound(&shop);
}

/// A corrected ticket is no explanation of a difference any more; before, it is the first one.
#[test]
fn the_drawer_knows_what_was_corrected() {
    let (shop, till) = lead_with_shift();
    let wrong = sell(&till, "VINGT", Cash, Some(20_00));
    sell(&till, "DOUZE", Cash, Some(20_00));
    let ask = |counted: i64| -> DrawerAnswer {
        till.ask(
            "drawer_causes",
            DrawerQuestion { shift_id: None, counted: Some(Money(counted)), count: Vec::new() },
        )
    };
    let before = ask(112_00);
    let swapped = before.causes.iter().find(|c| c.kind == CauseKind::SwappedMethod).unwrap();
    assert_eq!(swapped.documents[0].id, wrong.document_id);
    correct(&till, wrong.document_id, Cash, CardStandalone);
    assert_eq!(ask(112_00), DrawerAnswer { difference: Money(0), causes: Vec::new() });
    drop(shop);
}

/// X and Z show the corrections, and a customer's list shows the ticket as it was.
#[test]
fn reports_name_the_corrections() {
    let (_shop, till) = lead_with_shift();
    let done = sell(&till, "VINGT", CardStandalone, None);
    correct(&till, done.document_id, CardStandalone, Cash);
    let x: TicketPreview = till.ask("shift_ticket", ShiftRef { shift_id: None });
    let text: String = x.lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join("\n");
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("CORRECTIONS DE RÈGLEMENT"), "{text}");
    assert!(words.contains(&format!("{} : Carte bancaire > Espèces 20,00", done.number)), "{text}");
    assert!(words.contains("± corrections 20,00"), "{text}");
    let recent: Vec<api::types::DocumentRow> = till.ask("document_recent", Empty {});
    assert_eq!(recent[0].methods, "Carte bancaire", "the ticket says what was validated");
}

/// What was cancelled has nothing left to correct.
#[test]
fn a_cancelled_ticket_cannot_be_corrected() {
    let (shop, till) = lead_with_shift();
    let id = sell(&till, "VINGT", CardStandalone, None).document_id;
    let ask = request(&till, id, (CardStandalone, Cash));
    let _: SaleDone =
        till.ask("document_cancel", DocumentCancel { document_id: id, reason: "e".to_owned(), print: false });
    assert!(!open(&till, id).payment_correctable);
    crate::world::refuses(&shop, api::FaultCode::DocumentCancelled, || till.refused("payment_correct", ask));
}
