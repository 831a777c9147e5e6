//! Several tills at the same moment.

use std::collections::BTreeMap;

use api::types::{CatalogueSearch, Empty, SaleValidate};
use api::{Fault, FaultCode};
use domain::money::Quantity;
use domain::payment::PaymentKind;
use domain::permission::Role;
use testkit::{TestShop, Till, raw};

use crate::fiscal_chain::assert_sound;

/// The ticket numbers of each workstation are 1, 2, 3, … without gap or repetition.
pub fn assert_gapless(shop: &TestShop) {
    let query = "SELECT number FROM document ORDER BY number";
    let answer = &raw::sql(&shop.database(), &[query])[0];
    let rows: Vec<[String; 1]> = serde_json::from_str(answer).unwrap();
    let mut by_workstation: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for [number] in &rows {
        let (code, n) = number.rsplit_once('-').unwrap();
        by_workstation.entry(code).or_default().push(n.parse().unwrap());
    }
    for (code, numbers) in by_workstation {
        let expected: Vec<u32> = (1..).take(numbers.len()).collect();
        assert_eq!(numbers, expected, "{code}");
    }
}

/// SHF-02: ten in stock, two workstations sell three each at the same moment: both sales are saved, with distinct
/// numbers, and four are left.
#[test]
fn two_workstations_sell_at_the_same_moment() {
    let shop = TestShop::france();
    let tills = ["C01", "C02"].map(|code| shop.till(Role::Cashier, code));
    assert_eq!(tills[0].article("2102").stock, Some(Quantity::units(10)));
    let numbers: Vec<String> = std::thread::scope(|scope| {
        let threads = tills.each_ref().map(|till| {
            scope.spawn(move || {
                till.open_shift(0);
                till.scan_units("2102", 3);
                till.cash_sale(&[]).number
            })
        });
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert_ne!(numbers[0], numbers[1]);
    assert_eq!(tills[0].article("2102").stock, Some(Quantity::units(4)));
}

/// Sells what is in the cart; somebody else at the same workstation may just have done so.
fn sell_out(till: &Till) -> Result<(), Fault> {
    let payment = Some(till.payment(PaymentKind::Cash, None));
    let request = SaleValidate { payment, leave_unpaid: false, print: false, seen: None };
    till.client.call::<serde_json::Value>("sale_validate", request).map(drop)
}

/// SHF-02: four cashiers at two workstations, two windows that only look: every scan is sold once, numbers have no
/// gap, stock and chains are exact.
#[test]
fn many_cashiers_at_two_workstations() {
    const SCANS: i64 = 25;
    let shop = TestShop::france();
    let codes = ["C01", "C02"];
    codes.iter().for_each(|code| drop(shop.till(Role::Cashier, code).open_shift(0)));
    std::thread::scope(|scope| {
        for (code, role) in codes.iter().flat_map(|c| [(c, Role::Cashier), (c, Role::LeadCashier)]) {
            let till = shop.till(role, code);
            scope.spawn(move || {
                for _ in 0..SCANS {
                    till.scan("1703");
                    if let Err(fault) = sell_out(&till) {
                        assert_eq!(fault.code, FaultCode::CartEmpty, "{fault:?}");
                    }
                }
            });
        }
        let looking = shop.till(Role::Manager, "C01");
        scope.spawn(move || {
            for _ in 0..SCANS {
                let text = "eau".to_owned();
                let search = CatalogueSearch { text, department_id: None, offset: 0, limit: 50 };
                let _: serde_json::Value = looking.ask("catalogue_search", search);
                let _: serde_json::Value = looking.ask("sale_current", Empty {});
            }
        });
    });
    for code in codes {
        assert_eq!(shop.till(Role::Cashier, code).sale().lines.len(), 0, "{code}: nothing left in the cart");
    }
    let till = shop.till(Role::Cashier, "C01");
    assert_eq!(till.article("1703").stock, Some(Quantity::units(48 - 4 * SCANS)));
    let total: i64 = codes.iter().map(|code| shop.till(Role::Cashier, code).report().total.0).sum();
    assert_eq!(total, 4 * SCANS * 150);
    assert_gapless(&shop);
    assert_sound(&shop);
}
