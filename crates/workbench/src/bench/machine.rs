//! Memory of the process.

use serde_json::json;

use super::figures::Figures;
use crate::Failure;

/// The greatest memory this process has had, all measurements included (Linux: VmHWM).
pub fn peak_memory(figures: &mut Figures) -> Result<(), Failure> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with("VmHWM:"));
    let kib: Option<u64> = line.and_then(|l| l.split_whitespace().nth(1)).and_then(|n| n.parse().ok());
    figures.value("peak_memory", json!({ "kib": kib }));
    Ok(())
}
