//! Archives that are not what was made: by accident, by hand, by somebody with another key, and by the shop itself.

use domain::money::Money;
use verify::Verdict::{self, Broken, Sound, Warnings};
use zip::CompressionMethod;

use crate::book::Book;
use crate::common::{DeterministicSigner, samples};
use crate::own_faults;
use crate::parts::Parts;

pub struct Damage {
    pub name: &'static str,
    pub bytes: Vec<u8>,
    pub expected: Verdict,
}

const TICKETS: &str = "records/TICKET.ndjson";
const JET: &str = "records/JET.ndjson";
const GT: &str = "records/GT.ndjson";

pub fn all() -> Vec<Damage> {
    let book = Book::two_days();
    let whole = book.whole();
    let mut all = Vec::new();
    all.extend(of_files(&whole));
    all.extend(of_records(&whole));
    all.extend(of_manifest(&whole));
    all.extend(of_container(&whole));
    all.extend(of_act(&book));
    all.extend(own_faults::of_history());
    all
}

pub fn broken(name: &'static str, bytes: Vec<u8>) -> Damage {
    Damage { name, bytes, expected: Broken }
}

/// Changes a copy of the archive, without the key.
fn changed(name: &'static str, whole: &[u8], change: impl FnOnce(&mut Parts)) -> Damage {
    let mut parts = Parts::of(whole);
    change(&mut parts);
    broken(name, parts.packed())
}

/// The same by somebody who has the key: files are listed and signed again.
fn signed(name: &'static str, whole: &[u8], change: impl FnOnce(&mut Parts)) -> Damage {
    let mut parts = Parts::of(whole);
    change(&mut parts);
    broken(name, parts.listed().signed().packed())
}

fn of_files(whole: &[u8]) -> Vec<Damage> {
    let same = Damage { name: "packed again", bytes: Parts::of(whole).packed(), expected: Sound };
    vec![
        same,
        changed("a byte of a record", whole, |p| p.text(TICKETS, |t| *t = t.replacen("Zoé", "Zoe", 1))),
        changed("a table", whole, |p| p.text("csv/tickets.csv", |t| t.push_str("x\r\n"))),
        changed("the instructions", whole, |p| p.text("LISEZMOI.txt", |t| t.push(' '))),
        changed("a schema is missing", whole, |p| p.remove("schema/jet-1.json")),
        changed("a table is missing", whole, |p| p.remove("csv/tva.csv")),
        changed("records are missing", whole, |p| p.remove(JET)),
        changed("a file too many", whole, |p| p.files.push(("csv/autre.csv".into(), b"x".to_vec()))),
        changed("no manifest", whole, |p| p.remove("manifest.json")),
        changed("no signature", whole, |p| p.remove("SIGNATURE")),
        changed("signature is rubbish", whole, |p| *p.file("SIGNATURE") = b"{}".to_vec()),
        changed("no sealing record", whole, |p| p.remove("archive.json")),
        signed("table altered and signed", whole, |p| {
            p.text("csv/tickets.csv", |t| *t = t.replacen("VENTE", "RETOUR", 1));
        }),
        signed("schema missing and signed", whole, |p| p.remove("schema/ticket-3.json")),
        signed("instructions missing and signed", whole, |p| p.remove("LISEZMOI.txt")),
        signed("table missing and signed", whole, |p| p.remove("csv/jet.csv")),
        signed("a key that is none", whole, |p| {
            let name = p.files.iter().find(|(n, _)| n.starts_with("keys/")).unwrap().0.clone();
            p.text(&name, |pem| *pem = pem.replace("MFkw", "MFkx"));
        }),
        signed("the key of another", whole, |p| {
            let other = DeterministicSigner::from_seed("another");
            let name = p.files.iter().find(|(n, _)| n.starts_with("keys/")).unwrap().0.clone();
            *p.file(&name) = pem(fiscal::Signer::spki(&other));
        }),
    ]
}

fn pem(spki: &[u8]) -> Vec<u8> {
    use std::fmt::Write as _;
    let mut hex = String::new();
    spki.iter().for_each(|b| write!(hex, "{b:02x}").unwrap());
    format!("-----BEGIN PUBLIC KEY-----\n{hex}\n-----END PUBLIC KEY-----\n").into_bytes()
}

