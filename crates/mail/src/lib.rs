//! Sending a letter with an attachment to the mail server that the shop named, and saying what became of it.
//!
//! One attempt per call, with a limit of time: queues, repeats and what a letter says belong to who calls. A letter has a
//! message id given by the caller, so that a server or a reader can tell a repeat from a second letter.

use std::time::Duration;

use lettre::message::header::ContentType;
use lettre::message::{Attachment as Part, Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::response::Severity;
use lettre::{Address, Message, SmtpTransport, Transport};
use thiserror::Error;

/// A server that does not answer within this time is not waited for.
const TIMEOUT: Duration = Duration::from_secs(20);

/// How the line to the server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (usually port 465).
    Tls,
    /// TLS after a greeting in clear (usually port 587); a server that cannot is refused.
    StartTls,
    /// None: for a relay inside the shop. A password is never sent over such a line but to this computer itself.
    None,
}

impl Security {
    /// A password never crosses a network in clear; on the way to this computer itself there is none.
    #[must_use]
    pub fn allows_password(self, host: &str) -> bool {
        self != Self::None || matches!(host, "localhost" | "127.0.0.1" | "::1")
    }
}

/// A mail server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// Name or address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Protection of the line.
    pub security: Security,
    /// Name and password, where the server wants them.
    pub login: Option<(String, String)>,
}

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// «id@host», the same at every attempt.
    pub message_id: String,
    /// Name and address of the sender.
    pub from: (String, String),
    /// Address of the recipient.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Text.
    pub text: String,
    /// Name and bytes of the PDF attached.
    pub pdf: Option<(String, Vec<u8>)>,
}

/// Why a letter did not go.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SendError {
    /// Not an address.
    #[error("not an address: {0}")]
    Address(String),
    /// The server cannot be reached, or the line broke. Trying again may help.
    #[error("server not reached: {0}")]
    Unreached(String),
    /// The line cannot be protected as wanted.
    #[error("line not protected: {0}")]
    Unprotected(String),
    /// The server does not take the name and password.
    #[error("login refused: {0}")]
    Login(String),
    /// The server says: not now.
    #[error("refused for now: {0}")]
    Later(String),
    /// The server will never take this letter.
    #[error("refused: {0}")]
    Refused(String),
}

impl SendError {
    /// The same letter may go at a later attempt.
    #[must_use]
    pub const fn may_pass(&self) -> bool {
        matches!(self, Self::Unreached(_) | Self::Later(_))
    }
}

/// True for what can stand after «To:».
#[must_use]
pub fn is_address(text: &str) -> bool {
    text.parse::<Address>().is_ok_and(|address| address.domain().contains('.'))
}

/// Hands a letter to the server. Once this answers, the server has it.
pub fn send(server: &Server, letter: &Letter) -> Result<(), SendError> {
    let message = message(letter)?;
    transport(server)?.send(&message).map(|_| ()).map_err(|error| judge(&error))
}

fn message(letter: &Letter) -> Result<Message, SendError> {
    let wrong = |text: &str| SendError::Address(text.to_owned());
    let address = |text: &str| text.parse::<Address>().map_err(|_| wrong(text));
    let pdf = ContentType::parse("application/pdf").map_err(|_| wrong("application/pdf"))?;
    let mut parts = MultiPart::mixed().singlepart(SinglePart::plain(letter.text.clone()));
    if let Some((name, bytes)) = &letter.pdf {
        parts = parts.singlepart(Part::new(name.clone()).body(bytes.clone(), pdf));
    }
    let (from_name, from) = &letter.from;
    Message::builder()
        .message_id(Some(format!("<{}>", letter.message_id)))
        .from(Mailbox::new(Some(from_name.clone()), address(from)?))
        .to(Mailbox::new(None, address(&letter.to)?))
        .subject(letter.subject.clone())
        .multipart(parts)
        .map_err(|error| wrong(&error.to_string()))
}

fn transport(server: &Server) -> Result<SmtpTransport, SendError> {
    let tls = match server.security {
        Security::Tls => Tls::Wrapper(parameters(&server.host)?),
        Security::StartTls => Tls::Required(parameters(&server.host)?),
        Security::None => Tls::None,
    };
    let mut builder = SmtpTransport::builder_dangerous(server.host.as_str())
        .port(server.port)
        .timeout(Some(TIMEOUT))
        .tls(tls);
    if let Some((name, password)) = &server.login {
        if !server.security.allows_password(&server.host) {
            return Err(SendError::Unprotected("a password needs TLS".to_owned()));
        }
        builder = builder.credentials(Credentials::new(name.clone(), password.clone()));
    }
    Ok(builder.build())
}

fn parameters(host: &str) -> Result<TlsParameters, SendError> {
    TlsParameters::new(host.to_owned()).map_err(|error| SendError::Unprotected(error.to_string()))
}

/// RFC 5321: 4yz is «try again», 5yz is «never»; RFC 4954: 530, 534, 535 and 538 are about the login.
fn judge(error: &lettre::transport::smtp::Error) -> SendError {
    let text = error.to_string();
    let Some(code) = error.status() else {
        return if error.is_tls() { SendError::Unprotected(text) } else { SendError::Unreached(text) };
    };
    match (u16::from(code), code.severity) {
        (530 | 534 | 535 | 538, _) => SendError::Login(text),
        (_, Severity::PermanentNegativeCompletion) => SendError::Refused(text),
        _ => SendError::Later(text),
    }
}
