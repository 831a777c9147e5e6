//! The report as text, for a terminal.

use std::fmt::Write as _;

use crate::language::Language;
use crate::report::{Finding, Report, Terminal};
use crate::words::{Words, words};

/// The report as text.
#[must_use]
pub fn text(report: &Report, language: Language) -> String {
    let w = words(language);
    let mut out = String::new();
    let verdict = report.verdict as usize;
    let mut line = |text: String| {
        out.push_str(&text);
        out.push('\n');
    };
    line(format!("{}: {}", w.subjects[report.subject as usize], report.name));
    line(format!("{} — {}", w.verdicts[verdict].to_uppercase(), w.meanings[verdict]));
    line(w.trusts[report.trust as usize].to_owned());
    for terminal in &report.terminals {
        line(String::new());
        line(of_terminal(terminal, w));
    }
    line(String::new());
    if report.findings.is_empty() {
        line(w.nothing.to_owned());
    }
    for finding in &report.findings {
        line(of_finding(finding, w));
    }
    if report.more > 0 {
        line(format!("{}: {}", w.more, report.more));
    }
    line(format!("{} {}", w.made_by, report.program));
    out
}

fn of_terminal(terminal: &Terminal, w: &Words) -> String {
    let mut out = format!("{} {}", w.terminal, terminal.code);
    // Writing to a String cannot fail.
    if let Some((kind, number)) = &terminal.archive {
        let _ = write!(out, ", {} {kind} {number}", w.archive);
    }
    if let Some((from, to)) = &terminal.period {
        let _ = write!(out, ", {} {from} → {to}", w.period);
    }
    let (first, last) = terminal.range;
    let _ = write!(out, "\n  {} {}, {} {first} → {last}", w.records, terminal.records, w.positions);
    if let Some((real, absolute)) = terminal.perpetual {
        let _ = write!(out, "\n  {} {}, {} {}", w.perpetual, amount(real), w.absolute, amount(absolute));
    }
    for (chain, kind, count, sum) in &terminal.operations {
        let _ = write!(out, "\n  {chain:<10} {kind:<18} {count:>8}  {:>14}", amount(*sum));
    }
    let _ = write!(out, "\n  {} {}", w.keys, terminal.keys.join(", "));
    out
}

fn of_finding(finding: &Finding, w: &Words) -> String {
    let severity = w.severity[usize::from(finding.warning)];
    let place = place(finding);
    let detail = if finding.detail.is_empty() { String::new() } else { format!(" [{}]", finding.detail) };
    format!("{severity}  {place}  {}{detail}", finding.text)
}

/// Where a finding is.
pub(crate) fn place(finding: &Finding) -> String {
    let parts = [
        (!finding.file.is_empty()).then(|| finding.file.clone()),
        (!finding.terminal.is_empty()).then(|| finding.terminal.clone()),
        finding.position.map(|seq| format!("n° {seq}")),
        finding.chain.clone(),
        (!finding.number.is_empty()).then(|| finding.number.clone()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Minor units as an amount.
pub(crate) fn amount(minor: i64) -> String {
    let (sign, size) = (if minor < 0 { "-" } else { "" }, minor.unsigned_abs());
    format!("{sign}{},{:02}", size / 100, size % 100)
}
