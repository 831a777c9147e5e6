//! The page that the «Test» button of a printer prints.

use super::common::{LocalDateTime, Software};

/// Everything that a printer test page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestPage {
    /// Name of the printer profile.
    pub printer: String,
    /// Where it is («192.168.1.50:9100»).
    pub address: String,
    /// When the test was asked for, shop time.
    pub requested_at: LocalDateTime,
    /// The program.
    pub software: Software,
}
