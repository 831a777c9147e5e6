//! Issue 3, «Why is my drawer wrong?»: the causes that the till names for a cash difference.

use api::FaultCode;
use api::types::{
    CashMove, DrawerAnswer, DrawerCause, DrawerQuestion, SaleDone, SaleValidate, ShiftClose, ShiftReport,
    ShiftView,
};
use domain::drawer::CauseKind;
use domain::ids::ShiftId;
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::permission::Role;
use domain::shift::DenominationCount;
use testkit::{TestShop, Till};

use crate::world::{approval, cashier_with_shift, refuses};

/// Sells articles; cash gets change on a note of 20 €.
fn sell(till: &Till, codes: &[&str], kind: PaymentKind) -> SaleDone {
    codes.iter().for_each(|code| drop(till.scan(code)));
    let cash = (kind == PaymentKind::Cash).then_some(20_00);
    let payment = Some(till.payment(kind, cash));
    till.ask("sale_validate", SaleValidate { payment, leave_unpaid: false, print: false, seen: None })
}

/// An afternoon: six sales in cash with change, two by card, one movement.
fn afternoon(shop: &TestShop, till: &Till) -> Vec<SaleDone> {
    use PaymentKind::{CardStandalone, Cash};
    let sales: [(&[&str], PaymentKind); 8] = [
        (&["1001"], Cash),
        (&["1101", "1103"], Cash),
        (&["2108"], CardStandalone),
        (&["2108", "1001"], Cash),
        (&["1001", "1001"], Cash),
        (&["1801", "1101"], CardStandalone),
        (&["1002"], Cash),
        (&["1703", "1703"], Cash),
    ];
    let sell_one = |(codes, kind)| {
        shop.clock.advance_s(120);
        sell(till, codes, kind)
    };
    let done = sales.map(sell_one).into();
    let out = CashMove { amount: Money(-12_40), reason: "timbres".to_owned(), print: false };
    let _: ShiftView = till.ask("cash_move", out);
    done
}

fn ask(till: &Till, shift_id: Option<ShiftId>, counted: Option<Money>) -> DrawerAnswer {
    till.ask("drawer_causes", DrawerQuestion { shift_id, counted, count: Vec::new() })
}

/// The tickets of the cause of this kind, if it is one of the first three.
fn named(answer: &DrawerAnswer, kind: CauseKind) -> Vec<&str> {
    let cause: Option<&DrawerCause> = answer.causes.iter().take(3).find(|c| c.kind == kind);
    let cause = cause.unwrap_or_else(|| panic!("{kind:?} is not named: {:#?}", answer.causes));
    assert_eq!(cause.amount, answer.difference);
    cause.documents.iter().map(|d| d.number.as_str()).collect()
}

/// A ticket was rung up as cash and paid by card, or the other way: while the drawer is being counted, the method is
/// the first thing to look at, with that ticket.
#[test]
fn a_swapped_method_is_found_before_closing() {
    let (shop, till) = cashier_with_shift();
    let sales = afternoon(&shop, &till);
    let expected = till.report().expected_cash;
    let before = shop.snapshot();
    let missing = ask(&till, None, Some(expected - sales[3].total));
    assert_eq!(missing.difference, -sales[3].total);
    assert_eq!(missing.causes[0].kind, CauseKind::SwappedMethod);
    assert_eq!(named(&missing, CauseKind::SwappedMethod), [sales[3].number.as_str()]);
    let too_much = ask(&till, None, Some(expected + sales[5].total));
    assert_eq!(named(&too_much, CauseKind::SwappedMethod), [sales[5].number.as_str()]);
    assert_eq!(shop.snapshot(), before, "a question writes nothing");
}

/// The cash of a ticket was never put in: after closing, the ticket is named, and its row is that of every list.
#[test]
fn a_forgotten_ticket_is_found_after_closing() {
    let (shop, till) = cashier_with_shift();
    let sales = afternoon(&shop, &till);
    let counted = till.report().expected_cash - sales[7].total;
    let closed = till.close_shift(counted.0, "");
    let answer = ask(&till, Some(closed.shift.id), None);
    assert_eq!(answer.difference, closed.difference.unwrap());
    assert_eq!(named(&answer, CauseKind::Ticket), [sales[7].number.as_str()]);
    let document = &answer.causes[0].documents[0];
    assert_eq!((document.id, document.total), (sales[7].document_id, sales[7].total));
    assert_eq!((&document.user, document.methods.as_str()), (&till.session.user.name, "Espèces"));
    assert!(answer.causes.iter().map(|c| u32::from(c.likelihood)).sum::<u32>() <= 100);
}

