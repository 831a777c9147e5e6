//! Damage of every kind, thousands of times, to histories drawn at random: each is found (fiscal.md 8.3).
//!
//! Those who damage here have the whole database and no key: they can change every column, recompute every hash and
//! link, and remove, add and move records. Who has the key is in `insider`.

mod bytes;
pub mod forge;

use std::collections::BTreeMap;

use fiscal::verify::Verdict;
use fiscal::{Draft, FiscalRecord, Payload, Scope, seal};

use self::bytes::{flips, numbers};
use self::forge::{cheaper, gap_of, heads_before, payload_of, relink, say};
use crate::history::{Chance, History, RingKey, honest};

/// How often each kind of damage was done.
pub type Done = BTreeMap<&'static str, u32>;

/// Records of a history, damaged in one way; none where the history has nothing of the kind.
type Damage = fn(&History, &mut Chance) -> Option<Vec<FiscalRecord>>;

const KINDS: [(&str, u32, Damage); 15] = [
    ("a record deleted", 400, |h, c| Some(without(h, c.below(h.records.len())))),
    ("the last record deleted", 30, |h, _| Some(without(h, h.records.len() - 1))),
    ("two records swapped", 300, swapped),
    ("two neighbours swapped, numbers too", 150, renumbered),
    ("a record repeated", 150, repeated),
    ("a record of another key inserted", 100, inserted),
    ("the tail sealed again by another key", 60, |h, c| Some(resealed(h, c, false))),
    ("the same, under the name of the real key", 60, |h, c| Some(resealed(h, c, true))),
    ("a total edited, columns and hash too", 300, total_edited),
    ("a total edited, links recomputed to the end", 60, total_relinked),
    ("a figure of a closing edited, hash too", 200, closing_edited),
    ("a closing forged with another key", 60, closing_forged),
    ("the tail cut off", 150, |h, c| Some(h.records[..c.below(h.records.len())].to_vec())),
    ("a signature of another record put in", 60, signed_elsewhere),
    ("a payload exchanged with that of another record", 100, payloads_exchanged),
];

/// FISC-01: whoever has no key leaves a trace, whatever he recomputes.
#[test]
fn every_damage_by_those_without_the_key_is_found() {
    // What was sealed after the last anchor was written can be taken away unseen: that is what anchors are for.
    let anchored = |h: &History| !h.warnings.contains("anchor_behind");
    let histories: Vec<_> = (7_000..).map(|seed| honest(seed, 2)).filter(anchored).take(30).collect();
    let mut done = Done::new();
    for (n, (kind, times, damage)) in KINDS.iter().enumerate() {
        let mut chance = Chance(u64::try_from(n).unwrap());
        let mut count = 0;
        while count < *times {
            let history = &histories[chance.below(histories.len())];
            let Some(records) = damage(history, &mut chance) else { continue };
            assert_ne!(records, history.records, "{kind}: nothing was damaged");
            assert_eq!(history.verify(&records).verdict(), Verdict::Broken, "{kind}");
            count += 1;
        }
        done.insert(kind, count);
    }
    done.insert("a byte of a text column flipped", flips(&histories, 3_000));
    done.insert("a number column changed", numbers(&histories, 400));
    let total: u32 = done.values().sum();
    println!("{total} damages without the key, all found:");
    done.iter().for_each(|(kind, count)| println!("  {kind:<48} {count:>5}"));
    assert!(total >= 5_000);
}

fn without(h: &History, at: usize) -> Vec<FiscalRecord> {
    let mut records = h.records.clone();
    records.remove(at);
    records
}

fn swapped(h: &History, c: &mut Chance) -> Option<Vec<FiscalRecord>> {
    let (a, b) = (c.below(h.records.len()), c.below(h.records.len()));
    let mut records = h.records.clone();
    records.swap(a, b);
    (a != b).then_some(records)
}

fn renumbered(h: &History, c: &mut Chance) -> Option<Vec<FiscalRecord>> {
    let at = c.below(h.records.len() - 1);
    let mut records = h.records.clone();
    let (first, second) = (h.records[at].global_seq, h.records[at + 1].global_seq);
    records.swap(at, at + 1);
    records[at].global_seq = first;
    records[at + 1].global_seq = second;
    relink(&mut records);
    Some(records)
}

