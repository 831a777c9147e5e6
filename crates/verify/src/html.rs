//! The report as one page: no script, nothing from elsewhere, made to be printed. Verdict and findings stand first.

use std::fmt::Write as _;

use crate::language::Language;
use crate::report::{Note, Report, Terminal, Verdict};
use crate::text::{amount, place};
use crate::words::{Words, words};

const STYLE: &str = include_str!("page.css");

/// The report as one self-contained page.
#[must_use]
pub fn page(report: &Report, language: Language) -> String {
    let w = words(language);
    let verdict = report.verdict as usize;
    let class = match report.verdict {
        Verdict::Sound => "sound",
        Verdict::Warnings => "warnings",
        Verdict::Broken => "broken",
    };
    let terminals: String = report.terminals.iter().map(|terminal| of_terminal(terminal, w)).collect();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title} — {name}</title>\
         <style>{STYLE}</style></head><body><main>\
         <header class=\"{class}\"><p class=\"subject\">{subject} · {name}</p><h1>{verdict_word}</h1>\
         <p>{meaning}</p></header>\n<p class=\"trust\">{trust}</p>\n{findings}{terminals}{notes}\
         <footer>{made_by} {program}</footer></main></body></html>\n",
        lang = language.code(),
        title = escaped(w.title),
        name = escaped(&report.name),
        subject = escaped(w.subjects[report.subject as usize]),
        verdict_word = escaped(w.verdicts[verdict]),
        meaning = escaped(w.meanings[verdict]),
        trust = escaped(w.trusts[report.trust as usize]),
        findings = findings(report, w),
        notes = report.notes.iter().map(note).collect::<String>(),
        made_by = escaped(w.made_by),
        program = escaped(&report.program),
    )
}

fn of_terminal(terminal: &Terminal, w: &Words) -> String {
    let mut facts = Vec::new();
    if let Some((kind, number)) = &terminal.archive {
        facts.push((w.archive, format!("{kind} · {number}")));
    }
    if let Some((from, to)) = &terminal.period {
        facts.push((w.period, format!("{from} → {to}")));
    }
    let (first, last) = terminal.range;
    facts.push((w.records, format!("{} ({first} → {last})", terminal.records)));
    if let Some((real, absolute)) = terminal.perpetual {
        facts.push((w.perpetual, amount(real)));
        facts.push((w.absolute, amount(absolute)));
    }
    facts.push((w.keys, terminal.keys.join(", ")));
    let mut out = format!("<section><h2>{} {}</h2><dl>", escaped(w.terminal), escaped(&terminal.code));
    // Writing to a String cannot fail.
    for (name, value) in facts {
        let _ = write!(out, "<div><dt>{}</dt><dd>{}</dd></div>", escaped(name), escaped(&value));
    }
    out.push_str("</dl>");
    if !terminal.operations.is_empty() {
        let _ = write!(
            out,
            "<table><thead><tr><th colspan=\"2\">{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th></tr></thead><tbody>",
            escaped(w.operation),
            escaped(w.count),
            escaped(w.amount)
        );
        for (chain, kind, count, sum) in &terminal.operations {
            let (chain, kind) = (escaped(chain), escaped(kind));
            let sum = if *sum == 0 { String::new() } else { amount(*sum) };
            let _ = write!(
                out,
                "<tr><td>{chain}</td><td>{kind}</td><td class=\"n\">{count}</td><td class=\"n\">{sum}</td></tr>"
            );
        }
        out.push_str("</tbody></table>");
    }
    out.push_str("</section>\n");
    out
}

fn findings(report: &Report, w: &Words) -> String {
    let mut out = format!("<section><h2>{}</h2>", escaped(w.findings));
    if report.findings.is_empty() {
        let _ = writeln!(out, "<p>{}</p></section>", escaped(w.nothing));
        return out;
    }
    let _ = write!(
        out,
        "<table class=\"findings\"><thead><tr><th></th><th>{}</th><th>{}</th></tr></thead><tbody>",
        escaped(w.place),
        escaped(w.what)
    );
    for finding in &report.findings {
        let class = if finding.warning { "warnings" } else { "broken" };
        let _ = write!(
            out,
            "<tr><td><span class=\"{class}\">{}</span></td><td>{}</td><td>{}<small>{}</small></td></tr>",
            escaped(w.severity[usize::from(finding.warning)]),
            escaped(&place(finding)),
            escaped(&finding.text),
            escaped(&finding.detail)
        );
    }
    out.push_str("</tbody></table>");
    if report.more > 0 {
        let _ = write!(out, "<p>{}: {}</p>", escaped(w.more), report.more);
    }
    out.push_str("</section>\n");
    out
}

fn note(note: &Note) -> String {
    let lines: String = note.lines.iter().map(|line| format!("<p>{}</p>", escaped(line))).collect();
    format!("<section><h2>{}</h2>{lines}</section>\n", escaped(&note.title))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
