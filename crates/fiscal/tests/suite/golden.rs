//! The golden vectors of fiscal.md 7.3, and the JSON of every schema, to the character.

use crate::common::DeterministicSigner;
use crate::common::samples::{self, OPENING};
use domain::country::PriceMode;
use domain::ids::DocumentId;
use domain::money::{Money, Rate};
use fiscal::layout::{Fields, rate_totals};
use fiscal::signing::{VerifyError, verify_signature};
use fiscal::{
    CanonicalJson, Chain, ChainHead, Draft, DuplicatePayload, DuplicatedDocument, GrandTotalV1, Header,
    JetEvent, JetPayload, JetV1, Operation, Payload, PerpetualTotals, Scope, Signer as _, Software, Stamp,
    TerminalHeads, TicketPayload, VatRow, extract, seal,
};

const SIG_1: &str = "W6E0Q10oVNAjyROcflM5IfH_NheeriPcv5dlp3R1EmxZkaV7uyGADbzBh7S8Vl0WpekEaQX5XufJ7uqOgXsb1Q";
const SIG_2: &str = "faQe-ps_MJa_ybJoIY96OhPfXXc5oh_xS6bkgMhJqaO6MElmlLDXrT5ENNGxq75ZvyQntimQ67Q8zzuyGFYzrw";
const DATA_1: &str = "2000:1250|0550:1055,2305,20261121093005,T1-00000001,VENTE,\
    015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862,N,";
const DATA_2: &str = "2000:-1250,-1250,20261121093512,T1-00000002,ANNULATION,\
    7e8059f495589fcd981232cc11d00b00da3802c01d688fa1cf1f6bed6e5bb33c,O,";

fn row(rate: i64, gross: i64) -> VatRow {
    let money = Money(gross);
    let (code, name, letter) = (String::new(), String::new(), String::new());
    VatRow { code, name, letter, rate: Rate(rate), base: money, tax: Money(0), gross: money }
}

fn draft(
    number: &str,
    seconds: i64,
    operation: Operation,
    rows: &[VatRow],
    payload: &serde_json::Value,
) -> Draft {
    let vat = rate_totals(rows).unwrap();
    let at = Stamp::from_unix(seconds, 60).unwrap();
    let total = vat.iter().map(|r| r.gross).sum();
    let header = samples::header(number.to_owned(), seconds);
    Draft {
        terminal_id: samples::terminal().id,
        doc_no: number.to_owned(),
        kind: operation.as_str().to_owned(),
        operator_id: String::new(),
        total,
        vat: vat.clone(),
        payload: CanonicalJson::of(payload).unwrap(),
        fields: Fields::Ticket {
            vat,
            total,
            ts_local: at.ts_local.clone(),
            number: number.to_owned(),
            operation: operation.as_str().to_owned(),
        },
        at,
        software: header.software,
    }
}

#[test]
fn the_golden_vectors_of_the_specification_come_out_to_the_character() {
    let signer = DeterministicSigner::golden();
    let mut heads = TerminalHeads { global_seq: 1, ..TerminalHeads::genesis(samples::terminal().id) };
    // Given in rising order: the layout sorts them.
    let rows = [row(5_500, 1_055), row(20_000, 1_250)];
    let first = draft("T1-00000001", OPENING, Operation::Vente, &rows, &serde_json::json!({"a": 1}));
    let record = seal(&first, &heads, &signer).unwrap();
    assert_eq!(first.fields.data(&record.payload_sha256, &record.prev_sig), DATA_1);
    assert_eq!(record.sig, SIG_1);
    assert_eq!(extract(&record.sig), "E0yM");

    heads.advance(&record);
    let rows = [row(20_000, -1_250)];
    let second =
        draft("T1-00000002", OPENING + 307, Operation::Annulation, &rows, &serde_json::json!({"a": 2}));
    let record = seal(&second, &heads, &signer).unwrap();
    assert_eq!(second.fields.data(&record.payload_sha256, &record.prev_sig), format!("{DATA_2}{SIG_1}"));
    assert_eq!(record.sig, SIG_2);
    assert_eq!(extract(&record.sig), "Qsy9");
}

#[test]
fn ring_accepts_the_deterministic_signatures_and_refuses_everything_else() {
    let signer = DeterministicSigner::golden();
    let point = signer.key().verifying_key().to_encoded_point(true);
    let compressed: String = point.as_bytes().iter().map(|b| format!("{b:02x}")).collect();
    assert_eq!(compressed, "0212ce64773a125323f645b4cd25c4d091e2411fb8b468c4afb83cc27ae23a25dc");

    let second = format!("{DATA_2}{SIG_1}");
    let raw_point = &signer.spki()[26..];
    for (data, sig) in [(DATA_1, SIG_1), (&second, SIG_2)] {
        assert_eq!(verify_signature(signer.spki(), data.as_bytes(), sig), Ok(()), "SPKI");
        assert_eq!(verify_signature(raw_point, data.as_bytes(), sig), Ok(()), "point");
    }
    let refused =
        |key: &[u8], data: &str, sig: &str| verify_signature(key, data.as_bytes(), sig).unwrap_err();
    assert_eq!(refused(signer.spki(), DATA_1, SIG_2), VerifyError::Mismatch);
    assert_eq!(refused(DeterministicSigner::from_seed("other").spki(), DATA_1, SIG_1), VerifyError::Mismatch);
    assert_eq!(refused(signer.spki(), DATA_1, &SIG_1[..85]), VerifyError::Encoding);
    assert_eq!(refused(signer.spki(), DATA_1, &format!("{SIG_1}==")), VerifyError::Encoding);
    assert_eq!(refused(&raw_point[1..], DATA_1, SIG_1), VerifyError::Key);
}

