//! `hwsim [--port N] [--control N] [--columns 48|32] [--out DIR] [--lenient]`
//!
//! Starts a simulated printer, a mail server and their control port, prints the addresses as one JSON line on standard
//! output (`{"printer":"127.0.0.1:9100","mail":"127.0.0.1:9102","control":"127.0.0.1:9101"}`; port 0, the default,
//! takes free ones) and runs until standard input ends, so that it never outlives the test that started it.

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;

use documents::Columns;
use hwsim::control::{self, Peers};
use hwsim::{MailServer, Options, Printer};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Standard error is where a program that cannot start says why; should that fail too, the exit
            // code remains.
            let _ = writeln!(io::stderr(), "hwsim: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> io::Result<()> {
    let (options, control_port) = arguments(std::env::args().skip(1))?;
    if let Some(folder) = &options.out {
        std::fs::create_dir_all(folder)?;
    }
    let peers = Arc::new(Peers { printer: Printer::start(options)?, mail: MailServer::start()? });
    let control = control::listen(Arc::clone(&peers), control_port)?;
    let addresses = serde_json::json!({
        "printer": peers.printer.address().to_string(),
        "mail": peers.mail.address().to_string(),
        "control": control.to_string(),
    });
    writeln!(io::stdout(), "{addresses}")?;
    io::copy(&mut io::stdin(), &mut io::sink())?;
    Ok(())
}

fn arguments(mut given: impl Iterator<Item = String>) -> io::Result<(Options, u16)> {
    let mut options = Options::default();
    let mut control = 0;
    while let Some(name) = given.next() {
        if name == "--lenient" {
            options.lenient = true;
            continue;
        }
        let value = given.next().ok_or_else(|| wrong(&name))?;
        match name.as_str() {
            "--port" => options.port = value.parse().map_err(|_| wrong(&value))?,
            "--control" => control = value.parse().map_err(|_| wrong(&value))?,
            "--out" => options.out = Some(value.into()),
            "--columns" => {
                options.columns = match value.as_str() {
                    "48" => Columns::C48,
                    "32" => Columns::C32,
                    _ => return Err(wrong(&value)),
                }
            }
            _ => return Err(wrong(&name)),
        }
    }
    Ok((options, control))
}

fn wrong(argument: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, format!("wrong argument: {argument}"))
}
