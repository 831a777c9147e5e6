//! `bench`: what the program costs, each figure beside the limit measured in the same run. The last line of the
//! output is one JSON object.
//!
//! `bench --scale large` measures a shop after two years beside an empty one, in turns. The shop is made once, in a folder
//! that is kept (`--data-dir`, by default in the target folder); each run adds its own few hundred tickets to it.

mod archives;
mod catalogue;
mod closings;
mod figures;
mod large;
mod machine;
mod sales;
mod start;

use std::time::Instant;

use figures::Figures;
pub use machine::resident_kib;

use crate::Failure;
use crate::options::Options;

/// Runs the measurements of a scale.
pub fn run(options: &Options) -> Result<(), Failure> {
    match options.scale.as_deref() {
        None => small(),
        Some("large") => large::run(options),
        Some(other) => Err(format!("unknown scale {other}").into()),
    }
}

/// Runs every measurement on new shops.
fn small() -> Result<(), Failure> {
    let mut figures = Figures::default();
    let dir = tempfile::tempdir()?;
    step("sales", || sales::measure(&dir.path().join("sales"), &mut figures))?;
    step("closing", || sales::closing(&dir.path().join("closing"), &mut figures))?;
    let days = dir.path().join("days");
    step("daily closing", || closings::measure(&days, &mut figures))?;
    step("archive", || archives::measure(&days, &mut figures))?;
    for size in [20_000, 200_000] {
        step(&format!("search {size}"), || {
            catalogue::measure(&dir.path().join(size.to_string()), size, &mut figures)
        })?;
    }
    step("start", || start::measure(&dir.path().join("20000"), &mut figures))?;
    machine::peak_memory(&mut figures)?;
    println!("{}", figures.json());
    Ok(())
}

/// Runs a measurement and says how long it took.
pub fn step(name: &str, work: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    let started = Instant::now();
    work()?;
    println!("# {name}: {:.1} s", started.elapsed().as_secs_f64());
    Ok(())
}
