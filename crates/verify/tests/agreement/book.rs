//! A workstation's book and the archives made of it.

use std::io::Cursor;

use archive::{Act, Archiver, PublicKey, Start};
use fiscal::{
    ArchivePayload, ArchiveType, Chain, FiscalRecord, Payload, PeriodTally, PerpetualTotals, Signer as _,
    TerminalHeads,
};

use crate::common::till::{Till, two_days};
use crate::common::{DeterministicSigner, samples};

/// A till, and the records that seal archives of it.
pub struct Book {
    pub till: Till,
}

/// Name of the till's key.
pub fn key_id() -> String {
    DeterministicSigner::golden().key_id()
}

impl Book {
    pub fn two_days() -> Self {
        Self { till: two_days() }
    }

    /// Everything, from the first record on.
    pub fn whole(&self) -> Vec<u8> {
        self.archive(1, |_| {})
    }

    /// What follows the first day's closing.
    pub fn second_day(&self) -> Vec<u8> {
        let closing = self.till.records.iter().find(|r| r.kind == "JOUR").expect("a closing");
        self.archive(closing.global_seq + 1, |_| {})
    }

    /// An archive from a position to the end, whose sealing record was changed before it was signed.
    pub fn archive(&self, first: i64, change: impl FnOnce(&mut ArchivePayload)) -> Vec<u8> {
        let act = self.act(first, change);
        pack(&self.till.records, first, &act)
    }

    /// The record that seals an archive from a position to the end.
    pub fn act(&self, first: i64, change: impl FnOnce(&mut ArchivePayload)) -> FiscalRecord {
        let held: Vec<_> = self.till.records.iter().filter(|r| r.global_seq >= first).collect();
        let last = *held.last().expect("a record");
        let mut tally = PeriodTally::default();
        for record in held.iter().filter(|r| r.chain == Chain::Ticket) {
            let payload: Payload = serde_json::from_str(&record.payload).unwrap();
            tally.ticket(&payload.into_ticket().unwrap());
        }
        let at =
            fiscal::Stamp { ts_utc: last.ts_utc.clone(), ts_local: last.ts_local.clone(), utc_off_min: 60 };
        let day = format!("{}-{}-{}", &last.ts_local[..4], &last.ts_local[4..6], &last.ts_local[6..8]);
        let number = fiscal::document_number(Chain::Archive, "T1", self.till.heads.next_seq(Chain::Archive));
        let mut payload = ArchivePayload {
            header: fiscal::Header { at, ..samples::header(number, samples::OPENING) },
            archive_type: ArchiveType::P,
            period_from: day.clone(),
            period_to: day,
            first_seq: first,
            last_seq: last.global_seq,
            link_global: last.link_global.clone(),
            records: i64::try_from(held.len()).unwrap(),
            vat: tally.vat(),
            total: tally.total(),
            perpetual: self.till.perpetual,
            anomaly: false,
        };
        change(&mut payload);
        let draft = fiscal::Draft::of(&payload.into()).unwrap();
        fiscal::seal(&draft, &self.till.heads, &self.till.signer).unwrap()
    }
}

/// Packs the records from a position on.
pub fn pack(records: &[FiscalRecord], first: i64, act: &FiscalRecord) -> Vec<u8> {
    let signer = DeterministicSigner::golden();
    let dir = tempfile::tempdir().unwrap();
    let mut archiver = Archiver::begin(dir.path()).unwrap();
    let (mut heads, mut perpetual) =
        (TerminalHeads::genesis(samples::terminal().id), PerpetualTotals::default());
    for record in records {
        if record.global_seq < first {
            heads.advance(record);
            let payload: Payload = serde_json::from_str(&record.payload).unwrap();
            perpetual = payload.grand_total().map_or(perpetual, |total| total.perpetual);
        } else {
            archiver.push(record).unwrap();
        }
    }
    let start = Start::after(heads, perpetual);
    let keys = [PublicKey { spki: signer.spki().to_vec(), valid_from: 1, previous: None }];
    let act = Act { record: act, start: &start, keys: &keys, findings: 0 };
    let mut out = Cursor::new(Vec::new());
    archiver.finish(act, &signer, &mut out).unwrap();
    out.into_inner()
}
