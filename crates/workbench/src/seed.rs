//! `seed --articles FILE --data-dir DIR`: imports articles as the import screen does. An empty folder gets the
//! sample shop first.

use std::sync::Arc;
use std::time::Instant;

use app::SystemClock;

use crate::options::Options;
use crate::{Failure, fault, large, shop};

/// Runs the task.
pub fn run(options: &Options) -> Result<(), Failure> {
    match options.scale.as_deref() {
        Some("large") => return large::run(options),
        Some(other) => return Err(format!("unknown scale {other}").into()),
        None => {}
    }
    let articles = options.articles.as_ref().ok_or("--articles FILE is missing")?;
    let content = std::fs::read(articles)?;
    let mut client = shop::open(options.data_dir()?, Arc::new(SystemClock))?;
    let sample = match options.shop.as_deref() {
        None | Some("fr") => demo::Sample::France,
        Some("qc") => demo::Sample::Quebec,
        Some(other) => return Err(format!("unknown shop {other}").into()),
    };
    demo::create(client.app(), sample).map_err(fault)?;
    shop::sign_in(&mut client, options.pin.as_deref().unwrap_or(shop::SAMPLE_PIN))?;
    let name = articles.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let started = Instant::now();
    let (preview, status) = shop::import(&client, &name, &content)?;
    let seconds = started.elapsed().as_secs_f64();
    println!(
        "{}: {} rows, {} created, {} updated, {} left out, {} departments, {seconds:.1} s",
        name,
        preview.rows,
        status.created,
        status.updated,
        status.rejected,
        preview.new_departments.len()
    );
    for rejected in preview.rejected.iter().take(20) {
        println!("  line {}: {} {:?} {:?}", rejected.line, rejected.column, rejected.value, rejected.reason);
    }
    Ok(())
}
