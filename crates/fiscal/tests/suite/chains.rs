//! A sound history verifies; every way to break the rules between records is found by name.

use crate::common::DeterministicSigner;
use crate::common::samples::{self, bread_and_book};
use crate::common::till::{Till, sold_taxes, two_days, verify};
use domain::country::PriceMode;
use domain::money::{Money, Quantity};
use fiscal::verify::{Defect, Report, TicketFigure, TrustedKey, TrustedKeys, Verdict, Verifier};
use fiscal::{
    Chain, Draft, JetEvent, JetPayload, Operation, Payload, PerpetualTotals, Scope, SealError, Signer,
    SignerError, TerminalHeads, seal,
};
use proptest::prelude::*;

fn defects(report: &Report) -> Vec<&Defect> {
    report.findings.iter().map(|f| &f.defect).collect()
}

/// FISC-01, FISC-05: sales, a return, duplicates, events and all closings verify, and the totals add up.
#[test]
fn a_sound_history_verifies() {
    let till = two_days();
    let report = till.verify();
    assert_eq!(report.findings, []);
    assert_eq!(report.verdict(), Verdict::Sound);
    assert_eq!(report.records, u64::try_from(till.records.len()).unwrap());
    assert_eq!(report.heads, till.heads);
    assert_eq!(report.perpetual, Some(PerpetualTotals { real: Money(2_305), abs: Money(4_805) }));
}

#[test]
fn verification_can_start_at_any_record() {
    let till = two_days();
    let mut heads = TerminalHeads::genesis(samples::terminal().id);
    for start in 0..till.records.len() {
        let mut verifier = Verifier::resume(heads.clone(), till.signer.trusted(), None);
        till.records[start..].iter().for_each(|r| verifier.push(r));
        let report = verifier.finish(Some(&till.heads));
        assert_eq!(report.findings, [], "from record {start}");
        heads.advance(&till.records[start]);
    }
}

#[test]
fn a_missing_tail_is_seen_with_the_anchor_only() {
    let till = two_days();
    let mut verifier = Verifier::new(till.signer.trusted());
    let kept = &till.records[..till.records.len() - 1];
    kept.iter().for_each(|r| verifier.push(r));
    assert_eq!(verifier.finish(None).verdict(), Verdict::Sound);

    let report = verify(kept, &till);
    let last = till.heads.global_seq;
    assert_eq!(defects(&report), [&Defect::Anchor { anchored: last, found: last - 1 }]);
    assert_eq!(report.findings[0].position.global_seq, last - 1);
    let empty = Verifier::new(till.signer.trusted());
    let lost = TerminalHeads { global_seq: 1, ..till.heads.clone() };
    assert_eq!(empty.finish(Some(&lost)).verdict(), Verdict::Broken, "all records are missing");
}

#[test]
fn nothing_is_sealed_before_the_journal_is_initialised() {
    let mut till = Till::bare();
    let header = till.header(Chain::Jet);
    let payload = JetPayload::new(header, JetEvent::TerminalStarted, "").into();
    let draft = Draft::of(&payload).unwrap();
    assert!(matches!(seal(&draft, &till.heads, &till.signer), Err(SealError::NotInitialised)));
    let elsewhere = TerminalHeads::genesis(samples::uuid(99).into());
    assert!(matches!(seal(&draft, &elsewhere, &till.signer), Err(SealError::WrongTerminal)));

    till.heads.global_seq = 1;
    let mut record = seal(&draft, &till.heads, &till.signer).unwrap();
    record.global_seq = 1;
    let report = verify(&[record], &till);
    assert!(defects(&report).contains(&&Defect::NotInitialised), "and the verifier wants it too");
}

struct LockedKey(DeterministicSigner);

impl Signer for LockedKey {
    fn sign(&self, _: &[u8]) -> Result<[u8; 64], SignerError> {
        Err(SignerError::KeyUnavailable)
    }
    fn spki(&self) -> &[u8] {
        self.0.spki()
    }
}

#[test]
fn what_cannot_be_signed_numbered_or_written_is_an_error() {
    let mut till = Till::open();
    let header = till.header(Chain::Ticket);
    let ticket = samples::ticket(PriceMode::TaxInclusive, header, Operation::Vente, &bread_and_book());
    let draft = Draft::of(&ticket.clone().into()).unwrap();
    let locked = LockedKey(DeterministicSigner::golden());
    let refused = seal(&draft, &till.heads, &locked).unwrap_err();
    assert!(matches!(refused, SealError::Signer(SignerError::KeyUnavailable)));
    let full = TerminalHeads { global_seq: i64::MAX, ..till.heads.clone() };
    assert!(matches!(seal(&draft, &full, &till.signer), Err(SealError::Overflow(_))));
    let mut unsafe_amount = ticket;
    unsafe_amount.payments[0].received = Money(1 << 53);
    assert!(matches!(Draft::of(&unsafe_amount.into()), Err(SealError::Canonical(_))));
}

