//! The sealing record (`archive.json`): a record of the chain ARCHIVE that stands behind those in the archive and says
//! which they are. It verifies by itself; that nothing is missing around it is proven by the archive that holds it.

use std::collections::BTreeMap;

use domain::money::Money;
use fiscal::verify::{TrustedKey, TrustedKeys, Verifier};
use fiscal::{ArchivePayload, Chain, ChainHead, FiscalRecord, Payload, TerminalHeads};

use super::Found;
use super::report::{ArchiveReport, FileDefect};
use crate::format::ACT;
use crate::manifest::{Manifest, parse};
use crate::reader::ArchiveReader;

pub(super) fn check(
    reader: &ArchiveReader,
    manifest: &Manifest,
    keys: Vec<TrustedKey>,
    found: &Found,
    report: &mut ArchiveReport,
) {
    let record = reader.small(ACT).ok().and_then(|bytes| parse::<FiscalRecord>(&bytes));
    let payload = record.as_ref().and_then(|r| serde_json::from_str(&r.payload).ok());
    let (Some(record), Some(Payload::Archive(payload))) = (record, payload) else {
        report.add(ACT, FileDefect::Act);
        return;
    };
    report.act = verify(&record, manifest, keys);
    report.require(states(&record, &payload, manifest), ACT, || FileDefect::ActDiffers);
    report.require(sums(&payload, manifest, found), ACT, || FileDefect::ActSums);
}

/// The record by itself: it is taken to stand where it says.
fn verify(record: &FiscalRecord, manifest: &Manifest, keys: Vec<TrustedKey>) -> Vec<fiscal::verify::Finding> {
    let terminal_id = manifest.terminal.id;
    let before = ChainHead { seq: record.chain_seq.saturating_sub(1), sig: record.prev_sig.clone() };
    let heads = TerminalHeads {
        terminal_id,
        global_seq: record.global_seq.saturating_sub(1),
        link_global: record.prev_global.clone(),
        chains: BTreeMap::from([(record.chain, before)]),
    };
    let mut verifier = Verifier::resume(heads, TrustedKeys::new(terminal_id, keys), None);
    verifier.push(record);
    verifier.finish(None).findings
}

/// The manifest says of itself what the sealing record says of it.
fn states(record: &FiscalRecord, payload: &ArchivePayload, manifest: &Manifest) -> bool {
    let Manifest { period, range, .. } = manifest;
    let records: u64 = manifest.counts.values().fold(0, |sum, n| sum.saturating_add(*n));
    record.chain == Chain::Archive
        && record.global_seq > range.last_seq
        && record.kind == manifest.kind
        && record.doc_no == manifest.number
        && record.ts_utc == manifest.created
        && payload.header.terminal == manifest.terminal
        && payload.header.software == manifest.software
        && (&payload.period_from, &payload.period_to) == (&period.from, &period.to)
        && (payload.first_seq, payload.last_seq) == (range.first_seq, range.last_seq)
        && payload.link_global == range.link_global
        && u64::try_from(payload.records) == Ok(records)
        && (manifest.anomaly || !payload.anomaly)
}

/// Turnover and perpetual totals are those of the records.
fn sums(payload: &ArchivePayload, manifest: &Manifest, found: &Found) -> bool {
    let tickets = found.operations.iter().filter(|((chain, _), _)| *chain == Chain::Ticket);
    let total = tickets.fold(0_i64, |sum, (_, operation)| sum.saturating_add(operation.amount.0));
    let perpetual = found.report.perpetual.unwrap_or(manifest.start.perpetual);
    payload.total == Money(total) && payload.perpetual == perpetual
}
