//! The verifier: proves that the records of one workstation are those that were signed (fiscal.md 7.8).
//!
//! It needs the records in global order and the trusted public keys, nothing else: no database, no clock. It
//! streams, so that ten years fit in memory; after a defect it takes the record as it is and goes on, so that
//! one defect is not reported again for every later record.
//!
//! Not here: files of an archive and their hashes, and the order of records of different workstations.

mod archives;
mod code;
mod columns;
mod content;
mod defect;
mod discounts;
mod documents;
mod examine;
mod exchanges;
mod figure;
mod finding;
mod generation;
mod grand_totals;
mod keys;
mod mirror;
mod ordered;
mod period_figures;
mod periods;
mod returned;
mod settlements;
mod sums;
mod ticket;
mod trail;

use std::borrow::Cow;
use std::num::NonZeroUsize;

pub use defect::{Defect, Severity};
pub use examine::Examined;
pub use figure::{ArchiveFigure, Column, PeriodFigure, SettlementFault, TicketFigure};
pub use finding::{Finding, Position, Report, Verdict};
pub use keys::{TrustedKey, TrustedKeys};
pub use ordered::{Ordered, in_order};

use self::content::Content;
use self::finding::Findings;
use self::keys::Countersignature;
use self::trail::Trail;
use crate::{Chain, DeclaredGap, FiscalRecord, JetEvent, PerpetualTotals, TerminalHeads};

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
    trail: Trail,
    content: Content,
    findings: Findings,
}

impl Verifier {
    /// Starts at the first record of the workstation whose keys are given.
    #[must_use]
    pub fn new(keys: TrustedKeys) -> Self {
        let heads = TerminalHeads::genesis(keys.terminal_id());
        Self::start(keys, heads, Content::from_genesis())
    }

    /// Starts after a trusted record, as the verification of the last records at start-up does. What only the
    /// whole history can prove is not checked: closings, archives, documents that lie before.
    #[must_use]
    pub fn resume(heads: TerminalHeads, keys: TrustedKeys, perpetual: Option<PerpetualTotals>) -> Self {
        Self::start(keys, heads, Content::resumed(perpetual))
    }

    fn start(keys: TrustedKeys, heads: TerminalHeads, content: Content) -> Self {
        let trail = Trail::after(&heads);
        let findings = Findings::default();
        Self { keys, heads, records: 0, last_utc: None, last_key: None, trail, content, findings }
    }

    /// Takes the next record in global order.
    pub fn push(&mut self, record: &FiscalRecord) {
        self.take(&Examined::new(Cow::Borrowed(record), &self.keys));
    }

    /// Takes the next records in global order, page by page, and does most of the work on threads while the next pages
    /// are read. The report is the same as that of [`Verifier::push`], record by record.
    pub fn push_pages(&mut self, pages: impl FnMut() -> Option<Vec<FiscalRecord>>, threads: NonZeroUsize) {
        let keys = self.keys.clone();
        let examine = |page: Vec<_>| page.into_iter().map(|record| keys.examine(record)).collect::<Vec<_>>();
        in_order(&mut Pages { pages, verifier: self }, threads, examine);
    }

    /// Ends the verification. The heads that were written elsewhere ([`crate::Anchor::heads`]) prove that no record
    /// is missing at the end (fiscal.md 7.5); without them a missing tail cannot be seen.
    #[must_use]
    pub fn finish(mut self, end: Option<&TerminalHeads>) -> Report {
        self.content.finish(&mut self.findings);
        if let Some(end) = end.filter(|end| **end != self.heads) {
            self.findings.at(Position::end(&self.heads));
            let (anchored, found) = (end.global_seq, self.heads.global_seq);
            let behind = anchored < found && self.trail.passes(end);
            let defect = match behind {
                true => Defect::AnchorBehind { anchored, found },
                false => Defect::Anchor { anchored, found },
            };
            self.findings.add(defect);
        }
        Report {
            heads: self.heads,
            records: self.records,
            perpetual: self.content.perpetual(),
            findings: self.findings.into_list(),
        }
    }

