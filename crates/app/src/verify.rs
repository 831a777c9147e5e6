//! Verifying signed records: the end of every chain at start, all of them on demand.

use domain::ids::WorkstationId;
use fiscal::verify::{Report, TrustedKey, TrustedKeys, Verdict, Verifier};
use store::Db;
use store::tables::{fiscal as chains, settings};

use crate::error::{Error, Result};

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
        let anchor = chains::state(db, terminal)?.heads.anchor();
        reports.push((terminal, verifier.finish(Some(&anchor))));
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
        let report = verifier.finish(Some(&heads.anchor()));
        if report.verdict() == Verdict::Broken {
            let code = settings::workstation(db, terminal)?.map_or_else(|| terminal.to_string(), |w| w.code);
            defects.push((code, report.findings.first().map_or(heads.global_seq, |f| f.position.global_seq)));
        }
    }
    Ok(defects)
}

fn trusted(db: Db<'_>, terminal: WorkstationId) -> Result<TrustedKeys> {
    let keys = chains::keys(db, terminal)?.into_iter().map(|(spki, from)| TrustedKey::new(&spki, from));
    let keys =
        keys.collect::<Result<Vec<_>, _>>().map_err(|e| Error::Store(store::Error::Fiscal(e.to_string())))?;
    Ok(TrustedKeys::new(terminal, keys))
}
