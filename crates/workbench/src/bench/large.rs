//! A shop after two years (200,000 articles, 20,000 customers, 500,000 tickets) beside an empty one, in turns, so that both
//! meet the same machine. «limit» is the same work in the empty shop.

mod find;
mod memory;
mod views;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use api::types::{AppStatus, Empty, ShiftRef, ShiftReport};
use app::SystemClock;
use serde_json::json;
use store::limits::BareDatabase;
use store::tables::{audit, ops};

use super::figures::{Figures, Times};
use super::sales::Till;
use super::{catalogue, step};
use crate::large::{Plan, make};
use crate::options::Options;
use crate::{Failure, articles, fault, shop};

/// Sales measured in each shop.
const SALES: usize = 400;
/// Lines of each.
const LINES: usize = 8;
/// Starts measured of each.
const STARTS: usize = 30;
/// Reports read.
const REPORTS: usize = 200;

/// The two shops.
struct Shops {
    large: PathBuf,
    empty: PathBuf,
}

/// Runs every measurement on the large shop, which is made if it is not there.
pub fn run(options: &Options) -> Result<(), Failure> {
    if let Some(dir) = &options.measure_memory {
        return memory::of_this_process(dir);
    }
    let large = options.data_dir.clone().unwrap_or_else(|| PathBuf::from("target/bench/large"));
    if !large.join("made").exists() {
        step("made", || made(&large))?;
    }
    let scratch = tempfile::tempdir()?;
    let shops = Shops { large, empty: scratch.path().join("empty") };
    let mut figures = Figures::default();
    step("sales", || sales(&shops, &mut figures))?;
    step("search", || search(&shops, &mut figures))?;
    step("start", || start(&shops, &mut figures))?;
    step("memory", || memory::measure(&shops.empty, &shops.large, &mut figures))?;
    println!("{}", figures.json());
    Ok(())
}

/// Makes the shop; the marker says that it is complete.
fn made(dir: &Path) -> Result<(), Failure> {
    if dir.exists() {
        std::fs::remove_dir_all(dir)?;
    }
    make(dir, &Plan::LARGE)?;
    Ok(std::fs::write(dir.join("made"), "")?)
}

/// `large_scan_to_line`, `large_seal_ticket`, `large_x_report`, `large_close_shift`: eight articles from anywhere in the
/// catalogue.
fn sales(shops: &Shops, figures: &mut Figures) -> Result<(), Failure> {
    let (large, empty) = (Till::open(&shops.large)?, Till::open(&shops.empty)?);
    let mut times = [<(Times, Times)>::default(), <(Times, Times)>::default()];
    for sale in 0..SALES {
        let anywhere = (0..LINES).map(|n| articles::ean((sale * LINES + n) * 7_919 % Plan::LARGE.articles));
        let tills = [(&large, anywhere.collect()), (&empty, empty.codes.clone())];
        for ((till, codes), (scan, seal)) in tills.into_iter().zip(&mut times) {
            sell(till, &codes, scan, seal)?;
        }
    }
    let [(scan, seal), (scan_empty, seal_empty)] = times;
    figures.times("large_scan_to_line", &scan.sorted(), &scan_empty.sorted());
    figures.times("large_seal_ticket", &seal.sorted(), &seal_empty.sorted());
    let report = |till: &Till| {
        Times::of(REPORTS, |_| {
            let _: ShiftReport =
                till.client.call("shift_report", ShiftRef { shift_id: None }).map_err(fault)?;
            Ok(())
        })
    };
    figures.times("large_x_report", &report(&large)?, &report(&empty)?);
    let closing = |till: &Till| Times::of(1, |_| till.close().map(|_| ()));
    figures.times("large_close_shift", &closing(&large)?, &closing(&empty)?);
    size(&large, figures)
}

fn sell(till: &Till, codes: &[String], scan: &mut Times, seal: &mut Times) -> Result<(), Failure> {
    for code in codes {
        let started = Instant::now();
        till.scan(code)?;
        scan.add(started.elapsed());
    }
    let started = Instant::now();
    till.pay()?;
    seal.add(started.elapsed());
    Ok(())
}

fn size(till: &Till, figures: &mut Figures) -> Result<(), Failure> {
    let store = till.client.app().store();
    let tickets: i64 = store.read(audit::operations)?.iter().map(|(_, count)| count).sum();
    figures.value("large_shop", json!({ "tickets": tickets, "bytes": store.read(ops::size_bytes)? }));
    Ok(())
}

/// Searching articles and documents, and what a manager looks at.
fn search(shops: &Shops, figures: &mut Figures) -> Result<(), Failure> {
    let (large, empty) = (Till::open(&shops.large)?, Till::open(&shops.empty)?);
    let mut bare = BareDatabase::create(&shops.empty.join("bare.db"))?;
    let commit = Times::of(200, |_| Ok(bare.commit_one_row()?))?;
    catalogue::searches(&large.client, Plan::LARGE.articles, "large_search", &commit, figures)?;
    find::measure(&large.client, &empty.client, figures)?;
    views::measure(&large.client, &empty.client, figures)
}

/// `large_cold_start` of the core.
fn start(shops: &Shops, figures: &mut Figures) -> Result<(), Failure> {
    let mut times = [Times::default(), Times::default()];
    for _ in 0..STARTS {
        for (dir, times) in [&shops.large, &shops.empty].into_iter().zip(&mut times) {
            let started = Instant::now();
            let client = shop::open(dir, Arc::new(SystemClock))?;
            let _: AppStatus = client.call("app_status", Empty {}).map_err(fault)?;
            times.add(started.elapsed());
        }
    }
    let [large, empty] = times;
    figures.times("large_cold_start", &large.sorted(), &empty.sorted());
    Ok(())
}
