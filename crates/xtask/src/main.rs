//! The project's task runner: `cargo xtask <task>`.
//!
//! Two tasks are meant for people who have just cloned the repository: `run` and `test`. Both install what is
//! missing on a Debian machine first. The runner depends on none of our crates, so that it builds in seconds and
//! still works when they do not compile.

mod bindings;
mod check;
mod files;
mod mobile;
mod npm;
mod options;
mod packages;
mod process;
mod run;
mod test;
mod ui;
mod workbench;

use std::process::ExitCode;

/// What went wrong, for the person at the terminal.
type Failure = String;

const USAGE: &str = "\
usage: cargo xtask <task> [options]

  run     [--shop fr|qc|empty] [--data-dir DIR] [--browser] [--port P]
                              install what is missing, build, open the window; without a display, or with
                              --browser, serve the same interface on 127.0.0.1 and print its address
  test                        everything there is to test, browsers and the real window included
  check                       the fast part: format, lints, directions, invariants, bindings
  ui                          build the interface for both hosts
  bindings                    write ui/src/bindings from crates/api
  freeze-fiscal [--same-rules WHY]
                              record the sources of the fiscal rules after FISCAL_VERSION was raised, or say why a
                              change touches none of the four conditions (fiscal.md R-01)
  freeze-migrations           record the checksums of migrations/sqlite (a released migration never changes)
  bench | seed | replay | soak …  measurements and data sets, in release; options are passed on
  mobile-check [TARGET…]      type-check the shell for Android and iOS (aarch64-linux-android, aarch64-apple-ios)
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    match dispatch(&task, &rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask {task}: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(task: &str, arguments: &[String]) -> Result<(), Failure> {
    match task {
        "run" => run::run(&run::RunOptions::parse(arguments)?),
        "test" => options::none(arguments).and_then(|()| test::test()),
        "check" => options::none(arguments).and_then(|()| check::check()),
        "ui" => options::none(arguments).and_then(|()| ui::build()),
        "bindings" => options::none(arguments).and_then(|()| bindings::write()),
        "freeze-fiscal" => check::fiscal_rules::freeze(arguments),
        "freeze-migrations" => options::none(arguments).and_then(|()| check::migrations::freeze()),
        "bench" | "seed" | "replay" | "soak" => workbench::pass_on(task, arguments),
        "mobile-check" => mobile::check(arguments),
        "" | "help" | "-h" | "--help" => {
            eprint!("{USAGE}");
            Ok(())
        }
        unknown => Err(format!("no such task «{unknown}»\n\n{USAGE}")),
    }
}
