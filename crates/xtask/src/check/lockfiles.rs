//! Lock files work with every registry: a recorded download address would bind them to the one of their author.

use crate::Failure;
use crate::files::sources;

/// Lock files of npm that record an address.
pub fn findings() -> Result<Vec<String>, Failure> {
    let locks = sources(&["package-lock.json"])?;
    let bound = locks.iter().filter(|lock| lock.text.contains("\"resolved\": \"http"));
    Ok(bound
        .map(|lock| {
            format!("{}: remove the «resolved» addresses (npm: omit-lockfile-registry-resolved)", lock.path)
        })
        .collect())
}
