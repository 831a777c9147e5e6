//! Measurements and data sets are made by the crate `workbench`, always in release: figures of a debug build mean
//! nothing.

use crate::Failure;
use crate::packages;
use crate::process::{cargo, run};

/// Runs `workbench <task> …`; its standard output is ours.
pub fn pass_on(task: &str, arguments: &[String]) -> Result<(), Failure> {
    packages::install(&[packages::COMPILER])?;
    run(cargo().args(["run", "--quiet", "--release", "--package", "workbench", "--", task]).args(arguments))
}
