//! Corrections of a payment method (fiscal.md 1.7, COR): a signed pair, and what it moves.

mod refusals;
mod shifts;

use api::types::{
    DocumentRef, MethodTotal, PaymentCorrect, PaymentCorrection, PaymentCorrectionChecked, PrintJobView,
    SaleDone, SaleValidate, ShiftReport, StandingPayment,
};
use domain::ids::DocumentId;
use domain::money::Money;
use domain::payment::PaymentKind;
use domain::permission::Role;
use fiscal::{Chain, Payload, SettlementPayload};
use store::Db;
use store::tables::fiscal::{records, terminals};
use testkit::{TestShop, Till};

use crate::fiscal_chain::assert_sound;
use crate::replay::assert_replays;
use crate::world::{open, wait_until_printed, with_printer};

/// A French shop with articles of 12.00, 20.00 and 50.00 €, and somebody who may correct payments at C01.
fn lead_with_shift() -> (TestShop, Till) {
    let shop = TestShop::france();
    let manager = shop.till(Role::Manager, "C02");
    for (code, cents) in [("DOUZE", 12_00), ("VINGT", 20_00), ("CINQUANTE", 50_00)] {
        manager.new_article(code, cents, "TVA 20 %");
    }
    let till = shop.till(Role::LeadCashier, "C01");
    till.open_shift(100_00);
    (shop, till)
}

/// Sells an article, paid whole by one method; for cash, `handed` is what the customer gives.
fn sell(till: &Till, code: &str, kind: PaymentKind, handed: Option<i64>) -> SaleDone {
    till.scan(code);
    let payment = Some(till.payment(kind, handed));
    till.ask("sale_validate", SaleValidate { payment, leave_unpaid: false, print: false, seen: None })
}

fn check(till: &Till, document_id: DocumentId) -> PaymentCorrectionChecked {
    till.ask("payment_correction_check", DocumentRef { document_id })
}

/// The payment that stands by this method.
fn standing(till: &Till, document: DocumentId, kind: PaymentKind) -> StandingPayment {
    let all = check(till, document).payments;
    all.into_iter().find(|p| p.kind == kind).unwrap_or_else(|| panic!("nothing stands by {kind:?}"))
}

/// The request that turns what stands by one method into another.
fn request(till: &Till, document: DocumentId, (from, to): (PaymentKind, PaymentKind)) -> PaymentCorrect {
    PaymentCorrect {
        document_id: document,
        payment_id: standing(till, document, from).payment_id,
        amount: None,
        method_id: till.method(to),
        card_last4: None,
        reference: None,
        nature: None,
        reason: "mauvaise touche".to_owned(),
        print: false,
    }
}

fn correct(till: &Till, document: DocumentId, from: PaymentKind, to: PaymentKind) -> PaymentCorrection {
    till.ask("payment_correct", request(till, document, (from, to)))
}

/// What a report says of a method: payments and sum; none where it has no row.
fn of_method(report: &ShiftReport, kind: PaymentKind) -> Option<(u32, Money)> {
    report.methods.iter().find(|m: &&MethodTotal| m.kind == kind).map(|m| (m.count, m.total))
}

/// The settlements of the shop, in order.
fn settlements(shop: &TestShop) -> Vec<SettlementPayload> {
    let read = |db: Db<'_>| {
        let mut all = Vec::new();
        for terminal in terminals(db)? {
            all.extend(records(db, terminal, 0, u32::MAX)?);
        }
        Ok::<_, store::Error>(all)
    };
    let records = shop.app().store().read(read).unwrap().into_iter().filter(|r| r.chain == Chain::Reglement);
    let payload = |text: &str| match serde_json::from_str::<Payload>(text).unwrap() {
        Payload::Settlement(settlement) => *settlement,
        other => panic!("{other:?} is no settlement"),
    };
    records.map(|r| payload(&r.payload)).collect()
}

