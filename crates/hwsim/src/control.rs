//! Steering a printer from another process: JSON lines on a second TCP port, one answer line per request.
//!
//! | Request | Answer |
//! |---|---|
//! | `{"set":{"fault":"paper_out","after_lines":3}}` | `{"ok":true}` (see [`Fault`] for all faults) |
//! | `{"set":{"fault":"none"}}` | `{"ok":true}` |
//! | `{"get":"jobs"}` | `{"jobs":[…]}` (see [`PrintedJob`](crate::PrintedJob)) |
//! | `{"get":"status"}` | `{"address":"127.0.0.1:9100","fault":{…},"jobs":2,"drawer_pulses":1}` |
//! | `{"wait":{"jobs":2,"timeout_ms":5000}}` | `{"jobs":[…]}`, perhaps fewer when the time is over |
//! | `{"get":"letters"}` | `{"letters":[…]}`: what the mail server was given |
//! | `{"mail":"unknown_recipient"}` | `{"ok":true}` (see [`MailFault`] for all faults of the mail server) |
//! | `{"clear":"jobs"}` | `{"ok":true}`: jobs and pulses are forgotten |
//!
//! Anything else is answered by `{"error":"…"}`. `{"fault":"paper_out"}` is short for the first form.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::fault::Fault;
use crate::mail_server::{MailFault, MailServer};
use crate::printer::PrinterHandle;

/// A request.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Request {
    Set(Fault),
    Mail(MailFault),
    Get(Subject),
    Wait(Wait),
    Clear(Clear),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Subject {
    Jobs,
    Status,
    Letters,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Clear {
    Jobs,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wait {
    jobs: usize,
    timeout_ms: u64,
}

/// What can be steered.
pub struct Peers {
    /// The printer.
    pub printer: PrinterHandle,
    /// The mail server.
    pub mail: MailServer,
}

/// Listens for requests about `peers` on 127.0.0.1; gives the address. Runs until the process ends.
///
/// # Errors
/// When the port is taken.
pub fn listen(peers: Arc<Peers>, port: u16) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let address = listener.local_addr()?;
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let peers = Arc::clone(&peers);
            // A peer that goes away ends its own conversation and nothing else.
            std::thread::spawn(move || converse(&peers, &stream).ok());
        }
    });
    Ok(address)
}

fn converse(peers: &Peers, stream: &TcpStream) -> io::Result<()> {
    let mut out = stream;
    for line in BufReader::new(stream).lines() {
        let answer = answer(peers, &line?);
        out.write_all(format!("{answer}\n").as_bytes())?;
    }
    Ok(())
}

/// Answers one request line.
#[must_use]
pub fn answer(peers: &Peers, line: &str) -> Value {
    let Peers { printer, mail } = peers;
    let short = serde_json::from_str::<Fault>(line).map(Request::Set);
    match short.or_else(|_| serde_json::from_str(line)) {
        Ok(Request::Set(fault)) => {
            printer.set_fault(fault);
            json!({ "ok": true })
        }
        Ok(Request::Mail(fault)) => {
            mail.set_fault(fault);
            json!({ "ok": true })
        }
        Ok(Request::Get(Subject::Letters)) => json!({ "letters": mail.letters() }),
        Ok(Request::Get(Subject::Jobs)) => json!({ "jobs": printer.jobs() }),
        Ok(Request::Get(Subject::Status)) => json!({
            "address": printer.address().to_string(),
            "fault": printer.fault(),
            "jobs": printer.jobs().len(),
            "drawer_pulses": printer.drawer_pulses(),
        }),
        Ok(Request::Wait(wait)) => {
            let timeout = Duration::from_millis(wait.timeout_ms);
            json!({ "jobs": printer.wait_for_jobs(wait.jobs, timeout) })
        }
        Ok(Request::Clear(Clear::Jobs)) => {
            printer.clear();
            json!({ "ok": true })
        }
        Err(error) => json!({ "error": error.to_string() }),
    }
}
