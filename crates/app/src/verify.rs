//! Verifying signed records: the end of every chain at start, all of them on demand, and the counts behind closed shifts.

use std::collections::BTreeMap;

use domain::ids::WorkstationId;
use fiscal::signing::VerifyError;
use fiscal::verify::{Finding, Report, Severity, TrustedKey, TrustedKeys, Verdict, Verifier};
use fiscal::{ChainHead, FiscalRecord, Payload, Stamp, TerminalHeads, extract};
use store::Db;
use store::tables::closings::{self, ClosingRow};
use store::tables::shifts::ShiftRow;
use store::tables::{books, fiscal as chains, journal, settings};

use crate::error::{Error, Result};
use crate::handlers::shift_close::count_info;

/// Records looked at when the program starts (sync.md §13).
const AT_START: i64 = 50;
/// Records read at once.
const PAGE: u32 = 500;

/// Verifies every record of every workstation: one report each.
pub fn verify_chains(db: Db<'_>) -> Result<Vec<(WorkstationId, Report)>> {
    Ok(verify_chains_beside(db, |_| true)?.unwrap_or_default())
}

/// The same beside the work: `watch` is told the records done and answers whether to go on. None once it said no.
pub fn verify_chains_beside(
    db: Db<'_>,
    mut watch: impl FnMut(u64) -> bool,
) -> Result<Option<Vec<(WorkstationId, Report)>>> {
    let (mut reports, mut done) = (Vec::new(), 0);
    for terminal in chains::terminals(db)? {
        let mut verifier = Verifier::new(trusted(db, terminal)?);
        let mut after = 0;
        loop {
            let page = chains::records(db, terminal, after, PAGE)?;
            let Some(last) = page.last() else { break };
            after = last.global_seq;
            page.iter().for_each(|record| verifier.push(record));
            done += page.len() as u64;
            if !watch(done) {
                return Ok(None);
            }
        }
        let heads = chains::state(db, terminal)?.heads;
        reports.push((terminal, verifier.finish(Some(&heads))));
    }
    Ok(Some(reports))
}

/// A workstation whose last records do not verify.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TailDefect {
    /// The workstation.
    pub terminal: WorkstationId,
    /// Its code.
    pub code: String,
    /// Place of the first defect.
    pub position: i64,
    /// What is wrong: a name of the verifier.
    pub defect: String,
}

/// Verifies the last records of every workstation, and that the counters point at the last one. Costs the same
/// whatever came before.
pub fn last_records(db: Db<'_>) -> Result<Vec<TailDefect>> {
    let mut defects = Vec::new();
    for terminal in chains::terminals(db)? {
        let heads = chains::state(db, terminal)?.heads;
        let after = tail(db, terminal, heads.global_seq)?;
        let mut verifier = verifier_behind(db, terminal, after)?;
        for record in chains::records(db, terminal, after, PAGE)? {
            verifier.push(&record);
        }
        let report = verifier.finish(Some(&heads));
        let broken = report.findings.iter().find(|finding| finding.defect.severity() == Severity::Error);
        if let Some(Finding { position, defect }) = broken {
            let code = settings::workstation(db, terminal)?.map_or_else(|| terminal.to_string(), |w| w.code);
            let (position, defect) = (position.global_seq, defect.code().to_owned());
            defects.push(TailDefect { terminal, code, position, defect });
        }
    }
    Ok(defects)
}

/// Where the last records begin; in front of a gap rather than inside it, so that its declaration is read with it.
fn tail(db: Db<'_>, terminal: WorkstationId, head: i64) -> Result<i64> {
    let after = (head - AT_START).max(0);
    let gaps = books::gaps(db, terminal)?;
    let inside = gaps.iter().find(|gap| (gap.from_seq..=gap.to_seq).contains(&after));
    Ok(inside.map_or(after, |gap| gap.from_seq - 1))
}

/// A verification that starts behind a record which is taken as it is; from the beginning behind none.
pub fn verifier_behind(db: Db<'_>, terminal: WorkstationId, after: i64) -> Result<Verifier> {
    let keys = trusted(db, terminal)?;
    if after == 0 {
        return Ok(Verifier::new(keys));
    }
    let before = chains::state_at(db, terminal, after)?;
    Ok(Verifier::resume(before.heads, keys, Some(before.perpetual)))
}

