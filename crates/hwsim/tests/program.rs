//! The `hwsim` program: addresses on standard output, steered over its control port.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

struct Program {
    child: Child,
    printer: String,
    control: BufReader<TcpStream>,
}

impl Program {
    fn start(out: &std::path::Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_hwsim"))
            .args(["--columns", "32", "--out"])
            .arg(out)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let addresses: Value = serde_json::from_str(&line).unwrap();
        let control = TcpStream::connect(addresses["control"].as_str().unwrap()).unwrap();
        let printer = addresses["printer"].as_str().unwrap().to_owned();
        Self { child, printer, control: BufReader::new(control) }
    }

    fn ask(&mut self, request: &Value) -> Value {
        writeln!(self.control.get_mut(), "{request}").unwrap();
        let mut line = String::new();
        self.control.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }

    fn send(&self, bytes: &[u8]) {
        TcpStream::connect(&self.printer).unwrap().write_all(bytes).unwrap();
    }
}

#[test]
fn another_process_can_read_the_jobs_and_set_faults() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::start(folder.path());
    program.send(b"\x1b@\x1bt\x13\x1bp\x00\x19\xfaCaf\x82\n\x1dVB\x00");
    let answer = program.ask(&json!({ "wait": { "jobs": 1, "timeout_ms": 5_000 } }));
    assert_eq!(answer["jobs"][0]["text"], "Café\n");
    assert_eq!(answer["jobs"][0]["errors"], json!([]));
    assert_eq!(program.ask(&json!({ "fault": "paper_out", "after_lines": 3 })), json!({ "ok": true }));
    let status = program.ask(&json!({ "get": "status" }));
    assert_eq!(status["fault"], json!({ "fault": "paper_out", "after_lines": 3 }));
    assert_eq!((&status["drawer_pulses"], &status["jobs"]), (&json!(1), &json!(1)));
    assert_eq!(status["address"], json!(program.printer));
    assert_eq!(program.ask(&json!({ "set": { "fault": "none" } })), json!({ "ok": true }));
    assert_eq!(program.ask(&json!({ "clear": "jobs" })), json!({ "ok": true }));
    assert_eq!(program.ask(&json!({ "get": "jobs" })), json!({ "jobs": [] }));
    assert!(program.ask(&json!({ "fault": "on_fire" }))["error"].is_string());
    assert!(folder.path().join("job-0001.png").exists());
    drop(program.child.stdin.take());
    assert!(program.child.wait().unwrap().success(), "it ends with the test that started it");
}
