//! What anyone can recompute without a key.

use fiscal::{DeclaredGap, Draft, FiscalRecord, Payload, TerminalHeads, seal};

use crate::common::samples;
use crate::history::{Chance, History, RingKey};

/// The heads in front of a record, as the records themselves say them.
pub fn heads_before(records: &[FiscalRecord], at: usize) -> TerminalHeads {
    let mut heads = TerminalHeads::genesis(samples::terminal().id);
    for record in &records[..at] {
        heads = gap_of(record).map_or(heads, |gap| gap.anchor.heads());
        heads.advance(record);
    }
    heads
}

/// The gap that a record declares.
pub fn gap_of(record: &FiscalRecord) -> Option<Box<DeclaredGap>> {
    if record.kind != "941" {
        return None;
    }
    payload_of(record).event()?.into_owned().gap
}

/// What a record says.
pub fn payload_of(record: &FiscalRecord) -> Payload {
    serde_json::from_str(&record.payload).unwrap()
}

/// Everything that needs no key is made to fit: sequences, signatures of the record before, links.
pub fn relink(records: &mut [FiscalRecord]) {
    let mut heads = TerminalHeads::genesis(samples::terminal().id);
    for record in records {
        if record.global_seq == heads.global_seq + 1 || heads.global_seq == 0 {
            record.prev_global.clone_from(&heads.link_global);
            record.prev_sig = heads.head(record.chain).sig;
            record.link_global = link(record);
        }
        heads.advance(record);
    }
}

pub fn link(r: &FiscalRecord) -> String {
    use sha2::{Digest as _, Sha256};
    let place = format!("{}|{}|{}|{}|{}", r.prev_global, r.terminal_id, r.global_seq, r.chain, r.chain_seq);
    Sha256::digest(format!("{place}|{}", r.sig)).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Puts another payload into a record and makes every column of it say the same.
pub fn say(record: &mut FiscalRecord, payload: &Payload) {
    let sealed = seal(
        &Draft::of(payload).unwrap(),
        &TerminalHeads { global_seq: 1, ..TerminalHeads::genesis(samples::terminal().id) },
        &RingKey::generate(),
    );
    let FiscalRecord { doc_no, kind, ttc_cents, vat_json, payload, payload_sha256, .. } = sealed.unwrap();
    *record = FiscalRecord { doc_no, kind, ttc_cents, vat_json, payload, payload_sha256, ..record.clone() };
}

/// A ticket of the history, made cheaper by a cent everywhere.
pub fn cheaper(h: &History, c: &mut Chance) -> Option<(usize, Payload)> {
    let at = c.below(h.records.len());
    let Payload::Ticket(mut ticket) = payload_of(&h.records[at]) else { return None };
    ticket.totals.total.0 -= 1;
    ticket.totals.net.0 -= 1;
    ticket.lines[0].total.0 -= 1;
    ticket.vat[0].gross.0 -= 1;
    ticket.vat[0].base.0 -= 1;
    ticket.payments[0].amount.0 -= 1;
    ticket.payments[0].received.0 -= 1;
    Some((at, Payload::Ticket(ticket)))
}
