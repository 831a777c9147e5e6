//! Files stay short enough to be read at a sitting.

use crate::files::Source;

const MAX_LINES: usize = 300;

/// Lists that are looked things up in, not read: every command, every fault. To cut them would hide what stands twice.
const LISTS: [&str; 2] = ["crates/api/src/commands.rs", "crates/api/src/fault/codes.rs"];

/// Files that are too long, longest first.
pub fn findings<'a>(sources: impl Iterator<Item = &'a Source>) -> Vec<String> {
    let read = sources.filter(|source| !LISTS.contains(&source.path.as_str()));
    let lengths = read.map(|source| (source.text.lines().count(), source.path.as_str()));
    let mut long: Vec<_> = lengths.filter(|(lines, _)| *lines > MAX_LINES).collect();
    long.sort_unstable_by(|a, b| b.cmp(a));
    long.into_iter().map(|(lines, path)| format!("{path}: {lines} lines (at most {MAX_LINES})")).collect()
}
