//! `comptoir-verify`: verifies an archive or a database file, and writes nothing but the report.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use verify::{Language, Options, Report, page, text, verify};

const USAGE: &str = "comptoir-verify FILE.zip|DATABASE [--trust FINGERPRINT]... [--anchor head.json] \
[--json FILE] [--html FILE] [--lang fr|en]

Verifies a fiscal archive, or a database file of a till that is closed.
Exit code: 0 sound, 1 warnings, 2 broken, unreadable or misused.";

/// What was asked for on the command line.
#[derive(Default)]
struct Asked {
    file: Option<PathBuf>,
    options: Options,
    json: Option<PathBuf>,
    html: Option<PathBuf>,
}

fn main() -> ExitCode {
    let asked = match arguments(std::env::args().skip(1)) {
        Ok(asked) => asked,
        Err(problem) => return fail(&problem),
    };
    let Some(file) = &asked.file else { return fail(USAGE) };
    let report = verify(file, &asked.options);
    match write(&report, &asked) {
        Ok(()) => ExitCode::from(report.verdict as u8),
        Err(error) => fail(&error.to_string()),
    }
}

fn fail(problem: &str) -> ExitCode {
    // Nothing is left to do when even this cannot be written.
    let _ = writeln!(std::io::stderr(), "{problem}");
    ExitCode::from(2)
}

fn write(report: &Report, asked: &Asked) -> std::io::Result<()> {
    let language = asked.options.language;
    std::io::stdout().write_all(text(report, language).as_bytes())?;
    let beside =
        |path: &Option<PathBuf>, content: String| path.as_deref().map_or(Ok(()), |p| put(p, &content));
    beside(&asked.json, report.json().map_err(std::io::Error::other)?)?;
    beside(&asked.html, page(report, language))
}

fn put(path: &Path, content: &str) -> std::io::Result<()> {
    std::fs::write(path, content)
}

fn arguments(mut words: impl Iterator<Item = String>) -> Result<Asked, String> {
    let mut asked = Asked::default();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} ?\n\n{USAGE}"));
        match word.as_str() {
            "--trust" => asked.options.trusted.push(value()?),
            "--anchor" => asked.options.anchors = Some(value()?.into()),
            "--json" => asked.json = Some(value()?.into()),
            "--html" => asked.html = Some(value()?.into()),
            "--lang" => asked.options.language = Language::of(&value()?),
            flag if flag.starts_with("--") => return Err(format!("{flag} ?\n\n{USAGE}")),
            _ if asked.file.is_some() => return Err(USAGE.to_owned()),
            _ => asked.file = Some(word.into()),
        }
    }
    Ok(asked)
}
