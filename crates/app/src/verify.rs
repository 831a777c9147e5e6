//! Verifying signed records: the end of every chain at start, all of them on demand, and the counts behind closed shifts.

use std::collections::BTreeMap;

use domain::ids::WorkstationId;
use fiscal::verify::{Report, TrustedKey, TrustedKeys, Verdict, Verifier};
use fiscal::{ChainHead, FiscalRecord, Payload, Stamp, TerminalHeads, extract};
use store::Db;
use store::tables::shifts::ShiftRow;
use store::tables::{fiscal as chains, journal, settings};

use crate::error::{Error, Result};
use crate::handlers::shift_close::count_info;

/// Records looked at when the program starts (sync.md §13).
const AT_START: i64 = 50;
/// Records read at once.
const PAGE: u32 = 500;

/// Verifies every record of every workstation: one report each.
pub fn verify_chains(db: Db<'_>) -> Result<Vec<(WorkstationId, Report)>> {
    let mut reports = Vec::new();
    for terminal in chains::terminals(db)? {
        let mut verifier = Verifier::new(trusted(db, terminal)?);
        let mut after = 0;
        loop {
            let page = chains::records(db, terminal, after, PAGE)?;
            let Some(last) = page.last() else { break };
            after = last.global_seq;
            page.iter().for_each(|record| verifier.push(record));
        }
        let heads = chains::state(db, terminal)?.heads;
        reports.push((terminal, verifier.finish(Some(&heads))));
    }
    Ok(reports)
}

/// Verifies the last records of every workstation, and that the counters point at the last one. Returns the code
/// of the workstation and the position of its first defect.
pub fn last_records(db: Db<'_>) -> Result<Vec<(String, i64)>> {
    let mut defects = Vec::new();
    for terminal in chains::terminals(db)? {
        let heads = chains::state(db, terminal)?.heads;
        let after = (heads.global_seq - AT_START).max(0);
        let before = chains::state_at(db, terminal, after)?;
        let mut verifier = match after {
            0 => Verifier::new(trusted(db, terminal)?),
            _ => Verifier::resume(before.heads, trusted(db, terminal)?, Some(before.perpetual)),
        };
        for record in chains::records(db, terminal, after, PAGE)? {
            verifier.push(&record);
        }
        let report = verifier.finish(Some(&heads));
        if report.verdict() == Verdict::Broken {
            let code = settings::workstation(db, terminal)?.map_or_else(|| terminal.to_string(), |w| w.code);
            defects.push((code, report.findings.first().map_or(heads.global_seq, |f| f.position.global_seq)));
        }
    }
    Ok(defects)
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

fn trusted(db: Db<'_>, terminal: WorkstationId) -> Result<TrustedKeys> {
    let keys = chains::keys(db, terminal)?.into_iter().map(|(spki, from)| TrustedKey::new(&spki, from));
    let keys =
        keys.collect::<Result<Vec<_>, _>>().map_err(|e| Error::Store(store::Error::Fiscal(e.to_string())))?;
    Ok(TrustedKeys::new(terminal, keys))
}
