//! The TypeScript types of `ui/src/bindings`, written by a test of `crates/api`.
//!
//! They are always generated into an empty folder first: ts-rs adds to files that exist, so a type that has been
//! removed would stay.

use std::path::{Path, PathBuf};

use crate::Failure;
use crate::files::read;
use crate::process::{WHOLE, cargo, output, root, run, target};

const COMMITTED: &str = "ui/src/bindings";

/// Writes the bindings into the working tree.
pub fn write() -> Result<(), Failure> {
    let fresh = generate()?;
    let committed = root().join(COMMITTED);
    for name in names(&committed)? {
        std::fs::remove_file(committed.join(name)).map_err(|error| error.to_string())?;
    }
    for name in names(&fresh)? {
        std::fs::copy(fresh.join(&name), committed.join(&name)).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// Files that differ from what would be generated.
pub fn outdated() -> Result<Vec<String>, Failure> {
    differing(&generate()?)
}

/// Files of the working tree that differ from those in a folder.
pub fn differing(fresh: &Path) -> Result<Vec<String>, Failure> {
    let committed = root().join(COMMITTED);
    let mut all = names(fresh)?;
    all.extend(names(&committed)?);
    all.sort();
    all.dedup();
    let differs = |name: &String| read(&fresh.join(name)).ok() != read(&committed.join(name)).ok();
    Ok(all
        .into_iter()
        .filter(differs)
        .map(|name| format!("{COMMITTED}/{name} is out of date: run `cargo xtask bindings`"))
        .collect())
}

/// Where they are generated.
pub fn empty_folder() -> Result<PathBuf, Failure> {
    let folder = target().join("bindings");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
    }
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    Ok(folder)
}

fn generate() -> Result<PathBuf, Failure> {
    let folder = empty_folder()?;
    let mut test = cargo();
    test.args(["test", "--quiet", "--test", "bindings"]).args(WHOLE);
    // The answer matters only when it fails; `output` keeps it out of the way.
    output(test.env("TS_RS_EXPORT_DIR", &folder)).or_else(|_| run(&mut test).map(|()| String::new()))?;
    Ok(folder)
}

fn names(folder: &Path) -> Result<Vec<String>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
}
