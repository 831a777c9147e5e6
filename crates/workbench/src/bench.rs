//! `bench`: what the program costs, each figure beside the limit measured in the same run. The last line of the
//! output is one JSON object.

mod catalogue;
mod figures;
mod machine;
mod sales;
mod start;

use std::time::Instant;

use figures::Figures;

use crate::Failure;

/// Runs every measurement.
pub fn run() -> Result<(), Failure> {
    let mut figures = Figures::default();
    let dir = tempfile::tempdir()?;
    step("sales", || sales::measure(&dir.path().join("sales"), &mut figures))?;
    step("closing", || sales::closing(&dir.path().join("closing"), &mut figures))?;
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

fn step(name: &str, work: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    let started = Instant::now();
    work()?;
    println!("# {name}: {:.1} s", started.elapsed().as_secs_f64());
    Ok(())
}