#[test]
fn texts_are_normalised_once_and_stay_verifiable() {
    let mut till = Till::open();
    let header = till.header(Chain::Jet);
    let mut event = JetPayload::new(header, JetEvent::ParameterChanged, "cafe\u{301}, oe\u{300}");
    event.label = "Modifie\u{301}".into();
    till.put(event);
    assert!(till.records[2].payload.contains("café") && till.records[2].payload.contains("Modifié"));
    assert_eq!(till.verify().findings, []);
}

#[test]
fn a_new_key_announces_itself() {
    let mut till = Till::open();
    let old = TrustedKey::new(till.signer.spki(), 1).unwrap();
    till.signer = DeterministicSigner::from_seed("second key");
    let new = TrustedKey::new(till.signer.spki(), 3).unwrap();
    let keys = TrustedKeys::new(samples::terminal().id, vec![new, old.clone()]);
    let run = |till: &Till, keys: &TrustedKeys| {
        let mut verifier = Verifier::new(keys.clone());
        till.records.iter().for_each(|r| verifier.push(r));
        verifier.finish(None)
    };
    till.event(JetEvent::KeyRotated, "");
    assert_eq!(defects(&run(&till, &keys)), [&Defect::KeyNotCountersigned], "the old key may be lost");
    let golden = DeterministicSigner::golden();
    let sig = fiscal::signing::encode_signature(&golden.sign(till.signer.spki()).unwrap());
    for (by, signed, expected) in [
        (golden.key_id(), sig.clone(), vec![]),
        (till.signer.key_id(), sig, vec![&Defect::KeyCountersignature]),
        (golden.key_id(), till.records[0].sig.clone(), vec![&Defect::KeyCountersignature]),
    ] {
        let new = TrustedKey::new(till.signer.spki(), 3).unwrap().countersigned(&by, &signed);
        let keys = TrustedKeys::new(samples::terminal().id, vec![new, old.clone()]);
        assert_eq!(defects(&run(&till, &keys)), expected);
        let trusted = std::collections::BTreeSet::from([golden.key_id()]);
        assert_eq!(keys.unproven(&trusted).is_empty(), expected.is_empty());
    }
    till.signer = DeterministicSigner::golden();
    till.event(JetEvent::TerminalStarted, "");
    let report = run(&till, &keys);
    let found = [
        &Defect::KeyNotCountersigned,
        &Defect::KeyNotInForce,
        &Defect::KeyChangeNotAnnounced,
        &Defect::KeyNotCountersigned,
    ];
    assert_eq!(defects(&report), found);
    let report = run(&till, &TrustedKeys::new(samples::terminal().id, vec![old]));
    assert_eq!(defects(&report)[0], &Defect::UnknownKey);
}

#[test]
fn a_clock_that_falls_behind_is_a_warning_beyond_the_tolerance() {
    let mut till = Till::open();
    till.wait(-121);
    till.event(JetEvent::ClockAnomaly, "");
    assert_eq!(till.verify().findings, [], "120 seconds are tolerated");
    till.wait(-181);
    till.event(JetEvent::ClockOverridden, "");
    let report = till.verify();
    assert_eq!(defects(&report), [&Defect::ClockBehind { seconds: 180 }]);
    assert_eq!(report.verdict(), Verdict::Warnings);
}

/// What the arithmetic of one ticket must be: each change is signed properly and still found.
#[test]
fn a_signed_ticket_that_does_not_add_up_is_found() {
    type Change = fn(&mut fiscal::TicketPayload);
    let changes: [(Change, TicketFigure); 8] = [
        (|t| t.line_count = 3, TicketFigure::LineCount),
        (|t| t.lines[1].n = 3, TicketFigure::LineCount),
        (|t| t.lines[0].quantity = Quantity(20_000), TicketFigure::LineTotal { n: 1 }),
        (|t| t.vat[0].base += Money(1), TicketFigure::Vat),
        (|t| t.totals.tax += Money(1), TicketFigure::Totals),
        (|t| t.payments[0].change += Money(1), TicketFigure::Payments),
        (|t| t.payments.clear(), TicketFigure::Payments),
        (|t| t.lines[0].total = Money(1 << 52), TicketFigure::Range),
    ];
    for (change, figure) in changes {
        let mut till = Till::open();
        let header = till.header(Chain::Ticket);
        let mut ticket = samples::ticket(till.mode, header, Operation::Vente, &bread_and_book());
        change(&mut ticket);
        till.put(ticket.clone());
        till.grand_total_of(&ticket);
        assert_eq!(defects(&till.verify()), [&Defect::Ticket(figure)]);
    }
}

