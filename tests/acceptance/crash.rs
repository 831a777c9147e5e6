//! Kill −9 at random moments: the unsinkable ticket.
//!
//! The real program (`devhost`) sells over HTTP; another thread kills it again and again while it does. After each
//! restart every acknowledged ticket is there once, a retried request answers what it answered, numbers have no
//! gap, signed chains verify, and the cart has the lines that the customer saw. SQLite's own durability against a
//! power cut is not tested here: a killed process leaves the system's file cache alive.

mod host;
mod http;
#[cfg(target_os = "linux")]
mod terminated;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use api::SessionToken;
use api::types::{
    Empty, PaymentAdd, SaleDone, SaleLineView, SaleScan, SaleValidate, SaleView, SessionOpen, SessionView,
    ShiftOpen, ShiftView, UserTile, WorkstationRef, WorkstationView,
};
use app::App;
use domain::money::Money;
use domain::payment::PaymentKind;
use fiscal::verify::Verdict;
use host::{Host, binary};
use serde::de::DeserializeOwned;
use serde_json::Value;
use store::Db;
use store::tables::ops;
use testkit::{FakeClock, raw};
use uuid::Uuid;

use crate::world::Random;

/// Sales to make.
const SALES: usize = 200;
/// Times to kill.
const KILLS: usize = 30;
/// Longest life of a process once it sells; one in four is killed while it starts or somebody signs in.
const LONGEST_LIFE_MS: u64 = 100;

/// The seller: knows what was acknowledged, and goes on after each crash.
struct Seller {
    host: Arc<Mutex<Host>>,
    session: Uuid,
    restarts: usize,
    /// The restart after which the cart was last compared.
    looked_after: usize,
    cash: Option<PaymentAdd>,
}

impl Seller {
    /// Makes a call, with the same key until the host answers, however often it dies in between.
    fn call<T: DeserializeOwned>(&mut self, command: &str, request: &impl serde::Serialize) -> T {
        let (key, body) = (Uuid::now_v7(), serde_json::to_value(request).unwrap());
        loop {
            if let Some(answer) = self.try_call(command, &body, key) {
                return serde_json::from_value(answer.unwrap_or_else(|f| panic!("{command}: {f}"))).unwrap();
            }
            self.recover();
        }
    }

    /// None when the host died before it answered.
    fn try_call(&self, command: &str, body: &Value, key: Uuid) -> Option<Result<Value, Value>> {
        let address = self.host.lock().unwrap().address.clone();
        let (status, answer) = http::post(&address, command, body, self.session, key)?;
        Some(if status == 200 { Ok(answer) } else { Err(answer) })
    }

    /// Starts the host again and signs in.
    fn recover(&mut self) {
        self.restarts += 1;
        loop {
            self.host.lock().unwrap().restart();
            if self.sign_in().is_some() {
                self.host.lock().unwrap().sells = true;
                return;
            }
        }
    }

    /// Signs in at the first workstation; none when the host dies meanwhile.
    fn sign_in(&mut self) -> Option<()> {
        let ask = |command: &str, request: Value| {
            let answer = self.try_call(command, &request, Uuid::now_v7())?;
            Some(answer.unwrap_or_else(|fault| panic!("{command}: {fault}")))
        };
        let users: Vec<UserTile> = serde_json::from_value(ask("sign_in_users", to_value(Empty {}))?).unwrap();
        let user_id = users.iter().find(|u| u.name == "Claire Delmas").unwrap().id;
        let token = Uuid::now_v7();
        let open = SessionOpen { user_id, pin: "1234".to_owned(), token: SessionToken(token) };
        ask("session_open", to_value(open))?;
        self.session = token;
        let all = self.try_call("workstation_list", &to_value(Empty {}), token)?.unwrap();
        let all: Vec<WorkstationView> = serde_json::from_value(all).unwrap();
        let cash = all[0].methods.iter().find(|m| m.kind == PaymentKind::Cash).unwrap();
        self.cash = Some(PaymentAdd {
            method_id: cash.id,
            amount: None,
            card_last4: None,
            reference: None,
            nature: None,
        });
        let enter = to_value(WorkstationRef { workstation_id: all[0].id });
        let entered = self.try_call("workstation_enter", &enter, Uuid::now_v7())?.unwrap();
        assert!(serde_json::from_value::<SessionView>(entered).unwrap().workstation.is_some());
        Some(())
    }

    /// Scans the articles of a sale and pays it. After a crash the cart must have the lines that the last answer had.
    fn sell(&mut self, codes: &[&str]) -> SaleDone {
        let mut seen: Vec<SaleLineView> = Vec::new();
        for code in codes {
            if self.restarts > self.looked_after {
                self.looked_after = self.restarts;
                let restored: SaleView = self.call("sale_current", &Empty {});
                assert_eq!(restored.lines, seen, "the cart has the lines that were shown");
            }
            let view: SaleView =
                self.call("sale_scan", &SaleScan { code: (*code).to_owned(), quantity: None });
            seen = view.lines;
        }
        let validate =
            SaleValidate { payment: self.cash.clone(), leave_unpaid: false, print: false, seen: None };
        self.call("sale_validate", &validate)
    }
}

