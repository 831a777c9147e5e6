//! Runs `tests/verify/verify.py`.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The verdict on each archive, and everything that was said.
pub fn verdicts(paths: &[PathBuf], trusted: &[String]) -> (Vec<u8>, String) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/verify/verify.py");
    let mut command = Command::new(interpreter());
    command.arg("-B").arg(script);
    for name in trusted {
        command.args(["--trust", name]);
    }
    let output = command.args(paths).output().expect("Python runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.is_empty(), "{errors}\n{said}");
    let lines = said.lines().filter(|line| !line.starts_with(' '));
    let verdicts: Vec<u8> = lines.map(|line| line[..1].parse().unwrap()).collect();
    assert_eq!(verdicts.len(), paths.len(), "{said}");
    (verdicts, said)
}

/// The first interpreter that has `cryptography`: the one on the path, or that of the system, for which `cargo xtask test`
/// installs it.
fn interpreter() -> &'static str {
    let has = |python: &&str| {
        Command::new(python).args(["-c", "import cryptography"]).output().is_ok_and(|o| o.status.success())
    };
    ["python3", "/usr/bin/python3"]
        .into_iter()
        .find(has)
        .expect("Python with cryptography (see cargo xtask test)")
}
