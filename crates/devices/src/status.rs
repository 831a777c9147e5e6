//! Real-time status of a printer: `DLE EOT 1` to `4` (hardware.md 1.9).

use std::time::{Duration, Instant};

use crate::outcome::{BlockReason, NotSent};
use crate::transport::{LinkError, Transport};

/// What a printer says of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrinterStatus {
    /// It does not print, for whatever reason.
    pub offline: bool,
    /// Level of the drawer's sensing pin. Which level means open depends on the drawer.
    pub drawer_pin_high: bool,
    /// The cover is open.
    pub cover_open: bool,
    /// No paper.
    pub paper_out: bool,
    /// Little paper left; it still prints.
    pub paper_low: bool,
    /// Cutter, head or other error.
    pub error: bool,
}

impl PrinterStatus {
    /// Why it cannot print, the most telling reason first; none when it can.
    #[must_use]
    pub const fn block_reason(&self) -> Option<BlockReason> {
        if self.cover_open {
            Some(BlockReason::CoverOpen)
        } else if self.paper_out {
            Some(BlockReason::PaperOut)
        } else if self.error {
            Some(BlockReason::Error)
        } else if self.offline {
            Some(BlockReason::Offline)
        } else {
            None
        }
    }

    /// Takes in the answer to `DLE EOT n`.
    const fn merge(&mut self, n: u8, answer: u8) {
        match n {
            1 => {
                self.drawer_pin_high |= answer & 0x04 != 0;
                self.offline |= answer & 0x08 != 0;
            }
            2 => {
                self.cover_open |= answer & 0x04 != 0;
                self.paper_out |= answer & 0x20 != 0;
                self.error |= answer & 0x40 != 0;
            }
            3 => self.error |= answer & 0x68 != 0,
            _ => {
                self.paper_low |= answer & 0x0C != 0;
                self.paper_out |= answer & 0x60 != 0;
            }
        }
    }
}

/// Asks all four questions, each answered within `timeout`.
pub(crate) fn ask(link: &mut dyn Transport, timeout: Duration) -> Result<PrinterStatus, NotSent> {
    let mut status = PrinterStatus::default();
    for n in 1..=4 {
        link.write_all(&[0x10, 0x04, n], timeout).map_err(|e| lost(&e.cause))?;
        status.merge(n, answer(link, timeout)?);
    }
    Ok(status)
}

/// One answer byte, past automatic status reports and flow control that some printers send unasked.
fn answer(link: &mut dyn Transport, timeout: Duration) -> Result<u8, NotSent> {
    let deadline = Instant::now() + timeout;
    let mut report_bytes = 0u8;
    loop {
        let mut byte = [0];
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() || link.read(&mut byte, left).map_err(|e| lost(&e))? == 0 {
            return Err(NotSent::NoAnswer);
        }
        let [byte] = byte;
        if report_bytes > 0 {
            report_bytes -= 1;
        } else if byte & 0x93 == 0x12 {
            return Ok(byte);
        } else if byte & 0x93 == 0x10 {
            report_bytes = 3;
        } else if !matches!(byte, 0x11 | 0x13) {
            return Err(NotSent::Garbage { bytes: vec![byte] });
        }
    }
}

fn lost(cause: &LinkError) -> NotSent {
    NotSent::Lost { message: cause.to_string() }
}
