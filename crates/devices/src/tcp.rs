//! A raw TCP port, usually 9100.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};

use crate::outcome::NotSent;
use crate::transport::{LinkError, Transport, WriteError, write_counted};

/// How long the device must be silent before an exchange is taken to be over.
const QUIET: Duration = Duration::from_millis(50);

/// A connected TCP stream.
#[derive(Debug)]
pub struct TcpTransport {
    stream: TcpStream,
}

impl TcpTransport {
    /// Resolves the name, then tries each address, each with `timeout`.
    ///
    /// # Errors
    /// [`NotSent::Resolve`] for a name without address, [`NotSent::Connect`] with the last address tried.
    pub fn connect(host: &str, port: u16, timeout: Duration) -> Result<Self, NotSent> {
        let unresolved = |message: String| NotSent::Resolve { host: host.to_owned(), message };
        let addresses = (host, port).to_socket_addrs().map_err(|e| unresolved(e.to_string()))?;
        let mut failure = unresolved("no address".to_owned());
        for address in addresses {
            match Self::connect_one(&address, timeout) {
                Ok(transport) => return Ok(transport),
                Err(e) => {
                    failure = NotSent::Connect { target: address.to_string(), message: e.to_string() };
                }
            }
        }
        Err(failure)
    }

    fn connect_one(address: &SocketAddr, timeout: Duration) -> std::io::Result<Self> {
        let stream = TcpStream::connect_timeout(address, at_least_a_tick(timeout))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream })
    }

    /// Reads and drops until the device closes, fails, is silent for [`QUIET`] or `deadline` passes.
    fn discard(&mut self, deadline: Instant) {
        let mut scrap = [0; 256];
        while Instant::now() < deadline && matches!(self.read(&mut scrap, QUIET), Ok(1..)) {}
    }
}

impl Transport for TcpTransport {
    fn write_all(&mut self, bytes: &[u8], stall: Duration) -> Result<(), WriteError> {
        let set = self.stream.set_write_timeout(Some(at_least_a_tick(stall)));
        set.map_err(|e| WriteError { written: 0, cause: e.into() })?;
        write_counted(bytes, |rest| self.stream.write(rest))
    }

    fn read(&mut self, buffer: &mut [u8], timeout: Duration) -> Result<usize, LinkError> {
        self.stream.set_read_timeout(Some(at_least_a_tick(timeout)))?;
        match self.stream.read(buffer).map_err(LinkError::from) {
            Ok(0) => Err(LinkError::Closed),
            Err(LinkError::Stalled) => Ok(0),
            other => other,
        }
    }

    fn can_read(&self) -> bool {
        true
    }

    fn finish(&mut self, limit: Duration) {
        let deadline = Instant::now() + limit;
        self.discard(deadline);
        // A half-close tells the device that the job is over while it can still answer.
        if self.stream.shutdown(Shutdown::Write).is_ok() {
            self.discard(deadline);
        }
    }
}

/// The system takes a time-out of zero for «for ever».
fn at_least_a_tick(timeout: Duration) -> Duration {
    timeout.max(Duration::from_millis(1))
}
