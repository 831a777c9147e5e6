//! A report of the verifier as windows and the table of verifications keep it.

use api::types::{IntegrityFinding, IntegrityResult, IntegrityVerdict};
use domain::ids::WorkstationId;
use fiscal::verify::{Finding, Report, Severity, Verdict};

/// Findings that are told one by one; whoever needs all of them runs the stand-alone verifier.
const TOLD: usize = 100;

/// The report on one workstation.
pub fn result(workstation_id: WorkstationId, code: String, report: &Report) -> IntegrityResult {
    let more = report.findings.len().saturating_sub(TOLD);
    IntegrityResult {
        workstation_id,
        code,
        records: report.records,
        verdict: match report.verdict() {
            Verdict::Sound => IntegrityVerdict::Sound,
            Verdict::Warnings => IntegrityVerdict::Warnings,
            Verdict::Broken => IntegrityVerdict::Broken,
        },
        findings: report.findings.iter().take(TOLD).map(finding).collect(),
        more: u32::try_from(more).unwrap_or(u32::MAX),
    }
}

fn finding(Finding { position, defect }: &Finding) -> IntegrityFinding {
    IntegrityFinding {
        severe: defect.severity() == Severity::Error,
        position: position.global_seq,
        chain: position.chain.map(|chain| chain.as_str().to_owned()),
        number: position.doc_no.clone(),
        defect: defect.code().to_owned(),
        detail: format!("{defect:?}"),
    }
}

/// What goes into the list of defects: errors, by place and name.
pub fn defects(result: &IntegrityResult) -> Vec<(i64, String)> {
    let severe = result.findings.iter().filter(|finding| finding.severe);
    severe.map(|finding| (finding.position, finding.defect.clone())).collect()
}