/// COR-03, COR-22: given 50 by card that was cash, when it is corrected, then card −50 and cash +50 are two dated and signed
/// entries with who and why, the drawer must hold 50 more, and the ticket, its turnover and its paper are as they were.
#[test]
fn a_card_that_was_cash() {
    use PaymentKind::{CardStandalone, Cash};
    let (shop, till) = lead_with_shift();
    let done = sell(&till, "CINQUANTE", CardStandalone, None);
    let (before, paper) = (till.report(), till.preview(done.document_id));
    let row = open(&till, done.document_id);
    assert!(row.payment_correctable && row.payment_corrections.is_empty());
    shop.clock.advance_s(600);
    let made = correct(&till, done.document_id, CardStandalone, Cash);
    assert_eq!(
        (made.from.as_str(), made.to.as_str(), made.amount),
        ("Carte bancaire", "Espèces", Money(50_00))
    );

    let legs = settlements(&shop);
    let amounts: Vec<(PaymentKind, Money)> =
        legs.iter().map(|l| (l.payment.kind, l.payment.amount)).collect();
    assert_eq!(amounts, [(CardStandalone, Money(-50_00)), (Cash, Money(50_00))]);
    for leg in &legs {
        assert_eq!(leg.document.as_deref(), Some(done.number.as_str()));
        assert_eq!(leg.reason, "mauvaise touche");
        assert_eq!(leg.header.operator.as_ref().unwrap().name, till.session.user.name);
        assert_eq!(leg.pair.as_ref().unwrap().of, made.number);
    }
    let after = till.report();
    assert_eq!(of_method(&before, CardStandalone), Some((1, Money(50_00))));
    assert_eq!((of_method(&after, CardStandalone), of_method(&after, Cash)), (None, Some((1, Money(50_00)))));
    assert_eq!(after.expected_cash, before.expected_cash + Money(50_00));
    assert_eq!((after.cash_corrected, after.corrections.as_slice()), (Money(50_00), &[made.clone()][..]));
    assert_eq!((after.total, after.perpetual_total), (before.total, before.perpetual_total));
    assert_eq!(till.preview(done.document_id), paper, "the ticket is untouched");
    let now = open(&till, done.document_id);
    assert_eq!((now.payments, now.payment_corrections), (row.payments, vec![made]));
    assert_sound(&shop);
    assert_replays(&shop);
}

/// COR-06: 50 by card was really 30 by card and 20 in cash; corrections follow corrections, back to where it began, and
/// never take back more than what stands.
#[test]
fn parts_and_corrections_of_corrections() {
    use PaymentKind::{CardStandalone, Cash, Cheque};
    let (shop, till) = lead_with_shift();
    let id = sell(&till, "CINQUANTE", CardStandalone, None).document_id;
    let part = PaymentCorrect { amount: Some(Money(20_00)), ..request(&till, id, (CardStandalone, Cash)) };
    let _: PaymentCorrection = till.ask("payment_correct", part.clone());
    let stands: Vec<(PaymentKind, Money)> =
        check(&till, id).payments.iter().map(|p| (p.kind, p.amount)).collect();
    assert_eq!(stands, [(CardStandalone, Money(30_00)), (Cash, Money(20_00))]);
    let report = till.report();
    assert_eq!(of_method(&report, CardStandalone), Some((1, Money(30_00))), "it is still a payment by card");
    assert_eq!(of_method(&report, Cash), Some((1, Money(20_00))));
    let again = PaymentCorrect { amount: Some(Money(30_01)), ..part };
    let fault = crate::world::refuses(&shop, api::FaultCode::PaymentExceedsStanding, || {
        till.refused("payment_correct", again)
    });
    assert_eq!(fault.params["available"], 30_00);
    correct(&till, id, Cash, Cheque);
    correct(&till, id, Cheque, CardStandalone);
    let stands: Vec<Money> = check(&till, id).payments.iter().map(|p| p.amount).collect();
    assert_eq!(stands, [Money(30_00), Money(20_00)], "two payments by card: each keeps its own history");
    let report = till.report();
    assert_eq!((of_method(&report, Cash), of_method(&report, Cheque)), (None, None));
    assert_eq!(of_method(&report, CardStandalone), Some((2, Money(50_00))));
    assert_eq!((report.cash_corrected, report.expected_cash), (Money(0), Money(100_00)));
    assert_eq!(open(&till, id).payment_corrections.len(), 3);
    assert_sound(&shop);
    assert_replays(&shop);
}

