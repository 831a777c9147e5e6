//! The verification of the running program's records as a report for keeping: the same page as that of `comptoir-verify`.

use api::types::{IntegrityProgress, IntegrityResult, IntegrityVerdict};
use verify::{Finding, Language, Report, Subject, Terminal, Verdict, page as html, sentence};

/// The page.
pub fn page(progress: &IntegrityProgress, language: Language) -> String {
    let moment = progress.ended_ms.and_then(|ms| jiff::Timestamp::from_millisecond(ms).ok());
    let mut report = Report::new(Subject::Program, moment.map(|at| at.to_string()).unwrap_or_default());
    for result in &progress.workstations {
        let verdict = verdict(result.verdict);
        report.terminals.push(terminal(result, verdict));
        report.extend(result.findings.iter().map(|finding| Finding {
            file: String::new(),
            terminal: result.code.clone(),
            position: Some(finding.position),
            chain: finding.chain.clone(),
            number: finding.number.clone(),
            warning: !finding.severe,
            code: finding.defect.clone(),
            text: sentence(&finding.defect, language).to_owned(),
            detail: finding.detail.clone(),
        }));
        report.more += u64::from(result.more);
        report.verdict = report.verdict.max(verdict);
    }
    html(&report, language)
}

const fn verdict(of: IntegrityVerdict) -> Verdict {
    match of {
        IntegrityVerdict::Sound => Verdict::Sound,
        IntegrityVerdict::Warnings => Verdict::Warnings,
        IntegrityVerdict::Broken => Verdict::Broken,
    }
}

fn terminal(result: &IntegrityResult, verdict: Verdict) -> Terminal {
    let records = i64::try_from(result.records).unwrap_or(i64::MAX);
    Terminal {
        code: result.code.clone(),
        archive: None,
        period: None,
        range: (1.min(records), records),
        records: result.records,
        operations: Vec::new(),
        perpetual: None,
        keys: Vec::new(),
        verdict,
    }
}
