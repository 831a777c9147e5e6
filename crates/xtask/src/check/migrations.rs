//! A migration that has been released never changes: databases in shops have already run it.
//!
//! `migrations/sqlite/CHECKSUMS` is in the format of `sha256sum`, which also does the arithmetic.

use std::path::PathBuf;

use crate::Failure;
use crate::files::read;
use crate::process::{output, program, root};

const LIST: &str = "CHECKSUMS";

fn folder() -> PathBuf {
    root().join("migrations/sqlite")
}

/// Migrations that differ from the list, or are missing in it.
pub fn findings() -> Result<Vec<String>, Failure> {
    if !folder().join(LIST).exists() {
        return Ok(vec![format!("migrations/sqlite/{LIST} is missing: run `cargo xtask freeze-migrations`")]);
    }
    Ok(compare(&read(&folder().join(LIST))?, &checksums()?))
}

/// Writes the list of the migrations as they are.
pub fn freeze() -> Result<(), Failure> {
    std::fs::write(folder().join(LIST), checksums()?).map_err(|error| format!("cannot write {LIST}: {error}"))
}

fn compare(frozen: &str, actual: &str) -> Vec<String> {
    let line_of = |list: &str, file: &str| {
        list.lines().find(|line| line.ends_with(&format!("  {file}"))).map(str::to_owned)
    };
    let files = |list: &str| {
        list.lines().filter_map(|line| line.split_once("  ")).map(|(_, f)| f.to_owned()).collect::<Vec<_>>()
    };
    let mut findings = Vec::new();
    for file in files(frozen) {
        match line_of(actual, &file) {
            None => {
                findings.push(format!("migrations/sqlite/{file} was removed: migrations only go forward"));
            }
            now if now != line_of(frozen, &file) => {
                findings.push(format!("migrations/sqlite/{file} was edited: add a new migration"));
            }
            Some(_) => {}
        }
    }
    let new = files(actual).into_iter().filter(|file| line_of(frozen, file).is_none());
    findings.extend(new.map(|file| {
        format!("migrations/sqlite/{file} is not in {LIST}: run `cargo xtask freeze-migrations`")
    }));
    findings
}

fn checksums() -> Result<String, Failure> {
    let entries = std::fs::read_dir(folder()).map_err(|error| format!("migrations/sqlite: {error}"))?;
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut files: Vec<String> = names.filter(|name| name.ends_with(".sql")).collect();
    files.sort();
    output(program("sha256sum").args(files).current_dir(folder()))
}

#[cfg(test)]
mod tests {
    use super::compare;

    #[test]
    fn an_edited_a_removed_and_a_new_migration_are_found() {
        let frozen = "aa  V1__a.sql\nbb  V2__b.sql\ncc  V3__c.sql\n";
        let actual = "aa  V1__a.sql\nxx  V2__b.sql\ndd  V4__d.sql\n";
        let found = compare(frozen, actual);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(compare(frozen, frozen).is_empty());
    }
}