#[test]
fn spki_and_key_id_are_those_of_an_independent_implementation() {
    use p256::pkcs8::EncodePublicKey as _;
    let signer = DeterministicSigner::golden();
    let der = signer.key().verifying_key().to_public_key_der().unwrap();
    assert_eq!(signer.spki(), der.as_bytes());
    assert_eq!(signer.key_id().len(), 22);
}

/// A schema that was published never changes: these files are what `…/1` means.
#[test]
fn payloads_keep_their_published_json() {
    let signed_by = |fiscal_version: &str| {
        let header = samples::header("N-00000001".to_owned(), OPENING);
        let software = Software { fiscal_version: fiscal_version.to_owned(), ..header.software };
        Header { software, ..header }
    };
    let header = || signed_by("F.1");
    let exempt = samples::exempt_ticket(signed_by("F.3"));
    let invoice = samples::invoice_of(&samples::discounted_ticket(signed_by("F.3")), signed_by("F.3"));
    let plain =
        samples::ticket(PriceMode::TaxInclusive, header(), Operation::Vente, &samples::bread_and_book());
    let total = GrandTotalV1 {
        header: header(),
        scope: Scope::Jour,
        period_key: "2026-11-21".into(),
        document: None,
        vat: plain.vat.clone(),
        period_total: plain.totals.total,
        perpetual: PerpetualTotals { real: Money(2_305), abs: Money(2_305) },
    };
    let duplicate = DuplicatePayload {
        header: header(),
        document_type: DuplicatedDocument::FactureAcompte,
        document: DocumentId(samples::uuid(500)),
        original_number: "T1-00000001".into(),
        original_terminal: samples::terminal().id,
        reprint_number: 1,
    };
    let JetPayload { header: jet, code, official_code, label, info, .. } =
        JetPayload::new(header(), JetEvent::TerminalStarted, "0.1.0");
    let jet = JetV1 { header: jet, code, official_code, label, info };
    let files: [(Payload, &str); 5] = [
        (exempt.into(), include_str!("golden/ticket-3.json")),
        (invoice.into(), include_str!("golden/ticket-3-invoice.json")),
        (Payload::GrandTotalV1(Box::new(total)), include_str!("golden/gt-1.json")),
        (Payload::JetV1(Box::new(jet)), include_str!("golden/jet-1.json")),
        (duplicate.into(), include_str!("golden/duplicata-1.json")),
    ];
    files.iter().for_each(|(payload, published)| is_published(payload, published));
    let discounted = samples::discounted_ticket(signed_by("F.2"));
    older_schema(include_str!("golden/ticket-2.json"), &discounted, "\"mentions\":[],");
    older_schema(include_str!("golden/ticket-1.json"), &plain, "\"discounts\":0,");
}

/// The payload is written and read to the character, and refuses a field that its schema does not know.
pub fn is_published(payload: &Payload, published: &str) {
    let text = CanonicalJson::of(payload).unwrap();
    assert_eq!(text.as_str(), published.trim_end());
    assert_eq!(&serde_json::from_str::<Payload>(published).unwrap(), payload);
    let more = published.replacen('{', r#"{"added":1,"#, 1);
    assert!(serde_json::from_str::<Payload>(&more).is_err(), "unknown fields are refused");
}

/// An older ticket is read as one of today without what it did not know, and written again to the character; a
/// field of the next schema is unknown to it.
fn older_schema(published: &str, today: &TicketPayload, field_of_next: &str) {
    let read: Payload = serde_json::from_str(published).unwrap();
    assert!(matches!(read, Payload::TicketV1(_) | Payload::TicketV2(_)));
    assert_eq!(CanonicalJson::of(&read).unwrap().as_str(), published.trim_end());
    assert_eq!(read.ticket().as_deref(), Some(today));
    assert_eq!(read.into_ticket().as_ref(), Some(today));
    let newer = published.replacen("\"note\"", &format!("{field_of_next}\"note\""), 1);
    assert!(serde_json::from_str::<Payload>(&newer).is_err(), "{field_of_next} is unknown");
    let newer = published.replacen("\"taxes\"", "\"set_amount\":false,\"taxes\"", 1);
    assert!(serde_json::from_str::<Payload>(&newer).is_err(), "fields of newer lines are unknown");
}

#[test]
fn a_chain_head_of_any_type_is_continued() {
    let signer = DeterministicSigner::golden();
    let mut heads = TerminalHeads { global_seq: 41, ..TerminalHeads::genesis(samples::terminal().id) };
    heads.chains.insert(Chain::Ticket, ChainHead { seq: 9, sig: SIG_1.into() });
    let next = draft("T1-00000010", OPENING, Operation::Vente, &[], &serde_json::json!({}));
    let record = seal(&next, &heads, &signer).unwrap();
    assert_eq!((record.global_seq, record.chain_seq, record.prev_sig.as_str()), (42, 10, SIG_1));
    assert_eq!(record.prev_global, heads.link_global);
    assert_eq!(record.link_global.len(), 64);
}
