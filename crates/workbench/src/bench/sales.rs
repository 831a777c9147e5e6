//! Scanning, sealing and closing.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use api::types::{
    ArticlePage, CatalogueSearch, PaymentAdd, PaymentMethodView, SaleDone, SaleScan, SaleValidate, SaleView,
    ShiftClose, ShiftRef, ShiftReport,
};
use app::{Client, SystemClock};
use domain::money::Money;
use domain::payment::PaymentKind;
use serde_json::json;
use store::limits::{BareDatabase, Rows, rows_of_sale, with_fresh_keys};
use store::tables::{local, ops};
use store::{Actor, Stamp};

use super::figures::{Figures, Times};
use crate::{Failure, fault, shop};

/// Sales measured.
const SALES: usize = 1_000;
/// Lines of each.
const LINES: usize = 8;

/// A till with an open shift and the bar codes of eight articles.
pub struct Till {
    /// The window.
    pub client: Client,
    /// What it scans.
    pub codes: Vec<String>,
    cash: PaymentMethodView,
}

impl Till {
    /// Opens a shop, or makes the sample shop in an empty folder, and opens the shift.
    pub fn open(dir: &Path) -> Result<Self, Failure> {
        let mut client = shop::open(dir, Arc::new(SystemClock))?;
        demo::create(client.app(), demo::Sample::France).map_err(fault)?;
        shop::sign_in(&mut client, shop::SAMPLE_PIN)?;
        shop::open_shift(&client, Money(15_000))?;
        shop::confirm_date(&client)?;
        let search = CatalogueSearch { text: String::new(), department_id: None, offset: 0, limit: 200 };
        let page: ArticlePage = client.call("catalogue_search", search).map_err(fault)?;
        let stocked = page.rows.into_iter().filter(|a| a.stock.is_some());
        let codes = stocked.filter_map(|a| a.barcodes.first().cloned()).take(LINES).collect();
        let cash = shop::method(&client, PaymentKind::Cash)?;
        Ok(Self { client, codes, cash })
    }

    /// Scans a code.
    pub fn scan(&self, code: &str) -> Result<SaleView, Failure> {
        self.client.call("sale_scan", SaleScan { code: code.to_owned(), quantity: None }).map_err(fault)
    }

    /// Takes the exact cash.
    pub fn pay(&self) -> Result<SaleDone, Failure> {
        let payment = PaymentAdd {
            method_id: self.cash.id,
            amount: None,
            card_last4: None,
            reference: None,
            nature: None,
        };
        let validate = SaleValidate { payment: Some(payment), leave_unpaid: false, print: false, seen: None };
        self.client.call("sale_validate", validate).map_err(fault)
    }

    fn sell(&self, lines: usize) -> Result<SaleDone, Failure> {
        for code in self.codes.iter().take(lines) {
            self.scan(code)?;
        }
        self.pay()
    }

    /// Closes the shift with what the drawer must hold.
    pub fn close(&self) -> Result<ShiftReport, Failure> {
        let report: ShiftReport =
            self.client.call("shift_report", ShiftRef { shift_id: None }).map_err(fault)?;
        let close = ShiftClose {
            shift_id: None,
            counted_cash: report.expected_cash,
            count: Vec::new(),
            float_left: None,
            note: String::new(),
            print: false,
        };
        self.client.call("shift_close", close).map_err(fault)
    }
}

/// `scan_to_line`, `seal_ticket`, `database_bytes_per_ticket`. The limits are taken in turns with the program, so
/// that both meet the same disk.
pub fn measure(dir: &Path, figures: &mut Figures) -> Result<(), Failure> {
    let till = Till::open(dir)?;
    for _ in 0..50 {
        till.sell(LINES)?;
    }
    let document = till.sell(LINES)?.document_id;
    let store = till.client.app().store();
    let sample: Rows = store.read(|db| rows_of_sale(db, document))?;
    let before = lasting_size(&till)?;
    let mut bare = BareDatabase::create(&dir.join("bare.db"))?;
    let (mut scan, mut seal, mut one_row, mut same_rows) = <(Times, Times, Times, Times)>::default();
    for sale in 0..SALES {
        for code in &till.codes {
            let started = Instant::now();
            till.scan(code)?;
            scan.add(started.elapsed());
            let started = Instant::now();
            bare.commit_one_row()?;
            one_row.add(started.elapsed());
        }
        let started = Instant::now();
        till.pay()?;
        seal.add(started.elapsed());
        let rows = with_fresh_keys(&sample, i64::try_from(sale)?);
        let started = Instant::now();
        bare.commit(&rows)?;
        same_rows.add(started.elapsed());
    }
    let (one_row, same_rows) = (one_row.sorted(), same_rows.sorted());
    figures.times("scan_to_line", &scan.sorted(), &one_row);
    figures.times("seal_ticket", &seal.sorted(), &same_rows);
    let grown = lasting_size(&till)? - before;
    let per_ticket = grown / i64::try_from(SALES)?;
    figures.value(
        "database_bytes_per_ticket",
        json!({ "bytes": per_ticket, "lines": LINES, "rows": sample.len(), "n": SALES }),
    );
    Ok(())
}

/// Bytes of what stays: answers to repeated calls are kept for two hours only.
fn lasting_size(till: &Till) -> Result<i64, Failure> {
    let store = till.client.app().store();
    let stamp = Stamp { now_ms: till.client.app().now_ms(), actor: Actor::default() };
    store.write(stamp, |tx| local::forget_answers(tx))?;
    Ok(store.read(ops::size_bytes)?)
}

/// `close_shift_5000`, beside the closing of a shift of 100 tickets as its limit.
pub fn closing(dir: &Path, figures: &mut Figures) -> Result<(), Failure> {
    let till = Till::open(dir)?;
    let small = closings(&till, 10, 100)?;
    let large = closings(&till, 3, 5_000)?;
    let mut bare = BareDatabase::create(&dir.join("bare.db"))?;
    let one_row = Times::of(200, |_| Ok(bare.commit_one_row()?))?;
    figures.times("close_shift_100", &small, &one_row);
    figures.times("close_shift_5000", &large, &small);
    Ok(())
}

fn closings(till: &Till, shifts: usize, tickets: usize) -> Result<Times, Failure> {
    let mut times = Times::default();
    for _ in 0..shifts {
        for _ in 0..tickets {
            till.sell(1)?;
        }
        let started = Instant::now();
        till.close()?;
        times.add(started.elapsed());
        shop::open_shift(&till.client, Money(15_000))?;
    }
    Ok(times.sorted())
}
