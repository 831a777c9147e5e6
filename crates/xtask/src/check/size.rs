//! Files stay short enough to be read at a sitting.

use crate::files::Source;

const MAX_LINES: usize = 300;

/// Files that are too long, longest first.
pub fn findings<'a>(sources: impl Iterator<Item = &'a Source>) -> Vec<String> {
    let lengths = sources.map(|source| (source.text.lines().count(), source.path.as_str()));
    let mut long: Vec<_> = lengths.filter(|(lines, _)| *lines > MAX_LINES).collect();
    long.sort_unstable_by(|a, b| b.cmp(a));
    long.into_iter().map(|(lines, path)| format!("{path}: {lines} lines (at most {MAX_LINES})")).collect()
}
