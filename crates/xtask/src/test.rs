//! `cargo xtask test`: everything there is to test, cheapest first; stops at the first step that fails.
//!
//! Browsers, vite and the compiler never run at the same time: on two cores they would only wait for each other
//! and turn time limits into false alarms.

use std::time::{Duration, Instant};

use crate::process::{WHOLE, cargo, program, root, run, target};
use crate::{Failure, bindings, check, npm, packages, ui};

/// How often a journey that failed is run again; Playwright's configuration reads it too. Not at all, unless it is set.
const RETRIES: &str = "COMPTOIR_RETRIES";

/// Run one after the other: two windows of one screen would take the keyboard from each other.
const WINDOW_TESTS: [&str; 3] =
    ["tests/window/till.test.mjs", "tests/window/display.test.mjs", "tests/window/monitors.test.mjs"];

type Step = (&'static str, fn() -> Result<(), Failure>);

const STEPS: &[Step] = &[
    ("system packages", system_packages),
    ("check of files", check::check_files),
    ("npm packages", npm::install),
    ("interface: types", || npm::ui_script("check")),
    ("interface: unit tests", || npm::ui_script("test")),
    ("interface: builds", ui::build),
    ("Rust lints and builds", rust_builds),
    ("Rust tests", rust_tests),
    ("journeys in a browser", browser_journeys),
    ("journeys in the window", window_journeys),
];

/// Runs every step and prints how long each took.
pub fn test() -> Result<(), Failure> {
    let mut times = Vec::new();
    for (name, step) in STEPS {
        eprintln!("\n== {name}");
        let begin = Instant::now();
        let result = step();
        times.push((*name, begin.elapsed()));
        if let Err(failure) = result {
            summary(&times, false);
            return Err(format!("{name}: {failure}"));
        }
    }
    summary(&times, true);
    Ok(())
}

fn summary(times: &[(&str, Duration)], passed: bool) {
    eprintln!();
    let last = times.len().saturating_sub(1);
    for (index, (name, time)) in times.iter().enumerate() {
        let result = if !passed && index == last { "FAILED" } else { "passed" };
        eprintln!("{name:<24} {:>5} s  {result}", time.as_secs());
    }
    let total: Duration = times.iter().map(|(_, time)| *time).sum();
    eprintln!("{:<24} {:>5} s  {} of {} steps", "total", total.as_secs(), times.len(), STEPS.len());
}

fn system_packages() -> Result<(), Failure> {
    packages::install(&[
        packages::COMPILER,
        packages::WINDOW,
        packages::BROWSER,
        packages::WINDOW_TESTS,
        packages::OPENSSL,
        packages::PDF_READER,
        packages::VERIFIER,
    ])
}

/// Tests and programs in one build: built apart, the programs would have fewer features of their dependencies, and all
/// of these be compiled again.
fn rust_builds() -> Result<(), Failure> {
    run(check::linting(cargo().args(["build", "--quiet", "--all-targets", "--keep-going"]).args(WHOLE)))
}

fn rust_tests() -> Result<(), Failure> {
    let bindings = bindings::empty_folder()?;
    let mut tests = cargo();
    check::linting(tests.args(["test", "--quiet", "--tests"]).args(WHOLE));
    tests.env("TS_RS_EXPORT_DIR", &bindings).env("COMPTOIR_DEVHOST", target().join("debug/devhost"));
    // More than there are cores: many wait, for a disk, a worker or a clock.
    run(tests.env("RUST_TEST_THREADS", "4"))?;
    let outdated = bindings::differing(&bindings)?;
    if outdated.is_empty() { Ok(()) } else { Err(outdated.join("\n")) }
}

fn browser_journeys() -> Result<(), Failure> {
    run(program("npm").args(["test", "--silent"]).current_dir(root().join("tests/e2e")))
}

fn window_journeys() -> Result<(), Failure> {
    WINDOW_TESTS.iter().try_for_each(|file| repeating(file, || window_journey(file)))
}

/// Runs it again where it failed, as often as [`RETRIES`] says, and names what passed then: that is a bug to be mended.
fn repeating(name: &str, test: impl Fn() -> Result<(), Failure>) -> Result<(), Failure> {
    let retries: u32 = std::env::var(RETRIES).ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    let first = test();
    if first.is_ok() || !(0..retries).any(|_| test().is_ok()) {
        return first;
    }
    eprintln!("{name}: flaky, passed when it was run again");
    Ok(())
}

fn window_journey(file: &str) -> Result<(), Failure> {
    let mut command = program("dbus-run-session");
    command.args(["--", "xvfb-run", "-a", "-s", "-screen 0 1400x900x24"]);
    command.args(["node", "--test", file]);
    // Software drawing and no accessibility bus: neither exists on a machine without a screen.
    let settings = [
        ("NO_AT_BRIDGE", "1"),
        ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
        ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
        ("LIBGL_ALWAYS_SOFTWARE", "1"),
        ("LANG", "C.UTF-8"),
        ("TZ", "Europe/Paris"),
    ];
    run(command.envs(settings))
}
