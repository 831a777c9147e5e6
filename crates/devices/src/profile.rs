//! How one printer is set up on one workstation.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// Where a printer is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum TransportConfig {
    /// A raw TCP port, usually 9100.
    Tcp {
        /// Name or address.
        host: String,
        /// Port.
        port: u16,
    },
    /// A device file such as `/dev/usb/lp0`, or a regular file that jobs are appended to.
    File {
        /// Its path.
        path: PathBuf,
    },
}

/// Characters of font A on a line; 48 or 32 in JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Columns {
    /// 80 mm paper.
    #[default]
    C48,
    /// 58 mm paper.
    C32,
}

/// A width that no supported paper has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} columns; 48 or 32 expected")]
pub struct UnknownWidth(pub u8);

impl TryFrom<u8> for Columns {
    type Error = UnknownWidth;
    fn try_from(columns: u8) -> Result<Self, UnknownWidth> {
        match columns {
            48 => Ok(Self::C48),
            32 => Ok(Self::C32),
            other => Err(UnknownWidth(other)),
        }
    }
}

impl From<Columns> for u8 {
    fn from(columns: Columns) -> Self {
        match columns {
            Columns::C48 => 48,
            Columns::C32 => 32,
        }
    }
}

/// Code page of a printer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Charset {
    /// CP858.
    #[default]
    Pc858,
    /// Windows-1252.
    Wpc1252,
}

/// How the driver learns that a job was printed, best first (hardware.md 1.9).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confirm {
    /// `GS ( H`: the printer returns the job's id when it has printed it (Epson TM).
    ProcessId,
    /// `GS r 1`: answered in order, so the printer has taken in all that came before.
    GsR,
    /// `DLE EOT` before and after: proves health, not printing.
    #[default]
    DleEot,
    /// Nothing is read: spoolers and write-only clones.
    None,
}

/// How the paper is cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cut {
    /// Cut through.
    Full,
    /// Leave a bridge.
    #[default]
    Partial,
    /// No cutter.
    None,
}

/// The drawer on a printer's connector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrawerProfile {
    /// Connector pin: 2 or 5.
    pub pin: u8,
    /// Pulse length in milliseconds.
    pub on_ms: u16,
    /// Pause after it in milliseconds.
    pub off_ms: u16,
}

impl Default for DrawerProfile {
    fn default() -> Self {
        Self { pin: 2, on_ms: 50, off_ms: 500 }
    }
}

/// Everything that the program knows of one printer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrinterProfile {
    /// Stable id («ticket»).
    pub id: String,
    /// Name as shown.
    pub name: String,
    /// Where it is.
    pub transport: TransportConfig,
    /// Characters per line.
    pub columns: Columns,
    /// Code page.
    #[serde(default)]
    pub charset: Charset,
    /// How printing is confirmed.
    #[serde(default)]
    pub confirm: Confirm,
    /// The drawer; none when the printer drives none.
    #[serde(default)]
    pub drawer: Option<DrawerProfile>,
    /// How the paper is cut.
    #[serde(default)]
    pub cut: Cut,
}
