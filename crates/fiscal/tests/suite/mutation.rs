//! Whatever is changed, removed, added or moved in the records is found (fiscal.md 8.3).

use crate::common::DeterministicSigner;
use crate::common::samples;
use crate::common::till::{Till, two_days, verify};
use domain::money::Money;
use fiscal::verify::{Column, Defect, Report, Verdict, Verifier};
use fiscal::{CanonicalJson, Chain, Draft, FiscalRecord, Payload, TerminalHeads, seal};

type Text = fn(&mut FiscalRecord) -> &mut String;

const TEXTS: [(&str, Text); 17] = [
    ("terminal_id", |r| &mut r.terminal_id),
    ("doc_no", |r| &mut r.doc_no),
    ("kind", |r| &mut r.kind),
    ("ts_utc", |r| &mut r.ts_utc),
    ("ts_local", |r| &mut r.ts_local),
    ("operator_id", |r| &mut r.operator_id),
    ("vat_json", |r| &mut r.vat_json),
    ("payload", |r| &mut r.payload),
    ("payload_sha256", |r| &mut r.payload_sha256),
    ("layout", |r| &mut r.layout),
    ("prev_sig", |r| &mut r.prev_sig),
    ("sig", |r| &mut r.sig),
    ("key_id", |r| &mut r.key_id),
    ("prev_global", |r| &mut r.prev_global),
    ("link_global", |r| &mut r.link_global),
    ("sw_version", |r| &mut r.sw_version),
    ("fiscal_version", |r| &mut r.fiscal_version),
];

/// Verifies one record, and its successor, after the heads before it.
fn around(till: &Till, index: usize, changed: &FiscalRecord) -> Report {
    let mut heads = TerminalHeads::genesis(samples::terminal().id);
    till.records[..index].iter().for_each(|r| heads.advance(r));
    let mut verifier = Verifier::resume(heads, till.signer.trusted(), None);
    verifier.push(changed);
    till.records.get(index + 1).into_iter().for_each(|r| verifier.push(r));
    verifier.finish(None)
}

/// The last record of each type in the history: its previous signature is not empty.
fn one_of_each(till: &Till) -> Vec<usize> {
    let last = |chain| till.records.iter().rposition(|r| r.chain == chain);
    [Chain::Ticket, Chain::Facture, Chain::Gt, Chain::Jet, Chain::Duplicata]
        .into_iter()
        .filter_map(last)
        .collect()
}

/// FISC-01: a flipped bit in any byte of any text column of any type of record is reported at its position.
#[test]
fn every_byte_of_every_text_column_counts() {
    let till = two_days();
    let mut flipped = 0;
    for index in one_of_each(&till) {
        let original = &till.records[index];
        for (name, column) in TEXTS {
            for at in 0..column(&mut original.clone()).len() {
                let mut changed = original.clone();
                let mut bytes = column(&mut changed).clone().into_bytes();
                bytes[at] ^= 1;
                *column(&mut changed) = String::from_utf8(bytes).unwrap();
                let report = around(&till, index, &changed);
                assert_eq!(report.verdict(), Verdict::Broken, "{name}[{at}] of {}", original.doc_no);
                assert_eq!(report.findings[0].position.global_seq, original.global_seq);
                flipped += 1;
            }
        }
    }
    assert!(flipped > 5_000, "{flipped} bytes");
}

#[test]
fn every_number_and_the_chain_count() {
    let till = two_days();
    let changes: [fn(&mut FiscalRecord); 6] = [
        |r| r.global_seq += 1,
        |r| r.chain_seq -= 1,
        |r| r.utc_off_min += 60,
        |r| r.ttc_cents += Money(1),
        |r| r.chain = Chain::Archive,
        |r| r.payload.push(' '),
    ];
    for index in 0..till.records.len() {
        for (n, change) in changes.iter().enumerate() {
            let mut changed = till.records[index].clone();
            change(&mut changed);
            assert_eq!(around(&till, index, &changed).verdict(), Verdict::Broken, "change {n} of {index}");
        }
    }
}

#[test]
fn a_column_that_contradicts_the_payload_is_named() {
    let till = two_days();
    let mut changed = till.records[2].clone();
    changed.ttc_cents = Money(1);
    let report = around(&till, 2, &changed);
    assert_eq!(report.findings.len(), 1);
    assert_eq!(report.findings[0].defect, Defect::Column(Column::Total));
    assert_eq!(report.findings[0].position.doc_no, "T1-00000001");
}

