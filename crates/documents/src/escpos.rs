//! Laid-out receipts as ESC/POS bytes.

/// How the paper is cut after the job.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cut {
    /// Cut through.
    Full,
    /// Leave a bridge.
    #[default]
    Partial,
    /// No cutter: feed instead.
    None,
}

/// A pulse on a drawer connector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawerPulse {
    /// Connector pin, 2 or 5; any other value is taken as 2.
    pub pin: u8,
    /// Pulse length in milliseconds, in steps of 2, at most 510.
    pub on_ms: u16,
    /// Pause after it in milliseconds, in steps of 2, at most 510.
    pub off_ms: u16,
}

/// What surrounds the lines of a job.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EncodeOptions {
    /// Opens the drawer before the first line, so that a printer out of paper does not keep it shut.
    pub drawer: Option<DrawerPulse>,
    /// Cut at the end.
    pub cut: Cut,
}
