//! The report of an archive.

use std::path::Path;

use archive::Manifest;
use archive::check::{ArchiveReport, FileDefect, FileFinding, Options as Checking, Trust as Known, check};
use fiscal::verify::{Finding as Defective, Severity};

use crate::language::Language;
use crate::report::{Finding, Report, Subject, Terminal, Trust, Verdict};
use crate::words::{file_code, sentence};
use crate::{Options, threads};

/// Verifies an archive.
pub(crate) fn verify(path: &Path, options: &Options) -> Report {
    let checking = Checking { trusted: &options.trusted, threads: threads(), goes_on: &|_| true };
    let found = check(path, &checking);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut report = Report::new(Subject::Archive, name);
    report.trust = match found.trust {
        Known::NotAsked => Trust::NotAsked,
        Known::Trusted => Trust::Trusted,
        Known::Untrusted => Trust::Untrusted,
    };
    report.terminals.extend(found.manifest.as_ref().map(|manifest| terminal(manifest, &found)));
    report.extend(archive_findings(&found, options.language));
    report.verdict = report.verdict.max(found.verdict().into());
    report
}

fn terminal(manifest: &Manifest, found: &ArchiveReport) -> Terminal {
    let records = found.records.as_ref();
    Terminal {
        code: manifest.terminal.code.clone(),
        archive: Some((manifest.kind.clone(), manifest.number.clone())),
        period: Some((manifest.period.from.clone(), manifest.period.to.clone())),
        range: (manifest.range.first_seq, manifest.range.last_seq),
        records: records.map_or(0, |report| report.records),
        operations: found
            .operations
            .iter()
            .map(|((chain, kind), o)| (chain.to_string(), kind.clone(), o.count, o.amount.0))
            .collect(),
        perpetual: records.and_then(|r| r.perpetual).map(|p| (p.real.0, p.abs.0)),
        keys: manifest.keys.iter().map(|key| key.key_id.clone()).collect(),
        verdict: records.map_or(Verdict::Broken, |report| report.verdict().into()),
    }
}

/// What was found in an archive, in words: in its files, its sealing record and its records.
#[must_use]
pub fn archive_findings(found: &ArchiveReport, language: Language) -> Vec<Finding> {
    let code = found.manifest.as_ref().map(|m| m.terminal.code.clone()).unwrap_or_default();
    let records = found.records.iter().flat_map(|report| &report.findings);
    let files = found.files.iter().map(|finding| of_file(finding, language));
    let act = found
        .act
        .iter()
        .map(|finding| Finding { file: "archive.json".to_owned(), ..of_record(finding, &code, language) });
    files.chain(act).chain(records.map(|finding| of_record(finding, &code, language))).collect()
}

fn of_file(finding: &FileFinding, language: Language) -> Finding {
    let code = file_code(&finding.defect);
    let detail = match &finding.defect {
        FileDefect::Untrusted { key_id } => key_id.clone(),
        FileDefect::Line { line } => format!("line {line}"),
        FileDefect::Container(damage) => format!("{damage:?}"),
        _ => String::new(),
    };
    Finding {
        file: finding.file.clone(),
        terminal: String::new(),
        position: None,
        chain: None,
        number: String::new(),
        warning: finding.defect.severity() == Severity::Warning,
        code: code.to_owned(),
        text: sentence(code, language).to_owned(),
        detail,
    }
}

/// A finding of the records of a workstation, in words.
pub(crate) fn of_record(finding: &Defective, terminal: &str, language: Language) -> Finding {
    let code = finding.defect.code();
    let position = &finding.position;
    Finding {
        file: String::new(),
        terminal: terminal.to_owned(),
        position: Some(position.global_seq),
        chain: position.chain.map(|chain| chain.to_string()),
        number: position.doc_no.clone(),
        warning: finding.defect.severity() == Severity::Warning,
        code: code.to_owned(),
        text: sentence(code, language).to_owned(),
        detail: format!("{:?}", finding.defect),
    }
}
