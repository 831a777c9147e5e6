//! The JSON and the DATA of the schemas that F.4 added, to the character, and that older ones are read as them.

use std::collections::BTreeMap;

use crate::common::DeterministicSigner;
use crate::common::samples::{self, OPENING, bread_and_book};
use crate::golden::is_published;
use domain::country::PriceMode;
use domain::money::Money;
use domain::payment::PaymentKind;
use fiscal::{
    Anchor, ArchivePayload, ArchiveType, BuyerSnapshot, Chain, ChainHead, DeclaredGap, Draft,
    GrandTotalPayload, Header, JetEvent, JetPayload, LastClosing, Operation, Payload, PaymentSnapshot,
    PeriodTally, PerpetualTotals, Scope, SettlementKind, SettlementPair, SettlementPayload, Software,
    TerminalHeads, TicketPayload, document_number, seal,
};

fn header(chain: Chain) -> Header {
    let header = samples::header(document_number(chain, "T1", 3), OPENING);
    Header { software: Software { fiscal_version: "F.4".into(), ..header.software }, ..header }
}

fn ticket() -> TicketPayload {
    samples::ticket(PriceMode::TaxInclusive, header(Chain::Ticket), Operation::Vente, &bread_and_book())
}

/// The first leg of a correction: cash that was a card is taken back.
fn settlement() -> SettlementPayload {
    let payment = ticket().payments[0].clone();
    let (amount, change) = (Money(-2_305), Money(0));
    SettlementPayload {
        header: header(Chain::Reglement),
        kind: SettlementKind::Correction,
        business_day: "2026-11-21".into(),
        shift: Some(ticket().shift),
        document: Some("T1-00000003".into()),
        original_terminal: samples::terminal().id,
        customer: None,
        payment: PaymentSnapshot { amount, received: amount, change, ..payment },
        pair: Some(SettlementPair { leg: 1, of: "RG-T1-00000003".into() }),
        reason: "payé par carte".into(),
    }
}

fn on_account() -> SettlementPayload {
    let customer = BuyerSnapshot::named(samples::uuid(700).into(), "Anaïs Noël".into());
    let payment = PaymentSnapshot {
        kind: PaymentKind::Cheque,
        name: "Chèque".into(),
        amount: Money(2_000),
        received: Money(2_000),
        ..settlement().payment
    };
    let kind = SettlementKind::OnAccount;
    let (document, pair, shift) = (None, None, None);
    SettlementPayload {
        kind,
        document,
        pair,
        shift,
        customer: Some(customer),
        payment,
        reason: String::new(),
        ..settlement()
    }
}

fn closing() -> GrandTotalPayload {
    let mut day = PeriodTally::default();
    day.ticket(&ticket());
    day.settlement(&settlement());
    day.duplicate();
    day.drawer_opened();
    GrandTotalPayload {
        header: header(Chain::Gt),
        scope: Scope::Jour,
        period_key: "2026-11-21".into(),
        document: None,
        vat: day.vat(),
        period_total: day.total(),
        perpetual: PerpetualTotals { real: Money(2_305), abs: Money(2_305) },
        detail: Some(day.detail(12)),
    }
}

fn archive() -> ArchivePayload {
    ArchivePayload {
        header: header(Chain::Archive),
        archive_type: ArchiveType::J,
        period_from: "2026-11-21".into(),
        period_to: "2026-11-21".into(),
        first_seq: 1,
        last_seq: 9,
        link_global: "c0".repeat(32),
        records: 9,
        vat: ticket().vat,
        total: Money(2_305),
        perpetual: PerpetualTotals { real: Money(2_305), abs: Money(2_305) },
        anomaly: false,
    }
}

fn gap() -> JetPayload {
    let heads = TerminalHeads {
        global_seq: 41,
        link_global: "ab".repeat(32),
        chains: BTreeMap::from([(Chain::Jet, ChainHead { seq: 5, sig: "sig".into() })]),
        ..TerminalHeads::genesis(samples::terminal().id)
    };
    let perpetual = PerpetualTotals { real: Money(2_305), abs: Money(2_305) };
    let closed = LastClosing { number: 12, period_key: "2026-11-20".into() };
    let anchor = Anchor {
        closings: BTreeMap::from([(Scope::Jour, closed)]),
        series: BTreeMap::from([("FA-T1-26-".into(), 4)]),
        ..heads.anchor("2026-11-21T08:00:00Z".into(), perpetual)
    };
    assert_eq!(anchor.heads(), heads);
    let gap = DeclaredGap { from_seq: 40, to_seq: 41, anchor };
    JetPayload::gap_declared(header(Chain::Jet), gap, "40-41")
}

