//! What can go wrong with a printer, on demand.

use serde::{Deserialize, Serialize};

/// A fault. It lasts until another one, or [`Fault::None`], is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case", deny_unknown_fields)]
pub enum Fault {
    /// All is well.
    #[default]
    None,
    /// The paper ends after so many more lines (counted over all jobs from when the fault was set); what is left
    /// of the job is printed when the fault is taken away.
    PaperOut {
        /// Lines that can still be printed.
        #[serde(default)]
        after_lines: usize,
    },
    /// The cover is open.
    CoverOpen,
    /// Switched off line.
    Offline,
    /// Nothing listens: connections are refused.
    RefuseConnections,
    /// The connection is closed after so many bytes that are not status requests.
    CloseMidJob {
        /// Bytes taken in before.
        #[serde(default)]
        after_bytes: usize,
    },
    /// Prints and answers status requests, but confirms no job.
    NeverConfirm,
    /// Answers nothing at all and prints.
    Mute,
    /// A second connection is closed as soon as it is made.
    SingleConnection,
    /// Takes bytes in slowly (a serial adapter at 9600 baud takes in 960 a second).
    Slow {
        /// Bytes per second.
        bytes_per_second: u32,
    },
}

impl Fault {
    /// True while nothing can be printed, `lines` having been printed since the fault was set.
    #[must_use]
    pub const fn blocks(self, lines: usize) -> bool {
        match self {
            Self::PaperOut { after_lines } => lines >= after_lines,
            Self::CoverOpen | Self::Offline => true,
            _ => false,
        }
    }

    /// The answer to `DLE EOT n` (hardware.md 1.9).
    #[must_use]
    pub const fn status_byte(self, n: u8, lines: usize) -> u8 {
        const WELL: u8 = 0x12;
        if !self.blocks(lines) {
            return WELL;
        }
        match (n, self) {
            (1, _) => WELL | 0x08,
            (2, Self::CoverOpen) => WELL | 0x04,
            (2, Self::PaperOut { .. }) => WELL | 0x20,
            (4, Self::PaperOut { .. }) => WELL | 0x60,
            _ => WELL,
        }
    }
}
