//! `soak [--tickets N] [--data-dir DIR]`: sells for as long as it takes to fill a database with tickets, through the commands
//! of the windows, and looks at what must not grow: memory, the write-ahead log, the time of a sale.
//!
//! The clock goes on with the sales, so that days and months end as in a shop. Prints JSON; fails when a chain does not
//! verify at the end.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use api::types::{ArticlePage, CatalogueSearch, PaymentAdd, SaleDone, SaleScan, SaleValidate, SaleView};
use app::{Client, Clock, ManualClock};
use domain::money::Money;
use domain::payment::PaymentKind;
use fiscal::verify::Verdict;
use jiff::Timestamp;
use serde_json::json;
use store::tables::ops;

use crate::bench::resident_kib;
use crate::options::Options;
use crate::{Failure, fault, shop};

/// Tickets, unless the command line says otherwise.
const TICKETS: usize = 100_000;
/// Lines of each.
const LINES: usize = 3;
/// Tickets between two looks.
const LOOK_EVERY: usize = 1_000;
/// A customer every so many milliseconds of the shop's day: some 300 tickets a day.
const STEP_MS: i64 = 288_000;
/// Looks at the beginning that count for nothing: caches fill up.
const WARM_UP: usize = 10;

/// What was seen at one moment.
struct Look {
    tickets: usize,
    memory_kib: f64,
    log_bytes: u64,
    seconds: f64,
}

/// The shop at work.
struct Soak {
    client: Client,
    clock: Arc<ManualClock>,
    codes: Vec<String>,
    payment: PaymentAdd,
    database: PathBuf,
}

/// Runs the task.
pub fn run(options: &Options) -> Result<(), Failure> {
    let tickets = options.tickets.unwrap_or(TICKETS);
    let scratch = tempfile::tempdir()?;
    let soak = Soak::open(options.data_dir.as_deref().unwrap_or(scratch.path()))?;
    let before = soak.size()?;
    let (mut looks, mut started) = (Vec::new(), Instant::now());
    for ticket in 1..=tickets {
        soak.sell(ticket)?;
        if ticket % LOOK_EVERY == 0 {
            looks.push(soak.look(ticket, started.elapsed().as_secs_f64())?);
            started = Instant::now();
        }
    }
    let bytes = (soak.size()? - before) / i64::try_from(tickets)?;
    let started = Instant::now();
    let sound = soak.chains_are_sound()?;
    println!("{}", report(&looks, tickets, bytes, started.elapsed().as_secs_f64()));
    if sound { Ok(()) } else { Err("a chain does not verify".into()) }
}

impl Soak {
    fn open(dir: &Path) -> Result<Self, Failure> {
        let start: Timestamp = "2026-01-05T07:00:00Z".parse()?;
        let clock = Arc::new(ManualClock::new(start.as_millisecond()));
        let mut client = shop::open(dir, Arc::clone(&clock) as Arc<dyn Clock>)?;
        if shop::exists(&client)? {
            return Err("the folder already holds a shop: a soak starts with an empty one".into());
        }
        demo::create(client.app(), demo::Sample::France).map_err(fault)?;
        shop::sign_in(&mut client, shop::SAMPLE_PIN)?;
        shop::open_shift(&client, Money(15_000))?;
        let search = CatalogueSearch { text: String::new(), department_id: None, offset: 0, limit: 200 };
        let page: ArticlePage = client.call("catalogue_search", search).map_err(fault)?;
        let codes = page.rows.into_iter().filter(|a| a.stock.is_some());
        let codes = codes.filter_map(|a| a.barcodes.into_iter().next()).collect();
        let method_id = shop::method(&client, PaymentKind::Cash)?.id;
        let payment = PaymentAdd { method_id, amount: None, card_last4: None, reference: None, nature: None };
        let database = client.app().store().path().to_path_buf();
        Ok(Self { client, clock, codes, payment, database })
    }

    /// Sells a few articles for cash, and lets some minutes of the shop's day pass.
    fn sell(&self, ticket: usize) -> Result<(), Failure> {
        let codes = self.codes.iter().cycle().skip(ticket * 7 % self.codes.len()).take(LINES);
        for code in codes {
            let scan = SaleScan { code: code.clone(), quantity: None };
            let _: SaleView = self.client.call("sale_scan", scan).map_err(fault)?;
        }
        let payment = Some(self.payment.clone());
        let validate = SaleValidate { payment, leave_unpaid: false, print: false, seen: None };
        let _: SaleDone = self.client.call("sale_validate", validate).map_err(fault)?;
        self.clock.set(self.clock.now_ms() + STEP_MS);
        Ok(())
    }

    fn look(&self, tickets: usize, seconds: f64) -> Result<Look, Failure> {
        let mut log = self.database.clone().into_os_string();
        log.push("-wal");
        let memory_kib = resident_kib().ok_or("no memory figure on this system")?;
        let memory_kib = count(usize::try_from(memory_kib)?);
        Ok(Look { tickets, memory_kib, log_bytes: std::fs::metadata(log)?.len(), seconds })
    }

    fn size(&self) -> Result<i64, Failure> {
        Ok(self.client.app().store().read(ops::size_bytes)?)
    }

    fn chains_are_sound(&self) -> Result<bool, Failure> {
        let reports = self.client.app().store().read(app::verify_chains).map_err(|e| e.to_string())?;
        Ok(reports.iter().all(|(_, report)| report.verdict() == Verdict::Sound))
    }
}

fn report(looks: &[Look], tickets: usize, bytes_per_ticket: i64, verified_s: f64) -> serde_json::Value {
    let warm = looks.get(WARM_UP..).unwrap_or(looks);
    let rate = |look: Option<&Look>| look.map(|l| (count(LOOK_EVERY) / l.seconds).round());
    json!({
        "tickets": tickets,
        "lines": LINES,
        "memory_kib": { "warm": warm.first().map(|l| l.memory_kib), "end": warm.last().map(|l| l.memory_kib) },
        "memory_slope_bytes_per_ticket": slope(warm).map(|kib| (kib * 1024.0 * 100.0).round() / 100.0),
        "log_bytes_max": looks.iter().map(|l| l.log_bytes).max(),
        "database_bytes_per_ticket": bytes_per_ticket,
        "tickets_per_second": { "first": rate(looks.first()), "last": rate(looks.last()) },
        "verified_seconds": (verified_s * 10.0).round() / 10.0,
    })
}

/// Least squares of memory over tickets, in KiB per ticket; none of fewer than two looks.
fn slope(looks: &[Look]) -> Option<f64> {
    let n = count(looks.len());
    let (x, y) = (mean(looks, |l| count(l.tickets), n), mean(looks, |l| l.memory_kib, n));
    let over: f64 = looks.iter().map(|l| (count(l.tickets) - x) * (l.memory_kib - y)).sum();
    let under: f64 = looks.iter().map(|l| (count(l.tickets) - x).powi(2)).sum();
    (under > 0.0).then(|| over / under)
}

fn mean(looks: &[Look], of: impl Fn(&Look) -> f64, n: f64) -> f64 {
    looks.iter().map(of).sum::<f64>() / n
}

#[expect(clippy::cast_precision_loss, reason = "a count of tickets")]
const fn count(n: usize) -> f64 {
    n as f64
}
