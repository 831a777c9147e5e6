//! `cargo xtask test`: everything there is to test, cheapest first; stops at the first step that fails.
//!
//! Browsers, vite and the compiler never run at the same time: on two cores they would only wait for each other
//! and turn time limits into false alarms.

use std::time::{Duration, Instant};

use crate::process::{cargo, program, root, run};
use crate::{Failure, check, npm, packages, ui};

const WINDOW_TESTS: [&str; 2] = ["tests/window/till.test.mjs", "tests/window/display.test.mjs"];

type Step = (&'static str, fn() -> Result<(), Failure>);

const STEPS: &[Step] = &[
    ("system packages", system_packages),
    ("check", check::check),
    ("npm packages", npm::install),
    ("interface: types", || npm::ui_script("check")),
    ("interface: unit tests", || npm::ui_script("test")),
    ("interface: builds", ui::build),
    ("Rust tests", rust_tests),
    ("programs", programs),
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

/// The whole workspace at once, the shell with its embedded interface included: dependencies are then compiled with
/// one set of features for tests and programs alike.
const WHOLE: [&str; 3] = ["--workspace", "--features", "comptoir/custom-protocol"];

fn rust_tests() -> Result<(), Failure> {
    // The bindings test writes files; during a test run they must not land in the working tree.
    let bindings = root().join("target/bindings-of-tests");
    run(cargo().args(["test", "--quiet"]).args(WHOLE).env("TS_RS_EXPORT_DIR", bindings))
}

fn programs() -> Result<(), Failure> {
    run(cargo().args(["build", "--quiet", "--bins"]).args(WHOLE))
}

fn browser_journeys() -> Result<(), Failure> {
    run(program("npm").args(["test", "--silent"]).current_dir(root().join("tests/e2e")))
}

fn window_journeys() -> Result<(), Failure> {
    let mut command = program("dbus-run-session");
    command.args(["--", "xvfb-run", "-a", "-s", "-screen 0 1400x900x24"]);
    // One after the other: two windows of one screen would take the keyboard from each other.
    command.args(["node", "--test", "--test-concurrency=1"]).args(WINDOW_TESTS);
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