/// Cash with change goes back as what stayed in the drawer; what it becomes needs the details of its method.
#[test]
fn cash_with_change_that_was_a_cheque() {
    use PaymentKind::{Cash, Cheque};
    let (shop, till) = lead_with_shift();
    let id = sell(&till, "DOUZE", Cash, Some(20_00)).document_id;
    let cheque =
        PaymentCorrect { reference: Some("0004711".to_owned()), ..request(&till, id, (Cash, Cheque)) };
    let _: PaymentCorrection = till.ask("payment_correct", cheque);
    let legs = settlements(&shop);
    assert_eq!((legs[0].payment.received, legs[0].payment.change), (Money(-12_00), Money(0)));
    assert_eq!(legs[1].payment.reference.as_deref(), Some("0004711"));
    assert_eq!(till.report().expected_cash, Money(100_00));
    assert_sound(&shop);
}

/// In Québec what was handed over was rounded: a card was not, and the rounding goes back with the cash.
#[test]
fn rounded_cash_that_was_a_card() {
    use PaymentKind::{CardStandalone, Cash};
    let shop = TestShop::quebec();
    let till = shop.till(Role::Manager, "C01");
    till.open_shift(100_00);
    till.new_article("ARR", 10_02, "Détaxé");
    let id = sell(&till, "ARR", Cash, None).document_id;
    assert_eq!((till.report().expected_cash, till.report().rounding), (Money(110_00), Money(-2)));
    let part = PaymentCorrect { amount: Some(Money(5_00)), ..request(&till, id, (Cash, CardStandalone)) };
    crate::world::refuses(&shop, api::FaultCode::AmountOutOfRange, || till.refused("payment_correct", part));
    correct(&till, id, Cash, CardStandalone);
    let report = till.report();
    assert_eq!((report.expected_cash, report.rounding), (Money(100_00), Money(0)));
    assert_eq!(of_method(&report, CardStandalone), Some((1, Money(10_02))));
    correct(&till, id, CardStandalone, Cash);
    assert_eq!((till.report().expected_cash, till.report().rounding), (Money(110_00), Money(-2)));
    assert_sound(&shop);
    assert_replays(&shop);
}

/// Cancelling a corrected ticket gives back what really came in.
#[test]
fn a_cancellation_gives_back_the_real_method() {
    use PaymentKind::{CardStandalone, Cash};
    let (shop, till) = lead_with_shift();
    let id = sell(&till, "VINGT", CardStandalone, None).document_id;
    correct(&till, id, CardStandalone, Cash);
    let cancel = api::types::DocumentCancel { document_id: id, reason: "erreur".to_owned(), print: false };
    let done: SaleDone = till.ask("document_cancel", cancel);
    let given: Vec<(PaymentKind, Money)> = done.tenders.iter().map(|t| (t.kind, t.amount)).collect();
    assert_eq!(given, [(Cash, Money(-20_00))]);
    assert_eq!(till.report().expected_cash, Money(100_00));
    assert_sound(&shop);
    assert_replays(&shop);
}

/// The slip has both legs, their numbers and extracts, and can be printed again.
#[test]
fn the_slip_has_both_legs() {
    use PaymentKind::{CardStandalone, Cash};
    let (shop, till) = lead_with_shift();
    let printer = with_printer(&shop, "C01");
    let id = sell(&till, "VINGT", CardStandalone, None).document_id;
    let with_slip = PaymentCorrect { print: true, ..request(&till, id, (CardStandalone, Cash)) };
    let made: PaymentCorrection = till.ask("payment_correct", with_slip);
    let again = api::types::PaymentCorrectionRef { number: made.number.clone() };
    let job: PrintJobView = till.ask("payment_correction_print", again);
    assert_eq!(job.title, made.number);
    wait_until_printed(&till);
    let jobs = printer.wait_for_jobs(2, std::time::Duration::from_secs(10));
    for job in &jobs {
        let text = job.text.split_whitespace().collect::<Vec<_>>().join(" ");
        for wanted in [
            "CORRECTION DE RÈGLEMENT",
            "Repris sur : Carte bancaire -20,00 EUR",
            "Porté sur : Espèces 20,00 EUR",
            made.number.as_str(),
            made.second.as_str(),
            made.extracts[0].as_str(),
            made.extracts[1].as_str(),
            "Motif : mauvaise touche",
        ] {
            assert!(text.contains(wanted), "{wanted} is not in {text}");
        }
    }
}
