//! SIGTERM is no crash: the host ends by itself, in order.

use std::net::TcpStream;
use std::sync::{Arc, Mutex};

use api::types::{Empty, SaleScan, SaleView, ShiftOpen, ShiftView};
use domain::money::Money;
use testkit::raw;
use uuid::Uuid;

use super::host::{Host, binary};
use super::{Seller, audit};
use crate::stop::{alone, assert_one_file};

/// A host that is told to end in the middle of a sale, with an idle connection: it ends within seconds, the database is one file
/// that verifies alone, the journal knows of no crash, and the sale goes on at the next start.
#[test]
fn a_terminated_host_leaves_one_file_and_the_sale() {
    let folder = tempfile::tempdir().unwrap();
    let host = Arc::new(Mutex::new(Host::start(binary(), folder.path())));
    let mut seller =
        Seller { host: Arc::clone(&host), session: Uuid::nil(), restarts: 0, looked_after: 0, cash: None };
    seller.sign_in().unwrap();
    let open = ShiftOpen { opening_float: Money(100_00), count: Vec::new(), note: String::new() };
    let _: ShiftView = seller.call("shift_open", &open);
    let sold = seller.sell(&["1001", "1801"]);
    let scan = SaleScan { code: "1703".to_owned(), quantity: None };
    let seen: SaleView = seller.call("sale_scan", &scan);
    let idle = TcpStream::connect(&host.lock().unwrap().address).unwrap();

    let status = host.lock().unwrap().terminate();
    assert!(status.success(), "{status}");
    drop(idle);
    let database = folder.path().join("comptoir.db");
    assert_one_file(&database);
    let copy = alone(folder.path());
    let stops = "SELECT count(*) FROM fiscal_record WHERE payload LIKE '%sans arrêt noté%'";
    assert_eq!(raw::sql(&copy.path().join("comptoir.db"), &[stops]), ["[[0]]"]);

    seller.recover();
    let found: SaleView = seller.call("sale_current", &Empty {});
    assert_eq!(found.lines, seen.lines);
    host.lock().unwrap().kill();
    audit(folder.path(), &[sold.number]);
}
