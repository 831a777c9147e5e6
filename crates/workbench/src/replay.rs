//! `replay FILE --data-dir DIR`: plays the tickets of another till (date, time, transaction, item) through the
//! commands of the windows, and compares what comes out with sums of its own.
//!
//! Unknown items become articles priced by a rule; each transaction becomes a paid ticket; each day is one shift,
//! closed with its count. The clock shows the time of each ticket.

mod cashier;
mod prices;

use std::sync::Arc;
use std::time::Instant;

use app::ManualClock;
use cashier::Cashier;
use fiscal::verify::Verdict;
use store::tables::audit;
use tabular::tickets::{Ticket, propose_mapping, read_tickets};

use crate::options::Options;
use crate::{Failure, shop};

/// Runs the task.
pub fn run(options: &Options) -> Result<(), Failure> {
    let file = options.file.as_ref().ok_or("replay FILE --data-dir DIR")?;
    let table = tabular::read(&std::fs::read(file)?, &tabular::Limits::default())?;
    let mapping = table.header.as_ref().map(propose_mapping).ok_or("the file has no header")?;
    let sheet = read_tickets(&table, &mapping);
    let first = sheet.tickets.first().ok_or("the file holds no tickets")?;
    println!("{} tickets, {} rows left out", sheet.tickets.len(), sheet.rejected.len());

    let clock = Arc::new(ManualClock::new(cashier::utc_ms(first.at)? - 3_600_000));
    let mut client = shop::open(options.data_dir()?, Arc::clone(&clock) as Arc<dyn app::Clock>)?;
    if shop::exists(&client)? {
        return Err("the folder already holds a shop: a replay starts with an empty one".into());
    }
    cashier::found_shop(&mut client, first)?;
    let mut cashier = Cashier::new(client, clock)?;
    let started = Instant::now();
    for ticket in &sheet.tickets {
        cashier.sell(ticket)?;
    }
    cashier.close_day()?;
    let seconds = started.elapsed().as_secs_f64();
    println!("{:.0} tickets/s ({seconds:.1} s)", count(&sheet.tickets) / seconds);
    compare(&cashier, &sheet.tickets)
}

#[expect(clippy::cast_precision_loss, reason = "a count of tickets")]
fn count(tickets: &[Ticket]) -> f64 {
    tickets.len() as f64
}

/// What the program says, what the file says by the price rule, and what SQL says must be the same.
fn compare(cashier: &Cashier, tickets: &[Ticket]) -> Result<(), Failure> {
    let store = cashier.client().app().store();
    let sql = store.read(audit::sums)?;
    let file = prices::revenue(tickets);
    let program = cashier.totals();
    println!("tickets    file {}  program {}  SQL {}", tickets.len(), program.tickets, sql.tickets);
    println!(
        "revenue    file {}  program {}  SQL lines {}  payments {}",
        file.0, program.revenue.0, sql.lines.0, sql.collected.0
    );
    println!("           shifts {}  perpetual total {}", sql.shifts.0, sql.perpetual.0);
    println!("VAT        program {}  stored {}  SQL {}", program.vat.0, sql.stored_vat.0, sql.vat.0);
    let reports = store.read(app::verify_chains).map_err(|e| e.to_string())?;
    let mut sound = true;
    for (terminal, report) in &reports {
        sound &= report.verdict() == Verdict::Sound;
        println!(
            "chains     {terminal}: {} records, {:?}, {} findings",
            report.records,
            report.verdict(),
            report.findings.len()
        );
    }
    let tickets = i64::try_from(tickets.len()).unwrap_or(-1);
    let revenue =
        [program.revenue, sql.lines, sql.collected, sql.shifts, sql.perpetual].iter().all(|m| *m == file);
    let agree = program.tickets == tickets
        && sql.tickets == tickets
        && revenue
        && sql.vat == program.vat
        && sql.stored_vat == sql.vat;
    if agree && sound { Ok(()) } else { Err("the sums do not agree".into()) }
}
