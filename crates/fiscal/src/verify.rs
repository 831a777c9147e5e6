//! The verifier: proves that the records of one workstation are those that were signed (fiscal.md 7.8).
//!
//! It needs the records in global order and the trusted public keys, nothing else: no database, no clock. It
//! streams, so that ten years fit in memory; after a defect it takes the record as it is and goes on, so that
//! one defect is not reported again for every later record.
//!
//! Not here: files of an archive and their hashes, gaps declared after a restore, the order of records of
//! different workstations, and schemas that this version does not write.

mod columns;
mod discounts;
mod documents;
mod exchanges;
mod finding;
mod grand_totals;
mod keys;
mod periods;
mod returned;
mod ticket;

pub use finding::{Column, Defect, Finding, Position, Report, Severity, TicketFigure, Verdict};
pub use keys::{TrustedKey, TrustedKeys};

use self::documents::Documents;
use self::exchanges::Exchanges;
use self::finding::Findings;
use self::grand_totals::GrandTotals;
use crate::seal::link;
use crate::signing::verify_signature;
use crate::{DocumentClass, Draft, FiscalRecord, JetEvent, Payload, PerpetualTotals, TerminalHeads};

/// How far UTC may fall behind the last record before it is worth a warning: a clock that is being set right
/// moves by seconds (fiscal.md 7.7).
pub const CLOCK_TOLERANCE_SECONDS: i64 = 120;

/// A verification in progress.
#[derive(Debug)]
pub struct Verifier {
    keys: TrustedKeys,
    heads: TerminalHeads,
    records: u64,
    last_utc: Option<i64>,
    last_key: Option<String>,
    grand_totals: GrandTotals,
    documents: Documents,
    exchanges: Exchanges,
    findings: Findings,
}

impl Verifier {
    /// Starts at the first record of the workstation whose keys are given.
    #[must_use]
    pub fn new(keys: TrustedKeys) -> Self {
        let heads = TerminalHeads::genesis(keys.terminal_id());
        let (totals, documents) = (GrandTotals::from_genesis(), Documents::from_genesis());
        Self::start(keys, heads, totals, documents, Exchanges::from_genesis())
    }

    /// Starts after a trusted record, as the verification of the last records at start-up does. What only the
    /// whole history can prove is not checked: sums of closings, originals of duplicates that lie before.
    #[must_use]
    pub fn resume(heads: TerminalHeads, keys: TrustedKeys, perpetual: Option<PerpetualTotals>) -> Self {
        let (totals, documents) = (GrandTotals::resumed(perpetual), Documents::resumed());
        Self::start(keys, heads, totals, documents, Exchanges::resumed())
    }

    fn start(
        keys: TrustedKeys,
        heads: TerminalHeads,
        grand_totals: GrandTotals,
        documents: Documents,
        exchanges: Exchanges,
    ) -> Self {
        Self {
            keys,
            heads,
            records: 0,
            last_utc: None,
            last_key: None,
            grand_totals,
            documents,
            exchanges,
            findings: Findings::default(),
        }
    }

    /// Takes the next record in global order.
    pub fn push(&mut self, record: &FiscalRecord) {
        self.records += 1;
        self.findings.at(Position::of(record));
        self.check_place(record);
        if let Some((payload, draft)) = columns::check(record, &mut self.findings) {
            self.check_signature(record, &draft);
            self.check_key_change(record, &draft);
            self.check_start(&draft);
            self.check_clock(&draft);
            self.check_content(&payload);
        }
        self.last_key = Some(record.key_id.clone());
        self.heads.advance(record);
    }

    /// Ends the verification. The heads that were written elsewhere ([`crate::Anchor::heads`]) prove that no record
    /// is missing at the end (fiscal.md 7.5); without them a missing tail cannot be seen.
    #[must_use]
    pub fn finish(mut self, end: Option<&TerminalHeads>) -> Report {
        self.grand_totals.finish(&mut self.findings);
        self.exchanges.finish(&mut self.findings);
        if let Some(end) = end.filter(|end| **end != self.heads) {
            self.findings.at(Position::end(&self.heads));
            let found = self.heads.global_seq;
            self.findings.add(Defect::Anchor { anchored: end.global_seq, found });
        }
        Report {
            heads: self.heads,
            records: self.records,
            perpetual: self.grand_totals.perpetual(),
            findings: self.findings.into_list(),
        }
    }