/// A schema that was published never changes: these files are what `gt/2`, `jet/2`, `reglement/1` and `archive/1`
/// mean.
#[test]
fn payloads_of_f4_keep_their_published_json() {
    let event = JetPayload::new(header(Chain::Jet), JetEvent::TerminalStarted, "0.1.0");
    let of_ticket = GrandTotalPayload {
        scope: Scope::Ticket,
        document: Some("T1-00000003".into()),
        detail: None,
        ..closing()
    };
    let files: [(Payload, &str); 7] = [
        (settlement().into(), include_str!("golden/reglement-1.json")),
        (on_account().into(), include_str!("golden/reglement-1-account.json")),
        (closing().into(), include_str!("golden/gt-2.json")),
        (of_ticket.into(), include_str!("golden/gt-2-ticket.json")),
        (event.into(), include_str!("golden/jet-2.json")),
        (gap().into(), include_str!("golden/jet-2-gap.json")),
        (archive().into(), include_str!("golden/archive-1.json")),
    ];
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let names =
            ["reglement-1", "reglement-1-account", "gt-2", "gt-2-ticket", "jet-2", "jet-2-gap", "archive-1"];
        for ((payload, _), name) in files.iter().zip(names) {
            let file = format!("{}/tests/suite/golden/{name}.json", env!("CARGO_MANIFEST_DIR"));
            let text = fiscal::CanonicalJson::of(payload).unwrap();
            std::fs::write(file, format!("{}\n", text.as_str())).unwrap();
        }
        return;
    }
    files.iter().for_each(|(payload, published)| is_published(payload, published));
}

/// What NF525 signs of them (fiscal.md 1.3), and the columns that repeat it.
#[test]
fn settlements_and_archives_are_signed_in_their_layouts() {
    let signer = DeterministicSigner::golden();
    let heads = TerminalHeads { global_seq: 8, ..TerminalHeads::genesis(samples::terminal().id) };
    let data = |payload: Payload| {
        let draft = Draft::of(&payload).unwrap();
        let record = seal(&draft, &heads, &signer).unwrap();
        assert_eq!(record.chain, payload.chain());
        let data = draft.fields.data(&record.payload_sha256, &record.prev_sig);
        let signed = data.strip_suffix(&format!(",{},N,", record.payload_sha256)).unwrap().to_owned();
        (signed, record.kind, record.ttc_cents)
    };
    let leg = "-2305,20261121093005,RG-T1-00000003,CORRECTION,T1-00000003".to_owned();
    assert_eq!(data(settlement().into()), (leg, "CORRECTION".into(), Money(-2_305)));
    let account = "2000,20261121093005,RG-T1-00000003,SUR_COMPTE,".to_owned();
    assert_eq!(data(on_account().into()), (account, "SUR_COMPTE".into(), Money(2_000)));
    let sums = "2000:1250|0550:1055,2305,20261121093005,T1,J".to_owned();
    assert_eq!(data(archive().into()), (sums, "J".into(), Money(2_305)));
}

/// What F.1 to F.3 signed is read in the form of today, without what it did not know.
#[test]
fn older_grand_totals_and_events_are_read_as_those_of_today() {
    let total: Payload = serde_json::from_str(include_str!("golden/gt-1.json")).unwrap();
    assert!(matches!(total, Payload::GrandTotalV1(_)));
    let read = total.grand_total().unwrap();
    assert_eq!((read.period_total, read.detail.is_none()), (Money(2_305), true));
    let event: Payload = serde_json::from_str(include_str!("golden/jet-1.json")).unwrap();
    assert!(matches!(event, Payload::JetV1(_)));
    let read = event.event().unwrap();
    assert_eq!((read.info.as_str(), read.gap.is_none()), ("0.1.0", true));
    let newer = include_str!("golden/gt-1.json").replacen("\"document\"", "\"detail\":null,\"document\"", 1);
    assert!(serde_json::from_str::<Payload>(&newer).is_err(), "`detail` is unknown to gt/1");
}
