//! npm packages: `npm ci` where the lock file is newer than what is installed.

use std::path::Path;

use crate::Failure;
use crate::files::modified;
use crate::process::{program, root, run};

/// Folders that have a `package-lock.json`.
const FOLDERS: [&str; 3] = ["ui", "tests/e2e", "tests/window"];

/// Installs the packages of every folder that needs it.
pub fn install() -> Result<(), Failure> {
    FOLDERS.iter().map(|folder| root().join(folder)).filter(|folder| outdated(folder)).try_for_each(
        |folder| run(program("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder)),
    )
}

/// Runs a script of `ui/package.json`.
pub fn ui_script(name: &str) -> Result<(), Failure> {
    run(program("npm").args(["run", "--silent", name]).current_dir(root().join("ui")))
}

/// npm writes `.package-lock.json` last, so its date tells when an installation was complete.
fn outdated(folder: &Path) -> bool {
    let lock = folder.join("package-lock.json");
    lock.exists() && modified(&folder.join("node_modules/.package-lock.json")) < modified(&lock)
}
