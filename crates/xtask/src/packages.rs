//! Debian packages: looks at what is installed and installs only what is missing.
//!
//! Each task names the sets it needs, so that `check` never installs a browser.

use std::process::Command;

use crate::Failure;
use crate::process::{output, program, run, succeeds};

/// Packages that serve one purpose.
pub type Set = &'static [&'static str];

/// A C compiler for the crates that carry C (SQLite, ring).
pub const COMPILER: Set = &["build-essential"];
/// What the shell links: GTK and WebKit (Tauri's prerequisites).
pub const WINDOW: Set =
    &["pkg-config", "libwebkit2gtk-4.1-dev", "libgtk-3-dev", "librsvg2-dev", "libdbus-1-dev"];
/// A browser for Playwright: Chromium without what shows a window, which halves the time of the journeys.
pub const BROWSER: Set = &["chromium-headless-shell"];
/// A driver, a screen and a message bus for tests in the real window; for those with two monitors, what sets them up, a window
/// manager, and keys of the X server.
pub const WINDOW_TESTS: Set = &[
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "dbus",
    "fonts-dejavu-core",
    "xserver-xorg-core",
    "xserver-xorg-video-dummy",
    "x11-xserver-utils",
    "openbox",
    "xdotool",
];

/// Runs the independent verifier of archives (`tests/verify`).
pub const VERIFIER: Set = &["python3", "python3-cryptography"];

/// Reads certificates and verifies signatures in the tests, without this program.
pub const OPENSSL: Set = &["openssl"];

/// Reads PDF files in the tests (`pdftotext`).
pub const PDF_READER: Set = &["poppler-utils"];

/// Installs those packages of the sets that are missing.
///
/// # Errors
/// Names the packages and the command to type when they cannot be installed from here.
pub fn install(sets: &[Set]) -> Result<(), Failure> {
    let missing = missing(sets)?;
    if missing.is_empty() {
        return Ok(());
    }
    eprintln!("Missing system packages: {}", missing.join(" "));
    apt(&["update", "-q"])
        .and_then(|()| apt(&install_arguments(&missing)))
        .map_err(|cause| advice(&missing, &cause))
}

/// Whether every package of the sets is installed.
pub fn present(sets: &[Set]) -> bool {
    missing(sets).is_ok_and(|missing| missing.is_empty())
}

fn missing(sets: &[Set]) -> Result<Vec<&'static str>, Failure> {
    if !succeeds(program("dpkg-query").arg("--version")) {
        return Err(
            "this machine has no dpkg-query: install Tauri's prerequisites by hand (see README.md)".into()
        );
    }
    let installed = |package: &str| {
        output(program("sh").args([
            "-c",
            "dpkg-query -W -f '${db:Status-Status}' \"$1\" 2>/dev/null",
            "sh",
            package,
        ]))
        .is_ok_and(|status| status == "installed")
    };
    Ok(sets.iter().flat_map(|set| set.iter().copied()).filter(|package| !installed(package)).collect())
}

fn install_arguments<'a>(missing: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = vec!["install", "-y", "-q", "--no-install-recommends"];
    arguments.extend_from_slice(missing);
    arguments
}

fn apt(arguments: &[&str]) -> Result<(), Failure> {
    let mut command = as_root()?;
    run(command.args(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(arguments))
}

/// `env` runs the rest as root: directly when we are, through sudo when it asks for nothing.
fn as_root() -> Result<Command, Failure> {
    if output(program("id").arg("-u"))?.trim() == "0" {
        return Ok(program("env"));
    }
    if !succeeds(program("sudo").arg("--version")) {
        return Err("this needs root, and there is no sudo".into());
    }
    Ok(program("sudo"))
}

fn advice(missing: &[&str], cause: &str) -> Failure {
    format!("{cause}\nInstall these by hand, then start again:\n  apt-get install {}", missing.join(" "))
}