fn repeated(h: &History, c: &mut Chance) -> Option<Vec<FiscalRecord>> {
    let (from, to) = (c.below(h.records.len()), c.below(h.records.len()));
    let mut records = h.records.clone();
    records.insert(to, h.records[from].clone());
    Some(records)
}

fn inserted(h: &History, c: &mut Chance) -> Option<Vec<FiscalRecord>> {
    let at = 1 + c.below(h.records.len());
    let model = payload_of(&h.records[at - 1]);
    let forged = seal(&Draft::of(&model).ok()?, &heads_before(&h.records, at), &RingKey::generate()).ok()?;
    let mut records = h.records.clone();
    records.insert(at, forged);
    relink(&mut records);
    Some(records)
}

fn resealed(h: &History, c: &mut Chance, renamed: bool) -> Vec<FiscalRecord> {
    let at = c.below(h.records.len());
    let forger = RingKey::generate();
    let mut records = h.records[..at].to_vec();
    let mut heads = heads_before(&h.records, at);
    for record in &h.records[at..] {
        let payload = payload_of(record);
        heads = gap_of(record).map_or(heads, |gap| gap.anchor.heads());
        let mut forged = seal(&Draft::of(&payload).unwrap(), &heads, &forger).unwrap();
        if renamed {
            forged.key_id.clone_from(&record.key_id);
        }
        heads.advance(&forged);
        records.push(forged);
    }
    records
}

fn total_edited(h: &History, c: &mut Chance) -> Option<Vec<FiscalRecord>> {
    let (at, payload) = cheaper(h, c)?;
    let mut records = h.records.clone();
    say(&mut records[at], &payload);
    Some(records)
}

fn total_relinked(h: &History, c: &mut Chance) -> Option<Vec<FiscalRecord>> {
    let mut records = total_edited(h, c)?;
    let model = records.iter().zip(&h.records).position(|(a, b)| a != b)?;
    // With the signature of another record of the chain: it is at least one of the real key.
    records[model].sig = h.records.iter().rev().find(|r| r.chain == records[model].chain)?.sig.clone();
    relink(&mut records);
    Some(records)
}

fn closing_edited(h: &History, c: &mut Chance) -> Option<Vec<FiscalRecord>> {
    let at = c.below(h.records.len());
    let Payload::GrandTotal(mut closing) = payload_of(&h.records[at]) else { return None };
    let detail = closing.detail.as_mut()?;
    match c.below(6) {
        0 => detail.tickets -= 1,
        1 => detail.sales.amount.0 -= 100,
        2 => detail.returns.count += 1,
        3 => detail.duplicates += 1,
        4 => detail.drawer_openings += 1,
        _ => closing.period_total.0 -= 100,
    }
    let mut records = h.records.clone();
    say(&mut records[at], &Payload::GrandTotal(closing));
    Some(records)
}

fn closing_forged(h: &History, c: &mut Chance) -> Option<Vec<FiscalRecord>> {
    let at = c.below(h.records.len());
    let Payload::GrandTotal(closing) = payload_of(&h.records[at]) else { return None };
    if closing.scope == Scope::Ticket {
        return None;
    }
    let forged = Draft::of(&Payload::GrandTotal(closing)).ok()?;
    let forged = seal(&forged, &heads_before(&h.records, at), &RingKey::generate()).ok()?;
    let mut records = h.records.clone();
    records[at] = FiscalRecord { key_id: h.records[at].key_id.clone(), ..forged };
    relink(&mut records);
    Some(records)
}

/// A signature of the real key, of other data.
fn signed_elsewhere(h: &History, c: &mut Chance) -> Option<Vec<FiscalRecord>> {
    let at = c.below(h.records.len());
    let twin = h.records.iter().find(|r| r.chain == h.records[at].chain && r.sig != h.records[at].sig)?;
    let mut records = h.records.clone();
    records[at].sig.clone_from(&twin.sig);
    relink(&mut records);
    Some(records)
}

fn payloads_exchanged(h: &History, c: &mut Chance) -> Option<Vec<FiscalRecord>> {
    let (a, b) = (c.below(h.records.len()), c.below(h.records.len()));
    if h.records[a].chain != h.records[b].chain || h.records[a].payload == h.records[b].payload {
        return None;
    }
    let mut records = h.records.clone();
    let (first, second) = (payload_of(&h.records[a]), payload_of(&h.records[b]));
    say(&mut records[a], &second);
    say(&mut records[b], &first);
    Some(records)
}