fn of_records(whole: &[u8]) -> Vec<Damage> {
    let lines = |name, file: &'static str, change: fn(&mut Vec<String>)| {
        signed(name, whole, |p| p.lines(file, change))
    };
    let record = |name, file: &'static str, n, change: fn(&mut fiscal::FiscalRecord)| {
        signed(name, whole, |p| p.record(file, n, change))
    };
    vec![
        record("payload altered", TICKETS, 0, |r| r.payload = r.payload.replacen("Zoé", "Zoe", 1)),
        record("payload and hash altered", TICKETS, 0, |r| {
            r.payload = r.payload.replacen("Zoé", "Zoe", 1);
            r.payload_sha256 = fiscal::CanonicalJson::parse(&r.payload).unwrap().sha256();
        }),
        record("payload not canonical", TICKETS, 0, |r| r.payload.push(' ')),
        record("payload of no schema", JET, 1, |r| r.payload = r.payload.replace("jet/2", "jet/9")),
        record("total altered", TICKETS, 0, |r| r.ttc_cents = Money(1)),
        record("VAT altered", TICKETS, 0, |r| r.vat_json = "[]".into()),
        record("kind altered", TICKETS, 0, |r| r.kind = "RETOUR".into()),
        record("number altered", TICKETS, 0, |r| r.doc_no = "T1-00000009".into()),
        record("local time altered", JET, 1, |r| r.ts_local = "20260101000000".into()),
        record("UTC altered", JET, 1, |r| r.ts_utc = "2026-01-01T00:00:00Z".into()),
        record("offset altered", JET, 1, |r| r.utc_off_min = 0),
        record("operator altered", JET, 1, |r| r.operator_id = String::new()),
        record("layout altered", JET, 1, |r| r.layout = "FR1.GT".into()),
        record("version altered", JET, 1, |r| r.sw_version = "9".into()),
        record("signature altered", GT, 0, |r| {
            r.sig.replace_range(0..1, if r.sig.starts_with('A') { "B" } else { "A" });
        }),
        record("previous signature altered", GT, 1, |r| r.prev_sig = String::new()),
        record("link altered", GT, 1, |r| r.link_global = "0".repeat(64)),
        record("previous link altered", GT, 1, |r| r.prev_global = "0".repeat(64)),
        record("key altered", GT, 1, |r| r.key_id = "x".repeat(22)),
        record("sequence altered", JET, 1, |r| r.global_seq += 1000),
        record("chain sequence altered", JET, 1, |r| r.chain_seq += 1),
        record("workstation altered", JET, 1, |r| r.terminal_id = samples::uuid(9).to_string()),
        lines("a record deleted", TICKETS, |l| drop(l.remove(1))),
        lines("the last record deleted", JET, |l| drop(l.pop())),
        lines("the first record deleted", JET, |l| drop(l.remove(0))),
        lines("a record twice", JET, |l| l.push(l[1].clone())),
        lines("two records swapped", GT, |l| l.swap(0, 1)),
        lines("a line that is no record", JET, |l| l.push("{}".into())),
        lines("a line with a space", JET, |l| l[0].push(' ')),
        lines("a line with a field too many", JET, |l| l[0] = l[0].replacen('{', "{\"a\":1,", 1)),
        signed("a record in the file of another chain", whole, |p| {
            let mut moved = String::new();
            p.lines(JET, |l| moved = l.remove(1));
            p.lines(GT, |l| l.push(moved));
        }),
        signed("no line end at the end", whole, |p| p.text(JET, |t| t.truncate(t.len() - 1))),
    ]
}