/// FISC-01, FISC-02: no record can be removed, repeated or moved.
#[test]
fn deletions_repetitions_and_swaps_are_found_everywhere() {
    let till = two_days();
    let changed = |change: &dyn Fn(&mut Vec<FiscalRecord>)| {
        let mut records = till.records.clone();
        change(&mut records);
        verify(&records, &till).verdict()
    };
    for i in 0..till.records.len() {
        assert_eq!(changed(&|r| drop(r.remove(i))), Verdict::Broken, "without {i}");
        assert_eq!(changed(&|r| r.insert(i, r[i].clone())), Verdict::Broken, "{i} twice");
        assert_eq!(changed(&|r| r.truncate(i)), Verdict::Broken, "cut at {i}");
        for j in 0..i {
            assert_eq!(changed(&|r| r.swap(i, j)), Verdict::Broken, "{j} and {i} swapped");
        }
    }
}

/// Seals the same payloads again, from `from` on, with another key.
fn resealed(till: &Till, from: usize, forger: &DeterministicSigner) -> Vec<FiscalRecord> {
    let mut records = till.records[..from].to_vec();
    let mut heads = TerminalHeads::genesis(samples::terminal().id);
    records.iter().for_each(|r| heads.advance(r));
    for record in &till.records[from..] {
        let payload: Payload = serde_json::from_str(&record.payload).unwrap();
        let sealed = seal(&Draft::of(&payload).unwrap(), &heads, forger).unwrap();
        heads.advance(&sealed);
        records.push(sealed);
    }
    records
}

#[test]
fn a_forger_without_the_key_is_found_whatever_he_recomputes() {
    let till = two_days();
    let forger = DeterministicSigner::from_seed("forger");
    let own = resealed(&till, 5, &DeterministicSigner::golden());
    assert_eq!(own, till.records, "the same key makes the same records");

    let forged = resealed(&till, 5, &forger);
    let report = verify(&forged, &till);
    assert_eq!(report.findings[0].defect, Defect::UnknownKey);
    assert_eq!(report.findings[0].position.global_seq, 6);

    let mut renamed = forged;
    let name = till.records[0].key_id.clone();
    renamed.iter_mut().for_each(|r| r.key_id.clone_from(&name));
    let report = verify(&renamed, &till);
    assert_eq!(report.findings[0].defect, Defect::Signature, "under the name of the real key");
}

#[test]
fn an_edited_total_is_found_even_with_hash_and_columns_recomputed() {
    let till = two_days();
    let index = till.records.iter().position(|r| r.chain == Chain::Ticket).unwrap();
    let mut payload: Payload = serde_json::from_str(&till.records[index].payload).unwrap();
    if let Payload::Ticket(ticket) = &mut payload {
        ticket.note = "a word added".into();
    }
    let text = CanonicalJson::of(&payload).unwrap();
    let mut records = till.records.clone();
    records[index].payload = text.as_str().to_owned();
    records[index].payload_sha256 = text.sha256();
    let report = verify(&records, &till);
    let defects: Vec<_> = report.findings.iter().map(|f| &f.defect).collect();
    assert_eq!(defects, [&Defect::Signature]);
}

#[test]
fn hostile_payloads_are_findings_not_crashes() {
    let till = two_days();
    let ticket = till.records.iter().find(|r| r.chain == Chain::Ticket).unwrap();
    let hostile = [
        ticket.payload.replace("20000", "-100000"),
        ticket.payload.replace(":1250", ":9007199254740991"),
        ticket.payload.replace(":1250", ":-9223372036854775808"),
        ticket.payload.replace(":1250", ":12.5"),
        ticket.payload.replace("\"ticket/3\"", "\"ticket/1\""),
        ticket.payload.replace("\"ticket/3\"", "\"ticket/2\""),
        ticket.payload.replace("\"ticket/3\"", "\"ticket/4\""),
        "null".to_owned(),
        "[".repeat(10_000),
        String::new(),
    ];
    for text in hostile {
        assert_ne!(text, ticket.payload);
        let mut records = till.records.clone();
        records[2].payload = text;
        assert_eq!(verify(&records, &till).verdict(), Verdict::Broken);
    }
}
