//! A device file such as `/dev/usb/lp0`, or a regular file that jobs are appended to.
//!
//! Write-only: a read on `usblp` can block for ever and the standard library cannot time it out, so a printer
//! behind a file is driven without status and without confirmation.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use crate::outcome::NotSent;
use crate::transport::{LinkError, Transport, WriteError, write_counted};

/// An open file.
#[derive(Debug)]
pub struct FileTransport {
    file: File,
}

impl FileTransport {
    /// Opens a file for appending; makes a regular file when there is none.
    ///
    /// # Errors
    /// [`NotSent::Connect`] with the path and the system's words.
    pub fn open(path: &Path) -> Result<Self, NotSent> {
        let file = OpenOptions::new().append(true).create(true).open(path);
        let failed = |e: std::io::Error| NotSent::Connect {
            target: path.display().to_string(),
            message: e.to_string(),
        };
        Ok(Self { file: file.map_err(failed)? })
    }
}

impl Transport for FileTransport {
    /// The system decides how long a write to a device may take: `stall` has no effect.
    fn write_all(&mut self, bytes: &[u8], _stall: Duration) -> Result<(), WriteError> {
        write_counted(bytes, |rest| self.file.write(rest))?;
        self.file.flush().map_err(|e| WriteError { written: bytes.len(), cause: e.into() })
    }

    fn read(&mut self, _buffer: &mut [u8], _timeout: Duration) -> Result<usize, LinkError> {
        Ok(0)
    }

    fn can_read(&self) -> bool {
        false
    }

    fn finish(&mut self, _limit: Duration) {}
}
