//! `seed --scale large --data-dir DIR`: a shop with 200,000 articles, 20,000 customers and the 500,000 tickets of two
//! years at four workstations.
//!
//! Every ticket is signed and chained by the code of the till and written by its reducer; a day is one transaction.
//! The seed names the past: days, tickets with their numbers, times, articles, quantities, discounts, payments,
//! customers, returns, cancellations, counts of drawers. What is drawn by the machine differs from one making to the
//! next, as in any shop: ids, keys, signatures, and so the hashes that contain them.

mod chance;
mod day;
mod plan;
#[cfg(test)]
mod plans;
mod proof;
mod setup;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use app::{Client, Clock, ManualClock};
use day::{Past, Totals};
pub use plan::Plan;

use crate::options::Options;
use crate::{Failure, fault, shop};

/// Days between two lines of progress.
const REPORT_EVERY: usize = 62;

/// Runs the task.
pub fn run(options: &Options) -> Result<(), Failure> {
    let mut plan = Plan::LARGE;
    if let Some(tickets) = options.tickets {
        plan = plan.scaled(tickets);
    }
    make(options.data_dir()?, &plan).map(|_| ())
}

/// Makes the shop in an empty folder, and proves that what was made agrees with itself.
pub fn make(dir: &Path, plan: &Plan) -> Result<Client, Failure> {
    let calendar = plan.calendar()?;
    let (first, last) = calendar.first().zip(calendar.last()).ok_or("a past has a day")?;
    let clock = Arc::new(ManualClock::new(plan::midnight(*first)? - 24 * 3_600_000));
    let mut client = shop::open(dir, Arc::clone(&clock) as Arc<dyn Clock>)?;
    if shop::exists(&client)? {
        return Err("the folder already holds a shop: a past starts with an empty one".into());
    }
    let started = Instant::now();
    let cast = setup::found(&mut client, plan)?;
    println!(
        "{} articles, {} customers: {:.1} s",
        plan.articles,
        plan.customers,
        started.elapsed().as_secs_f64()
    );
    let past = live(&client, Past::new(*plan, cast), plan, &calendar, started)?;
    clock.set(plan::midnight(*last)? + 24 * 3_600_000);
    report(&client, past)?;
    println!("proved: {:.1} s", started.elapsed().as_secs_f64());
    Ok(client)
}

/// Day after day.
fn live(
    client: &Client,
    mut past: Past,
    plan: &Plan,
    calendar: &[jiff::civil::Date],
    started: Instant,
) -> Result<Totals, Failure> {
    for (n, (day, tickets)) in (1usize..).zip(calendar.iter().zip(plan.tickets_of(calendar))) {
        let midnight = plan::midnight(*day)?;
        let day = client.app().bulk(move |bulk| past.day(bulk, midnight, tickets).map(|()| past));
        past = day.map_err(fault)?;
        if n % REPORT_EVERY == 0 {
            println!("{} tickets: {:.1} s", past.totals.documents, started.elapsed().as_secs_f64());
        }
    }
    Ok(past.totals)
}

fn report(client: &Client, totals: Totals) -> Result<(), Failure> {
    println!(
        "{} tickets, {} of them returns and {} cancellations; {} cents of revenue",
        totals.documents, totals.returns, totals.cancellations, totals.revenue.0
    );
    let bytes = client.app().store().read(store::tables::ops::size_bytes)?;
    println!("{} MiB", bytes / (1 << 20));
    proof::prove(client, totals)
}
