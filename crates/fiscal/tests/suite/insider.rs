//! Who has the key of the workstation: what the chains alone cannot show, the sums and the anchor do.
//!
//! An insider can sign whatever he likes. What he cannot do is make the past fit: the signatures after a changed record,
//! the anchors outside of the database, and the closings, grand totals and archives that repeat what he changed.

use std::collections::BTreeMap;

use fiscal::verify::{Defect, Report, Severity, Verdict, Verifier};
use fiscal::{Draft, FiscalRecord, JetEvent, JetPayload, Operation, Payload, Scope, TerminalHeads, seal};
use serde_json::Value;

use crate::common::samples;
use crate::damage::forge::{cheaper, heads_before, link, payload_of};
use crate::history::{Chance, History, honest};

/// Histories of one key and without gaps: what a gap leaves unproven is unproven for honest people too.
fn histories() -> Vec<History> {
    let made = (0..).map(|seed| honest(30_000 + seed, 3));
    let whole = |h: &History| {
        h.keys.all().len() == 1
            && !h.warnings.contains("gap_declared")
            && !h.warnings.contains("anchor_behind")
    };
    made.filter(whole).take(20).collect()
}

/// Verifies without an anchor: it may be lost, or be the insider's too.
fn without_anchor(h: &History, records: &[FiscalRecord]) -> Report {
    let mut verifier = Verifier::new(h.keys.clone());
    records.iter().for_each(|record| verifier.push(record));
    verifier.finish(None)
}

/// Seals payloads from a place on with the genuine key. Archives name the new links.
fn sealed_again(h: &History, at: usize, payloads: impl Iterator<Item = Payload>) -> Vec<FiscalRecord> {
    let mut records = h.records[..at].to_vec();
    let mut heads = heads_before(&records, at);
    for mut payload in payloads {
        if let Payload::Archive(archive) = &mut payload {
            let old = h.records.iter().find(|r| r.link_global == archive.link_global);
            let new = old.and_then(|old| records.iter().find(|r| r.global_seq == old.global_seq));
            new.into_iter().for_each(|record| archive.link_global.clone_from(&record.link_global));
        }
        let record = seal(&Draft::of(&payload).unwrap(), &heads, &h.key).unwrap();
        heads.advance(&record);
        records.push(record);
    }
    records
}

/// FISC-01: a record that was changed and signed again by the genuine key, and nothing or everything after it.
#[test]
fn records_signed_again_with_the_genuine_key_are_found() {
    let (histories, mut chance, mut done) = (histories(), Chance(1), BTreeMap::<&str, u32>::new());
    while done.values().sum::<u32>() < 450 {
        let history = &histories[chance.below(histories.len())];
        let Some((at, payload)) = cheaper(history, &mut chance) else { continue };
        let record =
            seal(&Draft::of(&payload).unwrap(), &heads_before(&history.records, at), &history.key).unwrap();
        let mut in_place = history.records.clone();
        in_place[at] = record;
        let report = history.verify(&in_place);
        assert_eq!(report.verdict(), Verdict::Broken);
        let first = report.findings.iter().find(|f| f.defect.severity() == Severity::Error).unwrap();
        assert_eq!(first.position.global_seq, history.records[at].global_seq);
        *done.entry("a ticket changed and signed again in place").or_default() += 1;

        in_place[at].sig.clone_from(&history.records[at].sig);
        in_place[at].link_global = link(&in_place[at]);
        assert_eq!(history.verify(&in_place).verdict(), Verdict::Broken);
        *done.entry("the same under the old signature, linked").or_default() += 1;

        let rest = history.records[at + 1..].iter().map(payload_of);
        let all = sealed_again(history, at, std::iter::once(payload).chain(rest));
        assert_eq!(history.verify(&all).verdict(), Verdict::Broken, "the anchor, if nothing else");
        *done.entry("the same, and everything after it").or_default() += 1;
    }
    println!("{done:#?}");
}

/// FISC-01, BAK-02: an older head, and trade that goes on from it as if nothing had been: the anchor is not met.
#[test]
fn rolling_back_is_found_by_the_anchor() {
    let (histories, mut chance) = (histories(), Chance(2));
    for n in 0..150 {
        let history = &histories[chance.below(histories.len())];
        let at = 1 + chance.below(history.records.len() - 1);
        let header = samples::header(
            format!("JET-T1-{:08}", heads_before(&history.records, at).next_seq(fiscal::Chain::Jet)),
            samples::OPENING,
        );
        let event = JetPayload::new(header, JetEvent::Maintenance, "");
        let goes_on = std::iter::once(Payload::from(event));
        let records = match n % 3 {
            0 => history.records[..at].to_vec(),
            1 => sealed_again(history, at, goes_on),
            _ => sealed_again(history, at, history.records[at..].iter().map(payload_of)),
        };
        let report = history.verify(&records);
        assert_eq!(report.verdict(), Verdict::Broken);
        let anchor = |defect: &Defect| matches!(defect, Defect::Anchor { .. });
        assert!(report.findings.iter().any(|finding| anchor(&finding.defect)), "{n}");
    }
}

