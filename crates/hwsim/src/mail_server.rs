//! A mail server that keeps what it is given and fails on demand: SMTP in clear on 127.0.0.1, enough of RFC 5321 for a
//! client that sends one letter at a time.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

/// What goes wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailFault {
    /// Nothing.
    #[default]
    None,
    /// The recipient is unknown (550).
    UnknownRecipient,
    /// Not now (451).
    Busy,
    /// The line breaks before the letter is taken.
    Breaks,
}

/// A letter as it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReceivedLetter {
    /// Recipient of the envelope.
    pub to: String,
    /// Headers and body, dots of the protocol taken away.
    pub content: String,
}

#[derive(Default)]
struct State {
    letters: Vec<ReceivedLetter>,
    fault: MailFault,
}

/// A running server.
pub struct MailServer {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl MailServer {
    /// Starts a server on a free port. Runs until the process ends.
    ///
    /// # Errors
    /// When no port is free.
    pub fn start() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let server = Self { address: listener.local_addr()?, state: Arc::default() };
        let state = Arc::clone(&server.state);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&state);
                // A client that goes away ends its own conversation and nothing else.
                std::thread::spawn(move || converse(&state, &stream).ok());
            }
        });
        Ok(server)
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Makes it fail, or work again.
    pub fn set_fault(&self, fault: MailFault) {
        lock(&self.state).fault = fault;
    }

    /// What came so far, oldest first.
    #[must_use]
    pub fn letters(&self) -> Vec<ReceivedLetter> {
        lock(&self.state).letters.clone()
    }
}

fn lock(state: &Mutex<State>) -> std::sync::MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn converse(state: &Mutex<State>, stream: &TcpStream) -> io::Result<()> {
    let mut out = stream;
    let mut lines = BufReader::new(stream).lines();
    let mut to = String::new();
    out.write_all(b"220 simulated ESMTP\r\n")?;
    while let Some(line) = lines.next().transpose()? {
        let fault = lock(state).fault;
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let answer: &[u8] = match verb.as_str() {
            "EHLO" => b"250-simulated\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH PLAIN LOGIN\r\n",
            "AUTH" => b"235 welcome\r\n",
            "MAIL" if fault == MailFault::Busy => b"451 not now\r\n",
            "RCPT" if fault == MailFault::UnknownRecipient => b"550 no such person here\r\n",
            "RCPT" => {
                to = between(&line, '<', '>').to_owned();
                b"250 ok\r\n"
            }
            "DATA" if fault == MailFault::Breaks => return Ok(()),
            "DATA" => {
                out.write_all(b"354 go on\r\n")?;
                let content = content(&mut lines)?;
                lock(state).letters.push(ReceivedLetter { to: to.clone(), content });
                b"250 taken\r\n"
            }
            "QUIT" => {
                out.write_all(b"221 bye\r\n")?;
                return Ok(());
            }
            _ => b"250 ok\r\n",
        };
        out.write_all(answer)?;
    }
    Ok(())
}

/// The lines up to the one that holds a dot only.
fn content(lines: &mut impl Iterator<Item = io::Result<String>>) -> io::Result<String> {
    let mut content = String::new();
    for line in lines {
        let line = line?;
        if line == "." {
            break;
        }
        content.push_str(line.strip_prefix('.').unwrap_or(&line));
        content.push('\n');
    }
    Ok(content)
}

fn between(text: &str, open: char, close: char) -> &str {
    let from = text.find(open).map_or(0, |at| at + open.len_utf8());
    let to = text.rfind(close).unwrap_or(text.len());
    text.get(from..to).unwrap_or_default()
}
