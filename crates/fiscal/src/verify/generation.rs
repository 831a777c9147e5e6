//! Which rules a record was made under: histories of older versions, and of training, verify by theirs.

use crate::Software;

/// The fiscal version that closes every day before the next one begins, and writes the detail of closings.
pub(super) const CLOSINGS: u32 = 4;

/// Training has no closings: its records are of no period (fiscal.md 1.8). The code of its workstations begins every
/// number, so no record of the shop passes for one of training.
pub(super) fn is_training(terminal_code: &str) -> bool {
    terminal_code.starts_with("ECOLE-")
}

/// The number in «F.4»; 0 for anything else.
pub(super) fn generation(software: &Software) -> u32 {
    software.fiscal_version.strip_prefix("F.").and_then(|n| n.parse().ok()).unwrap_or(0)
}
