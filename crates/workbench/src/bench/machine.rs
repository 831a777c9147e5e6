//! Memory of the process.

use serde_json::json;

use super::figures::Figures;
use crate::Failure;

/// The greatest memory this process has had, all measurements included.
pub fn peak_memory(figures: &mut Figures) -> Result<(), Failure> {
    figures.value("peak_memory", json!({ "kib": peak_kib() }));
    Ok(())
}

/// The greatest memory this process has had, in KiB (Linux: VmHWM).
pub fn peak_kib() -> Option<u64> {
    status("VmHWM:")
}

/// The memory this process has now, in KiB (Linux: VmRSS).
pub fn resident_kib() -> Option<u64> {
    status("VmRSS:")
}

fn status(name: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(name));
    line.and_then(|l| l.split_whitespace().nth(1)).and_then(|n| n.parse().ok())
}
