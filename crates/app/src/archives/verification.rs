//! The verification of the running program's records as a report for keeping: the same page as that of `comptoir-verify`.

use api::types::{IntegrityProgress, IntegrityResult, IntegrityVerdict, TableCheck};
use domain::country::Country;
use verify::{Finding, Language, Note, Report, Subject, Terminal, Verdict, page as html, sentence};

use crate::integrity::{date_time, in_words, table_outcome};

/// The page.
pub fn page(progress: &IntegrityProgress, language: Language, country: Country) -> String {
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
    let checks = progress.tables.iter().chain(&progress.tables_result);
    report.notes.extend(checks.map(|check| tables(check, language, country)));
    html(&report, language)
}

/// The check of the tables: beside the verdict, which is about what was signed.
fn tables(check: &TableCheck, language: Language, country: Country) -> Note {
    let mut lines = vec![table_outcome(check.state, language).to_owned()];
    for found in in_words(check, language, country).tables {
        let more = found.count.saturating_sub(found.sentences.len() as u64);
        lines.extend(found.sentences);
        if more > 0 {
            lines.push(format!("{} + {more}", found.title));
        }
    }
    // It may be older than the verification of the records above it.
    let mut title = language.pick("Tables et journal des opérations", "Tables and operation log").to_owned();
    if let Some(ended_ms) = check.ended_ms {
        title = format!("{title} · {}", date_time(ended_ms, language, country));
    }
    Note { title, lines }
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