/// Numbers and names that other records repeat, by the schema and the field.
fn is_repeated(payload: &Payload, path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    let of_header = path.starts_with("/header");
    match payload {
        // A fiscal year is named as the shop likes.
        Payload::GrandTotal(t) if last == "period_key" => t.scope != Scope::Exercice,
        Payload::GrandTotal(_) => {
            !of_header
                && !matches!(last, "kind" | "method" | "name" | "letter" | "code" | "rate" | "ts_local")
        }
        Payload::Archive(_) => {
            ["first_seq", "last_seq", "records", "base", "tax", "gross", "total", "real", "abs"]
                .contains(&last)
        }
        Payload::Duplicate(_) => last == "reprint_number" || last == "original_number",
        Payload::Settlement(_) => matches!(last, "amount" | "received" | "change" | "leg" | "of"),
        Payload::Ticket(t) => {
            let sums = ["base", "tax", "gross", "total", "net", "amount", "line_count", "received"];
            sums.contains(&last)
                && !(t.operation == Operation::Retour && ["base", "tax", "net"].contains(&last))
        }
        _ => false,
    }
}

/// Paths of the numbers and texts of a value.
fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(k, v)| leaves(v, &format!("{path}/{k}"), found)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, v)| leaves(v, &format!("{path}/{n}"), found));
        }
        Value::Number(_) | Value::String(_) => found.push(path.to_owned()),
        Value::Null | Value::Bool(_) => {}
    }
}

fn changed(payload: &Payload, chance: &mut Chance) -> Option<(String, Payload)> {
    let mut value = serde_json::to_value(payload).unwrap();
    let mut paths = Vec::new();
    leaves(&value, "", &mut paths);
    paths.retain(|path| is_repeated(payload, path) && path != "/s");
    let path = paths.get(chance.below(paths.len().max(1)))?;
    let leaf = value.pointer_mut(path)?;
    *leaf = match &*leaf {
        Value::Number(n) => (n.as_i64()? + 1).into(),
        other => format!("{}9", other.as_str()?).into(),
    };
    Some((path.clone(), serde_json::from_value(value).ok()?))
}

/// FISC-01, FISC-05: one figure changed, everything after it sealed again with the genuine key, and no anchor left to
/// compare with: the other records still say what it was.
#[test]
fn a_figure_that_other_records_repeat_cannot_be_changed_even_with_the_key() {
    let (histories, mut chance, mut done) = (histories(), Chance(3), BTreeMap::<String, u32>::new());
    for history in &histories {
        assert_ne!(without_anchor(history, &history.records).verdict(), Verdict::Broken);
        let same = sealed_again(history, 0, history.records.iter().map(payload_of));
        assert_ne!(without_anchor(history, &same).verdict(), Verdict::Broken, "nothing was changed");
    }
    while done.values().sum::<u32>() < 700 {
        let history = &histories[chance.below(histories.len())];
        let at = chance.below(history.records.len());
        let Some((path, payload)) = changed(&payload_of(&history.records[at]), &mut chance) else { continue };
        let rest = history.records[at + 1..].iter().map(payload_of);
        let records = sealed_again(history, at, std::iter::once(payload).chain(rest));
        let report = without_anchor(history, &records);
        assert_eq!(report.verdict(), Verdict::Broken, "{path} of {}", history.records[at].payload);
        *done.entry(history.records[at].chain.to_string()).or_default() += 1;
    }
    println!("figures changed with the genuine key, all found without an anchor: {done:?}");
}

/// The numbers of a chain follow again after something was left out.
fn renumbered(payloads: impl Iterator<Item = Payload>) -> impl Iterator<Item = Payload> {
    let mut next = TerminalHeads::genesis(samples::terminal().id);
    payloads.map(move |payload| {
        let chain = payload.chain();
        let seq = next.next_seq(chain);
        next.chains.entry(chain).or_default().seq = seq;
        let mut value = serde_json::to_value(&payload).unwrap();
        if !matches!(chain, fiscal::Chain::Facture | fiscal::Chain::Ticket | fiscal::Chain::Reglement) {
            value["header"]["number"] = fiscal::document_number(chain, "T1", seq).into();
        }
        serde_json::from_value(value).unwrap()
    })
}

/// FISC-01, FISC-05: a grand total, a closing or one leg of a correction left out, the rest renumbered and sealed again
/// with the genuine key, without an anchor.
#[test]
fn what_other_records_need_cannot_be_left_out_even_with_the_key() {
    let (histories, mut chance, mut done) = (histories(), Chance(4), BTreeMap::<String, u32>::new());
    let mut tried = 0;
    while tried < 200 {
        let history = &histories[chance.below(histories.len())];
        // Archives name places, which all move.
        let of_archives = |p: &Payload| {
            matches!(p, Payload::Archive(_)) || p.event().is_some_and(|e| [20, 30].contains(&e.code))
        };
        let mut payloads: Vec<_> =
            history.records.iter().map(payload_of).filter(|p| !of_archives(p)).collect();
        let at = chance.below(payloads.len());
        let needed = |p: &Payload| matches!(p, Payload::Settlement(s) if s.pair.is_some());
        let kind = match &payloads[at] {
            p if needed(p) => "REGLEMENT".to_owned(),
            p => match p.grand_total() {
                Some(total) if total.document.is_some() => "GT TICKET".to_owned(),
                Some(total)
                    if payloads[at + 1..]
                        .iter()
                        .filter_map(Payload::grand_total)
                        .any(|later| later.scope == total.scope) =>
                {
                    format!("GT {}", total.scope.as_str())
                }
                _ => continue,
            },
        };
        payloads.remove(at);
        let records = sealed_again(history, 0, renumbered(payloads.into_iter()));
        let report = without_anchor(history, &records);
        assert_eq!(report.verdict(), Verdict::Broken, "without the {kind} at {at}");
        *done.entry(kind).or_default() += 1;
        tried += 1;
    }
    println!("left out with the genuine key, all found without an anchor: {done:?}");
}