    /// Takes the next record in global order, which was examined ([`TrustedKeys::examine`]) with the keys of this
    /// verification: its place, and what it says against what the others said.
    pub fn take(&mut self, examined: &Examined<'_>) {
        let record = examined.record();
        self.records += 1;
        self.findings.at(Position::of(record));
        if let Some(gap) = examined.gap() {
            self.cross(gap, record);
        }
        self.check_place(record);
        self.findings.require(examined.linked, || Defect::Link);
        examined.defects.iter().cloned().for_each(|defect| self.findings.add(defect));
        self.trail.push(record);
        if let Some(payload) = &examined.payload {
            self.check_key_change(examined);
            self.check_start(examined);
            self.check_clock(examined);
            self.content.check(payload, record.global_seq, &self.trail, &mut self.findings);
        }
        if self.last_key.as_ref() != Some(&record.key_id) {
            self.last_key = Some(record.key_id.clone());
        }
        self.heads.advance(record);
    }

    /// Goes on behind a declared gap, if the heads of its anchor account for every record that is missing.
    fn cross(&mut self, gap: &DeclaredGap, record: &FiscalRecord) {
        let missing = gap.to_seq.checked_sub(gap.from_seq).and_then(|n| n.checked_add(1));
        let moved = |chain: Chain| gap.anchor.heads().head(chain).seq.checked_sub(self.heads.head(chain).seq);
        let moved: Option<Vec<i64>> = Chain::ALL.into_iter().map(moved).collect();
        let counted = moved.filter(|chains| chains.iter().all(|n| *n >= 0)).and_then(|chains| {
            chains.into_iter().try_fold(0_i64, i64::checked_add).filter(|sum| Some(*sum) == missing)
        });
        let founded = record.kind == JetEvent::GapDeclared.code().to_string()
            && gap.anchor.terminal_id == self.heads.terminal_id
            && Some(gap.from_seq) == self.heads.global_seq.checked_add(1)
            && gap.to_seq == gap.anchor.global_seq
            && Some(record.global_seq) == gap.to_seq.checked_add(1)
            && counted.is_some_and(|n| n > 0)
            && self.content.accounts_for(&gap.anchor);
        if !founded {
            self.findings.add(Defect::GapUnfounded);
            return;
        }
        self.findings.add(Defect::GapDeclared { from: gap.from_seq, to: gap.to_seq });
        self.content.cross(&self.heads, &gap.anchor, record, &mut self.findings);
        self.heads = gap.anchor.heads();
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
    }

    /// A new key starts with its announcement, and the old one signed it while there was one (fiscal.md 7.4).
    fn check_key_change(&mut self, examined: &Examined<'_>) {
        let record = examined.record();
        let Some(last) = self.last_key.as_ref().filter(|last| **last != record.key_id) else { return };
        let announced = examined.is_event(JetEvent::KeyRotated) || examined.is_event(JetEvent::GapDeclared);
        self.findings.require(announced, || Defect::KeyChangeNotAnnounced);
        let Some(key) = self.keys.get(&record.key_id) else { return };
        match self.keys.countersignature(key) {
            Countersignature::None => self.findings.add(Defect::KeyNotCountersigned),
            Countersignature::Sound if key.previous() == Some(last) => {}
            Countersignature::Sound | Countersignature::Wrong => {
                self.findings.add(Defect::KeyCountersignature);
            }
        }
    }

    /// the first record initialises the journal.
    fn check_start(&mut self, examined: &Examined<'_>) {
        let started = self.heads.global_seq != 0 || examined.is_event(JetEvent::JournalInitialised);
        self.findings.require(started, || Defect::NotInitialised);
    }

    fn check_clock(&mut self, examined: &Examined<'_>) {
        let Some(utc) = examined.utc else { return };
        let behind = self.last_utc.map_or(0, |last| last.saturating_sub(utc));
        if behind > CLOCK_TOLERANCE_SECONDS {
            self.findings.add(Defect::ClockBehind { seconds: behind });
        }
        self.last_utc = Some(utc);
    }
}

/// Pages of records on their way through a verification.
struct Pages<'v, P> {
    pages: P,
    verifier: &'v mut Verifier,
}

impl<P: FnMut() -> Option<Vec<FiscalRecord>>> Ordered for Pages<'_, P> {
    type Job = Vec<FiscalRecord>;
    type Done = Vec<Examined<'static>>;

    fn next(&mut self) -> Option<Self::Job> {
        (self.pages)()
    }

    fn take(&mut self, page: Self::Done) -> bool {
        page.iter().for_each(|record| self.verifier.take(record));
        true
    }
}