/// Change on another note, a movement that was not made, a note counted twice: each leaves its own trace.
#[test]
fn other_mistakes_are_told_apart() {
    let (shop, till) = cashier_with_shift();
    let sales = afternoon(&shop, &till);
    let expected = till.report().expected_cash;
    let note = ask(&till, None, Some(expected - Money(10_00)));
    let small: Vec<&str> = [0, 1, 3, 4, 6, 7].map(|n| sales[n].number.as_str()).into();
    assert_eq!(named(&note, CauseKind::ChangeOnOtherNote), small, "paid with 20 €, worth less than 10 €");
    let stamps = ask(&till, None, Some(expected + Money(12_40)));
    assert_eq!(stamps.causes[0].kind, CauseKind::Movement);
    assert_eq!(stamps.causes[0].instead_of, Some(Money(0)));

    let rest = u32::try_from(expected.0 % 20_00).unwrap();
    let twenties = u32::try_from(expected.0 / 20_00).unwrap() + 1;
    let row = |denomination, count| DenominationCount { denomination: Money(denomination), count };
    let close = ShiftClose {
        shift_id: None,
        counted_cash: expected + Money(20_00),
        count: vec![row(20_00, twenties), row(1, rest)],
        float_left: None,
        note: String::new(),
        print: false,
    };
    let closed: ShiftReport = till.ask("shift_close", close);
    let answer = ask(&till, Some(closed.shift.id), None);
    let count = answer.causes.iter().take(3).find(|c| c.kind == CauseKind::Count).unwrap();
    assert_eq!(count.instead_of, Some(Money(i64::from(twenties - 1) * 20_00)));
}

/// A drawer that is right has no cause; an open shift needs a count; the shift of another workstation needs the right
/// to see reports.
#[test]
fn who_may_ask_and_what_must_be_known() {
    let (shop, till) = cashier_with_shift();
    let right = DrawerAnswer { difference: Money(0), causes: Vec::new() };
    assert_eq!(ask(&till, None, Some(Money(100_00))), right);
    let uncounted = || DrawerQuestion { shift_id: None, counted: None, count: Vec::new() };
    let fault = refuses(&shop, FaultCode::FieldRequired, || till.refused("drawer_causes", uncounted()));
    assert_eq!(fault.params["field"], "counted");
    let manager = shop.till(Role::Manager, "C02");
    let other = manager.open_shift(50_00).id;
    let foreign = || DrawerQuestion { shift_id: Some(other), counted: Some(Money(40_00)), count: Vec::new() };
    refuses(&shop, FaultCode::PermissionDenied, || till.refused("drawer_causes", foreign()));
    assert_eq!(ask(&manager, Some(other), Some(Money(40_00))).difference, Money(-10_00));
    let approved = till.approved_by(approval(&shop, Role::Manager));
    assert!(approved.call::<DrawerAnswer>("drawer_causes", foreign()).is_ok());
}

/// While the drawer is recounted by notes and coins, a note that was counted twice is seen in the count itself; a count
/// that is not worth what it says, or of money that the country does not have, is refused.
#[test]
fn a_recount_by_denomination_is_explained_as_it_is_typed() {
    let (shop, till) = cashier_with_shift();
    let sales = afternoon(&shop, &till);
    let expected = till.report().expected_cash;
    let twenties = u32::try_from(expected.0 / 20_00).unwrap() + 1;
    let row = |denomination, count| DenominationCount { denomination: Money(denomination), count };
    let count = vec![row(20_00, twenties), row(1, u32::try_from(expected.0 % 20_00).unwrap())];
    let question = |counted, count: &[DenominationCount]| DrawerQuestion {
        shift_id: None,
        counted: Some(counted),
        count: count.to_vec(),
    };
    let before = shop.snapshot();
    let answer: DrawerAnswer = till.ask("drawer_causes", question(expected + Money(20_00), &count));
    let cause = answer.causes.iter().take(3).find(|c| c.kind == CauseKind::Count).unwrap();
    assert_eq!(cause.instead_of, Some(Money(i64::from(twenties - 1) * 20_00)));
    // Counted again, without the note: another difference, another cause.
    let again: DrawerAnswer = till.ask("drawer_causes", question(expected - sales[3].total, &[]));
    assert_eq!(again.causes[0].kind, CauseKind::SwappedMethod);
    assert_eq!(shop.snapshot(), before, "a question writes nothing");

    let other_sum = || question(expected, &count);
    refuses(&shop, FaultCode::AmountOutOfRange, || till.refused("drawer_causes", other_sum()));
    let no_such_note = || question(Money(3_00), &[row(3_00, 1)]);
    refuses(&shop, FaultCode::DenominationUnknown, || till.refused("drawer_causes", no_such_note()));
}