fn to_value(request: impl serde::Serialize) -> Value {
    serde_json::to_value(request).unwrap()
}

/// Kills the host at random moments of its lives, or until it is told to stop.
fn killer(host: &Mutex<Host>, stop: &AtomicBool) {
    let mut random = Random::new(0x5EED);
    for _ in 0..KILLS {
        let wait_for_sales = random.below(4) > 0;
        while !host.lock().unwrap().lives(wait_for_sales) && !stop.load(Ordering::Relaxed) {
            std::thread::sleep(Duration::from_millis(2));
        }
        std::thread::sleep(Duration::from_millis(random.below(LONGEST_LIFE_MS)));
        if stop.load(Ordering::Relaxed) {
            return;
        }
        host.lock().unwrap().kill();
    }
}

/// No acknowledged ticket is lost, none is there twice, numbers and chains are whole.
fn audit(folder: &Path, acknowledged: &[String]) {
    let app = App::open(testkit::options(folder, Arc::new(FakeClock::new(testkit::START_MS)))).unwrap();
    let rows = raw::sql(app.store().path(), &["SELECT number FROM document ORDER BY number"]);
    let rows: Vec<[String; 1]> = serde_json::from_str(&rows[0]).unwrap();
    let stored: Vec<&str> = rows.iter().map(|[number]| number.as_str()).collect();
    let mut expected: Vec<&str> = acknowledged.iter().map(String::as_str).collect();
    expected.sort_unstable();
    assert_eq!(stored, expected, "every acknowledged ticket once, and no other");
    let numbers: BTreeSet<usize> =
        stored.iter().map(|n| n.rsplit_once('-').unwrap().1.parse().unwrap()).collect();
    assert_eq!(numbers, (1..=stored.len()).collect(), "no gap");
    let verify = |db: Db<'_>| app::verify_chains(db).map_err(|e| store::Error::Fiscal(e.to_string()));
    for (terminal, report) in app.store().read(verify).unwrap() {
        assert_eq!(report.verdict(), Verdict::Sound, "{terminal}: {:?}", report.findings);
    }
    let log = app.store().read(|db: Db<'_>| ops::after(db, 0, u32::MAX)).unwrap();
    let mut previous = [0_u8; 32];
    for (row, dseq) in log.iter().zip(1_i64..) {
        previous = store::op::chain_hash(row, &previous);
        assert_eq!((row.dseq, row.hash.as_slice()), (dseq, previous.as_slice()));
    }
    let broken = raw::sql(app.store().path(), &["SELECT * FROM pragma_integrity_check"]);
    assert_eq!(broken, [r#"[["ok"]]"#]);
}

/// SHF-13: the program is killed at random moments while it sells; nothing that was acknowledged is lost or
/// doubled, and the shift stays open with the right totals.
#[test]
fn killed_at_any_moment_nothing_is_lost_or_doubled() {
    let folder = tempfile::tempdir().unwrap();
    let host = Arc::new(Mutex::new(Host::start(binary(), folder.path())));
    let mut seller =
        Seller { host: Arc::clone(&host), session: Uuid::nil(), restarts: 0, looked_after: 0, cash: None };
    seller.sign_in().unwrap();
    let opened: ShiftView = seller.call(
        "shift_open",
        &ShiftOpen { opening_float: Money(100_00), count: Vec::new(), note: String::new() },
    );
    let stop = Arc::new(AtomicBool::new(false));
    let killing = std::thread::spawn({
        let (host, stop) = (Arc::clone(&host), Arc::clone(&stop));
        move || killer(&host, &stop)
    });
    let mut sold: Vec<(String, Money)> = Vec::new();
    for n in 0..SALES {
        let codes: &[&str] = if n % 3 == 0 { &["1001", "1801", "2108"] } else { &["1703"] };
        let done = seller.sell(codes);
        sold.push((done.number, done.total));
    }
    stop.store(true, Ordering::Relaxed);
    killing.join().unwrap();

    let shift: Option<ShiftView> = seller.call("shift_current", &Empty {});
    let shift = shift.unwrap();
    assert_eq!((shift.id, shift.tickets), (opened.id, u32::try_from(SALES).unwrap()));
    let report: api::types::ShiftReport =
        seller.call("shift_report", &api::types::ShiftRef { shift_id: None });
    assert_eq!(report.total, sold.iter().map(|(_, total)| *total).sum());
    assert!(seller.restarts >= 8, "only {} crashes hit the seller", seller.restarts);
    host.lock().unwrap().kill();
    let numbers: Vec<String> = sold.into_iter().map(|(number, _)| number).collect();
    audit(folder.path(), &numbers);
}
