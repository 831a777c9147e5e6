//! What became of a print job, told apart by what is safe to do next.

/// Four printable characters that a printer sends back when it has printed the job.
///
/// Only needs to differ from the jobs just before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct JobId([u8; 4]);

impl JobId {
    /// The last four base-36 digits of `n`.
    #[must_use]
    pub fn from_number(n: u64) -> Self {
        const DIGITS: [u8; 36] = *b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        let mut id = [b'0'; 4];
        let mut rest = n;
        for place in id.iter_mut().rev() {
            *place = DIGITS[usize::try_from(rest % 36).unwrap_or(0)];
            rest /= 36;
        }
        Self(id)
    }

    /// The four characters.
    #[must_use]
    pub const fn bytes(self) -> [u8; 4] {
        self.0
    }
}

/// What became of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SubmitOutcome {
    /// No byte of the job left: send it again later without a doubt.
    NotSent(NotSent),
    /// The printer answered that it cannot print; no byte of the job left.
    Blocked(BlockReason),
    /// Bytes left and there is no proof of paper: never send a fiscal document again unasked.
    SentUnconfirmed(Unconfirmed),
    /// The printer acknowledged the job.
    Confirmed,
}

/// Why no byte of the job left.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSent {
    /// The host name has no address.
    #[error("cannot resolve {host}: {message}")]
    Resolve {
        /// Host of the profile.
        host: String,
        /// The system's words.
        message: String,
    },
    /// No address accepted a connection, or the file did not open.
    #[error("cannot connect to {target}: {message}")]
    Connect {
        /// Address or path.
        target: String,
        /// The system's words.
        message: String,
    },
    /// Connected, but the printer does not answer a status request.
    #[error("no answer to a status request")]
    NoAnswer,
    /// The answer to a status request is not one that a printer gives.
    #[error("not a printer status: {bytes:02x?}")]
    Garbage {
        /// What came.
        bytes: Vec<u8>,
    },
    /// The connection broke before the first byte of the job.
    #[error("connection lost before sending: {message}")]
    Lost {
        /// The system's words.
        message: String,
    },
    /// The deadline of a drawer pulse had passed: a drawer must not open when nobody expects it.
    #[error("deadline passed")]
    Expired,
}

/// Why a printer that answers cannot print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockReason {
    /// Switched off line.
    Offline,
    /// No paper.
    PaperOut,
    /// Cover open.
    CoverOpen,
    /// Cutter or other error.
    Error,
}

/// Why it is not known whether a job was printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unconfirmed {
    /// The profile asks for no confirmation: all bytes were accepted.
    NotAsked,
    /// The profile asks for status only: all bytes were accepted and the printer is well after them.
    Healthy,
    /// The printer stopped after the job had begun.
    Blocked(BlockReason),
    /// No confirmation in time.
    NoAnswer,
    /// The confirmation is not the one that was asked for.
    Garbage(
        /// What came.
        Vec<u8>,
    ),
    /// The connection broke during or after the job.
    Lost(
        /// The system's words.
        String,
    ),
}

impl Unconfirmed {
    /// True when everything went as well as the profile can tell.
    #[must_use]
    pub const fn is_all_that_was_asked(&self) -> bool {
        matches!(self, Self::NotAsked | Self::Healthy)
    }
}
