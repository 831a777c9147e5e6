//! The fast checks: format, lints, directions between crates, and those invariants that a program can see.
//!
//! Everything is looked at before anything is reported, so that one run shows every offender.

mod code;
mod directions;
pub mod fiscal_rules;
mod invariants;
mod locales;
mod lockfiles;
pub mod migrations;
mod policy;
mod size;

use std::process::Command;

use crate::files::{Source, sources};
use crate::process::{cargo, run};
use crate::{Failure, bindings, packages};

/// Runs every check.
///
/// # Errors
/// Lists what was found.
pub fn check() -> Result<(), Failure> {
    packages::install(&[packages::COMPILER])?;
    let mut findings = read()?;
    findings.extend(clippy().err());
    findings.extend(bindings::outdated()?);
    report(&findings)
}

/// The checks that compile nothing; [`linting`] and [`bindings::differing`] stand for the others.
///
/// # Errors
/// Lists what was found.
pub fn check_files() -> Result<(), Failure> {
    report(&read()?)
}

fn read() -> Result<Vec<String>, Failure> {
    let mut findings = tree()?;
    findings.extend(run(cargo().args(["fmt", "--all", "--check", "--", "--files-with-diff"])).err());
    Ok(findings)
}

fn report(findings: &[String]) -> Result<(), Failure> {
    if findings.is_empty() {
        eprintln!("check: nothing found");
        return Ok(());
    }
    Err(format!("{} finding(s)\n  {}", findings.len(), findings.join("\n  ")))
}

/// What can be seen by reading files only.
fn tree() -> Result<Vec<String>, Failure> {
    let rust = sources(&[".rs"])?;
    let script = sources(&[".ts", ".js", ".mjs", ".svelte"])?;
    let mut findings = directions::findings()?;
    findings.extend(directions::on_phones()?);
    findings.extend(invariants::rust(&rust));
    findings.extend(invariants::script(&script));
    findings.extend(invariants::names(rust.iter().chain(&script)));
    findings.extend(size::findings(rust.iter().chain(&script)));
    findings.extend(locales::findings()?);
    findings.extend(lockfiles::findings()?);
    findings.extend(migrations::findings()?);
    findings.extend(fiscal_rules::findings()?);
    findings.extend(policy::findings()?);
    Ok(findings)
}

fn clippy() -> Result<(), Failure> {
    let mut command = cargo();
    command.args(["clippy", "--quiet", "--all-targets", "--keep-going"]);
    // The shell needs GTK and WebKit, which `check` does not install.
    if packages::present(&[packages::WINDOW]) {
        command.arg("--workspace");
    }
    run(command.args(["--", "-D", "warnings"]))
}

/// Has a build look for lints while it compiles, as `cargo clippy` does without building. Where both are wanted this
/// spares compiling every dependency twice.
pub fn linting(command: &mut Command) -> &mut Command {
    command.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver");
    // How `cargo clippy` hands `-D warnings` on.
    command.env("CLIPPY_ARGS", "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__")
}

/// A finding at a line of a file.
fn at(source: &Source, line: usize, what: &str) -> String {
    format!("{}:{line}: {what}", source.path)
}