    /// Sequences and links: nothing is missing, added or moved.
    fn check_place(&mut self, record: &FiscalRecord) {
        let head = self.heads.head(record.chain);
        let findings = &mut self.findings;
        if record.terminal_id != self.heads.terminal_id.to_string() {
            findings.add(Defect::OtherTerminal);
        }
        let expected = self.heads.global_seq.saturating_add(1);
        findings.require(record.global_seq == expected, || Defect::GlobalSequence { expected });
        let expected = head.seq.saturating_add(1);
        findings.require(record.chain_seq == expected, || Defect::ChainSequence { expected });
        findings.require(record.prev_sig == head.sig, || Defect::PreviousSignature);
        findings.require(record.prev_global == self.heads.link_global, || Defect::PreviousLink);
        findings.require(record.link_global == link(record), || Defect::Link);
    }

    fn check_signature(&mut self, record: &FiscalRecord, draft: &Draft) {
        let Some(key) = self.keys.get(&record.key_id) else {
            self.findings.add(Defect::UnknownKey);
            return;
        };
        let in_force = self.keys.at(record.global_seq).is_some_and(|k| k.key_id() == record.key_id);
        self.findings.require(in_force, || Defect::KeyNotInForce);
        let data = draft.fields.data(&record.payload_sha256, &record.prev_sig);
        let verified = verify_signature(key.spki(), data.as_bytes(), &record.sig).is_ok();
        self.findings.require(verified, || Defect::Signature);
    }

    /// A new key starts with its announcement (fiscal.md 7.4).
    fn check_key_change(&mut self, record: &FiscalRecord, draft: &Draft) {
        let changed = self.last_key.as_ref().is_some_and(|last| *last != record.key_id);
        let announced = !changed || draft.is_event(JetEvent::KeyRotated);
        self.findings.require(announced, || Defect::KeyChangeNotAnnounced);
    }

    /// the first record initialises the journal.
    fn check_start(&mut self, draft: &Draft) {
        let started = self.heads.global_seq != 0 || draft.is_event(JetEvent::JournalInitialised);
        self.findings.require(started, || Defect::NotInitialised);
    }

    fn check_clock(&mut self, draft: &Draft) {
        let Ok(utc) = draft.at.unix_seconds() else {
            self.findings.add(Defect::Stamp);
            return;
        };
        let behind = self.last_utc.map_or(0, |last| last.saturating_sub(utc));
        if behind > CLOCK_TOLERANCE_SECONDS {
            self.findings.add(Defect::ClockBehind { seconds: behind });
        }
        self.last_utc = Some(utc);
    }

    fn check_content(&mut self, payload: &Payload) {
        let findings = &mut self.findings;
        self.documents.check_number(payload, findings);
        match payload {
            Payload::Ticket(_) | Payload::TicketV2(_) | Payload::TicketV1(_) => {
                if let Some(p) = payload.ticket() {
                    ticket::check(&p, findings);
                    self.documents.check_origin(&p, findings);
                    if p.class == DocumentClass::Ticket {
                        self.exchanges.check(&p, findings);
                        self.grand_totals.ticket(&p, findings);
                    }
                }
            }
            Payload::GrandTotal(_) | Payload::GrandTotalV1(_) => {
                if let Some(p) = payload.grand_total() {
                    self.grand_totals.grand_total(&p, findings);
                }
            }
            Payload::Duplicate(p) => self.documents.check_duplicate(p, findings),
            Payload::Jet(_) | Payload::JetV1(_) => {
                if let Some(p) = payload.event() {
                    let known = JetEvent::try_from(p.code).is_ok();
                    findings.require(known, || Defect::UnknownEvent { code: p.code });
                }
            }
            Payload::Settlement(_) | Payload::Archive(_) => {}
        }
    }
}
