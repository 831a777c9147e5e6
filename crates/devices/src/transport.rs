//! What a driver needs of a connection, whatever carries it.

use std::io;
use std::time::Duration;

use crate::file::FileTransport;
use crate::outcome::NotSent;
use crate::profile::TransportConfig;
use crate::tcp::TcpTransport;

/// Why a connection no longer works.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// The other side closed it.
    #[error("closed by the device")]
    Closed,
    /// Nothing could be written for the whole time-out.
    #[error("the device takes nothing in")]
    Stalled,
    /// Anything else that the system reports.
    #[error("{0}")]
    Io(String),
}

impl From<io::Error> for LinkError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => Self::Stalled,
            io::ErrorKind::UnexpectedEof
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Io(error.to_string()),
        }
    }
}

/// A write that did not go through.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{cause} after {written} bytes")]
pub struct WriteError {
    /// How many bytes had left. Zero proves that the device got nothing.
    pub written: usize,
    /// What happened.
    pub cause: LinkError,
}

/// A connection to a device. Blocking; the thread that made it owns it; dropping closes it.
pub trait Transport: Send {
    /// Writes everything. `stall` is the longest time without progress.
    fn write_all(&mut self, bytes: &[u8], stall: Duration) -> Result<(), WriteError>;

    /// Reads what is there, waiting at most `timeout`. `Ok(0)` says that nothing came.
    fn read(&mut self, buffer: &mut [u8], timeout: Duration) -> Result<usize, LinkError>;

    /// False for a connection that can only be written to.
    fn can_read(&self) -> bool;

    /// Ends the exchange so that nothing that was written is lost: reads and drops what the device still sends,
    /// for at most `limit`. Closing a socket with unread bytes resets it, and printers then drop the end of the
    /// job (hardware.md 1.9).
    fn finish(&mut self, limit: Duration);
}

/// Opens a connection; a driver opens one per exchange, since many printers accept only one at a time.
pub trait Connector: Send {
    /// Connects within `timeout`.
    fn connect(&self, timeout: Duration) -> Result<Box<dyn Transport>, NotSent>;
}

impl Connector for TransportConfig {
    fn connect(&self, timeout: Duration) -> Result<Box<dyn Transport>, NotSent> {
        match self {
            Self::Tcp { host, port } => Ok(Box::new(TcpTransport::connect(host, *port, timeout)?)),
            Self::File { path } => Ok(Box::new(FileTransport::open(path)?)),
        }
    }
}

/// Writes with `write` until all is out, keeping count.
pub(crate) fn write_counted(
    bytes: &[u8],
    mut write: impl FnMut(&[u8]) -> io::Result<usize>,
) -> Result<(), WriteError> {
    let mut written = 0;
    while written < bytes.len() {
        match write(&bytes[written..]) {
            Ok(0) => return Err(WriteError { written, cause: LinkError::Closed }),
            Ok(n) => written += n,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(WriteError { written, cause: e.into() }),
        }
    }
    Ok(())
}
