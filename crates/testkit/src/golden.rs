//! Golden files: what was looked at once and must stay the same.

use std::path::Path;

/// Compares a text with a golden file. With `UPDATE_GOLDEN=1` in the environment the file is written instead, to
/// be read through before it is committed.
///
/// # Panics
/// When they differ, with the first line that does.
pub fn golden(file: &Path, actual: &str) {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, actual).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(file)
        .unwrap_or_else(|e| panic!("{}: {e}; run with UPDATE_GOLDEN=1 to write it", file.display()));
    if expected == actual {
        return;
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), actual.lines().collect());
    let line = (0..old.len().max(new.len())).find(|n| old.get(*n) != new.get(*n)).unwrap_or(0);
    panic!(
        "{} differs at line {}:\n  golden: {:?}\n  actual: {:?}",
        file.display(),
        line + 1,
        old.get(line),
        new.get(line)
    );
}