#[test]
fn grand_totals_repeat_their_ticket_and_continue_the_sums() {
    let mut till = Till::open();
    let header = till.header(Chain::Ticket);
    let ticket = samples::ticket(till.mode, header, Operation::Vente, &bread_and_book());
    till.put(ticket.clone());
    assert_eq!(defects(&till.verify()), [&Defect::GrandTotalMissing { ticket: "T1-00000001".into() }]);

    till.grand_total_of(&ticket);
    till.grand_total_of(&ticket);
    assert_eq!(defects(&till.verify()), [&Defect::GrandTotalOfTicket], "a second one stands alone");

    let mut till = Till::open();
    till.perpetual = PerpetualTotals { real: Money(100), abs: Money(100) };
    till.ticket(Operation::Vente, &bread_and_book());
    let expected = Some(PerpetualTotals { real: Money(2_305), abs: Money(2_305) });
    assert_eq!(defects(&till.verify()), [&Defect::Perpetual { expected }]);
}

/// FISC-05: a closing is the sum of its period, in order, once, and nothing is dated in it afterwards.
#[test]
fn closings_are_the_sum_of_their_period() {
    let mut till = Till::open();
    let sale = till.ticket(Operation::Vente, &bread_and_book());
    till.close(Scope::Jour, "2026-11-21", sale.vat.clone(), Money(2_304));
    assert_eq!(defects(&till.verify()), [&Defect::PeriodTotal { expected: Money(2_305) }]);
    till.close(Scope::Jour, "2026-11-21", vec![], Money(0));
    let closed = || Defect::PeriodClosed { closed: "2026-11-21".into() };
    assert_eq!(defects(&till.verify())[1..], [&closed()]);
    till.ticket(Operation::Vente, &[(1_000_000, 10_000, sold_taxes())]);
    assert_eq!(defects(&till.verify())[2..], [&closed()]);
    let open = Defect::ClosingMissing { period: "2026-11-21".into() };
    till.close(Scope::Mois, "2026-11", sale.vat, Money(2_304));
    assert_eq!(defects(&till.verify())[3..], [&open]);
    till.close(Scope::Exercice, "2026", vec![], Money(2_304));
    assert_eq!(defects(&till.verify())[4..], [&Defect::PeriodVat, &open]);
}

/// PRT-11: each duplicate refers to a document that exists and takes the next number.
#[test]
fn duplicates_refer_to_a_document_and_are_numbered() {
    let mut till = Till::open();
    till.ticket(Operation::Vente, &bread_and_book());
    till.duplicate("T1-00000001", 1);
    till.duplicate("T1-00000001", 3);
    assert_eq!(defects(&till.verify()), [&Defect::ReprintNumber { expected: 2 }]);
    till.duplicate("T1-00000009", 1);
    let unknown = Defect::UnknownOriginal { number: "T1-00000009".into() };
    assert_eq!(defects(&till.verify())[1..], [&unknown]);
}

#[test]
fn ticket_numbers_are_continuous_from_one() {
    for (first, second, sound) in [(1, 2, true), (1, 3, false), (2, 3, false), (1, 1, false)] {
        let mut till = Till::open();
        for n in [first, second] {
            let mut header = till.header(Chain::Ticket);
            header.number = format!("T1-{n:08}");
            let ticket = samples::ticket(till.mode, header, Operation::Vente, &bread_and_book());
            till.put(ticket.clone());
            till.grand_total_of(&ticket);
        }
        assert_eq!(till.verify().findings.is_empty(), sound, "{first} then {second}");
    }
}

fn any_item() -> impl Strategy<Value = samples::Item> {
    let vat = samples::vat;
    let sets = prop::sample::select(vec![
        vec![],
        vec![vat("TVA20", "A", 20_000)],
        vec![vat("TVA55", "B", 5_500)],
        vec![vat("TPS", "F", 5_000), vat("TVQ", "Q", 9_975)],
    ]);
    (0i64..2_000_000_000, prop_oneof![-50_000i64..0, 1i64..50_000], sets)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_basket_that_the_domain_can_total_is_sealed_and_verifies(
        baskets in prop::collection::vec(prop::collection::vec(any_item(), 1..6), 1..4),
        inclusive in any::<bool>(),
    ) {
        let mut till = Till::open();
        till.mode = if inclusive { PriceMode::TaxInclusive } else { PriceMode::TaxExclusive };
        for basket in &baskets {
            till.ticket(Operation::Vente, basket);
        }
        prop_assert_eq!(till.verify().findings, vec![]);
        for record in &till.records {
            let payload: Payload = serde_json::from_str(&record.payload).unwrap();
            let draft = Draft::of(&payload).unwrap();
            prop_assert_eq!(draft.payload.as_str(), &record.payload);
        }
    }
}
