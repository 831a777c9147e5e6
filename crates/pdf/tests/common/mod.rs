//! Files read by programs that nobody here wrote (Poppler).
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::panic, reason = "a test fails by panicking")]
#![allow(dead_code, reason = "each test file uses its own part")]

use std::io::Write as _;
use std::process::{Command, Stdio};

/// The text of a file as it stands on its pages.
pub fn read(bytes: &[u8]) -> String {
    through("pdftotext", &["-layout", "-", "-"], bytes)
}

/// What a program answers when it is given the file.
pub fn through(program: &str, arguments: &[&str], bytes: &[u8]) -> String {
    let mut reader = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| panic!("{program}, of the package poppler-utils: {e}"));
    reader.stdin.take().unwrap().write_all(bytes).unwrap();
    String::from_utf8(reader.wait_with_output().unwrap().stdout).unwrap()
}