fn of_manifest(whole: &[u8]) -> Vec<Damage> {
    let manifest = |name, change: fn(&mut archive::Manifest)| {
        let mut parts = Parts::of(whole);
        parts.manifest(change);
        broken(name, parts.signed().packed())
    };
    let unsigned = {
        let mut parts = Parts::of(whole);
        parts.manifest(|m| m.findings = 7);
        broken("manifest altered", parts.packed())
    };
    let pretty = {
        let mut parts = Parts::of(whole);
        parts.text("manifest.json", |t| t.push('\n'));
        broken("manifest not canonical", parts.signed().packed())
    };
    let stranger = {
        let parts = Parts::of(whole);
        broken("signed by another key", parts.signed_by(&DeterministicSigner::from_seed("another")).packed())
    };
    let anomaly = {
        let mut parts = Parts::of(whole);
        parts.manifest(|m| m.anomaly = true);
        Damage { name: "anomaly", bytes: parts.signed().packed(), expected: Warnings }
    };
    vec![
        unsigned,
        pretty,
        stranger,
        anomaly,
        manifest("another format", |m| m.format = "comptoir-archive/2".into()),
        manifest("another period", |m| m.period.from = "2026-01-01".into()),
        manifest("another type", |m| m.kind = "E".into()),
        manifest("another moment", |m| m.created = "2020-01-01T00:00:00Z".into()),
        manifest("another workstation", |m| m.terminal.code = "T9".into()),
        manifest("another end", |m| m.range.last_seq += 1),
        manifest("another link", |m| m.range.link_global = "0".repeat(64)),
        manifest("other counts", |m| *m.counts.get_mut(&fiscal::Chain::Jet).unwrap() += 1),
        manifest("key valid too late", |m| m.keys[0].valid_from = 5),
        manifest("no key", |m| m.keys.clear()),
        manifest("another start", |m| {
            m.start.global_seq = 3;
            m.range.first_seq = 4;
        }),
        manifest("other totals at the start", |m| m.start.perpetual.real = Money(1)),
        manifest("files not listed in order", |m| m.files.reverse()),
    ]
}

fn of_container(whole: &[u8]) -> Vec<Damage> {
    let bytes = |name, change: fn(&mut Vec<u8>)| {
        let mut bytes = whole.to_vec();
        change(&mut bytes);
        broken(name, bytes)
    };
    let stored = Parts { method: CompressionMethod::Stored, ..Parts::of(whole) };
    vec![
        broken("nothing", Vec::new()),
        broken("a text", b"pas une archive".to_vec()),
        bytes("cut off", |b| b.truncate(b.len() - 100)),
        bytes("cut in half", |b| b.truncate(b.len() / 2)),
        bytes("something behind", |b| b.push(0)),
        bytes("something before", |b| b.insert(0, 0)),
        bytes("a comment", |b| {
            let at = b.len() - 2;
            b[at] = 1;
            b.push(b'x');
        }),
        broken("not compressed", stored.packed()),
        changed("a name twice", whole, |p| {
            let again = p.files[2].clone();
            p.files.push(again);
        }),
        changed("a name that leads out", whole, |p| p.files.push(("csv/../../x".into(), b"x".to_vec()))),
        changed("a bomb", whole, |p| p.files.push(("csv/bombe.csv".into(), vec![0; 80 << 20]))),
    ]
}

fn of_act(book: &Book) -> Vec<Damage> {
    let act = |name, change: fn(&mut fiscal::ArchivePayload)| {
        let mut parts = Parts::of(&book.whole());
        let act = fiscal::CanonicalJson::of(&book.act(1, change)).unwrap();
        *parts.file("archive.json") = act.as_str().as_bytes().to_vec();
        broken(name, parts.listed().signed().packed())
    };
    vec![
        act("sealed with another total", |p| p.total = Money(p.total.0 + 1)),
        act("sealed with other perpetual totals", |p| p.perpetual.abs = Money(1)),
        act("sealed with another range", |p| p.last_seq -= 1),
        act("sealed with another count", |p| p.records += 1),
        act("sealed for another period", |p| p.period_to = "2027-01-01".into()),
        signed("sealing record altered", &book.whole(), |p| {
            p.text("archive.json", |t| *t = t.replacen("Zoé", "Zoe", 1));
        }),
        signed("sealed by a ticket", &book.whole(), |p| {
            let mut line = String::new();
            p.lines(TICKETS, |l| line = l[0].clone());
            *p.file("archive.json") = line.into_bytes();
        }),
    ]
}
