//! Which rules a record was made under: histories of older versions verify by theirs.

use crate::Software;

/// The fiscal version that closes every day before the next one begins, and writes the detail of closings.
pub(super) const CLOSINGS: u32 = 4;

/// The number in «F.4»; 0 for anything else.
pub(super) fn generation(software: &Software) -> u32 {
    software.fiscal_version.strip_prefix("F.").and_then(|n| n.parse().ok()).unwrap_or(0)
}
