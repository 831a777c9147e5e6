//! Daily closings: what one costs after no ticket, after 1,000 and after 10,000. It reads running sums, so the ratio to the closing of a
//! day without tickets says how far it grows with the day.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use api::types::{ClosingOverview, DayClose, PaymentAdd, WorkstationView};
use app::bulk::{Basket, BasketLine, Bulk};
use app::{Client, Clock, ManualClock};
use domain::ids::{UserId, WorkstationId};
use domain::money::{Money, Quantity};
use domain::payment::PaymentKind;

use super::figures::{Figures, Times};
use crate::{Failure, fault, shop};

/// Where the days begin: 2026-11-02, 08:00 UTC.
const START_MS: i64 = 1_793_606_400_000;
const DAY_MS: i64 = 24 * 3_600_000;
/// Closings of each size, and tickets of each day.
const SIZES: [(&str, usize, usize); 2] =
    [("daily_closing_1000", 7, 1_000), ("daily_closing_10000", 10, 10_000)];

/// Who sells where, and for what.
#[derive(Clone)]
struct Counter {
    workstation: WorkstationId,
    user: UserId,
    code: String,
    cash: PaymentAdd,
}

/// Measures closings by hand of one workstation.
pub fn measure(dir: &Path, figures: &mut Figures) -> Result<(), Failure> {
    let clock = Arc::new(ManualClock::new(START_MS));
    let mut client = shop::open(dir, Arc::clone(&clock) as Arc<dyn Clock>)?;
    demo::create(client.app(), demo::Sample::France).map_err(fault)?;
    let user = shop::sign_in(&mut client, shop::SAMPLE_PIN)?.user.id;
    let workstations: Vec<WorkstationView> =
        client.call("workstation_list", api::types::Empty {}).map_err(fault)?;
    let workstation = workstations.first().ok_or("no workstation")?.id;
    let method_id = shop::method(&client, PaymentKind::Cash)?.id;
    let cash = PaymentAdd { method_id, amount: None, card_last4: None, reference: None, nature: None };
    let counter = Counter { workstation, user, code: "1001".to_owned(), cash };
    shop::open_shift(&client, Money(15_000))?;
    let empty = days(&client, &clock, &counter, (7, 0))?;
    for (name, n, tickets) in SIZES {
        figures.times(name, &days(&client, &clock, &counter, (n, tickets))?, &empty);
    }
    Ok(())
}

/// Closes `n` days of so many tickets, each on its own date.
fn days(
    client: &Client,
    clock: &ManualClock,
    counter: &Counter,
    (n, tickets): (usize, usize),
) -> Result<Times, Failure> {
    let mut times = Times::default();
    for _ in 0..n {
        clock.advance(DAY_MS);
        let (now_ms, at) = (clock.now_ms(), counter.clone());
        client.app().bulk(move |bulk| sell(bulk, &at, now_ms, tickets)).map_err(fault)?;
        let request = DayClose { workstation_id: Some(counter.workstation) };
        let started = Instant::now();
        let _: ClosingOverview = client.call("day_close", request).map_err(fault)?;
        times.add(started.elapsed());
    }
    Ok(times.sorted())
}

fn sell(bulk: &mut Bulk<'_, '_>, counter: &Counter, now_ms: i64, tickets: usize) -> Result<(), api::Fault> {
    bulk.at(now_ms, counter.user, counter.workstation)?;
    bulk.start_day()?;
    let article = bulk.article(&counter.code)?;
    for _ in 0..tickets {
        let line = BasketLine { article: article.clone(), quantity: Quantity::ONE, discount: None };
        let payment = counter.cash.clone();
        bulk.sell(Basket { lines: vec![line], discount: None, customer: None, payment, handed: None })?;
    }
    Ok(())
}
