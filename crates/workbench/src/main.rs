//! The workbench: fills databases and measures the program through the commands that its windows use.
//!
//! `seed` imports articles or makes the past of a big shop, `replay` plays the tickets of another till, `bench` prints figures as JSON,
//! `soak` sells until memory or files would have grown. Never shipped; always run in release (`cargo xtask bench`).
#![expect(clippy::print_stdout, reason = "its output is what these programs are for")]
#![expect(clippy::float_arithmetic, reason = "figures about time, never about money")]

mod articles;
mod bench;
mod large;
mod options;
mod replay;
mod seed;
mod shop;
mod soak;

use std::error::Error;
use std::process::ExitCode;

/// Anything that stops a program of the workbench.
type Failure = Box<dyn Error + Send + Sync>;

/// An API fault as a failure.
fn fault(fault: api::Fault) -> Failure {
    format!("{} {}", fault.code.as_str(), serde_json::Value::Object(fault.params)).into()
}

fn run() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some("seed") => seed::run(&options::Options::parse(arguments)?),
        Some("replay") => replay::run(&options::Options::parse(arguments)?),
        Some("bench") => bench::run(&options::Options::parse(arguments)?),
        Some("soak") => soak::run(&options::Options::parse(arguments)?),
        _ => Err(
            "usage: seed --articles FILE | --scale large [--tickets N] --data-dir DIR [--shop fr|qc] | replay FILE --data-dir DIR | bench [--scale large] | soak [--tickets N] [--data-dir DIR]"
                .into(),
        ),
    }
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            println!("{failure}");
            ExitCode::FAILURE
        }
    }
}