/// The signed counts of drawers (JET 170) behind some closed shifts.
pub struct SignedCounts(BTreeMap<WorkstationId, (TrustedKeys, Vec<FiscalRecord>)>);

impl SignedCounts {
    /// Reads the counts of these shifts, workstation by workstation.
    pub fn of(db: Db<'_>, closed: &[ShiftRow]) -> Result<Self> {
        let mut moments: BTreeMap<WorkstationId, (i64, i64)> = BTreeMap::new();
        for (shift, closing) in closed.iter().filter_map(|s| s.closing.as_ref().map(|c| (s, c))) {
            let span = moments.entry(shift.workstation).or_insert((closing.at_ms, closing.at_ms));
            *span = (span.0.min(closing.at_ms), span.1.max(closing.at_ms));
        }
        let read = |(terminal, (from, to))| {
            let records = journal::counts(db, terminal, &second(from)?, &second(to)?)?;
            Ok((terminal, (trusted(db, terminal)?, records)))
        };
        Ok(Self(moments.into_iter().map(read).collect::<Result<_>>()?))
    }

    /// True when the count of this shift was signed with a key of its workstation, and says what the shift says.
    /// The chain around it is proven by [`verify_chains`].
    pub fn prove(&self, shift: &ShiftRow) -> bool {
        let Some(closing) = &shift.closing else { return false };
        let Some((keys, records)) = self.0.get(&shift.workstation) else { return false };
        let said = count_info(shift.number, closing.expected, closing.counted);
        let signed = records.iter().find(|r| extract(&r.sig) == closing.extract);
        signed.is_some_and(|record| says(record, &said) && verifies(record, shift.workstation, keys.clone()))
    }
}

fn says(record: &FiscalRecord, info: &str) -> bool {
    let payload: Option<Payload> = serde_json::from_str(&record.payload).ok();
    payload.is_some_and(|payload| payload.event().is_some_and(|event| event.info == info))
}

/// True when the grand total of a closing was signed with a key of its workstation, and says what its row says.
pub fn proves_closing(db: Db<'_>, closing: &ClosingRow) -> Result<bool> {
    let Some(record) = closings::grand_total(db, closing)? else { return Ok(false) };
    let says = match serde_json::from_str::<Payload>(&record.payload) {
        Ok(Payload::GrandTotal(p)) => {
            p.scope == closing.scope
                && p.period_key == closing.period_key
                && p.period_total == closing.total
                && p.perpetual == closing.perpetual
        }
        _ => false,
    };
    Ok(says
        && extract(&record.sig) == closing.extract
        && verifies(&record, closing.terminal, trusted(db, closing.terminal)?))
}

/// Verifies one record by itself: it is taken to stand where it says.
fn verifies(record: &FiscalRecord, terminal: WorkstationId, keys: TrustedKeys) -> bool {
    let before = ChainHead { seq: record.chain_seq - 1, sig: record.prev_sig.clone() };
    let heads = TerminalHeads {
        terminal_id: terminal,
        global_seq: record.global_seq - 1,
        link_global: record.prev_global.clone(),
        chains: BTreeMap::from([(record.chain, before)]),
    };
    let mut verifier = Verifier::resume(heads, keys, None);
    verifier.push(record);
    verifier.finish(None).verdict() != Verdict::Broken
}

/// The second of a moment, as records say it.
fn second(ms: i64) -> Result<String> {
    let stamp = Stamp::from_unix(ms.div_euclid(1000), 0).map_err(|e| Error::Bug(e.to_string()))?;
    Ok(stamp.ts_utc)
}

/// The public keys of a workstation, each with what the one before says of it.
pub fn trusted(db: Db<'_>, terminal: WorkstationId) -> Result<TrustedKeys> {
    let key = |row: books::KeyRow| {
        let key = TrustedKey::new(&row.spki, row.valid_from)?;
        Ok(match row.previous.zip(row.countersignature) {
            Some((previous, signature)) => key.countersigned(&previous, &signature),
            None => key,
        })
    };
    let keys: Result<Vec<_>, VerifyError> = books::keys(db, terminal)?.into_iter().map(key).collect();
    let keys = keys.map_err(|e| Error::Store(store::Error::Fiscal(e.to_string())))?;
    Ok(TrustedKeys::new(terminal, keys))
}
