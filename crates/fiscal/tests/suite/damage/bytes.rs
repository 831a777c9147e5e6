//! Single bytes and numbers of single records.

use fiscal::verify::{Verdict, Verifier};
use fiscal::{Chain, FiscalRecord};

use super::forge::heads_before;
use crate::history::{Chance, History};

/// Verifies one record, and its successor, behind the true heads.
fn around(h: &History, at: usize, changed: &FiscalRecord) -> Verdict {
    let mut verifier = Verifier::resume(heads_before(&h.records, at), h.keys.clone(), None);
    verifier.push(changed);
    h.records.get(at + 1).into_iter().for_each(|record| verifier.push(record));
    verifier.finish(None).verdict()
}

pub fn flips(histories: &[History], times: u32) -> u32 {
    let mut chance = Chance(99);
    for n in 0..times {
        let history = &histories[chance.below(histories.len())];
        let at = chance.below(history.records.len());
        let mut changed = history.records[at].clone();
        // The payload is the longest by far: as many flips in it as in all the others together.
        let texts = if n % 2 == 0 { vec![&mut changed.payload] } else { columns(&mut changed) };
        let mut texts: Vec<_> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        let chosen = chance.below(texts.len());
        let mut bytes = texts[chosen].clone().into_bytes();
        let byte = chance.below(bytes.len());
        bytes[byte] ^= 1 << chance.below(7);
        // A file may hold bytes that are no text: they are read with replacement characters.
        *texts[chosen] = String::from_utf8_lossy(&bytes).into_owned();
        assert_eq!(around(history, at, &changed), Verdict::Broken, "byte {byte} of record {at}: {changed:?}");
    }
    times
}

fn columns(r: &mut FiscalRecord) -> Vec<&mut String> {
    vec![
        &mut r.terminal_id,
        &mut r.doc_no,
        &mut r.kind,
        &mut r.ts_utc,
        &mut r.ts_local,
        &mut r.operator_id,
        &mut r.vat_json,
        &mut r.payload_sha256,
        &mut r.layout,
        &mut r.prev_sig,
        &mut r.sig,
        &mut r.key_id,
        &mut r.prev_global,
        &mut r.link_global,
        &mut r.sw_version,
        &mut r.fiscal_version,
    ]
}

pub fn numbers(histories: &[History], times: u32) -> u32 {
    let mut chance = Chance(98);
    for _ in 0..times {
        let history = &histories[chance.below(histories.len())];
        let at = chance.below(history.records.len());
        let mut changed = history.records[at].clone();
        let by = 1 << chance.below(20);
        match chance.below(5) {
            0 => changed.global_seq += by,
            1 => changed.chain_seq -= by,
            2 => changed.utc_off_min += by,
            3 => changed.ttc_cents.0 += by,
            _ => changed.chain = if changed.chain == Chain::Gt { Chain::Jet } else { Chain::Gt },
        }
        assert_eq!(around(history, at, &changed), Verdict::Broken, "{changed:?}");
    }
    times
}
